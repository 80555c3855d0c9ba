import { z } from 'zod';
import { Activity } from '../contract.ts';

export const Recommended = z.object({
  items: z.array(
    z.object({
      activity: Activity,
      /** Why, in words, the weightiest first. */
      reasons: z.array(z.string()),
      walkMinutes: z.number().nullable(),
    }),
  ),
});
export type Recommended = z.infer<typeof Recommended>;
