import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const blanks = pgTable(
  'blanks',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    fileName: text('file_name').notNull(),
    title: text('title').notNull(),
    askedBy: text('asked_by').notNull().default(''),
    fileSealed: text('file_sealed').notNull(),
    listScope: text('list_scope'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    filledAt: moment('filled_at'),
  },
  (table) => [primaryKey({ name: 'blanks_pkey', columns: [table.areaId, table.id] })],
);

export const blankColumns = pgTable(
  'blank_columns',
  {
    areaId: uuid('area_id').notNull(),
    blankId: uuid('blank_id').notNull(),
    at: integer('at').notNull(),
    heading: text('heading').notNull(),
    filledFrom: text('filled_from'),
    asked: integer('asked').notNull(),
    filled: integer('filled').notNull(),
  },
  (table) => [
    primaryKey({ name: 'blank_columns_pkey', columns: [table.areaId, table.blankId, table.at] }),
    foreignKey({
      name: 'blank_columns_blank_fkey',
      columns: [table.areaId, table.blankId],
      foreignColumns: [blanks.areaId, blanks.id],
    }).onDelete('cascade'),
  ],
);

export const blankHeadings = pgTable(
  'blank_headings',
  {
    areaId: uuid('area_id').notNull(),
    heading: text('heading').notNull(),
    term: text('term').notNull(),
    chosenAt: moment('chosen_at').notNull(),
    chosenBy: text('chosen_by').notNull(),
  },
  (table) => [primaryKey({ name: 'blank_headings_pkey', columns: [table.areaId, table.heading] })],
);

export type BlankRecord = typeof blanks.$inferSelect;
export type BlankColumnRecord = typeof blankColumns.$inferSelect;
