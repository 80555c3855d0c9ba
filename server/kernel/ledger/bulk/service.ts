import { createHash } from 'node:crypto';
import { chainStart, linkText } from '#shared/chain';
import { addMonths, monthOfDay } from '#shared/months';
import { refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import type { Account, Amount, Month, NewAccount, NewBook, Person } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from './store.ts';

type PastEntry = {
  key: string;
  day: string;
  at: string;
  memo: string;
  ref: string | null;
  /** The key of the entry it takes back. */
  reverses?: string | null;
  lines: readonly Amount[];
};

/** A book kept elsewhere: what was posted and closed, in the order in which it happened. */
export type PastBook = NewBook & {
  openedAt: string;
  accounts: readonly Omit<NewAccount, 'areaId' | 'bookId'>[];
  acts: readonly (PastEntry | { closes: Month; at: string; by: Person })[];
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Kept = {
  past: PastBook;
  accounts: Map<string, Account>;
  sums: Map<string, { debit: number; credit: number; balance: number }>;
  open: { month: Month; lines: readonly Amount[] }[];
  seqs: Map<string, number>;
  seq: number;
  head: string;
  closedThrough: Month;
};

/**
 * Adds a whole book with its past, in the tail of the transaction; the same book gives the same hashes. Throws where posting it
 * one by one would have been refused: data that is wrong is a bug of who made it.
 */
export function keepBook(tx: Tx, past: PastBook): void {
  refuseIf(rules.whyNotBook(past));
  const opening = rules.openingLink(past, new Date(past.openedAt), sha256);
  const accounts = new Map(
    past.accounts.map((one) => [one.id, { ...one, bookId: past.id, balance: 0, postings: 0 } satisfies Account]),
  );
  const kept: Kept = {
    ...{ past, accounts, sums: new Map(), open: [], seqs: new Map(), seq: 0 },
    ...{ head: opening.hash, closedThrough: addMonths(past.openedMonth, -1) },
  };
  store.appendBook(tx, past);
  for (const account of past.accounts) store.appendAccount(tx, { ...account, areaId: past.areaId, bookId: past.id });
  store.appendEntry(tx, {
    ...{ ...unsaid, areaId: past.areaId, bookId: past.id, seq: 0, key: rules.openingKey, month: past.openedMonth },
    ...{ ...opening, previousHash: chainStart, closedThrough: kept.closedThrough },
  });
  for (const act of past.acts) {
    if ('by' in act) keepClosing(tx, kept, act);
    else keepEntry(tx, kept, act);
  }
}

function chained(kept: Kept, content: string) {
  const contentHash = sha256(content);
  const previousHash = kept.head;
  const seq = ++kept.seq;
  kept.head = sha256(linkText(previousHash, seq, contentHash));
  return { seq, previousHash, contentHash, hash: kept.head, closedThrough: kept.closedThrough };
}

function keepEntry(tx: Tx, kept: Kept, entry: PastEntry): void {
  const { areaId, id: bookId } = kept.past;
  const asked = { ...entry, areaId, bookId };
  refuseIf(rules.whyNotEntry(asked, new Date(entry.at)));
  const month = monthOfDay(entry.day);
  if (month <= kept.closedThrough || kept.seqs.has(entry.key)) throw new Error(`${entry.key} comes too late or twice`);
  const reverses = entry.reverses ? (kept.seqs.get(entry.reverses) ?? Number.NaN) : null;
  const at = new Date(entry.at).toISOString();
  const lines = rules.debitsFirst(entry.lines);
  const codes = lines.map(({ accountId, amount }) => [accountOf(kept, accountId).code, amount] as const);
  const content = rules.contentText({ ...asked, at, reverses }, codes);
  const link = chained(kept, content);
  kept.seqs.set(entry.key, link.seq);
  kept.open.push({ month, lines });
  const { key, memo, ref } = entry;
  store.appendEntry(tx, {
    ...{ ...unsaid, ...link, areaId, bookId, key, month, monthday: rules.monthdayOf(entry.day), at, memo, ref },
    ...{ reverses, lines: lines.length },
  });
  const befores = rules.sumsBefore(lines.map(({ amount }) => amount));
  for (const [index, { accountId, amount }] of lines.entries()) {
    const account = accountOf(kept, accountId);
    const [before, stood] = [befores[index] ?? 0, account.balance];
    account.balance += amount;
    account.postings += 1;
    if (account.neverNegative && account.balance < 0) throw new Error(`${account.name} falls below zero by ${key}`);
    store.appendPosting(tx, {
      ...{ areaId, bookId, seq: link.seq, line: index + 1, month, accountId, before, after: before + amount },
      ...{ nth: account.postings, stood, stands: account.balance, floor: account.neverNegative ? 0 : rules.lowest },
    });
  }
}

/** What openings and closings do not say. */
const unsaid = { memo: '', ref: null, reverses: null, closes: null, lines: null, monthday: null };

function accountOf(kept: Kept, id: string): Account {
  const account = kept.accounts.get(id);
  if (!account) throw new Error(`the book ${kept.past.name} has no account ${id}`);
  return account;
}

function keepClosing(
  tx: Tx,
  kept: Kept,
  { closes: month, at: when, by }: { closes: Month; at: string; by: Person },
): void {
  const { areaId, id: bookId } = kept.past;
  refuseIf(rules.whyNotClosed(month, kept.closedThrough, new Date(when)));
  const at = new Date(when).toISOString();
  const closed = kept.open.filter((one) => one.month === month).flatMap(({ lines }) => lines);
  kept.open = kept.open.filter((one) => one.month !== month);
  const sums = [...kept.accounts.values()].map(({ id, code, name }) => {
    const amounts = closed.filter(({ accountId }) => accountId === id).map(({ amount }) => amount);
    const debit = amounts.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0);
    const credit = -amounts.filter((amount) => amount < 0).reduce((sum, amount) => sum + amount, 0);
    const balance = (kept.sums.get(id)?.balance ?? 0) + debit - credit;
    kept.sums.set(id, { debit, credit, balance });
    return { accountId: id, code, name, debit, credit: credit || 0, balance };
  });
  const key = rules.closingKey(month);
  const link = chained(kept, rules.closingText({ at, bookId, key, month }, sums));
  kept.closedThrough = month;
  store.appendEntry(tx, { ...unsaid, ...link, areaId, bookId, key, month, at, closes: month });
  store.appendClosing(tx, {
    areaId,
    bookId,
    month,
    seq: link.seq,
    follows: link.closedThrough,
    byId: by.id,
    byName: by.name,
  });
  for (const sum of sums) store.appendClosingLine(tx, { areaId, bookId, month, ...sum });
}
