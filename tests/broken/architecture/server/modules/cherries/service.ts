import type { plain } from './rules.ts';
export const pick = (word: typeof plain) => word;
