import type { Refusal } from '#shared/refusal';
import {
  addDays,
  clockTime,
  dayMs,
  hourMs,
  minuteMs,
  minuteName,
  shanghaiDate,
  shanghaiInstant,
  shanghaiParts,
  weekdayName,
} from '#shared/time';
import type { BookingRules } from '../contract.ts';
import { joinExceptions } from '../rules.ts';
import type { DayException, Hours, Opening, OpeningHours } from '#kernel-contract/calendar';
import {
  bookingStateNames,
  holderKindNames,
  type BookingAction,
  type BookingQuery,
  type BookingState,
  type HolderKind,
} from './contract.ts';

import {
  checkInBeforeMinutes,
  lengthName,
  noShowAfterMinutes,
  venueClosedThen,
  timePast,
  notForResidents,
  notFromHere,
  begun,
  over,
  staffOnly,
  cameAlready,
  checkInTooSoon,
  noShowTooSoon,
  zoneThen,
  tooManyPeople,
  heldBack,
  tooManyOpen,
  wrongLength,
  offGrid,
  tooLate,
  tooEarly,
  notInThisState,
} from './refusals/rules.ts';

export type Span = { startsAt: string; endsAt: string };

/** Who asks: one of the community's staff, somebody who lives there, or somebody from elsewhere. */
export type Booker = 'staff' | 'resident' | 'elsewhere';

/** What holds where a venue says nothing of how it is booked. */
export const usualRules: BookingRules = {
  who: ['resident', 'team', 'staff'],
  shortestMinutes: 60,
  longestMinutes: 180,
  stepMinutes: 30,
  earliestDays: 14,
  latestHours: 0,
  openPerPerson: 3,
  approval: false,
  noShowsAllowed: 3,
};

/** Days for which a booking that nobody came to counts. */
export const noShowDays = 90;

/** From its beginning and its length, both ends of a time. */
export function spanFrom(startsAt: string, minutes: number): Span {
  const from = Date.parse(startsAt);
  return { startsAt: new Date(from).toISOString(), endsAt: new Date(from + minutes * minuteMs).toISOString() };
}

export type Filter = { from: Date; to: Date; venueId: string | null; state: string | null };

/** Two days, both included, as the time between them. */
export function filterOf({ from, to, venueId, state }: BookingQuery): Filter {
  return {
    from: shanghaiInstant(from),
    to: shanghaiInstant(to, 24),
    venueId: venueId ?? null,
    state: state ?? null,
  };
}

export function noShowsSince(now: Date): Date {
  return new Date(now.getTime() - noShowDays * dayMs);
}

/** The hours that hold for a venue: its own, else those of the nearest house; a day on which the house is closed closes it too. */
export function hoursOf(space: {
  chain: readonly string[];
  hours: readonly (Hours & { venueId: string })[];
  exceptions: readonly (DayException & { venueId: string })[];
}): OpeningHours {
  const holder = space.chain.find((id) => space.hours.some((one) => one.venueId === id));
  const own = space.exceptions.filter((one) => one.venueId === space.chain[0]);
  const above = space.exceptions.filter((one) => one.venueId !== space.chain[0]);
  return {
    hours: space.hours.filter((one) => one.venueId === holder),
    exceptions: joinExceptions(own, above),
  };
}

export type Asking = {
  booker: Booker;
  rules: BookingRules;
  span: Span;
  people: number | null;
  capacity: number | null;
  /** The opening the time lies in; null when it is closed then. */
  opening: Opening | null;
  openCount: number;
  noShows: number;
};

/**
 * Why somebody may not book this time here; null when they may. Staff are bound by the opening hours and the seats alone.
 * Source: A14 (有序向居民开放), K16.
 */
export function whyNotBook(asking: Asking, now: Date): Refusal | null {
  const { booker, span, people, capacity, opening } = asking;
  if (Date.parse(span.startsAt) <= now.getTime()) return timePast;
  if (!opening) return venueClosedThen;
  if (people !== null && capacity !== null && people > capacity) return tooManyPeople(capacity);
  if (booker === 'staff') return null;
  if (opening.zone) return zoneThen(opening.zone);
  return whyNotYou(asking) ?? whyNotLength(asking) ?? whyNotAhead(asking, now);
}

