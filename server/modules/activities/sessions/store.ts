import type { Reader, Tx } from '#platform/database';
import type { SessionRow } from '../tables.ts';

export type SessionRecord = Omit<SessionRow, 'withdrawnAt'>;

/** Sessions of an activity that stand, in their order. */
export function readSessions(reader: Reader, areaId: string, activityId: string): Promise<SessionRecord[]> {
  return reader.query<SessionRecord>(
    `select area_id as "areaId", id, activity_id as "activityId", position, starts_at as "startsAt", ends_at as "endsAt", place,
       venue_id as "venueId", booking_id as "bookingId", lng, lat, headcount
     from activity_sessions where area_id = $1 and activity_id = $2 and withdrawn_at is null order by position`,
    [areaId, activityId],
  );
}

/** Adds a session at the end of the transaction. */
export function appendSession(tx: Tx, row: SessionRecord): void {
  tx.append('activity_sessions', {
    area_id: row.areaId,
    id: row.id,
    activity_id: row.activityId,
    position: row.position,
    starts_at: row.startsAt,
    ends_at: row.endsAt,
    place: row.place,
    venue_id: row.venueId,
    booking_id: row.bookingId,
    lng: row.lng,
    lat: row.lat,
    headcount: row.headcount,
  });
}

export async function insertSessions(reader: Reader, rows: SessionRecord[]): Promise<void> {
  await reader.query(
    `insert into activity_sessions (area_id, id, activity_id, position, starts_at, ends_at, place, venue_id, booking_id, lng, lat,
       headcount)
     select r.area_id, r.id, r.activity_id, r.position, r.starts_at, r.ends_at, r.place, r.venue_id, r.booking_id, r.lng, r.lat,
       r.headcount from json_to_recordset($1) as r (area_id uuid, id uuid, activity_id uuid, position int, starts_at timestamptz,
       ends_at timestamptz, place text, venue_id uuid, booking_id uuid, lng numeric, lat numeric, headcount int)`,
    [
      JSON.stringify(
        rows.map((row) => ({
          ...row,
          area_id: row.areaId,
          activity_id: row.activityId,
          starts_at: row.startsAt,
          ends_at: row.endsAt,
          venue_id: row.venueId,
          booking_id: row.bookingId,
        })),
      ),
    ],
  );
}

export type StandingSession = SessionRecord & { title: string; publication: string };

/** A session that stands, of an activity that stands; null when there is none. */
export async function readSession(reader: Reader, areaId: string, id: string): Promise<StandingSession | null> {
  const rows = await reader.query<StandingSession>(
    `select s.area_id as "areaId", s.id, s.activity_id as "activityId", s.position, s.starts_at as "startsAt", s.ends_at as "endsAt",
       s.place, s.venue_id as "venueId", s.booking_id as "bookingId", s.lng, s.lat, s.headcount, a.title, a.state as publication
     from activity_sessions s join activities a on a.area_id = s.area_id and a.id = s.activity_id
     where s.area_id = $1 and s.id = $2 and s.withdrawn_at is null and a.state = 'published'`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Writes which booking holds the venue of each session. */
export async function writeBookings(
  tx: Tx,
  areaId: string,
  sessions: readonly { id: string; bookingId: string | null }[],
): Promise<void> {
  await tx.query(
    `update activity_sessions t set booking_id = s.booking_id from unnest($2::uuid[], $3::uuid[]) as s (id, booking_id)
     where t.area_id = $1 and t.id = s.id`,
    [areaId, sessions.map(({ id }) => id), sessions.map(({ bookingId }) => bookingId)],
  );
}

type Move = Pick<SessionRow, 'areaId' | 'id' | 'activityId' | 'startsAt' | 'endsAt' | 'place' | 'venueId'>;

/** Writes the time and place of a session, and those of its activity: where it begins, from its first start to its last end. */
export async function moveSession(tx: Tx, move: Move): Promise<void> {
  const { areaId, id, activityId, startsAt, endsAt, place, venueId } = move;
  await tx.query(
    `update activity_sessions set starts_at = $3, ends_at = $4, place = $5, venue_id = $6
     where area_id = $1 and id = $2`,
    [areaId, id, startsAt, endsAt, place, venueId],
  );
  await tx.query(
    `update activities a set starts_at = s.starts_at, ends_at = s.ends_at, place = s.place, venue_id = s.venue_id
     from (select min(starts_at) as starts_at, max(ends_at) as ends_at, (array_agg(place order by starts_at))[1] as place,
         (array_agg(venue_id order by starts_at))[1] as venue_id
       from activity_sessions where area_id = $1 and activity_id = $2 and withdrawn_at is null) s
     where a.area_id = $1 and a.id = $2`,
    [areaId, activityId],
  );
}
