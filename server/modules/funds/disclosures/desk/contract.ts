import { z } from 'zod';
import { AccountLine, disclosureStates, MonthState, Statement } from '../contract.ts';
import { disclosureActions } from '../contract.ts';

/** The closing of months for those who draft, check and approve. */

/** A month with where it stands, and what the one who asks may do with it now. */
export const DeskMonth = MonthState.extend({
  disclosure: z.enum(disclosureStates).nullable(),
  opening: z.number(),
  in: z.number(),
  out: z.number(),
  closing: z.number(),
  draftedName: z.string().nullable(),
  draftedAt: z.string().nullable(),
  checkedName: z.string().nullable(),
  approvedName: z.string().nullable(),
  publishedAt: z.string().nullable(),
  returnedReason: z.string(),
  returnedName: z.string(),
  actions: z.array(z.enum(disclosureActions)),
});
export type DeskMonth = z.infer<typeof DeskMonth>;

export const DeskMonthList = z.object({
  items: z.array(DeskMonth),
  /** The month whose turn it is. */
  next: z.number(),
});
export type DeskMonthList = z.infer<typeof DeskMonthList>;

/** One month with its whole account: what was drafted, or what it would be. */
export const DeskMonthPage = DeskMonth.extend({
  areaId: z.string(),
  areaName: z.string(),
  fundId: z.string(),
  fundName: z.string(),
  place: z.string(),
  bankName: z.string(),
  bankTail: z.string(),
  hotline: z.string(),
  opinionBox: z.string(),
  statement: Statement.omit({ lines: true }),
  lines: z.array(AccountLine),
  kinds: z.array(
    z.object({ code: z.string(), name: z.string(), direction: z.enum(['in', 'out']), amount: z.number() }),
  ),
  checkedNote: z.string(),
  /** Those without a paper, to be looked at before anybody checks. */
  bare: z.number(),
  hash: z.string().nullable(),
  short: z.string().nullable(),
  url: z.string(),
  groupText: z.string(),
});
export type DeskMonthPage = z.infer<typeof DeskMonthPage>;

export const CheckForm = z.object({ note: z.string().trim().max(300).default('') });
export const ReturnForm = z.object({ reason: z.string().trim().min(4, '请写明哪里要改').max(300) });
