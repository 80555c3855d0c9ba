import type { Amount } from '#kernel-contract/ledger';
import { chanceFrom } from '../../server/kernel/workflow/simulation/chance/rules.ts';

/** What the posters of the campaign do: the same deed for the same number, whoever performs it and however often. */

export const areaId = '0197b000-0000-7000-8000-000000000004';
export const now = new Date('2026-07-05T02:00:00.000Z');
export const bookCount = 5;
export const accountCount = 8;

export const bookOf = (book: number): string => `0197b000-0000-7000-8003-${String(book).padStart(12, '0')}`;
export const accountOf = (account: number): string => `0197b000-0000-7000-8004-${String(account).padStart(12, '0')}`;

/** How a poster answers: what was posted, or why not. */
export type Told = { index: number } & ({ seq: number; hash: string } | { refused: string });

export type Deed = {
  bookId: string;
  key: string;
  day: string;
  lines: Amount[];
  /** The entry it takes back, instead. */
  reverses: number | null;
  /** The month it closes, instead. */
  closes: number | null;
};

const months = [202604, 202605, 202606];
const closedMonth = 202603;

export function deedOf(index: number): Deed {
  const chance = chanceFrom(index + 1);
  const below = (most: number): number => Math.floor(chance() * most);
  const month = below(10) === 0 ? closedMonth : (months[below(months.length)] ?? 0);
  const bookId = bookOf(below(bookCount));
  const accounts = Array.from({ length: accountCount }, (_, account) => account).sort(() => chance() - 0.5);
  const amounts = Array.from({ length: 1 + below(3) }, () => below(2000) - 800 || 1);
  const rest = -amounts.reduce((sum, amount) => sum + amount, 0);
  const lines = [...amounts, rest]
    .map((amount, place) => ({ accountId: accountOf(accounts[place] ?? 0), amount }))
    .filter(({ amount }) => amount !== 0);
  const kind = below(100);
  const day = `${String(month).slice(0, 4)}-${String(month).slice(4)}-${String(1 + below(28)).padStart(2, '0')}`;
  return {
    ...{ bookId, key: `deed:${index}`, day, lines },
    reverses: kind < 15 ? 1 + below(1 + index / bookCount) : null,
    closes: index % 150 === 149 ? closedMonth : null,
  };
}
