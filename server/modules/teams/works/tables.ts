import { boolean, date, foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { teams } from '../tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const works = pgTable(
  'works',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    authorsSealed: text('authors_sealed').notNull(),
    shown: boolean('shown').notNull(),
    teamId: uuid('team_id'),
    theme: text('theme').notNull().default(''),
    body: text('body').notNull().default(''),
    picture: text('picture'),
    images: uuid('images').array().notNull().default([]),
    media: text('media'),
    topic: text('topic').notNull().default(''),
    topicNumber: text('topic_number'),
    heritage: text('heritage').notNull().default(''),
    madeOn: day('made_on'),
    state: text('state').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    submittedBy: text('submitted_by').notNull(),
    decidedAt: moment('decided_at'),
    decidedBy: text('decided_by'),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ name: 'works_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'works_team_fkey',
      columns: [table.areaId, table.teamId],
      foreignColumns: [teams.areaId, teams.id],
    }),
  ],
);

export const workPerformances = pgTable(
  'work_performances',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    workId: uuid('work_id').notNull(),
    performedOn: day('performed_on').notNull(),
    place: text('place').notNull(),
    audience: integer('audience'),
    activityId: uuid('activity_id'),
  },
  (table) => [
    primaryKey({ name: 'work_performances_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'work_performances_work_fkey',
      columns: [table.areaId, table.workId],
      foreignColumns: [works.areaId, works.id],
    }),
  ],
);

export type WorkRow = typeof works.$inferSelect;
export type PerformanceRow = typeof workPerformances.$inferSelect;
