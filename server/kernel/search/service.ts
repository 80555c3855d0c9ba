import { refuse } from '#shared/refusal';
import type { Asked, Place } from './contract.ts';
import { askedOf } from './rules.ts';
import { openSegmenter } from './segment/service.ts';

/** What somebody looks for, taken apart. Refused when it is empty, too long, or holds only words that are everywhere. */
export async function readAsked(typed: string): Promise<Asked> {
  const asked = askedOf(typed, await openSegmenter());
  return 'zh' in asked ? refuse(asked) : asked;
}

export function writePlace({ tier, at, id }: Place): string {
  return Buffer.from(JSON.stringify([tier, at, id])).toString('base64url');
}

/** Where the next page begins. Refused when it is none of ours. */
export function readPlace(text: string): Place {
  try {
    const [tier, at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [number, string, string];
    if (Number.isInteger(tier) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)) return { tier, at, id };
  } catch {
    // An unreadable cursor is refused below like a forged one.
  }
  return refuse({
    code: 'list.cursor-invalid',
    status: 400,
    zh: '翻页的位置读不懂，请从第一页重新看。',
    en: 'The cursor is not one of ours. Begin at the first page.',
  });
}

export { appendEntry, dropEntries, findEntries, writeEntries } from './store.ts';
export { matches, queriesOf, textMax } from './rules.ts';
