import { canonical } from '#shared/canonical';
import { sha256 } from '#shared/digest';
import type { Action, Json, Label, Level, Method, Names, OfficeVerb, Step, Visibility } from '../contract.ts';
import type { Compiled, Raw, Reading, Shelf, Source } from './contract.ts';
import { readForms, readParams } from './field/rules.ts';
import { entriesOf, isMap, keyId, labelOf, listOf, note, readKey, refuseUnknownKeys } from './label/rules.ts';
import { markLeading, readStep } from './step/rules.ts';
import {
  anytimeKeys,
  laterMethodKeys,
  levels,
  methodKeys,
  presentFields,
  presentShown,
  presentTexts,
  visibilities,
} from './vocabulary/rules.ts';

/** The name of a definition's content: SHA-256 over its data with the order of steps kept and everything else sorted. */
export function methodHash(raw: Raw): string {
  const ordered = {
    ...raw,
    ' steps': ['steps', 'aside', 'forms'].map((key) => (isMap(raw[key]) ? Object.keys(raw[key]) : [])),
  };
  return sha256(canonical(ordered));
}

function oneOf<T extends string>(reading: Reading, raw: Raw, key: string, known: readonly T[], otherwise: T): T {
  const value = raw[key];
  if (value === undefined) return otherwise;
  if (known.includes(value as T)) return value as T;
  note(reading, 'value-unknown', key, { value: String(value), known: known.join(' ') });
  return otherwise;
}

/** A text that a file must have. */
export function text(reading: Reading, raw: Raw, key: string): string {
  const value = raw[key];
  if (typeof value === 'string' && value.trim() !== '') return value;
  note(reading, 'key-missing', key, { key });
  return '';
}

function readSteps(reading: Reading, raw: Raw): Step[] {
  const main = entriesOf(reading, raw['steps'], 'steps').map(([key, step], at) =>
    readStep(reading, key, step, at, 'steps'),
  );
  const aside = entriesOf(reading, raw['aside'], 'aside').map(([key, step]) =>
    readStep(reading, key, step, -1, 'aside'),
  );
  const steps = [...main, ...aside];
  markLeading(steps);
  return steps;
}

function readAnytime(reading: Reading, raw: Raw): Method['anytime'] {
  return entriesOf(reading, raw['anytime'], 'anytime').map(([key, value]) => {
    const { id, label } = readKey(reading, key, 'anytime');
    const path = `anytime/${id}`;
    refuseUnknownKeys(reading, value, anytimeKeys, [], path);
    const { by, to, in: steps } = isMap(value) ? value : {};
    const action: Action = { id, label, routes: [{ to: String(to) }], leads: false, needsReason: true };
    const whole = { ...action, by: listOf(reading, by, `${path}/by`) };
    return steps === undefined ? whole : { ...whole, in: listOf(reading, steps, `${path}/in`) };
  });
}

/** What the source left open, by the reason. */
export function readInferred(reading: Reading, raw: Raw): Method['inferred'] {
  return entriesOf(reading, raw['inferred'], 'inferred').map(([reason, paths]) => {
    labelOf(reading, reason);
    return { reason, paths: (Array.isArray(paths) ? paths : [paths]).map(String) };
  });
}

function readPresent(reading: Reading, raw: Raw): Method['present'] {
  const written = isMap(raw['present']) ? raw['present'] : {};
  refuseUnknownKeys(reading, written, ['icon', 'facts', 'shown', ...presentTexts, ...presentFields], [], 'present');
  const present: Method['present'] = { facts: listOf(reading, written['facts'], 'present/facts'), shown: {} };
  if (typeof written['icon'] === 'string') present.icon = written['icon'];
  for (const key of presentTexts) if (typeof written[key] === 'string') present[key] = labelOf(reading, written[key]);
  for (const key of presentFields) if (typeof written[key] === 'string') present[key] = written[key];
  const shown = isMap(written['shown']) ? written['shown'] : {};
  refuseUnknownKeys(reading, shown, presentShown, [], 'present/shown');
  for (const key of presentShown) if (typeof shown[key] === 'string') present.shown[key] = shown[key];
  return present;
}

