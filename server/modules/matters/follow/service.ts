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
import { sealedMark, type Instant, type Method, type Step, type Values } from '#kernel-contract/workflow';
import { refuse, type Refusal } from '#shared/refusal';
import { requireOwner } from '#modules/areas';
import { announce } from '../announce/service.ts';
import type { Carried, HouseholdOf } from '../carriers/service.ts';
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
  for (const effect of outcome.records) await enter(tx, context, actor, { row: outcome.row, method, effect });
  if (outcome.ended) await reportEnd(tx, context, outcome.row);
  if (outcome.carries.length === 0) return outcome;
  for (const effect of outcome.carries) await carry(tx, context, actor, { row: outcome.row, method, effect });
  return { ...outcome, row: (await findMatterById(tx, outcome.row.areaId, outcome.row.id)) ?? outcome.row };
}

type Starting = {
  parent: MatterRow;
  method: string;
  fields: Values;
  id?: string;
  /** Where it lies, when it is begun for one household. */
  household?: HouseholdOf;
};

/**
 * Begins a matter that a step of another starts (转入另一工作法). It waits in its first step, or goes through it when what it
 * needs has travelled along.
 */
async function startMatter(tx: Tx, context: MattersContext, actor: Actor, input: Starting): Promise<void> {
  const { parent: row, household, id } = input;
  const area = requireOwner(context.tree, row.areaId);
  const method = requireMethod(context, area, input.method);
  const birth: Birth = {
    areaId: row.areaId,
    gridId: household?.gridId ?? row.gridId,
    estateId: row.estateId,
    buildingId: household?.buildingId ?? row.buildingId,
    reporterId: row.reporterId,
    reporterName: row.reporterName,
    registeredBy: row.registeredBy,
    householdId: household?.id ?? row.householdId,
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
    ...(id ? { id } : {}),
  });
  await followOutcome(tx, context, actor, { outcome: started, method });
}

/** Sealed values travel too, into fields of the same name, where they are sealed anew. */
function unsealed(context: MattersContext, row: MatterRow, method: Method): Values {
  const shared = Object.entries(row.sealed).filter(([id]) => method.fields[id] !== undefined);
  return Object.fromEntries(shared.map(([id, sealed]) => [id, context.sealer.open(sealedPlace(row.id, id), sealed)]));
}

type Carry = { row: MatterRow; method: Method; effect: Outcome['carries'][number] };

/** Enters into a register or body what a step records; sealed values go open, to be sealed anew where they are kept. */
async function enter(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  { row, method, effect }: { row: MatterRow; method: Method; effect: Outcome['records'][number] },
): Promise<void> {
  const open = unsealed(context, row, method);
  const entries = effect.entries.map((entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([id, value]) => [id, value === sealedMark ? (open[id] ?? null) : value]),
    ),
  );
  const { kind, id } = effect;
  await context.recordDoors[kind]?.(tx, { areaId: row.areaId, kind, id, entries, matter: row, actor });
}

/** Tells the matter that began this one, and still waits for it, how it ended. */
async function reportEnd(tx: Tx, context: MattersContext, row: MatterRow): Promise<void> {
  if (!row.parentId) return;
  const parent = await findMatterById(tx, row.areaId, row.parentId);
  const awaited = parent?.state.waiting['children'];
  if (!parent || !Array.isArray(awaited) || !awaited.includes(row.id)) return;
  const settling = { areaId: row.areaId, matterId: parent.id, step: parent.step, outcome: 'ended' };
  await settleStep(tx, context, { ...settling, result: { child: row.id, status: row.status } });
}

const childrenMax = 2000;

/** Begins the matters a step waits for: the step knows their ids first, so that one which ends at once is counted. */
async function startChildren(tx: Tx, context: MattersContext, carried: Carried): Promise<void> {
  const { areaId, matter, step, settings, actor } = carried;
  const households = settings['way'] === 'households' ? await context.householdsOf(tx, areaId, matter.estateId) : null;
  const rows = (settings['rows'] ?? []) as Values[];
  const begun: Omit<Starting, 'parent' | 'method'>[] = households
    ? households.map((household) => ({ fields: matter.fields, household, id: tx.newId() }))
    : rows.map((row) => ({ fields: { ...matter.fields, ...row }, id: tx.newId() }));
  if (begun.length > childrenMax) refuse(tooManyChildren(begun.length));
  if (begun.length === 0 && settings['way'] === 'hand') return;
  const children = begun.map(({ id }) => id as string);
  const settling = { areaId, matterId: matter.id, step: step.id, outcome: 'started', result: { children } };
  await settleStep(tx, context, settling);
  for (const one of begun)
    await startMatter(tx, context, actor, { parent: matter, method: String(settings['method']), ...one });
}

const tooManyChildren = (count: number): Refusal => ({
  code: 'matter.too-many-children',
  status: 422,
  zh: `一次要起 ${count} 件，太多了，最多 ${childrenMax} 件。请按小区分开办。`,
  en: `${count} matters at once are too many; the most is ${childrenMax}. Begin one for each estate.`,
});

/** What matters carry themselves. */
const own: Record<string, (tx: Tx, context: MattersContext, carried: Carried) => Promise<void>> = {
  children: startChildren,
};

/** Hands a step to the part that carries its kind; until there is one, the step waits. */
async function carry(tx: Tx, context: MattersContext, actor: Actor, { row, method, effect }: Carry): Promise<void> {
  const mine = own[effect.kind];
  const carrier = mine ? (given: Tx, one: Carried) => mine(given, context, one) : context.carriers[effect.kind];
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
  if (typeof said['payee'] === 'string') said['to'] = nameOfKey(context, said['payee'], row) ?? said['payee'];
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
