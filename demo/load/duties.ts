import { shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import { system } from '#shared/actor';
import { importRecords } from '#kernel/duties';
import type { DutyShelf } from '#kernel/duties/shelf';
import type { DutyRecord } from '#kernel-contract/duties';
import { importAbsences } from '#modules/duties/absences';
import { adoptFor } from '#modules/duties/adoption';
import type { MattersContext } from '#modules/matters/list';
import type { DutyAct, DutyPlan } from '../duties.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

type Context = { duties: DutyShelf; matters: MattersContext };

/** Adopts the sets of a community as of three weeks ago, and adds what was done and who was away since. */
export async function loadDuties(
  tx: Tx,
  context: Context,
  known: Known,
  { code, plan }: { code: string; plan: DutyPlan },
): Promise<void> {
  const areaId = demoId(code);
  for (const set of plan.sets) {
    const at = shanghaiInstant(plan.since, 8);
    await adoptFor(tx, context, system, { areaId, wanted: { set, settings: {} }, at });
  }
  const userOf = (key: string): string => known.users.get(key) ?? '';
  const nameOf = (key: string): string => known.names.get(key) ?? '';
  importAbsences(
    tx,
    plan.away.map(({ who, standIn, from, to, reason }) => ({
      areaId,
      userId: userOf(who),
      userName: nameOf(who),
      standInId: standIn && userOf(standIn),
      standInName: standIn && nameOf(standIn),
      from,
      to,
      reason,
    })),
  );
  importRecords(
    tx,
    plan.acts.flatMap((act) => recordsOf(tx, context, act, { areaId, userOf, nameOf })),
  );
}

type Names = { areaId: string; userOf(key: string): string; nameOf(key: string): string };

function recordsOf(tx: Tx, { duties }: Context, act: DutyAct, { areaId, userOf, nameOf }: Names): DutyRecord[] {
  const set = duties.original(act.set)?.set;
  if (!set) throw new Error(`the library has no duties ${act.set}`);
  const { kind, key, label } = act.subject;
  const roundId = tx.newId();
  return act.duties.map((duty) => ({
    areaId,
    id: tx.newId(),
    roundId,
    set: set.id,
    duty,
    definitionHash: set.hash,
    subject: { kind, id: kind === 'centre-household' ? userOf(key) : demoId(key), label },
    period: act.period,
    at: act.at,
    receivedAt: act.at,
    actorId: userOf(act.by),
    actorName: nameOf(act.by),
    standsFor: act.standsFor && userOf(act.standsFor),
    form: act.form,
    matter: null,
  }));
}
