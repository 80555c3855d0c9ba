// breaks library-is-data
import { steps } from '../library/steps.ts';
export const run = steps;
