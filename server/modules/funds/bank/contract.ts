import { z } from 'zod';
import { FundParams } from '../contract.ts';

/** Bank lines 银行流水: what the bank says happened, laid beside the vouchers. */

const Matched = z.object({
  id: z.string(),
  number: z.string().nullable(),
  memo: z.string(),
  party: z.string(),
  day: z.string(),
});

export const BankLine = z.object({
  id: z.string(),
  day: z.string(),
  serial: z.string(),
  /** What came in is above zero. */
  amount: z.number(),
  balance: z.number(),
  /** The other side, a person's name masked. */
  party: z.string(),
  memo: z.string(),
  voucher: Matched.nullable(),
  /** Vouchers of the same amount near that day, the nearest first. */
  suggestions: z.array(Matched),
});
export type BankLine = z.infer<typeof BankLine>;

export const BankLineList = z.object({
  items: z.array(BankLine),
  next: z.number().nullable(),
  /** How many have no voucher yet, and vouchers through the bank that no line shows. */
  unmatched: z.number(),
  unseen: z.number(),
  /** What the bank says there is, as of which day; none before the first statement. */
  bankBalance: z.number().nullable(),
  through: z.string().nullable(),
  /** What the book says there is. */
  bookBalance: z.number(),
});
export type BankLineList = z.infer<typeof BankLineList>;

export const BankLineQuery = z.object({
  open: z.stringbool().default(false),
  cursor: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type BankLineQuery = z.infer<typeof BankLineQuery>;
export const BankLineParams = FundParams.extend({ lineId: z.guid() });
export const BankMatch = z.object({ voucherId: z.guid() });

/** What a statement holds, before anything is taken in. */
export const StatementCheck = z.object({
  fileName: z.string(),
  rows: z.number(),
  added: z.number(),
  known: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  income: z.number(),
  expense: z.number(),
  problems: z.array(z.object({ at: z.number(), problem: z.string() })),
  /** Columns nobody asked for, in the file's own words. */
  unknown: z.array(z.string()),
  lines: z.array(
    z.object({
      at: z.number(),
      day: z.string(),
      serial: z.string(),
      amount: z.number(),
      balance: z.number(),
      party: z.string(),
      memo: z.string(),
      known: z.boolean(),
    }),
  ),
});
export type StatementCheck = z.infer<typeof StatementCheck>;
