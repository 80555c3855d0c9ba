import { z } from 'zod';

/** What people of a community reach on foot in 15 minutes. Minutes are estimated from the straight line (inferred). */

const Place = z.object({
  areaId: z.string(),
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  /** Where it lies in another community of the street. */
  areaName: z.string().nullable(),
});

/** How many buildings reach one of some places, and which do not. */
const Reach = z.object({
  buildings: z.number(),
  reached: z.number(),
  /** Not within the minutes: how far the nearest is, null where there is none. */
  beyond: z.array(z.object({ id: z.string(), label: z.string(), minutes: z.number().nullable() })),
});
export type Reach = z.infer<typeof Reach>;

export const Circle = z.object({
  minutes: z.number(),
  needs: z.array(
    Reach.extend({
      name: z.string(),
      kinds: z.array(z.string()),
      /** Every building reaches one; where no building lies on the map: there is one. */
      isWithin: z.boolean(),
      places: z.array(Place),
    }),
  ),
  /** Names of the needs that are not within the minutes. Source: B30, S1.2. */
  missing: z.array(z.string()),
  /** Facilities a community should have, and what it has of them. Source: B30; S1.5, S1.8, S1.9. */
  wanted: z.array(z.object({ kind: z.string(), places: z.array(Place) })),
  /** Volunteer stations: every resident within the minutes of one. Source: B16. */
  stations: Reach.extend({ places: z.array(Place) }),
});
export type Circle = z.infer<typeof Circle>;
