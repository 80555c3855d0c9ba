import type { Reader } from '#platform/database';
import type { ReadingRow } from './tables.ts';

const columns = `area_id as "areaId", user_id as "userId", day, family, book, words, at`;

/** The check-ins of an area from a day on, newest first. */
export function readReadings(reader: Reader, areaId: string, from: string): Promise<ReadingRow[]> {
  return reader.query<ReadingRow>(
    `select ${columns} from readings where area_id = $1 and day >= $2 order by day desc, at desc, user_id limit 5000`,
    [areaId, from],
  );
}

/** How many days somebody has checked in at all. */
export async function countDays(reader: Reader, areaId: string, userId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from readings where area_id = $1 and user_id = $2`,
    [areaId, userId],
  );
  return rows[0]?.count ?? 0;
}

/** Keeps a check-in; a second one on the same day only changes its book and words. */
export async function keepReading(reader: Reader, row: ReadingRow): Promise<void> {
  await reader.query(
    `insert into readings (area_id, user_id, day, family, book, words, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (area_id, user_id, day) do update set book = excluded.book, words = excluded.words`,
    [row.areaId, row.userId, row.day, row.family, row.book, row.words, row.at],
  );
}
