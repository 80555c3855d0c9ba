import { readRecordDuties } from '#kernel/duties/definition';
import type { Duty } from '#kernel-contract/duties';
import type { Field, Json, Label, Level, Method, Step } from '#kernel-contract/workflow';
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
  readForms,
  readInferred,
  readKey,
  readParams,
  refuseUnknownKeys,
  text,
  wordsOf,
} from '#kernel/workflow/definition';
import {
  faceKinds,
  recordForm,
  subjectKinds,
  whoField,
  type CompiledRegister,
  type Count,
  type Need,
  type Register,
  type RegisterMove,
  type RegisterState,
  type SubjectKind,
} from '../contract.ts';
import { registerProblem, type RegisterCode } from '../sentence/service.ts';

/** A register file as written → its compiled register, and what is wrong in the writing. Source: METHODS 2.3, decision 0019. */

export const fileKeys = [
  'id',
  'name',
  'version',
  'source',
  'quotes',
  'params',
  'inferred',
  'level',
  'subject',
  'by',
  'visible',
  'fields',
  'forms',
  'unique',
  'needs',
  'advise',
  'shows',
  'states',
  'aside',
  'counts',
  'duties',
  'present',
  'why',
];
const laterFileKeys = ['fixed', 'scheme', 'prints'];
export const stateKeys = ['by', 'form', 'needs', 'advise', 'go', 'why'];
const laterStateKeys = ['within', 'until', 'shows', 'starts', 'tell', 'late'];
export const countKeys = ['by', 'if', 'target'];
const laterCountKeys = ['outOf'];
export const presentKeys = ['face', 'icon', 'promise', 'empty', 'picture', 'group', 'story'];

const whoLabels: Record<SubjectKind, Label> = {
  person: { zh: '姓名', en: 'Name' },
  household: { zh: '户', en: 'Household' },
  organisation: { zh: '名称', en: 'Name' },
  place: { zh: '地点名称', en: 'Place' },
  area: { zh: '辖区', en: 'Area' },
  none: { zh: '名称', en: 'Name' },
};

const whoMax = 60;

const whoOf = (subject: SubjectKind): Field => ({
  id: whoField,
  label: whoLabels[subject],
  type: 'text',
  optional: false,
  many: false,
  max: whoMax,
  options: {},
});

const say = (reading: Reading, code: RegisterCode, path: string, details?: Record<string, string>): void =>
  void reading.problems.push(
    registerProblem({ file: reading.source.file, path, line: lineOf(reading.source, path) }, code, details),
  );

function oneOf<T extends string>(reading: Reading, raw: Raw, key: string, known: readonly T[], otherwise: T): T {
  const value = raw[key];
  if (value === undefined) return otherwise;
  if (known.includes(value as T)) return value as T;
  note(reading, 'value-unknown', key, { value: String(value), known: known.join(' ') });
  return otherwise;
}

function readNeeds(reading: Reading, value: Json | undefined, path: string): Need[] {
  return entriesOf(reading, value, path).map(([condition, sentence]) => ({
    if: condition,
    sentence: labelOf(reading, String(sentence)).zh,
  }));
}

function readMoves(reading: Reading, value: Json | undefined, path: string): RegisterMove[] {
  return entriesOf(reading, value, path).map(([key, to]) => {
    const { id, label } = readKey(reading, key, path);
    if (typeof to !== 'string') note(reading, 'word-expected', `${path}/${id}`);
    return { id, label, to: String(to) };
  });
}

function readStates(reading: Reading, raw: Raw, keepers: string[]): RegisterState[] {
  return (['states', 'aside'] as const).flatMap((group) =>
    entriesOf(reading, raw[group], group).map(([key, value]): RegisterState => {
      const { id, label } = readKey(reading, key, group);
      const path = `${group}/${id}`;
      const state: Raw = isMap(value) ? value : {};
      if (!isMap(value)) note(reading, 'map-expected', path);
      refuseUnknownKeys(reading, state, stateKeys, laterStateKeys, path);
      const by = listOf(reading, state['by'], `${path}/by`);
      return {
        id,
        label,
        main: group === 'states',
        by: by.length > 0 ? by : keepers,
        forms: listOf(reading, state['form'], `${path}/form`),
        needs: readNeeds(reading, state['needs'], `${path}/needs`),
        advise: readNeeds(reading, state['advise'], `${path}/advise`),
        moves: readMoves(reading, state['go'], `${path}/go`),
      };
    }),
  );
}

