import { date, foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const shifts = pgTable(
  'shifts',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    station: text('station').notNull(),
    title: text('title').notNull(),
    weekday: integer('weekday'),
    day: day('day'),
    opens: integer('opens').notNull(),
    closes: integer('closes').notNull(),
    seats: integer('seats').notNull(),
    skill: text('skill').notNull().default(''),
    fromOn: day('from_on').notNull(),
    createdBy: text('created_by').notNull(),
    closedOn: day('closed_on'),
  },
  (table) => [primaryKey({ name: 'shifts_pkey', columns: [table.areaId, table.id] })],
);

export const shiftTurns = pgTable(
  'shift_turns',
  {
    areaId: uuid('area_id').notNull(),
    id: uuid('id').notNull(),
    shiftId: uuid('shift_id').notNull(),
    day: day('day').notNull(),
    seat: integer('seat').notNull(),
    userId: text('user_id').notNull(),
    nameSealed: text('name_sealed').notNull(),
    nameMasked: text('name_masked').notNull(),
    state: text('state').notNull(),
    signedAt: moment('signed_at').notNull(),
    inAt: moment('in_at'),
    outAt: moment('out_at'),
    minutes: integer('minutes'),
  },
  (table) => [
    primaryKey({ name: 'shift_turns_pkey', columns: [table.areaId, table.id] }),
    foreignKey({
      name: 'shift_turns_shift_fkey',
      columns: [table.areaId, table.shiftId],
      foreignColumns: [shifts.areaId, shifts.id],
    }),
  ],
);

export type ShiftRow = typeof shifts.$inferSelect;
export type TurnRow = typeof shiftTurns.$inferSelect;
