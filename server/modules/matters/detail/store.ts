import type { MatterRow } from '#kernel/workflow';
import type { Reader } from '#platform/database';
import { dayMs } from '#shared/time';

const monthsBack = 14;

/** Other matters of the same category at the same building in the last fourteen months. */
export async function countSameSpot(reader: Reader, row: MatterRow, now: Date): Promise<number> {
  if (!row.buildingId || row.visible === 'restricted') return 0;
  const rows = await reader.query<{ count: number }>(
    `select count(*) from matters where area_id = $1 and building_id = $2 and category = $3 and id <> $4 and created_at > $5 and visible <> 'restricted'`,
    [row.areaId, row.buildingId, row.category, row.id, new Date(now.getTime() - monthsBack * 30 * dayMs)],
    'matters.same-spot',
  );
  return rows[0]?.count ?? 0;
}
