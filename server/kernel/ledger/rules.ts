import { chainStart, linkText } from '#shared/chain';
import { mostFen } from '#shared/money';
import { addMonths, monthName, monthOf, monthOfDay } from '#shared/months';
import type { Refusal } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Account, Amount, Closing, Entry, Month, NewAccount, NewBook, NewEntry } from './contract.ts';
import * as refusals from './refusals/rules.ts';

export const monthdayOf = (day: string): number => Number(day.slice(8, 10));

export const isMonth = (month: Month): boolean =>
  Number.isInteger(month) && month >= 190001 && month <= 999912 && month % 100 >= 1 && month % 100 <= 12;

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
// A 30 February is read as 2 March, a 32 January as no day at all.
const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00.000Z`);
  const isReal = dayForm.test(day) && isMonth(monthOfDay(day)) && !Number.isNaN(at.getTime());
  return isReal && at.toISOString().slice(0, 10) === day;
};

/** Why a book cannot be opened like this; null when it can. */
export function whyNotBook({ name, openedMonth }: NewBook): Refusal | null {
  if (!isMonth(openedMonth)) return refusals.monthUnreal;
  return name.length < 1 || name.length > 100 ? refusals.nameUnfit : null;
}

/** Why an account cannot be opened like this; null when it can. */
export function whyNotAccount({ name, code }: NewAccount): Refusal | null {
  if (!/^[0-9A-Za-z.-]{1,20}$/.test(code)) return refusals.codeUnfit;
  return name.length < 1 || name.length > 100 ? refusals.nameUnfit : null;
}

/** What a database and a JSON text write alike: no zero, no half of a letter. */
const isText = (text: string): boolean => !/[\0\ud800-\udfff]/u.test(text);

const linesMost = 200;

/** Why these lines are no entry: too few or many, an amount that is none, one account twice, or a sum other than zero. */
export function whyNotLines(lines: readonly Amount[]): Refusal | null {
  if (lines.length < 2 || lines.length > linesMost) return refusals.linesCount(linesMost);
  const isAmount = ({ amount }: Amount): boolean =>
    Number.isSafeInteger(amount) && amount !== 0 && Math.abs(amount) <= mostFen;
  if (!lines.every(isAmount)) return refusals.amountUnfit;
  if (new Set(lines.map(({ accountId }) => accountId)).size < lines.length) return refusals.accountTwice;
  const sum = lines.reduce((total, { amount }) => total + amount, 0);
  return sum === 0 ? null : refusals.unbalanced(sum);
}

/** Why this cannot be posted in any book; null when it can. A day that has not come yet is none. */
export function whyNotEntry({ key, day, memo, ref, lines }: NewEntry, now: Date): Refusal | null {
  if (!isDay(day)) return refusals.dayUnreal;
  if (day > shanghaiDate(now)) return refusals.dayAhead;
  if (key.length < 1 || key.length > 200) return refusals.keyUnfit;
  if (memo.length > 500 || (ref ?? '').length > 200) return refusals.memoLong;
  if (![key, memo, ref ?? ''].every(isText)) return refusals.textUnfit;
  return whyNotLines(lines);
}

/** Lines as they are kept: debits first, each side in the order given, so that the sum is zero at the last line only. */
export function debitsFirst<One extends { amount: number }>(lines: readonly One[]): One[] {
  return [...lines.filter(({ amount }) => amount > 0), ...lines.filter(({ amount }) => amount < 0)];
}

/** The least that numbers hold exactly: the floor of an account that may be owed; and the most. */
export const lowest = Number.MIN_SAFE_INTEGER;
export const highest = Number.MAX_SAFE_INTEGER;

/** What an entry adds up to before each of its lines. */
export function sumsBefore(amounts: readonly number[]): number[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount) - amount);
}

/** The lines that take an entry back. */
export function negated(lines: readonly Amount[]): Amount[] {
  return lines.map(({ accountId, amount }) => ({ accountId, amount: -amount }));
}

/** Why accounts as they stand cannot be moved so; null when they can. */
export function whyNotMoved(lines: readonly Amount[], accounts: readonly Account[]): Refusal | null {
  const found = lines.map(({ accountId, amount }) => ({
    account: accounts.find(({ id }) => id === accountId),
    amount,
  }));
  if (found.some(({ account }) => !account)) return refusals.accountUnknown;
  const short = found.find(({ account, amount }) => account?.neverNegative && account.balance + amount < 0);
  if (short?.account) return refusals.belowZero(short.account.name);
  const large = found.find(({ account, amount }) => !Number.isSafeInteger((account?.balance ?? 0) + amount));
  return large?.account ? refusals.tooLarge(large.account.name) : null;
}

/** Whether the same was asked before under a key: day, words, paper, what it takes back, and lines. */
export function isSame(entry: Entry, asked: NewEntry, reverses: number | null): boolean {
  const written = ({ accountId, amount }: Amount): string => `${accountId} ${amount}`;
  return (
    entry.day === asked.day &&
    entry.memo === asked.memo &&
    entry.ref === asked.ref &&
    entry.reverses === reverses &&
    entry.lines.map(written).join() === debitsFirst(asked.lines).map(written).join()
  );
}

/** Why a month cannot be closed; null when it can. Months are closed in order, each when it is over. Source: N55. */
export function whyNotClosed(month: Month, closedThrough: Month, now: Date): Refusal | null {
  if (!isMonth(month)) return refusals.monthUnreal;
  if (month <= closedThrough) return refusals.monthClosed(monthName(month));
  const next = addMonths(closedThrough, 1);
  if (month > next) return refusals.monthNotNext(monthName(next));
  return month >= monthOf(now) ? refusals.monthNotOver(monthName(month)) : null;
}

const written = JSON.stringify;

/** What is hashed of an entry but for its lines, which stand between the two: keys sorted, no spaces, nothing escaped. */
export function aroundLines(
  entry: Omit<NewEntry, 'areaId' | 'lines'> & { at: string; reverses: number | null },
): [string, string] {
  const { at, bookId, day, key, memo, ref, reverses } = entry;
  return [
    `{"at":${written(at)},"book":${written(bookId)},"day":${written(day)},"key":${written(key)},"lines":[`,
    `],"memo":${written(memo)},"ref":${written(ref)},"reverses":${written(reverses)}}`,
  ];
}

/** What is hashed of the closing of a month but for its balances, which stand between the two. */
export function aroundBalances(closing: { at: string; bookId: string; key: string; month: Month }): [string, string] {
  const { at, bookId, key, month } = closing;
  return [`{"at":${written(at)},"balances":[`, `],"book":${written(bookId)},"closes":${month},"key":${written(key)}}`];
}

const pairs = (all: readonly (readonly [string, number])[]): string =>
  all.map(([code, amount]) => `[${written(code)},${amount}]`).join(',');

type Around = Parameters<typeof aroundLines>[0];

/** The text whose SHA-256 is the `contentHash` of an entry. */
export function contentOf(bookId: string, entry: Entry): string {
  return contentText(
    { ...entry, bookId },
    entry.lines.map(({ code, amount }) => [code, amount] as const),
  );
}

export function contentText(entry: Around, lines: readonly (readonly [string, number])[]): string {
  const [before, after] = aroundLines(entry);
  return before + pairs(lines) + after;
}

export const openingKey = 'opening';

/** The text whose SHA-256 is the `contentHash` of the first link of a book, numbered 0. */
export function openingContentOf({
  id,
  unit,
  openedMonth,
  at,
}: Pick<NewBook, 'id' | 'unit' | 'openedMonth'> & { at: string }): string {
  return `{"at":${written(at)},"book":${written(id)},"key":${written(openingKey)},"opened":${openedMonth},"unit":${written(unit)}}`;
}

export type OpeningLink = { at: string; contentHash: string; hash: string };

/** The first link of the chain of a book. */
export function openingLink(book: NewBook, now: Date, sha256: (text: string) => string): OpeningLink {
  const at = now.toISOString();
  const contentHash = sha256(openingContentOf({ ...book, at }));
  return { at, contentHash, hash: sha256(linkText(chainStart, 0, contentHash)) };
}

export const closingKey = (month: Month): string => `closing:${month}`;

/** The text whose SHA-256 is the `contentHash` of the closing of a month: every account with its balance, by code. */
export function closingContentOf(bookId: string, { at, month, sums }: Closing): string {
  return closingText({ at, bookId, key: closingKey(month), month }, sums);
}

export function closingText(
  closing: Parameters<typeof aroundBalances>[0],
  sums: readonly { code: string; balance: number }[],
): string {
  const [before, after] = aroundBalances(closing);
  const sorted = [...sums].sort((a, b) => (a.code < b.code ? -1 : 1));
  return before + pairs(sorted.map(({ code, balance }) => [code, balance])) + after;
}
