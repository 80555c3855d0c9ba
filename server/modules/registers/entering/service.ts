import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { firstState } from '#kernel/registers';
import { whoField, type Register } from '#kernel-contract/registers';
import type { Values } from '#kernel-contract/workflow';
import { writeValues } from '../record/service.ts';
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
  const id = tx.newId();
  const at = tx.now.toISOString();
  const state = firstState(register);
  const known = Object.entries(entry.values).filter(([field]) => register.asking.fields[field] !== undefined);
  const values: Values = { ...Object.fromEntries(known), [whoField]: entry.name };
  const row: store.RecordRow = {
    areaId,
    id,
    register: register.id,
    definitionHash: register.hash,
    subject: null,
    state: state?.id ?? null,
    stateSince: at,
    version: 1,
    createdBy: actor.id,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    ...writeValues(context, register, id, values),
  };
  if (!(await insertUnlessThere(tx, row))) return null;
  const line = { recordId: id, seq: 1, at, actorId: actor.id, actorName: actor.name, kind: 'entered' as const };
  const label = state?.label.zh ?? '登记';
  store.appendHistory(tx, areaId, {
    ...line,
    label,
    fromState: null,
    toState: row.state,
    form: {},
    sealed: {},
    reason: null,
  });
  audit(tx, actor, { areaId, act: 'register.enter', subject: `${register.id}:${id}` });
  return id;
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
