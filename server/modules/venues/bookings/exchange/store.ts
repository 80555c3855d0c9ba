import type { Tx } from '#platform/database';

/** The venues that bookings are of, wherever they have been moved to. */
export async function readVenuesOf(tx: Tx, areaId: string, bookingIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ venueId: string }>(
    `select distinct venue_id as "venueId" from bookings where area_id = $1 and id = any($2)`,
    [areaId, bookingIds],
  );
  return rows.map(({ venueId }) => venueId);
}

/** Which of some venues can be booked at all. */
export async function readBookable(tx: Tx, areaId: string, venueIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from venues where area_id = $1 and id = any($2) and bookable`,
    [areaId, venueIds],
  );
  return rows.map(({ id }) => id);
}
