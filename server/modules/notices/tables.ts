import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const notices = pgTable(
  'notices',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    kind: text('kind').notNull(),
    icon: text('icon').notNull().default('megaphone'),
    affects: text('affects').notNull().default(''),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    publishedAt: moment('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ name: 'notices_pkey', columns: [table.areaId, table.id] })],
);

export type NoticeRow = typeof notices.$inferSelect;
