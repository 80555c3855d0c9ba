import type { Reader } from '#platform/database';

export type ActivityFacts = {
  id: string;
  title: string;
  kind: string;
  themes: string[];
  audiences: string[];
  large: boolean;
  broad: boolean;
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
    `select a.id, a.title, a.kind, a.themes, a.audiences, a.large, a.broad, a.team_id as "teamId", a.venue_id as "venueId",
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
