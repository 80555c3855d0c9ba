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
