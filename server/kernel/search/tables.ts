import { customType, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const searchEntries = pgTable(
  'search_entries',
  {
    areaId: uuid('area_id').notNull(),
    kind: text('kind').notNull(),
    id: uuid('id').notNull(),
    audience: text('audience').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
    words: tsvector('words').notNull(),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.kind, table.id, table.audience] })],
);
