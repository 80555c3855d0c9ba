import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import { enqueue, type DeadlineRow } from '#platform/jobs';
import { periodsOf, type Standing } from '#kernel/duties';
import type { AdoptedSet } from '#kernel/duties/shelf';
import type { Day } from '#kernel-contract/duties';
import { tell } from '#modules/messages';
import { aroundOf, chargesOf, type DutiesContext } from '../scope/service.ts';
import { lateBody, lateTitle } from './rules.ts';

export const latenessKind = 'duties';
export const lateKind = 'duties.late';

type Watched = { id: string; areaId: string };

/** Sets the deadline at which the lateness of an adopted set is looked at next: when the day is over. */
export function watchLateness(tx: Tx, adoption: Watched): void {
  const today = shanghaiDate(tx.now);
  tx.append('jobs.deadlines', {
    id: tx.newId(),
    area_id: adoption.areaId,
    subject: adoption.id,
    kind: latenessKind,
    // The first day that nobody has looked at yet.
    rule: today,
    token: 0,
    due_at: shanghaiInstant(addDays(today, 1)).toISOString(),
    attempts: 0,
    last_error: null,
  });
}

/**
 * The day is over: every community looks at what has become late in the days nobody has looked at, however many the worker
 * was down for, and the next evening is set. An adoption that has been replaced watches no more.
 */
export async function dayEnded(tx: Tx, context: DutiesContext, job: DeadlineRow): Promise<void> {
  const { tree } = context.matters;
  const adopted = context.duties
    .originals()
    .map(({ set }) => context.duties.inForce(tree.path(job.areaId), set.id))
    .find((one) => one?.adoption.id === job.subject);
  if (!adopted) return;
  const to = addDays(shanghaiDate(tx.now), -1);
  for (const community of tree.under(job.areaId, 'community'))
    enqueue(tx, { areaId: community.id, kind: lateKind, payload: { set: adopted.set.id, from: job.rule, to } });
  watchLateness(tx, { id: job.subject, areaId: job.areaId });
}

type LateJob = { set: string; from: Day; to: Day };

/** Tells whom the duties name what has become late in some days, each period once. Source: METHODS 2.2 `late`. */
export async function tellLate(
  tx: Tx,
  context: DutiesContext,
  job: { areaId: string; payload: LateJob },
): Promise<void> {
  const { areaId, payload } = job;
  const adopted = context.duties.inForce(context.matters.tree.path(areaId), payload.set);
  if (!adopted) return;
  const late = await becameLate(tx, context, areaId, adopted, payload);
  for (const [key, group] of byThoseTold(context, areaId, late)) {
    await tell(
      tx,
      { tree: context.matters.tree, roster: context.matters.directory },
      {
        areaId,
        actorKeys: [key],
        kind: 'late',
        title: lateTitle(adopted.set.name.zh, group),
        body: lateBody(group),
        subject: `duties:${payload.set}`,
        link: `/desk/duties?set=${payload.set}&state=late&from=${payload.from}&to=${payload.to}`,
      },
    );
  }
}

// Grace reaches further back than the days looked at: the period itself ended earlier.
const graceDaysMax = 62;

async function becameLate(
  tx: Tx,
  context: DutiesContext,
  areaId: string,
  adopted: AdoptedSet,
  { from, to }: LateJob,
): Promise<Standing[]> {
  const span = { from: addDays(from, -graceDaysMax), to };
  const charges = await chargesOf(tx, context, { areaId, adopted, ...span });
  const standing = await periodsOf(tx, aroundOf(context), charges, span, tx.now);
  return standing.filter(({ due }) => due.state === 'late' && due.until >= from && due.until <= to);
}

/** What each role is told, where the subject is: the grid head of that grid, the workers of the community. */
function byThoseTold({ matters }: DutiesContext, areaId: string, late: Standing[]): Map<string, Standing[]> {
  const { names } = matters.shelf;
  const groups = new Map<string, Standing[]>();
  for (const one of late) {
    const spot = matters.tree.get(one.subject.id)?.id ?? areaId;
    for (const role of one.duty.late) {
      const key = `role:${role}@${names.roles[role]?.level === 'community' ? areaId : spot}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  return groups;
}
