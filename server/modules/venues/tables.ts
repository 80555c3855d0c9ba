import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BookingRules } from './contract.ts';

const degrees = (name: string) => numeric(name, { precision: 9, scale: 6, mode: 'number' });

export const venues = pgTable(
  'venues',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    parentId: uuid('parent_id'),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    indoor: boolean('indoor').notNull(),
    sizeTenths: integer('size_tenths'),
    place: text('place').notNull().default(''),
    buildingId: uuid('building_id'),
    lng: degrees('lng'),
    lat: degrees('lat'),
    ownerKind: text('owner_kind').notNull().default('community').$type<'community' | 'unit'>(),
    ownerName: text('owner_name').notNull().default(''),
    ownerTerms: text('owner_terms').notNull().default(''),
    operator: text('operator').notNull().default(''),
    free: boolean('free').notNull().default(true),
    functions: text('functions').array().notNull().default([]),
    capacity: integer('capacity'),
    story: text('story').notNull().default(''),
    picture: text('picture').notNull(),
    usedBefore: text('used_before').notNull().default(''),
    pictureBefore: text('picture_before'),
    sizeBeforeTenths: integer('size_before_tenths'),
    bookable: boolean('bookable').notNull().default(false),
    rules: jsonb('rules').$type<BookingRules>(),
    closedOn: date('closed_on', { mode: 'string' }),
    closedWhy: text('closed_why').notNull().default(''),
    position: integer('position').notNull().default(0),
    revision: integer('revision').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ name: 'venues_pkey', columns: [table.areaId, table.id] })],
);

export const venueHours = pgTable(
  'venue_hours',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    venueId: uuid('venue_id').notNull(),
    weekday: integer('weekday').notNull(),
    opens: integer('opens').notNull(),
    closes: integer('closes').notNull(),
    zone: text('zone').notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 'venue_hours_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'venue_hours_venue_fkey',
      columns: [table.areaId, table.venueId],
      foreignColumns: [venues.areaId, venues.id],
    }),
  ],
);

export const venueExceptions = pgTable(
  'venue_exceptions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    venueId: uuid('venue_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    opens: integer('opens'),
    closes: integer('closes'),
    zone: text('zone').notNull().default(''),
    reason: text('reason').notNull().default(''),
  },
  (table) => [
    primaryKey({ name: 'venue_exceptions_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'venue_exceptions_venue_fkey',
      columns: [table.areaId, table.venueId],
      foreignColumns: [venues.areaId, venues.id],
    }),
  ],
);

export type VenueRow = typeof venues.$inferSelect;
export type VenueHoursRow = typeof venueHours.$inferSelect;
export type VenueExceptionRow = typeof venueExceptions.$inferSelect;
