import { pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const apiKeys = pgTable(
  'api_keys',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    hash: text('hash').notNull(),
    scope: text('scope').notNull(),
    can: text('can').array().notNull().default([]),
    name: text('name').notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [
    primaryKey({ name: 'api_keys_pkey', columns: [table.areaId, table.id] }),
    unique('api_keys_hash_key').on(table.areaId, table.hash),
  ],
);

export type ApiKeyRecord = typeof apiKeys.$inferSelect;
