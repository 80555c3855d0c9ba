import { addDays, daysBetween, shanghaiDate } from '#shared/time';
import type { BrandFigures } from './contract.ts';

/** After so many days without anything a brand is told to wake up. The source names no number. Source: F03 step 6. */
export const quietDaysMax = 92;

/** The first day of the twelve months that end with this one. */
export function yearStart(now: Date): string {
  const [year = 0, month = 1] = shanghaiDate(now).split('-').map(Number);
  const from = month === 12 ? { year, month: 1 } : { year: year - 1, month: month + 1 };
  return `${from.year}-${String(from.month).padStart(2, '0')}-01`;
}

function monthsFrom(start: string): string[] {
  const [year = 0, month = 1] = start.split('-').map(Number);
  return Array.from({ length: 12 }, (_, at) => {
    const index = month - 1 + at;
    return `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** 停了三个月 …: what is wrong with a brand that sleeps; null for one that lives, or is too young to judge. */
export function warningOf(days: readonly string[], startedOn: string | null, today: string): string | null {
  const last = [...days].sort().at(-1) ?? null;
  const since = last ?? startedOn ?? null;
  if (since !== null && daysBetween(since, today) <= quietDaysMax) return null;
  if (last === null) return '这十二个月没有办过活动，请商量怎么接着办';
  return `最近一次活动在 ${last}，停了 ${daysBetween(last, today)} 天，请商量怎么接着办`;
}

type Held = { startsAt: string };
type Counted = { people: number; personTimes: number; members: number | null; works: number | null };

/** The figures of a year, computed from what was held. People and attendances are counted apart. Source: F03 step 6, X4. */
export function figuresOf(held: readonly Held[], counted: Counted, startedOn: string | null, now: Date): BrandFigures {
  const from = yearStart(now);
  const to = shanghaiDate(now);
  const days = held.map(({ startsAt }) => shanghaiDate(startsAt));
  const months = monthsFrom(from).map((month) => ({
    month,
    held: days.filter((day) => day.startsWith(month)).length,
  }));
  return {
    from,
    to,
    held: held.length,
    ...counted,
    monthsActive: months.filter((month) => month.held > 0).length,
    months,
    warning: warningOf(days, startedOn, to),
  };
}

type Placed = { seriesId: string | null; teamId: string | null; themes: readonly string[] };

/** An activity belongs to a brand by its series, by its team, or by a word both carry. */
export function belongs(brand: Placed, activity: Placed): boolean {
  if (brand.seriesId !== null && activity.seriesId === brand.seriesId) return true;
  if (brand.teamId !== null && activity.teamId === brand.teamId) return true;
  return activity.themes.some((theme) => brand.themes.includes(theme));
}

/** Until when coming activities are looked at. */
export const comingUntil = (now: Date): string => addDays(shanghaiDate(now), 60);
