import type { Field, FieldType, Form, Json, Param, Values } from '../../contract.ts';
import type { Reading } from '../contract.ts';
import { entriesOf, isMap, labelOf, note, readKey } from '../label/rules.ts';
import { fieldKeys, fieldTypes, laterParamTypes, paramTypes, voteRules } from '../vocabulary/rules.ts';

type Written = { type: string; optional: boolean; rest: Values };

function readType(value: Json): Written {
  const rest = isMap(value) ? value : {};
  const text = isMap(value) ? String(value['type'] ?? '') : String(value);
  const optional = text.startsWith('optional ');
  return { type: optional ? text.slice('optional '.length) : text, optional, rest };
}

function words(reading: Reading, value: Json | undefined, path: string): string[] | undefined {
  if (value === undefined || isMap(value)) return undefined;
  const items = (Array.isArray(value) ? value : [value]).map(String);
  const twice = items.find((item, at) => items.indexOf(item) !== at);
  if (twice !== undefined) note(reading, 'words-twice', `${path}/of`, { word: twice });
  return items;
}

function checkOptions(reading: Reading, written: Written, type: FieldType, path: string): void {
  const known = fieldTypes[type];
  for (const key of Object.keys(written.rest)) {
    if (fieldKeys.includes(key) || known.options.includes(key) || known.needs?.includes(key)) continue;
    note(reading, 'type-option', `${path}/${key}`, { type, key });
  }
  for (const key of known.needs ?? []) {
    if (written.rest[key] === undefined) note(reading, 'type-bare', path, { type, key });
  }
  const { min, max } = written.rest;
  if (typeof min === 'number' && typeof max === 'number' && min > max) note(reading, 'field-range', path);
  if (known.later) note(reading, 'type-later', path, { type });
}

function limits(rest: Values): Pick<Field, 'min' | 'max'> {
  const found: Pick<Field, 'min' | 'max'> = {};
  for (const key of ['min', 'max'] as const) {
    const value = rest[key];
    if (typeof value === 'number' || typeof value === 'string') found[key] = value;
  }
  return found;
}

function conditions(rest: Values): Pick<Field, 'if' | 'is'> {
  const found: Pick<Field, 'if' | 'is'> = {};
  for (const key of ['if', 'is'] as const) if (rest[key] !== undefined) found[key] = String(rest[key]);
  return found;
}

/** Compiles one field as written: `optional phone`, or a map with its type and options. */
export function readField(reading: Reading, key: string, value: Json, path: string): Field {
  const { id, label } = readKey(reading, key, path);
  const here = `${path}/${id}`;
  const written = readType(value);
  const known = Object.hasOwn(fieldTypes, written.type);
  if (!known) note(reading, 'type-unknown', here, { type: written.type });
  const type = known ? (written.type as FieldType) : 'text';
  if (known) checkOptions(reading, written, type, here);
  const { rest } = written;
  const field: Field = {
    id,
    label,
    type,
    optional: written.optional,
    many: rest['many'] === true,
    options: {},
    ...limits(rest),
    ...conditions(rest),
  };
  const of = words(reading, rest['of'], here);
  if (of) field.of = of;
  if (type === 'list') field.columns = readFields(reading, rest['of'], `${here}/of`);
  if (rest['default'] !== undefined) field.default = rest['default'];
  for (const option of ['captions', 'pixels', 'level', 'like', 'for', 'ordered']) {
    if (rest[option] !== undefined) field.options[option] = rest[option];
  }
  if (type === 'choice' || type === 'checklist')
    for (const word of of ?? []) if (!word.startsWith('params.')) labelOf(reading, word);
  return field;
}

function readFields(reading: Reading, value: Json | undefined, path: string): Field[] {
  return entriesOf(reading, value, path).map(([key, field]) => readField(reading, key, field, path));
}

/** Compiles `forms:`; a field name may occur once in a method. */
export function readForms(
  reading: Reading,
  value: Json | undefined,
): { forms: Record<string, Form>; fields: Record<string, Field> } {
  const forms: Record<string, Form> = {};
  const fields: Record<string, Field> = {};
  for (const [id, form] of entriesOf(reading, value, 'forms')) {
    forms[id] = { id, fields: readFields(reading, form, `forms/${id}`) };
    for (const field of forms[id].fields) {
      if (fields[field.id]) note(reading, 'field-twice', `forms/${id}/${field.id}`, { field: field.id });
      fields[field.id] = field;
    }
  }
  return { forms, fields };
}

function fits(type: string, value: Json, of: string[]): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'yesno') return typeof value === 'boolean';
  if (type === 'choice') return typeof value === 'string' && of.includes(value);
  if (type === 'rule') return typeof value === 'string' && voteRules.includes(value);
  if (type === 'words' || type === 'actor')
    return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
  return typeof value === 'number' && value >= 0 && (type === 'percent' || Number.isInteger(value));
}

function readParam(reading: Reading, key: string, value: Json): Param & { value: Json } {
  const { id, label } = readKey(reading, key, 'params');
  const rest = isMap(value) ? value : {};
  const type = isMap(value) ? String(value['type'] ?? '') : String(value);
  const path = `params/${id}`;
  if (laterParamTypes.includes(type)) note(reading, 'type-later', path, { type });
  else if (!paramTypes.includes(type)) note(reading, 'type-unknown', path, { type });
  const param: Param & { value: Json } = { id, label, type, value: rest['default'] ?? null };
  const of = words(reading, rest['of'], path);
  if (of) param.of = of;
  if (rest['default'] !== undefined) {
    param.default = rest['default'];
    if (paramTypes.includes(type) && !fits(type, param.default, of ?? [])) {
      note(reading, 'param-default', path, { param: id, value: String(param.default), type });
    }
  }
  for (const bound of ['min', 'max'] as const) if (typeof rest[bound] === 'number') param[bound] = rest[bound];
  for (const word of type === 'words' && Array.isArray(param.value) ? param.value : []) labelOf(reading, String(word));
  return param;
}

/** Compiles `params:`; the value in force is the default of the file, which an adoption replaces. */
export function readParams(reading: Reading, value: Json | undefined): Record<string, Param & { value: Json }> {
  const params = entriesOf(reading, value, 'params').map(([key, param]) => readParam(reading, key, param));
  return Object.fromEntries(params.map((param) => [param.id, param]));
}
