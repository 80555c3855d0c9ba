import type { Reader, Tx } from '#platform/database';
import { findEntries, queriesOf, writeEntries } from '#kernel/search';
import type { Asked, Place } from '#kernel-contract/search';
import { noticeKindNames, type Notice } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

export type FoundNotice = Pick<Notice, 'areaId' | 'id' | 'title' | 'affects' | 'kindName' | 'publishedAt'> & {
  isOver: boolean;
};

/** Notices found by their words, past ones too; those taken down are not. */
export async function findNotices(
  reader: Reader,
  search: { areaIds: string[]; asked: Asked; after: Place | null; limit: number; now: Date },
): Promise<{ items: FoundNotice[]; next: Place | null }> {
  const found = await findEntries(reader, {
    areas: search.areaIds.map((id) => ({ id, queries: queriesOf(search.asked, id) })),
    kind: 'notice',
    open: ['public'],
    some: null,
    after: search.after,
    limit: search.limit + 1,
  });
  const page = found.slice(0, search.limit);
  const rows = new Map((await store.readNoticesById(reader, page, search.now)).map((row) => [row.id, row]));
  const items = page.flatMap(({ id }) => {
    const row = rows.get(id);
    if (!row) return [];
    const { areaId, title, affects, publishedAt, endsAt } = row;
    const kindName = noticeKindNames[row.kind as Notice['kind']];
    return [
      {
        areaId,
        id,
        title,
        affects,
        kindName,
        publishedAt,
        isOver: endsAt !== null && Date.parse(endsAt) <= search.now.getTime(),
      },
    ];
  });
  return { items, next: found.length > search.limit ? (page.at(-1) ?? null) : null };
}

/** Lays the next notices of an area into the index; answers after which to go on, null when all are. */
export async function indexNotices(
  tx: Tx,
  areaId: string,
  after: string | null,
  limit: number,
): Promise<string | null> {
  const rows = await store.takeNotices(tx, areaId, after, limit);
  await writeEntries(tx, rows.map(rules.entryOf));
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null);
}
