import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const households = pgTable(
  'households',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    buildingId: uuid('building_id'),
    gridId: uuid('grid_id'),
    unit: text('unit').notNull().default(''),
    room: text('room').notNull().default(''),
    label: text('label').notNull(),
    sort: text('sort').notNull(),
    createdAt: moment('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [primaryKey({ name: 'households_pkey', columns: [table.areaId, table.id] })],
);

export const people = pgTable(
  'people',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    householdId: uuid('household_id'),
    userId: text('user_id'),
    nameSealed: text('name_sealed').notNull(),
    nameIndex: text('name_index').notNull(),
    nameMasked: text('name_masked').notNull(),
    phoneSealed: text('phone_sealed'),
    phoneIndex: text('phone_index'),
    phoneMasked: text('phone_masked'),
    idNumberSealed: text('id_number_sealed'),
    idNumberIndex: text('id_number_index'),
    birthYear: integer('birth_year'),
    gender: text('gender'),
    tags: text('tags').array().notNull().default([]),
    noteSealed: text('note_sealed'),
    createdAt: moment('created_at').notNull(),
    leftAt: moment('left_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ name: 'people_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'people_household_fkey',
      columns: [table.areaId, table.householdId],
      foreignColumns: [households.areaId, households.id],
    }),
  ],
);

export const householdCards = pgTable(
  'household_cards',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    householdId: uuid('household_id').notNull(),
    personId: uuid('person_id'),
    tokenHash: text('token_hash').notNull(),
    issuedAt: moment('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
    firstUsedAt: moment('first_used_at'),
    confirmedAt: moment('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    revokedAt: moment('revoked_at'),
    revokedBy: text('revoked_by'),
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [
    primaryKey({ name: 'household_cards_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'household_cards_household_fkey',
      columns: [table.areaId, table.householdId],
      foreignColumns: [households.areaId, households.id],
    }),
  ],
);

export const familyConsents = pgTable(
  'family_consents',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    elderId: uuid('elder_id').notNull(),
    familyUserId: text('family_user_id').notNull(),
    relation: text('relation').notNull(),
    givenHow: text('given_how').notNull(),
    recordedBy: text('recorded_by').notNull(),
    givenAt: moment('given_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    primaryKey({ name: 'family_consents_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'family_consents_elder_fkey',
      columns: [table.areaId, table.elderId],
      foreignColumns: [people.areaId, people.id],
    }),
  ],
);

export type HouseholdRow = typeof households.$inferSelect;
export type PersonRow = typeof people.$inferSelect;
export type HouseholdCardRow = typeof householdCards.$inferSelect;
export type FamilyConsentRow = typeof familyConsents.$inferSelect;
