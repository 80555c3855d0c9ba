import { z } from 'zod';
import { Picture } from '#contract/files';
import { FundParams } from '../contract.ts';

/** Disclosure 公开账单: the account of a fund of one month, drafted, checked by the supervision group, approved, and frozen. */

export const disclosureStates = ['drafted', 'checked', 'published'] as const;
export type DisclosureState = (typeof disclosureStates)[number];

/** What is done with the account of a month, by the words of its buttons. */
export const disclosureActions = ['draft', 'check', 'return', 'approve'] as const;
export type DisclosureAction = (typeof disclosureActions)[number];

/** What an account did in the month; all sums in fen, debit positive. */
const StatementAccount = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['asset', 'income', 'expense', 'equity', 'liability']),
  opening: z.number(),
  debit: z.number(),
  credit: z.number(),
  closing: z.number(),
});

/** One entry as the statement shows it. Never negative but in corrections. */
const StatementLine = z.object({
  seq: z.number(),
  day: z.string(),
  /** 202606-001; none for what has no voucher, such as the balance a book began with. */
  number: z.string().nullable(),
  memo: z.string(),
  party: z.string(),
  way: z.string(),
  kinds: z.array(z.object({ code: z.string(), amount: z.number() })),
  in: z.number(),
  out: z.number(),
  /** What came from elsewhere than income: the balance a book began with. */
  other: z.number(),
  /** What only changed its place, such as cash brought to the bank. */
  moved: z.number(),
  reverses: z.number().nullable(),
  /** SHA-256 of the pictures of its voucher. */
  vouchers: z.array(z.string()),
  /** The code of the public page of the matter that it was paid for. */
  project: z.string().nullable(),
});
export type StatementLine = z.infer<typeof StatementLine>;

/** What is shown and hashed: as canonical JSON it is the text of the disclosure. closing = opening + in - out + other. */
export const Statement = z.object({
  format: z.literal('liren-disclosure-1'),
  area: z.string(),
  fund: z.string(),
  name: z.string(),
  place: z.string(),
  unit: z.literal('fen'),
  month: z.number(),
  opening: z.number(),
  in: z.number(),
  out: z.number(),
  other: z.number(),
  closing: z.number(),
  accounts: z.array(StatementAccount),
  lines: z.array(StatementLine),
});
export type Statement = z.infer<typeof Statement>;

/** A month of a fund, published or not. */
export const MonthState = z.object({
  month: z.number(),
  name: z.string(),
  state: z.enum(['published', 'late', 'coming', 'running']),
  /** 已公布 · 晚了 3 天 · 7月10日前公布 · 正在记账 */
  stateName: z.string(),
  due: z.string(),
  lateDays: z.number(),
});
export type MonthState = z.infer<typeof MonthState>;

/** One fund in the list of a community. */
export const FundCard = z.object({
  areaId: z.string(),
  id: z.string(),
  name: z.string(),
  place: z.string(),
  /** What stands on its accounts now. */
  balance: z.number(),
  /** The month that was published last. */
  latest: z.object({ month: z.number(), name: z.string(), in: z.number(), out: z.number() }).nullable(),
  missing: z.array(MonthState),
});
export type FundCard = z.infer<typeof FundCard>;

export const AccountList = z.object({ areaName: z.string(), items: z.array(FundCard) });
export type AccountList = z.infer<typeof AccountList>;

const OtherEntry = z.object({ seq: z.number(), month: z.number(), name: z.string() });

export const Question = z.object({
  id: z.string(),
  words: z.string(),
  /** 一位业主 · 一位居民 */
  asker: z.string(),
  askedAt: z.string(),
  state: z.enum(['waiting', 'shown', 'declined']),
  reason: z.string(),
  answer: z.string().nullable(),
  answeredName: z.string().nullable(),
  answeredAt: z.string().nullable(),
  isMine: z.boolean(),
});
export type Question = z.infer<typeof Question>;

export const AccountLine = StatementLine.omit({ kinds: true, vouchers: true }).extend({
  /** 停车费、摊位费 */
  kindName: z.string(),
  wayName: z.string(),
  pictures: z.array(Picture),
  corrects: OtherEntry.nullable(),
  correctedBy: OtherEntry.nullable(),
  /** How many questions are shown, and how many of them are answered. */
  questions: z.number(),
  answers: z.number(),
});
export type AccountLine = z.infer<typeof AccountLine>;

/** A kind of income or spending within a month or a year. */
export const KindSum = z.object({
  code: z.string(),
  name: z.string(),
  direction: z.enum(['in', 'out']),
  amount: z.number(),
});
export type KindSum = z.infer<typeof KindSum>;

const Period = z.object({
  name: z.string(),
  opening: z.number(),
  in: z.number(),
  out: z.number(),
  other: z.number(),
  closing: z.number(),
  kinds: z.array(KindSum),
});

/** A published month as everybody sees it. */
export const PublishedMonth = Period.extend({
  month: z.number(),
  publishedAt: z.string(),
  draftedName: z.string(),
  checkedName: z.string(),
  checkedNote: z.string(),
  approvedName: z.string(),
  hash: z.string(),
  short: z.string(),
  /** Whether what stands here is what its hash was taken of. */
  intact: z.boolean(),
  lines: z.array(AccountLine),
  lineCount: z.number(),
  page: z.number(),
  pages: z.number(),
});
export type PublishedMonth = z.infer<typeof PublishedMonth>;

export const AccountPage = FundCard.extend({
  areaName: z.string(),
  bankName: z.string(),
  bankTail: z.string(),
  hotline: z.string(),
  opinionBox: z.string(),
  months: z.array(MonthState),
  shown: PublishedMonth.nullable(),
  /** The published months of a year, added up. */
  year: Period.extend({
    year: z.number(),
    months: z.array(Period.omit({ kinds: true }).extend({ month: z.number() })),
  }).nullable(),
  /** What the month that runs holds until now; it is not closed yet. */
  running: z.object({ name: z.string(), in: z.number(), out: z.number() }),
  groupText: z.string(),
});
export type AccountPage = z.infer<typeof AccountPage>;

export const LinePage = z.object({
  areaId: z.string(),
  areaName: z.string(),
  fundId: z.string(),
  fundName: z.string(),
  month: z.number(),
  monthName: z.string(),
  line: AccountLine,
  said: z.array(Question),
  /** Why the one who looks cannot ask, with what to do next; null when they can. */
  whyNotAsk: z.string().nullable(),
  hotline: z.string(),
  opinionBox: z.string(),
});
export type LinePage = z.infer<typeof LinePage>;

const Month = z.coerce.number().int().min(200001).max(299912);
export const MonthParams = FundParams.extend({ month: Month });
export const LineParams = MonthParams.extend({ seq: z.coerce.number().int().min(1).max(100_000_000) });
export const AccountQuery = z.object({
  month: Month.optional(),
  year: z.coerce.number().int().min(2000).max(2999).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type AccountQuery = z.infer<typeof AccountQuery>;
