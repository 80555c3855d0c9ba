import { refuse, type Refusal } from '#shared/refusal';

export const cursorInvalid: Refusal = {
  code: 'list.cursor-invalid',
  status: 400,
  zh: '翻页的位置读不懂，请从第一页重新看。',
  en: 'The cursor is not one of ours. Begin at the first page.',
};

/** A place in a list as the text that the next page is asked with. */
export function writeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The place that a cursor names; `placeOf` answers null for parts that are none. Refused when it is none of ours. */
export function readCursor<Parts, Place>(text: string, placeOf: (parts: Parts) => Place | null): Place {
  let place: Place | null = null;
  try {
    place = placeOf(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Parts);
  } catch {
    // An unreadable cursor is refused below like a forged one.
  }
  return place ?? refuse(cursorInvalid);
}