function readTarget(reading: Reading, raw: Raw, path: string): number | null {
  const { target } = raw;
  if (target === undefined) return null;
  const percent = /^(\d{1,3})%$/.exec(String(target))?.[1];
  const isRight = percent !== undefined && Number(percent) <= 100 && raw['if'] !== undefined;
  if (!isRight) say(reading, 'count-target', path);
  return isRight ? Number(percent) : null;
}

function readCounts(reading: Reading, value: Json | undefined): Count[] {
  return entriesOf(reading, value, 'counts').map(([key, count]) => {
    const { id, label } = readKey(reading, key, 'counts');
    const path = `counts/${id}`;
    const raw: Raw = isMap(count) ? count : {};
    if (!isMap(count)) note(reading, 'map-expected', path);
    refuseUnknownKeys(reading, raw, countKeys, laterCountKeys, path);
    if (raw['outOf'] === undefined && (raw['by'] === undefined) === (raw['if'] === undefined))
      say(reading, 'count-one', path);
    return {
      id,
      label,
      by: raw['by'] === undefined ? null : String(raw['by']),
      if: raw['if'] === undefined ? null : String(raw['if']),
      target: readTarget(reading, raw, path),
    };
  });
}

function readPresent(reading: Reading, value: Json | undefined): Register['present'] {
  const raw: Raw = isMap(value) ? value : {};
  refuseUnknownKeys(reading, raw, presentKeys, [], 'present');
  const present: Register['present'] = { face: 'lines' };
  const face = raw['face'];
  if (face !== undefined && !faceKinds.includes(face as never))
    note(reading, 'value-unknown', 'present/face', { value: String(face), known: faceKinds.join(' ') });
  else if (face !== undefined) present.face = face as Register['present']['face'];
  for (const key of ['promise', 'empty'] as const)
    if (raw[key] !== undefined) present[key] = labelOf(reading, String(raw[key]));
  for (const key of ['icon', 'picture', 'group', 'story'] as const)
    if (raw[key] !== undefined) present[key] = String(raw[key]);
  return present;
}

function readQuotes(value: Json | undefined): Register['quotes'] {
  return (Array.isArray(value) ? value : []).flatMap((one) =>
    isMap(one) ? [{ text: String(one['text'] ?? ''), place: String(one['place'] ?? '') }] : [],
  );
}

const nobody: Label = { zh: '', en: '' };

type Station = Pick<Step, 'id' | 'label' | 'by' | 'forms' | 'needs' | 'advise'> & { why?: string };

/** A station as a step without a line: its forms, actors and conditions are then checked and asked like those of a method. */
function stepOf({ why, ...station }: Station, position: number): Step {
  return {
    ...station,
    main: true,
    position,
    kind: 'task',
    argument: null,
    options: {},
    late: [],
    actions: [],
    outcomes: {},
    shows: [],
    tell: [],
    starts: [],
    prints: [],
    meanwhile: [],
    record: [],
    ...(why === undefined ? {} : { why }),
  };
}

function stationsOf(raw: Raw, register: Omit<Register, 'asking' | 'hash'>): Station[] {
  const { by, needs, advise, states, counts, duties } = register;
  const bare = { label: nobody, by: ['system'], forms: [], needs: [], advise: [] };
  const whyOf = (written: Json | undefined): { why?: string } =>
    isMap(written) && written['why'] !== undefined ? { why: String(written['why']) } : {};
  const rawState = (id: string): Json | undefined =>
    (['states', 'aside'] as const)
      .flatMap((group) => Object.entries(isMap(raw[group]) ? raw[group] : {}))
      .find(([key]) => key.split(' ', 1)[0] === id)?.[1];
  return [
    { ...bare, id: '$', by, forms: [recordForm], needs, advise, ...whyOf(raw) },
    ...states.map(({ id, label, by: actors, forms, needs: must, advise: should }) => ({
      id: `$states.${id}`,
      label,
      by: actors,
      forms,
      needs: must,
      advise: should,
      ...whyOf(rawState(id)),
    })),
    ...counts.map((count) => ({
      ...bare,
      id: `$counts.${count.id}`,
      needs: count.if === null ? [] : [{ if: count.if, sentence: '' }],
    })),
    ...duties.map((duty) => ({
      ...bare,
      id: `$duties.${duty.id}`,
      by: duty.by,
      forms: duty.forms,
      needs: duty.if === null ? [] : [{ if: duty.if, sentence: '' }],
    })),
  ];
}

