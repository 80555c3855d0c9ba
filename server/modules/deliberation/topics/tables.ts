import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const topics = pgTable(
  'topics',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    why: text('why').notNull(),
    scope: text('scope').notNull(),
    placeId: uuid('place_id'),
    picture: text('picture'),
    images: uuid('images').array().notNull().default([]),
    proposedBy: text('proposed_by').notNull(),
    proposer: text('proposer').notNull(),
    proposedAt: moment('proposed_at').notNull(),
    state: text('state').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason'),
    mergedInto: uuid('merged_into'),
    askedAt: moment('asked_at'),
    answerDueAt: moment('answer_due_at'),
    answer: text('answer'),
    answeredAt: moment('answered_at'),
    answeredBy: text('answered_by'),
    matterId: uuid('matter_id'),
    matterNumber: text('matter_number'),
    begunAt: moment('begun_at'),
    result: text('result'),
    closedAt: moment('closed_at'),
  },
  (table) => [
    primaryKey({ name: 'topics_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'topics_merged_fkey',
      columns: [table.areaId, table.mergedInto],
      foreignColumns: [table.areaId, table.id],
    }),
  ],
);

export const topicSupports = pgTable(
  'topic_supports',
  {
    areaId: uuid('area_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    userId: text('user_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'topic_supports_pkey', columns: [table.areaId, table.topicId, table.userId] }),
    foreignKey({
      name: 'topic_supports_topic_fkey',
      columns: [table.areaId, table.topicId],
      foreignColumns: [topics.areaId, topics.id],
    }),
  ],
);

export const topicFollows = pgTable(
  'topic_follows',
  {
    areaId: uuid('area_id').notNull(),
    topicId: uuid('topic_id').notNull(),
    userId: text('user_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'topic_follows_pkey', columns: [table.areaId, table.topicId, table.userId] }),
    foreignKey({
      name: 'topic_follows_topic_fkey',
      columns: [table.areaId, table.topicId],
      foreignColumns: [topics.areaId, topics.id],
    }),
  ],
);

export const topicSettings = pgTable(
  'topic_settings',
  {
    areaId: uuid('area_id').notNull(),
    supports: integer('supports').notNull(),
    answerDays: integer('answer_days').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [primaryKey({ name: 'topic_settings_pkey', columns: [table.areaId] })],
);

export type TopicRow = typeof topics.$inferSelect;
export type SettingsRow = typeof topicSettings.$inferSelect;
