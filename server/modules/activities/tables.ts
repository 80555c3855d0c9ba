import { boolean, numeric, foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const degrees = (name: string) => numeric(name, { precision: 9, scale: 6, mode: 'number' });

export const activitySeries = pgTable(
  'activity_series',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    theme: text('theme').notNull().default(''),
    story: text('story').notNull().default(''),
    picture: text('picture'),
  },
  (table) => [primaryKey({ name: 'activity_series_pkey', columns: [table.areaId, table.id] })],
);

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
    publishedAt: moment('published_at'),
    withdrawnAt: moment('withdrawn_at'),
    state: text('state').notNull().default('published'),
    seriesId: uuid('series_id'),
    edition: text('edition').notNull().default(''),
    venueId: uuid('venue_id'),
    teamId: uuid('team_id'),
    lng: degrees('lng'),
    lat: degrees('lat'),
    themes: text('themes').array().notNull().default([]),
    audiences: text('audiences').array().notNull().default([]),
    large: boolean('large').notNull().default(false),
    broad: boolean('broad').notNull().default(false),
    minAge: integer('min_age'),
    maxAge: integer('max_age'),
    organisers: text('organisers').array().notNull().default([]),
    waiting: integer('waiting').notNull().default(0),
    turns: integer('turns').notNull().default(0),
    createdBy: text('created_by').notNull().default('system'),
    officer: text('officer').notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 'activities_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'activities_series_fkey',
      columns: [table.areaId, table.seriesId],
      foreignColumns: [activitySeries.areaId, activitySeries.id],
    }),
  ],
);

export const activitySessions = pgTable(
  'activity_sessions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    position: integer('position').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    place: text('place').notNull(),
    venueId: uuid('venue_id'),
    bookingId: uuid('booking_id'),
    lng: degrees('lng'),
    lat: degrees('lat'),
    withdrawnAt: moment('withdrawn_at'),
    headcount: integer('headcount'),
  },
  (table) => [
    primaryKey({ name: 'activity_sessions_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'activity_sessions_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export const enrolments = pgTable(
  'enrolments',
  {
    areaId: uuid('area_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    attendee: text('attendee').notNull(),
    userId: text('user_id').notNull(),
    enrolledAt: moment('enrolled_at').notNull(),
    state: text('state').notNull().default('enrolled'),
    turn: integer('turn').notNull().default(0),
    ageToCheck: boolean('age_to_check').notNull().default(false),
    cancelledAt: moment('cancelled_at'),
  },
  (table) => [
    primaryKey({ name: 'enrolments_pkey', columns: [table.areaId, table.activityId, table.attendee] }),
    foreignKey({
      name: 'enrolments_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export const attendances = pgTable(
  'attendances',
  {
    areaId: uuid('area_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    attendee: text('attendee').notNull(),
    activityId: uuid('activity_id').notNull(),
    at: moment('at').notNull(),
    way: text('way').notNull(),
    byId: text('by_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'attendances_pkey', columns: [table.areaId, table.sessionId, table.attendee] }),
    foreignKey({
      name: 'attendances_session_fkey',
      columns: [table.areaId, table.sessionId],
      foreignColumns: [activitySessions.areaId, activitySessions.id],
    }),
  ],
);

export const activityRatings = pgTable(
  'activity_ratings',
  {
    areaId: uuid('area_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    userId: text('user_id').notNull(),
    stars: integer('stars').notNull(),
    words: text('words').notNull().default(''),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'activity_ratings_pkey', columns: [table.areaId, table.activityId, table.userId] }),
    foreignKey({
      name: 'activity_ratings_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export const activityDecisions = pgTable(
  'activity_decisions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    activityId: uuid('activity_id').notNull(),
    act: text('act').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    reason: text('reason').notNull().default(''),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'activity_decisions_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'activity_decisions_activity_fkey',
      columns: [table.areaId, table.activityId],
      foreignColumns: [activities.areaId, activities.id],
    }),
  ],
);

export type ActivityRow = typeof activities.$inferSelect;
export type SessionRow = typeof activitySessions.$inferSelect;
export type EnrolmentRow = typeof enrolments.$inferSelect;
export type SeriesRow = typeof activitySeries.$inferSelect;
