import { minuteName } from '#shared/time';
import type { Venue, VenuePage } from '#contract/venues';

export type Opening = VenuePage['week'][number]['openings'][number];

/** 300 ㎡ · 92.5 ㎡, from tenths of a square metre. */
export function sizeName(tenths: number): string {
  return `${(tenths / 10).toFixed(1).replace(/\.0$/, '')} ㎡`;
}

/** 56 小时 · 55.5 小时 */
export function hoursName(minutes: number): string {
  return `${Number((minutes / 60).toFixed(1))} 小时`;
}

/** 9:00—11:30 爱心缝纫铺 */
export function openingName({ from, to, zone }: Opening): string {
  const whole = from === 0 && to === 1440;
  return [whole ? '全天' : `${minuteName(from)}—${minuteName(to)}`, zone].filter(Boolean).join(' ');
}

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** A place to go to, rather than a facility one passes: it can be booked, does something, or has a story. */
export function isPlaceToGo(venue: Pick<Venue, 'bookable' | 'functions'>): boolean {
  return venue.bookable || venue.functions.length > 0;
}

/** Whose it is: 社区的 · 工盛小学的，向居民开放. */
export function ownerName(venue: Pick<Venue, 'ownerKind' | 'ownerName' | 'operator'>): string {
  const owner = venue.ownerKind === 'unit' ? `${venue.ownerName}的场地，向居民开放` : '社区的场地';
  return venue.operator ? `${owner}，${venue.operator}运营` : owner;
}
