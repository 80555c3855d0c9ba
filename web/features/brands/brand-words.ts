import { addDays, daysBetween, shanghaiDate } from '#shared/time';

/** 今天截止 · 还有 8 天 · 11月28日截止. */
export function lastDay(closesOn: string, now: string): string {
  const left = daysBetween(shanghaiDate(now), closesOn);
  if (left === 0) return '今天截止';
  return left > 0 && left <= 10 ? `还有 ${left} 天` : dateName(closesOn);
}

/** 2025年3月1日. */
export function dateName(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 一年七个月: how long a brand has been going; nothing in its first month. */
export function ageName(startedOn: string | null, now: string): string | null {
  if (startedOn === null) return null;
  const months = Math.floor(daysBetween(startedOn, addDays(shanghaiDate(now), 0)) / 30.44);
  if (months < 1) return null;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `${years > 0 ? `${years} 年` : ''}${rest > 0 ? `${years > 0 ? '零 ' : ''}${rest} 个月` : ''}`;
}

/** Paragraphs of a story as it was written, one a line. */
export const paragraphsOf = (story: string): string[] =>
  story
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
