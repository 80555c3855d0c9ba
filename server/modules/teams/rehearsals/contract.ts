import { z } from 'zod';

/** A rehearsal 排练 that was held, with who came. */
export const Rehearsal = z.object({
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  /** How many came. */
  present: z.number(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;
export const RehearsalList = z.object({ items: z.array(Rehearsal) });

/** The team asks for a hall; whether it has it at once is the venue's rule. */
export const HallForm = z.object({
  venueId: z.guid(),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
});
export type HallForm = z.infer<typeof HallForm>;

export const RehearsalForm = z.object({
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  place: z.string().trim().min(1).max(60),
  /** Members who came. */
  present: z.array(z.guid()).min(1).max(300),
  /** The booking of the hall, when one was made. */
  bookingId: z.guid().optional(),
});
export type RehearsalForm = z.infer<typeof RehearsalForm>;
