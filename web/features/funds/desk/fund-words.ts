import { addMonths } from '#shared/months';
import type { Tone } from '../../../ui/desk/tag.tsx';
import type { FundCard, VoucherCard } from './funds-api.ts';

/** The months from the latest back, so many. */
export function monthsBack(month: number, count: number): number[] {
  return Array.from({ length: count }, (_, back) => addMonths(month, -back));
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
