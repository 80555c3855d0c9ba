import type { Circle } from '#shared/walking';
import type { Reader } from '#platform/database';
import { activityColumns, type ActivityRecord } from '../store.ts';

export type NearbyFilter = {
  /** The visitor's own community: there also what has no point on the map. */
  own: string;
  areaIds: string[];
  from: Date;
  to: Date;
  endsAfter: Date;
  circle: Circle | null;
  kind: string | null;
};

export type SessionRow = {
  areaId: string;
  sessionId: string;
  activityId: string;
  startsAt: string;
  endsAt: string;
  place: string;
  lng: number | null;
  lat: number | null;
};

const standing = `s.area_id = any($1) and s.withdrawn_at is null and s.starts_at >= $2 and s.starts_at < $3 and s.ends_at > $4
  and a.state = 'published' and ($5::float8 is null or s.lng is null and s.area_id = $11
    or s.lng between $5 and $7 and s.lat between $6 and $8
      and 2 * 6371000 * asin(least(1, sqrt(power(sin(radians(s.lat - $10::float8) / 2), 2)
        + cos(radians(s.lat)) * cos(radians($10::float8)) * power(sin(radians(s.lng - $9::float8) / 2), 2)))) <= $12::float8)`;

const valuesOf = ({ areaIds, from, to, endsAfter, circle, own }: NearbyFilter): unknown[] => [
  ...[areaIds, from, to, endsAfter],
  ...(circle ? [...circle.box, ...circle.center] : Array.from({ length: 6 }, () => null)),
  ...[own, circle?.metres ?? null],
];

/** Sessions that begin in a time, in a box where there is one, the next first. */
export function readSessions(
  reader: Reader,
  filter: NearbyFilter,
  page: { after: readonly [string, string] | null; limit: number },
): Promise<SessionRow[]> {
  return reader.query<SessionRow>(
    `select s.area_id as "areaId", s.id as "sessionId", s.activity_id as "activityId", s.starts_at as "startsAt",
       s.ends_at as "endsAt", s.place, s.lng, s.lat
     from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
     where ${standing} and ($13::text is null or a.kind = $13)
       and ($14::timestamptz is null or (s.starts_at, s.id) > ($14, $15::uuid))
     order by s.starts_at, s.id limit $16`,
    [...valuesOf(filter), filter.kind, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  );
}

/** How many sessions begin on each day and of each kind. */
export function countSessions(
  reader: Reader,
  filter: NearbyFilter,
): Promise<{ day: string; kind: string; count: number }[]> {
  return reader.query(
    `select to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, a.kind, count(*)::int as count
     from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
     where ${standing} group by 1, 2`,
    valuesOf(filter),
  );
}

/** Published activities by their ids, in no order. */
export function readActivitiesById(
  reader: Reader,
  ids: readonly { areaId: string; id: string }[],
  userId: string,
): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${activityColumns(3)} from activities a
     where a.area_id = any($1) and a.id = any($2) and a.state = 'published'`,
    [[...new Set(ids.map(({ areaId }) => areaId))], ids.map(({ id }) => id), userId],
  );
}
