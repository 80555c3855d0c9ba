import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { whyNotNow } from '../cast/service.ts';
import type { DeliveryWay } from '../contract.ts';
import { insertProxy, readSlots, withdrawProxy as withdraw } from '../proxies/store.ts';
import * as refusals from '../refusals/rules.ts';
import { readBallot, readMyElector, takeBallot } from '../store.ts';
import type { BallotRow } from '../tables.ts';
import * as store from './store.ts';

type Which = { areaId: string; ballotId: string };
type Somebody = { id: string; name: string };

async function requireOpen(
  tx: Tx,
  { areaId, ballotId }: Which,
  read: typeof takeBallot = readBallot,
): Promise<BallotRow> {
  const ballot = (await read(tx, areaId, ballotId)) ?? refuse(refusals.ballotUnknown);
  refuseIf(whyNotNow(ballot, tx.now));
  return ballot;
}

/** Notes that the call to vote reached doors: way, time, through whom, with what proof. Answers how many. Refused for the future. */
export async function noteDeliveries(
  tx: Tx,
  input: Which & {
    electorIds: readonly string[];
    way: DeliveryWay;
    at: string | null;
    note: string;
    proofFile: string | null;
    by: Somebody;
  },
): Promise<number> {
  const { areaId, ballotId, way, note, proofFile, by } = input;
  const ballot = await requireOpen(tx, input);
  const at = new Date(input.at ?? tx.now);
  refuseIf(at.getTime() > tx.now.getTime() ? refusals.deliveredLater : null);
  refuseIf(at.getTime() < Date.parse(ballot.openedAt ?? '') ? refusals.deliveredEarlier : null);
  const known = await store.readKnown(tx, areaId, ballotId, [...new Set(input.electorIds)]);
  refuseIf(known.length < new Set(input.electorIds).size ? refusals.electorUnknown : null);
  const line = { areaId, ballotId, way, at: at.toISOString(), byId: by.id, byName: by.name, note, proofFile };
  for (const electorId of known) store.appendDelivery(tx, { ...line, id: tx.newId(), electorId });
  return known.length;
}

/**
 * Excludes an elector for a conflict of interest while the ballot is open: she is in no denominator any more, and a vote she has cast is
 * kept and not counted. The reason stands in the record. Source: METHODS 3 (conflict of interest).
 */
export async function excludeElector(
  tx: Tx,
  input: Which & { electorId: string; reason: string; by: string },
): Promise<void> {
  const ballot = await requireOpen(tx, input, takeBallot);
  const elector = (await readMyElector(tx, input)) ?? refuse(refusals.electorUnknown);
  refuseIf(elector.excludedReason ? refusals.excludedAlready : null);
  refuseIf(ballot.secret && elector.way !== null ? refusals.secretCast : null);
  await store.excludeElector(tx, input);
}

/** The first of the numbers from 1 up to the most that is free; null when all are taken. */
function freeSlot(taken: readonly number[], most: number): number | null {
  for (let slot = 1; slot <= most; slot++) if (!taken.includes(slot)) return slot;
  return null;
}

/**
 * Notes who votes for an elector with written consent. Refused when the elector has voted or has a proxy, and for one who votes for as
 * many as one person may. Answers its id.
 */
export async function addProxy(
  tx: Tx,
  input: Which & { electorId: string; holderName: string; userId: string | null; consentFile: string; by: string },
): Promise<string> {
  const { areaId, ballotId, electorId, holderName, userId, consentFile } = input;
  const ballot = await requireOpen(tx, input, takeBallot);
  const elector = (await readMyElector(tx, input)) ?? refuse(refusals.electorUnknown);
  refuseIf(elector.way !== null ? refusals.votedBefore : null);
  refuseIf(elector.holderName !== null ? refusals.proxyThere(elector.holderName) : null);
  const holder = userId ?? `name:${holderName}`;
  const slot = freeSlot(await readSlots(tx, { areaId, ballotId, holder }), ballot.proxiesMost);
  if (slot === null) return refuse(refusals.proxiesTooMany(ballot.proxiesMost));
  const id = tx.newId();
  const row = { areaId, id, ballotId, electorId, holder, holderName, userId, slot, consentFile, enteredBy: input.by };
  refuseIf((await insertProxy(tx, row)) ? null : refusals.proxyThere(holderName));
  return id;
}

/** Withdraws a written consent: the elector votes herself again. What the proxy has cast stays. */
export async function withdrawProxy(tx: Tx, input: Which & { proxyId: string }): Promise<void> {
  await requireOpen(tx, input);
  refuseIf((await withdraw(tx, input)) ? null : refusals.proxyUnknown);
}
