import type { Label, MatterStatus } from '../contract.ts';

/** One step of a method as its card says it: who does what by when, what is asked, what everybody sees. */
export type CardRow = {
  id: string;
  label: Label;
  main: boolean;
  /** From 0 on the main line; -1 aside. */
  position: number;
  ending: MatterStatus | null;
  who: string;
  fills: string;
  limit: string;
  /** The limit where there is little room: the times alone. */
  limitShort: string;
  late: string;
  shows: string;
};

/** A method on one page in plain Chinese (明白卡). Every page, screen and file that explains a method says these sentences. */
export type Card = {
  rows: CardRow[];
  /** What may be done in any step: 重复并案 → 并案. */
  anytime: string[];
  /** Who may read a whole matter. */
  reads: string;
  /** What becomes public, and when. */
  published: string[];
  /** Who may object, hurry or take back, and how. */
  objections: string[];
};
