import { date, foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { topics } from '../topics/tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const meetings = pgTable(
  'meetings',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    estateId: uuid('estate_id'),
    venueId: uuid('venue_id'),
    place: text('place').notNull().default(''),
    startsAt: moment('starts_at'),
    endsAt: moment('ends_at'),
    state: text('state').notNull(),
    parties: text('parties').array().notNull().default([]),
    matterId: uuid('matter_id'),
    step: text('step'),
    createdBy: text('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    calledAt: moment('called_at'),
    endedAt: moment('ended_at'),
    cancelReason: text('cancel_reason'),
    headcount: integer('headcount').notNull().default(0),
    minutes: text('minutes'),
    images: uuid('images').array().notNull().default([]),
    picture: text('picture'),
    minutesBy: text('minutes_by'),
    minutesAt: moment('minutes_at'),
    returnedReason: text('returned_reason'),
    checkedBy: text('checked_by'),
    checkedAt: moment('checked_at'),
    approvedBy: text('approved_by'),
    approvedAt: moment('approved_at'),
  },
  (table) => [primaryKey({ name: 'meetings_pkey', columns: [table.areaId, table.id] })],
);

export const meetingItems = pgTable(
  'meeting_items',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    meetingId: uuid('meeting_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    topicId: uuid('topic_id'),
    matterId: uuid('matter_id'),
  },
  (table) => [
    primaryKey({ name: 'meeting_items_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'meeting_items_meeting_fkey',
      columns: [table.areaId, table.meetingId],
      foreignColumns: [meetings.areaId, meetings.id],
    }),
    foreignKey({
      name: 'meeting_items_topic_fkey',
      columns: [table.areaId, table.topicId],
      foreignColumns: [topics.areaId, topics.id],
    }),
  ],
);

export const meetingAttendances = pgTable(
  'meeting_attendances',
  {
    areaId: uuid('area_id').notNull(),
    meetingId: uuid('meeting_id').notNull(),
    attendee: text('attendee').notNull(),
    nameSealed: text('name_sealed').notNull(),
    nameMasked: text('name_masked').notNull(),
    party: text('party').notNull(),
    at: moment('at').notNull(),
    way: text('way').notNull(),
    byId: text('by_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'meeting_attendances_pkey', columns: [table.areaId, table.meetingId, table.attendee] }),
    foreignKey({
      name: 'meeting_attendances_meeting_fkey',
      columns: [table.areaId, table.meetingId],
      foreignColumns: [meetings.areaId, meetings.id],
    }),
  ],
);

export const meetingConclusions = pgTable(
  'meeting_conclusions',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    meetingId: uuid('meeting_id').notNull(),
    title: text('title').notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    matterId: uuid('matter_id').notNull(),
    matterNumber: text('matter_number').notNull(),
    at: moment('at').notNull(),
    byId: text('by_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'meeting_conclusions_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'meeting_conclusions_meeting_fkey',
      columns: [table.areaId, table.meetingId],
      foreignColumns: [meetings.areaId, meetings.id],
    }),
  ],
);

export type MeetingRow = typeof meetings.$inferSelect;
export type ItemRow = typeof meetingItems.$inferSelect;
export type AttendanceRow = typeof meetingAttendances.$inferSelect;
export type ConclusionRow = typeof meetingConclusions.$inferSelect;