/** The words of choices, check lists and parameters in English. */
export function wordsOf(method: Pick<Method, 'fields' | 'params'>, shelf: Shelf): Record<string, string> {
  const fields = Object.values(method.fields).filter((field) => field.type === 'choice' || field.type === 'checklist');
  const params = Object.values(method.params).flatMap((param) =>
    Array.isArray(param.value) ? param.value.map(String) : [],
  );
  const words = [...fields.flatMap((field) => field.of ?? []), ...params].filter((word) => !word.startsWith('params.'));
  return Object.fromEntries(words.map((word) => [word, shelf.english[word] ?? word]));
}

/**
 * Compiles a method file. Always answers with a method, as good as the file allows, and with what is wrong in the
 * writing itself; whether the method makes sense is the checker's. Never throws for anything a file can contain.
 */
export function compileMethod(source: Source, shelf: Shelf): Compiled {
  const reading: Reading = { source, shelf, problems: [], texts: new Set() };
  const { raw } = source;
  refuseUnknownKeys(reading, raw, methodKeys, laterMethodKeys, '');
  const { forms, fields } = readForms(reading, raw['forms']);
  const params = readParams(reading, raw['params']);
  if (!Number.isInteger(raw['version']) || Number(raw['version']) < 1) note(reading, 'version-whole', 'version');
  for (const key of ['level', 'steps']) if (raw[key] === undefined) note(reading, 'key-missing', key, { key });
  const method: Method = {
    id: text(reading, raw, 'id'),
    hash: methodHash(raw),
    name: labelOf(reading, text(reading, raw, 'name')),
    version: Number(raw['version'] ?? 0),
    source: text(reading, raw, 'source'),
    level: oneOf<Level>(reading, raw, 'level', levels, 'community'),
    visible: oneOf<Visibility>(reading, raw, 'visible', visibilities, 'parties'),
    unique: listOf(reading, raw['unique'], 'unique'),
    params,
    forms,
    fields,
    steps: readSteps(reading, raw),
    anytime: readAnytime(reading, raw),
    inferred: readInferred(reading, raw),
    fixed: (Array.isArray(raw['fixed']) ? raw['fixed'] : raw['fixed'] === undefined ? [] : [raw['fixed']]).map(String),
    officeVerbsOff: listOf(reading, raw['without'], 'without') as OfficeVerb[],
    names: shelf.names,
    present: readPresent(reading, raw),
    words: wordsOf({ fields, params }, shelf),
  };
  return { method, problems: reading.problems, texts: [...reading.texts] };
}

/** A source for data that stands in no file: a copy changed on the desk. */
export function sourceOf(raw: Raw): Source {
  return { file: `${String(raw['id'] ?? '')}.yaml`, raw, lines: {}, text: '' };
}

function namesOf(raw: Raw, key: string, english: Record<string, string>): Names['roles'] {
  const entries = Object.entries(isMap(raw[key]) ? raw[key] : {}).map(([written, level]) => {
    const id = keyId(written);
    const zh = written.slice(id.length).trim() || id;
    const label: Label = { zh, en: english[zh] ?? zh };
    return [id, { label, level: String(level) as Level }] as const;
  });
  return Object.fromEntries(entries);
}

const many = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** Compiles `names.yaml`. */
export function compileNames(raw: Raw, english: Record<string, string>): Names {
  const office = isMap(raw['office']) ? raw['office'] : {};
  return {
    roles: namesOf(raw, 'roles', english),
    bodies: namesOf(raw, 'bodies', english),
    funds: namesOf(raw, 'funds', english),
    members: Object.fromEntries(
      Object.entries(isMap(raw['members']) ? raw['members'] : {}).map(([body, roles]) => [body, many(roles)]),
    ),
    office: {
      coordinators: many(office['coordinators']),
      supervisors: many(office['supervisors']),
      told: many(office['told']),
    },
  };
}
