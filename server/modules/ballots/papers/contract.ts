import { z } from 'zod';
import { paperStates } from '../desk/contract.ts';

/** Ballot papers: printed per door with a code, read by two different people; slips of secret ballots, tied to nobody. */

export const PaperQuery = z.object({ buildingId: z.guid().optional() });
export const PaperSheet = z.object({
  ballotId: z.string(),
  title: z.string(),
  question: z.string(),
  estateName: z.string(),
  ruleSentences: z.array(z.string()),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  pick: z.number(),
  closesName: z.string(),
  /** Where the paper’s QR leads: the page of the ballot. */
  url: z.string(),
  openingHash: z.string(),
  papers: z.array(
    z.object({ number: z.number(), label: z.string(), buildingName: z.string(), area: z.number(), code: z.string() }),
  ),
});
export type PaperSheet = z.infer<typeof PaperSheet>;

/** Codes as they are read from paper: letters and digits, spaces and hyphens do not count. */
export const PaperCode = z.string().trim().min(4).max(24);
export const CodeParams = z.object({ areaId: z.string().min(1).max(64), ballotId: z.guid(), code: PaperCode });

export const PaperFound = z.object({
  number: z.number().nullable(),
  label: z.string(),
  state: z.enum(paperStates),
  /** Why the one who asks may not read it, with what to do next. */
  why: z.string().nullable(),
});
export type PaperFound = z.infer<typeof PaperFound>;

export const NewPaperEntry = z.object({ code: PaperCode, choices: z.array(z.string().max(40)).max(100) });
export type NewPaperEntry = z.infer<typeof NewPaperEntry>;
export const PaperEntered = z.object({ state: z.enum(paperStates), sentence: z.string() });
export type PaperEntered = z.infer<typeof PaperEntered>;

export const NewSlips = z.object({ count: z.number().int().min(1).max(500) });
/** Shown once, to be printed; only their hashes are kept. */
export const SlipCodes = z.object({ codes: z.array(z.string()) });
export type SlipCodes = z.infer<typeof SlipCodes>;
