import { z } from 'zod';

/** An enrolment 报名: somebody's seat in an activity, or place on its waiting list. */

export const enrolmentStates = ['enrolled', 'waiting', 'cancelled'] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** `me`, or a member of the household of the one who asks. */
const Who = z.union([z.literal('me'), z.guid()]);

export const Enrolling = z.object({ who: z.array(Who).min(1).max(12) });
export type Enrolling = z.infer<typeof Enrolling>;
export const WhoQuery = z.object({ who: Who.default('me') });

/** Somebody who may be enrolled by the one who asks: herself and her household. */
export const PartyMember = z.object({
  who: z.string(),
  isMe: z.boolean(),
  /** Masked, as on the page of the household. */
  name: z.string(),
  /** Full years on the day of the first session; null when only the year of birth is known or nothing. */
  age: z.number().nullable(),
  birthYear: z.number().nullable(),
  state: z.enum(['enrolled', 'waiting']).nullable(),
  /** How many seats must become free, 1 for the first; null when not waiting. */
  place: z.number().nullable(),
  /** 年龄待核: the desk looks at the age. */
  ageToCheck: z.boolean(),
  /** Came at least once. */
  came: z.boolean(),
  /** Why this person cannot enrol, in a sentence. */
  why: z.string().nullable(),
});
export type PartyMember = z.infer<typeof PartyMember>;

export const SeatsChange = z.object({ seats: z.number().int().min(1).max(100_000).nullable() });
export const SeatsChanged = z.object({ enrolled: z.number(), waiting: z.number(), promoted: z.number() });
