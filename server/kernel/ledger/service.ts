import { sha256 } from '#shared/digest';
import { monthName, monthOfDay } from '#shared/months';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import * as closing from './closing/store.ts';
import type {
  AccountSum,
  Book,
  Closing,
  Entry,
  Month,
  NewAccount,
  NewBook,
  NewEntry,
  Person,
  WhichBook,
} from './contract.ts';
import * as refusals from './refusals/rules.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { keepBook, type PastBook } from './bulk/service.ts';
export { findFaults } from './faults/store.ts';
export { closingContentOf, contentOf, openingContentOf } from './rules.ts';
export { splitAmount } from './split/rules.ts';
export { readAccount, readAccounts, readBalance, readChain, readClosings, readEntries, readEntry } from './store.ts';

/** Opens a book, empty, from a month on. Refused when there is one with this id. */
export async function openBook(tx: Tx, book: NewBook): Promise<void> {
  refuseIf(rules.whyNotBook(book));
  const opening = rules.openingLink(book, tx.now, sha256);
  refuseIf((await store.insertBook(tx, book, opening)) ? null : refusals.bookThere);
}

/** Opens an account in a book, at zero. Refused when its code is taken. What is `neverNegative` never falls below zero. */
export async function openAccount(tx: Tx, account: NewAccount): Promise<void> {
  refuseIf(rules.whyNotAccount(account));
  if (await store.insertAccount(tx, account)) return;
  await readBook(tx, account);
  refuse(refusals.accountThere);
}

/** A book as it stands. Refused when there is none. */
export async function readBook(reader: Reader, which: WhichBook): Promise<Book> {
  return (await store.readBook(reader, which)) ?? refuse(refusals.bookUnknown);
}

/**
 * Posts an entry: all of it in one statement, after waiting for its turn at the book. The same under the same key gets the first
 * entry. Refused when its lines do not add up to zero, an account is none of the book or would fall below zero where it must
 * not, the day has not come or its month is closed, and when the key stands for something else. Amounts in fen or points, debit
 * positive. Source: A17, N55; study/trust.md R8.
 */
export function post(tx: Tx, entry: NewEntry): Promise<Entry> {
  refuseIf(rules.whyNotEntry(entry, tx.now));
  return write(tx, entry, null);
}

async function write(tx: Tx, entry: NewEntry, reverses: number | null): Promise<Entry> {
  // Both leave in one packet; the second begins when the first has its turn.
  const [, posted] = await Promise.all([store.takeTurn(tx, entry), store.post(tx, entry, reverses)]);
  if (!posted) return readEarlier(tx, entry, reverses);
  const { codes, names, ...link } = posted;
  const lines = rules.debitsFirst(entry.lines).map((line, index) => ({
    ...{ line: index + 1, accountId: line.accountId, code: codes[index] ?? '', name: names[index] ?? '' },
    amount: line.amount,
  }));
  const { key, day, memo, ref } = entry;
  return {
    ...{ ...link, kind: 'entry', key, day, month: monthOfDay(day), at: tx.now.toISOString(), memo, ref },
    ...{ reverses, reversedBy: null, closes: null, lines },
  };
}

/** What the same key has posted before; refused when that is something else, or for the reason why nothing was posted. */
async function readEarlier(tx: Tx, entry: NewEntry, reverses: number | null): Promise<Entry> {
  const earlier = await store.readByKey(tx, entry);
  refuseIf(earlier && !rules.isSame(earlier, entry, reverses) ? refusals.keyUsed : null);
  if (earlier) return earlier;
  const { closedThrough } = await readBook(tx, entry);
  const accounts = await store.readAccounts(tx, entry);
  const month = monthOfDay(entry.day);
  refuseIf(month <= closedThrough ? refusals.monthClosed(monthName(month)) : null);
  refuseIf(rules.whyNotMoved(entry.lines, accounts));
  throw new Error(`nothing was posted under ${entry.key}, and nothing says why`);
}

/**
 * Takes an entry back by its opposite, in an open month; both stay. The same under the same key gets the first reversal. Refused for
 * what was reversed before, for reversals and closings, and as posting is.
 */
export async function reverse(
  tx: Tx,
  input: WhichBook & { seq: number; key: string; day: string; memo: string },
): Promise<Entry> {
  await store.takeTurn(tx, input);
  const entry = (await store.readEntry(tx, input)) ?? refuse(refusals.entryUnknown);
  refuseIf(entry.kind === 'entry' ? null : refusals.isClosing);
  refuseIf(entry.reverses === null ? null : refusals.isReversal);
  const { areaId, bookId, key, day, memo } = input;
  const opposite = { ...{ areaId, bookId, key, day, memo }, ref: entry.ref, lines: rules.negated(entry.lines) };
  refuseIf(rules.whyNotEntry(opposite, tx.now));
  if (entry.reversedBy !== null) {
    const before = await store.readEntry(tx, { ...input, seq: entry.reversedBy });
    refuseIf(before?.key === key ? null : refusals.reversedAlready);
  }
  return write(tx, opposite, entry.seq);
}

/**
 * Closes a month: what comes later is of a later month. Refused when it has been closed, an earlier one is open, or it is not over.
 * Two at once: one closes it, the other is refused. Source: N55.
 */
export async function closeMonth(tx: Tx, input: WhichBook & { month: Month; by: Person }): Promise<Closing> {
  await store.takeTurn(tx, input);
  const book = await readBook(tx, input);
  refuseIf(rules.whyNotClosed(input.month, book.closedThrough, tx.now));
  await closing.closeMonth(tx, input);
  const [closed] = await store.readClosings(tx, { ...input, from: input.month, to: input.month });
  if (!closed) throw new Error(`the closing of ${input.month} is not to be found`);
  return closed;
}

/** What each account stood at before some months, did in them, and stood at after them, by code. */
export function sumsOf(reader: Reader, wanted: WhichBook & { from: Month; to: Month }): Promise<AccountSum[]> {
  return store.readSums(reader, wanted);
}
