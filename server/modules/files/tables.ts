import { boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const files = pgTable(
  'files',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    width: integer('width'),
    height: integer('height'),
    name: text('name').notNull().default(''),
    subject: text('subject'),
    public: boolean('public').notNull().default(false),
    uploadedBy: text('uploaded_by').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ name: 'files_pkey', columns: [table.areaId, table.id] })],
);

export type FileRow = typeof files.$inferSelect;
