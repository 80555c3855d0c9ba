import { z } from 'zod';
import { MonthState } from '../disclosures/contract.ts';

/** Accounts that are late or missing, for the community and for those above it. */

export const LateFund = z.object({
  areaId: z.string(),
  areaName: z.string(),
  fundId: z.string(),
  fundName: z.string(),
  place: z.string(),
  missing: z.array(MonthState),
  /** How many of them are late. */
  late: z.number(),
});
export type LateFund = z.infer<typeof LateFund>;

export const LateAccounts = z.object({
  items: z.array(LateFund),
  /** Estates without an account for their public revenue. */
  without: z.array(
    z.object({ areaId: z.string(), areaName: z.string(), estateId: z.string(), estateName: z.string() }),
  ),
  /** How many months are late in all, and of how many funds. */
  lateMonths: z.number(),
  lateFunds: z.number(),
  funds: z.number(),
});
export type LateAccounts = z.infer<typeof LateAccounts>;
