import {
  bigint,
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const bodies = pgTable(
  'bodies',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    body: text('body').notNull(),
    name: text('name').notNull(),
    estateId: uuid('estate_id'),
    placeId: uuid('place_id'),
    level: smallint('level'),
    parentId: uuid('parent_id'),
    parentLevel: smallint('parent_level'),
    composition: text('composition'),
    platform: text('platform').notNull().default(''),
    reach: text('reach').notNull().default(''),
    termFrom: day('term_from'),
    termTo: day('term_to'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    closedOn: day('closed_on'),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ name: 'bodies_pkey', columns: [table.areaId, table.id] })],
);

export const bodyMembers = pgTable(
  'body_members',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    bodyId: uuid('body_id').notNull(),
    post: text('post').notNull(),
    userId: text('user_id'),
    personId: uuid('person_id'),
    nameSealed: text('name_sealed').notNull(),
    nameIndex: text('name_index').notNull(),
    nameMasked: text('name_masked').notNull(),
    phoneSealed: text('phone_sealed'),
    phoneIndex: text('phone_index'),
    phoneMasked: text('phone_masked'),
    partyMember: boolean('party_member').notNull().default(false),
    party: text('party').notNull().default(''),
    standing: text('standing'),
    shown: boolean('shown').notNull().default(false),
    fromOn: day('from_on').notNull(),
    leftOn: day('left_on'),
    leftWhy: text('left_why'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    primaryKey({ name: 'body_members_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'body_members_body_fkey',
      columns: [table.areaId, table.bodyId],
      foreignColumns: [bodies.areaId, bodies.id],
    }),
  ],
);

export const owners = pgTable(
  'owners',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    unitId: uuid('unit_id').notNull(),
    ownerKey: text('owner_key').notNull(),
    kind: text('kind').notNull(),
    userId: text('user_id'),
    personId: uuid('person_id'),
    nameSealed: text('name_sealed').notNull(),
    nameIndex: text('name_index').notNull(),
    nameMasked: text('name_masked').notNull(),
    phoneSealed: text('phone_sealed'),
    phoneIndex: text('phone_index'),
    phoneMasked: text('phone_masked'),
    createdAt: moment('created_at').notNull(),
    leftAt: moment('left_at'),
  },
  (table) => [primaryKey({ name: 'owners_pkey', columns: [table.areaId, table.id] })],
);

export const ownedUnits = pgTable(
  'owned_units',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    estateId: uuid('estate_id').notNull(),
    buildingId: uuid('building_id'),
    householdId: uuid('household_id'),
    unit: text('unit').notNull().default(''),
    room: text('room').notNull(),
    label: text('label').notNull(),
    sort: text('sort').notNull(),
    use: text('use').notNull(),
    titleArea: integer('title_area').notNull(),
    voterId: uuid('voter_id').notNull(),
    verifiedAt: moment('verified_at'),
    verifiedBy: text('verified_by'),
    verifiedByName: text('verified_by_name'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ name: 'owned_units_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'owned_units_voter_fkey',
      columns: [table.areaId, table.id, table.voterId],
      foreignColumns: [owners.areaId, owners.unitId, owners.id],
    }),
  ],
);

export const estateTotals = pgTable(
  'estate_totals',
  {
    areaId: uuid('area_id').notNull(),
    estateId: uuid('estate_id').notNull(),
    buildingId: uuid('building_id').notNull(),
    doors: integer('doors').notNull(),
    titleArea: bigint('title_area', { mode: 'number' }).notNull(),
    source: text('source').notNull(),
    statedAt: moment('stated_at').notNull(),
    statedBy: text('stated_by').notNull(),
  },
  (table) => [primaryKey({ name: 'estate_totals_pkey', columns: [table.areaId, table.estateId, table.buildingId] })],
);

export type BodyRow = typeof bodies.$inferSelect;
export type BodyMemberRow = typeof bodyMembers.$inferSelect;
export type OwnerRow = typeof owners.$inferSelect;
export type OwnedUnitRow = typeof ownedUnits.$inferSelect;
export type EstateTotalRow = typeof estateTotals.$inferSelect;
