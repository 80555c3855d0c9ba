import type { Json } from '#kernel-contract/workflow';
import type { Reading } from '../contract.ts';

/** What every measure is written with. */

export const unrecorded: Reading = { measured: { kind: 'unrecorded' }, behind: [], list: null };

export type Given = { [argument: string]: Json };

/** One word, or a list of words. */
export function wordsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
