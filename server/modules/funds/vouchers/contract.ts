import { z } from 'zod';
import { Picture } from '#contract/files';
import { FundParams } from '../contract.ts';

/** Vouchers 凭证: what came in, what was paid, what was moved, what was corrected; each with its papers. */

export const voucherKinds = ['income', 'payment', 'transfer', 'correction'] as const;
export const voucherWays = ['bank', 'cash', 'receipt'] as const;
export const voucherStates = ['proposed', 'drafted', 'posted', 'refused'] as const;
export type VoucherKind = (typeof voucherKinds)[number];
export type VoucherWay = (typeof voucherWays)[number];
export type VoucherState = (typeof voucherStates)[number];

export const voucherKindNames: Record<VoucherKind, string> = {
  income: '收入',
  payment: '支出',
  transfer: '转款',
  correction: '更正',
};
export const voucherWayNames: Record<VoucherWay, string> = { bank: '银行', cash: '现金', receipt: '已付（凭据号）' };
export const voucherStateNames: Record<VoucherState, string> = {
  proposed: '等经办',
  drafted: '等复核',
  posted: '已记账',
  refused: '没有付',
};

export const voucherActions = ['change', 'approve', 'refuse', 'correct'] as const;
export type VoucherAction = (typeof voucherActions)[number];

const Named = z.object({ id: z.string(), number: z.string().nullable() });

export const VoucherCard = z.object({
  id: z.string(),
  number: z.string().nullable(),
  kind: z.enum(voucherKinds),
  kindName: z.string(),
  way: z.enum(voucherWays),
  wayName: z.string(),
  receiptNo: z.string(),
  day: z.string(),
  month: z.number(),
  amount: z.number(),
  accountId: z.string(),
  accountName: z.string(),
  party: z.string(),
  memo: z.string(),
  state: z.enum(voucherStates),
  stateName: z.string(),
  version: z.number(),
  draftedName: z.string().nullable(),
  draftedAt: z.string().nullable(),
  approvedName: z.string().nullable(),
  approvedAt: z.string().nullable(),
  refusedName: z.string().nullable(),
  refusedReason: z.string(),
  entry: z.number().nullable(),
  reversal: z.number().nullable(),
  /** The voucher it corrects, and the one that corrects it. */
  corrects: Named.nullable(),
  correctedBy: Named.nullable(),
  /** A line of the bank says the same. */
  matched: z.boolean(),
  papers: z.array(Picture),
  /** The matter that pays with it. */
  matter: z.object({ number: z.string(), title: z.string(), traceCode: z.string() }).nullable(),
  step: z.string().nullable(),
  /** What the matter lays beside it: contract, acceptance. */
  shown: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
  /** Members of the committee who have to do with whoever is paid. */
  related: z.array(z.object({ id: z.string(), name: z.string() })),
  relatedNote: z.string(),
  payee: z.object({ id: z.string(), name: z.string() }).nullable(),
  actions: z.array(z.enum(voucherActions)),
  /** Why the one who asks may not approve it, with what to do next. */
  whyNotApprove: z.string().nullable(),
});
export type VoucherCard = z.infer<typeof VoucherCard>;

export const VoucherList = z.object({ items: z.array(VoucherCard), next: z.string().nullable() });
export type VoucherList = z.infer<typeof VoucherList>;

/** `waiting`: proposed and drafted, what the one who asks can do first. */
export const voucherViews = ['posted', 'waiting', 'refused'] as const;
const Month = z.coerce.number().int().min(190001).max(299912);
export const VoucherQuery = z.object({
  view: z.enum(voucherViews).default('posted'),
  month: Month.optional(),
  kind: z.enum(voucherKinds).optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type VoucherQuery = z.infer<typeof VoucherQuery>;
export const VoucherExportQuery = z.object({ from: Month.optional(), to: Month.optional() });

export const VoucherParams = FundParams.extend({ voucherId: z.guid() });

/** Ids of files, as they are kept: one paper serves one voucher however its id is typed. */
const Papers = z.array(z.guid().toLowerCase()).max(20).default([]);

export const VoucherForm = z.object({
  kind: z.enum(['income', 'payment', 'transfer']),
  way: z.enum(voucherWays).default('bank'),
  receiptNo: z.string().trim().max(40).default(''),
  day: z.iso.date(),
  /** In yuan, as typed: 1,280.50 */
  amount: z.string().trim().min(1, '请填金额').max(20),
  accountId: z.guid(),
  party: z.string().trim().max(60).default(''),
  memo: z.string().trim().min(2, '请写一句是什么钱').max(200),
  payeeUserId: z.string().max(64).nullable().default(null),
  relatedIds: z.array(z.string().max(64)).max(20).default([]),
  relatedNote: z.string().trim().max(200).default(''),
  papers: Papers,
});
export type VoucherForm = z.infer<typeof VoucherForm>;
export const VoucherChange = VoucherForm.extend({ version: z.number().int() });

export const VoucherCorrection = z.object({
  day: z.iso.date(),
  /** What it should have been, in yuan; 0 takes it back whole. */
  amount: z.string().trim().min(1, '请填金额').max(20),
  accountId: z.guid(),
  way: z.enum(voucherWays).default('bank'),
  receiptNo: z.string().trim().max(40).default(''),
  party: z.string().trim().max(60).default(''),
  memo: z.string().trim().min(2, '请写清为什么更正').max(200),
  papers: Papers,
});
export type VoucherCorrection = z.infer<typeof VoucherCorrection>;

export const VoucherApproval = z.object({ version: z.number().int() });
export const VoucherRefusal = z.object({ version: z.number().int(), reason: z.string().trim().min(2).max(200) });
