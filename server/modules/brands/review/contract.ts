import { z } from 'zod';

/** The yearly review: figures computed from the records, and the district's word. Source: F03 step 6, X4. */

export const BrandFigures = z.object({
  /** Twelve months, this one included; the first day and the day of asking. */
  from: z.string(),
  to: z.string(),
  held: z.number(),
  /** 人: different people of the whole year, each once. */
  people: z.number(),
  /** 人次: attendances. Never added to 人. */
  personTimes: z.number(),
  /** Members of the team, when it is known. */
  members: z.number().nullable(),
  works: z.number().nullable(),
  monthsActive: z.number(),
  months: z.array(z.object({ month: z.string(), held: z.number() })),
  /** 停了三个月 …; null for a brand that lives. */
  warning: z.string().nullable(),
});
export type BrandFigures = z.infer<typeof BrandFigures>;

export const BrandYear = z.object({
  areaId: z.string(),
  areaName: z.string(),
  name: z.string(),
  figures: BrandFigures,
  activities: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      startsAt: z.string(),
      people: z.number(),
      personTimes: z.number(),
    }),
  ),
});
export type BrandYear = z.infer<typeof BrandYear>;

export const NewReview = z.strictObject({
  verdict: z.enum(['passed', 'warned']),
  words: z.string().trim().max(500).default(''),
});
export type NewReview = z.infer<typeof NewReview>;

export const BrandReview = z.object({
  year: z.number(),
  verdict: z.enum(['passed', 'warned']),
  words: z.string(),
  at: z.string(),
  byName: z.string(),
  figures: BrandFigures,
});
export type BrandReview = z.infer<typeof BrandReview>;
