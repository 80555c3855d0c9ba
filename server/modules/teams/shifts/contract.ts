import { z } from 'zod';

/** A shift 值守: a station is kept open at a time of a weekday or on one day; a turn is somebody's seat in it on a day. */

export const turnStates = ['taken', 'offered', 'done', 'released'] as const;
export type TurnState = (typeof turnStates)[number];

export const Turn = z.object({
  id: z.string(),
  /** Masked but for herself and the office. */
  name: z.string(),
  mine: z.boolean(),
  state: z.enum(turnStates),
  inAt: z.string().nullable(),
  minutes: z.number().nullable(),
  actions: z.array(z.enum(['offer', 'keep', 'take', 'in', 'out', 'release', 'record'])),
});
export type Turn = z.infer<typeof Turn>;

export const Slot = z.object({
  shiftId: z.string(),
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  station: z.string(),
  title: z.string(),
  /** What one must be good at; empty: nothing. */
  skill: z.string(),
  seats: z.number(),
  turns: z.array(Turn),
  maySign: z.boolean(),
});
export type Slot = z.infer<typeof Slot>;
export const SlotList = z.object({
  items: z.array(Slot),
  /** What is asked for in these days, to choose by. */
  skills: z.array(z.string()),
  /** What I have kept in all, in minutes. */
  myMinutes: z.number(),
});
export type SlotList = z.infer<typeof SlotList>;

const AreaId = z.string().min(1).max(64);
export const SlotQuery = z.object({
  from: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(28).default(14),
  skill: z.string().max(12).optional(),
});
export type SlotQuery = z.infer<typeof SlotQuery>;
export const ShiftParams = z.object({ areaId: AreaId, shiftId: z.guid() });
export const TurnParams = z.object({ areaId: AreaId, turnId: z.guid() });
export const SignUp = z.object({ day: z.iso.date() });
export const TurnAct = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['offer', 'keep', 'take', 'in', 'out', 'release']) }),
  z.object({ do: z.literal('record'), minutes: z.number().int().min(0).max(1440) }),
]);
export type TurnAct = z.infer<typeof TurnAct>;

const Line = z.string().trim();
export const ShiftForm = z
  .object({
    station: Line.min(2).max(30),
    title: Line.min(2).max(30),
    weekday: z.number().int().min(1).max(7).nullable().default(null),
    day: z.iso.date().nullable().default(null),
    /** Minutes of the day in Shanghai. */
    opens: z.number().int().min(0).max(1439),
    closes: z.number().int().min(1).max(1440),
    seats: z.number().int().min(1).max(50),
    skill: Line.max(12).default(''),
  })
  .refine(({ weekday, day }) => (weekday === null) !== (day === null), '每周哪天和哪一天，选一样');
export type ShiftForm = z.infer<typeof ShiftForm>;

export const Hours = z.object({
  items: z.array(z.object({ name: z.string(), turns: z.number(), minutes: z.number(), last: z.string() })),
});
export type Hours = z.infer<typeof Hours>;
