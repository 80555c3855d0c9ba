import { foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { topics } from '../topics/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const topicVoices = pgTable(
  'topic_voices',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    topicId: uuid('topic_id').notNull(),
    kind: text('kind').notNull(),
    body: text('body').notNull(),
    saidBy: text('said_by').notNull(),
    speaker: text('speaker').notNull(),
    saidAt: moment('said_at').notNull(),
    state: text('state').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason'),
    reply: text('reply'),
    repliedBy: text('replied_by'),
    repliedAt: moment('replied_at'),
  },
  (table) => [
    primaryKey({ name: 'topic_voices_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'topic_voices_topic_fkey',
      columns: [table.areaId, table.topicId],
      foreignColumns: [topics.areaId, topics.id],
    }),
  ],
);

export const topicReports = pgTable(
  'topic_reports',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    topicId: uuid('topic_id').notNull(),
    voiceId: uuid('voice_id'),
    reason: text('reason').notNull(),
    reportedBy: text('reported_by').notNull(),
    reportedAt: moment('reported_at').notNull(),
    state: text('state').notNull().default('open'),
    handledBy: text('handled_by'),
    handledAt: moment('handled_at'),
  },
  (table) => [
    primaryKey({ name: 'topic_reports_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'topic_reports_topic_fkey',
      columns: [table.areaId, table.topicId],
      foreignColumns: [topics.areaId, topics.id],
    }),
    foreignKey({
      name: 'topic_reports_voice_fkey',
      columns: [table.areaId, table.voiceId],
      foreignColumns: [topicVoices.areaId, topicVoices.id],
    }),
  ],
);

export type VoiceRow = typeof topicVoices.$inferSelect;
export type ReportRow = typeof topicReports.$inferSelect;
