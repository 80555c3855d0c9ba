import type { Reader, Tx } from '#platform/database';
import { firstState, stateOf } from '#kernel/registers';
import type { Register } from '#kernel-contract/registers';
import type { Values } from '#kernel-contract/workflow';
import type { RegistersContext } from './scope/service.ts';
import { firstRow } from './row/service.ts';
import * as store from './store.ts';

/** The public face of registers: what other modules and the demo may call. */

export { adoptFor } from './adoption/service.ts';
export { recordEntries, type Entry } from './entering/service.ts';
export type { RegistersContext } from './scope/service.ts';

export type PastRecord = {
  areaId: string;
  id: string;
  register: string;
  by: { id: string; name: string };
  /** When it was entered, and what it holds now. */
  at: string;
  form: Values;
  /** The states it came into since, in order. */
  moves: { to: string; at: string; filled: Values }[];
};

/** Adds records kept elsewhere before, with the way they have gone. What is personal is sealed as if entered here. */
export function importRecords(tx: Tx, context: RegistersContext, records: readonly PastRecord[]): void {
  for (const record of records) {
    const register = context.registers.original(record.register)?.register;
    if (!register) throw new Error(`the library has no register ${record.register}`);
    importOne(tx, context, register, record);
  }
}

function importOne(tx: Tx, context: RegistersContext, register: Register, record: PastRecord): void {
  const { areaId, id, by, at, moves } = record;
  const first = firstState(register)?.id ?? null;
  const last = moves.at(-1);
  const values = { ...record.form, ...Object.assign({}, ...moves.map(({ filled }) => filled)) };
  store.appendRecord(tx, {
    ...firstRow(context, { areaId, id, at, by, register, values }),
    ...(last ? { state: last.to, stateSince: last.at, updatedAt: last.at, version: moves.length + 1 } : {}),
  });
  const line = { recordId: id, actorId: by.id, actorName: by.name, sealed: {}, reason: null };
  const label = (state: string | null): string => stateOf(register, state)?.label.zh ?? '登记';
  store.appendHistory(tx, areaId, {
    ...line,
    seq: 1,
    at,
    kind: 'entered',
    label: label(first),
    fromState: null,
    toState: first,
    form: {},
  });
  for (const [position, move] of moves.entries())
    store.appendHistory(tx, areaId, {
      ...line,
      seq: position + 2,
      at: move.at,
      kind: 'moved',
      label: label(move.to),
      fromState: moves[position - 1]?.to ?? first,
      toState: move.to,
      form: withoutPrivate(register, move.filled),
    });
}

/** Lines of the past say what was open; what is personal stands in the record. */
function withoutPrivate(register: Register, filled: Values): Values {
  const isOpen = (id: string): boolean => !['person', 'phone'].includes(register.asking.fields[id]?.type ?? '');
  return Object.fromEntries(Object.entries(filled).filter(([id]) => isOpen(id)));
}

/** The records of a register that stand, for what is computed from them: state, fields, and since when. */
export function readRegisterFacts(reader: Reader, areaId: string, registerId: string): Promise<store.SeenRow[]> {
  return store.readSeen(reader, areaId, registerId);
}
