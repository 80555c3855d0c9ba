import type { Instant } from '#kernel-contract/workflow';

/** Publicity 公示: what hangs for everybody to see for whole days, and what is said against it. */

export const publicityStates = ['drafted', 'checked', 'open', 'clear', 'upheld', 'withdrawn'] as const;
export type PublicityState = (typeof publicityStates)[number];

/** A label with its lines, as they hang. */
export type ShownLine = { label: string; lines: string[] };

/** What is to hang, and for how long. `board`: also on paper, on the notice board. */
export type Draft = {
  title: string;
  body: string;
  shown: ShownLine[];
  /** Ids of files. */
  pictures: string[];
  days: number;
  board: boolean;
  estateId: string | null;
};

/** The first and the last day, both whole, and the instant at which the last ends: 24:00 in Shanghai. */
export type Period = { from: string; to: string; closesAt: Instant };

/** Who acts, as they are written down. */
export type Person = { id: string; name: string };

export type Which = { areaId: string; id: string };

export type ClosedAs = 'clear' | 'upheld' | 'withdrawn';
