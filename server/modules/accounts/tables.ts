import { boolean, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const auth = pgSchema('auth');
const instant = (name: string) => timestamp(name, { withTimezone: true });

export const user = auth.table('user', {
  id: text('id').notNull().primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  username: text('username'),
  displayUsername: text('display_username'),
  phoneNumber: text('phone_number'),
  phoneNumberVerified: boolean('phone_number_verified'),
  face: text('face'),
  homeAreaId: uuid('home_area_id'),
  personId: uuid('person_id'),
  householdId: uuid('household_id'),
  mustChangePassword: boolean('must_change_password').notNull().default(false),
  preferences: jsonb('preferences').notNull().default({}),
  disabledAt: instant('disabled_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const session = auth.table('session', {
  id: text('id').notNull().primaryKey(),
  userId: text('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: instant('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  way: text('way').notNull(),
  areaId: uuid('area_id'),
  householdId: uuid('household_id'),
  personId: uuid('person_id'),
  personName: text('person_name'),
  cardId: uuid('card_id'),
  consentId: uuid('consent_id'),
});

export const account = auth.table('account', {
  id: text('id').notNull().primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: instant('access_token_expires_at'),
  refreshTokenExpiresAt: instant('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const verification = auth.table('verification', {
  id: text('id').notNull().primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const grants = auth.table('grants', {
  id: uuid('id').notNull().primaryKey(),
  userId: text('user_id').notNull(),
  role: text('role').notNull(),
  areaId: uuid('area_id').notNull(),
  heldFrom: instant('held_from').notNull(),
  heldUntil: instant('held_until'),
  grantedBy: text('granted_by').notNull(),
});

export const attempts = auth.table(
  'attempts',
  {
    name: text('name').notNull(),
    origin: text('origin').notNull(),
    failures: integer('failures').notNull(),
    lastAt: instant('last_at').notNull(),
    blockedUntil: instant('blocked_until'),
    provenAt: instant('proven_at'),
  },
  (table) => [primaryKey({ columns: [table.name, table.origin] })],
);

export const codes = auth.table('codes', {
  id: text('id').notNull().primaryKey(),
  phone: text('phone').notNull(),
  origin: text('origin').notNull(),
  code: text('code').notNull(),
  tries: integer('tries').notNull(),
  sentAt: instant('sent_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});
