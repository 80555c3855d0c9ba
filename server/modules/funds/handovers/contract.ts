import { z } from 'zod';
import { FundParams } from '../contract.ts';

/** Hand-over 移交: the books of a fund go from one who looked after them to another; both agree to what was counted. */

/** What there is, counted by the books themselves. Amounts in fen. */
export const Counted = z.object({
  format: z.literal('liren-handover-1'),
  area: z.string(),
  fund: z.string(),
  name: z.string(),
  place: z.string(),
  /** How many links the chain of the book has, and the hash of the last. */
  entries: z.number(),
  head: z.string(),
  closedThrough: z.number(),
  balances: z.array(z.object({ code: z.string(), name: z.string(), balance: z.number() })),
  vouchers: z.number(),
  papers: z.number(),
  /** Vouchers that wait for somebody. */
  waiting: z.number(),
  /** Lines of the bank without a voucher. */
  unmatched: z.number(),
  /** Questions that are shown and not answered. */
  questions: z.number(),
  /** Uses of the seal on record. */
  seals: z.number(),
});
export type Counted = z.infer<typeof Counted>;

export const handoverStates = ['open', 'done', 'dropped'] as const;
export const handoverActions = ['confirm', 'recount', 'drop'] as const;

export const Handover = z.object({
  id: z.string(),
  state: z.enum(handoverStates),
  stateName: z.string(),
  reason: z.string(),
  outgoingName: z.string(),
  incomingName: z.string(),
  counted: Counted,
  hash: z.string(),
  short: z.string(),
  countedAt: z.string(),
  begunName: z.string(),
  begunAt: z.string(),
  outgoingAt: z.string().nullable(),
  outgoingNote: z.string(),
  incomingAt: z.string().nullable(),
  incomingNote: z.string(),
  endedAt: z.string().nullable(),
  /** Whether the books have moved since they were counted. */
  moved: z.boolean(),
  actions: z.array(z.enum(handoverActions)),
});
export type Handover = z.infer<typeof Handover>;

export const HandoverList = z.object({
  items: z.array(Handover),
  /** Those who look after the fund or will. */
  people: z.array(z.object({ id: z.string(), name: z.string(), label: z.string() })),
  mayBegin: z.boolean(),
});
export type HandoverList = z.infer<typeof HandoverList>;

export const HandoverParams = FundParams.extend({ handoverId: z.guid() });
export const NewHandover = z.object({
  outgoingId: z.string().min(1).max(64),
  incomingId: z.string().min(1).max(64),
  reason: z.string().trim().min(2, '请写明为什么移交').max(200),
});
export type NewHandover = z.infer<typeof NewHandover>;
export const HandoverNote = z.object({ note: z.string().trim().max(300).default('') });
export const HandoverDrop = z.object({ reason: z.string().trim().min(2).max(200) });
