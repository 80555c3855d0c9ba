import type { ReactNode } from 'react';

/** A share as a bar; decoration, for the numbers always stand beside it. `mark`: where a threshold lies, 0 to 1. */
export function BallotBar({
  part,
  whole,
  mark,
  lost = false,
}: {
  part: number;
  whole: number;
  mark?: number | undefined;
  lost?: boolean;
}): ReactNode {
  const width = whole > 0 ? Math.floor((part / whole) * 1000) : 0;
  return (
    <svg className="vote-bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
      <rect className="ground" width="1000" height="12" />
      <rect className={lost ? 'fill lost' : 'fill'} width={Math.min(1000, width)} height="12" />
      {mark === undefined ? null : <rect className="mark" x={mark * 1000 - 3} width="6" height="12" />}
    </svg>
  );
}
