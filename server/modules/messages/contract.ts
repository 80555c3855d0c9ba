import { z } from 'zod';

/** What someone must be told: in the app, and by SMS where it is urgent or the person chose so. */
export const Message = z.object({
  id: z.string(),
  areaId: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  /** Address of the page it speaks of, inside this app. */
  link: z.string().nullable(),
  subject: z.string().nullable(),
  urgent: z.boolean(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
  smsState: z.enum(['waiting', 'sent', 'no-phone']).nullable(),
});
export type Message = z.infer<typeof Message>;

export const MessageList = z.object({ items: z.array(Message), next: z.string().nullable(), unread: z.number() });
export type MessageList = z.infer<typeof MessageList>;

export const MessageQuery = z.object({
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type MessageQuery = z.infer<typeof MessageQuery>;

export const MessageParams = z.object({ messageId: z.guid() });
export const Unread = z.object({ unread: z.number() });
export type Unread = z.infer<typeof Unread>;
