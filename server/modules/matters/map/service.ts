import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { cardOf, listScope, type MattersContext } from '../list/service.ts';
import type { MatterPoints } from './contract.ts';
import { readPoints } from '../list/store.ts';

const shownMost = 2000;

/** Open matters of an area that have a point, the newest first. Refused where the list would be. */
export async function listPoints(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  areaId: string,
  now: Date,
): Promise<MatterPoints> {
  const query = { status: 'open' as const, limit: shownMost };
  const rows = await readPoints(reader, listScope(context, actor, areaId, query, now), query);
  await context.shelf.need(
    reader,
    rows.map((row) => row.definitionHash),
  );
  const items = rows.slice(0, shownMost).map((row) => {
    const { number, title, place, category, step, dueState, dueText } = cardOf(context, row, now);
    return {
      areaId: row.areaId,
      number,
      title,
      place,
      category,
      stepName: step.label.zh,
      dueState,
      dueText,
      point: row.point,
    };
  });
  return { items, cut: rows.length > shownMost };
}
