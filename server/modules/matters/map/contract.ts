import { z } from 'zod';

/** Matters as dots: only what a list would show, and only what has a point. */
export const MatterPoint = z.object({
  areaId: z.string(),
  number: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  category: z.string().nullable(),
  stepName: z.string(),
  dueState: z.enum(['late', 'today', 'later', 'none', 'paused']),
  dueText: z.string(),
  point: z.tuple([z.number(), z.number()]),
});
export type MatterPoint = z.infer<typeof MatterPoint>;

/** `cut`: there are more; the newest are shown. */
export const MatterPoints = z.object({ items: z.array(MatterPoint), cut: z.boolean() });
export type MatterPoints = z.infer<typeof MatterPoints>;
