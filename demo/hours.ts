import {
  addDays,
  dayMs,
  daysBetween,
  hourMs,
  minuteMs,
  shanghaiDate,
  shanghaiInstant,
  shanghaiParts,
} from '../shared/time.ts';
import type { Random } from '../shared/random.ts';
import type { Calendar } from './contract.ts';

/** When people of the demo city do things. Moments are milliseconds since 1970; days are Shanghai dates. */

// Planning a city asks for the same few hundred days a million times.
const dates = new Map<number, string>();
const starts = new Map<string, number>();
const next = new Map<string, string>();

function remembered<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make(key);
  known.set(key, made);
  return made;
}

const dateOf = (moment: number): string =>
  remembered(dates, Math.floor((moment + 8 * hourMs) / dayMs), () => shanghaiDate(moment));
const startOf = (date: string): number => remembered(starts, date, () => shanghaiInstant(date).getTime());
const dayAfter = (date: string): string => remembered(next, date, () => addDays(date, 1));

const windows = [
  { from: 8 * 60 + 30, to: 11 * 60 + 50 },
  { from: 13 * 60 + 40, to: 17 * 60 + 30 },
];

export function isWorkday(date: string, calendar: Calendar): boolean {
  if (calendar.on.has(date)) return true;
  if (calendar.off.has(date)) return false;
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor((startOf(date) + 8 * hourMs) / dayMs) + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** The n-th workday after a date. */
export function addWorkdays(date: string, count: number, calendar: Calendar): string {
  let at = date;
  for (let left = count; left > 0;) {
    at = dayAfter(at);
    if (isWorkday(at, calendar)) left--;
  }
  return at;
}

/** 24:00 of the n-th workday after a moment: how limits in workdays end. */
export function endOfWorkdays(from: number, count: number, calendar: Calendar): number {
  return startOf(dayAfter(addWorkdays(dateOf(from), count, calendar)));
}

/** 24:00 of the n-th day after a moment. */
export function endOfDays(from: number, count: number): number {
  return startOf(addDays(dateOf(from), count + 1));
}

type Duty = { calendar: Calendar; /** Works on Saturdays and Sundays too, holidays excepted. */ weekends?: boolean };

function worksOn(date: string, { calendar, weekends }: Duty): boolean {
  return isWorkday(date, calendar) || (weekends === true && !calendar.off.has(date));
}

/** The moment some working minutes later, inside 8:30–11:50 or 13:40–17:30 of a day that is worked; seconds are uneven. */
export function workLater(from: number, minutes: number, duty: Duty, random: Random): number {
  let left = Math.max(1, minutes);
  let date = dateOf(from);
  for (let guard = 0; guard < 400; guard++, date = dayAfter(date)) {
    if (!worksOn(date, duty)) continue;
    for (const window of windows) {
      const start = Math.max(startOf(date) + window.from * minuteMs, from);
      const end = startOf(date) + window.to * minuteMs;
      const free = (end - start) / minuteMs;
      if (free <= 0) continue;
      if (left < free) return unevenly(start + left * minuteMs, random);
      left -= free;
    }
  }
  throw new Error('no working day within a year');
}

/** A moment of a working day that is worked, or null when the day is not. */
export function workMoment(date: string, duty: Duty, random: Random): number | null {
  if (!worksOn(date, duty)) return null;
  const window = random.weighted(windows, (one) => one.to - one.from);
  return unevenly(shanghaiInstant(date, 0, random.between(window.from + 2, window.to - 3)).getTime(), random);
}

function unevenly(moment: number, random: Random): number {
  return Math.floor(moment / minuteMs) * minuteMs + random.between(1, 59) * 1000;
}

/** The moment some hours later at which a resident is awake: 6:40 to 22:20, else next morning. */
export function awakeLater(from: number, hours: number, random: Random): number {
  const at = from + hours * hourMs;
  const { hour, minute } = shanghaiParts(at);
  const ofDay = hour * 60 + minute;
  if (ofDay >= 400 && ofDay <= 1340) return unevenly(at, random);
  const date = ofDay < 400 ? shanghaiDate(at) : addDays(shanghaiDate(at), 1);
  return unevenly(shanghaiInstant(date, 0, random.between(410, 560)).getTime(), random);
}

/** How busy each hour is: residents at noon and in the evening, the hotline all day. */
const hourWeights: Record<'resident' | 'hotline', number[]> = {
  resident: [0, 0, 0, 0, 0, 0, 2, 6, 7, 5, 5, 5, 7, 4, 4, 4, 5, 7, 10, 11, 10, 6, 2, 0],
  hotline: [0, 0, 0, 0, 0, 0, 0, 1, 6, 9, 9, 7, 4, 4, 7, 8, 8, 6, 5, 4, 2, 1, 0, 0],
};

export function momentOfDay(date: string, who: 'resident' | 'hotline', random: Random): number {
  const hours = hourWeights[who];
  const hour = random.weighted([...hours.keys()], (at) => hours[at] ?? 0);
  return unevenly(shanghaiInstant(date, hour, random.between(0, 59)).getTime(), random);
}

export type YearSeason = 'spring' | 'summer' | 'autumn' | 'winter';

export function seasonOf(date: string): YearSeason {
  const month = Number(date.slice(5, 7));
  if (month >= 3 && month <= 5) return 'spring';
  if (month >= 6 && month <= 8) return 'summer';
  return month >= 9 && month <= 10 ? 'autumn' : 'winter';
}

/** The day of the last big summer storm before today: a 24 July. The week after it is the bad week of the year. */
export function stormDay(today: string): string {
  const year = Number(today.slice(0, 4));
  const thisYear = `${year}-07-24`;
  return thisYear < addDays(today, -14) ? thisYear : `${year - 1}-07-24`;
}

export function isAfterStorm(date: string, storm: string): boolean {
  return date >= storm && daysBetween(storm, date) <= 7;
}

export { dayMs, hourMs, minuteMs };
