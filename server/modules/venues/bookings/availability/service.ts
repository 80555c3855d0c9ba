import type { Actor } from '#shared/actor';
import { isSignedIn } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, hourMs, minuteMs, shanghaiDate, shanghaiInstant, shanghaiParts, weekdayName } from '#shared/time';
import type { Reader } from '#platform/database';
import { freeSlots, openingsOn, spanOf, stretchOn, takeOut } from '#kernel/calendar';
import type { Opening, OpeningHours, Stretch } from '#kernel-contract/calendar';
import { requireOwner } from '#modules/areas';
import { chainOf, insideOf, venueUnknown } from '../../rules.ts';
import type { BookingRules } from '../../contract.ts';
import type { Availability, AvailabilityQuery, SlotPage, SlotQuery, Suggestion } from '../contract.ts';
import * as refusals from '../refusals/rules.ts';
import * as bookingRules from '../rules.ts';
import { bookerOf, openSpace, rulesOf, type BookingDoors } from '../service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Space = store.Week['spaces'][number];
type Day = { day: string; openings: Opening[]; taken: Stretch[]; free: Stretch[] };

type Calendar = {
  week: store.Week;
  dayOf(space: Space, day: string): Day;
};

/** Venues of an area with what is open and free on some days: read once, looked at day by day. */
async function openCalendar(
  reader: Reader,
  areaId: string,
  days: { from: string; to: string },
  now: Date,
): Promise<Calendar> {
  const span = {
    startsAt: shanghaiInstant(days.from).toISOString(),
    endsAt: shanghaiInstant(days.to, 24).toISOString(),
  };
  const week = await store.readWeek(reader, areaId, days, span);
  const takenOf = new Map<string, store.Week['taken']>();
  for (const one of week.taken) takenOf.set(one.partId, [...(takenOf.get(one.partId) ?? []), one]);
  const today = shanghaiDate(now);
  const { hour, minute } = shanghaiParts(now);
  const dayOf = (space: Space, day: string): Day => {
    const openings = openingsOn(day, hoursIn(week, space));
    const inside = insideOf(week.spaces, space.id);
    const taken = inside.flatMap(({ id }) => takenOf.get(id) ?? []).flatMap((one) => stretchOn(day, one) ?? []);
    const lendable = openings.filter(({ zone }) => zone === '');
    const left = day < today ? [] : day === today ? rules.fromMinute(lendable, hour * 60 + minute) : lendable;
    return { day, openings, taken, free: takeOut(left, taken) };
  };
  return { week, dayOf };
}

function hoursIn(week: store.Week, space: Space): OpeningHours {
  const chain = chainOf(week.spaces, space.id).map(({ id }) => id);
  const within = <One extends { venueId: string }>(rows: readonly One[]): One[] =>
    rows.filter(({ venueId }) => chain.includes(venueId));
  return bookingRules.hoursOf({ chain, hours: within(week.hours), exceptions: within(week.exceptions) });
}

function isLent(week: store.Week, space: Space): boolean {
  return space.bookable && chainOf(week.spaces, space.id).every(({ closed }) => !closed);
}

/** What is open, taken and free of many venues on some days. */
export async function readAvailability(
  reader: Reader,
  doors: Pick<BookingDoors, 'tree'>,
  input: { areaId: string; query: AvailabilityQuery; now: Date },
): Promise<Availability> {
  const { from, days, venueIds } = input.query;
  const area = requireOwner(doors.tree, input.areaId);
  const names = Array.from({ length: days }, (_, index) => addDays(from, index));
  const { week, dayOf } = await openCalendar(reader, area.id, { from, to: addDays(from, days - 1) }, input.now);
  const asked = venueIds?.split(',');
  const venues = week.spaces.filter((space) => (asked ? asked.includes(space.id) : isLent(week, space)));
  return {
    venues: venues.map((space) => ({
      id: space.id,
      parentId: space.parentId,
      name: space.name,
      capacity: space.capacity,
      days: names.map((day) => dayOf(space, day)),
    })),
  };
}

const shownDaysMost = 15;

/**
 * What somebody needs to choose a time in a venue: its days, the slots of one of them, and what is near where nothing is free.
 * Refused when there is no such venue, or nobody books it.
 */
