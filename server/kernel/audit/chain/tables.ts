import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

export const auditChain = pgTable(
  'audit_chain',
  {
    areaId: uuid('area_id').notNull(),
    n: integer('n').notNull(),
    previous: integer('previous'),
    auditId: uuid('audit_id').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.n] })],
);
export type LinkRow = typeof auditChain.$inferSelect;
