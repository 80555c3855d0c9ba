import * as cursors from '#platform/cursor';

export type Cursor = { at: string; id: string };

export function writeCursor({ at, id }: Cursor): string {
  return cursors.writeCursor([at, id]);
}

/** The place in a list that a cursor names. Refused when it is none of ours. */
export function readCursor(text: string): Cursor {
  return cursors.readCursor(text, ([at, id]: [string, string]) =>
    typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && id.length < 200
      ? { at, id }
      : null,
  );
}