/** Why this person may not book here whatever the time; null when they may. */
export function whyNotYou(asking: Pick<Asking, 'booker' | 'rules' | 'openCount' | 'noShows'>): Refusal | null {
  const { booker, rules, openCount, noShows } = asking;
  if (booker === 'staff') return null;
  if (!rules.who.includes('resident')) return notForResidents;
  if (booker === 'elsewhere') return notFromHere;
  if (noShows >= rules.noShowsAllowed) return heldBack(noShows);
  return openCount >= rules.openPerPerson ? tooManyOpen(rules.openPerPerson) : null;
}

function whyNotLength({ rules, span }: Asking): Refusal | null {
  const { shortestMinutes, longestMinutes, stepMinutes } = rules;
  const minutes = (Date.parse(span.endsAt) - Date.parse(span.startsAt)) / minuteMs;
  if (minutes < shortestMinutes || minutes > longestMinutes) return wrongLength(shortestMinutes, longestMinutes);
  const { hour, minute } = shanghaiParts(span.startsAt);
  return (hour * 60 + minute) % stepMinutes === 0 ? null : offGrid(stepMinutes);
}

function whyNotAhead({ rules, span }: Asking, now: Date): Refusal | null {
  if (Date.parse(span.startsAt) < now.getTime() + rules.latestHours * hourMs) return tooLate(rules.latestHours);
  const last = addDays(shanghaiDate(now), rules.earliestDays);
  return shanghaiDate(span.startsAt) > last ? tooEarly(rules.earliestDays) : null;
}

/** The first number from 1 up to the most that a person's other bookings here do not have; null when all are taken. */
export function freeNumber(taken: readonly number[], most: number): number | null {
  for (let number = 1; number <= most; number++) if (!taken.includes(number)) return number;
  return null;
}

/** The lengths offered: from the shortest to the longest in steps of the grid, at most six. */
export function lengthsOf({ shortestMinutes, longestMinutes, stepMinutes }: BookingRules): number[] {
  const lengths: number[] = [];
  for (let length = shortestMinutes; length <= longestMinutes; length += stepMinutes) lengths.push(length);
  if (lengths.at(-1) !== longestMinutes) lengths.push(longestMinutes);
  const every = Math.ceil(lengths.length / 6);
  return lengths.filter((length, index) => index % every === 0 || length === longestMinutes);
}

/** How a venue is booked, each rule as a short sentence. */
export function ruleNames(rules: BookingRules): string[] {
  const { shortestMinutes, longestMinutes, earliestDays, latestHours, openPerPerson, approval } = rules;
  return [
    shortestMinutes === longestMinutes
      ? `每次 ${lengthName(longestMinutes)}`
      : `每次 ${lengthName(shortestMinutes)}到 ${lengthName(longestMinutes)}`,
    `可以订 ${earliestDays} 天以内${latestHours > 0 ? `，至少提前 ${latestHours} 小时` : ''}`,
    `每人同时最多 ${openPerPerson} 次`,
    approval ? '社区确认后生效' : '订了就算数',
  ];
}

type Move = { from: readonly BookingState[]; to: BookingState };

/** What may be done with a booking in which state, and what it is then. */
export const moves: Record<BookingAction, Move> = {
  confirm: { from: ['pending'], to: 'confirmed' },
  refuse: { from: ['pending'], to: 'refused' },
  cancel: { from: ['waiting', 'pending', 'confirmed'], to: 'cancelled' },
  'check-in': { from: ['confirmed', 'no-show'], to: 'confirmed' },
  'no-show': { from: ['confirmed', 'done'], to: 'no-show' },
};

export type Standing = Span & {
  state: string;
  holderKind: string;
  checkedInAt: string | null;
};

const correctedDays = 7;

/** Why an action cannot be done with a booking now; null when it can. `decides`: one of the staff, otherwise the person it is for. */
export function whyNotAct(action: BookingAction, booking: Standing, decides: boolean, now: Date): Refusal | null {
  if (!moves[action].from.includes(booking.state as BookingState)) return notInThisState(booking.state as BookingState);
  const [begins, ends] = [Date.parse(booking.startsAt), Date.parse(booking.endsAt)];
  const at = now.getTime();
  if (action === 'cancel') return !decides && at >= begins ? begun : at >= ends ? over : null;
  if (action === 'check-in') return whyNotCheckIn(booking, decides, at);
  if (action === 'no-show') {
    if (!decides) return staffOnly;
    if (booking.checkedInAt !== null || booking.holderKind === 'closure') return cameAlready;
    if (at < begins + noShowAfterMinutes * minuteMs) return noShowTooSoon;
    return at > ends + correctedDays * dayMs ? over : null;
  }
  if (!decides) return staffOnly;
  return at >= begins ? over : null;
}

