import { z } from 'zod';

/** Proofs of a brand: promotion at provincial level or above, or media publicity. Source: B42, N19 (S8.2, S8.3). */

export const proofKinds = ['promotion', 'media'] as const;
export const proofKindNames: Record<(typeof proofKinds)[number], string> = {
  promotion: '省级及以上推广',
  media: '上过媒体',
};

export const NewProof = z.strictObject({
  kind: z.enum(proofKinds),
  title: z.string().trim().min(2).max(80),
  givenBy: z.string().trim().min(2).max(60),
  givenOn: z.iso.date(),
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  pictures: z.array(z.guid()).max(6).default([]),
});
export type NewProof = z.infer<typeof NewProof>;

export const Proof = z.object({
  id: z.string(),
  kind: z.enum(proofKinds),
  kindName: z.string(),
  title: z.string(),
  givenBy: z.string(),
  givenOn: z.string(),
  link: z.string(),
  pictures: z.array(z.string()),
});
export type Proof = z.infer<typeof Proof>;

export const ProofParams = z.object({ areaId: z.string().min(1).max(64), proofId: z.guid() });
