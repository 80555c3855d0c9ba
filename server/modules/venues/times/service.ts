import { shanghaiDate, shanghaiParts } from '#shared/time';
import type { Reader } from '#platform/database';
import { mondayOf, openingsOn, openMinutesOfWeek, weeklyMinutes } from '#kernel/calendar';
import type { OpeningHours } from '#kernel-contract/calendar';
import type { VenueOpen } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import type { VenueExceptionRow, VenueHoursRow } from '../tables.ts';

type Space = { id: string; parentId: string | null };

/** The times of every venue of some areas, as they were written. */
export type Times = { hours: Map<string, VenueHoursRow[]>; exceptions: Map<string, VenueExceptionRow[]> };

/** Reads when the venues of some areas are open, with the days that are not as usual from this week's Monday on. */
export async function readTimes(reader: Reader, areaIds: readonly string[], now: Date): Promise<Times> {
  const [hours, exceptions] = await Promise.all([
    store.readHours(reader, areaIds),
    store.readExceptions(reader, areaIds, mondayOf(shanghaiDate(now))),
  ]);
  return {
    hours: byVenue(hours),
    exceptions: byVenue(exceptions),
  };
}

function byVenue<Row extends { venueId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.venueId, [...(found.get(row.venueId) ?? []), row]);
  return found;
}

export type Held = { holder: string | null; opening: { hours: VenueHoursRow[]; exceptions: VenueExceptionRow[] } };

/** The times that hold for a venue. A room without hours of its own keeps those of the house; closed days of the house close it. */
export function openingOf(spaces: readonly Space[], times: Times, id: string): Held {
  const holder = rules.hoursHolder(spaces, id, (one) => times.hours.has(one))?.id ?? null;
  const [, ...around] = rules.chainOf(spaces, id);
  const exceptions = around.reduce(
    (own, above) => rules.joinExceptions(own, times.exceptions.get(above.id) ?? []),
    times.exceptions.get(id) ?? [],
  );
  return { holder, opening: { hours: times.hours.get(holder ?? '') ?? [], exceptions } };
}

/** Whether it is open now, or when next; null where nobody has said when. */
export function openNow(opening: OpeningHours, now: Date): VenueOpen | null {
  if (opening.hours.length === 0 && opening.exceptions.length === 0) return null;
  const { hour, minute } = shanghaiParts(now);
  const days = rules.daysFrom(shanghaiDate(now)).map((day) => ({ day, openings: openingsOn(day, opening) }));
  return rules.openName(days, hour * 60 + minute);
}

/** This week from Monday, day by day, exceptions counted. Source: B38, C10. */
export function weekOf(opening: Held['opening'], now: Date) {
  return rules.daysFrom(mondayOf(shanghaiDate(now))).map((day) => ({
    day,
    openings: openingsOn(day, opening),
    reason: opening.exceptions.find((one) => one.day === day)?.reason ?? '',
  }));
}

/** Minutes of the usual week, and of the week that is, its closed days counted. Source: N16. */
export function minutesOf(opening: OpeningHours, now: Date): { weeklyMinutes: number; thisWeekMinutes: number } {
  return {
    weeklyMinutes: weeklyMinutes(opening.hours),
    thisWeekMinutes: openMinutesOfWeek(shanghaiDate(now), opening),
  };
}
