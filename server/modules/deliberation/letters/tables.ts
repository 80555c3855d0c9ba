import { boolean, foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const letters = pgTable(
  'letters',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    signed: text('signed').notNull(),
    buildingIds: uuid('building_ids').array().notNull().default([]),
    state: text('state').notNull(),
    writtenBy: text('written_by').notNull(),
    writtenAt: moment('written_at').notNull(),
    sentBy: text('sent_by'),
    sentAt: moment('sent_at'),
  },
  (table) => [primaryKey({ name: 'letters_pkey', columns: [table.areaId, table.id] })],
);

export const letterReaches = pgTable(
  'letter_reaches',
  {
    areaId: uuid('area_id').notNull(),
    letterId: uuid('letter_id').notNull(),
    householdId: uuid('household_id').notNull(),
    way: text('way').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'letter_reaches_pkey', columns: [table.areaId, table.letterId, table.householdId] }),
    foreignKey({
      name: 'letter_reaches_letter_fkey',
      columns: [table.areaId, table.letterId],
      foreignColumns: [letters.areaId, letters.id],
    }),
  ],
);

export const letterQuestions = pgTable(
  'letter_questions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    letterId: uuid('letter_id').notNull(),
    question: text('question').notNull(),
    askedBy: text('asked_by').notNull(),
    asker: text('asker').notNull(),
    askedAt: moment('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: moment('answered_at'),
    published: boolean('published').notNull().default(false),
  },
  (table) => [
    primaryKey({ name: 'letter_questions_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'letter_questions_letter_fkey',
      columns: [table.areaId, table.letterId],
      foreignColumns: [letters.areaId, letters.id],
    }),
  ],
);

export type LetterRow = typeof letters.$inferSelect;
export type ReachRow = typeof letterReaches.$inferSelect;
export type QuestionRow = typeof letterQuestions.$inferSelect;
