import { z } from 'zod';

/** The words of `library/venues.yaml`: kinds of venues, what they do for people, what a 15-minute circle must hold. */

const Word = z.strictObject({ name: z.string().min(1).max(20), en: z.string().min(1) });

export const VenueKind = Word.extend({
  /** Drawn where no picture is there yet. */
  picture: z.string(),
  outdoor: z.boolean().default(false),
});

export const VenueWords = z.strictObject({
  kinds: z.array(VenueKind).min(1),
  functions: z.array(z.strictObject({ group: z.string(), en: z.string(), words: z.array(Word).min(1) })),
  /** Hours a week venues of these kinds are to be open. Source: B38, N16. */
  weekly: z.strictObject({ hours: z.number().positive(), kinds: z.array(z.string()) }),
  circle: z.strictObject({
    minutes: z.number().int().positive(),
    needs: z.array(Word.extend({ kinds: z.array(z.string()).min(1) })),
    wanted: z.array(z.string()),
    stations: z.array(z.string()),
  }),
});
export type VenueWords = z.infer<typeof VenueWords>;
