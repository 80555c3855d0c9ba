import { z } from 'zod';

/** The words of `library/funds.yaml`: the accounts a fund begins with, and when its month is due. */

const AccountWord = z.strictObject({
  code: z.string().regex(/^\d{4}$/),
  name: z.string().min(1).max(20),
  en: z.string().min(1),
});
export type AccountWord = z.infer<typeof AccountWord>;

export const FundWords = z.strictObject({
  assets: z.strictObject({ bank: AccountWord, cash: AccountWord }),
  opening: AccountWord,
  /** The day of the next month by which an account is published. Source: N55. */
  dueDay: z.number().int().min(1).max(28),
  /** The duty that publishing a month fulfils. */
  duty: z.string().min(1),
  /** The register of uses of the seal. Source: N56. */
  seals: z.string().min(1),
  /** The register of what the supervision group looked at. Source: C42. */
  inspections: z.string().min(1),
  funds: z.record(
    z.string(),
    z.strictObject({ income: z.array(AccountWord).min(1), expense: z.array(AccountWord).min(1) }),
  ),
});
export type FundWords = z.infer<typeof FundWords>;
