import type { Booking } from '#contract/venues/bookings';
import { clockTime, shanghaiInstant } from '#shared/time';
import type { VenueDays } from './bookings-api.ts';

/** 9:30 of minutes of the day. */
export function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes of a day at which an instant lies, within the day. */
export function minuteOf(day: string, instant: string): number {
  const minutes = (Date.parse(instant) - shanghaiInstant(day).getTime()) / 60_000;
  return Math.min(1440, Math.max(0, minutes));
}

export function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${clockTime(startsAt)}—${clockTime(endsAt)}`;
}

export type BoardRow = { id: string; name: string; isRoom: boolean; venue: VenueDays | null; bookings: Booking[] };

/** One row per venue, rooms after their house; a venue that is only held for an activity gets a row too. */
export function rowsOf(venues: readonly VenueDays[], bookings: readonly Booking[]): BoardRow[] {
  const shown = bookings.filter(({ state }) => !['refused', 'cancelled'].includes(state));
  const of = (id: string): Booking[] => shown.filter(({ venueId }) => venueId === id);
  const houses = venues.filter((one) => !venues.some(({ id }) => id === one.parentId));
  const lent = houses.flatMap((house) => withRooms(house, venues));
  const others = new Map(
    shown.filter(({ venueId }) => !venues.some(({ id }) => id === venueId)).map((one) => [one.venueId, one.venueName]),
  );
  return [
    ...lent.map(({ venue, depth }) => ({
      id: venue.id,
      name: venue.name,
      isRoom: depth > 0,
      venue,
      bookings: of(venue.id),
    })),
    ...[...others].map(([id, name]) => ({ id, name, isRoom: false, venue: null, bookings: of(id) })),
  ];
}

function withRooms(venue: VenueDays, venues: readonly VenueDays[], depth = 0): { venue: VenueDays; depth: number }[] {
  const rooms = venues.filter(({ parentId }) => parentId === venue.id);
  return [{ venue, depth }, ...rooms.flatMap((room) => withRooms(room, venues, depth + 1))];
}

/** The hours a day's board shows: those in which something is open or booked, from 8 to 21 at least. */
export function boardHours(rows: readonly BoardRow[], day: string): { from: number; to: number } {
  const minutes = rows.flatMap(({ venue, bookings }) => [
    ...(venue?.days.find((one) => one.day === day)?.openings.flatMap(({ from, to }) => [from, to]) ?? []),
    ...bookings.flatMap(({ startsAt, endsAt }) => [minuteOf(day, startsAt), minuteOf(day, endsAt)]),
  ]);
  return {
    from: Math.floor(Math.min(480, ...minutes.filter((one) => one > 0)) / 60),
    to: Math.ceil(Math.max(1260, ...minutes.filter((one) => one < 1440)) / 60),
  };
}

/** Who it is for, and what: 周雪梅 · 排练. */
export function labelOf({ holderName, title, holderKind }: Booking): string {
  if (holderKind === 'closure') return `停用：${title}`;
  return [...new Set([holderName, title])].filter(Boolean).join(' · ');
}
