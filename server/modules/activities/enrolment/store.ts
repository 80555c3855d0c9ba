import type { Reader, Tx } from '#platform/database';
import { activityColumns, type ActivityRecord } from '../store.ts';

/** Holds an activity until the commit: what is decided about its seats is decided by one at a time. Null when none stands. */
export async function takeActivity(
  tx: Tx,
  areaId: string,
  activityId: string,
  userId: string,
): Promise<ActivityRecord | null> {
  const rows = await tx.query<ActivityRecord>(
    `select ${activityColumns(2)} from activities a where a.area_id = $1 and a.id = $3 and a.state = 'published'
     for no key update`,
    [areaId, userId, activityId],
    'activities.take',
  );
  return rows[0] ?? null;
}

export type Place = { areaId: string; activityId: string; attendee: string; userId: string };

/** Puts somebody on the list of an activity that is held, and counts the seat; false when they have one. */
export async function putEnrolled(tx: Tx, place: Place): Promise<boolean> {
  const rows = await tx.query(
    `with put as (
       insert into enrolments as e (area_id, activity_id, attendee, user_id, enrolled_at, state, turn)
       select area_id, id, $3, $4, $5, 'enrolled', turns + 1 from activities where area_id = $1 and id = $2
       on conflict on constraint enrolments_pkey do update
         set user_id = excluded.user_id, enrolled_at = excluded.enrolled_at, state = excluded.state, turn = excluded.turn,
           cancelled_at = null where e.state = 'cancelled' returning turn)
     update activities set enrolled = enrolled + 1, turns = put.turn from put where area_id = $1 and id = $2 returning id`,
    [place.areaId, place.activityId, place.attendee, place.userId, tx.now],
    'activities.enrol',
  );
  return rows.length > 0;
}

/** Gives a seat back; false when there was none. */
export async function dropEnrolled(tx: Tx, place: Omit<Place, 'userId'>): Promise<boolean> {
  const rows = await tx.query(
    `with gone as (
       update enrolments set state = 'cancelled', cancelled_at = $4
       where area_id = $1 and activity_id = $2 and attendee = $3 and state = 'enrolled' returning activity_id)
     update activities a set enrolled = enrolled - 1 from gone where a.area_id = $1 and a.id = gone.activity_id returning a.id`,
    [place.areaId, place.activityId, place.attendee, tx.now],
  );
  return rows.length > 0;
}

/** What a user is enrolled in and is not over, the next first. */
export function readEnrolled(reader: Reader, areaIds: string[], userId: string, now: Date): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${activityColumns(2)} from enrolments m join activities a on a.area_id = m.area_id and a.id = m.activity_id
     where m.area_id = any($1) and m.attendee = $2 and m.state = 'enrolled' and a.state = 'published' and a.ends_at > $3
     order by a.starts_at, a.id limit 100`,
    [areaIds, userId, now],
  );
}
