import type { Reader, Tx } from '#platform/database';
import type { NoticeRow } from './tables.ts';

export type NoticeRecord = Omit<NoticeRow, 'publishedBy' | 'withdrawnAt'>;

const columns = `area_id as "areaId", id, title, body, kind, icon, affects, starts_at as "startsAt", ends_at as "endsAt", published_at as "publishedAt"`;

/** Notices that stand and are not over, newest first. */
export function readNotices(
  reader: Reader,
  areaId: string,
  query: { after: string | null; limit: number; now: Date },
): Promise<NoticeRecord[]> {
  return reader.query<NoticeRecord>(
    `select ${columns} from notices
     where area_id = $1 and withdrawn_at is null and published_at <= $2 and (ends_at is null or ends_at > $2)
       and ($3::uuid is null or (published_at, id) < (select published_at, id from notices where area_id = $1 and id = $3))
     order by published_at desc, id desc limit $4`,
    [areaId, query.now, query.after, query.limit],
  );
}

export async function readNotice(reader: Reader, areaId: string, id: string): Promise<NoticeRecord | null> {
  const rows = await reader.query<NoticeRecord>(
    `select ${columns} from notices where area_id = $1 and id = $2 and withdrawn_at is null`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export async function insertNotice(
  reader: Reader,
  row: Omit<NoticeRow, 'withdrawnAt' | 'publishedAt'>,
  now: Date,
): Promise<void> {
  await reader.query(
    `insert into notices (area_id, id, title, body, kind, icon, affects, starts_at, ends_at, published_at, published_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.areaId,
      row.id,
      row.title,
      row.body,
      row.kind,
      row.icon,
      row.affects,
      row.startsAt,
      row.endsAt,
      now,
      row.publishedBy,
    ],
  );
}

/** False when it was withdrawn before, or never was. */
export async function markWithdrawn(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update notices set withdrawn_at = $3 where area_id = $1 and id = $2 and withdrawn_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

/** The id of the notice that ends so; the latest where chance gave two the same end. */
export async function findByTail(reader: Reader, areaId: string, tail: string): Promise<string | null> {
  const rows = await reader.query<{ id: string }>(
    `select id from notices where area_id = $1 and right(id::text, 10) = $2 order by id desc limit 1`,
    [areaId, tail],
  );
  return rows[0]?.id ?? null;
}

/** Notices that stand and are published, by their ids. */
export function readNoticesById(
  reader: Reader,
  ids: { areaId: string; id: string }[],
  now: Date,
): Promise<NoticeRecord[]> {
  return reader.query<NoticeRecord>(
    `select ${columns} from notices where area_id = any($1) and id = any($2) and withdrawn_at is null and published_at <= $3`,
    [[...new Set(ids.map(({ areaId }) => areaId))], ids.map(({ id }) => id), now],
  );
}

/** The next notices of an area that stand, in order of their ids; held until the commit. */
export function takeNotices(tx: Tx, areaId: string, after: string | null, limit: number): Promise<NoticeRecord[]> {
  return tx.query<NoticeRecord>(
    `select ${columns} from notices where area_id = $1 and withdrawn_at is null and ($2::uuid is null or id > $2)
     order by id limit $3 for no key update`,
    [areaId, after, limit],
  );
}

/** Notices that stand and were published in a time, up to but without its end. */
export async function countNotices(reader: Reader, areaId: string, time: { from: Date; to: Date }): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from notices where area_id = $1 and withdrawn_at is null and published_at >= $2 and published_at < $3`,
    [areaId, time.from, time.to],
  );
  return rows[0]?.count ?? 0;
}

/** Every notice that was published and not taken down, over or not, a page at a time. */
export async function* readAllNotices(reader: Reader, areaId: string): AsyncGenerator<NoticeRecord> {
  let after: string | null = null;
  for (;;) {
    const rows: NoticeRecord[] = await reader.query<NoticeRecord>(
      `select ${columns} from notices where area_id = $1 and withdrawn_at is null
         and ($2::uuid is null or (published_at, id) < (select published_at, id from notices where area_id = $1 and id = $2))
       order by published_at desc, id desc limit 500`,
      [areaId, after],
    );
    yield* rows;
    if (rows.length < 500) return;
    after = rows.at(-1)?.id ?? null;
  }
}
