import { boolean, date, integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

export const areas = pgTable('areas', {
  id: uuid('id').notNull().primaryKey(),
  parentId: uuid('parent_id'),
  ownerId: uuid('owner_id').notNull(),
  level: text('level').notNull(),
  code: text('code'),
  name: text('name').notNull(),
  fullName: text('full_name').notNull(),
  path: uuid('path').array().notNull(),
  position: integer('position').notNull().default(0),
  letters: text('letters'),
  geometry: jsonb('geometry'),
  details: jsonb('details').notNull().default({}),
  closedOn: date('closed_on'),
  bbox: jsonb('bbox'),
  schematic: boolean('schematic').notNull().default(false),
});

export const areaFigures = pgTable(
  'area_figures',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    metric: text('metric').notNull(),
    value: numeric('value').notNull(),
    unit: text('unit').notNull(),
    qualifier: text('qualifier').notNull().default(''),
    period: text('period').notNull().default(''),
    source: text('source').notNull(),
    publishedOn: date('published_on'),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.id] })],
);

export type AreaRow = typeof areas.$inferSelect;
