import { addDays, dayMs, daysBetween, hourMs, minuteMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Instant, Json, Limit, MatterState, WorkCalendar, World } from '../contract.ts';
import type { CalendarYear, Time, TimeUnit } from './contract.ts';

const timePattern = /^(\d{1,4}) (minute|hour|day|workday|month|year)s?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `n minute|hour|day|workday|month|year(s)`; null when it is none of these. */
export function parseTime(text: unknown): Time | null {
  const match = typeof text === 'string' ? timePattern.exec(text) : null;
  return match ? { count: Number(match[1]), unit: match[2] as TimeUnit } : null;
}

const unitNames: Record<TimeUnit, [zh: string, en: string]> = {
  minute: ['分钟', 'minute'],
  hour: ['小时', 'hour'],
  day: ['天', 'day'],
  workday: ['个工作日', 'workday'],
  month: ['个月', 'month'],
  year: ['年', 'year'],
};

/** A time in words: `1个工作日`, `1 workday`. */
export function timeName(text: string): { zh: string; en: string } {
  const time = parseTime(text);
  if (!time) return { zh: text, en: text };
  const [zh, en] = unitNames[time.unit];
  return { zh: `${time.count}${zh}`, en: `${time.count} ${en}${time.count === 1 ? '' : 's'}` };
}

/** Whether a Shanghai date (`YYYY-MM-DD`) is worked. In a year without a published calendar only weekends are off. */
export function isWorkday(date: string, calendar: WorkCalendar): boolean {
  if (calendar.on.has(date)) return true;
  if (calendar.off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The n-th workday after a date; the date itself for 0. */
export function addWorkdays(date: string, count: number, calendar: WorkCalendar): string {
  let at = date;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkday(at, calendar)) left--;
  }
  return at;
}

/** How many workdays lie after one date up to and including another. */
export function workdaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkday(at, calendar)) count++;
  return count;
}

/** The same day of the month some months later, or that month's last day. */
export function addMonths(date: string, count: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, lastDay)).padStart(2, '0')}`;
}

function addToDate(date: string, time: Time, calendar: WorkCalendar): string {
  if (time.unit === 'workday') return addWorkdays(date, time.count, calendar);
  if (time.unit === 'month') return addMonths(date, time.count);
  return time.unit === 'year' ? addMonths(date, time.count * 12) : addDays(date, time.count);
}

/** 24:00 Shanghai time of a day, as the instant at which the next day begins. */
export function endOfDay(date: string): Instant {
  return shanghaiInstant(addDays(date, 1)).toISOString();
}

const isExact = (time: Time): boolean => time.unit === 'minute' || time.unit === 'hour';

/**
 * A time after an instant: minutes and hours exactly; days, workdays, months and years until 24:00 Shanghai time of the
 * last day, counted from the day after. Source: METHODS "Limits end at 24:00", N73.
 */
export function addTime(from: Instant, time: Time, calendar: WorkCalendar): Instant {
  const start = new Date(from).getTime();
  if (time.unit === 'minute') return new Date(start + time.count * minuteMs).toISOString();
  if (time.unit === 'hour') return new Date(start + time.count * hourMs).toISOString();
  return endOfDay(addToDate(shanghaiDate(start), time, calendar));
}

/** As `addTime`, from a limit that may itself be the 24:00 of a day: its day is then the one that ends there. */
export function addTimeToLimit(limit: Instant, time: Time, calendar: WorkCalendar): Instant {
  const start = new Date(new Date(limit).getTime() - 1).toISOString();
  return isExact(time) ? addTime(limit, time, calendar) : addTime(start, time, calendar);
}

function chosenTime(limit: Limit & { kind: 'by-choice' }, value: Json | undefined): string {
  const word = Array.isArray(value) ? value[0] : value;
  return (typeof word === 'string' ? limit.times[word] : undefined) ?? limit.else;
}

/** The time of a limit as it stands for these fields; null for `until` and `unlimited`. */
export function limitTime(limit: Limit, fields: MatterState['fields']): Time | null {
  if (limit.kind === 'within') return parseTime(limit.time);
  return limit.kind === 'by-choice' ? parseTime(chosenTime(limit, fields[limit.field])) : null;
}

/** When a step entered at `from` is due; null when it has no limit. The instant itself is still in time. */
export function dueAt(
  limit: Limit | undefined,
  from: Instant,
  state: Pick<MatterState, 'fields'>,
  world: World,
): Instant | null {
  if (!limit || limit.kind === 'unlimited') return null;
  if (limit.kind === 'until') {
    const value = state.fields[limit.field];
    if (typeof value !== 'string') return null;
    return datePattern.test(value) ? endOfDay(value) : value;
  }
  const time = limitTime(limit, state.fields);
  return time ? addTime(from, time, world.calendar) : null;
}

/** Whether something done now is late: 30:00 is in time, anything after it is late. Source: N73. */
export function isLate(due: Instant | null, now: Instant): boolean {
  return due !== null && new Date(now).getTime() > new Date(due).getTime();
}

/** The first instant after a limit, at which its deadline falls due. */
export function firstLate(due: Instant): Instant {
  return new Date(new Date(due).getTime() + 1).toISOString();
}

/**
 * The limit after a pause. Exact limits move by the time paused; limits in days keep the days that were left, so they
 * still end at 24:00 and a pause within one day changes nothing.
 */
export function dueAfterPause(due: Instant, pausedAt: Instant, time: Time | null, world: World): Instant {
  if (time && isExact(time)) {
    const paused = new Date(world.now).getTime() - new Date(pausedAt).getTime();
    return new Date(new Date(due).getTime() + paused).toISOString();
  }
  const lastDay = shanghaiDate(new Date(due).getTime() - 1);
  const [from, to] = [shanghaiDate(pausedAt), shanghaiDate(world.now)];
  if (time?.unit !== 'workday') return endOfDay(addDays(lastDay, daysBetween(from, to)));
  return endOfDay(addWorkdays(lastDay, workdaysBetween(from, to, world.calendar), world.calendar));
}

/** The years a span touches that no published calendar covers: there only weekends count as days off. */
export function missingYears(calendar: WorkCalendar, from: Instant, to: Instant): string[] {
  const last = Number(shanghaiDate(to).slice(0, 4));
  const years: string[] = [];
  for (let year = Number(shanghaiDate(from).slice(0, 4)); year <= last; year++) {
    if (!calendar.years.has(String(year))) years.push(String(year));
  }
  return years;
}

/** An instant some whole days before or after another. */
export function shiftDays(at: Instant, days: number): Instant {
  return new Date(new Date(at).getTime() + days * dayMs).toISOString();
}

/** One working calendar from the files of the published years. */
export function workCalendar(files: readonly { raw: Record<string, Json> }[]): WorkCalendar {
  const years = files.map((file) => file.raw as unknown as CalendarYear);
  const off = new Set<string>();
  for (const holiday of years.flatMap((year) => Object.values(year.holidays))) {
    const [from, to = from] = holiday.split(' / ') as [string, string?];
    for (let date = from; date <= to; date = addDays(date, 1)) off.add(date);
  }
  const on = new Set(years.flatMap((year) => year.worked));
  return { off, on, years: new Set(years.map((year) => String(year.year))) };
}
