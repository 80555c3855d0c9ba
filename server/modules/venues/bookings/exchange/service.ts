import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import * as rules from '../rules.ts';
import { reserveVenue, watchPromoted, type BookingDoors, type Reservation } from '../service.ts';
import { dropParts, holdHouses, takeBooking, updateBooking } from '../store.ts';
import { promoteWaiting } from '../waiting/service.ts';
import { readBookable, readVenuesOf } from './store.ts';

/**
 * Gives some bookings back and holds venues instead, as one act: who waits gets what is left after it. Answers for each reservation
 * its booking, or null where the venue is one that nobody books. Refused as `reserveVenue` refuses.
 */
export async function exchangeVenues(
  tx: Tx,
  actor: Actor,
  doors: BookingDoors,
  input: { areaId: string; release: readonly string[]; reserve: readonly Omit<Reservation, 'areaId'>[] },
): Promise<(string | null)[]> {
  const { areaId, release, reserve } = input;
  const wanted = reserve.map(({ venueId }) => venueId);
  const bookable = await readBookable(tx, areaId, wanted);
  await holdHouses(tx, areaId, [...bookable, ...(await readVenuesOf(tx, areaId, release))]);
  const freed: { parts: string[]; span: rules.Span }[] = [];
  for (const bookingId of release) {
    const booking = await takeBooking(tx, areaId, bookingId);
    if (!booking || !rules.isOpen(booking.state)) continue;
    await updateBooking(tx, booking, { state: 'cancelled', openNumber: null });
    freed.push({ parts: await dropParts(tx, areaId, bookingId), span: booking });
  }
  const made: (string | null)[] = [];
  for (const one of reserve) {
    const isBooked = bookable.includes(one.venueId);
    made.push(isBooked ? await reserveVenue(tx, actor, doors, { ...one, areaId }) : null);
  }
  for (const { parts, span } of freed) watchPromoted(tx, await promoteWaiting(tx, areaId, parts, span));
  return made;
}
