import { z } from 'zod';
import { Activity } from '#contract/activities';
import { Notice } from '#contract/notices';
import { ContactCard } from '../contact/contract.ts';

/** The page of a person in a household: whom to call, what is open, what is on. */
export const MyHome = z.object({
  area: z.object({ id: z.string(), name: z.string() }).nullable(),
  household: z
    .object({
      id: z.string(),
      label: z.string(),
      members: z.array(z.object({ id: z.string(), name: z.string(), isMe: z.boolean() })),
    })
    .nullable(),
  contact: ContactCard.nullable(),
  openMatterCount: z.number(),
  unreadCount: z.number(),
  /** Those of today and after, the next first, at most three. */
  activities: z.array(Activity),
  notices: z.array(Notice),
});
export type MyHome = z.infer<typeof MyHome>;
