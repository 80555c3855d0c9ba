import type { AskedField } from '#contract/matters';
import { parseYuan } from '#shared/money';
import { readRows } from './rows.ts';

export type Values = Record<string, unknown>;

/** What must be known of a field to read it from a form. */
export type Readable = Pick<AskedField, 'id' | 'type' | 'many' | 'optional' | 'label' | 'if'> & {
  columns?: AskedField['columns'];
};

/** What a refused form of a matter left: which one it was, what is missing, what was typed. */
export type Left = {
  opened: string;
  sentence: string;
  problems: Record<string, string>;
  values: Values;
  reason: string;
  /** Pictures that arrived before the refusal. */
  kept: { id: string; small: string }[];
};

/** Where an asked field stands in a form, so that it cannot be mistaken for the form's own names. */
export function inputName(field: { id: string }): string {
  return `field.${field.id}`;
}

/** Values of the asked fields as the API takes them, from a form sent with or without scripts. Pictures are file ids. */
export function readAsked(fields: readonly Readable[], form: FormData, spots: PlaceChoice[]): Values {
  const values: Values = {};
  for (const field of fields) {
    const value = readOne(field, form, spots);
    if (value !== undefined) values[field.id] = value;
  }
  return values;
}

function readOne(field: Readable, form: FormData, spots: PlaceChoice[]): unknown {
  const name = inputName(field);
  const text = String(form.get(name) ?? '').trim();
  if (field.type === 'images' || field.type === 'files') return filled(form.getAll(`${name}.id`).map(String));
  if (field.type === 'list') return readRows({ id: field.id, columns: field.columns }, form);
  if (field.type === 'place') return readPlace(form, name, spots);
  // A tick box that is not ticked is not sent; a pair of chips sends which of them was pressed.
  if (field.type === 'yesno' || field.type === 'consent') return form.has(name) && text !== 'no';
  if (field.many || field.type === 'tags' || field.type === 'checklist') return filled(form.getAll(name).map(String));
  if (text === '') return undefined;
  // Yuan as people write them; what is no amount goes on as it was typed, and is refused there.
  if (field.type === 'money') return parseYuan(text) ?? text;
  if (['number', 'count', 'percent', 'rating'].includes(field.type)) return Number(text);
  return text;
}

function filled(list: string[]): string[] | undefined {
  const kept = list.filter((one) => one !== '');
  return kept.length > 0 ? kept : undefined;
}

/** One place a person can choose by pressing it. */
export type PlaceChoice = { key: string; label: string; areaId?: string; spot?: string; point?: [number, number] };

const atHome = /^我家 · /;

/** Whether words typed or kept name this place: by its name, with or without 我家, or by its plate. */
export function isPlace(place: PlaceChoice, words: string): boolean {
  return words !== '' && [place.label, place.label.replace(atHome, ''), place.spot].includes(words);
}

function readPlace(form: FormData, name: string, spots: PlaceChoice[]): unknown {
  const chosen = String(form.get(name) ?? '');
  const known = spots.find(({ key }) => key === chosen);
  if (known) return placeOf(known);
  const label = String(form.get(`${name}.label`) ?? '').trim();
  const point = readPoint(String(form.get(`${name}.point`) ?? ''));
  const named = spots.find((spot) => isPlace(spot, label));
  if (named) return placeOf(named);
  if (label === '') return point ? { label: '我现在的位置', point } : undefined;
  return point ? { label, point } : { label };
}

function placeOf({ label, areaId, spot, point }: PlaceChoice): unknown {
  return {
    label: label.replace(atHome, ''),
    ...(areaId ? { areaId } : {}),
    ...(spot ? { spot } : {}),
    ...(point ? { point } : {}),
  };
}

function readPoint(text: string): [number, number] | null {
  const [lng, lat] = text.split(',').map(Number);
  return lng && lat && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

/** What is missing among the asked fields, one sentence each, spoken. */
export function missingFrom(fields: readonly Readable[], values: Values): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const field of fields) {
    if (field.optional || field.if || values[field.id] !== undefined) continue;
    missing[field.id] = sentenceFor(field);
  }
  return missing;
}

function sentenceFor(field: Readable): string {
  const what = field.label.zh;
  if (field.type === 'place') return '还没说在哪里。点一个地方，或者自己写一个。';
  if (field.type === 'choice') return `还没选${what}，点一个最像的就行。`;
  if (field.type === 'images') return '这里要一张照片，拍一张就行。';
  if (field.type === 'rating') return '还没点星，点一颗就行。';
  return `“${what}”还没写，一句话就行。`;
}

/** Sentences of the API by the id of the field they belong to, whatever prefix they carry. */
export function problemsByField(fields: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).map(([path, sentence]) => [
      path.replace(/^(body\.)?form\./, '').split('.')[0],
      sentence,
    ]),
  );
}
