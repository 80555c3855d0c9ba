import { z } from 'zod';
import { Picture } from '#contract/files';
import { PublicAnswer, PublicityCard, PublicityPage } from '../contract.ts';

/** Publicity as those see it who draft, check, approve and answer. */

export const deskActions = ['edit', 'check', 'approve', 'return', 'withdraw', 'prove', 'answer'] as const;
export type DeskAction = (typeof deskActions)[number];

export const DeskPublicity = PublicityCard.extend({
  draftedName: z.string(),
  draftedAt: z.string(),
  checkedName: z.string().nullable(),
  approvedName: z.string().nullable(),
  returnedReason: z.string(),
  openObjections: z.number(),
  /** Its days are over and an objection has no answer. */
  overdue: z.boolean(),
  /** It hangs on the board by rule, and no photo shows that it does. */
  needsPhoto: z.boolean(),
  /** There is something only this person, or one like them, can do next. */
  waitsForMe: z.boolean(),
  /** The matter whose step it is. */
  carried: z.boolean(),
  actions: z.array(z.enum(deskActions)),
});
export type DeskPublicity = z.infer<typeof DeskPublicity>;

export const DeskPublicityList = z.object({ items: z.array(DeskPublicity), next: z.string().nullable() });
export type DeskPublicityList = z.infer<typeof DeskPublicityList>;

const DeskObjection = PublicAnswer.extend({
  name: z.string(),
  words: z.string(),
  pictures: z.array(Picture),
  answeredName: z.string().nullable(),
});

export const DeskPublicityPage = DeskPublicity.extend({
  areaName: z.string(),
  estateId: z.string().nullable(),
  body: z.string(),
  shown: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })),
  pictures: z.array(Picture),
  board: z.boolean(),
  period: z.string(),
  until: z.string(),
  url: z.string(),
  openingHash: z.string().nullable(),
  openingShort: z.string().nullable(),
  closingHash: z.string().nullable(),
  intact: z.boolean(),
  withdrawnReason: z.string(),
  proofs: PublicityPage.shape.proofs,
  said: z.array(DeskObjection),
  replaces: z.string().nullable(),
  replacedBy: z.string().nullable(),
  groupText: z.string(),
});
export type DeskPublicityPage = z.infer<typeof DeskPublicityPage>;

const Line = z.object({
  label: z.string().trim().min(1).max(30),
  lines: z.array(z.string().trim().min(1).max(500)).min(1).max(200),
});

export const PublicityForm = z.object({
  title: z.string().trim().min(2).max(80),
  body: z.string().trim().max(5000).default(''),
  shown: z.array(Line).max(30).default([]),
  pictures: z.array(z.guid()).max(9).default([]),
  days: z.number().int().min(1).max(90).default(7),
  board: z.boolean().default(true),
  estateId: z.guid().nullable().default(null),
});
export type PublicityForm = z.infer<typeof PublicityForm>;

export const PublicityReason = z.object({ reason: z.string().trim().min(2).max(300) });
export const PublicityWithdrawal = PublicityReason.extend({
  /** Drafts it anew with what it held, to be corrected and posted with whole days. */
  anew: z.boolean().default(false),
});
export const ObjectionAnswer = z.object({ upheld: z.boolean(), answer: z.string().trim().min(2).max(2000) });
export const DeskQuery = z.object({ ended: z.stringbool().default(false), cursor: z.guid().optional() });
