import type { Tone } from '../../../ui/desk/tag.tsx';
import type { FundCard, VoucherCard } from './funds-api.ts';

/** 2026年6月 of 202606. */
export function monthName(month: number): string {
  return `${Math.floor(month / 100)}年${month % 100}月`;
}

/** The months from the latest back, so many. */
export function monthsBack(month: number, count: number): number[] {
  const months: number[] = [];
  for (let one = month; months.length < count; one = one % 100 === 1 ? one - 89 : one - 1) months.push(one);
  return months;
}

/** 农商银行 尾号 6688. */
export function bankOf({ bankName, bankTail }: Pick<FundCard, 'bankName' | 'bankTail'>): string {
  return [bankName, bankTail && `尾号 ${bankTail}`].filter(Boolean).join(' ');
}

export const stateTones: Record<VoucherCard['state'], Tone> = {
  proposed: 'due',
  drafted: 'due',
  posted: 'ok',
  refused: 'plain',
};
