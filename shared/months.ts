import { shanghaiParts } from './time.ts';

/** Months are integers, 202606: they sort, and Shanghai says which one it is. */
export function monthOf(instant: string | number | Date): number {
  const { year, month } = shanghaiParts(instant);
  return year * 100 + month;
}

/** The month of a day such as 2026-06-09. */
export function monthOfDay(day: string): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}

/** The month `count` months later, or earlier when it is negative. */
export function addMonths(month: number, count: number): number {
  const months = Math.floor(month / 100) * 12 + (month % 100) - 1 + count;
  return Math.floor(months / 12) * 100 + (months % 12) + 1;
}

/** Every month from the one to the other, both included. */
export function monthsBetween(from: number, to: number): number[] {
  const months: number[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** 2026-06-01 of 202606. */
export function firstDayOf(month: number): string {
  return `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-01`;
}

/** 2026年6月. */
export function monthName(month: number): string {
  return `${Math.floor(month / 100)}年${month % 100}月`;
}
