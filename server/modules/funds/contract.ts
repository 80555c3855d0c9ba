import { z } from 'zod';

/** Funds 资金: public money, its accounts and how it stands. All amounts are integer fen. */

export const accountKinds = ['asset', 'income', 'expense', 'equity', 'liability'] as const;

export const FundAccount = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(accountKinds),
  balance: z.number(),
});
export type FundAccount = z.infer<typeof FundAccount>;

/** What somebody may do in a fund, by the words of its buttons. */
export const fundActions = ['draft', 'approve', 'match', 'set'] as const;
export type FundAction = (typeof fundActions)[number];

export const FundCard = z.object({
  id: z.string(),
  areaId: z.string(),
  name: z.string(),
  word: z.string(),
  /** 公共收益 */
  wordName: z.string(),
  estateId: z.string().nullable(),
  /** The estate, or the community. */
  place: z.string(),
  areaName: z.string(),
  bankName: z.string(),
  bankTail: z.string(),
  /** What there is, at the bank and in cash. */
  balance: z.number(),
  bankBalance: z.number(),
  cashBalance: z.number(),
  /** 202611, with what came in and went out in it. */
  month: z.number(),
  income: z.number(),
  expense: z.number(),
  /** Payments this person can do the next step of. */
  waitingForMe: z.number(),
  /** Lines of the bank without a voucher. */
  unmatched: z.number(),
  closedThrough: z.number().nullable(),
  /** Months whose account is due and not closed. */
  missing: z.array(z.number()),
  state: z.enum(['open', 'closed']),
});
export type FundCard = z.infer<typeof FundCard>;

export const FundList = z.object({
  items: z.array(FundCard),
  /** Where one may be opened: what kinds, and estates without one. */
  openable: z.array(
    z.object({ word: z.string(), wordName: z.string(), estateId: z.string().nullable(), place: z.string() }),
  ),
});
export type FundList = z.infer<typeof FundList>;

export const FundPage = FundCard.extend({
  openedOn: z.string(),
  hotline: z.string(),
  opinionBox: z.string(),
  /** The month whose account is being looked at: nothing of it or before is posted meanwhile. */
  heldThrough: z.number().nullable(),
  accounts: z.array(FundAccount),
  /** Those of the committee: who is paid may have to do with one of them. */
  members: z.array(z.object({ id: z.string(), name: z.string() })),
  actions: z.array(z.enum(fundActions)),
});
export type FundPage = z.infer<typeof FundPage>;

const AreaId = z.string().min(1).max(64);
export const FundAreaParams = z.object({ areaId: AreaId });
export const FundParams = FundAreaParams.extend({ fundId: z.guid() });

const Yuan = z.string().trim().min(1).max(20);
const Day = z.iso.date();

export const FundSettings = z.object({
  name: z.string().trim().min(2).max(40),
  bankName: z.string().trim().max(60).default(''),
  bankTail: z
    .string()
    .trim()
    .regex(/^(\d{4})?$/, '只填账号的后四位')
    .default(''),
  hotline: z.string().trim().max(30).default(''),
  opinionBox: z.string().trim().max(80).default(''),
});
export type FundSettings = z.infer<typeof FundSettings>;

export const NewFund = FundSettings.extend({
  word: z.string().min(1).max(40),
  estateId: z.guid().nullable().default(null),
  openedOn: Day,
  /** What was there at the opening, in yuan. */
  bankOpening: Yuan.default('0'),
  cashOpening: Yuan.default('0'),
});
export type NewFund = z.infer<typeof NewFund>;

export const NewFundAccount = z.object({
  kind: z.enum(['income', 'expense']),
  name: z.string().trim().min(2).max(20),
});
export type NewFundAccount = z.infer<typeof NewFundAccount>;
