import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const fundQuestions = pgTable(
  'fund_questions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    fundId: uuid('fund_id').notNull(),
    bookId: uuid('book_id').notNull(),
    seq: integer('seq').notNull(),
    words: text('words').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAs: text('asked_as').notNull(),
    askedAt: moment('asked_at').notNull(),
    state: text('state').notNull().default('waiting'),
    reason: text('reason').notNull().default(''),
    moderatedBy: text('moderated_by'),
    moderatedName: text('moderated_name'),
    moderatedAt: moment('moderated_at'),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredName: text('answered_name'),
    answeredAt: moment('answered_at'),
  },
  (table) => [primaryKey({ name: 'fund_questions_pkey', columns: [table.areaId, table.id] })],
);

export type QuestionRow = typeof fundQuestions.$inferSelect;
