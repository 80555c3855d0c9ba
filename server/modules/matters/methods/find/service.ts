import { matches } from '#kernel/search';
import type { Asked } from '#kernel-contract/search';
import type { MattersContext } from '../../list/service.ts';

/** Methods of the library whose name, steps or promise hold what is looked for; those whose name does first. */
export function findMethods(
  context: MattersContext,
  asked: Asked,
  limit: number,
): { id: string; name: string; promise: string }[] {
  const found = context.shelf.originals().flatMap(({ method }) => {
    const promise = method.present.promise?.zh ?? '';
    const said = [promise, ...method.steps.map((step) => step.label.zh)].join(' ');
    const rank = matches(asked, method.name.zh) ? 0 : matches(asked, said) ? 1 : null;
    return rank === null ? [] : [{ rank, line: { id: method.id, name: method.name.zh, promise } }];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ line }) => line);
}
