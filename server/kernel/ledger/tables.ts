import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AccountKind, Unit } from './contract.ts';

const amount = (name: string) => bigint(name, { mode: 'number' });

export const books = pgTable(
  'books',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    unit: text('unit').$type<Unit>().notNull(),
    name: text('name').notNull(),
    openedMonth: integer('opened_month').notNull(),
    opensAfter: integer('opens_after').notNull(),
  },
  (table) => [primaryKey({ name: 'books_pkey', columns: [table.areaId, table.id] })],
);

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    areaId: uuid('area_id').notNull(),
    bookId: uuid('book_id').notNull(),
    id: uuid('id').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<AccountKind>().notNull(),
    begins: amount('begins').notNull().default(0),
    floor: amount('floor').notNull(),
  },
  (table) => [primaryKey({ name: 'ledger_accounts_pkey', columns: [table.areaId, table.bookId, table.id] })],
);

export const entries = pgTable(
  'entries',
  {
    areaId: uuid('area_id').notNull(),
    bookId: uuid('book_id').notNull(),
    seq: integer('seq').notNull(),
    key: text('key').notNull(),
    month: integer('month').notNull(),
    monthday: integer('monthday'),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
    memo: text('memo').notNull(),
    ref: text('ref'),
    reverses: integer('reverses'),
    closes: integer('closes'),
    lines: integer('lines'),
    previousHash: text('previous_hash').notNull(),
    contentHash: text('content_hash').notNull(),
    hash: text('hash').notNull(),
    closedThrough: integer('closed_through').notNull(),
    closedAfter: integer('closed_after'),
    previous: integer('previous'),
    opensAfter: integer('opens_after'),
    total: amount('total'),
  },
  (table) => [primaryKey({ name: 'entries_pkey', columns: [table.areaId, table.bookId, table.seq] })],
);

export const postings = pgTable(
  'postings',
  {
    areaId: uuid('area_id').notNull(),
    bookId: uuid('book_id').notNull(),
    seq: integer('seq').notNull(),
    line: integer('line').notNull(),
    month: integer('month').notNull(),
    accountId: uuid('account_id').notNull(),
    before: amount('before').notNull(),
    after: amount('after').notNull(),
    nth: integer('nth').notNull(),
    stood: amount('stood').notNull(),
    stands: amount('stands').notNull(),
    floor: amount('floor').notNull(),
    opensSeq: integer('opens_seq'),
    previous: integer('previous'),
    opensAccountId: uuid('opens_account_id'),
    earlier: integer('earlier'),
  },
  (table) => [primaryKey({ name: 'postings_pkey', columns: [table.areaId, table.bookId, table.seq, table.line] })],
);

export const closings = pgTable(
  'closings',
  {
    areaId: uuid('area_id').notNull(),
    bookId: uuid('book_id').notNull(),
    month: integer('month').notNull(),
    seq: integer('seq').notNull(),
    follows: integer('follows').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [primaryKey({ name: 'closings_pkey', columns: [table.areaId, table.bookId, table.month] })],
);

export const closingLines = pgTable(
  'closing_lines',
  {
    areaId: uuid('area_id').notNull(),
    bookId: uuid('book_id').notNull(),
    month: integer('month').notNull(),
    accountId: uuid('account_id').notNull(),
    debit: amount('debit').notNull(),
    credit: amount('credit').notNull(),
    balance: amount('balance').notNull(),
  },
  (table) => [
    primaryKey({ name: 'closing_lines_pkey', columns: [table.areaId, table.bookId, table.month, table.accountId] }),
  ],
);
