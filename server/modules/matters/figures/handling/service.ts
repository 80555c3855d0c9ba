import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { listScope, type MattersContext } from '../../list/service.ts';
import type { HandlingFigure } from './contract.ts';
import { handlingFigure } from './rules.ts';
import { readHandling } from './store.ts';

/** How long matters of an area took on the average, of all its methods. Refused without the right to its figures. Source: N48. */
export async function readHandlingFigure(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; from: string; to: string; now: Date },
): Promise<HandlingFigure> {
  const { areaId, from, to, now } = input;
  const scope = listScope(context, actor, areaId, { limit: 1 }, now);
  if (!scope.mayReadArea)
    refuse({
      code: 'permission.denied',
      status: 403,
      zh: '您不能看这个辖区的统计。',
      en: 'You may not read the figures of this area.',
    });
  return handlingFigure({ from, to }, await readHandling(reader, { areaIds: scope.areaIds, from, to }));
}
