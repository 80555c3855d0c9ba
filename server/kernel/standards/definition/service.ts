import type { Json } from '#kernel-contract/workflow';
import type { Raw, Reading, Shelf, Source } from '#kernel-contract/workflow/definition';
import {
  entriesOf,
  isMap,
  labelOf,
  levels,
  lineOf,
  listOf,
  methodHash,
  note,
  readInferred,
  readKey,
  readParams,
  refuseUnknownKeys,
  text,
} from '#kernel/workflow/definition';
import type { CompiledStandard, Group, Item, MeasureSpec, NumberTest, Standard, WordTest } from '../contract.ts';
import { standardProblem, type StandardCode } from '../sentence/service.ts';
import { parseThreshold, unitNames } from '../threshold/rules.ts';

/** A standard file as written → its compiled form, and what is wrong in the writing. Source: METHODS 2.4. */

export const fileKeys = [
  'id',
  'name',
  'version',
  'source',
  'quotes',
  'params',
  'inferred',
  'level',
  'period',
  'grades',
  'enough',
  'groups',
];
export const itemKeys = [
  'measure',
  'with',
  'atLeast',
  'atMost',
  'all',
  'any',
  'each',
  'judge',
  'encouraged',
  'quote',
  'place',
];
const laterFileKeys = ['fixed'];
export const periods = ['year', 'month', 'once'] as const;
export const judgings = ['yesno', 'grade'] as const;
const testKeys = ['atLeast', 'atMost', 'all', 'any'];
/** `S1.3 新时代文明实践站室内面积` */
const itemKey = /^([A-Za-z][A-Za-z0-9]*(?:\.\d+)*)(?: +(\S.*))?$/;

type Written = { [key: string]: Json };
type Context = { reading: Reading; measures: readonly MeasureSpec[] };

const say = (reading: Reading, code: StandardCode, path: string, details?: Record<string, string>): void =>
  void reading.problems.push(
    standardProblem({ file: reading.source.file, path, line: lineOf(reading.source, path) }, code, details),
  );

function readItemKey(reading: Reading, key: string, path: string): Pick<Item, 'id' | 'label'> {
  const match = itemKey.exec(key);
  const id = match?.[1] ?? (key.split(' ', 1)[0] as string);
  if (!match) note(reading, 'label-id', `${path}/${id}`, { key });
  else if (match[2] === undefined) note(reading, 'label-missing', `${path}/${id}`, { key });
  return { id, label: labelOf(reading, match?.[2] ?? id) };
}

function readWords(reading: Reading, value: Json | undefined, path: string): string[] {
  const words = listOf(reading, value, path);
  for (const word of words) labelOf(reading, word);
  return words;
}

function readNumberTest(
  { reading }: Context,
  raw: Written,
  spec: MeasureSpec | undefined,
  path: string,
): NumberTest | null {
  const bound = raw['atLeast'] === undefined ? 'atMost' : 'atLeast';
  const threshold = parseThreshold(raw[bound]);
  if (!threshold) {
    say(reading, 'threshold-broken', `${path}/${bound}`, { threshold: String(raw[bound]) });
    return null;
  }
  if (spec && spec.gives !== threshold.unit) sayUnit(reading, `${path}/${bound}`, spec, threshold.unit);
  return { kind: 'number', bound, ...threshold, each: readWords(reading, raw['each'], `${path}/each`) };
}

const sayUnit = (reading: Reading, path: string, spec: MeasureSpec, unit: keyof typeof unitNames): void =>
  say(reading, 'threshold-unit', path, { measure: spec.name, gives: unitNames[spec.gives], unit: unitNames[unit] });

function readTest(context: Context, raw: Written, spec: MeasureSpec | undefined, path: string): Item['test'] {
  const { reading } = context;
  const written = testKeys.filter((key) => raw[key] !== undefined);
  const numbers = written.filter((key) => key.startsWith('at'));
  if (written.length === 0) say(reading, 'test-missing', path);
  else if (numbers.length > 1 || (numbers.length === 1 && written.length > 1))
    say(reading, 'test-two', path, { tests: written.join(' ') });
  if (numbers.length > 0) return readNumberTest(context, raw, spec, path);
  if (written.length === 0) return null;
  if (spec && spec.gives !== 'words') sayUnit(reading, `${path}/${written[0]}`, spec, 'words');
  const test: WordTest = {
    kind: 'words',
    all: readWords(reading, raw['all'], `${path}/all`),
    any: readWords(reading, raw['any'], `${path}/any`),
  };
  return test;
}

function readMeasure(context: Context, raw: Written, path: string): Pick<Item, 'measure' | 'test'> {
  const { reading, measures } = context;
  const name = String(raw['measure']);
  const spec = measures.find((one) => one.name === name);
  if (!spec) say(reading, 'measure-unknown', path, { measure: name, known: measures.map((one) => one.name).join(' ') });
  const given = isMap(raw['with']) ? raw['with'] : {};
  if (raw['with'] !== undefined && !isMap(raw['with'])) note(reading, 'map-expected', `${path}/with`);
  for (const argument of spec ? Object.keys(given) : [])
    if (!spec?.takes.includes(argument))
      say(reading, 'argument-unknown', `${path}/with/${argument}`, { measure: name, argument });
  return { measure: { name, with: given }, test: readTest(context, raw, spec, path) };
}

