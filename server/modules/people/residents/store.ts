import { violatedConstraint, type Reader } from '#platform/database';
import type { Scope } from '../scope/rules.ts';
import type { PersonRow } from '../tables.ts';

export type PersonRecord = PersonRow & {
  householdLabel: string | null;
  gridId: string | null;
  buildingId: string | null;
};

const personColumns = `p.area_id as "areaId", p.id, p.household_id as "householdId", p.user_id as "userId",
  p.name_sealed as "nameSealed", p.name_index as "nameIndex", p.name_masked as "nameMasked",
  p.phone_sealed as "phoneSealed", p.phone_index as "phoneIndex", p.phone_masked as "phoneMasked",
  p.id_number_sealed as "idNumberSealed", p.id_number_index as "idNumberIndex", p.birth_year as "birthYear",
  p.gender, p.tags, p.note_sealed as "noteSealed", p.created_at as "createdAt", p.left_at as "leftAt", p.version,
  h.label as "householdLabel", h.grid_id as "gridId", h.building_id as "buildingId"`;

/** Null lets every place through; a list only what lies in one of its grids or buildings. */
const places = (scope: Scope): readonly string[] | null => (scope === 'all' ? null : scope);
const inScope = (at: number): string =>
  `($${at}::uuid[] is null or h.grid_id = any($${at}) or h.building_id = any($${at}))`;

const peopleWithHousehold = `people p left join households h on h.area_id = $1 and h.id = p.household_id`;

export type PersonFilter = { scope: Scope; q: string; after: string | null; limit: number };

export function readPeople(reader: Reader, areaId: string, filter: PersonFilter): Promise<PersonRecord[]> {
  return reader.query<PersonRecord>(
    `select ${personColumns} from ${peopleWithHousehold}
     where p.area_id = $1 and p.left_at is null and ${inScope(2)}
       and ($3 = '' or position($3 in h.label) > 0 or $3 = any(p.tags))
       and ($4::uuid is null or (coalesce(h.sort, '~'), p.id) > (
         select coalesce(g.sort, '~'), o.id from people o left join households g on g.area_id = $1 and g.id = o.household_id
         where o.area_id = $1 and o.id = $4))
     order by coalesce(h.sort, '~'), p.id limit $5`,
    [areaId, places(filter.scope), filter.q, filter.after, filter.limit],
  );
}

export function readMembers(reader: Reader, areaId: string, householdId: string): Promise<PersonRecord[]> {
  return reader.query<PersonRecord>(
    `select ${personColumns} from ${peopleWithHousehold}
     where p.area_id = $1 and p.household_id = $2 and p.left_at is null order by p.birth_year nulls last, p.id`,
    [areaId, householdId],
  );
}

export async function readPerson(reader: Reader, areaId: string, id: string): Promise<PersonRecord | null> {
  const rows = await reader.query<PersonRecord>(
    `select ${personColumns} from ${peopleWithHousehold} where p.area_id = $1 and p.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

const indexColumns = { name: 'name_index', phone: 'phone_index', idNumber: 'id_number_index' } as const;
export type IndexedField = keyof typeof indexColumns;

/** At most 50 people present whose blind index is this one: a common name may have many. */
export function findByIndex(
  reader: Reader,
  areaId: string,
  field: IndexedField,
  index: string,
  scope: Scope,
): Promise<PersonRecord[]> {
  return reader.query<PersonRecord>(
    `select ${personColumns} from ${peopleWithHousehold}
     where p.area_id = $1 and p.${indexColumns[field]} = $2 and p.left_at is null and ${inScope(3)}
     order by coalesce(h.sort, '~'), p.id limit 50`,
    [areaId, index, places(scope)],
  );
}

/** What can be written of a person; the sealed and the indexed text come from the service. */
export type PersonValues = Omit<PersonRow, 'areaId' | 'createdAt' | 'version'>;

/** Inserts people; answers `taken` when one of the citizen numbers is registered already. */
export async function insertPeople(
  reader: Reader,
  areaId: string,
  now: Date,
  rows: PersonValues[],
): Promise<'done' | 'taken'> {
  return unlessTaken(
    reader.query(
      `insert into people (area_id, created_at, ${written.join(', ')})
       select $1, $2, ${written.join(', ')} from json_populate_recordset(null::people, $3::json)`,
      [areaId, now, JSON.stringify(rows.map(toColumns))],
    ),
  );
}

/** Writes a person whose version is still this one; answers `changed` when someone else was first. */
export async function updatePerson(
  reader: Reader,
  areaId: string,
  version: number,
  values: PersonValues,
): Promise<'done' | 'changed' | 'taken'> {
  let rows: unknown[] = [];
  const outcome = await unlessTaken(
    reader
      .query(
        `update people p set version = p.version + 1, ${written
          .filter((name) => name !== 'id')
          .map((name) => `${name} = n.${name}`)
          .join(', ')}
         from json_populate_record(null::people, $3::json) n
         where p.area_id = $1 and p.id = n.id and p.version = $2 returning p.id`,
        [areaId, version, JSON.stringify(toColumns(values))],
      )
      .then((found) => (rows = found)),
  );
  return outcome === 'done' && rows.length === 0 ? 'changed' : outcome;
}

const written = [
  'id',
  'household_id',
  'user_id',
  'name_sealed',
  'name_index',
  'name_masked',
  'phone_sealed',
  'phone_index',
  'phone_masked',
  'id_number_sealed',
  'id_number_index',
  'birth_year',
  'gender',
  'tags',
  'note_sealed',
  'left_at',
];

function toColumns(values: PersonValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`), value]),
  );
}

async function unlessTaken(statement: Promise<unknown>): Promise<'done' | 'taken'> {
  try {
    await statement;
    return 'done';
  } catch (error) {
    if (violatedConstraint(error) === 'people_id_number_key') return 'taken';
    throw error;
  }
}

export async function linkUser(reader: Reader, areaId: string, personId: string, userId: string): Promise<void> {
  await reader.query(`update people set user_id = $3 where area_id = $1 and id = $2`, [areaId, personId, userId]);
}

/** Masked names of residents, and the accounts they have; those who have left too. */
export function readMaskedNames(
  reader: Reader,
  areaId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string; userId: string | null }[]> {
  return reader.query(
    `select id, name_masked as name, user_id as "userId" from people where area_id = $1 and id = any($2::uuid[])`,
    [areaId, ids],
  );
}
