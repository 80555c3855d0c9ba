import { maskName } from '#shared/masking';
import type { Refusal } from '#shared/refusal';

const hidden = /[\p{Cc}\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/u;
const lineEnds = /[\n\r\t]/g;
const heaped = /\p{M}{3,}/u;

/** What residents write is plain text: nothing that hides in it, turns it round or piles up over the next line. */
export function whyNotText(texts: Record<string, string>): Refusal | null {
  const bad = Object.entries(texts).find(([, text]) => {
    const plain = text.replace(lineEnds, '');
    return hidden.test(plain) || heaped.test(plain);
  });
  if (!bad) return null;
  return {
    code: 'deliberation.odd-signs',
    status: 422,
    zh: '里面有看不见或者会弄乱版面的符号。请删掉，或者重新打一遍再发。',
    en: 'There are hidden or disturbing signs in the text. Type it again without them.',
    fields: { [bad[0]]: '有看不见的符号' },
  };
}

/** A neighbour as everybody may know her: masked, with her post only where she agreed. Source: X29. */
export function shownName(name: string, post: string | null): string {
  return `${post ?? '邻居'}${maskName(name)}`;
}

export const notFromHere: Refusal = {
  code: 'deliberation.not-from-here',
  status: 403,
  zh: '这里议的是本社区的事，住在本社区的人才能提、能附议、能说。请换到您住的社区去议。',
  en: 'Only residents of this community and those who work in it take part.',
};