function readJudge(reading: Reading, raw: Written, path: string): Item['judge'] {
  const tests = [...testKeys, 'with', 'each'].filter((key) => raw[key] !== undefined);
  if (tests.length > 0) say(reading, 'test-judged', path, { tests: tests.join(' ') });
  const judge = String(raw['judge']);
  const known = judgings.find((one) => one === judge);
  if (!known) say(reading, 'judge-unknown', `${path}/judge`, { judge, known: judgings.join(' ') });
  return known ?? 'yesno';
}

function readItem(context: Context, key: string, value: Json, group: string): Item {
  const { reading } = context;
  const { id, label } = readItemKey(reading, key, group);
  const path = `${group}/${id}`;
  if (!isMap(value)) note(reading, 'map-expected', path);
  const raw: Written = isMap(value) ? value : {};
  refuseUnknownKeys(reading, raw, itemKeys, [], path);
  const [isMeasured, isJudged] = [raw['measure'] !== undefined, raw['judge'] !== undefined];
  if (isMeasured && isJudged) say(reading, 'how-two', path);
  if (!isMeasured && !isJudged) say(reading, 'how-missing', path);
  return {
    id,
    label,
    quote: raw['quote'] === undefined ? null : String(raw['quote']),
    place: raw['place'] === undefined ? null : String(raw['place']),
    ...(isMeasured ? readMeasure(context, raw, path) : { measure: null, test: null }),
    judge: isJudged && !isMeasured ? readJudge(reading, raw, path) : null,
    encouraged: raw['encouraged'] === true,
  };
}

function readGroups(context: Context, raw: Raw): Group[] {
  const { reading } = context;
  const groups = entriesOf(reading, raw['groups'], 'groups').map(([key, value]) => {
    const { id, label } = readKey(reading, key, 'groups');
    const items = entriesOf(reading, value, `groups/${id}`).map(([name, item]) =>
      readItem(context, name, item, `groups/${id}`),
    );
    if (items.length === 0) say(reading, 'items-missing', `groups/${id}`);
    return { id, label, items };
  });
  if (groups.length === 0) say(reading, 'group-missing', 'groups');
  const seen = new Set<string>();
  for (const group of groups)
    for (const { id } of group.items) {
      if (seen.has(id)) say(reading, 'item-twice', `groups/${group.id}/${id}`, { id });
      seen.add(id);
    }
  return groups;
}

function readGrades(reading: Reading, raw: Raw, groups: readonly Group[]): Pick<Standard, 'grades' | 'enough'> {
  const grades = readWords(reading, raw['grades'], 'grades');
  const enough = raw['enough'] === undefined ? null : String(raw['enough']);
  const isGraded = groups.some(({ items }) => items.some(({ judge }) => judge === 'grade'));
  if (isGraded && (grades.length === 0 || enough === null)) say(reading, 'grades-missing', 'groups');
  else if (enough !== null && !grades.includes(enough)) say(reading, 'enough-unknown', 'enough', { enough });
  return { grades, enough };
}

function oneOf<T extends string>(reading: Reading, raw: Raw, key: string, known: readonly T[]): T {
  const value = text(reading, raw, key);
  const found = known.find((one) => one === value);
  if (value !== '' && !found) note(reading, 'value-unknown', key, { value, known: known.join(' ') });
  return found ?? (known[0] as T);
}

/**
 * Compiles a standard file. Always answers with a standard, as good as the file allows, and with what is wrong in it: the
 * writing, the measures nobody registers, thresholds that do not fit what is measured.
 */
export function compileStandard(source: Source, shelf: Shelf, measures: readonly MeasureSpec[]): CompiledStandard {
  const reading: Reading = { source, shelf, problems: [], texts: new Set() };
  const { raw } = source;
  refuseUnknownKeys(reading, raw, fileKeys, laterFileKeys, '');
  const params = readParams(reading, raw['params']);
  if (!Number.isInteger(raw['version']) || Number(raw['version']) < 1) note(reading, 'version-whole', 'version');
  const groups = readGroups({ reading, measures }, raw);
  for (const { label } of Object.values(params)) labelOf(reading, label.zh);
  const standard: Standard = {
    id: text(reading, raw, 'id'),
    hash: methodHash({ ...raw, ' groups': orderOf(raw['groups']) }),
    name: labelOf(reading, text(reading, raw, 'name')),
    version: Number(raw['version'] ?? 0),
    source: text(reading, raw, 'source'),
    level: oneOf(reading, raw, 'level', levels),
    period: oneOf(reading, raw, 'period', periods),
    ...readGrades(reading, raw, groups),
    params,
    groups,
    inferred: readInferred(reading, raw),
  };
  return { standard, problems: reading.problems, texts: [...reading.texts] };
}

/** The order in which groups and items are written is part of what a standard says. */
function orderOf(groups: Json | undefined): Json {
  return Object.entries(isMap(groups) ? groups : {}).map(([key, items]) => [
    key,
    ...Object.keys(isMap(items) ? items : {}),
  ]);
}
