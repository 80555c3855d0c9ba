import type { Instant, Label, Method, Problem, Values } from '#kernel-contract/workflow';

/**
 * The words of the duties kernel: what is due again and again, for whom, and how a period stands. Plain data; nothing here
 * reads a clock or a database. Days are `YYYY-MM-DD` in Shanghai. Source: METHODS 2.2, F37, N71, X25.
 */

export type Day = string;
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `per`: once in each calendar period. `every`: again so long after the last time (`7 days`). */
export type Cadence = { kind: 'per'; unit: PeriodUnit } | { kind: 'every'; time: string };

export type Duty = {
  id: string;
  label: Label;
  /** visit, call, patrol, meeting or report; any of them fulfils it. */
  does: string[];
  cadence: Cadence;
  /** Time after the period in which it still counts as done. */
  grace: string | null;
  /** Due only while this holds of the parameters. */
  if: string | null;
  /** Roles, or `subject`: the subject herself. */
  by: string[];
  forms: string[];
  /** Methods that a finding may start. */
  starts: string[];
  /** Told when it is late, and when it is done. */
  late: string[];
  tell: string[];
  /** One round may serve several at once. */
  together: boolean;
};

/** A duty file ready to run, with an area's settings applied. The hash names exactly this content. */
export type DutySet = {
  id: string;
  hash: string;
  name: Label;
  version: number;
  source: string;
  /** A level of areas (grid, estate, building, community), or a role whose every holder is a subject. */
  subject: string;
  duties: Duty[];
  inferred: Method['inferred'];
  /** Its forms and parameters as the workflow kernel reads them: a method with a step per duty and no line. */
  asking: Method;
};

export type CompiledDuties = { set: DutySet; problems: Problem[]; texts: string[] };

/** First and last day, both inside. */
export type Period = { from: Day; to: Day };

/** One duty done once. `period` is the first day of the period it counts for. */
export type Done = { at: Instant; period: Day };

/** excused: whoever should have done it was away, and nobody stood in. */
export type DueState = 'open' | 'done' | 'late' | 'excused';

/** How a duty stands in one period: it may be done until `until`, the last day of grace. */
export type Due<Act extends Done = Done> = {
  period: Period;
  until: Day;
  state: DueState;
  done: Act | null;
};

export type Absence = { userId: string; from: Day; to: Day; standInId: string | null };

/** What the rules are told about the world. `reach`: the day so long after a day (`2026-11-20`, `2 workdays`). */
export type DutyWorld = { now: Instant; reach(day: Day, time: string): Day };

/** A subject of duties: a grid, an estate, or a person by her role. */
export type Subject = { kind: string; id: string; label: string };

export type DutyRecord = {
  areaId: string;
  id: string;
  roundId: string;
  set: string;
  duty: string;
  definitionHash: string;
  subject: Subject;
  period: Day;
  at: Instant;
  receivedAt: Instant;
  actorId: string;
  actorName: string;
  standsFor: string | null;
  form: Values;
  matter: string | null;
};
