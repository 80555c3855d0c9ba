import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ShownLine } from './contract.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const publicities = pgTable(
  'publicities',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    matterId: uuid('matter_id'),
    step: text('step'),
    estateId: uuid('estate_id'),
    replaces: uuid('replaces'),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    shown: jsonb('shown').$type<ShownLine[]>().notNull().default([]),
    pictures: uuid('pictures').array().notNull().default([]),
    days: integer('days').notNull(),
    board: boolean('board').notNull(),
    state: text('state').notNull(),
    draftedBy: text('drafted_by').notNull(),
    draftedName: text('drafted_name').notNull(),
    draftedAt: moment('drafted_at').notNull(),
    checkedBy: text('checked_by'),
    checkedName: text('checked_name'),
    checkedAt: moment('checked_at'),
    approvedBy: text('approved_by'),
    approvedName: text('approved_name'),
    approvedAt: moment('approved_at'),
    returnedReason: text('returned_reason').notNull().default(''),
    postedAt: moment('posted_at'),
    closesAt: moment('closes_at'),
    openingHash: text('opening_hash'),
    endedAt: moment('ended_at'),
    closedAt: moment('closed_at'),
    closingHash: text('closing_hash'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
    objections: integer('objections').notNull().default(0),
    openObjections: integer('open_objections').notNull().default(0),
  },
  (table) => [primaryKey({ name: 'publicities_pkey', columns: [table.areaId, table.id] })],
);

export const publicityHistory = pgTable(
  'publicity_history',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    publicityId: uuid('publicity_id').notNull(),
    at: moment('at').notNull(),
    act: text('act').notNull(),
    text: text('text').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ name: 'publicity_history_pkey', columns: [table.areaId, table.id] })],
);

export const objections = pgTable(
  'objections',
  {
    areaId: uuid('area_id').notNull(),
    publicityId: uuid('publicity_id').notNull(),
    number: integer('number').notNull(),
    closesAt: moment('closes_at').notNull(),
    at: moment('at').notNull(),
    userId: text('user_id').notNull(),
    nameSealed: text('name_sealed').notNull(),
    wordsSealed: text('words_sealed').notNull(),
    pictures: uuid('pictures').array().notNull().default([]),
    answer: text('answer'),
    upheld: boolean('upheld'),
    answeredBy: text('answered_by'),
    answeredName: text('answered_name'),
    answeredAt: moment('answered_at'),
  },
  (table) => [primaryKey({ name: 'objections_pkey', columns: [table.areaId, table.publicityId, table.number] })],
);

export const publicityProofs = pgTable(
  'publicity_proofs',
  {
    areaId: uuid('area_id').notNull(),
    publicityId: uuid('publicity_id').notNull(),
    fileId: uuid('file_id').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [primaryKey({ name: 'publicity_proofs_pkey', columns: [table.areaId, table.publicityId, table.fileId] })],
);

export type PublicityRow = typeof publicities.$inferSelect;
export type ObjectionRow = typeof objections.$inferSelect;
export type SnapshotRow = typeof publicityHistory.$inferSelect;
export type ProofRow = typeof publicityProofs.$inferSelect;
