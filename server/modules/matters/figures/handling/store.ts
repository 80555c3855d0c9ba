import type { Reader } from '#platform/database';
import { addDays, shanghaiInstant } from '#shared/time';

/** Matters that ended well in a period, and how long they took on the average from being begun. */
export async function readHandling(
  reader: Reader,
  period: { areaIds: readonly string[]; from: string; to: string },
): Promise<{ counted: number; averageMs: number | null }> {
  const rows = await reader.query<{ counted: number; averageMs: number | null }>(
    `select count(*) as counted, (avg(extract(epoch from closed_at - created_at)) * 1000)::float8 as "averageMs"
     from matters where area_id = any($1) and status = 'done' and closed_at >= $2 and closed_at < $3`,
    [period.areaIds, shanghaiInstant(period.from), shanghaiInstant(addDays(period.to, 1))],
  );
  return rows[0] ?? { counted: 0, averageMs: null };
}
