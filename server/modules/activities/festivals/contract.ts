import { z } from 'zod';

/** The traditional festivals 我们的节日 as the library tells them. Source: B37. */
export const Festivals = z.strictObject({
  source: z.string(),
  festivals: z.array(
    z.strictObject({
      name: z.string().min(2).max(6),
      custom: z.string().max(60),
      picture: z.string(),
      days: z.record(z.string().regex(/^\d{4}$/), z.iso.date()),
    }),
  ),
});
export type FestivalEntry = z.infer<typeof Festivals>['festivals'][number];
