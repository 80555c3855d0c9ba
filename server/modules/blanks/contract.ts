import { z } from 'zod';
import { AreaParams } from '#contract/areas';

/** The upper level's blank forms, filled from what the system knows, and the account of what was asked (减负账). */

export { AreaParams };

export const BlankParams = AreaParams.extend({ blankId: z.guid() });

export const tallyStates = ['filled', 'partly', 'chosen', 'unknown', 'left'] as const;

/** A heading of a form, or a row with words of its own, and what fills it. */
export const BlankItem = z.object({
  key: z.string(),
  heading: z.string(),
  /** What of the system fills it, in words; null when nobody here knows it. */
  from: z.string().nullable(),
  isPrivate: z.boolean(),
  state: z.enum(tallyStates),
  asked: z.number(),
  filled: z.number(),
});
export type BlankItem = z.infer<typeof BlankItem>;

/** A cell of the form as the preview draws it. */
export const BlankCell = z.object({
  column: z.number(),
  text: z.string(),
  across: z.number(),
  down: z.number(),
  state: z.enum(['printed', 'filled', 'private', 'empty']),
});
export type BlankCell = z.infer<typeof BlankCell>;

export const Blank = z.object({
  id: z.string(),
  fileName: z.string(),
  title: z.string(),
  askedBy: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  filledAt: z.string().nullable(),
  columns: z.number(),
  asked: z.number(),
  filled: z.number(),
});
export type Blank = z.infer<typeof Blank>;

export const BlankPage = Blank.pick({
  id: true,
  fileName: true,
  title: true,
  askedBy: true,
  createdAt: true,
  filledAt: true,
}).extend({
  /** What its rows are about, in words; null when it is no list. */
  listOf: z.string().nullable(),
  /** Words of the title that are not known; then a person says what is listed before anything is. */
  unclear: z.string(),
  listScope: z.string().nullable(),
  scopes: z.array(z.object({ value: z.string(), label: z.string() })),
  from: z.string(),
  to: z.string(),
  /** Whether a figure of it depends on the time chosen. */
  asksPeriod: z.boolean(),
  /** Whether it asks for personal data, and whether this person may have them. */
  asksPrivate: z.boolean(),
  mayReveal: z.boolean(),
  items: z.array(BlankItem),
  rows: z.number(),
  grows: z.number(),
  /** What a heading can be assigned to by hand. */
  terms: z.array(z.object({ value: z.string(), label: z.string(), group: z.string() })),
  preview: z.array(z.object({ at: z.number(), cells: z.array(BlankCell) })),
});
export type BlankPage = z.infer<typeof BlankPage>;

export const BlankQuery = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export type BlankQuery = z.infer<typeof BlankQuery>;

export const HeadingChoice = z.object({
  heading: z.string().min(1).max(120),
  /** One of `terms`; null forgets what was chosen before. */
  term: z.string().max(80).nullable(),
});
export const ScopeChoice = z.object({ listScope: z.string().max(40).nullable() });

export const BlankFill = BlankQuery.extend({
  askedBy: z.string().max(60).default(''),
  /** Why personal data are carried away, at least four signs; without it they stay empty. */
  reason: z.string().max(200).optional(),
});
export type BlankFill = z.infer<typeof BlankFill>;

export const BlankListQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  heading: z.string().max(120).optional(),
  /** Only those of which something had to be typed. */
  typed: z.enum(['yes']).optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type BlankListQuery = z.infer<typeof BlankListQuery>;
export const BlankList = z.object({ items: z.array(Blank), next: z.string().nullable() });

export const ReliefMonth = z.object({
  month: z.string(),
  blanks: z.number(),
  columns: z.number(),
  asked: z.number(),
  filled: z.number(),
});
export const Relief = z.object({
  months: z.array(ReliefMonth),
  /** Headings that forms asked more than once in these months, most often first. */
  again: z.array(z.object({ heading: z.string(), times: z.number(), from: z.string().nullable() })),
});
export type Relief = z.infer<typeof Relief>;
