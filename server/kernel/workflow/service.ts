import type { Tx } from '#platform/database';
import { appendEntry, writeEntries } from '#kernel/search';
import { refuse, type Refusal } from '#shared/refusal';
import type { Effect, MatterEvent, Method } from './contract.ts';
import {
  blankMatter,
  numberPrefix,
  recordStep,
  relationOf,
  stateOf,
  waitingKeys,
  yearOf,
  type Birth,
  type Performer,
  type Recorded,
  type Surroundings,
} from './record/service.ts';
import { entriesOf } from './finding/rules.ts';
import { moveOpenWork } from './handover/store.ts';
import * as store from './store.ts';
import type { MatterRow } from './store.ts';

export type { FoundMatter, WholeMatter, MatterRow, HistoryRow } from './store.ts';

export type Outcome = {
  row: MatterRow;
  /** False when the event was out of date and nothing happened (a deadline of a step already left). */
  changed: boolean;
  tells: Extract<Effect, { type: 'tell' }>[];
  starts: Extract<Effect, { type: 'start' }>[];
  carries: Extract<Effect, { type: 'carry' }>[];
  records: Extract<Effect, { type: 'record' }>[];
  /** Whether it ended by this. */
  ended: boolean;
  advice: string[];
};

/**
 * Begins a matter: performs its first step (or lets it wait there when another matter started it), takes the next number
 * of its area and year, and writes matter, history, waits and deadlines. Refused as the engine refuses. Source: F33, N65.
 */
export async function beginMatter(
  tx: Tx,
  input: {
    method: Method;
    performer: Performer;
    event: MatterEvent;
    birth: Birth;
    surroundings: Surroundings;
    /** The id it is to have, when another matter knows of it before. */
    id?: string;
  },
): Promise<Outcome> {
  const { method, event, birth, surroundings, id = tx.newId() } = input;
  const blank = blankMatter(method, birth, { id, now: tx.now });
  const recorded = recordStep({ ...input, row: blank, state: null, now: tx.now });
  const { row } = recorded;
  row.number = await store.insertMatter(tx, { ...row, number: numberPrefix(birth.areaCode, tx.now) }, yearOf(tx.now));
  for (const line of recorded.lines) store.appendHistory(tx, row.areaId, row.id, line);
  expect(tx, row, followingOf(row, recorded.effects, event, surroundings, true));
  if (row.reporterId) {
    store.appendParty(tx, row, { userId: row.reporterId, relation: 'reporter', at: tx.now.toISOString() });
  }
  for (const entry of entriesOf(row)) appendEntry(tx, entry);
  return outcome(recorded);
}

/**
 * Lets one event happen to a matter that was read at `row.version`. Refused as the engine refuses; refused with
 * `matter.acted-first` when someone else changed it in between. Source: F33, F39, F52.
 */
export async function advanceMatter(
  tx: Tx,
  input: { method: Method; row: MatterRow; performer: Performer; event: MatterEvent; surroundings: Surroundings },
): Promise<Outcome> {
  const { performer, event, surroundings } = input;
  const recorded = recordStep({ ...input, state: stateOf(input.row), now: tx.now });
  if (recorded.lines.length === 0 && recorded.effects.length === 0) return outcome({ ...recorded, row: input.row });
  const { row } = recorded;
  const following = followingOf(row, recorded.effects, event, surroundings, false);
  const party = performer.id === 'system' ? null : { userId: performer.id, relation: relationOf(input) };
  if (!(await store.moveMatter(tx, row, following.over, party))) refuse(actedFirst);
  expect(tx, row, following);
  row.version += 1;
  for (const line of recorded.lines) store.appendHistory(tx, row.areaId, row.id, line);
  await findAnew(tx, input.row, row);
  return outcome(recorded);
}

/** What a matter is found by is written again when it has changed, and only then. */
async function findAnew(tx: Tx, before: MatterRow, after: MatterRow): Promise<void> {
  const known = new Set(entriesOf(before).map((entry) => JSON.stringify(entry)));
  await writeEntries(
    tx,
    entriesOf(after).filter((entry) => !known.has(JSON.stringify(entry))),
  );
}

export const actedFirst: Refusal = {
  code: 'matter.acted-first',
  status: 409,
  zh: '就在刚才，有人先办了这件事。请看看现在的情况，您写的内容还在。',
  en: 'Someone acted on this matter first. Look at it as it is now; nothing you typed is lost.',
};

