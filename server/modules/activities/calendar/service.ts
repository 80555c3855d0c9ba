import { dayMs } from '#shared/time';
import type { Reader } from '#platform/database';
import * as store from './store.ts';

export type CalendarDate = store.CalendarRow;

const past = 30 * dayMs;
const ahead = 200 * dayMs;
const datesMost = 500;

/**
 * The dates of a community's activities from a month ago to half a year ahead: of one venue, one team or one activity where
 * it is named. Those called off stay, so that calendars which have them strike them out.
 */
export function readCalendarDates(
  reader: Reader,
  input: { areaId: string; of: { venueId?: string; teamId?: string; activityId?: string }; now: Date },
): Promise<CalendarDate[]> {
  const { venueId = null, teamId = null, activityId = null } = input.of;
  const from = new Date(input.now.getTime() - past);
  const to = new Date(input.now.getTime() + ahead);
  return store.readCalendar(reader, { areaId: input.areaId, venueId, teamId, activityId, from, to }, datesMost);
}
