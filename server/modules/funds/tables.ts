import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const fen = (name: string) => bigint(name, { mode: 'number' });

export const funds = pgTable(
  'funds',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    word: text('word').notNull(),
    estateId: uuid('estate_id'),
    bookId: uuid('book_id').notNull(),
    name: text('name').notNull(),
    bankName: text('bank_name').notNull().default(''),
    bankTail: text('bank_tail').notNull().default(''),
    openedOn: date('opened_on').notNull(),
    hotline: text('hotline').notNull().default(''),
    opinionBox: text('opinion_box').notNull().default(''),
    state: text('state').notNull().default('open'),
    heldThrough: integer('held_through'),
  },
  (table) => [primaryKey({ name: 'funds_pkey', columns: [table.areaId, table.id] })],
);

export const vouchers = pgTable(
  'vouchers',
  {
    areaId: uuid('area_id').notNull(),
    fundId: uuid('fund_id').notNull(),
    id: uuid('id').notNull(),
    bookId: uuid('book_id').notNull(),
    kind: text('kind').notNull(),
    way: text('way').notNull(),
    receiptNo: text('receipt_no').notNull().default(''),
    day: date('day').notNull(),
    month: integer('month').notNull(),
    amount: fen('amount').notNull(),
    bankAmount: fen('bank_amount').notNull(),
    accountId: uuid('account_id').notNull(),
    party: text('party').notNull().default(''),
    payeeUserId: text('payee_user_id'),
    relatedIds: text('related_ids').array().notNull().default([]),
    relatedNote: text('related_note').notNull().default(''),
    memo: text('memo').notNull(),
    shown: jsonb('shown').$type<{ label: string; lines: string[] }[]>().notNull().default([]),
    split: jsonb('split').$type<Record<string, number>>(),
    matterId: uuid('matter_id'),
    step: text('step'),
    state: text('state').notNull(),
    version: integer('version').notNull().default(1),
    madeAt: moment('made_at').notNull(),
    draftedBy: text('drafted_by'),
    draftedName: text('drafted_name'),
    draftedAt: moment('drafted_at'),
    approvedBy: text('approved_by'),
    approvedName: text('approved_name'),
    approvedAt: moment('approved_at'),
    refusedBy: text('refused_by'),
    refusedName: text('refused_name'),
    refusedAt: moment('refused_at'),
    refusedReason: text('refused_reason').notNull().default(''),
    serial: integer('serial'),
    number: text('number'),
    entrySeq: integer('entry_seq'),
    reversalSeq: integer('reversal_seq'),
    corrects: uuid('corrects'),
  },
  (table) => [primaryKey({ name: 'vouchers_pkey', columns: [table.areaId, table.fundId, table.id] })],
);

export const voucherFiles = pgTable(
  'voucher_files',
  {
    areaId: uuid('area_id').notNull(),
    fundId: uuid('fund_id').notNull(),
    voucherId: uuid('voucher_id').notNull(),
    fileId: uuid('file_id').notNull(),
    sha256: text('sha256').notNull(),
    live: boolean('live').notNull().default(true),
  },
  (table) => [
    primaryKey({
      name: 'voucher_files_pkey',
      columns: [table.areaId, table.fundId, table.voucherId, table.fileId],
    }),
  ],
);

export const bankLines = pgTable(
  'bank_lines',
  {
    areaId: uuid('area_id').notNull(),
    fundId: uuid('fund_id').notNull(),
    id: uuid('id').notNull(),
    place: integer('place').notNull(),
    day: date('day').notNull(),
    serial: text('serial').notNull(),
    amount: fen('amount').notNull(),
    balance: fen('balance').notNull(),
    party: text('party').notNull().default(''),
    memo: text('memo').notNull().default(''),
    statementHash: text('statement_hash').notNull(),
    importedAt: moment('imported_at').notNull(),
    voucherId: uuid('voucher_id'),
    matchedBy: text('matched_by'),
    matchedName: text('matched_name'),
    matchedAt: moment('matched_at'),
  },
  (table) => [primaryKey({ name: 'bank_lines_pkey', columns: [table.areaId, table.fundId, table.id] })],
);

export type FundRow = typeof funds.$inferSelect;
export type VoucherRow = typeof vouchers.$inferSelect;
export type VoucherFileRow = typeof voucherFiles.$inferSelect;
export type BankLineRow = typeof bankLines.$inferSelect;
