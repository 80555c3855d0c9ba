import type { Reader } from '#platform/database';

/** Per area: matters of a method that ended well, and how many of them were never late. */
export function readUse(
  reader: Reader,
  areaIds: string[],
  method: string,
): Promise<{ areaId: string; ended: number; onTime: number }[]> {
  return reader.query(
    `select m.area_id as "areaId", count(*) as ended,
       count(*) filter (where not exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.late)) as "onTime"
     from matters m where m.area_id = any($1) and m.method = $2 and m.status = 'done' group by m.area_id`,
    [areaIds, method],
  );
}
