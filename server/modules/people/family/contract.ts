import { z } from 'zod';

/** Family acting for an elder, with the elder's own consent on record. */

export const givenHows = ['当面', '电话录音', '书面'] as const;

export const Consent = z.object({
  id: z.string(),
  areaId: z.string(),
  elderId: z.string(),
  /** Masked. */
  elderName: z.string(),
  householdLabel: z.string().nullable(),
  familyUserId: z.string(),
  familyName: z.string(),
  /** 女儿 · 孙子 … */
  relation: z.string(),
  givenHow: z.enum(givenHows),
  givenAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;
export const ConsentList = z.object({ items: z.array(Consent) });
export type ConsentList = z.infer<typeof ConsentList>;

export const NewConsent = z.object({
  /** User name or mobile number of the family member's account. */
  family: z.string().trim().min(1).max(60),
  relation: z.string().trim().min(1).max(20),
  givenHow: z.enum(givenHows),
});
export type NewConsent = z.infer<typeof NewConsent>;

const AreaId = z.string().min(1).max(64);
export const ElderParams = z.object({ areaId: AreaId, personId: z.guid() });
export const ConsentParams = z.object({ areaId: AreaId, personId: z.guid(), consentId: z.guid() });
export const OwnConsentParams = z.object({ consentId: z.guid() });
