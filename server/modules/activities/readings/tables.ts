import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const readings = pgTable(
  'readings',
  {
    areaId: uuid('area_id').notNull(),
    userId: text('user_id').notNull(),
    day: date('day').notNull(),
    family: text('family').notNull(),
    book: text('book').notNull(),
    words: text('words').notNull().default(''),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ name: 'readings_pkey', columns: [table.areaId, table.userId, table.day] })],
);

export type ReadingRow = typeof readings.$inferSelect;
