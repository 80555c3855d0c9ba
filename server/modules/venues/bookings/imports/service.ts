import type { Tx } from '#platform/database';
import type { BookingState, HolderKind } from '../contract.ts';
import { bookingDeadline, dueAt, isOpen } from '../rules.ts';

/** A booking kept elsewhere: `parts` are the smallest parts of its venue. */
export type PastBooking = {
  areaId: string;
  id: string;
  venueId: string;
  parts: readonly string[];
  startsAt: string;
  endsAt: string;
  state: BookingState;
  holderKind: HolderKind;
  holderId: string | null;
  holderName: string;
  userId: string | null;
  title: string;
  people: number | null;
  askedAt: string;
  madeBy: string;
  checkedInAt: string | null;
  reason: string;
};

/** Adds bookings that were made elsewhere, in one statement. Those that would hold a place twice are refused by the database. */
export function importBookings(tx: Tx, bookings: PastBooking[]): void {
  for (const one of bookings) {
    tx.append('bookings', {
      area_id: one.areaId,
      id: one.id,
      venue_id: one.venueId,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      state: one.state,
      holder_kind: one.holderKind,
      holder_id: one.holderId,
      holder_name: one.holderName,
      user_id: one.userId,
      title: one.title,
      people: one.people,
      zone: '',
      asked_at: one.askedAt,
      made_by: one.madeBy,
      reason: one.reason,
      checked_in_at: one.checkedInAt,
      checked_in_way: one.checkedInAt === null ? null : 'desk',
    });
    const isHeld = one.state === 'pending' || one.state === 'confirmed' || one.state === 'done';
    for (const partId of isHeld ? one.parts : [])
      tx.append('booking_parts', {
        area_id: one.areaId,
        booking_id: one.id,
        part_id: partId,
        starts_at: one.startsAt,
        ends_at: one.endsAt,
      });
    if (!isOpen(one.state)) continue;
    tx.append('jobs.deadlines', {
      id: tx.newId(),
      area_id: one.areaId,
      subject: one.id,
      kind: bookingDeadline,
      rule: one.state,
      token: 0,
      due_at: dueAt(one),
      attempts: 0,
      last_error: null,
    });
  }
}