export async function readSlots(
  reader: Reader,
  actor: Actor,
  doors: BookingDoors,
  input: { areaId: string; venueId: string; query: SlotQuery; now: Date },
): Promise<SlotPage> {
  const { query, now } = input;
  const area = requireOwner(doors.tree, input.areaId);
  const today = shanghaiDate(now);
  const space = await openSpace(reader, { ...input, userId: actor.id, from: today, to: today });
  refuseIf(space.closed ? refusals.venueClosedForGood : space.bookable ? null : refusals.notBookable);
  const kept = rulesOf(space);
  const last = addDays(today, Math.min(kept.earliestDays, shownDaysMost - 1));
  const calendar = await openCalendar(reader, area.id, { from: today, to: last }, now);
  const lengths = bookingRules.lengthsOf(kept);
  const minutes = lengths.includes(query.minutes ?? 0) ? (query.minutes ?? 0) : (lengths[0] ?? kept.shortestMinutes);
  const booker = bookerOf(actor, doors, area.id);
  const row = calendar.week.spaces.find(({ id }) => id === space.id) ?? refuse(venueUnknown);
  const view = { calendar, row, rules: kept, minutes, now };
  const days = daysBetween(today, last).map((day) => ({
    day,
    name: dayLabel(day, today),
    open: calendar.dayOf(row, day).openings.length > 0,
    free: slotsOn(view, day).filter(({ free }) => free).length,
  }));
  const asked = query.day ?? (query.near ? shanghaiDate(query.near) : undefined);
  const day = days.find((one) => one.day === asked)?.day ?? days.find((one) => one.free > 0)?.day ?? today;
  const waits = await store.readWaits(reader, area.id, space.id, spanOf(day, { from: 0, to: 1440 }));
  const slots = slotsOn(view, day).map((slot) => ({ ...slot, waiting: rules.waitingFor(waits, slot) }));
  const isAny = slots.some(({ free }) => free);
  const near = query.near ?? (isAny ? null : spanOf(day, { from: 9 * 60, to: 9 * 60 + minutes }).startsAt);
  const openCount = space.openNumbers.length;
  const refused = isSignedIn(actor)
    ? bookingRules.whyNotYou({ booker, rules: kept, openCount, noShows: space.noShows })
    : null;
  return {
    venueId: space.id,
    areaId: area.id,
    venueName: space.name,
    venuePlace: space.place,
    venuePicture: space.picture,
    capacity: space.capacity,
    free: space.free,
    ownerName: space.ownerName,
    rules: bookingRules.ruleNames(kept),
    lengths,
    minutes,
    day,
    days,
    slots,
    zones: calendar.dayOf(row, day).openings.flatMap((one) => (one.zone ? [bookingRules.zoneName(one)] : [])),
    nearest: near ? nearest(view, near) : [],
    refused: refused?.zh ?? null,
  };
}

type View = { calendar: Calendar; row: Space; rules: BookingRules; minutes: number; now: Date };

/** The slots of a day, those taken too: one may wait for them. */
function slotsOn({ calendar, row, rules: kept, minutes, now }: View, day: string) {
  const { openings, free } = calendar.dayOf(row, day);
  const cut = { gridMinutes: kept.stepMinutes, lengthMinutes: minutes };
  const open = openings.filter(({ zone }) => zone === '');
  const earliest = new Date(now.getTime() + Math.max(kept.latestHours * hourMs, minuteMs)).toISOString();
  const isFree = new Set(freeSlots(free, [], cut).map(({ from }) => from));
  return freeSlots(open, [], cut)
    .map((slot) => ({ ...spanOf(day, slot), ...slot, free: isFree.has(slot.from) }))
    .filter(({ startsAt }) => startsAt >= earliest);
}

/** Free times near to one that could not be had, here and in other venues that residents book. */
function nearest(view: View, at: string): Suggestion[] {
  const { calendar, row, now } = view;
  const { week } = calendar;
  const today = shanghaiDate(now);
  const candidates = week.spaces.flatMap((space) => {
    const kept = rulesOf(space);
    if (!isLent(week, space) || !kept.who.includes('resident')) return [];
    if (space.id !== row.id && (space.capacity ?? 0) < Math.min(row.capacity ?? 0, 20)) return [];
    const minutes = Math.min(Math.max(view.minutes, kept.shortestMinutes), kept.longestMinutes);
    const days = daysBetween(today, addDays(today, Math.min(kept.earliestDays, shownDaysMost - 1)));
    return days.flatMap((day) =>
      slotsOn({ ...view, row: space, rules: kept, minutes }, day)
        .filter(({ free }) => free)
        .map(({ startsAt, endsAt }) => ({ venueId: space.id, venueName: space.name, startsAt, endsAt })),
    );
  });
  return rules
    .nearestOf(candidates, { venueId: row.id, at })
    .map((one) => ({ ...one, time: bookingRules.timeName(one, now) }));
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** 今天 · 明天 · 周三 25日 */
function dayLabel(day: string, today: string): string {
  const near = ['今天', '明天'].find((_, index) => day === addDays(today, index));
  const number = `${Number(day.slice(8))}日`;
  return `${near ?? weekdayName(shanghaiInstant(day)).replace('星期', '周')} ${number}`;
}
