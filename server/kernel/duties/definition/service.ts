import type { Json, Label, Method, Step } from '#kernel-contract/workflow';
import type { Raw, Reading, Shelf, Source } from '#kernel-contract/workflow/definition';
import {
  entriesOf,
  isMap,
  lineOf,
  listOf,
  methodHash,
  note,
  parseTime,
  readForms,
  readInferred,
  readKey,
  readParams,
  refuseUnknownKeys,
  labelOf,
  text,
  wordsOf,
} from '#kernel/workflow/definition';
import type { Cadence, CompiledDuties, Duty, PeriodUnit } from '../contract.ts';
import { dutyProblem, type DutyCode } from '../sentence/service.ts';

/** A duty file as written → its compiled set, and what is wrong in the writing. Source: METHODS 2.2. */

export const fileKeys = [
  'id',
  'name',
  'version',
  'source',
  'quotes',
  'params',
  'inferred',
  'subject',
  'visible',
  'forms',
  'each',
  'duties',
];
const laterFileKeys = ['scheme', 'fixed'];
export const dutyKeys = [
  'do',
  'every',
  'per',
  'grace',
  'if',
  'by',
  'form',
  'starts',
  'late',
  'tell',
  'together',
  'why',
];
const laterDutyKeys = ['grade', 'until', 'with', 'agenda', 'covers'];

export const doings = ['visit', 'call', 'patrol', 'meeting', 'report'];
export const periodUnits: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];
/** Levels of areas that can be a subject; any role of names.yaml can be one too. */
export const areaSubjects: readonly string[] = ['grid', 'estate', 'building', 'community'];

type Written = { [key: string]: Json };

const say = (reading: Reading, code: DutyCode, path: string, details?: Record<string, string>): void =>
  void reading.problems.push(
    dutyProblem({ file: reading.source.file, path, line: lineOf(reading.source, path) }, code, details),
  );

function readSubject(reading: Reading, raw: Raw): string {
  const subject = text(reading, raw, 'subject');
  const isKnown = areaSubjects.includes(subject) || reading.shelf.names.roles[subject] !== undefined;
  if (subject !== '' && !isKnown)
    say(reading, 'subject-unknown', 'subject', { subject, known: areaSubjects.join(' ') });
  return subject;
}

/** A time of at least a day: what falls due within one is a limit of a matter, not a duty. */
function readTime(reading: Reading, value: Json | undefined, path: string): string | null {
  if (value === undefined) return null;
  const time = parseTime(value);
  if (!time) note(reading, 'time-broken', path, { time: String(value) });
  else if (time.unit === 'minute' || time.unit === 'hour') say(reading, 'cadence-short', path, { time: String(value) });
  else if (time.count === 0) note(reading, 'limit-nothing', path);
  return String(value);
}

function readCadence(reading: Reading, raw: Written, path: string): Cadence {
  const { every, per } = raw;
  if (every !== undefined && per !== undefined) say(reading, 'cadence-two', path);
  if (every === undefined && per === undefined) say(reading, 'cadence-missing', path);
  const time = readTime(reading, every, `${path}/every`);
  if (time !== null) return { kind: 'every', time };
  const unit = String(per ?? 'day') as PeriodUnit;
  if (!periodUnits.includes(unit))
    note(reading, 'value-unknown', `${path}/per`, { value: unit, known: periodUnits.join(' ') });
  return { kind: 'per', unit: periodUnits.includes(unit) ? unit : 'day' };
}

function readDoings(reading: Reading, value: Json | undefined, path: string): string[] {
  const does = listOf(reading, value ?? 'report', path);
  for (const one of does)
    if (!doings.includes(one)) say(reading, 'does-unknown', path, { does: one, known: doings.join(' ') });
  return does;
}

function readLate(reading: Reading, value: Json | undefined, path: string): string[] {
  if (value === undefined) return [];
  refuseUnknownKeys(reading, value, ['tell'], ['after', 'to'], path);
  const tell = listOf(reading, isMap(value) ? value['tell'] : undefined, `${path}/tell`);
  if (tell.length === 0) note(reading, 'late-empty', path);
  return tell;
}

function readTogether(reading: Reading, value: Json | undefined, params: Method['params'], path: string): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  const param = params[String(value).replace(/^params\./, '')];
  if (String(value).startsWith('params.') && param?.type === 'yesno') return param.value === true;
  say(reading, 'together-unsure', path);
  return false;
}

function readDuty(reading: Reading, key: string, value: Json, each: Written, params: Method['params']): Duty {
  const { id, label } = readKey(reading, key, 'duties');
  const path = `duties/${id}`;
  if (!isMap(value)) note(reading, 'map-expected', path);
  refuseUnknownKeys(reading, value, dutyKeys, laterDutyKeys, path);
  const raw: Written = { ...each, ...(isMap(value) ? value : {}) };
  return {
    id,
    label,
    does: readDoings(reading, raw['do'], `${path}/do`),
    cadence: readCadence(reading, raw, path),
    grace: readTime(reading, raw['grace'], `${path}/grace`),
    if: raw['if'] === undefined ? null : String(raw['if']),
    by: listOf(reading, raw['by'], `${path}/by`),
    forms: listOf(reading, raw['form'], `${path}/form`),
    starts: listOf(reading, raw['starts'], `${path}/starts`),
    late: readLate(reading, raw['late'], `${path}/late`),
    tell: listOf(reading, raw['tell'], `${path}/tell`),
    together: readTogether(reading, raw['together'], params, `${path}/together`),
  };
}

