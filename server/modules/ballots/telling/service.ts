import { system, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { limitName } from '#shared/time';
import type { Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import * as kernel from '#kernel/ballots';
import { requireOwner } from '#modules/areas';
import { tell } from '#modules/messages';
import { changed, type BallotDoors } from '../service.ts';

/** Telling electors by phone: when a ballot opens, when somebody reminds them, and when the result is there. */

export const tellingKind = 'ballots.telling';
export type Occasion = 'opened' | 'reminded' | 'closed';

export function tellLater(tx: Tx, input: { areaId: string; ballotId: string; what: Occasion }): void {
  const { areaId, ballotId, what } = input;
  enqueue(tx, { areaId, kind: tellingKind, payload: { ballotId, what } });
}

/** Reminds those who have an account and have not voted. Refused when the ballot takes no votes. */
export async function remind(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: { areaId: string; ballotId: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const ballot = (await kernel.readBallot(tx, areaId, input.ballotId)) ?? refuse(kernel.ballotUnknown);
  refuseIf(kernel.whyNotNow(ballot, tx.now));
  tellLater(tx, { areaId, ballotId: ballot.id, what: 'reminded' });
  changed(tx, actor, { areaId, ballotId: ballot.id, act: 'ballot.remind' });
}

/** Sends the messages of one occasion, and notes them as deliveries while the ballot is open. */
export function tellingHandler(doors: BallotDoors): OutboxHandler {
  return async (tx, job) => {
    const { areaId } = job;
    const { ballotId, what } = job.payload as { ballotId: string; what: Occasion };
    const ballot = await kernel.readBallot(tx, areaId, ballotId);
    if (!ballot || (what !== 'closed' && kernel.whyNotNow(ballot, tx.now))) return;
    const reached = await kernel.readReachable(tx, { areaId, ballotId, onlyOpen: what !== 'closed' });
    const userIds = [...new Set(reached.map(({ userId }) => userId))];
    const words = wordsOf(ballot, what, tx.now);
    const subject = `ballot:${ballotId}`;
    const link = `/v/${areaId}/${ballotId}`;
    const told = new Set(await tell(tx, doors, { areaId, userIds, kind: 'ballot', ...words, link, subject }));
    const electorIds = reached.filter(({ userId }) => told.has(userId)).map(({ electorId }) => electorId);
    if (what === 'closed' || electorIds.length === 0) return;
    const delivery = { electorIds, way: 'app', at: null, note: '', proofFile: null, by: system } as const;
    await kernel.noteDeliveries(tx, { areaId, ballotId, ...delivery });
  };
}

function wordsOf(ballot: kernel.BallotRow, what: Occasion, now: Date): { title: string; body: string } {
  const until = limitName(ballot.closesAt ?? now, now);
  if (what === 'closed') {
    const result = ballot.tally ? kernel.resultSentence(ballot.tally, ballot.choices) : '';
    return { title: `表决结果：${ballot.title}`, body: `${result}打开可以看每一项，也可以自己算一遍。` };
  }
  const call = what === 'opened' ? '请您投票' : '还没有投票';
  return { title: `${call}：${ballot.title}`, body: `${until}截止。打开就能投，弃权也算参加。` };
}
