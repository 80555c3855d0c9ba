import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const bookings = pgTable(
  'bookings',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    venueId: uuid('venue_id').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    state: text('state').notNull(),
    holderKind: text('holder_kind').notNull(),
    holderId: text('holder_id'),
    holderName: text('holder_name').notNull().default(''),
    userId: text('user_id'),
    title: text('title').notNull().default(''),
    people: integer('people'),
    zone: text('zone').notNull().default(''),
    openNumber: integer('open_number'),
    askedAt: moment('asked_at').notNull(),
    madeBy: text('made_by').notNull(),
    promotedAt: moment('promoted_at'),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    reason: text('reason').notNull().default(''),
    checkedInAt: moment('checked_in_at'),
    checkedInWay: text('checked_in_way'),
  },
  (table) => [primaryKey({ name: 'bookings_pkey', columns: [table.areaId, table.id] })],
);

export const bookingParts = pgTable(
  'booking_parts',
  {
    areaId: uuid('area_id').notNull(),
    bookingId: uuid('booking_id').notNull(),
    partId: uuid('part_id').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
  },
  (table) => [primaryKey({ name: 'booking_parts_pkey', columns: [table.areaId, table.bookingId, table.partId] })],
);

export type BookingRow = typeof bookings.$inferSelect;
export type PartRow = typeof bookingParts.$inferSelect;
