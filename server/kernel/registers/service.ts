import type { DutySet } from '#kernel-contract/duties';
import { sealedMark } from '#kernel-contract/workflow';
import type { Method, Values } from '#kernel-contract/workflow';
import { checkForm, holdsFor, splitPrivate, unseen, wordsOfField } from '#kernel/workflow/definition';
import type { Counted, RecordSeen, Register, RegisterWorld } from './contract.ts';
import { countRecords, type Holds } from './rules.ts';

export {
  adviceFor,
  firstState,
  isEnd,
  isShown,
  mayBeNamed,
  movesFor,
  no,
  reachedFrom,
  shownFields,
  stateOf,
  unmetNeed,
  yes,
} from './rules.ts';

/** How conditions of a register are read now. */
export function holdsIn(register: Register, world: RegisterWorld): Holds {
  return (condition, values) => holdsFor(condition, register.asking, { ...unseen, fields: values }, world);
}

export type CheckedRecord = { values: Values; problems: Record<string, { zh: string; en: string }> };

/**
 * Reads what was filled into forms of a record, which it has filled before with `known`. What a form asks and is left empty
 * is gone afterwards; what other forms have filled stays. Source: METHODS 2.1, 2.3.
 */
export function checkRecord(
  register: Register,
  forms: readonly string[],
  given: Values,
  known: Values,
  world: RegisterWorld,
): CheckedRecord {
  const asking: Method = register.asking;
  const seen = { ...known };
  for (const form of forms) for (const field of asking.forms[form]?.fields ?? []) delete seen[field.id];
  const before = { fields: seen, results: {}, dueAt: null };
  const state = before as Parameters<typeof checkForm>[3]['state'];
  const { values, problems } = checkForm(asking, forms, given, { state, world });
  return { values: { ...seen, ...values }, problems };
}

/** Takes private values out of a record: what stays readable, and what is to be sealed. `sealsName`: the subject too. */
export function splitRecord(
  register: Register,
  values: Values,
  sealsName: boolean,
): { open: Values; secret: Record<string, string> } {
  const { who, ...rest } = values;
  const split = splitPrivate(register.asking, rest);
  const name = typeof who === 'string' ? who : '';
  if (!sealsName || name === '') return { open: { who: who ?? null, ...split.open }, secret: split.secret };
  return { open: { who: sealedMark, ...split.open }, secret: { who: name, ...split.secret } };
}

/** The words one may choose from in a field, with those of its parameter. */
export function choicesOf(register: Register, field: string): string[] {
  const found = register.asking.fields[field];
  return found ? wordsOfField(found, register.asking) : [];
}

/** Every figure of a register over its records. */
export function countAll(register: Register, records: readonly RecordSeen[], world: RegisterWorld): Counted[] {
  const holds = holdsIn(register, world);
  return register.counts.map((count) => {
    const words =
      count.by === null
        ? []
        : count.by === 'state'
          ? register.states.map(({ label }) => label.zh)
          : choicesOf(register, count.by);
    return countRecords(register, count, records, { holds, words });
  });
}

/** The duties on each record as a set of the duties kernel: done, counted and late by the same rules. */
export function dutySetOf(register: Register): DutySet {
  const { id, hash, name, version, source, duties, inferred, asking } = register;
  return { id, hash, name, version, source, subject: 'record', duties, inferred, asking };
}
