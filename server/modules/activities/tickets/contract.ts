import { z } from 'zod';
import { Activity, Session } from '../contract.ts';
import { Rating } from '../ratings/contract.ts';

/** A ticket 票: what somebody, or one of her household, is enrolled in or came to. */
export const Ticket = z.object({
  activity: Activity,
  areaName: z.string(),
  /** The next session, or the last when all are over. */
  session: Session,
  sessionCount: z.number(),
  who: z.string(),
  isMe: z.boolean(),
  name: z.string(),
  attendee: z.string(),
  state: z.enum(['enrolled', 'waiting', 'came']),
  place: z.number().nullable(),
  ageToCheck: z.boolean(),
  /** Sessions she came to. */
  came: z.number(),
  mayCancel: z.boolean(),
  mayRate: z.boolean(),
  rating: Rating.nullable(),
  /** A course that is over and of which enough sessions were attended. */
  hasCertificate: z.boolean(),
});
export type Ticket = z.infer<typeof Ticket>;
export const TicketList = z.object({ coming: z.array(Ticket), past: z.array(Ticket) });
export type TicketList = z.infer<typeof TicketList>;

export const CertificateQuery = z.object({ who: z.union([z.literal('me'), z.guid()]).default('me') });
export const Certificate = z.object({
  title: z.string(),
  name: z.string(),
  areaName: z.string(),
  host: z.string(),
  organisers: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  came: z.number(),
  sessionCount: z.number(),
  number: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;
