import type { FundAction } from './contract.ts';

/** What holds for every fund: its months, and who may do what in it. */

/** 202606 of 2026-06-30. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}

/** The month after: 202701 after 202612. */
export function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

/** 2026年6月 of 202606. */
export function monthName(month: number): string {
  return `${Math.floor(month / 100)}年${month % 100}月`;
}

/**
 * Months whose account is due and not closed: each is due on the given day of the next month and counts as missing from the
 * day after. Source: N55.
 */
export function missingMonths(
  fund: { openedMonth: number; closedThrough: number | null },
  today: string,
  dueDay: number,
): number[] {
  const missing: number[] = [];
  for (let month = firstOpen(fund); today > dayOf(nextMonth(month), dueDay); month = nextMonth(month))
    missing.push(month);
  return missing;
}

const dayOf = (month: number, day: number): string =>
  `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The first month that is not closed. */
export const firstOpen = ({
  openedMonth,
  closedThrough,
}: {
  openedMonth: number;
  closedThrough: number | null;
}): number => (closedThrough === null || closedThrough < openedMonth ? openedMonth : nextMonth(closedThrough));

export type Rights = { reads: boolean; drafts: boolean; approves: boolean; matches: boolean; sets: boolean };

/** What somebody may do in a fund, from what they hold where it lies. */
export function rightsOf(may: (capability: string) => boolean): Rights {
  return {
    reads: may('fund.read'),
    drafts: may('voucher.draft'),
    approves: may('voucher.approve'),
    matches: may('bank.match'),
    sets: may('fund.open'),
  };
}

/** The buttons of a fund. */
export function actionsOf(rights: Rights, state: string): FundAction[] {
  if (state !== 'open') return [];
  const acts: [FundAction, boolean][] = [
    ['draft', rights.drafts],
    ['approve', rights.approves],
    ['match', rights.matches],
    ['set', rights.sets],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

/** The next free code of a kind: own kinds stand behind those of the library, from x101 on. */
export function nextCode(kind: 'income' | 'expense', codes: readonly string[]): string {
  const base = kind === 'income' ? 4100 : 5100;
  const used = codes.map(Number).filter((code) => code > base && code < base + 900);
  return String(Math.max(base, ...used) + 1);
}