function whyNotCheckIn(booking: Standing, decides: boolean, at: number): Refusal | null {
  if (booking.holderKind === 'closure' || booking.checkedInAt !== null) return cameAlready;
  if (at < Date.parse(booking.startsAt) - checkInBeforeMinutes * minuteMs) return checkInTooSoon;
  if (decides) return at > Date.parse(booking.endsAt) + correctedDays * dayMs ? over : null;
  return at > Date.parse(booking.endsAt) ? over : booking.state === 'confirmed' ? null : staffOnly;
}

/** The actions one who looks at a booking has now. */
export function actionsOf(booking: Standing, who: { mine: boolean; decides: boolean }, now: Date): BookingAction[] {
  if (!who.mine && !who.decides) return [];
  // One checks in at the door, by its code; only staff tick it on a page.
  const wanted: BookingAction[] = who.decides ? ['confirm', 'refuse', 'check-in', 'no-show', 'cancel'] : ['cancel'];
  return wanted.filter((action) => whyNotAct(action, booking, who.decides, now) === null);
}

/** Whether a booking counts among those its person has open. */
export function isOpen(state: string): boolean {
  return state === 'waiting' || state === 'pending' || state === 'confirmed';
}

/** What becomes of a booking at its end, or at its beginning when it never stood; null when nothing does. */
export function afterwards(booking: Pick<Standing, 'state'>): BookingState | null {
  if (booking.state === 'confirmed') return 'done';
  return booking.state === 'waiting' || booking.state === 'pending' ? 'cancelled' : null;
}

/** The kind of deadline a booking has: see `dueAt`. */
export const bookingDeadline = 'booking';

/** When what becomes of a booking by itself is due. */
export function dueAt(booking: Span & { state: string }): string {
  return booking.state === 'confirmed' ? booking.endsAt : booking.startsAt;
}

/**
 * A place given to somebody who waited less than two hours before its beginning is a gift: whoever could not come on so short a
 * notice did nothing wrong.
 */
export function countsAsNoShow(booking: { startsAt: string; promotedAt: string | null }): boolean {
  if (booking.promotedAt === null) return true;
  return Date.parse(booking.startsAt) - Date.parse(booking.promotedAt) >= 2 * hourMs;
}

/** 今天 9:00—10:30 · 11月24日 星期二 9:00—10:30; over midnight with both days. */
export function timeName({ startsAt, endsAt }: Span, now: Date): string {
  const [date, today] = [shanghaiDate(startsAt), shanghaiDate(now)];
  const { year, month, day } = shanghaiParts(startsAt);
  const near = ['今天', '明天', '后天'].find((_, index) => date === addDays(today, index));
  const far = `${year === shanghaiParts(now).year ? '' : `${year}年`}${month}月${day}日 ${weekdayName(startsAt)}`;
  return `${near ?? far} ${clockTime(startsAt)}—${endName(startsAt, endsAt)}`;
}

function endName(startsAt: string, endsAt: string): string {
  const last = new Date(Date.parse(endsAt) - 1);
  if (shanghaiDate(last) === shanghaiDate(startsAt)) {
    const { hour, minute } = shanghaiParts(endsAt);
    return hour === 0 && minute === 0 ? '24:00' : clockTime(endsAt);
  }
  const { month, day } = shanghaiParts(endsAt);
  return `${month}月${day}日 ${clockTime(endsAt)}`;
}

/** 9:00—11:00 爱心缝纫铺 */
export function zoneName({ from, to, zone }: Opening): string {
  return `${minuteName(from)}—${minuteName(to)} ${zone}`;
}

export function stateName(state: string): string {
  return bookingStateNames[state as BookingState] ?? state;
}

export function holderName(kind: string): string {
  return holderKindNames[kind as HolderKind] ?? kind;
}
