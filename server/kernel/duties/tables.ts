import { date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const dutyRecords = pgTable(
  'duty_records',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    roundId: uuid('round_id').notNull(),
    dutySet: text('duty_set').notNull(),
    duty: text('duty').notNull(),
    definitionHash: text('definition_hash').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    subjectLabel: text('subject_label').notNull(),
    period: date('period').notNull(),
    at: moment('at').notNull(),
    receivedAt: moment('received_at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    standsFor: text('stands_for'),
    form: jsonb('form').notNull().default({}),
    matter: text('matter'),
  },
  (table) => [primaryKey({ name: 'duty_records_pkey', columns: [table.areaId, table.id] })],
);
