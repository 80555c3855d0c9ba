import type { Reader, Tx } from '#platform/database';
import type { AttendanceLine } from './contract.ts';

export type Came = {
  areaId: string;
  sessionId: string;
  activityId: string;
  attendees: string[];
  at: Date;
  way: 'qr' | 'list' | 'offline';
  byId: string;
};

/** Writes down who came; twice is once. Answers who had not been written down before. */
export async function insertCame(tx: Tx, came: Came): Promise<string[]> {
  if (came.attendees.length === 0) return [];
  const rows = await tx.query<{ attendee: string }>(
    `insert into attendances (area_id, session_id, attendee, activity_id, at, way, by_id)
     select $1, $2, unnest($3::text[]), $4, $5, $6, $7 on conflict do nothing returning attendee`,
    [came.areaId, came.sessionId, came.attendees, came.activityId, came.at, came.way, came.byId],
  );
  return rows.map((row) => row.attendee);
}

/** Takes back ticks that were a mistake. */
export async function deleteCame(tx: Tx, areaId: string, sessionId: string, attendees: string[]): Promise<void> {
  if (attendees.length === 0) return;
  await tx.query(`delete from attendances where area_id = $1 and session_id = $2 and attendee = any($3)`, [
    areaId,
    sessionId,
    attendees,
  ]);
}

export async function writeHeadcount(tx: Tx, areaId: string, sessionId: string, count: number | null): Promise<void> {
  await tx.query(`update activity_sessions set headcount = $3 where area_id = $1 and id = $2`, [
    areaId,
    sessionId,
    count,
  ]);
}

/** Gives a seat to somebody who has come without one, while one is free at this very moment; false when all are taken. */
export async function takeSeatAtDoor(
  tx: Tx,
  place: { areaId: string; activityId: string; attendee: string; userId: string; ageToCheck: boolean },
): Promise<boolean> {
  const rows = await tx.query(
    `with taken as (
       update activities set turns = turns + 1, enrolled = enrolled + 1
       where area_id = $1 and id = $2 and state = 'published' and enrolled < seats returning turns)
     insert into enrolments as e (area_id, activity_id, attendee, user_id, enrolled_at, state, turn, age_to_check)
     select $1, $2, $3, $4, $5, 'enrolled', turns, $6 from taken
     on conflict on constraint enrolments_pkey do update
       set state = 'enrolled', turn = excluded.turn, cancelled_at = null where e.area_id = $1 returning attendee`,
    [place.areaId, place.activityId, place.attendee, place.userId, tx.now, place.ageToCheck],
  );
  return rows.length > 0;
}

export type ListRow = Omit<AttendanceLine, 'name'>;

/** Everybody enrolled in the activity of a session, and who came without; those enrolled in the order of their turns. */
export function readList(reader: Reader, areaId: string, activityId: string, sessionId: string): Promise<ListRow[]> {
  return reader.query<ListRow>(
    `select coalesce(e.attendee, t.attendee) as attendee, e.state, coalesce(e.age_to_check, false) as "ageToCheck", t.at, t.way
     from (select * from enrolments where area_id = $1 and activity_id = $2 and state <> 'cancelled') e
     full join (select * from attendances where area_id = $1 and session_id = $3) t on t.attendee = e.attendee
     order by (e.state is null), e.state = 'waiting', e.turn, t.at`,
    [areaId, activityId, sessionId],
  );
}

/** Who came to a session: people, and those who were only counted. */
export async function countCame(
  reader: Reader,
  areaId: string,
  sessionId: string,
): Promise<{ people: number; headcount: number }> {
  const rows = await reader.query<{ people: number; headcount: number }>(
    `select (select count(*) from attendances where area_id = $1 and session_id = $2)::int as people,
       coalesce((select headcount from activity_sessions where area_id = $1 and id = $2), 0) as headcount`,
    [areaId, sessionId],
  );
  return rows[0] ?? { people: 0, headcount: 0 };
}

/** Which of these have come to a session. */
export async function readCame(
  reader: Reader,
  areaId: string,
  sessionId: string,
  attendees: string[],
): Promise<Set<string>> {
  const rows = await reader.query<{ attendee: string }>(
    `select attendee from attendances where area_id = $1 and session_id = $2 and attendee = any($3)`,
    [areaId, sessionId, attendees],
  );
  return new Set(rows.map((row) => row.attendee));
}

/** Which of these have a place in an activity. */
export async function readOnList(
  reader: Reader,
  areaId: string,
  activityId: string,
  attendees: string[],
): Promise<Set<string>> {
  const rows = await reader.query<{ attendee: string }>(
    `select attendee from enrolments where area_id = $1 and activity_id = $2 and attendee = any($3)`,
    [areaId, activityId, attendees],
  );
  return new Set(rows.map((row) => row.attendee));
}

export type DoorRow = {
  areaId: string;
  activityId: string;
  sessionId: string;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
  seats: number | null;
  enrolled: number;
  people: number;
};

/** Sessions of some communities that are held in a time, the next first. */
export function readDoors(reader: Reader, areaIds: string[], time: { from: Date; to: Date }): Promise<DoorRow[]> {
  return reader.query<DoorRow>(
    `select s.area_id as "areaId", s.activity_id as "activityId", s.id as "sessionId", a.title, s.place, s.starts_at as "startsAt",
       s.ends_at as "endsAt", a.seats, a.enrolled,
       (select count(*) from attendances t where t.area_id = s.area_id and t.session_id = s.id)::int as people
     from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
     where s.area_id = any($1) and s.withdrawn_at is null and a.state = 'published' and s.starts_at >= $2 and s.starts_at < $3
     order by s.starts_at, s.id limit 50`,
    [areaIds, time.from, time.to],
  );
}

/** Who made an activity and for which team: they keep its door. */
export async function readKeepers(
  reader: Reader,
  areaId: string,
  activityId: string,
): Promise<{ createdBy: string; teamId: string | null } | null> {
  const rows = await reader.query<{ createdBy: string; teamId: string | null }>(
    `select created_by as "createdBy", team_id as "teamId" from activities where area_id = $1 and id = $2`,
    [areaId, activityId],
  );
  return rows[0] ?? null;
}
