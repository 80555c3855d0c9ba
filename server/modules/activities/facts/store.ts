import type { Reader } from '#platform/database';

export type ActivityFacts = {
  id: string;
  title: string;
  kind: string;
  themes: string[];
  audiences: string[];
  large: boolean;
  broad: boolean;
  seriesId: string | null;
  teamId: string | null;
  venueId: string | null;
  startsAt: string;
  /** 人: different people, each once. Never added up over activities. */
  people: number;
  /** 人次: attendances of all sessions, with those who were only counted. */
  personTimes: number;
};

/** Activities that stand and begin in a time, with who came. */
export function readFacts(
  reader: Reader,
  areaId: string,
  { from, to }: { from: Date; to: Date },
): Promise<ActivityFacts[]> {
  return reader.query<ActivityFacts>(
    `select a.id, a.title, a.kind, a.themes, a.audiences, a.large, a.broad, a.series_id as "seriesId", a.team_id as "teamId", a.venue_id as "venueId",
       a.starts_at as "startsAt", coalesce(came.people, 0)::int as people,
       (coalesce(came.times, 0) + coalesce(counted.heads, 0))::int as "personTimes"
     from activities a
     left join (select activity_id, count(distinct attendee) as people, count(*) as times from attendances
       where area_id = $1 group by activity_id) came on came.activity_id = a.id
     left join (select activity_id, sum(headcount) as heads from activity_sessions
       where area_id = $1 and withdrawn_at is null group by activity_id) counted on counted.activity_id = a.id
     where a.area_id = $1 and a.state = 'published' and a.starts_at >= $2 and a.starts_at < $3 order by a.starts_at, a.id`,
    [areaId, from, to],
  );
}

/** Of some activities together: different people, each once, and attendances with those who were only counted. */
export async function countComers(
  reader: Reader,
  areaId: string,
  activityIds: readonly string[],
): Promise<{ people: number; personTimes: number }> {
  const rows = await reader.query<{ people: number; personTimes: number }>(
    `select (select count(distinct attendee)::int from attendances where area_id = $1 and activity_id = any($2)) as people,
       ((select count(*) from attendances where area_id = $1 and activity_id = any($2))
        + (select coalesce(sum(headcount), 0) from activity_sessions
           where area_id = $1 and activity_id = any($2) and withdrawn_at is null))::int as "personTimes"`,
    [areaId, activityIds],
  );
  return rows[0] ?? { people: 0, personTimes: 0 };
}

/** The series of a community by name, for choosing one. */
export function readSeriesNames(reader: Reader, areaId: string): Promise<{ id: string; name: string }[]> {
  return reader.query(`select id, name from activity_series where area_id = $1 order by name, id`, [areaId]);
}

/** 人 and 人次 of all activities of a time: each person once, however often she came. */
export async function countPeople(
  reader: Reader,
  areaId: string,
  { from, to }: { from: Date; to: Date },
): Promise<{ people: number; personTimes: number }> {
  const rows = await reader.query<{ people: number; personTimes: number }>(
    `with held as (
       select s.id, s.headcount from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
       where s.area_id = $1 and s.withdrawn_at is null and a.state = 'published' and s.starts_at >= $2 and s.starts_at < $3)
     select (select count(distinct attendee) from attendances where area_id = $1 and session_id in (select id from held))::int as people,
       ((select count(*) from attendances where area_id = $1 and session_id in (select id from held))
         + coalesce((select sum(headcount) from held), 0))::int as "personTimes"`,
    [areaId, from, to],
  );
  return rows[0] ?? { people: 0, personTimes: 0 };
}
