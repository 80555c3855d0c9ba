import type { MaskedPerson, NewPersonForm, PersonChange } from './people-api.ts';

/** What the form holds. Sealed fields start empty: what is not typed anew stays as it is. */
export type PersonFields = {
  name: string;
  phone: string;
  idNumber: string;
  birthYear: number | null;
  gender: '男' | '女' | null;
  tags: string[];
  note: string;
};

export function startOf(person: MaskedPerson | null): PersonFields {
  const { birthYear = null, gender = null, tags = [] } = person ?? {};
  return { name: '', phone: '', idNumber: '', birthYear, gender, tags, note: '' };
}

function typed(fields: PersonFields) {
  const texts = (['name', 'phone', 'idNumber', 'note'] as const).flatMap((id) => {
    const value = fields[id].trim();
    return value ? [[id, value] as const] : [];
  });
  return Object.fromEntries(texts) as Partial<Record<'name' | 'phone' | 'idNumber' | 'note', string>>;
}

export function newPersonOf(householdId: string, fields: PersonFields): NewPersonForm {
  const { birthYear, gender, tags } = fields;
  const texts = typed(fields);
  return {
    ...texts,
    name: texts.name ?? '',
    householdId,
    tags,
    ...(birthYear ? { birthYear } : {}),
    ...(gender ? { gender } : {}),
  };
}

/** Only what was changed: nobody's later change to another field is undone. */
export function changeOf(person: MaskedPerson, fields: PersonFields): Omit<PersonChange, 'version'> {
  return {
    ...typed(fields),
    ...(fields.birthYear === person.birthYear ? {} : { birthYear: fields.birthYear }),
    ...(fields.gender === person.gender ? {} : { gender: fields.gender }),
    ...(JSON.stringify(fields.tags) === JSON.stringify(person.tags) ? {} : { tags: fields.tags }),
  };
}
