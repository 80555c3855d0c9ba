import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const activities = pgTable(
  'activities',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    kind: text('kind').notNull(),
    place: text('place').notNull(),
    buildingId: uuid('building_id'),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    host: text('host').notNull(),
    picture: text('picture'),
    seats: integer('seats'),
    enrolled: integer('enrolled').notNull().default(0),
    publishedAt: moment('published_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ name: 'activities_pkey', columns: [table.areaId, table.id] })],
);

export const enrolments = pgTable(
  'enrolments',
  {
    areaId: uuid('area_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    userId: text('user_id').notNull(),
    enrolledAt: moment('enrolled_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'enrolments_pkey', columns: [table.areaId, table.activityId, table.userId] }),
    foreignKey({
      name: 'enrolments_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export type ActivityRow = typeof activities.$inferSelect;
