import type { Refusal } from '#shared/refusal';
import { addDays, clockTime, dayMs, hourMs, minuteMs, shanghaiDate, shanghaiParts, weekdayName } from '#shared/time';
import type { BookingRules } from '../contract.ts';
import { joinExceptions, minuteName } from '../rules.ts';
import type { DayException, Hours, Opening, OpeningHours } from '#kernel-contract/calendar';
import {
  bookingStateNames,
  holderKindNames,
  type BookingAction,
  type BookingState,
  type HolderKind,
} from './contract.ts';

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

/** 30 分钟 · 1 小时 · 1 小时 30 分 */
export function lengthName(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
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

export const checkInBeforeMinutes = 30;
const noShowAfterMinutes = 15;
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

const refusal = (code: string, status: Refusal['status'], zh: string, en: string): Refusal => ({
  code,
  status,
  zh,
  en,
});

export const bookingUnknown = refusal(
  'booking.unknown',
  404,
  '没有这个预约，或者它不是您的。请从“我的预约”进入。',
  'There is no such booking of yours.',
);
export const venueTaken = refusal(
  'venue.taken',
  409,
  '这段时间刚刚被别人订了。请换一个时间，或者点“候补”，空出来就给您。',
  'This time is taken. Choose another, or wait for it.',
);
export const venueClosedThen = refusal(
  'venue.closed',
  422,
  '这段时间不开放。请在开放时间里选。',
  'The venue is not open then.',
);
export const venueClosedForGood = refusal(
  'venue.closed',
  409,
  '这个场地已经关闭，不再预约了。请看看社区的其他场地。',
  'This venue is closed.',
);
export const notBookable = refusal(
  'venue.not-bookable',
  409,
  '这个场地不用预约，开放时间里直接去就行。',
  'This venue is not booked; just go.',
);
const timePast = refusal(
  'booking.past',
  422,
  '这个时间已经过了。请选以后的时间。',
  'This time is past. Choose a later one.',
);
const notForResidents = refusal(
  'booking.not-for-you',
  403,
  '这个场地由队伍和社区使用。要用的话，请和社区说一声。',
  'Only teams and staff book this venue.',
);
export const notForTeams = refusal(
  'booking.not-for-you',
  403,
  '这个场地不接受队伍自己预约。要用的话，请和社区说一声。',
  'Teams do not book this venue themselves.',
);
const notFromHere = refusal(
  'booking.not-from-here',
  403,
  '这里先给本社区的居民用。您住在这里的话，请到社区登记住址；住在别处，请在自己的社区订。',
  'Residents of this community book here.',
);
const begun = refusal(
  'booking.begun',
  409,
  '已经到时间了，不能再取消。去不了的话，请和社区说一声。',
  'It has begun and cannot be cancelled any more.',
);
const over = refusal('booking.over', 409, '这个预约已经过了时间，不能再改。', 'This booking is over.');
const staffOnly = refusal(
  'booking.staff-only',
  403,
  '这一步由社区来做。请和社区说一声。',
  'Only staff of the community do this.',
);
const cameAlready = refusal('booking.came', 409, '已经签到了，不用再点。', 'They are checked in.');
const checkInTooSoon = refusal(
  'booking.check-in-early',
  409,
  `还没到时间。开始前 ${checkInBeforeMinutes} 分钟起可以签到。`,
  'Too early: check in from 30 minutes before it begins.',
);
const noShowTooSoon = refusal(
  'booking.no-show-early',
  409,
  `请再等等：开始 ${noShowAfterMinutes} 分钟后还没来，才记“没有来”。`,
  'Wait until 15 minutes after it began.',
);
export const passWrong = refusal(
  'booking.pass-wrong',
  422,
  '这个码过期了，或者不是门口的码。请对着门口的屏幕再扫一次。',
  'This code is forged or older than 60 seconds. Scan the door again.',
);
export const nothingHereNow = refusal(
  'booking.nothing-here',
  404,
  '您现在在这里没有预约。请看看是不是别的时间或者别的房间。',
  'You have no booking here now.',
);
export const closureWrong = refusal(
  'booking.closure-wrong',
  422,
  '停用的结束时间要晚于开始，并且还没有过去。请改一下。',
  'A closure must end after it begins, and in the future.',
);
export const moveElsewhere = refusal(
  'booking.move-wrong',
  422,
  '要改去的场地不对：它不能是停用的这一个，也要是本社区开放预约的。请重新选。',
  'Choose another bookable venue of this community to move to.',
);

const zoneThen = (zone: string): Refusal =>
  refusal(
    'venue.closed',
    422,
    `这段时间是“${zone}”，房间不另外出借。欢迎来参加，要借房间请换个时间。`,
    `The room serves ${zone} then. Choose another time.`,
  );
const tooManyPeople = (capacity: number): Refusal => ({
  ...refusal(
    'booking.too-many-people',
    422,
    `这里最多坐 ${capacity} 人。人多的话，请换一个大一点的场地。`,
    `At most ${capacity} people.`,
  ),
  fields: { people: `最多 ${capacity} 人` },
});
const heldBack = (noShows: number): Refusal =>
  refusal(
    'booking.held',
    403,
    `最近有 ${noShows} 次订了没有来，暂时不能自己订。请到社区说明一下，由工作人员帮您订。`,
    `${noShows} bookings nobody came to: ask at the desk.`,
  );
export const tooManyOpen = (most: number): Refusal =>
  refusal(
    'booking.too-many',
    409,
    `每人在这里同时最多订 ${most} 次。用过或者取消一个以后，就可以再订。`,
    `At most ${most} open bookings here.`,
  );
const wrongLength = (shortest: number, longest: number): Refusal =>
  refusal(
    'booking.length',
    422,
    `每次可以订 ${lengthName(shortest)}到 ${lengthName(longest)}，请重新选。`,
    `Between ${shortest} and ${longest} minutes.`,
  );
const offGrid = (step: number): Refusal =>
  refusal(
    'booking.grid',
    422,
    `开始时间每 ${step} 分钟一格，请选列出的时间。`,
    `Begin on a grid of ${step} minutes.`,
  );
const tooLate = (hours: number): Refusal =>
  refusal('booking.too-late', 422, `要至少提前 ${hours} 小时订，请选晚一点的时间。`, `Book ${hours} hours ahead.`);
const tooEarly = (days: number): Refusal =>
  refusal('booking.too-early', 422, `现在可以订 ${days} 天以内的时间，请选近一点的。`, `At most ${days} days ahead.`);
const notInThisState = (state: BookingState): Refusal =>
  refusal(
    'booking.state',
    409,
    `这个预约现在是“${bookingStateNames[state]}”，不能这样做了。请刷新看看。`,
    `The booking is ${state}.`,
  );