type Asked = Pick<Method, 'params' | 'forms' | 'fields'>;

/** The fields of a register stand under `fields:` in the file, and are a form like any other for the workflow kernel. */
function readAsked(reading: Reading, raw: Raw, subject: SubjectKind): Asked {
  const { forms, fields } = readForms(reading, {
    [recordForm]: raw['fields'] ?? null,
    ...(isMap(raw['forms']) ? raw['forms'] : {}),
  });
  const params = readParams(reading, raw['params']);
  const own = forms[recordForm] ?? { id: recordForm, fields: [] };
  if (own.fields.length === 0) say(reading, 'field-none', 'fields');
  if (fields[whoField]) say(reading, 'field-who', 'fields');
  const who = whoOf(subject);
  forms[recordForm] = { ...own, fields: [who, ...own.fields.filter(({ id }) => id !== whoField)] };
  return { params, forms, fields: { [whoField]: who, ...fields, ...(fields[whoField] ? { [whoField]: who } : {}) } };
}

function askingOf(raw: Raw, shelf: Shelf, register: Omit<Register, 'asking' | 'hash'>, asked: Asked): Method {
  return {
    ...asked,
    id: register.id,
    hash: '',
    name: nobody,
    version: register.version,
    source: '',
    level: register.level,
    visible: 'area',
    unique: register.unique,
    steps: stationsOf(raw, register).map(stepOf),
    anytime: [],
    inferred: [],
    fixed: [],
    officeVerbsOff: [],
    names: shelf.names,
    present: { facts: [], shown: {} },
    words: wordsOf(asked, shelf),
  };
}

function dutiesOf(reading: Reading, raw: Raw, keepers: string[]): Duty[] {
  return readRecordDuties(reading, raw['duties']).map((duty) => (duty.by.length > 0 ? duty : { ...duty, by: keepers }));
}

/** Paths of the record's form, as they are written in a register file. */
function withFieldLines(source: Source): Source {
  const lines = Object.fromEntries(
    Object.entries(source.lines).flatMap(([path, line]) =>
      path === 'fields' || path.startsWith('fields/')
        ? [[`forms/${recordForm}${path.slice('fields'.length)}`, line] as const]
        : [],
    ),
  );
  return { ...source, lines: { ...source.lines, ...lines } };
}

/**
 * Compiles a register file. Always answers with a register, as good as the file allows, and with what is wrong in the
 * writing; whether it makes sense is the checker's.
 */
export function compileRegister(source: Source, shelf: Shelf): CompiledRegister {
  const reading: Reading = { source: withFieldLines(source), shelf, problems: [], texts: new Set() };
  const { raw } = source;
  refuseUnknownKeys(reading, raw, fileKeys, laterFileKeys, '');
  if (raw['visible'] !== undefined && raw['visible'] !== 'area')
    note(reading, 'type-later', 'visible', { type: String(raw['visible']) });
  if (!Number.isInteger(raw['version']) || Number(raw['version']) < 1) note(reading, 'version-whole', 'version');
  const by = listOf(reading, raw['by'], 'by');
  const subject = oneOf<SubjectKind>(reading, raw, 'subject', subjectKinds, 'none');
  const asked = readAsked(reading, raw, subject);
  const read = {
    id: text(reading, raw, 'id'),
    name: labelOf(reading, text(reading, raw, 'name')),
    version: Number(raw['version'] ?? 0),
    source: text(reading, raw, 'source'),
    level: oneOf<Level>(reading, raw, 'level', levels, 'community'),
    subject,
    by,
    unique: listOf(reading, raw['unique'], 'unique'),
    needs: readNeeds(reading, raw['needs'], 'needs'),
    advise: readNeeds(reading, raw['advise'], 'advise'),
    shows: listOf(reading, raw['shows'], 'shows'),
    states: readStates(reading, raw, by),
    counts: readCounts(reading, raw['counts']),
    duties: dutiesOf(reading, raw, by),
    present: readPresent(reading, raw['present']),
    inferred: readInferred(reading, raw),
    quotes: readQuotes(raw['quotes']),
  };
  if (subject === 'none') text(reading, raw, 'subject');
  const register = { ...read, hash: methodHash(raw), asking: askingOf(raw, shelf, read, asked) };
  return { register, problems: reading.problems, texts: [...reading.texts] };
}
