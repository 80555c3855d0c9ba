import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import * as kernel from '#kernel/ballots';
import { requireOwner } from '#modules/areas';
import type { BallotPage, MyElector } from '../contract.ts';
import { resultOf } from '../rules.ts';
import { capabilitiesOf, summaryOf, type BallotDoors } from '../service.ts';

type Asked = { areaId: string; ballotId: string; now: Date };

/** A ballot with what the one who asks may do. Its result is null for everybody until it is closed. */
export async function readBallotPage(
  reader: Reader,
  actor: Actor,
  doors: BallotDoors,
  { areaId: asked, ballotId, now }: Asked,
): Promise<BallotPage> {
  const { id: areaId } = requireOwner(doors.tree, asked);
  const ballot = (await kernel.readBallot(reader, areaId, ballotId)) ?? refuse(kernel.ballotUnknown);
  const can = capabilitiesOf(actor, doors, areaId);
  const isStaff = can.manage || can.open;
  const isHidden = ballot.state === 'draft' || ballot.state === 'withdrawn';
  if (isHidden && !isStaff) return refuse(kernel.ballotUnknown);
  const [turnout, mine] = await Promise.all([
    kernel.readTurnout(reader, areaId, ballotId),
    isSignedIn(actor) ? kernel.readMine(reader, areaId, ballotId, actor.id) : [],
  ]);
  const electors = mine.map((one) => electorOf(one, { ballot, actor, now }));
  const own = electors.filter(({ why, voted }) => why === null || voted);
  const listed = {
    ...ballot,
    ...turnout,
    mineElectors: own.length,
    mineVoted: own.filter(({ voted }) => voted).length,
  };
  const { choices, pick, changeable, paperRule, proxiesMost, openingHash, recordHash, withdrawnReason, tally } = ballot;
  return {
    ...summaryOf(listed, doors, now),
    ...{ choices, pick, changeable, paperRule, proxiesMost, openingHash, recordHash, withdrawnReason, electors },
    ruleSentences: kernel.ruleSentences(ballot.terms),
    notes: kernel.notesOf(ballot),
    why: whyNone(ballot, electors, actor),
    result:
      tally &&
      resultOf(tally, choices, {
        result: kernel.resultSentence(tally, choices),
        check: (check) => kernel.checkSentence(check, choices),
      }),
    recordUrl: recordHash ? `/api/v1/areas/${areaId}/ballots/${ballotId}/record` : null,
    can: { ...can, open: can.open && ballot.state === 'draft', withdraw: can.manage && ballot.state === 'draft' },
  };
}

function electorOf(
  one: kernel.MyElector,
  { ballot, actor, now }: { ballot: kernel.BallotRow; actor: Actor; now: Date },
): MyElector {
  const isProxy = one.holderName !== null && one.holderUserId === actor.id;
  const voted = one.way !== null;
  const refusal =
    kernel.whyNotMine(one, actor.id) ??
    kernel.whyNotNow(ballot, now) ??
    (voted && one.way === 'phone' && !ballot.changeable ? kernel.votedAlready : null);
  return {
    ...{ id: one.id, number: one.number, label: one.label, area: one.area },
    proxyFor: isProxy ? one.name || one.label : null,
    voted,
    votedWay: one.way === null ? '' : one.way === 'phone' ? '手机' : '纸质票',
    votedAt: one.votedAt,
    receipt: one.receipt,
    mayVote: refusal === null,
    why: refusal?.zh ?? null,
  };
}

function whyNone(ballot: kernel.BallotRow, electors: readonly MyElector[], actor: Actor): string | null {
  if (ballot.state !== 'open' || electors.length > 0) return null;
  return isSignedIn(actor) ? kernel.notElector.zh : '请先登录，再看您有没有票。';
}
