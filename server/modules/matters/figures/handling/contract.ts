import { z } from 'zod';

/** How long matters take on the average, against the two hours a good place has reported. A measure, not a limit. */
export const HandlingFigure = z.object({
  from: z.string(),
  to: z.string(),
  /** Matters that ended well in the period: the length of the list it opens. */
  counted: z.number(),
  averageMs: z.number().nullable(),
  averageText: z.string(),
  benchmarkMs: z.number(),
  benchmarkText: z.string(),
  /** Null when nothing ended. */
  isWithin: z.boolean().nullable(),
});
export type HandlingFigure = z.infer<typeof HandlingFigure>;

export const HandlingQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
