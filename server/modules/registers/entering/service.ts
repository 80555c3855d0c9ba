import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { whoField, type Register } from '#kernel-contract/registers';
import type { Values } from '#kernel-contract/workflow';
import { enteredLabel, newRow } from '../row/service.ts';
import type { RegistersContext } from '../scope/service.ts';
import * as store from '../store.ts';

/** What a procedure enters by itself: the values of a record, and what it is called when they do not say. */
export type Entry = { name: string; values: Values };

/**
 * Enters records that the end of a procedure brings (METHODS 2.1 `record`), as the area keeps the register, else as the
 * library has it. What the register does not know is left out; a record that is there already stays as it is. Answers the
 * ids of those entered. Source: B35, C60.
 */
export async function recordEntries(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: { areaId: string; register: string; entries: readonly Entry[] },
): Promise<string[]> {
  const { areaId, register: id, entries } = input;
  const register = context.registers.keptBy(areaId, id)?.register ?? context.registers.original(id)?.register;
  if (!register) return [];
  const entered: string[] = [];
  for (const entry of entries) {
    const recordId = await enterOne(tx, context, actor, { areaId, register, entry });
    if (recordId !== null) entered.push(recordId);
  }
  return entered;
}

type One = { areaId: string; register: Register; entry: Entry };

async function enterOne(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  { areaId, register, entry }: One,
): Promise<string | null> {
  const known = Object.entries(entry.values).filter(([field]) => register.asking.fields[field] !== undefined);
  const values: Values = { ...Object.fromEntries(known), [whoField]: entry.name };
  const row = newRow(tx, context, actor, { areaId, register, values });
  if (!(await insertUnlessThere(tx, row))) return null;
  store.appendHistory(tx, areaId, {
    ...{ recordId: row.id, seq: 1, at: row.createdAt, actorId: actor.id, actorName: actor.name, kind: 'entered' },
    ...{ label: enteredLabel(register), fromState: null, toState: row.state, form: {}, sealed: {}, reason: null },
  });
  audit(tx, actor, { areaId, act: 'register.enter', subject: `${register.id}:${row.id}` });
  return row.id;
}

async function insertUnlessThere(tx: Tx, row: store.RecordRow): Promise<boolean> {
  try {
    await tx.attempt(() => store.insertRecord(tx, row));
    return true;
  } catch (error) {
    if (store.isEnteredTwice(error)) return false;
    throw error;
  }
}
