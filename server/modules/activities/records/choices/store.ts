import type { Reader } from '#platform/database';

/** Series of a community by their names. */
export function readSeriesChoices(
  reader: Reader,
  areaId: string,
): Promise<{ id: string; name: string; kind: string; theme: string }[]> {
  return reader.query(`select id, name, kind, theme from activity_series where area_id = $1 order by name`, [areaId]);
}

/** Units and persons named in activities before, the latest first. */
export function readNamed(
  reader: Reader,
  areaId: string,
): Promise<{ organisers: string[]; officer: string; host: string }[]> {
  return reader.query(
    `select organisers, officer, host from activities where area_id = $1 order by starts_at desc limit 200`,
    [areaId],
  );
}
