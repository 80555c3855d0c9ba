import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Reader, Tx } from '#platform/database';
import * as kernel from '#kernel/ballots';
import { requireOwner } from '#modules/areas';
import { attachFiles } from '#modules/files';
import { deliveryWayNames } from '../contract.ts';
import { changed, type BallotDoors } from '../service.ts';
import type { ElectorLine, ElectorList, ElectorQuery, NewDelivery, NewProxy, TurnoutPage } from './contract.ts';
import * as rules from './rules.ts';

type Which = { areaId: string; ballotId: string };

/** The ballot, once it has opened. Refused when there is none, or nobody is entitled yet. */
async function requireOpened(
  reader: Reader,
  doors: BallotDoors,
  { areaId, ballotId }: Which,
): Promise<kernel.BallotRow> {
  const { id } = requireOwner(doors.tree, areaId);
  const ballot = (await kernel.readBallot(reader, id, ballotId)) ?? refuse(kernel.ballotUnknown);
  refuseIf(ballot.state === 'draft' || ballot.state === 'withdrawn' ? kernel.ballotNotOpenYet : null);
  return ballot;
}

/** Whom a ballot reached by which way, who took part where, what is missing. Never a choice. */
export async function readTurnoutPage(reader: Reader, doors: BallotDoors, which: Which): Promise<TurnoutPage> {
  const ballot = await requireOpened(reader, doors, which);
  const { areaId, id } = ballot;
  const [turnout, buildings, ways, papers] = await Promise.all([
    kernel.readTurnout(reader, areaId, id),
    kernel.readBuildings(reader, areaId, id),
    kernel.readWays(reader, areaId, id),
    kernel.readPaperCounts(reader, areaId, id),
  ]);
  const byArea = ballot.terms.by.includes('area');
  const nameOf = (building: string | null): string => (building ? (doors.tree.get(building)?.name ?? '') : '其他');
  return {
    ballotId: id,
    turnout: byArea ? turnout : { ...turnout, area: 0, areaOf: 0 },
    needs: rules.needsOf(ballot.terms, turnout, kernel),
    buildings: rules.inOrder(buildings.map(({ byPhone: _, ...one }) => ({ ...one, name: nameOf(one.id) }))),
    ways: ways.map((one) => ({ ...one, name: deliveryWayNames[one.way] })),
    votedWays: rules.votedWays(buildings),
    undelivered: buildings.reduce((sum, one) => sum + one.electors - one.delivered, 0),
    excluded: papers.excluded,
    papers: { once: papers.once, differ: papers.differ },
    slips: ballot.secret ? { printed: papers.printed, taken: papers.taken, entered: papers.entered } : null,
  };
}

function toLine(doors: BallotDoors, row: kernel.ElectorLine): ElectorLine {
  const { id, number, label, name, area, buildingId, byPhone, proxyName, proxyId, excludedReason } = row;
  return {
    ...{ id, number, label, name, area, buildingId, byPhone, proxyName, proxyId, excludedReason },
    buildingName: buildingId ? (doors.tree.get(buildingId)?.name ?? '') : '',
    voted: row.votedWay !== null,
    votedWay: rules.wayName(row.votedWay),
    deliveries: row.deliveries.map((one) => ({
      ...one,
      at: new Date(one.at).toISOString(),
      wayName: deliveryWayNames[one.way],
    })),
    paper: rules.paperState(row),
  };
}

/** Electors by number: doors still open, those not reached, papers that wait for a second reader. */
export async function listElectors(
  reader: Reader,
  doors: BallotDoors,
  input: Which & { query: ElectorQuery },
): Promise<ElectorList> {
  const { areaId, id: ballotId } = await requireOpened(reader, doors, input);
  const { state, buildingId = null, q, cursor, limit } = input.query;
  const after = cursor ? readCursor(cursor, ([number]: [number]) => (Number.isInteger(number) ? number : null)) : 0;
  const rows = await kernel.readElectorLines(reader, {
    areaId,
    ballotId,
    state,
    buildingId,
    q,
    after,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map((row) => toLine(doors, row)), nextCursor: last ? writeCursor([last.number]) : null };
}

/** The same list whole, for the sheet. */
export async function* exportElectors(reader: Reader, doors: BallotDoors, input: Which & { query: ElectorQuery }) {
  const { areaId, id: ballotId } = await requireOpened(reader, doors, input);
  const { state, buildingId = null, q } = input.query;
  const wanted = { areaId, ballotId, state, buildingId, q, limit: pageOfSheet };
  for (let after = 0; ;) {
    const rows = await kernel.readElectorLines(reader, { ...wanted, after });
    yield* rows.map((row) => toLine(doors, row));
    if (rows.length < pageOfSheet) return;
    after = rows.at(-1)?.number ?? 0;
  }
}

const pageOfSheet = 500;

/** Notes deliveries, with a picture as proof where there is one. */
export async function noteDeliveries(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { delivery: NewDelivery },
): Promise<number> {
  const { areaId, id: ballotId } = await requireOpened(tx, doors, input);
  const { electorIds, way, at = null, note, proofFile = null } = input.delivery;
  if (proofFile) await attachFiles(tx, actor, { areaId, ids: [proofFile], subject: `ballot:${ballotId}` });
  const count = await kernel.noteDeliveries(tx, { areaId, ballotId, electorIds, way, at, note, proofFile, by: actor });
  changed(tx, actor, { areaId, ballotId, act: 'ballot.deliver', detail: { way, count } });
  return count;
}

export async function addProxy(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { proxy: NewProxy },
): Promise<string> {
  const { areaId, id: ballotId } = await requireOpened(tx, doors, input);
  const { electorId, holderName, userId = null, consentFile } = input.proxy;
  await attachFiles(tx, actor, { areaId, ids: [consentFile], subject: `ballot:${ballotId}` });
  const id = await kernel.addProxy(tx, { areaId, ballotId, electorId, holderName, userId, consentFile, by: actor.id });
  changed(tx, actor, { areaId, ballotId, act: 'ballot.proxy', detail: { elector: electorId } });
  return id;
}

export async function withdrawProxy(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { proxyId: string },
): Promise<void> {
  const { areaId, id: ballotId } = await requireOpened(tx, doors, input);
  await kernel.withdrawProxy(tx, { areaId, ballotId, proxyId: input.proxyId });
  changed(tx, actor, { areaId, ballotId, act: 'ballot.proxy-withdraw', detail: { proxy: input.proxyId } });
}

type Excluding = Which & { electorId: string; reason: string };

export async function excludeElector(tx: Tx, actor: Actor, doors: BallotDoors, input: Excluding): Promise<void> {
  const { areaId, id: ballotId } = await requireOpened(tx, doors, input);
  const { electorId, reason } = input;
  await kernel.excludeElector(tx, { areaId, ballotId, electorId, reason, by: actor.id });
  changed(tx, actor, { areaId, ballotId, act: 'ballot.exclude', detail: { elector: electorId } });
}

/** An elector declares a conflict of interest of her own. Refused for somebody else's door. */
export async function declareConflict(tx: Tx, actor: Actor, doors: BallotDoors, input: Excluding): Promise<void> {
  const { areaId, id: ballotId } = await requireOpened(tx, doors, input);
  const mine = await kernel.readMyElector(tx, { areaId, ballotId, electorId: input.electorId });
  refuseIf(mine?.userId === actor.id ? null : kernel.notElector);
  await excludeElector(tx, actor, doors, { ...input, reason: `本人声明：${input.reason}` });
}