const recordDutyKeys = ['do', 'every', 'per', 'grace', 'if', 'by', 'form', 'why'];
const laterRecordKeys = [...laterDutyKeys, 'starts', 'late', 'tell', 'together'];

/**
 * The duties due on each record of a register, as its file writes them. Who does them may be left to the register; what
 * nothing carries there yet is said. Source: METHODS 2.3 `duties`.
 */
export function readRecordDuties(reading: Reading, value: Json | undefined): Duty[] {
  return entriesOf(reading, value, 'duties').map(([key, duty]) => {
    refuseUnknownKeys(reading, duty, recordDutyKeys, laterRecordKeys, `duties/${key.split(' ', 1)[0]}`);
    const isLater = isMap(duty) && duty['until'] !== undefined;
    const known = isMap(duty)
      ? Object.fromEntries(Object.entries(duty).filter(([one]) => recordDutyKeys.includes(one)))
      : duty;
    return readDuty(reading, key, isLater ? { per: 'year', ...(known as Written) } : known, {}, {});
  });
}

const nobody: Label = { zh: '', en: '' };

/** A duty as a step: its forms, actors, conditions and starts are then checked and asked like those of a method. */
function stepOf(duty: Duty, position: number): Step {
  const actors = (list: string[]): string[] => list.map((actor) => (actor === 'subject' ? 'anyone' : actor));
  return {
    id: duty.id,
    label: duty.label,
    main: true,
    position,
    kind: 'task',
    argument: null,
    options: {},
    by: actors(duty.by),
    forms: duty.forms,
    late: duty.late.length > 0 ? [{ tell: actors(duty.late) }] : [],
    actions: [],
    outcomes: {},
    shows: [],
    tell: actors(duty.tell),
    starts: duty.starts.map((method) => (duty.if ? { method, if: duty.if } : { method })),
    needs: duty.if ? [{ if: duty.if, sentence: '' }] : [],
    advise: [],
    prints: [],
    meanwhile: [],
    record: [],
  };
}

type Frame = { duties: Duty[]; params: Method['params']; forms: Method['forms']; fields: Method['fields'] };

function askingOf(reading: Reading, raw: Raw, { duties, params, forms, fields }: Frame): Method {
  const { shelf } = reading;
  return {
    id: String(raw['id'] ?? ''),
    hash: '',
    name: nobody,
    version: Number(raw['version'] ?? 0),
    source: '',
    level: 'community',
    visible: 'parties',
    unique: [],
    params,
    forms,
    fields,
    steps: duties.map(stepOf),
    anytime: [],
    inferred: [],
    fixed: [],
    officeVerbsOff: [],
    names: shelf.names,
    present: { facts: [], shown: {} },
    words: wordsOf({ fields, params }, shelf),
  };
}

/**
 * Compiles a duty file. Always answers with a set, as good as the file allows, and with what is wrong in the writing; whether
 * it makes sense is the checker's.
 */
export function compileDuties(source: Source, shelf: Shelf): CompiledDuties {
  const reading: Reading = { source, shelf, problems: [], texts: new Set() };
  const { raw } = source;
  refuseUnknownKeys(reading, raw, fileKeys, laterFileKeys, '');
  if (raw['visible'] !== undefined && raw['visible'] !== 'parties')
    note(reading, 'type-later', 'visible', { type: String(raw['visible']) });
  const { forms, fields } = readForms(reading, raw['forms']);
  const params = readParams(reading, raw['params']);
  const each = isMap(raw['each']) ? raw['each'] : {};
  refuseUnknownKeys(reading, each, dutyKeys, laterDutyKeys, 'each');
  const duties = entriesOf(reading, raw['duties'], 'duties').map(([key, duty]) =>
    readDuty(reading, key, duty, each, params),
  );
  if (duties.length === 0) say(reading, 'duty-missing', 'duties');
  if (!Number.isInteger(raw['version']) || Number(raw['version']) < 1) note(reading, 'version-whole', 'version');
  const asking = askingOf(reading, raw, { duties, params, forms, fields });
  const set = {
    id: text(reading, raw, 'id'),
    hash: methodHash(raw),
    name: labelOf(reading, text(reading, raw, 'name')),
    version: asking.version,
    source: text(reading, raw, 'source'),
    subject: readSubject(reading, raw),
    duties,
    inferred: readInferred(reading, raw),
    asking,
  };
  return { set, problems: reading.problems, texts: [...reading.texts] };
}
