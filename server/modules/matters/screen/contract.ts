import { z } from 'zod';
import { Label, StepFigures } from '../contract.ts';

/** The wire of the wall. */

export const ScreenQuery = z.object({ period: z.enum(['today', 'week', 'month', 'year']).default('today') });
export const Screen = z.object({
  areaId: z.string(),
  name: z.string(),
  at: z.string(),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  created: z.number(),
  createdBefore: z.number(),
  closed: z.number(),
  closedBefore: z.number(),
  open: z.number(),
  late: z.number(),
  channels: z.array(z.object({ channel: z.string(), name: z.string(), count: z.number() })),
  districts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      polygon: z.array(z.tuple([z.number(), z.number()])),
      labelAt: z.tuple([z.number(), z.number()]),
      open: z.number(),
      late: z.number(),
      ended: z.number(),
      onTime: z.number(),
      communities: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          dot: z.tuple([z.number(), z.number()]),
          open: z.number(),
          late: z.number(),
        }),
      ),
    }),
  ),
  latest: z.array(
    z.object({ areaId: z.string(), number: z.string(), title: z.string(), place: z.string(), days: z.number() }),
  ),
  supervised: z.number(),
  /** The method whose steps are shown: the one most areas have adopted. */
  method: z.object({ id: z.string(), name: Label }).nullable(),
  steps: StepFigures.shape.steps,
  happening: z.array(z.object({ at: z.string(), areaName: z.string(), text: z.string() })),
  activities: z.number(),
  enrolments: z.number(),
});
export type Screen = z.infer<typeof Screen>;
