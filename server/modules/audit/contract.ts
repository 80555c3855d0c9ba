import { z } from 'zod';

/** The audit bundle: the sealed rows of an area after a number, as text. */
export const BundleQuery = z.object({ after: z.coerce.number().int().min(0).max(2_000_000_000).default(0) });
