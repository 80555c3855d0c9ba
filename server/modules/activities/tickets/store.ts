import type { Reader } from '#platform/database';
import { activityColumns, type ActivityRecord } from '../store.ts';

export type TicketRow = ActivityRecord & {
  attendee: string;
  enrolledBy: string | null;
  state: 'enrolled' | 'waiting' | null;
  waitingPlace: number;
  ageToCheck: boolean;
  came: number;
  sessionCount: number;
  sessionId: string;
  sessionPosition: number;
  sessionStartsAt: string;
  sessionEndsAt: string;
  sessionPlace: string;
  stars: number | null;
  words: string | null;
  ratedAt: string | null;
};

/**
 * Places and attendances of some people, and of those whom one user enrolled: what is not over or was within a year. The session is the
 * next one, or the last when all are over.
 */
export function readTickets(
  reader: Reader,
  asked: { areaIds: string[]; userId: string; attendees: string[]; now: Date; since: Date; activityId?: string },
): Promise<TicketRow[]> {
  return reader.query<TicketRow>(
    `with mine as (
       select area_id, activity_id, attendee, user_id, state, turn, age_to_check from enrolments
       where area_id = any($1) and (user_id = $2 or attendee = any($3)) and state <> 'cancelled'
       union all
       select t.area_id, t.activity_id, t.attendee, null, null, 0, false from attendances t
       where t.area_id = any($1) and t.attendee = any($3) and not exists (select from enrolments e where e.area_id = t.area_id
         and e.activity_id = t.activity_id and e.attendee = t.attendee and e.state <> 'cancelled')
       group by t.area_id, t.activity_id, t.attendee)
     select ${activityColumns(2)}, m.attendee, m.user_id as "enrolledBy", m.state, m.age_to_check as "ageToCheck",
       case when m.state = 'waiting' then (select count(*) from enrolments w where w.area_id = m.area_id
         and w.activity_id = m.activity_id and w.state = 'waiting' and w.turn <= m.turn) else 0 end::int as "waitingPlace",
       (select count(*) from attendances t where t.area_id = m.area_id and t.activity_id = m.activity_id
         and t.attendee = m.attendee)::int as came,
       (select count(*) from activity_sessions c where c.area_id = m.area_id and c.activity_id = m.activity_id
         and c.withdrawn_at is null)::int as "sessionCount",
       s.id as "sessionId", s.position as "sessionPosition", s.starts_at as "sessionStartsAt", s.ends_at as "sessionEndsAt",
       s.place as "sessionPlace", r.stars, r.words, r.at as "ratedAt"
     from mine m join activities a on a.area_id = m.area_id and a.id = m.activity_id
     cross join lateral (select * from activity_sessions s where s.area_id = m.area_id and s.activity_id = m.activity_id
       and s.withdrawn_at is null order by (s.ends_at <= $4), case when s.ends_at > $4 then s.starts_at end, s.starts_at desc limit 1) s
     left join activity_ratings r on r.area_id = m.area_id and r.activity_id = m.activity_id and r.user_id = $2
     where a.state = 'published' and a.ends_at > $5 and ($6::uuid is null or a.id = $6)
     order by s.starts_at, a.id limit 300`,
    [asked.areaIds, asked.userId, asked.attendees, asked.now, asked.since, asked.activityId ?? null],
  );
}
