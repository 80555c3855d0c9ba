import { formatFen } from '#shared/money';
import { placedName } from '#shared/placed-name';
import type { AccountLine } from '#contract/funds/disclosures';

export { formatFen };

/** 工盛北院公共收益: what a fund is called where others stand beside it. */
export function titleOf({ place, name }: { place: string; name: string }): string {
  return placedName(place, name);
}

/** Where the page of a fund, of one month of it and of one line of that month stands. */
export function fundPath({ areaId, id }: { areaId: string; id: string }, month?: number | null): string {
  return `/f/${areaId}/${id}${month ? `?month=${month}` : ''}`;
}

export function linePath(areaId: string, fundId: string, line: { month: number; seq: number }): string {
  return `/f/${areaId}/${fundId}/${line.month}/${line.seq}`;
}

type Amounts = Pick<AccountLine, 'in' | 'out' | 'other' | 'moved'>;

/** 收 12,840.00 · 支 4,000.00: said in a word too, so that a sign is not all there is. */
export function amountOf(line: Amounts): { word: string; tone: 'in' | 'out' | 'moved'; text: string } {
  if (line.moved !== 0) return { word: '转', tone: 'moved', text: formatFen(line.moved) };
  if (line.out !== 0) return { word: '支', tone: 'out', text: formatFen(line.out) };
  if (line.other !== 0) return { word: '原有', tone: 'moved', text: formatFen(line.other) };
  return { word: '收', tone: 'in', text: formatFen(line.in) };
}
