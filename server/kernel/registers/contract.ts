import type { Duty } from '#kernel-contract/duties';
import type { Instant, Label, Level, Method, Problem, Values, WorkCalendar } from '#kernel-contract/workflow';

/**
 * The words of the registers kernel: a 台账 as a file says it, a record as the rules see it. Plain data; nothing here reads
 * a clock or a database. Source: METHODS 2.3, decision 0019.
 */

export const subjectKinds = ['person', 'household', 'organisation', 'place', 'area', 'none'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** How the public page draws the records: people as cards, things as pictures, or lines. */
export const faceKinds = ['people', 'pictures', 'lines'] as const;
export type FaceKind = (typeof faceKinds)[number];

export type Need = { if: string; sentence: string };

/** One way on from a state: a button. */
export type RegisterMove = { id: string; label: Label; to: string };

/**
 * Where a record stands in its life. `form` is filled, and `needs` must hold, to come into it; `by` may bring it there. A
 * state without a way on is an end.
 */
export type RegisterState = {
  id: string;
  label: Label;
  main: boolean;
  by: string[];
  forms: string[];
  needs: Need[];
  advise: Need[];
  moves: RegisterMove[];
};

/** `by`: how records divide among the words of a field. `if`: how many of all satisfy it, flagged below the target. */
export type Count = {
  id: string;
  label: Label;
  by: string | null;
  if: string | null;
  /** In percent, 0 to 100. */
  target: number | null;
};

/** A register file ready to run, with an area's settings applied. The hash names exactly this content. */
export type Register = {
  id: string;
  hash: string;
  name: Label;
  version: number;
  source: string;
  /** Level of the areas that keep it. */
  level: Level;
  subject: SubjectKind;
  by: string[];
  unique: string[];
  needs: Need[];
  advise: Need[];
  shows: string[];
  states: RegisterState[];
  counts: Count[];
  duties: Duty[];
  present: {
    face: FaceKind;
    icon?: string;
    promise?: Label;
    empty?: Label;
    picture?: string;
    group?: string;
    story?: string;
  };
  inferred: Method['inferred'];
  quotes: { text: string; place: string }[];
  /** Its forms and parameters as the workflow kernel reads them: the fields of a record, then a form per state. */
  asking: Method;
};

/** The form that holds the register's own fields. */
export const recordForm = '$record';

/** The field that names the subject. */
export const whoField = 'who';

export type CompiledRegister = { register: Register; problems: Problem[]; texts: string[] };

/** A record as the rules see it. Sealed values appear as a mark that they are filled. */
export type RecordSeen = { id: string; state: string | null; form: Values };

/** What the rules are told about the world. */
export type RegisterWorld = { now: Instant; calendar: WorkCalendar };

/** One figure with the records behind it. */
export type CountPart = { word: string; ids: string[] };

export type Counted = {
  count: Count;
  parts: CountPart[];
  /** All records the figure is of. */
  all: number;
  /** Whole percent of `if` over all, rounded down so that 100 means every one; null when there are none. */
  percent: number | null;
  /** Below its target. */
  flagged: boolean;
};
