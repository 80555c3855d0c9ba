import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const imports = pgTable(
  'imports',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    kind: text('kind').notNull(),
    fileName: text('file_name').notNull(),
    headings: text('headings').array().notNull(),
    state: text('state').notNull(),
    duplicates: text('duplicates').notNull().default('skip'),
    total: integer('total').notNull(),
    bad: integer('bad').notNull(),
    doubled: integer('doubled').notNull(),
    done: integer('done').notNull().default(0),
    added: integer('added').notNull().default(0),
    updated: integer('updated').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    finishedAt: moment('finished_at'),
  },
  (table) => [primaryKey({ name: 'imports_pkey', columns: [table.areaId, table.id] })],
);

export const importRows = pgTable(
  'import_rows',
  {
    areaId: uuid('area_id').notNull(),
    importId: uuid('import_id').notNull(),
    at: integer('at').notNull(),
    cellsSealed: text('cells_sealed'),
    state: text('state').notNull(),
    problem: text('problem'),
  },
  (table) => [
    primaryKey({ name: 'import_rows_pkey', columns: [table.areaId, table.importId, table.at] }),
    foreignKey({
      name: 'import_rows_import_fkey',
      columns: [table.areaId, table.importId],
      foreignColumns: [imports.areaId, imports.id],
    }).onDelete('cascade'),
  ],
);

export type ImportRecord = typeof imports.$inferSelect;
