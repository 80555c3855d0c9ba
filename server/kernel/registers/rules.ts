import type { Json, Values } from '#kernel-contract/workflow';
import type { Count, Counted, CountPart, Need, RecordSeen, Register, RegisterMove, RegisterState } from './contract.ts';

/** What a record of a register may do and show, and what the figures over records are. Pure: time and conditions are told. */

/** Whether a condition holds for the values of a record. */
export type Holds = (condition: string, values: Values) => boolean;

/** States that a walk from one reaches, itself included. */
export function reachedFrom(states: readonly RegisterState[], from: string): string[] {
  const reached = [from];
  for (const id of reached) {
    const moves = states.find((state) => state.id === id)?.moves ?? [];
    for (const { to } of moves) if (!reached.includes(to)) reached.push(to);
  }
  return reached;
}

export const stateOf = (register: Register, id: string | null): RegisterState | null =>
  register.states.find((state) => state.id === id) ?? null;

/** Where a new record stands. */
export const firstState = (register: Register): RegisterState | null => register.states[0] ?? null;

/** A state without a way on. */
export const isEnd = (state: RegisterState): boolean => state.moves.length === 0;

/** The moves out of a state that one who holds these roles may make: those whose target she may bring a record to. */
export function movesFor(register: Register, id: string | null, roles: readonly string[]): RegisterMove[] {
  return (stateOf(register, id)?.moves ?? []).filter((move) =>
    (stateOf(register, move.to)?.by ?? []).some((role) => roles.includes(role)),
  );
}

/** Every need of a record in a state: the register's own, then the state's. */
function needsIn(register: Register, id: string | null): Need[] {
  return [...register.needs, ...(stateOf(register, id)?.needs ?? [])];
}

/** The sentence of the first need that does not hold for a record in a state; null when all do. Source: METHODS 2.3 `needs`. */
export function unmetNeed(register: Register, id: string | null, values: Values, holds: Holds): string | null {
  return needsIn(register, id).find((need) => !holds(need.if, values))?.sentence ?? null;
}

/** What is worth a second look in a record, but may stand. */
export function adviceFor(register: Register, id: string | null, values: Values, holds: Holds): string[] {
  const all = [...register.advise, ...(stateOf(register, id)?.advise ?? [])];
  return all.filter((one) => !holds(one.if, values)).map((one) => one.sentence);
}

const namesOf = (value: Json | undefined): string[] => [value ?? []].flat().map(String);

/** Shown fields that this record may show: those under no consent, and those of a consent that was given. */
export function shownFields(register: Register, values: Values): string[] {
  const consents = Object.values(register.asking.fields).filter(({ type }) => type === 'consent');
  return register.shows.filter((name) => {
    const over = consents.filter(({ options }) => namesOf(options['for']).includes(name));
    return over.length === 0 || over.some(({ id }) => values[id] === true);
  });
}

/** Whether the name of the subject may be read by everybody: of a thing always, of a person or a home with consent. */
export function mayBeNamed(register: Register, values: Values): boolean {
  if (register.subject !== 'person' && register.subject !== 'household') return true;
  return shownFields(register, values).includes('who');
}

/** Whether a record stands on the public page: something is shown, and its name when the page goes by names. */
export function isShown(register: Register, values: Values): boolean {
  const shown = shownFields(register, values);
  return shown.length > 0 && (!register.shows.includes('who') || shown.includes('who'));
}

/** The words a count divides by, in the order of the file; words outside it follow. */
function partsBy(
  register: Register,
  by: string,
  records: readonly RecordSeen[],
  words: readonly string[],
): CountPart[] {
  const parts = new Map<string, string[]>(words.map((word) => [word, []]));
  const nameOf = (value: Json | undefined): string[] =>
    value === true ? ['是'] : value === false ? ['否'] : namesOf(value ?? undefined);
  for (const record of records) {
    const own = by === 'state' ? [stateOf(register, record.state)?.label.zh ?? ''] : nameOf(record.form[by]);
    for (const word of own) if (word !== '') parts.set(word, [...(parts.get(word) ?? []), record.id]);
  }
  return [...parts].map(([word, ids]) => ({ word, ids }));
}

export const yes = '是';
export const no = '否';

/**
 * One figure over the records that stand: the records behind each part, and for a rate its percent, which is 100 only when
 * every record satisfies it, and never more. Source: METHODS 2.3 `counts`, N88, X4.
 */
export function countRecords(
  register: Register,
  count: Count,
  records: readonly RecordSeen[],
  told: { holds: Holds; words: readonly string[] },
): Counted {
  const all = records.length;
  if (count.by !== null) {
    const parts = partsBy(register, count.by, records, told.words);
    return { count, parts, all, percent: null, flagged: false };
  }
  const condition = count.if ?? '';
  const [held, left]: [string[], string[]] = [[], []];
  for (const record of records) (told.holds(condition, record.form) ? held : left).push(record.id);
  const percent = all === 0 ? null : Math.floor((held.length * 100) / all);
  return {
    count,
    all,
    percent,
    parts: [
      { word: yes, ids: held },
      { word: no, ids: left },
    ],
    flagged: count.target !== null && percent !== null && held.length * 100 < count.target * all,
  };
}
