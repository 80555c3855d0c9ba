import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const assessmentHistory = pgTable(
  'assessment_history',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    standard: text('standard').notNull(),
    item: text('item').notNull(),
    year: integer('year').notNull(),
    kind: text('kind').notNull(),
    verdict: text('verdict'),
    words: text('words').notNull().default(''),
    link: text('link'),
    pictures: uuid('pictures').array().notNull().default([]),
    withdraws: uuid('withdraws'),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
  },
  (table) => [primaryKey({ name: 'assessment_history_pkey', columns: [table.areaId, table.id] })],
);

export type AssessmentRow = typeof assessmentHistory.$inferSelect;
