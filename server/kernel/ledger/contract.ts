/** Ledger 账簿: books of accounts in which every entry adds up to zero. Amounts are whole fen or points, debit positive. */

export type Unit = 'fen' | 'points';

/** What a book is: a balance of assets and expenses is positive, of income, equity and liabilities negative. */
export type AccountKind = 'asset' | 'income' | 'expense' | 'equity' | 'liability';

/** 202606 is June 2026. */
export type Month = number;

export type WhichBook = { areaId: string; bookId: string };

export type NewBook = { areaId: string; id: string; unit: Unit; name: string; openedMonth: Month };
export type NewAccount = WhichBook & {
  id: string;
  /** Letters, digits, dots and hyphens: 1002, 6001.02. */
  code: string;
  name: string;
  kind: AccountKind;
  neverNegative: boolean;
};

/** A book as it stands: how many links its chain has after the opening, entries and closings, and the hash of the last. */
export type Book = NewBook & { entries: number; head: string; closedThrough: Month };
/** `postings`: how many lines have moved it. */
export type Account = Omit<NewAccount, 'areaId'> & { balance: number; postings: number };

/** One line as it is asked for, and as it stands in an entry. */
export type Amount = { accountId: string; amount: number };
export type Line = Amount & { line: number; code: string; name: string };

/**
 * What is asked to be posted. `key` names the occasion, such as `voucher:0197…`: what is posted under a key once is not posted
 * again. `day` is the day of the deed, `YYYY-MM-DD`; its month must be open. `ref` names the paper, such as a voucher's number.
 */
export type NewEntry = WhichBook & {
  key: string;
  day: string;
  memo: string;
  ref: string | null;
  lines: readonly Amount[];
};

/** Whoever closes a month. */
export type Person = { id: string; name: string };

/**
 * A link of the chain of a book: its opening (`seq` 0), an entry, or the closing of a month (`closes`); only entries have lines.
 * `hash` is the SHA-256 of `previousHash`, a line break, `seq`, a line break and `contentHash`, all as text; `previousHash` of the
 * opening is 64 zeros.
 */
export type Link = {
  kind: 'opening' | 'entry' | 'closing';
  seq: number;
  closes: Month | null;
  previousHash: string;
  contentHash: string;
  hash: string;
};

/** `closedThrough`: the last closed month when it was posted. `lines` stand debits first. */
export type Entry = Link & {
  key: string;
  day: string;
  month: Month;
  at: string;
  memo: string;
  ref: string | null;
  reverses: number | null;
  /** The entry that takes this one back. */
  reversedBy: number | null;
  closedThrough: Month;
  lines: Line[];
};

/** A closed month: the link of the chain that says so, and what each account did in it and stood at after it. */
export type Closing = {
  month: Month;
  seq: number;
  at: string;
  by: Person;
  previousHash: string;
  contentHash: string;
  hash: string;
  sums: { accountId: string; code: string; name: string; debit: number; credit: number; balance: number }[];
};

/** What an account stood at before a stretch of months, did in it, and stood at after it. `credit` is positive. */
export type AccountSum = {
  accountId: string;
  code: string;
  name: string;
  kind: AccountKind;
  opening: number;
  debit: number;
  credit: number;
  closing: number;
};

/** The place of an entry in a list by months, the newest first. */
export type EntryPlace = { month: Month; seq: number };
export type EntriesWanted = WhichBook & {
  from: Month;
  to: Month;
  /** Only entries with a line of this account. */
  accountId?: string | undefined;
  after?: EntryPlace | null | undefined;
  limit: number;
};

/** The share of an amount that goes somewhere, in basis points: 1000 is 10%. */
export type Share = { rate: number; to: string };
export type Split = { parts: { to: string; amount: number }[]; rest: number };

/** What may never be, found all the same. */
export type Fault = {
  kind: 'unbalanced' | 'balance' | 'chain' | 'closed-month' | 'content' | 'closing' | 'reversal';
  bookId: string;
  seq: number | null;
  accountId: string | null;
};
