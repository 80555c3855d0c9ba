import { addDays, daysBetween, shanghaiDate, shanghaiInstant } from '#shared/time';
import { addMonths, firstDayOf, monthOf, monthsBetween } from '#shared/months';

/** The last day on which a month's account is in time: 2026-07-10 of 202606. */
export function dueOf(month: number, dueDay: number): string {
  return addDays(firstDayOf(addMonths(month, 1)), dueDay - 1);
}

/** Whether the due day of a month is over, to the moment it ends in Shanghai. Source: N55. */
export function isLate(month: number, dueDay: number, now: Date): boolean {
  return now >= shanghaiInstant(addDays(dueOf(month, dueDay), 1));
}

/** How many days a month's account is late: the day after the due day is the first. */
export function lateDays(month: number, dueDay: number, now: Date): number {
  return isLate(month, dueDay, now) ? daysBetween(dueOf(month, dueDay), shanghaiDate(now)) : 0;
}

export type MissingMonth = { month: number; due: string; lateDays: number };

/**
 * The months that are over and have no published account, the earliest first: late ones, and the one that is not due yet. All
 * who count them ask here: the desk, the public page, the street. Source: N55, C42.
 */
export function missingMonths(
  { openedMonth, published }: { openedMonth: number; published: readonly number[] },
  dueDay: number,
  now: Date,
): MissingMonth[] {
  const there = new Set(published);
  return monthsBetween(openedMonth, addMonths(monthOf(now), -1))
    .filter((month) => !there.has(month))
    .map((month) => ({ month, due: dueOf(month, dueDay), lateDays: lateDays(month, dueDay, now) }));
}
