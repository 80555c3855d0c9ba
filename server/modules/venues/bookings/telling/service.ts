import type { Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import { tell, type MessageDoors } from '#modules/messages';
import { readBooking } from '../store.ts';
import { sentenceOf, type Happened } from './rules.ts';

export const tellingKind = 'bookings.tell';

type Telling = { areaId: string; bookingId: string; what: Happened };

/** Leaves it to the worker to tell the person, or the staff, what happened to a booking. */
export function tellLater(tx: Tx, { areaId, bookingId, what }: Telling): void {
  enqueue(tx, { areaId, kind: tellingKind, payload: { bookingId, what } });
}

/** Works `bookings.tell`. */
export function tellingHandler(doors: MessageDoors): OutboxHandler {
  return async (tx, job) => {
    const { bookingId, what } = job.payload as Telling;
    const booking = await readBooking(tx, job.areaId, bookingId);
    if (!booking) return;
    const said = sentenceOf(what, booking, tx.now);
    const toStaff = what === 'asked';
    await tell(tx, doors, {
      areaId: job.areaId,
      ...(toStaff
        ? { actorKeys: [`role:community-worker@${job.areaId}`] }
        : { userIds: [booking.userId ?? booking.madeBy] }),
      kind: `booking.${what}`,
      title: said.title,
      body: said.body,
      link: toStaff ? `/desk/bookings?booking=${bookingId}` : `/bookings/${job.areaId}/${bookingId}`,
      subject: `booking:${bookingId}`,
      urgent: said.urgent,
    });
  };
}
