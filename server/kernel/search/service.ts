import { refuse } from '#shared/refusal';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Asked, Place } from './contract.ts';
import { askedOf } from './rules.ts';
import { openSegmenter } from './segment/service.ts';

/** What somebody looks for, taken apart. Refused when it is empty, too long, or holds only words that are everywhere. */
export async function readAsked(typed: string): Promise<Asked> {
  const asked = askedOf(typed, await openSegmenter());
  return 'zh' in asked ? refuse(asked) : asked;
}

export function writePlace({ tier, at, id }: Place): string {
  return writeCursor([tier, at, id]);
}

/** Where the next page begins. Refused when it is none of ours. */
export function readPlace(text: string): Place {
  return readCursor(text, ([tier, at, id]: [number, string, string]) =>
    Number.isInteger(tier) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { tier, at, id } : null,
  );
}

export { appendEntry, dropEntries, findEntries, writeEntries } from './store.ts';
export { matches, queriesOf, textMax } from './rules.ts';
