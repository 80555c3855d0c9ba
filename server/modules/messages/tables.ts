import { boolean, pgSchema, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const messages = pgTable(
  'messages',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    link: text('link'),
    subject: text('subject'),
    urgent: boolean('urgent').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
    smsAt: moment('sms_at'),
    smsState: text('sms_state'),
  },
  (table) => [primaryKey({ name: 'messages_pkey', columns: [table.areaId, table.id] })],
);

export const userAreas = pgSchema('auth').table(
  'user_areas',
  { userId: text('user_id').notNull(), areaId: uuid('area_id').notNull() },
  (table) => [primaryKey({ name: 'user_areas_pkey', columns: [table.userId, table.areaId] })],
);

export type MessageRow = typeof messages.$inferSelect;
