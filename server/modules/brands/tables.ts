import {
  boolean,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BrandForm } from './contract.ts';
import type { BrandFigures } from './review/contract.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });
const own = { areaId: uuid('area_id').notNull(), id: uuid('id').notNull() };

export const brands = pgTable(
  'brands',
  {
    ...own,
    name: text('name').notNull(),
    slogan: text('slogan').notNull(),
    words: text('words').array().notNull().default([]),
    story: text('story').notNull().default(''),
    pictures: text('pictures').array().notNull().default([]),
    venueId: uuid('venue_id'),
    teamId: uuid('team_id'),
    seriesId: uuid('series_id'),
    themes: text('themes').array().notNull().default([]),
    owner: text('owner').notNull().default(''),
    startedOn: day('started_on'),
    state: text('state').notNull().default('draft').$type<'draft' | 'submitted' | 'published' | 'retired'>(),
    shown: jsonb('shown').$type<BrandForm>(),
    publishedAt: moment('published_at'),
    returnedWhy: text('returned_why').notNull().default(''),
    retiredOn: day('retired_on'),
    retiredWhy: text('retired_why').notNull().default(''),
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ name: 'brands_pkey', columns: [table.areaId, table.id] })],
);

export const brandChoices = pgTable(
  'brand_choices',
  {
    ...own,
    question: text('question').notNull(),
    closesOn: day('closes_on').notNull(),
    openedAt: moment('opened_at').notNull(),
    decidedThemeId: uuid('decided_theme_id'),
    reason: text('reason').notNull().default(''),
    decidedAt: moment('decided_at'),
  },
  (table) => [primaryKey({ name: 'brand_choices_pkey', columns: [table.areaId, table.id] })],
);

export const brandThemes = pgTable(
  'brand_themes',
  {
    ...own,
    choiceId: uuid('choice_id').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    why: text('why').notNull().default(''),
    picture: text('picture').notNull(),
  },
  (table) => [
    primaryKey({ name: 'brand_themes_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'brand_themes_choice_fkey',
      columns: [table.areaId, table.choiceId],
      foreignColumns: [brandChoices.areaId, brandChoices.id],
    }),
  ],
);

export const brandVoices = pgTable(
  'brand_voices',
  {
    ...own,
    choiceId: uuid('choice_id').notNull(),
    themeId: uuid('theme_id').notNull(),
    voter: text('voter').notNull(),
    words: text('words').notNull().default(''),
    shown: boolean('shown').notNull().default(false),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'brand_voices_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'brand_voices_choice_fkey',
      columns: [table.areaId, table.choiceId],
      foreignColumns: [brandChoices.areaId, brandChoices.id],
    }),
    foreignKey({
      name: 'brand_voices_theme_fkey',
      columns: [table.areaId, table.themeId],
      foreignColumns: [brandThemes.areaId, brandThemes.id],
    }),
  ],
);

export const brandProofs = pgTable(
  'brand_proofs',
  {
    ...own,
    brandId: uuid('brand_id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    givenBy: text('given_by').notNull(),
    givenOn: day('given_on').notNull(),
    link: text('link').notNull().default(''),
    pictures: text('pictures').array().notNull().default([]),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    primaryKey({ name: 'brand_proofs_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'brand_proofs_brand_fkey',
      columns: [table.areaId, table.brandId],
      foreignColumns: [brands.areaId, brands.id],
    }),
  ],
);

export const brandReviews = pgTable(
  'brand_reviews',
  {
    ...own,
    brandId: uuid('brand_id').notNull(),
    year: integer('year').notNull(),
    verdict: text('verdict').notNull().$type<'passed' | 'warned'>(),
    words: text('words').notNull().default(''),
    figures: jsonb('figures').notNull().$type<BrandFigures>(),
    at: moment('at').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [
    primaryKey({ name: 'brand_reviews_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'brand_reviews_brand_fkey',
      columns: [table.areaId, table.brandId],
      foreignColumns: [brands.areaId, brands.id],
    }),
  ],
);

export type BrandRow = typeof brands.$inferSelect;
export type ChoiceRow = typeof brandChoices.$inferSelect;
export type ThemeRow = typeof brandThemes.$inferSelect;
export type VoiceRow = typeof brandVoices.$inferSelect;
export type ProofRow = typeof brandProofs.$inferSelect;
export type ReviewRow = typeof brandReviews.$inferSelect;
