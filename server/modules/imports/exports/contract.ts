import { z } from 'zod';

/** A list carried away. Without a reason personal data are masked as on screen. */
export const ResidentsExport = z.object({ reason: z.string().max(200).optional() });
