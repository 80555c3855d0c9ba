// breaks tables-only-describe
import { z } from 'zod';
export const apples = z.object({});
