import { z } from 'zod';

export const FiguresQuery = z.object({ year: z.coerce.number().int().min(2000).max(2200) });
export const ActivityFigures = z.object({
  year: z.number(),
  activities: z.number(),
  large: z.number(),
  broad: z.number(),
  /** 人: different people over the year. */
  people: z.number(),
  /** 人次: every attendance, and those who were only counted. */
  personTimes: z.number(),
  residents: z.number(),
  /** Tenths of a percent of the residents; null with a reason when there can be none. */
  participationPerMille: z.number().nullable(),
  why: z.string().nullable(),
});
export type ActivityFigures = z.infer<typeof ActivityFigures>;
