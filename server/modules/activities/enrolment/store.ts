import type { Reader, Tx } from '#platform/database';
import { activityColumns, type ActivityRecord } from '../store.ts';

/** Holds an activity until the commit: what is decided about its seats is decided by one at a time. Null when none stands. */
export async function takeActivity(
  tx: Tx,
  areaId: string,
  activityId: string,
  attendee: string,
): Promise<ActivityRecord | null> {
  const rows = await tx.query<ActivityRecord>(
    `select ${activityColumns(2)} from activities a where a.area_id = $1 and a.id = $3 and a.state = 'published'
     for no key update`,
    [areaId, attendee, activityId],
    'activities.take',
  );
  return rows[0] ?? null;
}

export type Place = { areaId: string; activityId: string; attendee: string; userId: string; ageToCheck: boolean };
type Put = { taken: number; state: 'enrolled' | 'waiting' | null };

/**
 * Takes a seat, or the last place of the waiting list when all are taken: counting and deciding are one statement that holds the
 * activity, so no race passes it, and turns are given out in the order of commits. `null`: it has begun or does not stand;
 * `before`: this person had a place already.
 */
export async function putPlace(tx: Tx, place: Place): Promise<'enrolled' | 'waiting' | 'before' | null> {
  const [put] = await tx.query<Put>(
    `with taken as (
       update activities set turns = turns + 1, enrolled = enrolled + case when enrolled < seats then 1 else 0 end,
         waiting = waiting + case when enrolled < seats then 0 else 1 end
       where area_id = $1 and id = $2 and state = 'published' and starts_at > $5 and seats is not null
       returning turns, waiting),
     put as (
       insert into enrolments as e (area_id, activity_id, attendee, user_id, enrolled_at, state, turn, age_to_check)
       select $1, $2, $3, $4, $5, case when waiting > 0 then 'waiting' else 'enrolled' end, turns, $6 from taken
       on conflict on constraint enrolments_pkey do update
         set user_id = excluded.user_id, enrolled_at = excluded.enrolled_at, state = excluded.state, turn = excluded.turn,
           age_to_check = excluded.age_to_check, cancelled_at = null where e.area_id = $1 and e.state = 'cancelled'
       returning state)
     select (select count(*) from taken)::int as taken, (select state from put) as state`,
    [place.areaId, place.activityId, place.attendee, place.userId, tx.now, place.ageToCheck],
    'activities.put',
  );
  if (put?.taken !== 1) return null;
  if (put.state) return put.state;
  await tx.query(
    `update activities set turns = turns - 1, enrolled = enrolled - case when waiting > 0 then 0 else 1 end,
       waiting = waiting - case when waiting > 0 then 1 else 0 end where area_id = $1 and id = $2`,
    [place.areaId, place.activityId],
  );
  return 'before';
}

type Key = { areaId: string; activityId: string; attendee: string };

/** Ends a place of an activity that is held; answers what it was, null when there was none. The counts are the caller's. */
export async function dropPlace(tx: Tx, { areaId, activityId, attendee }: Key): Promise<'enrolled' | 'waiting' | null> {
  const rows = await tx.query<{ state: 'enrolled' | 'waiting' }>(
    `update enrolments e set state = 'cancelled', cancelled_at = $4
     from (select state from enrolments where area_id = $1 and activity_id = $2 and attendee = $3 and state <> 'cancelled') was
     where e.area_id = $1 and e.activity_id = $2 and e.attendee = $3 returning was.state`,
    [areaId, activityId, attendee, tx.now],
  );
  return rows[0]?.state ?? null;
}

export type Promoted = { attendee: string; userId: string };

/** Gives seats to those who have waited longest, in their order; the activity is held. The counts are the caller's. */
export async function promoteFirst(tx: Tx, areaId: string, activityId: string, count: number): Promise<Promoted[]> {
  if (count <= 0) return [];
  return tx.query<Promoted>(
    `update enrolments e set state = 'enrolled'
     from (select attendee from enrolments where area_id = $1 and activity_id = $2 and state = 'waiting' order by turn limit $3) first
     where e.area_id = $1 and e.activity_id = $2 and e.attendee = first.attendee
     returning e.attendee, e.user_id as "userId"`,
    [areaId, activityId, count],
  );
}

/** Writes the seats of an activity that is held, and who has and who waits for one: always together. */
export async function writeSeats(
  tx: Tx,
  areaId: string,
  activityId: string,
  counts: { seats: number | null; enrolled: number; waiting: number },
): Promise<void> {
  await tx.query(`update activities set seats = $3, enrolled = $4, waiting = $5 where area_id = $1 and id = $2`, [
    areaId,
    activityId,
    counts.seats,
    counts.enrolled,
    counts.waiting,
  ]);
}

/** What a person has an enrolment for and is not over, the next first. */
export function readEnrolled(
  reader: Reader,
  areaIds: string[],
  attendee: string,
  now: Date,
): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${activityColumns(2)} from enrolments m join activities a on a.area_id = m.area_id and a.id = m.activity_id
     where m.area_id = any($1) and m.attendee = $2 and m.state = 'enrolled' and a.state = 'published' and a.ends_at > $3
     order by a.starts_at, a.id limit 100`,
    [areaIds, attendee, now],
  );
}

export type PlaceRow = {
  attendee: string;
  userId: string;
  state: 'enrolled' | 'waiting' | 'cancelled';
  ageToCheck: boolean;
  /** 1 for the first who waits; 0 for who does not. */
  place: number;
  came: boolean;
};

/** The places of some people in an activity, and of whom one user enrolled. */
export function readPlaces(
  reader: Reader,
  key: { areaId: string; activityId: string; userId: string; attendees: string[] },
): Promise<PlaceRow[]> {
  return reader.query<PlaceRow>(
    `select e.attendee, e.user_id as "userId", e.state, e.age_to_check as "ageToCheck",
       case when e.state = 'waiting' then (select count(*) from enrolments w where w.area_id = $1 and w.activity_id = $2
         and w.state = 'waiting' and w.turn <= e.turn) else 0 end::int as place,
       exists (select from attendances t where t.area_id = $1 and t.activity_id = $2 and t.attendee = e.attendee) as came
     from enrolments e where e.area_id = $1 and e.activity_id = $2 and (e.attendee = any($3) or e.user_id = $4)`,
    [key.areaId, key.activityId, key.attendees, key.userId],
  );
}

/** Who has a seat, as those who are told: who came by an account herself, and who enrolled her. */
export async function readTold(reader: Reader, areaId: string, activityId: string): Promise<string[]> {
  const rows = await reader.query<{ userId: string }>(
    `select distinct unnest(array[user_id, case when attendee like 'person:%' then user_id else attendee end]) as "userId"
     from enrolments where area_id = $1 and activity_id = $2 and state = 'enrolled' order by 1`,
    [areaId, activityId],
  );
  return rows.map(({ userId }) => userId);
}
