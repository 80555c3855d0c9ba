import type { Random } from '../shared/random.ts';
import type { Calendar, CommunityCast, DemoData, Person, Case, Subject } from './contract.ts';

export type Choice = { subject: Subject; story: Case };

export type Weighed = Choice & { weight: number };

/** Everything needed to make up the matters of one community. */
export type Desk = {
  data: DemoData;
  cast: CommunityCast;
  everybody: ReadonlyMap<string, Person>;
  calendar: Calendar;
  now: number;
  today: string;
  storm: string;
  random: Random;
  /** How often each text has been used in the whole city. */
  texts: Map<string, number>;
  /** The share of matters handled late. */
  punctuality: number;
  /** Cases with their weights, per season. */
  cases: Map<string, Weighed[]>;
  drawn: number;
};
