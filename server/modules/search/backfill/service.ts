import { enqueue } from '#platform/jobs';
import type { Tx } from '#platform/database';
import { indexActivities } from '#modules/activities';
import { ownersUnder, type AreaTree } from '#modules/areas';
import { indexMatters } from '#modules/matters/find';
import { indexNotices } from '#modules/notices';
import { claimBackfill } from './store.ts';

export const backfillKind = 'search.backfill';

const kinds = { matter: indexMatters, notice: indexNotices, activity: indexActivities };
type Backfill = { kind: keyof typeof kinds; after: string | null };
const batchMost = 500;

/**
 * Lays what is there already into the index: once per way of laying it, area by area, batch by batch. Each batch leaves the
 * next one behind in its own transaction, so a stop in between goes on where it was. What changes meanwhile lays itself.
 */
export async function beginBackfill(tx: Tx, tree: AreaTree): Promise<void> {
  if (!(await claimBackfill(tx))) return;
  const tops = tree.all().filter((node) => node.parentId === null);
  for (const areaId of tops.flatMap((node) => ownersUnder(tree, node.id)))
    for (const kind of Object.keys(kinds)) enqueue(tx, { areaId, kind: backfillKind, payload: { kind, after: null } });
}

export async function backfillHandler(tx: Tx, job: { areaId: string; payload: Backfill }): Promise<void> {
  const { kind, after } = job.payload;
  const next = await kinds[kind](tx, job.areaId, after, batchMost);
  if (next !== null) enqueue(tx, { areaId: job.areaId, kind: backfillKind, payload: { kind, after: next } });
}
