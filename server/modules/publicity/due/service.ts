import type { Tx } from '#platform/database';
import type { DeadlineRow } from '#platform/jobs';
import { closeDue } from '#kernel/publicity';
import { tell } from '#modules/messages';
import { system } from '#shared/actor';
import { settle } from '../carry/service.ts';
import { changed, type PublicityDoors } from '../scope/service.ts';

/**
 * The worker's: the days of a notice are over. It ends clear, or the office is reminded every day until every objection has
 * its answer. Source: N54.
 */
export async function publicityCameDue(
  tx: Tx,
  doors: PublicityDoors,
  job: Pick<DeadlineRow, 'areaId' | 'subject'>,
): Promise<void> {
  const { areaId, subject: id } = job;
  const found = await closeDue(tx, { areaId, id });
  if (!found) return;
  const { row, closed } = found;
  const told = { areaId, link: `/desk/publicity?open=${id}`, subject: `publicity:${id}` };
  const office = [`role:community-worker@${areaId}`, `role:community-secretary@${areaId}`];
  if (!closed) {
    await tell(tx, doors, {
      ...told,
      actorKeys: office,
      kind: 'publicity.unanswered',
      title: `公示期满，还有异议没答复：${row.title}`,
      body: `还有 ${row.openObjections} 条异议等答复。答复完，公示才算结束。`,
      urgent: true,
    });
    return;
  }
  await tell(tx, doors, {
    ...told,
    actorKeys: office,
    kind: 'publicity.clear',
    title: `公示期满：${row.title}`,
    body: row.objections === 0 ? '没有人提异议，可以往下办了。' : '异议都答复了，不成立，可以往下办了。',
  });
  await settle(tx, doors, row, 'clear');
  changed(tx, system, { areaId, id, act: 'clear' });
}
