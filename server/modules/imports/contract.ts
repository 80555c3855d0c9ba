import { z } from 'zod';
import { AreaParams } from '#contract/areas';

/** Bringing records in from a person's own Excel file. Source: trust.md R22, 4.3. */

export { AreaParams };

export const kinds = ['places', 'residents', 'owners'] as const;
export type KindId = (typeof kinds)[number];

export const states = ['checked', 'running', 'done', 'cancelled'] as const;
export const duplicateWays = ['skip', 'update', 'merge'] as const;

export const ImportKind = z.object({
  id: z.enum(kinds),
  name: z.string(),
  columns: z.array(z.object({ heading: z.string(), required: z.boolean(), hint: z.string() })),
  /** Whether a record that is there already can be updated or merged; else it is only skipped. */
  changes: z.boolean(),
});
export const ImportKinds = z.object({ items: z.array(ImportKind) });

export const Import = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  kindName: z.string(),
  fileName: z.string(),
  state: z.enum(states),
  duplicates: z.enum(duplicateWays),
  total: z.number(),
  bad: z.number(),
  doubled: z.number(),
  done: z.number(),
  added: z.number(),
  updated: z.number(),
  skipped: z.number(),
  failed: z.number(),
  createdAt: z.string(),
  createdByName: z.string(),
  finishedAt: z.string().nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportPage = Import.extend({
  /** Columns of the file that are not taken in, in its own words. */
  unknown: z.array(z.string()),
  /** The first rows that are wrong, with the number they have in Excel. */
  problems: z.array(z.object({ at: z.number(), problem: z.string() })),
});
export type ImportPage = z.infer<typeof ImportPage>;

export const ImportList = z.object({ items: z.array(Import), next: z.string().nullable() });
export const ImportListQuery = z.object({
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type ImportListQuery = z.infer<typeof ImportListQuery>;

export const ImportParams = AreaParams.extend({ importId: z.guid() });
export const KindParams = AreaParams.extend({ kind: z.enum(kinds) });
export const ImportStart = z.object({ duplicates: z.enum(duplicateWays).default('skip') });
