import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { activities } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const stalls = pgTable(
  'stalls',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    name: text('name').notNull(),
    service: text('service').notNull(),
    keeper: text('keeper').notNull(),
    userId: text('user_id'),
    words: text('words').notNull().default(''),
    state: text('state').notNull(),
    reason: text('reason').notNull().default(''),
    position: integer('position'),
    served: integer('served'),
    askedAt: moment('asked_at').notNull(),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    primaryKey({ name: 'stalls_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'stalls_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export type StallRow = typeof stalls.$inferSelect;
