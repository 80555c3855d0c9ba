import { randomBytes } from 'node:crypto';
import { system, type Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import {
  advanceMatter,
  beginMatter,
  findMatterById,
  lockMatter,
  sealedPlace,
  type Birth,
  type MatterRow,
  type Outcome,
  type Performer,
} from '#kernel/workflow';
import type { Instant, Method, Step, Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import { announce } from '../announce/service.ts';
import { nameOfKey, type MattersContext } from '../list/service.ts';
import { performerOf, surroundingsOf } from '../scope/service.ts';
import { newTraceCode, requireMethod } from '../start/service.ts';
import { shownWords } from './rules.ts';

/**
 * Everything a step yields beyond its own record: whom it tells, the matters it starts, the ballot, notice or meeting that
 * carries it on. In the same transaction and area. Answers the outcome as it stands afterwards.
 */
export async function followOutcome(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { outcome: Outcome; method: Method },
): Promise<Outcome> {
  const { outcome, method } = input;
  await announce(tx, context, outcome, method);
  for (const start of outcome.starts)
    await startMatter(tx, context, actor, { parent: outcome.row, method: start.method, fields: start.fields });
  if (outcome.carries.length === 0) return outcome;
  for (const effect of outcome.carries) await carry(tx, context, actor, { row: outcome.row, method, effect });
  return { ...outcome, row: (await findMatterById(tx, outcome.row.areaId, outcome.row.id)) ?? outcome.row };
}

/**
 * Begins a matter that a step of another starts (转入另一工作法). It waits in its first step, or goes through it when what it
 * needs has travelled along.
 */
async function startMatter(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { parent: MatterRow; method: string; fields: Values },
): Promise<MatterRow> {
  const { parent: row } = input;
  const area = requireOwner(context.tree, row.areaId);
  const method = requireMethod(context, area, input.method);
  const birth: Birth = {
    areaId: row.areaId,
    gridId: row.gridId,
    estateId: row.estateId,
    buildingId: row.buildingId,
    reporterId: row.reporterId,
    reporterName: row.reporterName,
    registeredBy: row.registeredBy,
    householdId: row.householdId,
    channel: 'matter',
    parentId: row.id,
    areaCode: area.code ?? area.id.slice(-12),
    traceCode: newTraceCode(area, (bytes) => randomBytes(bytes)),
  };
  const started = await beginMatter(tx, {
    method,
    performer: performerOf(context, actor, null, row.gridId ?? row.areaId),
    event: { type: 'start', fields: { ...input.fields, ...unsealed(context, row, method) } },
    birth,
    surroundings: surroundingsOf(context),
  });
  await followOutcome(tx, context, actor, { outcome: started, method });
  return started.row;
}

/** Sealed values travel too, into fields of the same name, where they are sealed anew. */
function unsealed(context: MattersContext, row: MatterRow, method: Method): Values {
  const shared = Object.entries(row.sealed).filter(([id]) => method.fields[id] !== undefined);
  return Object.fromEntries(shared.map(([id, sealed]) => [id, context.sealer.open(sealedPlace(row.id, id), sealed)]));
}

type Carry = { row: MatterRow; method: Method; effect: Outcome['carries'][number] };

/** Hands a step to the part that carries its kind; until there is one, the step waits. */
async function carry(tx: Tx, context: MattersContext, actor: Actor, { row, method, effect }: Carry): Promise<void> {
  const carrier = context.carriers[effect.kind];
  const step = method.steps.find((one) => one.id === effect.step);
  if (!carrier || !step) return;
  const settings = inWords(context, { row, method, step, settings: effect.settings, now: tx.now });
  await carrier(tx, { areaId: row.areaId, matter: row, method, step, settings, actor });
}

type Wording = { row: MatterRow; method: Method; step: Step; settings: Values; now: Date };

/** What the engine says about a step, with values as people read them instead of ids and keys. */
function inWords(context: MattersContext, { row, method, step, settings, now }: Wording): Values {
  const words = { now, nameOf: (key: string) => nameOfKey(context, key, row), open: () => null };
  const said: Values = { ...settings, title: `${row.title} · ${step.label.zh}` };
  for (const key of ['shows', 'fields'])
    if (said[key] !== undefined) said[key] = shownWords(method, said[key] as Values, words);
  if (Array.isArray(said['choices']))
    said['choices'] = said['choices'].map((choice) => nameOfKey(context, String(choice), row) ?? String(choice));
  return said;
}

export type Settling = {
  areaId: string;
  matterId: string;
  step: string;
  outcome: string;
  result: Values;
  /** When what carries the step began: one from an earlier stay in the step changes nothing. */
  begunAt?: Instant;
};

const performer: Performer = { id: 'system', name: '系统', keys: ['system'], title: '' };

/**
 * Tells a matter what the part that carries its step found out. A step already left is not changed: answers whether
 * anything was. Refused when the engine refuses: a publicity is not clear before its gate, a vote has no result before it
 * closes. Source: N54, F26 F41.
 */
export async function settleStep(tx: Tx, context: MattersContext, settling: Settling): Promise<boolean> {
  const { areaId, matterId, step, outcome: found, result, begunAt } = settling;
  const row = await lockMatter(tx, areaId, matterId);
  if (!row || row.status !== 'open') return false;
  const method = await context.shelf.byHash(tx, row.definitionHash);
  const outcome = await advanceMatter(tx, {
    method,
    row,
    performer,
    event: { type: 'settle', step, outcome: found, result, ...(begunAt ? { begunAt } : {}) },
    surroundings: surroundingsOf(context),
  });
  if (outcome.changed) await followOutcome(tx, context, system, { outcome, method });
  return outcome.changed;
}
