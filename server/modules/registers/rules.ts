import type { Refusal } from '#shared/refusal';
import { maskName, maskPhone } from '#shared/masking';
import type { AskedField } from '#contract/matters';
import { recordForm, whoField, type Register } from '#kernel-contract/registers';
import { sealedMark, type Field, type Json, type Values } from '#kernel-contract/workflow';
import type { FilledCell } from './contract.ts';

/** How records are asked and read. Pure: what is sealed is opened by whoever calls. */

export const recordUnknown: Refusal = {
  code: 'register.record-unknown',
  status: 404,
  zh: '没有找到这一条。它可能在别的台账里，请从台账列表里再找一找。',
  en: 'There is no such record in this register.',
};

export const changedFirst: Refusal = {
  code: 'register.changed-first',
  status: 409,
  zh: '就在刚才，有人先改了这一条。请看看现在的情况再改，您写的内容还在。',
  en: 'Someone changed this record first. Look at it as it is now; nothing you typed is lost.',
};

export const recordClosed: Refusal = {
  code: 'register.record-closed',
  status: 409,
  zh: '这一条已经撤下，不能再改。需要的话请重新登记一条。',
  en: 'This record was withdrawn and cannot be changed. Enter it anew if it is needed.',
};

export const notKeeper: Refusal = {
  code: 'register.not-keeper',
  status: 403,
  zh: '这本台账不由您来记。需要改的话，请找台账上写明的人。',
  en: 'You do not keep this register. Ask one of those who do.',
};

export const twiceEntered = (what: string): Refusal => ({
  code: 'register.twice',
  status: 409,
  zh: `这本台账里已经有相同的${what}了。请找到原来那一条来改，不用再登记。`,
  en: 'This register holds such a record already. Change that one instead.',
});

export function formInvalid(problems: Record<string, { zh: string; en: string }>): Refusal {
  const wrong = Object.entries(problems);
  return {
    code: 'register.form-invalid',
    status: 422,
    zh: `还有 ${wrong.length} 项要改：${wrong.map(([, one]) => one.zh).join('；')}。`,
    en: `${wrong.length} field(s) need attention: ${wrong.map(([, one]) => one.en).join('; ')}.`,
    fields: Object.fromEntries(wrong.map(([id, one]) => [id, one.zh])),
  };
}

export const needUnmet = (sentence: string): Refusal => ({
  code: 'register.need-unmet',
  status: 422,
  zh: `还差一个条件：${sentence}。`,
  en: `This record does not meet a need of its register: ${sentence}.`,
});

/** What a sealed value looks like to those who may not see it: enough to recognise. */
export function masked(field: Pick<Field, 'id' | 'type'>, value: string): string {
  if (field.type === 'phone') return maskPhone(value);
  return field.type === 'person' || field.id === whoField ? maskName(value) : '（已加密，查看留痕）';
}

/** A value as a person reads it; empty when there is nothing to say. */
export function cellText(field: Field, value: Json | undefined): string {
  if (value === undefined || value === null || value === '' || value === sealedMark) return '';
  if (field.type === 'images') return `${[value].flat().length} 张`;
  if (Array.isArray(value)) return value.map(String).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type === 'rating') return `${String(value)} 星`;
  if (field.type === 'percent') return `${String(value)}%`;
  if (field.type === 'money') return `${(Number(value) / 100).toFixed(2)} 元`;
  return typeof value === 'object' ? String((value as { label?: Json }).label ?? '') : String(value);
}

const drawn = 'illustration:';

/** Where a picture of a record is read from. */
export const pictureAddress = (areaId: string, id: string): string =>
  id.startsWith(drawn) ? `/illustrations/${id.slice(drawn.length)}.svg` : `/api/v1/areas/${areaId}/files/${id}`;

/** The pictures somebody uploaded, apart from the app's own drawings. */
export function uploadedIn(register: Register, values: Values): string[] {
  return Object.values(register.asking.fields)
    .filter(({ type }) => type === 'images')
    .flatMap(({ id }) => [values[id] ?? []].flat().map(String))
    .filter((id) => !id.startsWith(drawn));
}

/** Fields of some forms that hold something, in the order of the file. */
export function filledCells(
  register: Register,
  values: Values,
  told: { areaId: string; open(field: string): string | null },
): FilledCell[] {
  return Object.values(register.asking.forms).flatMap((form) =>
    form.fields.flatMap((field): FilledCell[] => {
      const value = values[field.id];
      const sealed = value === sealedMark;
      const text = sealed ? masked(field, told.open(field.id) ?? '') : cellText(field, value);
      const pictures =
        field.type === 'images' && !sealed
          ? [value ?? []].flat().map((id) => pictureAddress(told.areaId, String(id)))
          : [];
      return text === '' ? [] : [{ id: field.id, label: field.label.zh, text, sealed, pictures }];
    }),
  );
}

/** The fields of some forms as a screen asks them, with what is known filled in; what is sealed stays when left empty. */
export function askedOf(
  register: Register,
  forms: readonly string[],
  values: Values,
  choices: (field: string) => string[],
): AskedField[] {
  return forms
    .flatMap((id) => register.asking.forms[id]?.fields ?? [])
    .filter((field) => field.is === undefined)
    .map((field) => {
      const known = values[field.id];
      const sealed = known === sealedMark;
      return {
        id: field.id,
        label: field.label,
        type: field.type,
        optional: field.optional || field.type === 'consent' || field.if !== undefined || sealed,
        many: field.many,
        ...(field.of ? { of: choices(field.id).map((word) => ({ value: word, label: word })) } : {}),
        ...(field.min === undefined ? {} : { min: field.min }),
        ...(field.max === undefined ? {} : { max: field.max }),
        ...(field.if === undefined ? {} : { if: field.if }),
        ...(sealed ? { known: '已加密，不改就不用填' } : {}),
        ...(known === undefined || known === null || sealed ? {} : { value: known }),
      };
    });
}

const inWords = ['text', 'longtext', 'choice', 'tags', 'place', 'checklist'];

/** What a record is found by: everything readable that is words. */
export function wordsOf(register: Register, values: Values): string {
  return Object.values(register.asking.fields)
    .filter(({ type }) => inWords.includes(type))
    .map((field) => cellText(field, values[field.id]))
    .filter(Boolean)
    .join(' ');
}

/** The columns of a list: the record's own fields but for long texts and pictures. */
export function listColumns(register: Register): Field[] {
  return (register.asking.forms[recordForm]?.fields ?? []).filter(
    ({ id, type }) => id !== whoField && !['longtext', 'images', 'consent', 'phone', 'person'].includes(type),
  );
}

export const columnsMax = 5;
