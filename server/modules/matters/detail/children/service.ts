import type { Reader } from '#platform/database';
import type { MatterRow } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';
import type { ChildMatters } from '../../contract.ts';
import type { MattersContext } from '../../list/service.ts';
import { statusNames } from '../../rules.ts';
import { readChildRows } from './store.ts';

const shownMax = 200;

/** The matters this one began and waits or waited for; null when its method begins none. */
export async function readChildren(
  reader: Reader,
  context: MattersContext,
  method: Method,
  row: MatterRow,
): Promise<ChildMatters | null> {
  const step = method.steps.find(({ id, kind }) => kind === 'children' && row.state.visits[id] !== undefined);
  if (!step) return null;
  const { all, done, not } = row.state.results[step.id] ?? {};
  const rows = await readChildRows(reader, row.areaId, row.id, shownMax);
  await context.shelf.need(
    reader,
    rows.map(({ definitionHash }) => definitionHash),
  );
  return {
    all: Number(all ?? 0),
    ended: Number(done ?? 0) + Number(not ?? 0),
    items: rows.map(({ number, title, status, step: at, definitionHash }) => ({
      number,
      title,
      open: status === 'open',
      statusName: statusNames[status as keyof typeof statusNames],
      stepName: context.shelf.known(definitionHash)?.steps.find(({ id }) => id === at)?.label.zh ?? '',
    })),
  };
}
