import { z } from 'zod';

export const NewRating = z.object({
  stars: z.coerce.number().int().min(1).max(5),
  words: z.string().trim().max(300).default(''),
});
export type NewRating = z.infer<typeof NewRating>;
export const Rating = z.object({ stars: z.number(), words: z.string(), at: z.string() });
export type Rating = z.infer<typeof Rating>;
/** What everybody sees: how many and how good, never the words. */
export const RatingSum = z.object({ count: z.number(), stars: z.number().nullable() });
export const RatingList = RatingSum.extend({ items: z.array(Rating) });
