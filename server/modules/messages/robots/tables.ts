import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const robots = pgTable(
  'robots',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    host: text('host').notNull(),
    addressSealed: text('address_sealed').notNull(),
    secretSealed: text('secret_sealed'),
    tells: text('tells').array().notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
    sentAt: moment('sent_at'),
    failedAt: moment('failed_at'),
    failure: text('failure'),
  },
  (table) => [primaryKey({ name: 'robots_pkey', columns: [table.areaId, table.id] })],
);

export type RobotRecord = typeof robots.$inferSelect;
