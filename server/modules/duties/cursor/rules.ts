import { refuse } from '#shared/refusal';

export type Cursor = { at: string; id: string };

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** The place in a list that a cursor names. Refused when it is none of ours. */
export function readCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string, string];
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && id.length < 200)
      return { at, id };
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
