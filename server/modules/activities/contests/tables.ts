import { foreignKey, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { activities } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const contests = pgTable(
  'contests',
  {
    areaId: uuid('area_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    criteria: jsonb('criteria').$type<{ name: string; points: number }[]>().notNull(),
    bands: text('bands').array().notNull(),
    honours: text('honours').array().notNull(),
    entriesUntil: moment('entries_until').notNull(),
    jurors: jsonb('jurors').$type<{ id: string; name: string }[]>().notNull(),
    judgedAt: moment('judged_at'),
  },
  (table) => [
    primaryKey({ name: 'contests_pkey', columns: [table.areaId, table.activityId] }),
    foreignKey({
      name: 'contests_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export const contestEntries = pgTable(
  'contest_entries',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull().default(''),
    picture: text('picture'),
    band: text('band').notNull(),
    signed: text('signed').notNull(),
    userId: text('user_id').notNull(),
    honour: text('honour').notNull().default(''),
    handedInAt: moment('handed_in_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    primaryKey({ name: 'contest_entries_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'contest_entries_contest_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [contests.areaId, contests.activityId],
    }),
  ],
);

export const entryScores = pgTable(
  'entry_scores',
  {
    areaId: uuid('area_id').notNull(),
    entryId: uuid('entry_id').notNull(),
    jurorId: text('juror_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    points: integer('points').array().notNull(),
    total: integer('total').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'entry_scores_pkey', columns: [table.areaId, table.entryId, table.jurorId] }),
    foreignKey({
      name: 'entry_scores_entry_fkey',
      columns: [table.areaId, table.entryId],
      foreignColumns: [contestEntries.areaId, contestEntries.id],
    }),
  ],
);

export type ContestRow = typeof contests.$inferSelect;
export type EntryRow = typeof contestEntries.$inferSelect;
