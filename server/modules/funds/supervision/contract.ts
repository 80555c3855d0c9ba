import { z } from 'zod';
import { RecordRow, RegisterPage } from '#contract/registers';
import { FundParams } from '../contract.ts';

/** How a fund is supervised: what the supervision group looked at, uses of the seal, where residents say that something is wrong. */

export const supervisionParts = ['inspections', 'seals'] as const;
export type SupervisionPart = (typeof supervisionParts)[number];

/** A register of the area, read with the rights that somebody has in the fund. */
export const Kept = z.object({ page: RegisterPage, records: z.array(RecordRow) });
export type Kept = z.infer<typeof Kept>;

export const Supervision = z.object({
  /** None where the area has not begun to keep it. */
  inspections: Kept.nullable(),
  seals: Kept.nullable(),
  hotline: z.string(),
  opinionBox: z.string(),
});
export type Supervision = z.infer<typeof Supervision>;

export const PartParams = FundParams.extend({ part: z.enum(supervisionParts) });
