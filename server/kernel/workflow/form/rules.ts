import { computeValue } from '../condition/rules.ts';
import { sealedMark } from '../contract.ts';
import type { Field, Json, MatterState, Method, Values, World } from '../contract.ts';
import { holdsFor, scopeOf, unseen } from '../scope/rules.ts';
import type { Seen } from '../scope/rules.ts';
import type { CheckedForm, Sentence } from './contract.ts';
import { readers } from './value/rules.ts';
import type { Read } from './value/rules.ts';

type Context = { state: MatterState | null; world: World };

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const choosing = ['choice', 'pick', 'checklist', 'who', 'images', 'files', 'scan', 'rating', 'yesno', 'checkin'];

function missing(field: Field): Sentence {
  const { zh, en } = field.label;
  if (field.type === 'images') return { zh: `还没有${zh}，请拍一张`, en: `${en}: take a photo` };
  if (choosing.includes(field.type)) return { zh: `还没有选${zh}`, en: `Choose: ${en}` };
  return { zh: `还没有填${zh}`, en: `Fill in: ${en}` };
}

const rowsMax = 200;

function readList(value: Json, field: Field, method: Method, context: Context): Read {
  const rows = Array.isArray(value) ? value : [value];
  const max = typeof field.max === 'number' ? field.max : rowsMax;
  if (rows.length > max) return { problem: { zh: `最多 ${max} 行`, en: `At most ${max} rows` } };
  if (typeof field.min === 'number' && rows.length < field.min) {
    const { zh, en } = field.label;
    const [least, found] = [field.min, rows.length];
    return {
      problem: {
        zh: `“${zh}”至少要 ${least} 行，现在有 ${found} 行`,
        en: `${en}: at least ${least} rows, not ${found}`,
      },
    };
  }
  const kept: Values[] = [];
  for (const [at, row] of rows.entries()) {
    const given: Values = typeof row === 'object' && row !== null && !Array.isArray(row) ? row : {};
    const checked = checkFields(method, field.columns ?? [], given, context, given);
    const [first] = Object.values(checked.problems);
    if (first) return { problem: { zh: `第 ${at + 1} 行：${first.zh}`, en: `Row ${at + 1}: ${first.en}` } };
    kept.push(checked.values);
  }
  return { value: kept };
}

function readOne(field: Field, value: Json, method: Method, context: Context): Read {
  if (field.type === 'list') return readList(value, field, method, context);
  const read = readers[field.type];
  const around = { field, method, world: context.world, seen: context.state ?? unseen };
  if (!read) return { problem: { zh: '这一项目前还不能填', en: 'This cannot be filled yet' } };
  if (field.many && !['choice', 'who', 'tags', 'pick'].includes(field.type) && Array.isArray(value)) {
    const all = value.map((item) => read(item, around));
    const bad = all.find((item) => 'problem' in item);
    return bad ?? { value: all.map((item) => ('value' in item ? item.value : null)) };
  }
  return read(value, around);
}

/** What conditions see while a form is being filled: the matter as it is, with what has been read so far. */
function seenWith(context: Context, values: Values): Seen {
  const seen = context.state ?? unseen;
  return { ...seen, fields: { ...seen.fields, ...values } };
}

function checkFields(method: Method, fields: Field[], given: Values, context: Context, row?: Values): CheckedForm {
  const values: Values = {};
  const problems: Record<string, Sentence> = {};
  for (const field of fields) {
    const seen = seenWith(context, { ...row, ...values });
    if (!holdsFor(field.if, method, seen, context.world)) {
      const kept = row === undefined ? context.state?.fields[field.id] : undefined;
      if (field.is !== undefined || !isEmpty(kept)) values[field.id] = null;
      continue;
    }
    if (field.is !== undefined) {
      values[field.id] = computeValue(field.is, scopeOf(method, seen, context.world));
      continue;
    }
    const value = given[field.id] ?? field.default;
    if (isEmpty(value)) {
      if (!field.optional && field.type !== 'consent') problems[field.id] = missing(field);
      continue;
    }
    const read = readOne(field, value as Json, method, context);
    if ('problem' in read) problems[field.id] = read.problem;
    else values[field.id] = read.value;
  }
  return { values, problems };
}

/**
 * Reads what was filled into forms: types, lengths, choices, bounds, what is required or asked only under a condition;
 * texts are trimmed, computed fields computed, fields not asked left out, and what was filled in them before taken back. Fields that are in none of the forms are
 * refused. Texts hold 500 characters and long texts 4000 unless the file says otherwise. Source: METHODS 2.1.
 */
export function checkForm(method: Method, formIds: readonly string[], values: Values, context: Context): CheckedForm {
  const fields = formIds.flatMap((id) => method.forms[id]?.fields ?? []);
  const checked = checkFields(method, fields, values, context);
  for (const key of Object.keys(values)) {
    if (fields.some((field) => field.id === key)) continue;
    checked.problems[key] = {
      zh: `这一步没有“${key.slice(0, 40)}”这一项，请去掉`,
      en: `This step has no field “${key.slice(0, 40)}”`,
    };
  }
  return checked;
}

/** Of the fields another matter hands over, those this method has too and whose values fit; what is sealed stays behind. */
export function travellingFields(method: Method, values: Values, world: World): Values {
  const kept: Values = {};
  for (const [id, value] of Object.entries(values)) {
    const field = method.fields[id];
    if (!field || field.is !== undefined || isEmpty(value) || value === sealedMark) continue;
    const read = readOne(field, value, method, { state: null, world });
    if ('value' in read) kept[id] = read.value;
  }
  return kept;
}
