import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { minuteMs, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { DeadlineRow } from '#platform/jobs';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { openingFor } from '#kernel/calendar';
import { requireOwner, type AreaTree } from '#modules/areas';
import { noteUserArea, readUserAreas } from '#modules/messages';
import { BookingRules } from '../contract.ts';
import type { Booking, BookingAction, BookingList, BookingQuery, BookingState, NewBooking } from './contract.ts';
import { venueUnknown } from '../rules.ts';
import * as refusals from './refusals/rules.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import { tellLater } from './telling/service.ts';
import { isHeld, promoteWaiting, type Promoted } from './waiting/service.ts';

export type BookingDoors = { tree: AreaTree; may(actor: Actor, capability: string, areaId: string): boolean };

/** How a venue is booked; what is usual where it says nothing. */
export function rulesOf(space: { rules: unknown }): BookingRules {
  const read = BookingRules.safeParse(space.rules);
  return read.success ? read.data : rules.usualRules;
}

/** What one who asks is to the community of a venue. */
export function bookerOf(actor: Actor, doors: BookingDoors, areaId: string): rules.Booker {
  if (doors.may(actor, 'booking.decide', areaId)) return 'staff';
  return actor.homeAreaId === areaId ? 'resident' : 'elsewhere';
}

type Which = { areaId: string; venueId: string };

type Look = Which & { userId: string; from: string; to: string; now: Date };

/** The same, and nobody else takes or gives back anything in its house until the commit. */
async function holdSpace(tx: Tx, input: Look): Promise<store.Space> {
  const noShowsSince = rules.noShowsSince(input.now);
  return (await store.holdSpace(tx, { ...input, noShowsSince })) ?? refuse(venueUnknown);
}

/** Writes it; once more where another device of the same person took the number meanwhile: what is read now is so. */
async function insert(tx: Tx, row: store.Inserted, parts: readonly string[], most: number) {
  const first = await store.insertBooking(tx, row, parts);
  if (first.booked > 0 || row.openNumber === null) return first;
  const openNumber = rules.freeNumber(await store.readOpenNumbers(tx, row), most);
  return openNumber === null ? first : store.insertBooking(tx, { ...row, openNumber }, parts);
}

/** A venue with what it takes to book it. Refused when there is none. */
export async function openSpace(reader: Reader, input: Look): Promise<store.Space> {
  const noShowsSince = rules.noShowsSince(input.now);
  return (await store.readSpace(reader, { ...input, noShowsSince })) ?? refuse(venueUnknown);
}

/**
 * Books a venue for the one who asks, or, by staff, for somebody at the counter. With `wait` it goes on the list when the time is
 * taken. Refused as the rules of the venue say, and when somebody holds a part of it: exact under any race.
 * Source: A14, C76, N37; study/trust.md R3.
 */
export async function bookVenue(
  tx: Tx,
  actor: Actor,
  doors: BookingDoors,
  input: Which & { booking: NewBooking },
): Promise<Booking> {
  const { areaId, booking } = input;
  requireOwner(doors.tree, areaId);
  const span = rules.spanFrom(booking.startsAt, booking.minutes);
  const day = shanghaiDate(span.startsAt);
  const space = await holdSpace(tx, { ...input, userId: actor.id, from: day, to: day, now: tx.now });
  refuseIf(space.closed ? refusals.venueClosedForGood : space.bookable ? null : refusals.notBookable);
  const asked = {
    booker: bookerOf(actor, doors, areaId),
    rules: rulesOf(space),
    span,
    people: booking.people ?? null,
    capacity: space.capacity,
    opening: openingFor(span, rules.hoursOf(space)),
    openCount: space.openNumbers.length,
    noShows: space.noShows,
  };
  refuseIf(rules.whyNotBook(asked, tx.now));
  const isStaff = asked.booker === 'staff';
  const waits = booking.wait && (await isHeld(tx, areaId, space.parts, span));
  const state: BookingState = waits ? 'waiting' : asked.rules.approval && !isStaff ? 'pending' : 'confirmed';
  const forOther = isStaff && booking.holderName !== undefined;
  const made = await write(tx, actor, space, {
    areaId,
    span,
    state,
    holderKind: 'person',
    holderId: forOther ? null : actor.id,
    holderName: forOther ? (booking.holderName ?? '') : actor.name,
    userId: forOther ? null : actor.id,
    openNumber: isStaff ? null : rules.freeNumber(space.openNumbers, asked.rules.openPerPerson),
    title: booking.title,
    people: booking.people ?? null,
    zone: asked.opening?.zone ?? '',
    most: asked.rules.openPerPerson,
  });
  return toBooking(made, actor, isStaff, tx.now);
}

type Draft = {
  areaId: string;
  span: rules.Span;
  state: BookingState;
  holderKind: string;
  holderId: string | null;
  holderName: string;
  userId: string | null;
  openNumber: number | null;
  title: string;
  people: number | null;
  zone: string;
  /** The most that one person may have open here. */
  most: number;
};

/** Writes a booking with all that hangs on it. Refused when a part of it is held, or the person has too many by now. */
async function write(tx: Tx, actor: Actor, space: store.Space, draft: Draft): Promise<store.BookingRecord> {
  const { areaId, span, state, most, ...rest } = draft;
  const id = tx.newId();
  const row = {
    ...rest,
    ...span,
    areaId,
    id,
    venueId: space.id,
    state,
    askedAt: tx.now.toISOString(),
    madeBy: actor.id,
  };
  const parts = state === 'waiting' ? [] : space.parts;
  const [{ booked, taken }] = await Promise.all([
    insert(tx, row, parts, most),
    // Where somebody lives is looked at anyway.
    draft.userId === null || actor.homeAreaId === areaId ? null : noteUserArea(tx, { areaId, userId: draft.userId }),
  ]);
  refuseIf(booked === 0 ? refusals.tooManyOpen(most) : null);
  refuseIf(taken < parts.length ? refusals.venueTaken : null);
  watch(tx, row);
  if (state === 'pending') tellLater(tx, { areaId, bookingId: id, what: 'asked' });
  changed(tx, actor, { areaId, bookingId: id, act: 'booking.make', detail: { venue: space.id, state } });
  if (state === 'waiting') return (await store.readBooking(tx, areaId, id)) ?? refuse(refusals.bookingUnknown);
  return { ...row, ...untouched, venueName: space.name, venuePlace: space.place, waitingPlace: 0 };
}

/** What nobody has done yet to a booking just made. */
const untouched = {
  promotedAt: null,
  decidedBy: null,
  decidedAt: null,
  reason: '',
  checkedInAt: null,
  checkedInWay: null,
};

/** Leaves to the worker what becomes of a booking by itself. */
function watch(tx: Tx, booking: { areaId: string; id: string; state: string } & rules.Span): void {
  tx.append('jobs.deadlines', {
    id: tx.newId(),
    area_id: booking.areaId,
    subject: booking.id,
    kind: rules.bookingDeadline,
    rule: booking.state,
    token: 0,
    due_at: rules.dueAt(booking),
    attempts: 0,
    last_error: null,
  });
}

type Done = { areaId: string; bookingId: string; act: string; detail?: Record<string, unknown> };

function changed(tx: Tx, actor: Actor, { areaId, bookingId, act, detail = {} }: Done): void {
  audit(tx, actor, { areaId, act, subject: `booking:${bookingId}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'booking' }));
}

export type Reservation = Which & {
  startsAt: string;
  endsAt: string;
  holder: { kind: 'activity' | 'team' | 'closure'; id: string };
  title: string;
};

/**
 * Holds a venue for an activity, a team or a repair: booking a hall takes every part of it. Refused when a part is taken
 * (`venue.taken`), when it is closed then (`venue.closed`; a repair is not bound by hours, nor is a place whose hours nobody has
 * written down), or when teams do not book it themselves. Answers the booking's id.
 */
export async function reserveVenue(tx: Tx, actor: Actor, doors: BookingDoors, input: Reservation): Promise<string> {
  const { areaId, venueId, holder, title } = input;
  requireOwner(doors.tree, areaId);
  const span = { startsAt: new Date(input.startsAt).toISOString(), endsAt: new Date(input.endsAt).toISOString() };
  const day = shanghaiDate(span.startsAt);
  const space = await holdSpace(tx, { areaId, venueId, userId: actor.id, from: day, to: day, now: tx.now });
  refuseIf(space.closed ? refusals.venueClosedForGood : null);
  const kept = rulesOf(space);
  const decides = doors.may(actor, 'booking.decide', areaId);
  const isTeam = holder.kind === 'team';
  refuseIf(isTeam && !decides && !kept.who.includes('team') ? refusals.notForTeams : null);
  const opening = openingFor(span, rules.hoursOf(space));
  const isFreeOfHours = holder.kind === 'closure' || space.hours.length === 0;
  refuseIf(opening === null && !isFreeOfHours ? refusals.venueClosedThen : null);
  const made = await write(tx, actor, space, {
    areaId,
    span,
    state: isTeam && kept.approval && !decides ? 'pending' : 'confirmed',
    holderKind: holder.kind,
    holderId: holder.id,
    holderName: title,
    userId: isTeam ? actor.id : null,
    openNumber: null,
    title,
    people: null,
    zone: opening?.zone ?? '',
    most: kept.openPerPerson,
  });
  return made.id;
}

/** Gives a venue back that was held for an activity, a team or a repair; who waits for it first gets it. Twice is once. */
export async function releaseVenue(tx: Tx, input: { areaId: string; bookingId: string }): Promise<void> {
  const booking = await store.takeBooking(tx, input.areaId, input.bookingId);
  if (!booking || !rules.isOpen(booking.state)) return;
  await giveBack(tx, booking, { state: 'cancelled', openNumber: null });
}

/** Sets a booking to a state in which it holds nothing, and hands what it held to those who wait. */
export async function giveBack(tx: Tx, booking: store.BookingRecord, change: store.Change): Promise<void> {
  await store.updateBooking(tx, booking, change);
  const parts = await store.dropParts(tx, booking.areaId, booking.id);
  watchPromoted(tx, await promoteWaiting(tx, booking.areaId, parts, booking));
}

/** Leaves to the worker what becomes of those who just got a place. */
export function watchPromoted(tx: Tx, promoted: readonly Promoted[]): void {
  for (const one of promoted) watch(tx, one);
}

const takesReason: BookingAction[] = ['refuse', 'cancel'];

/**
 * Does an action with a booking: staff confirm, refuse, check in, note that nobody came, and cancel; the person cancels. Refused
 * when it is neither theirs nor the community's to decide, in another state, or out of time.
 */
export async function actOn(
  tx: Tx,
  actor: Actor,
  doors: BookingDoors,
  input: { areaId: string; bookingId: string; action: BookingAction; reason?: string },
): Promise<void> {
  requireOwner(doors.tree, input.areaId);
  const { areaId, bookingId, action, reason = '' } = input;
  const booking = (await store.takeBooking(tx, areaId, bookingId)) ?? refuse(refusals.bookingUnknown);
  const decides = doors.may(actor, 'booking.decide', areaId);
  if (!decides && booking.userId !== actor.id) refuse(refusals.bookingUnknown);
  refuseIf(rules.whyNotAct(action, booking, decides, tx.now));
  const { to } = rules.moves[action];
  const change: store.Change = {
    state: to,
    openNumber: rules.isOpen(to) ? booking.openNumber : null,
    ...(decides ? { decidedBy: actor.id } : {}),
    ...(takesReason.includes(action) && reason ? { reason } : {}),
  };
  if (action === 'refuse' || action === 'cancel') await giveBack(tx, booking, change);
  else if (action === 'no-show') await noteNoShow(tx, booking, change);
  else if (action === 'check-in') await noteCame(tx, booking, change);
  else {
    await store.updateBooking(tx, booking, change);
    watch(tx, { ...booking, state: to });
  }
  const tells = booking.userId !== null && booking.userId !== actor.id && action !== 'check-in';
  if (tells) tellLater(tx, { areaId, bookingId, what: action });
  changed(tx, actor, { areaId, bookingId, act: `booking.${action}`, detail: reason ? { reason } : {} });
}

/** Nobody came: the rest of the time is free again. A place given on too short a notice is not held against anybody. */
async function noteNoShow(tx: Tx, booking: store.BookingRecord, change: store.Change): Promise<void> {
  const state = rules.countsAsNoShow(booking) ? change.state : 'cancelled';
  await giveBack(tx, booking, { ...change, state });
}

/** They came; said afterwards, it was used. */
async function noteCame(tx: Tx, booking: store.BookingRecord, change: store.Change): Promise<void> {
  const isOver = Date.parse(booking.endsAt) <= tx.now.getTime() || booking.state === 'no-show';
  await store.updateBooking(tx, booking, {
    ...change,
    state: isOver ? 'done' : change.state,
    openNumber: isOver ? null : booking.openNumber,
    checkedInAt: tx.now.toISOString(),
    checkedInWay: 'desk',
  });
}

/** The worker's: at its end a booking was used; one that never stood is over when it would have begun. */
export async function bookingCameDue(tx: Tx, job: Pick<DeadlineRow, 'areaId' | 'subject'>): Promise<void> {
  const booking = await store.takeBooking(tx, job.areaId, job.subject);
  const state = booking && rules.afterwards(booking);
  if (!booking || !state || Date.parse(rules.dueAt(booking)) > tx.now.getTime()) return;
  await store.updateBooking(tx, booking, { state, openNumber: null });
  if (state === 'done') return;
  await store.dropParts(tx, booking.areaId, booking.id);
  const what = booking.state === 'waiting' ? 'waited' : 'unanswered';
  if (booking.userId !== null) tellLater(tx, { areaId: booking.areaId, bookingId: booking.id, what });
}

function toBooking(row: store.BookingRecord, actor: Actor, decides: boolean, now: Date): Booking {
  const mine = row.userId === actor.id;
  const state = row.state as BookingState;
  return {
    ...row,
    state,
    stateName: rules.stateName(state),
    holderKind: row.holderKind as Booking['holderKind'],
    time: rules.timeName(row, now),
    mine,
    actions: rules.actionsOf(row, { mine, decides }, now),
  };
}

/** One booking, for its person and for staff. Refused for everybody else. */
export async function readBooking(
  reader: Reader,
  actor: Actor,
  doors: BookingDoors,
  input: { areaId: string; bookingId: string; now: Date },
): Promise<Booking> {
  const area = requireOwner(doors.tree, input.areaId);
  const row = (await store.readBooking(reader, area.id, input.bookingId)) ?? refuse(refusals.bookingUnknown);
  const decides = doors.may(actor, 'booking.decide', area.id);
  if (!decides && row.userId !== actor.id) refuse(refusals.bookingUnknown);
  return toBooking(row, actor, decides, input.now);
}

/** The bookings of some days, for staff. */
export async function listBookings(
  reader: Reader,
  actor: Actor,
  doors: BookingDoors,
  input: { areaId: string; query: BookingQuery; now: Date },
): Promise<BookingList> {
  const rows = await store.readBookings(reader, requireOwner(doors.tree, input.areaId).id, rules.filterOf(input.query));
  return { items: rows.map((row) => toBooking(row, actor, true, input.now)) };
}

/** What the actor has booked anywhere: what is to come, and the last month. */
export async function listMyBookings(reader: Reader, actor: Actor, now: Date): Promise<BookingList> {
  const since = new Date(now.getTime() - 30 * 24 * 60 * minuteMs);
  const rows = await store.readMine(reader, await readUserAreas(reader, actor), actor.id, since);
  return { items: rows.map((row) => toBooking(row, actor, false, now)) };
}

export { readLines } from './store.ts';
export { bookingDeadline, filterOf } from './rules.ts';
export { tellingHandler, tellingKind } from './telling/service.ts';
export { importBookings, type PastBooking } from './imports/service.ts';
