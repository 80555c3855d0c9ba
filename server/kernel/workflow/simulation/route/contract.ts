import type { Instant, MatterStatus, Values } from '../../contract.ts';

/** One thing done on the way: by whom (a user's id, or `system` when a limit passes or a ballot closes), what, and the step it leads to. */
export type RouteMove = {
  at: Instant;
  by: string;
  kind: 'begin' | 'act' | 'merge' | 'wait' | 'settle';
  action: string;
  form: Values;
  to: string;
};

/** The shortest way to a step: what to do, and the steps passed. */
export type StepRoute = { step: string; ending: MatterStatus | null; moves: RouteMove[]; passed: string[] };

/** Who there is: the user that counts as a key (`role:grid-worker`, `body:volunteer-team`, `resident`), if anybody. */
export type Cast = (key: string) => string | null;
