import { addDays, dayMs, minuteMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Cut, DayException, Hours, Opening, OpeningHours, Span, Stretch, Waiting } from './contract.ts';

const minutesADay = 1440;

/** 1 (Monday) to 7 (Sunday) of a date `YYYY-MM-DD`. */
export function weekdayOf(day: string): number {
  return ((Math.floor(Date.parse(`${day}T00:00:00.000Z`) / dayMs) + 3) % 7) + 1;
}

/** The Monday of the week a date is in. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** Stretches in order, those that touch or lie over one another made into one. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const { from, to } of stretches.filter((one) => one.to > one.from).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What remains of stretches when others are taken out of them. */
export function takeOut(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  let left = mergeStretches(stretches);
  for (const { from, to } of mergeStretches(taken))
    left = left.flatMap((one) =>
      to <= one.from || from >= one.to
        ? [one]
        : [
            { from: one.from, to: from },
            { from: to, to: one.to },
          ].filter((rest) => rest.to > rest.from),
    );
  return left;
}

/** When a space is open on a date and as what, in order. An exception takes the place of all hours of its day. */
export function openingsOn(day: string, { hours, exceptions }: OpeningHours): Opening[] {
  const special = exceptions.filter((one) => one.day === day);
  const found: Opening[] =
    special.length > 0
      ? special.flatMap(openingOf)
      : hours
          .filter((one) => one.weekday === weekdayOf(day))
          .map(({ opens, closes, zone }) => ({ from: opens, to: closes, zone }));
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function openingOf({ opens, closes, zone = '' }: DayException): Opening[] {
  return opens === null || closes === null ? [] : [{ from: opens, to: closes, zone }];
}

function minutesOf(stretches: readonly Stretch[]): number {
  return mergeStretches(stretches).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Minutes a space is open in a week by its weekly hours; a minute given twice counts once. Source: N16. */
export function weeklyMinutes(hours: readonly Hours[]): number {
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours.filter((one) => one.weekday === weekday));
  return byDay.reduce((sum, day) => sum + minutesOf(day.map(({ opens, closes }) => ({ from: opens, to: closes }))), 0);
}

/** Minutes a space was open in the week of a date, exceptions counted: a day that was closed gives nothing. Source: N16. */
export function openMinutesOfWeek(day: string, opening: OpeningHours): number {
  const monday = mondayOf(day);
  return [0, 1, 2, 3, 4, 5, 6].reduce((sum, n) => sum + minutesOf(openingsOn(addDays(monday, n), opening)), 0);
}

/** Pairs of weekly hours that lie over one another: a space is one thing at a time, in whichever zone. */
export function overlappingHours(hours: readonly Hours[]): [Hours, Hours][] {
  return hours.flatMap((one, index) =>
    hours
      .slice(index + 1)
      .filter((other) => other.weekday === one.weekday && other.opens < one.closes && one.opens < other.closes)
      .map((other): [Hours, Hours] => [one, other]),
  );
}

const at = (instant: string | Date): number => new Date(instant).getTime();

/** Whether two times share a moment; one that ends when the other begins does not. */
export function overlaps(one: Span, other: Span): boolean {
  return at(one.startsAt) < at(other.endsAt) && at(other.startsAt) < at(one.endsAt);
}

/** The part of a time that lies within another; null when there is none. */
export function clip(span: Span, within: Span): { startsAt: string; endsAt: string } | null {
  const from = Math.max(at(span.startsAt), at(within.startsAt));
  const to = Math.min(at(span.endsAt), at(within.endsAt));
  return from < to ? { startsAt: new Date(from).toISOString(), endsAt: new Date(to).toISOString() } : null;
}

/** The minutes of a date that a time covers; null when it covers none. */
export function stretchOn(day: string, span: Span): Stretch | null {
  const midnight = shanghaiInstant(day).getTime();
  const from = Math.max(0, Math.floor((at(span.startsAt) - midnight) / minuteMs));
  const to = Math.min(minutesADay, Math.ceil((at(span.endsAt) - midnight) / minuteMs));
  return from < to ? { from, to } : null;
}

/** The instants of minutes of a date. */
export function spanOf(day: string, { from, to }: Stretch): { startsAt: string; endsAt: string } {
  return {
    startsAt: shanghaiInstant(day, 0, from).toISOString(),
    endsAt: shanghaiInstant(day, 0, to).toISOString(),
  };
}

/**
 * The opening a time lies in, whole; null when the space is closed in some of it, or it runs over midnight. Openings of one zone
 * that touch are one.
 */
export function openingFor(span: Span, opening: OpeningHours): Opening | null {
  const day = shanghaiDate(span.startsAt);
  const wanted = stretchOn(day, span);
  if (!wanted || at(span.endsAt) > shanghaiInstant(day, 24).getTime()) return null;
  const openings = openingsOn(day, opening);
  for (const zone of new Set(openings.map((one) => one.zone))) {
    const joined = mergeStretches(openings.filter((one) => one.zone === zone));
    const found = joined.find(({ from, to }) => from <= wanted.from && wanted.to <= to);
    if (found) return { ...found, zone };
  }
  return null;
}

/** The free slots of openings: each so long, beginning on the grid counted from midnight, with nothing taken in it. */
export function freeSlots(openings: readonly Stretch[], taken: readonly Stretch[], cut: Cut): Stretch[] {
  const { gridMinutes, lengthMinutes } = cut;
  return takeOut(openings, taken).flatMap(({ from, to }) => {
    const slots: Stretch[] = [];
    const first = Math.ceil(from / gridMinutes) * gridMinutes;
    for (let begin = first; begin + lengthMinutes <= to; begin += gridMinutes)
      slots.push({ from: begin, to: begin + lengthMinutes });
    return slots;
  });
}

/** Who waits, in the order in which they asked. */
export function waitingOrder<One extends Waiting>(waiting: readonly One[]): One[] {
  return waiting.toSorted((a, b) => at(a.askedAt) - at(b.askedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The place of one in the waiting order, 1 for the first; 0 for one who does not wait. */
export function waitingPlace(waiting: readonly Waiting[], id: string): number {
  return waitingOrder(waiting).findIndex((one) => one.id === id) + 1;
}
