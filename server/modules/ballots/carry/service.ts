import { system, type Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import { shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { DeadlineRow } from '#platform/jobs';
import * as kernel from '#kernel/ballots';
import { settleStep, type CarriedLink, type Carrier, type MattersContext } from '#modules/matters/settle';
import { ballotStateNames } from '../contract.ts';
import { changed, openBallot, type BallotDoors } from '../service.ts';
import { tellLater } from '../telling/service.ts';
import { planOf, resultFor } from './rules.ts';

/** Steps of matters that are decided by a ballot. */

export type CarryDoors = BallotDoors & { matters: MattersContext };

/**
 * Makes the ballot of a vote step: drafted from what the method says, and opened by who may open ballots; at once where the method lets
 * the system act in the step and somebody is entitled. An electorate that needs a stricter rule by law gets that one. Source: METHODS 2.1
 * (vote), X17.
 */
export function carryVote(doors: CarryDoors): Carrier {
  return async (tx, { areaId, matter, step, settings, actor }) => {
    const plan = planOf(settings, tx.now);
    const rule = kernel.ruleFor(doors.rules, plan.rule, plan.electorate);
    const byArea = rule?.terms.by.includes('area') ?? false;
    const ballotId = await kernel.draftBallot(tx, doors.rules, {
      ...plan,
      ...{ areaId, matterId: matter.id, step: step.id, estateId: matter.estateId, rule: rule?.id ?? '' },
      ...{ secret: plan.secret && !byArea, changeable: false, paperRule: 'paper', proxiesMost: 1, draftedBy: actor.id },
    });
    if (step.by.includes('system'))
      await openAtOnce(tx, doors, { areaId, ballotId, closesAt: plan.closesAt ?? weekFrom(tx.now) });
  };
}

/** Nobody entitled yet is no reason to stop the matter: the draft then waits for whoever opens ballots. */
async function openAtOnce(tx: Tx, doors: CarryDoors, input: Opening): Promise<void> {
  try {
    await tx.attempt(() => beginBallot(tx, system, doors, input));
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}

type Opening = { areaId: string; ballotId: string; closesAt: string | null };

/** Opens a ballot, tells the matter it belongs to, and those who can vote by phone. */
export async function beginBallot(
  tx: Tx,
  actor: Actor,
  doors: CarryDoors,
  input: Opening & { estateId?: string | undefined },
): Promise<void> {
  const { ballot, closesAt } = await openBallot(tx, actor, doors, input);
  const { areaId, id: ballotId, matterId, step } = ballot;
  tellLater(tx, { areaId, ballotId, what: 'opened' });
  if (matterId && step)
    await settleStep(tx, doors.matters, { areaId, matterId, step, outcome: 'opened', result: { closesAt } });
}

/** Its time has come: the ballot is counted, its matter goes on, and the result is told. */
export async function ballotCameDue(tx: Tx, doors: CarryDoors, job: DeadlineRow): Promise<void> {
  const closed = await kernel.closeBallot(tx, { areaId: job.areaId, ballotId: job.subject });
  if (!closed) return;
  const { ballot, tally } = closed;
  const { areaId, id: ballotId, matterId, step } = ballot;
  changed(tx, system, { areaId, ballotId, act: 'ballot.close' });
  tellLater(tx, { areaId, ballotId, what: 'closed' });
  if (!matterId || !step) return;
  await settleStep(tx, doors.matters, {
    areaId,
    matterId,
    step,
    outcome: tally.outcome,
    result: resultFor(ballot, tally),
  });
}

const weekDays = 7;

/** 24:00 of the seventh day. */
const weekFrom = (now: Date): string => shanghaiInstant(shanghaiDate(now), weekDays * 24 + 24).toISOString();

/** The ballots of a matter, as its page links to them. */
export async function ballotsOf(reader: Reader, areaId: string, matterId: string): Promise<CarriedLink[]> {
  const found = await kernel.readOfMatter(reader, areaId, matterId);
  return found.map(({ id, step, title, state }) => ({
    ...{ kind: 'vote', id, step, title },
    href: `/v/${areaId}/${id}`,
    deskHref: `/desk/ballots/${areaId}/${id}`,
    state: ballotStateNames[state],
  }));
}
