import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const fundHandovers = pgTable(
  'fund_handovers',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    fundId: uuid('fund_id').notNull(),
    state: text('state').notNull().default('open'),
    reason: text('reason').notNull(),
    outgoingId: text('outgoing_id').notNull(),
    outgoingName: text('outgoing_name').notNull(),
    incomingId: text('incoming_id').notNull(),
    incomingName: text('incoming_name').notNull(),
    counted: text('counted').notNull(),
    hash: text('hash').notNull(),
    countedAt: moment('counted_at').notNull(),
    begunBy: text('begun_by').notNull(),
    begunName: text('begun_name').notNull(),
    begunAt: moment('begun_at').notNull(),
    outgoingAt: moment('outgoing_at'),
    outgoingNote: text('outgoing_note').notNull().default(''),
    incomingAt: moment('incoming_at'),
    incomingNote: text('incoming_note').notNull().default(''),
    endedAt: moment('ended_at'),
  },
  (table) => [primaryKey({ name: 'fund_handovers_pkey', columns: [table.areaId, table.id] })],
);

export type HandoverRow = typeof fundHandovers.$inferSelect;
