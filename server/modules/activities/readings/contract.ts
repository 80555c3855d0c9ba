import { z } from 'zod';

/** A reading 阅读打卡: a family read together on a day. Source: B11. */

export const Reading = z.object({
  family: z.string(),
  book: z.string(),
  words: z.string(),
  day: z.string(),
  at: z.string(),
  /** Days in a row, up to this one. */
  streakDays: z.number(),
});
export type Reading = z.infer<typeof Reading>;

export const ReadingWall = z.object({
  areaName: z.string(),
  today: z.string(),
  /** The latest of the last days, newest first. */
  items: z.array(Reading),
  familiesToday: z.number(),
  familiesMonth: z.number(),
  /** Check-ins of this month: 人次 of families, never added to families. */
  readingsMonth: z.number(),
  longest: z.array(z.object({ family: z.string(), streakDays: z.number() })),
  books: z.array(z.object({ book: z.string(), families: z.number() })),
  /** Of the one who asks; null when not signed in. */
  mine: z
    .object({
      family: z.string(),
      readToday: z.boolean(),
      streakDays: z.number(),
      totalDays: z.number(),
      lastBook: z.string(),
      /** The last fourteen days, the oldest first. */
      days: z.array(z.object({ day: z.string(), read: z.boolean() })),
    })
    .nullable(),
});
export type ReadingWall = z.infer<typeof ReadingWall>;

export const ReadingInput = z.object({
  book: z.string().trim().min(1).max(40),
  words: z.string().trim().max(80).default(''),
});
export type ReadingInput = z.infer<typeof ReadingInput>;
