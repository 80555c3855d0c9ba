import type { Reader } from '#platform/database';

export type CalendarFilter = {
  areaId: string;
  venueId: string | null;
  teamId: string | null;
  activityId: string | null;
  from: Date;
  to: Date;
};

/** One date of an activity as a calendar shows it. */
export type CalendarRow = {
  sessionId: string;
  activityId: string;
  title: string;
  summary: string;
  kind: string;
  host: string;
  place: string;
  lng: number | null;
  lat: number | null;
  startsAt: string;
  endsAt: string;
  changedAt: string;
  calledOff: boolean;
};

/** Dates of published activities and of those called off after they were published, the next first. */
export function readCalendar(reader: Reader, filter: CalendarFilter, limit: number): Promise<CalendarRow[]> {
  return reader.query<CalendarRow>(
    `select s.id as "sessionId", a.id as "activityId", a.title, a.summary, a.kind, a.host, s.place, s.lng, s.lat,
       s.starts_at as "startsAt", s.ends_at as "endsAt",
       coalesce(s.withdrawn_at, a.withdrawn_at, a.published_at) as "changedAt",
       (s.withdrawn_at is not null or a.withdrawn_at is not null) as "calledOff"
     from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
     where s.area_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and a.published_at is not null
       and a.state in ('published', 'withdrawn')
       and ($4::uuid is null or s.venue_id = $4) and ($5::uuid is null or a.team_id = $5)
       and ($6::uuid is null or a.id = $6)
     order by s.starts_at, s.id limit $7`,
    [filter.areaId, filter.from, filter.to, filter.venueId, filter.teamId, filter.activityId, limit],
  );
}
