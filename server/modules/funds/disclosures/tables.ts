import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const fen = (name: string) => bigint(name, { mode: 'number' });

export const disclosures = pgTable(
  'disclosures',
  {
    areaId: uuid('area_id').notNull(),
    fundId: uuid('fund_id').notNull(),
    month: integer('month').notNull(),
    bookId: uuid('book_id').notNull(),
    state: text('state').notNull(),
    statement: text('statement').notNull(),
    hash: text('hash').notNull(),
    opening: fen('opening').notNull(),
    income: fen('income').notNull(),
    expense: fen('expense').notNull(),
    other: fen('other').notNull(),
    closing: fen('closing').notNull(),
    draftedBy: text('drafted_by').notNull(),
    draftedName: text('drafted_name').notNull(),
    draftedAt: moment('drafted_at').notNull(),
    checkedBy: text('checked_by'),
    checkedName: text('checked_name'),
    checkedAt: moment('checked_at'),
    checkedNote: text('checked_note').notNull().default(''),
    approvedBy: text('approved_by'),
    approvedName: text('approved_name'),
    publishedAt: moment('published_at'),
    returnedReason: text('returned_reason').notNull().default(''),
    returnedName: text('returned_name').notNull().default(''),
    publishedMonth: integer('published_month'),
  },
  (table) => [primaryKey({ name: 'disclosures_pkey', columns: [table.areaId, table.fundId, table.month] })],
);

export const disclosurePublications = pgTable(
  'disclosure_publications',
  {
    areaId: uuid('area_id').notNull(),
    fundId: uuid('fund_id').notNull(),
    month: integer('month').notNull(),
    bookId: uuid('book_id').notNull(),
    state: text('state').notNull(),
    hash: text('hash').notNull(),
    draftedBy: text('drafted_by').notNull(),
    draftedName: text('drafted_name').notNull(),
    checkedBy: text('checked_by').notNull(),
    checkedName: text('checked_name').notNull(),
    checkedNote: text('checked_note').notNull(),
    approvedBy: text('approved_by').notNull(),
    approvedName: text('approved_name').notNull(),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [primaryKey({ name: 'disclosure_publications_pkey', columns: [table.areaId, table.fundId, table.month] })],
);

export type DisclosureRow = typeof disclosures.$inferSelect;
