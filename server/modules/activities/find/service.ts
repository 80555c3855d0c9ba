import type { Reader, Tx } from '#platform/database';
import { findEntries, queriesOf, writeEntries } from '#kernel/search';
import type { Asked, Place } from '#kernel-contract/search';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

export type FoundActivity = store.FoundRow & { isOver: boolean };

/** Activities found by their words, past ones too; those called off are not. */
export async function findActivities(
  reader: Reader,
  search: { areaIds: string[]; asked: Asked; after: Place | null; limit: number; now: Date },
): Promise<{ items: FoundActivity[]; next: Place | null }> {
  const found = await findEntries(reader, {
    areas: search.areaIds.map((id) => ({ id, queries: queriesOf(search.asked, id) })),
    kind: 'activity',
    open: ['public'],
    some: null,
    after: search.after,
    limit: search.limit + 1,
  });
  const page = found.slice(0, search.limit);
  const rows = new Map((await store.readFound(reader, page)).map((row) => [row.id, row]));
  const items = page.flatMap(({ id }) => {
    const row = rows.get(id);
    return row ? [{ ...row, isOver: Date.parse(row.endsAt) <= search.now.getTime() }] : [];
  });
  return { items, next: found.length > search.limit ? (page.at(-1) ?? null) : null };
}

/** Lays the next activities of an area into the index; answers after which to go on, null when all are. */
export async function indexActivities(
  tx: Tx,
  areaId: string,
  after: string | null,
  limit: number,
): Promise<string | null> {
  const rows = await store.takeActivities(tx, areaId, after, limit);
  await writeEntries(tx, rows.map(rules.entryOf));
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null);
}