type Following = { over: store.Over; deadlines: { rule: string; at: string }[]; waits: Set<string> };

/** Whom a matter waits for and its deadlines from here on, and which of those before are over. */
function followingOf(
  row: MatterRow,
  effects: Effect[],
  event: MatterEvent,
  surroundings: Surroundings,
  fresh: boolean,
): Following {
  const deadlines = effects
    .filter((effect) => effect.type === 'deadline')
    .map(({ rule, at }) => ({ rule: String(rule), at }));
  const moves = effects.some((effect) => effect.type === 'waits');
  const ended = row.status !== 'open';
  // A limit that has come only sets the next one: those that still run stay.
  const furtherOnly = event.type === 'deadline' && !moves;
  const waits = fresh || moves || ended;
  return {
    over: { waits, deadlines: fresh || ended || (!furtherOnly && (moves || deadlines.length > 0)) },
    deadlines: ended ? [] : deadlines,
    waits: new Set(waits ? waitingKeys(row, effects, surroundings) : []),
  };
}

function expect(tx: Tx, row: MatterRow, { deadlines, waits }: Following): void {
  for (const { rule, at } of deadlines) store.appendDeadline(tx, row, rule, at);
  for (const actor of waits) store.appendWait(tx, row, actor);
}

function outcome({ row, lines, effects, advice }: Recorded): Outcome {
  return {
    row,
    advice,
    changed: lines.length > 0 || effects.length > 0,
    tells: effects.filter((effect) => effect.type === 'tell'),
    starts: effects.filter((effect) => effect.type === 'start'),
    carries: effects.filter((effect) => effect.type === 'carry'),
    records: effects.filter((effect) => effect.type === 'record'),
    ended: effects.some((effect) => effect.type === 'ended'),
  };
}

/** Hands a leaver's open work to someone else in one act, with a line in each matter's history. Source: DESIGN 7. */
export async function handOverMatters(
  tx: Tx,
  actor: { id: string; name: string },
  input: { areaId: string; fromUserId: string; fromName: string; to: { id: string; name: string } },
): Promise<number> {
  const moved = await moveOpenWork(tx, input.areaId, input.fromUserId, input.to);
  for (const { id } of moved) {
    const row = await store.findMatterById(tx, input.areaId, id);
    if (!row) continue;
    row.state.seq += 1;
    await store.updateMatter(tx, row);
    store.appendHistory(tx, row.areaId, row.id, {
      seq: row.state.seq,
      at: tx.now.toISOString(),
      actorId: actor.id,
      actorName: actor.name,
      actorTitle: '',
      kind: 'office',
      what: 'hand-over',
      label: '工作交接',
      fromStep: null,
      toStep: row.step,
      enteredAt: null,
      dueAt: null,
      late: false,
      form: {},
      sealed: {},
      reason: `${input.fromName}的工作交给${input.to.name}`,
    });
    await store.addParty(tx, row, { userId: input.to.id, relation: 'handled' });
  }
  return moved.length;
}

export {
  matterColumns,
  findMatter,
  findWholeMatter,
  findMatterById,
  lockMatter,
  findMatterByTrace,
  readHistory,
  addParty,
} from './store.ts';
export { entriesOf } from './finding/rules.ts';
export { isPrivate } from './privacy/rules.ts';
export { missingYears, timeName } from './limit/rules.ts';
export { dueAt, gathersRows, holdsFor, openActions, publicFace, rowChoices } from './rules.ts';
export { differences } from './settings/difference/rules.ts';
export { settableOf } from './settings/settable/rules.ts';
export { diagram, mermaid } from './diagram/rules.ts';
export { shownName } from './wording/rules.ts';
export { methodCard } from './card/rules.ts';
export type { Card, CardRow } from './card/contract.ts';
export { methodSchema } from './schema/rules.ts';
export { loadLibrary } from './shelf/service.ts';
export { walk } from './simulation/rules.ts';
export { sampleSettings } from './simulation/sample/rules.ts';
export { paramProblems } from './settings/params/rules.ts';
export { routesThrough } from './simulation/route/rules.ts';
export type { Cast, RouteMove, StepRoute } from './simulation/route/contract.ts';
export { sealedPlace, stateOf, type Birth, type Performer, type Surroundings } from './record/service.ts';
