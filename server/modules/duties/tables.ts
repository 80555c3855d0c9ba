import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const dutyAbsences = pgTable(
  'duty_absences',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
    from: date('from_day').notNull(),
    to: date('to_day').notNull(),
    standInId: text('stand_in_id'),
    standInName: text('stand_in_name'),
    reason: text('reason').notNull(),
    notedBy: text('noted_by').notNull(),
    notedAt: moment('noted_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ name: 'duty_absences_pkey', columns: [table.areaId, table.id] })],
);

export type AbsenceRow = typeof dutyAbsences.$inferSelect;
