import type { Instant, MatterState } from '../contract.ts';

/** A walk that ended (or ran out of moves), what was done on the way, and every promise that was broken. */
export type Walk = {
  seed: number;
  state: MatterState;
  moves: string[];
  passed: string[];
  endedAt: Instant;
  broken: string[];
};

export type WalkOptions = { seed: number; from: Instant; movesMax?: number };
