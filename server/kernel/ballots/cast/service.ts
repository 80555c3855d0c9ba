import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { sha256 } from '../closing/service.ts';
import * as refusals from '../refusals/rules.ts';
import { whyNotChosen, whyNotFilled } from '../rules.ts';
import * as store from '../store.ts';
import type { BallotRow } from '../tables.ts';

export type Receipt = { receipt: string; number: number; label: string; at: string; revision: number };
export type Casting = {
  areaId: string;
  ballotId: string;
  electorId: string;
  userId: string;
  choices: readonly string[];
  nonce: string;
};

const tries = 3;

/**
 * Casts the vote of an elector by phone: one statement, so that no race gives anybody two. The same form sent again gets the same
 * receipt. Refused before opening and after closing (also while the closing job is late), for who is not entitled, excluded, or has a
 * proxy, for papers filled wrongly, and for a second vote where votes cannot be changed. Source: study/trust.md R5.
 */
export async function castVote(tx: Tx, casting: Casting): Promise<Receipt> {
  refuseIf(whyNotFilled(casting.choices));
  const receipt = sha256(casting.nonce);
  const at = tx.now.toISOString();
  for (let tried = 0; tried < tries; tried++) {
    const cast = await store.castVote(tx, { ...casting, receipt });
    if (cast) {
      refuseIf(cast.lost ? refusals.receiptUsed : null);
      return { receipt, number: cast.number, label: cast.label, at, revision: cast.revision };
    }
    const earlier = await readEarlier(tx, casting, receipt);
    if (earlier) return { ...earlier, receipt, at: earlier.at ?? at };
  }
  return refuse(refusals.votingElsewhere);
}

/** Why nothing was cast, as a refusal; the vote that the same form has cast before; or null, to try once more. */
async function readEarlier(tx: Tx, casting: Casting, receipt: string) {
  const { areaId, ballotId } = casting;
  const ballot = (await store.readBallot(tx, areaId, ballotId)) ?? refuse(refusals.ballotUnknown);
  const mine = await store.readMyElector(tx, casting);
  const isMine = mine !== null && whyNotMine(mine, casting.userId) === null;
  const earlier = isMine ? await store.readByReceipt(tx, { ...casting, receipt }) : null;
  if (earlier) return earlier;
  refuseIf(whyNotNow(ballot, tx.now));
  refuseIf(mine ? whyNotMine(mine, casting.userId) : refusals.notElector);
  refuseIf(whyNotChosen(ballot, casting.choices));
  refuseIf(mine?.way && !ballot.changeable ? refusals.votedAlready : null);
  return null;
}

/** Why nobody may vote in this ballot now; null when it takes votes. */
export function whyNotNow(ballot: BallotRow, now: Date): Refusal | null {
  if (ballot.state === 'withdrawn') return refusals.ballotWithdrawn;
  if (ballot.state === 'closed') return refusals.ballotClosed;
  if (ballot.state === 'draft' || Date.parse(ballot.openedAt ?? '') > now.getTime()) return refusals.ballotNotOpenYet;
  return Date.parse(ballot.closesAt ?? '') <= now.getTime() ? refusals.ballotClosed : null;
}

/** Why this user does not vote for this door, household or seat; null when they do. One person votes for each. */
export function whyNotMine(mine: store.MyElector, userId: string): Refusal | null {
  if (mine.excludedReason) return refusals.excluded(mine.excludedReason);
  if (mine.holderName !== null && mine.holderUserId === userId) return null;
  if (mine.userId === userId) return mine.holderName === null ? null : refusals.proxyVotes(mine.holderName);
  return mine.coOwners.includes(userId) ? refusals.coOwnerVotes(mine.name) : refusals.notElector;
}
