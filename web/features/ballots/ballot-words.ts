import { dayMs, dayName, daysBetween, hourMs, limitName, shanghaiDate } from '#shared/time';

/** 还有 6 天 · 今天 24:00 截止 · 已截止: until when one may vote, as one says it. */
export function closingName(closesAt: string, now: string): string {
  const leftMs = new Date(closesAt).getTime() - new Date(now).getTime();
  if (leftMs <= 0) return '已截止';
  // A limit at midnight belongs to the day before it.
  const days = daysBetween(shanghaiDate(now), shanghaiDate(new Date(new Date(closesAt).getTime() - 1)));
  if (days >= 1) return `还有 ${days} 天`;
  if (leftMs < hourMs) return `还有 ${Math.max(1, Math.ceil(leftMs / 60_000))} 分钟`;
  return `${limitName(closesAt, now)} 截止`;
}

/** 11月2日: the last day on which one could vote; a ballot that closed at midnight closed on the day before. */
export function closedDay(closedAt: string, now: string): string {
  return dayName(new Date(closedAt).getTime() - 1, now);
}

/** Whether less than two days are left: then the word stands out. */
export function closesSoon(closesAt: string, now: string): boolean {
  const leftMs = new Date(closesAt).getTime() - new Date(now).getTime();
  return leftMs > 0 && leftMs < 2 * dayMs;
}

/** 12,345.67 平方米, from hundredths of a square metre. */
export function areaName(hundredths: number): string {
  return `${squareMetres(hundredths)} 平方米`;
}

/** 12,345.67 from hundredths; whole metres without decimals. */
export function squareMetres(hundredths: number): string {
  const whole = Math.trunc(hundredths / 100);
  const rest = Math.abs(hundredths % 100);
  const grouped = grouping(whole);
  return rest === 0 ? grouped : `${grouped}.${String(rest).padStart(2, '0')}`;
}

export function grouping(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A share with its fraction, cut and never rounded up to a majority it does not reach: 66.6%（132／198）. */
export function shareName(part: number, whole: number): string {
  if (whole <= 0) return '0';
  if (part === whole || whole < 20) return `${grouping(part)}／${grouping(whole)}`;
  const tenths = Math.floor((part * 1000) / whole);
  return `${Math.trunc(tenths / 10)}.${tenths % 10}%（${grouping(part)}／${grouping(whole)}）`;
}

/** A receipt as one reads it aloud: in fours. */
export function inFours(text: string): string {
  return text
    .replace(/[^0-9A-Za-z]/g, '')
    .replace(/(.{4})(?=.)/g, '$1 ')
    .trim();
}

/** The first and the last eight signs of a hash: what one compares by eye with the sheet on the board. */
export function endsOf(hash: string): string {
  return `${hash.slice(0, 8)} … ${hash.slice(-8)}`;
}

/** Parts of a sentence as one, with its full stop. */
export function sentenceOf(parts: readonly string[]): string {
  return parts.length > 0 ? `${parts.join('；')}。`.replace(/[。；]+。$/, '。') : '';
}

/** 户 · 人: what is counted by number. */
export function unitOf(electorateName: string): string {
  return /户/.test(electorateName) ? '户' : '人';
}

export function ballotHref({ areaId, id }: { areaId: string; id: string }): string {
  return `/v/${areaId}/${id}`;
}
