import { isSignedIn, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import type { ActivityDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { StallRow } from './tables.ts';

type Which = { areaId: string; activityId: string };
type WhichStall = Which & { stallId: string };

const mayDecide = (actor: Actor, doors: ActivityDoors, areaId: string): boolean =>
  doors.may(actor, 'activity.draft', areaId);

/** The stalls of a market day: everybody sees those that come, who asked sees their own, the office sees all. Source: C6. */
export async function listStalls(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { now: Date },
): Promise<wire.StallList> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const market = (await store.readMarket(reader, areaId, input.activityId)) ?? refuse(rules.noMarket);
  const rows = await store.readStalls(reader, areaId, market.id);
  const decides = mayDecide(actor, doors, areaId);
  const isMine = (row: StallRow): boolean => isSignedIn(actor) && row.userId === actor.id;
  const shown = rows.filter((row) => decides || row.state === 'accepted' || isMine(row));
  const actions: wire.StallList['actions'] = [];
  const standing = rows.filter((row) => isMine(row) && (row.state === 'asked' || row.state === 'accepted'));
  if (rules.whyNotAsk(market, standing.length, input.now) === null) actions.push('ask');
  if (decides) actions.push('decide');
  if (decides && input.now.getTime() >= Date.parse(market.startsAt)) actions.push('count');
  return {
    services: [...wire.stallServices],
    items: shown.map((row) => toStall(row, isMine(row), decides)),
    served: rows.reduce((sum, { served }) => sum + (served ?? 0), 0),
    actions,
  };
}

function toStall(row: StallRow, mine: boolean, decides: boolean): wire.Stall {
  const { id, name, service, keeper, words, position, served } = row;
  const state = row.state as wire.StallState;
  const reason = mine || decides ? row.reason : '';
  const stateName = rules.stallStateNames[state];
  return { id, name, service, keeper, words, state, stateName, position, served, reason, mine };
}

/** Asks for a stall; what the office asks for itself comes at once. Refused once the market has begun, and a third of one person. */
export async function askStall(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { stall: wire.StallInput },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const market = (await store.readMarket(tx, areaId, input.activityId)) ?? refuse(rules.noMarket);
  await store.holdMarket(tx, areaId, market.id);
  const rows = await store.readStalls(tx, areaId, market.id);
  const decides = mayDecide(actor, doors, areaId);
  const mine = rows.filter((row) => row.userId === actor.id && (row.state === 'asked' || row.state === 'accepted'));
  refuseIf(rules.whyNotAsk(market, decides ? 0 : mine.length, tx.now));
  const id = tx.newId();
  const asked = { state: 'asked', reason: '', position: null, served: null, decidedAt: null };
  const askedAt = tx.now.toISOString();
  const userId = decides ? null : actor.id;
  await store.insertStall(tx, { ...input.stall, ...asked, areaId, id, activityId: market.id, userId, askedAt });
  if (decides) await store.acceptStall(tx, areaId, id, tx.now);
  else await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: 'stall.ask', subject: `stall:${id}` });
  return id;
}

/** Accepts a stall, which gives it its number, or refuses it with a reason; who asked is told. Refused when it was decided. */
export async function decideStall(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: WhichStall & { decision: wire.StallDecision },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const market = (await store.readMarket(tx, areaId, input.activityId)) ?? refuse(rules.noMarket);
  await store.holdMarket(tx, areaId, market.id);
  const stall = (await store.readStall(tx, areaId, input.stallId)) ?? refuse(rules.stallUnknown);
  if (stall.activityId !== market.id) refuse(rules.stallUnknown);
  refuseIf(rules.whyNotDecide(stall.state as wire.StallState));
  const { decision } = input;
  if (decision.act === 'accept') await store.acceptStall(tx, areaId, stall.id, tx.now);
  else {
    const { reason } = decision;
    await store.closeStall(tx, areaId, stall.id, { from: ['asked'], to: 'refused', reason, now: tx.now });
  }
  audit(tx, actor, { areaId, act: `stall.${decision.act}`, subject: `stall:${stall.id}` });
  if (!stall.userId) return;
  await tell(tx, doors, {
    areaId,
    userIds: [stall.userId],
    kind: 'stall.decided',
    title: decision.act === 'accept' ? `摊位定了：${stall.name}` : `摊位没排上：${stall.name}`,
    body: decision.act === 'accept' ? `“${market.title}”见，摊号看活动页。` : `“${market.title}”：${decision.reason}`,
    link: `/activities/${areaId}/${market.id}`,
    subject: `activity:${market.id}`,
  });
}

/** Takes back one's own stall. Refused for somebody else's. */
export async function withdrawStall(tx: Tx, actor: Actor, doors: ActivityDoors, input: WhichStall): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const stall = await store.readStall(tx, areaId, input.stallId);
  const isTheirs = stall !== null && stall.activityId === input.activityId && stall.userId === actor.id;
  if (!isTheirs && !(stall && mayDecide(actor, doors, areaId))) refuse(rules.stallUnknown);
  const close = { from: ['asked', 'accepted'], to: 'withdrawn' as const, reason: '', now: tx.now };
  if (!(await store.closeStall(tx, areaId, input.stallId, close))) refuse(rules.stallUnknown);
  audit(tx, actor, { areaId, act: 'stall.withdraw', subject: `stall:${input.stallId}` });
}

/** Keeps how many a stall served. Refused before the market, and for a stall that did not come. */
export async function countServed(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: WhichStall & { served: number },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const market = (await store.readMarket(tx, areaId, input.activityId)) ?? refuse(rules.noMarket);
  const stall = (await store.readStall(tx, areaId, input.stallId)) ?? refuse(rules.stallUnknown);
  if (stall.activityId !== market.id) refuse(rules.stallUnknown);
  refuseIf(rules.whyNotCount(market, stall.state as wire.StallState, tx.now));
  await store.keepServed(tx, areaId, stall.id, input.served);
  audit(tx, actor, { areaId, act: 'stall.served', subject: `stall:${stall.id}` });
}

export type PastStall = Omit<StallRow, 'userId' | 'words' | 'reason'> & { userId?: string | null; words?: string };

/** Adds stalls of market days as they were: for records kept elsewhere. */
export function importStalls(tx: Tx, stalls: PastStall[]): void {
  for (const stall of stalls) {
    tx.append('stalls', {
      area_id: stall.areaId,
      id: stall.id,
      activity_id: stall.activityId,
      name: stall.name,
      service: stall.service,
      keeper: stall.keeper,
      user_id: stall.userId ?? null,
      words: stall.words ?? '',
      state: stall.state,
      position: stall.position,
      served: stall.served,
      asked_at: stall.askedAt,
      decided_at: stall.decidedAt,
    });
  }
}
