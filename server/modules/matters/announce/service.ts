import type { Tx } from '#platform/database';
import { enqueue } from '#platform/jobs';
import { liveChannel, liveMessage } from '#platform/live';
import { addParty, type MatterRow, type Outcome } from '#kernel/workflow';
import type { Effect, Method } from '#kernel-contract/workflow';
import { publishFiles } from '#modules/files';
import { tell, tellRobots } from '#modules/messages';
import type { MattersContext } from '../list/service.ts';
import { surroundingsOf } from '../scope/service.ts';
import { publicFiles, sayingOf, wordsFor } from './rules.ts';

// Figures of an area that changes again and again are worked once for all of it.
const gatherMs = 5000;

/** Tells whom a step says must be told, lets open pages know, and leaves the figures to the worker. */
export async function announce(tx: Tx, context: MattersContext, outcome: Outcome, method: Method): Promise<void> {
  const { row } = outcome;
  await Promise.all(outcome.tells.map((effect) => tellOne(tx, context, row, method, effect)));
  await publishFiles(tx, row.areaId, publicFiles(row.face));
  tx.signal(liveChannel, liveMessage(`area:${row.areaId}`, { kind: 'matter', areaId: row.areaId, number: row.number }));
  if (row.reporterId)
    tx.signal(
      liveChannel,
      liveMessage(`user:${row.reporterId}`, { kind: 'matter', areaId: row.areaId, number: row.number }),
    );
  enqueue(tx, {
    areaId: row.areaId,
    kind: 'matters.changed',
    payload: { number: row.number },
    notBefore: new Date(tx.now.getTime() + gatherMs),
  });
}

async function tellOne(
  tx: Tx,
  context: MattersContext,
  row: MatterRow,
  method: Method,
  effect: Extract<Effect, { type: 'tell' }>,
): Promise<void> {
  const surroundings = surroundingsOf(context);
  const keys = [...new Set(effect.to.flatMap((key) => surroundings.locate(key, row)))];
  if (keys.length === 0) return;
  if (effect.kind === 'copy')
    for (const key of keys)
      if (key.startsWith('user:')) await addParty(tx, row, { userId: key.slice(5), relation: 'copied' });
  const reporter = keys.filter((key) => key === `user:${row.reporterId}`);
  const others = keys.filter((key) => key !== `user:${row.reporterId}`);
  for (const [audience, to] of [
    ['reporter', reporter],
    ['staff', others],
  ] as const) {
    if (to.length === 0) continue;
    if (audience === 'staff') tellGroups(tx, context, row, method, effect.kind);
    const words = wordsFor({ effect, row, method, audience, now: tx.now });
    await tell(
      tx,
      { tree: context.tree, roster: context.directory },
      {
        areaId: row.areaId,
        actorKeys: [...to],
        kind: effect.kind,
        title: words.title,
        body: words.body,
        subject: `matter:${row.number}`,
        link: audience === 'reporter' ? `/m/${row.areaId}/${row.number}` : `/desk/matters/${row.areaId}/${row.number}`,
        urgent: effect.kind === 'late' || effect.kind === 'supervise' || row.visible === 'restricted',
      },
    );
  }
}

/** The groups of an area, of what its method does not keep among those it names. */
function tellGroups(
  tx: Tx,
  { robots, tree, address }: MattersContext,
  row: MatterRow,
  method: Method,
  tell: string,
): void {
  if (row.visible === 'restricted') return;
  const { areaId } = row;
  const area = tree.get(areaId)?.name ?? '';
  tellRobots(tx, robots, { areaId, tell, saying: () => sayingOf({ row, method, tell, area, address }) });
}
