/** Time as people in China read it: UTC in data, Asia/Shanghai (UTC+8, no summer time) on screen. */

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
const offsetMs = 8 * hourMs;

export type Parts = { year: number; month: number; day: number; hour: number; minute: number; weekday: number };

/** The parts of an instant as a clock in Shanghai shows them; weekday 0 is Sunday. */
export function shanghaiParts(instant: string | number | Date): Parts {
  const at = new Date(new Date(instant).getTime() + offsetMs);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    weekday: at.getUTCDay(),
  };
}

/** `2026-11-20` of an instant, in Shanghai. */
export function shanghaiDate(instant: string | number | Date): string {
  return new Date(new Date(instant).getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Shanghai, plus minutes. */
export function shanghaiInstant(date: string, hour = 0, minute = 0): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - offsetMs + hour * hourMs + minute * minuteMs);
}

/** The date some days after (or before) a date, both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one date to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMs);
}

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

export function weekdayName(instant: string | number | Date): string {
  return weekdays[shanghaiParts(instant).weekday] ?? '';
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `14:36` in Shanghai. */
export function clockTime(instant: string | number | Date): string {
  const { hour, minute } = shanghaiParts(instant);
  return `${two(hour)}:${two(minute)}`;
}

/** Minutes of a day as people say them: 8:30 · 21:00 · 24:00. */
export function minuteName(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** `5月20日`, or `2025年5月20日` in another year than now. */
export function dayName(instant: string | number | Date, now: string | number | Date): string {
  const at = shanghaiParts(instant);
  const day = `${at.month}月${at.day}日`;
  return at.year === shanghaiParts(now).year ? day : `${at.year}年${day}`;
}

/** A moment in words: 今天 14:36 · 昨天 17:20 · 11-18 10:31 · 2025-11-18. */
export function momentName(instant: string | number | Date, now: string | number | Date): string {
  const date = shanghaiDate(instant);
  const today = shanghaiDate(now);
  if (date === today) return `今天 ${clockTime(instant)}`;
  if (date === addDays(today, -1)) return `昨天 ${clockTime(instant)}`;
  if (date === addDays(today, 1)) return `明天 ${clockTime(instant)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? `${date.slice(5)} ${clockTime(instant)}` : date;
}

/** A limit in words. A limit at 00:00 is the end of the day before, said as 24:00. */
export function limitName(instant: string | number | Date, now: string | number | Date): string {
  const { hour, minute } = shanghaiParts(instant);
  const endsDay = hour === 0 && minute === 0;
  const shown = endsDay ? new Date(new Date(instant).getTime() - minuteMs) : new Date(instant);
  const time = endsDay ? '24:00' : clockTime(instant);
  const date = shanghaiDate(shown);
  const today = shanghaiDate(now);
  if (date === today) return `今天 ${time}`;
  if (date === addDays(today, 1)) return `明天 ${time}`;
  return `${dayName(shown, now)} ${time}`;
}

/** How long, in the largest sensible unit: 25 分钟 · 4.1 小时 · 2.3 天. */
export function durationName(ms: number): string {
  if (ms < hourMs) return `${Math.max(1, Math.round(ms / minuteMs))} 分钟`;
  if (ms < dayMs) return `${trim(ms / hourMs)} 小时`;
  return `${trim(ms / dayMs)} 天`;
}

function trim(value: number): string {
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
}
