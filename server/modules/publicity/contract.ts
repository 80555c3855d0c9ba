import { z } from 'zod';
import { Picture } from '#contract/files';
import { publicityStates } from '#kernel-contract/publicity';

/** Publicity 公示: what hangs for whole days before it counts, and what residents say against it. */

export const publicityStateNames: Record<(typeof publicityStates)[number], string> = {
  drafted: '等审核',
  checked: '等发布',
  open: '公示中',
  clear: '公示期满',
  upheld: '异议成立',
  withdrawn: '已撤下',
};

const ShownLine = z.object({ label: z.string(), lines: z.array(z.string()) });

/** One that hangs or hung, in a list. */
export const PublicityCard = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  state: z.enum(publicityStates),
  /** 公示中 · 等答复异议 · 公示期满，没有异议 … */
  stateName: z.string(),
  /** Where it concerns: an estate, or the whole community. */
  place: z.string(),
  days: z.number(),
  /** 2026-06-02 and 2026-06-08, both whole days; none before it is posted. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  closesAt: z.string().nullable(),
  daysLeft: z.number(),
  postedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  objections: z.number(),
});
export type PublicityCard = z.infer<typeof PublicityCard>;

export const PublicityList = z.object({
  items: z.array(PublicityCard),
  next: z.string().nullable(),
  /** How many hang now. */
  open: z.number(),
});
export type PublicityList = z.infer<typeof PublicityList>;

/** What became of an objection, without a name and without its words. */
export const PublicAnswer = z.object({
  number: z.number(),
  at: z.string(),
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
  answeredAt: z.string().nullable(),
});
const OwnObjection = PublicAnswer.extend({ words: z.string(), pictures: z.array(Picture) });

export const publicityActions = ['object', 'prove'] as const;

export const PublicityPage = PublicityCard.extend({
  areaName: z.string(),
  body: z.string(),
  shown: z.array(ShownLine),
  pictures: z.array(Picture),
  board: z.boolean(),
  /** 6月2日—6月8日 */
  period: z.string(),
  /** 6月8日 24:00 */
  until: z.string(),
  proofs: z.array(z.object({ picture: Picture, at: z.string() })),
  openingHash: z.string(),
  openingShort: z.string(),
  closingHash: z.string().nullable(),
  closingShort: z.string().nullable(),
  /** Whether what stands here is what was hashed at its posting. */
  intact: z.boolean(),
  answers: z.array(PublicAnswer),
  mine: z.array(OwnObjection),
  withdrawnReason: z.string(),
  /** The one it was posted anew for, and the one posted anew for it. */
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  groupText: z.string(),
  /** Why the one who asks cannot object, with what to do next; null when they can. */
  whyNotObject: z.string().nullable(),
  actions: z.array(z.enum(publicityActions)),
});
export type PublicityPage = z.infer<typeof PublicityPage>;

const AreaId = z.string().min(1).max(64);
export const PublicityParams = z.object({ areaId: AreaId, publicityId: z.guid() });
export const ObjectionParams = PublicityParams.extend({ number: z.coerce.number().int().min(1).max(100_000) });
export const PublicityQuery = z.object({
  ended: z.stringbool().default(false),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type PublicityQuery = z.infer<typeof PublicityQuery>;
export const RecordQuery = z.object({ of: z.enum(['opening', 'closing']).default('opening') });

const Pictures = z.array(z.guid()).max(9).default([]);

export const NewObjection = z.object({ words: z.string().trim().min(1).max(2000), pictures: Pictures });
export type NewObjection = z.infer<typeof NewObjection>;
export const ObjectionReceipt = z.object({ number: z.number() });
export const NewProofs = z.object({ pictures: z.array(z.guid()).min(1).max(9) });
