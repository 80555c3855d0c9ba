import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const registerRecords = pgTable(
  'register_records',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    register: text('register').notNull(),
    definitionHash: text('definition_hash').notNull(),
    subject: text('subject'),
    label: text('label').notNull(),
    nameIndex: text('name_index'),
    uniqueIndex: text('unique_index'),
    state: text('state'),
    stateSince: moment('state_since').notNull(),
    form: jsonb('form').notNull().default({}),
    sealed: jsonb('sealed').notNull().default({}),
    words: text('words').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    closedAt: moment('closed_at'),
  },
  (table) => [primaryKey({ name: 'register_records_pkey', columns: [table.areaId, table.id] })],
);

export const registerHistory = pgTable(
  'register_history',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    recordId: uuid('record_id').notNull(),
    seq: integer('seq').notNull(),
    at: moment('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    kind: text('kind').notNull(),
    label: text('label').notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    form: jsonb('form').notNull().default({}),
    sealed: jsonb('sealed').notNull().default({}),
    reason: text('reason'),
  },
  (table) => [primaryKey({ name: 'register_history_pkey', columns: [table.areaId, table.id] })],
);
