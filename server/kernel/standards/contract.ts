import type { Json, Label, Method, Problem } from '#kernel-contract/workflow';

/**
 * The words of the standards kernel: what good looks like, item by item, measured from the records or judged by a person.
 * Plain data; nothing here reads a clock or a database. Source: METHODS 2.4, B4, N10–N21.
 */

/** What a measure gives. Areas are held in 0.1 m², times in minutes, shares as part and whole: all integers. */
export type Unit = 'm2' | 'h' | 'percent' | 'count' | 'words';

/** What a module says of a measure that it registers by name. */
export type MeasureSpec = {
  name: string;
  gives: Unit;
  /** Names of its arguments (`with`). */
  takes: readonly string[];
  /** What is counted, as people count it: 次, 支, 件. */
  counted?: string;
  /** Whether it is taken over the year, or is how things stand now. */
  of: 'year' | 'now';
  /** False while the platform keeps no such records: the item is then filled in by a person. */
  recorded: boolean;
};

/** `value` in the unit's integers: 300 m2 = 3000, 56 h = 3360, 90% = 90. `each`: the measure is taken for each word. */
export type NumberTest = {
  kind: 'number';
  bound: 'atLeast' | 'atMost';
  value: number;
  unit: Exclude<Unit, 'words'>;
  each: string[];
};
/** Words that the measure must return: all of these, and one of those. */
export type WordTest = { kind: 'words'; all: string[]; any: string[] };

export type Item = {
  id: string;
  label: Label;
  /** The source's own words, and where they stand. */
  quote: string | null;
  place: string | null;
  measure: { name: string; with: { [argument: string]: Json } } | null;
  test: NumberTest | WordTest | null;
  judge: 'yesno' | 'grade' | null;
  /** Encouraged by the source: never fails. */
  encouraged: boolean;
};

export type Group = { id: string; label: Label; items: Item[] };

/** A standard file ready to run, with an area's settings applied. The hash names exactly this content. */
export type Standard = {
  id: string;
  hash: string;
  name: Label;
  version: number;
  source: string;
  level: string;
  period: 'year' | 'month' | 'once';
  /** Grades of what is judged by degrees, best first, and the lowest that is enough. */
  grades: string[];
  enough: string | null;
  params: Method['params'];
  groups: Group[];
  inferred: Method['inferred'];
};

export type CompiledStandard = { standard: Standard; problems: Problem[]; texts: string[] };

/** What a measure found. `unrecorded`: the platform keeps no records of it, or none that could tell. */
export type Measured =
  | { kind: 'number'; value: number }
  | { kind: 'share'; part: number; whole: number }
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'each'; shares: Readonly<Record<string, { part: number; whole: number }>> }
  | { kind: 'unrecorded' };

/** What a person decided: yes or no, or a grade. */
export type Verdict = string;

/** `optional`: encouraged and not there, which is no failure. `unmeasured`: no records yet, and nobody has decided. */
export const states = ['met', 'unmet', 'toJudge', 'unmeasured', 'optional'] as const;
export type State = (typeof states)[number];

/** How an item stands, in words. */
export type Finding = {
  state: State;
  value: string | null;
  threshold: string | null;
  /** What is missing: 还差 2 次. */
  gap: string | null;
  missing: string[];
  /** Whether a person decides it: judged by its nature, or for want of records. */
  byHand: boolean;
};
