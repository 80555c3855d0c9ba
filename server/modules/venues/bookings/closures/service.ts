import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { openingFor } from '#kernel/calendar';
import { requireOwner } from '#modules/areas';
import type { ClosureResult, NewClosure } from '../contract.ts';
import * as refusals from '../refusals/rules.ts';
import * as rules from '../rules.ts';
import { openSpace, reserveVenue, watchPromoted, type BookingDoors } from '../service.ts';
import * as store from '../store.ts';
import { tellLater } from '../telling/service.ts';
import { promoteWaiting } from '../waiting/service.ts';
import { readWaiting } from '../waiting/store.ts';

type Closing = { areaId: string; venueId: string; closure: NewClosure };

/**
 * Closes a venue for repair. Every booking in it that pends or stands is moved to another venue at the same time where that is
 * open and free, otherwise cancelled; who waited for it is off the list; all of them are told. Refused when the time is wrong,
 * a closure stands there already, or the other venue cannot be used. Answers how many went where. Source: issue 4.
 */
export async function closeVenue(tx: Tx, actor: Actor, doors: BookingDoors, input: Closing): Promise<ClosureResult> {
  const { areaId, venueId, closure } = input;
  requireOwner(doors.tree, areaId);
  const span = {
    startsAt: new Date(closure.startsAt).toISOString(),
    endsAt: new Date(closure.endsAt).toISOString(),
  };
  const isOver = span.endsAt <= span.startsAt || Date.parse(span.endsAt) <= tx.now.getTime();
  refuseIf(isOver ? refusals.closureWrong : null);
  await store.holdHouses(tx, areaId, [venueId, ...(closure.moveTo ? [closure.moveTo] : [])]);
  const day = shanghaiDate(span.startsAt);
  const space = await openSpace(tx, { areaId, venueId, userId: actor.id, from: day, to: day, now: tx.now });
  const holding = await store.takeHolding(tx, areaId, space.parts, span);
  refuseIf(holding.some(({ holderKind }) => holderKind === 'closure') ? refusals.closedAlready : null);
  const count = { moved: 0, cancelled: 0 };
  const freed: { parts: string[]; span: rules.Span }[] = [];
  for (const booking of holding) {
    freed.push({ parts: await store.dropParts(tx, areaId, booking.id), span: booking });
    const isMoved = await move(tx, actor, booking, input, space);
    if (!isMoved)
      await store.updateBooking(tx, booking, { state: 'cancelled', openNumber: null, reason: closure.reason });
    tellLater(tx, { areaId, bookingId: booking.id, what: isMoved ? 'moved' : 'closed' });
    count[isMoved ? 'moved' : 'cancelled'] += 1;
  }
  count.cancelled += await dismissWaiting(tx, { areaId, reason: closure.reason }, space, span);
  const holder = { kind: 'closure' as const, id: venueId };
  const id = await reserveVenue(tx, actor, doors, { areaId, venueId, ...span, holder, title: closure.reason });
  for (const one of freed) watchPromoted(tx, await promoteWaiting(tx, areaId, one.parts, one.span));
  audit(tx, actor, { areaId, act: 'booking.close', subject: `venue:${venueId}`, detail: { ...span, ...count } });
  return { id, ...count };
}

/** A venue closes for good: every booking to come in it or in its rooms is cancelled, and told. */
export async function endBookings(
  tx: Tx,
  { areaId, venueId, reason }: { areaId: string; venueId: string; reason: string },
): Promise<void> {
  await store.holdHouses(tx, areaId, [venueId]);
  const day = shanghaiDate(tx.now);
  const space = await openSpace(tx, { areaId, venueId, userId: '', from: day, to: day, now: tx.now });
  const span = { startsAt: tx.now.toISOString(), endsAt: 'infinity' };
  for (const booking of await store.takeHolding(tx, areaId, space.parts, span)) {
    await store.dropParts(tx, areaId, booking.id);
    await store.updateBooking(tx, booking, { state: 'cancelled', openNumber: null, reason });
    if (booking.holderKind !== 'closure') tellLater(tx, { areaId, bookingId: booking.id, what: 'closed' });
  }
  await dismissWaiting(tx, { areaId, reason }, space, span);
}

/** Moves a booking to the other venue at the same time; false when none was named, or it is not open or not free then. */
async function move(
  tx: Tx,
  actor: Actor,
  booking: store.BookingRecord,
  { areaId, closure }: Closing,
  from: store.Space,
): Promise<boolean> {
  if (!closure.moveTo) return false;
  const day = shanghaiDate(booking.startsAt);
  const asking = { areaId, venueId: closure.moveTo, userId: booking.userId ?? '', from: day, to: day, now: tx.now };
  const space = await openSpace(tx, asking);
  const isSame = space.parts.some((part) => from.parts.includes(part));
  if (isSame || space.closed || !space.bookable) refuse(refusals.moveElsewhere);
  const opening = openingFor(booking, rules.hoursOf(space));
  if (!opening || opening.zone || (booking.people ?? 0) > (space.capacity ?? Infinity)) return false;
  if (!(await store.takeParts(tx, booking, space.parts))) return false;
  // What was moved by the community does not count among what the person may book there.
  await store.moveBooking(tx, booking, { venueId: space.id, reason: closure.reason, openNumber: null });
  audit(tx, actor, { areaId, act: 'booking.move', subject: `booking:${booking.id}`, detail: { to: space.id } });
  return true;
}

/** Takes off the list who waits for a time in which the venue is closed. */
async function dismissWaiting(
  tx: Tx,
  { areaId, reason }: { areaId: string; reason: string },
  space: store.Space,
  span: rules.Span,
): Promise<number> {
  const waiting = await readWaiting(tx, areaId, space.parts, span);
  for (const one of waiting) {
    await store.updateBooking(tx, one, { state: 'cancelled', openNumber: null, reason });
    tellLater(tx, { areaId, bookingId: one.id, what: 'closed' });
  }
  return waiting.length;
}
