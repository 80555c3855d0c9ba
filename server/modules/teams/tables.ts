import { boolean, date, foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const teams = pgTable(
  'teams',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    sort: text('sort').notNull(),
    field: text('field').notNull(),
    story: text('story').notNull().default(''),
    picture: text('picture'),
    meets: text('meets').notNull().default(''),
    contact: text('contact').notNull().default(''),
    foundedOn: day('founded_on'),
    isOpen: boolean('is_open').notNull().default(true),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    closedOn: day('closed_on'),
  },
  (table) => [primaryKey({ name: 'teams_pkey', columns: [table.areaId, table.id] })],
);

export const teamMembers = pgTable(
  'team_members',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    userId: text('user_id'),
    personId: uuid('person_id'),
    nameSealed: text('name_sealed').notNull(),
    nameMasked: text('name_masked').notNull(),
    role: text('role').notNull().default('member'),
    state: text('state').notNull().default('member'),
    skills: text('skills').array().notNull().default([]),
    shown: boolean('shown').notNull().default(false),
    askedAt: moment('asked_at'),
    joinedOn: day('joined_on'),
    leftOn: day('left_on'),
  },
  (table) => [
    primaryKey({ name: 'team_members_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'team_members_team_fkey',
      columns: [table.areaId, table.teamId],
      foreignColumns: [teams.areaId, teams.id],
    }),
  ],
);

export const teamHonours = pgTable(
  'team_honours',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    title: text('title').notNull(),
    givenBy: text('given_by').notNull(),
    givenOn: day('given_on').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    primaryKey({ name: 'team_honours_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'team_honours_team_fkey',
      columns: [table.areaId, table.teamId],
      foreignColumns: [teams.areaId, teams.id],
    }),
  ],
);

export const teamRehearsals = pgTable(
  'team_rehearsals',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    teamId: uuid('team_id').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    place: text('place').notNull(),
    bookingId: uuid('booking_id'),
    present: integer('present').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [
    primaryKey({ name: 'team_rehearsals_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'team_rehearsals_team_fkey',
      columns: [table.areaId, table.teamId],
      foreignColumns: [teams.areaId, teams.id],
    }),
  ],
);

export const teamPresences = pgTable(
  'team_presences',
  {
    areaId: uuid('area_id').notNull(),
    rehearsalId: uuid('rehearsal_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (table) => [
    primaryKey({ name: 'team_presences_pkey', columns: [table.areaId, table.rehearsalId, table.memberId] }),
    foreignKey({
      name: 'team_presences_rehearsal_fkey',
      columns: [table.areaId, table.rehearsalId],
      foreignColumns: [teamRehearsals.areaId, teamRehearsals.id],
    }),
    foreignKey({
      name: 'team_presences_member_fkey',
      columns: [table.areaId, table.memberId],
      foreignColumns: [teamMembers.areaId, teamMembers.id],
    }),
  ],
);

export type TeamRow = typeof teams.$inferSelect;
export type MemberRow = typeof teamMembers.$inferSelect;
export type HonourRow = typeof teamHonours.$inferSelect;
export type RehearsalRow = typeof teamRehearsals.$inferSelect;
