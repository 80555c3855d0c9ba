import type { Reader } from '#platform/database';

/** How often somebody came to activities of each kind and series since a moment. */
export function readHabits(
  reader: Reader,
  asked: { areaIds: string[]; attendee: string; since: Date },
): Promise<{ kind: string; seriesId: string | null; times: number }[]> {
  return reader.query(
    `select a.kind, a.series_id as "seriesId", count(*)::int as times from attendances t
     join activities a on a.area_id = t.area_id and a.id = t.activity_id
     where t.area_id = any($1) and t.attendee = $2 and t.at >= $3 group by 1, 2`,
    [asked.areaIds, asked.attendee, asked.since],
  );
}
