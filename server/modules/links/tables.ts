import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const links = pgTable(
  'links',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    fromKind: text('from_kind').notNull(),
    fromId: uuid('from_id').notNull(),
    toKind: text('to_kind').notNull(),
    toId: uuid('to_id').notNull(),
    nth: integer('nth').notNull(),
    why: text('why').notNull().default(''),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [primaryKey({ name: 'links_pkey', columns: [table.areaId, table.id] })],
);

export const linkEnds = pgTable(
  'link_ends',
  {
    areaId: uuid('area_id').notNull(),
    linkId: uuid('link_id').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [
    primaryKey({ name: 'link_ends_pkey', columns: [table.areaId, table.linkId] }),
    foreignKey({
      name: 'link_ends_link_fkey',
      columns: [table.areaId, table.linkId],
      foreignColumns: [links.areaId, links.id],
    }),
  ],
);

export type LinkRow = typeof links.$inferSelect;
