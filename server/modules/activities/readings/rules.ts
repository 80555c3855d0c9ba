import type { Refusal } from '#shared/refusal';
import { addDays } from '#shared/time';

/** Days in a row that end today, or yesterday when today is not read yet: a day that is not over breaks nothing. Source: B11. */
export function streakDays(days: ReadonlySet<string>, today: string): number {
  let day = days.has(today) ? today : addDays(today, -1);
  let count = 0;
  for (; days.has(day); day = addDays(day, -1)) count += 1;
  return count;
}

/** 王家: a family by the surname of who checks in, so that a wall names nobody in full. */
export function familyName(name: string): string {
  const compound = ['欧阳', '上官', '司马', '诸葛', '尉迟', '令狐', '皇甫', '夏侯', '东方', '公孙'];
  const surname = compound.find((one) => name.startsWith(one)) ?? name.slice(0, 1);
  return `${surname}家`;
}

/** The last days up to today, the oldest first. */
export function lastDays(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index + 1 - count));
}

export const notHere: Refusal = {
  code: 'reading.elsewhere',
  status: 403,
  zh: '阅读打卡在自己的社区打。请先在“我家”里选好住在哪个社区。',
  en: 'Families check in where they live.',
};
