import { z } from 'zod';

const Month = z.coerce.number().int().min(200001).max(299912);

/** Which published months: from the first of the book, up to the last, unless said otherwise. */
export const BundleQuery = z.object({ from: Month.optional(), to: Month.optional() });
export type BundleQuery = z.infer<typeof BundleQuery>;
