import { z } from 'zod';
import type { CountedBy, Share, Tally, Terms } from '#shared/recount';

export const ballotStates = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type BallotState = (typeof ballotStates)[number];

/** Which counts when the same elector voted on paper and by phone; both are kept. */
export const paperRules = ['paper', 'first', 'last'] as const;
export type PaperRule = (typeof paperRules)[number];

/** How a ballot paper, or the call to vote, reached a door. */
export const deliveryWays = ['app', 'sms', 'paper', 'phone', 'door', 'post'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

export type { CountedBy, Share, Tally, Terms };

/** A rule of `library/ballots.yaml`. */
export type Rule = {
  id: string;
  name: string;
  terms: Terms;
  /** Its shares may be raised, never lowered. */
  legal: boolean;
  source: string;
};

export type BallotRules = {
  rules: ReadonlyMap<string, Rule>;
  /** Electorate to the rule it needs at least. */
  floors: ReadonlyMap<string, string>;
  /** What electorates are called that are no bodies. */
  electorates: ReadonlyMap<string, string>;
};

export type Choice = { id: string; label: string };

/** Somebody entitled to vote, as handed over when a ballot opens. */
export type ElectorInput = {
  /** What it stands for where it comes from: a unit, a household, a member. */
  ref: string;
  label: string;
  name: string;
  userId: string | null;
  buildingId: string | null;
  /** Title area in 0.01 m²; 0 where areas do not count. */
  area: number;
  /** The same for doors of the same owner, who is one person by number. Absent: a person of its own. */
  person?: string | undefined;
  /** Co-owners with an account who do not vote for this door. */
  coOwners?: readonly string[] | undefined;
};

/** `at least 2/3` or `more than 1/2`. */
export const ShareText = z.string().regex(/^(at least|more than) \d{1,3}\/\d{1,3}$/);
