import { createHash } from 'node:crypto';
import { readRecord, tallyOf, type Tally } from '#shared/recount';
import type { Tx } from '#platform/database';
import { headOf, listedIn, writeOpening, writeRecord } from '../record/rules.ts';
import * as store from '../store.ts';
import type { BallotRow } from '../tables.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export type Closed = { ballot: BallotRow; tally: Tally; recordHash: string };

/**
 * Closes a ballot whose time has come: writes its public record, counts that record, and keeps both. Who is voting at this moment has
 * either finished before it or is refused. Answers null when there is nothing to close (closed before, or not due). Source: study/trust.md R6.
 */
export async function closeBallot(tx: Tx, input: { areaId: string; ballotId: string }): Promise<Closed | null> {
  const { areaId, ballotId } = input;
  const ballot = await store.takeBallot(tx, areaId, ballotId);
  if (ballot?.state !== 'open' || Date.parse(ballot.closesAt ?? '') > tx.now.getTime()) return null;
  const body = await writeBody(tx, ballot);
  const tally = tallyOf(readRecord(body));
  const recordHash = sha256(body);
  store.appendRecord(tx, { areaId, ballotId, body });
  await store.closeBallot(tx, { areaId, id: ballotId, tally, outcome: tally.outcome, recordHash });
  return { ballot, tally, recordHash };
}

async function writeBody(tx: Tx, ballot: BallotRow): Promise<string> {
  const { areaId, id } = ballot;
  const electors = await store.readElectors(tx, areaId, id);
  const listed = listedIn(ballot.electorate, electors);
  const head = headOf(ballot);
  const opening = sha256(writeOpening(head, listed));
  if (opening !== ballot.openingHash)
    throw new Error(`the electorate of ballot ${id} is not what was published at opening`);
  const [votes, { slips, tookPart }] = await Promise.all([
    store.readVotes(tx, areaId, id),
    store.readSecret(tx, areaId, id),
  ]);
  const excluded = electors.flatMap(({ number, excludedReason }) =>
    excludedReason === null ? [] : [{ number, reason: excludedReason }],
  );
  const close = { closedAt: tx.now.toISOString(), opening };
  return writeRecord(head, listed, close, { excluded, tookPart, votes, slips }).text;
}
