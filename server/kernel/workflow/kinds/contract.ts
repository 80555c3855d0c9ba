import type { Action, ActorRef, MatterState, MatterStatus, Method, Step, Values, World } from '../contract.ts';

/** Where a kind stands when it is asked: the matter is in this step. */
export type Standing = { method: Method; state: MatterState; step: Step; world: World };

/** What a kind says happens next. */
export type Turn =
  | { then: 'wait'; waiting: Values; renew?: boolean }
  | { then: 'action'; action: Action }
  | { then: 'outcome'; outcome: string; result: Values }
  | { then: 'end'; status: MatterStatus };

/** The behaviour of a step kind. The engine asks by these names and never looks at which kind it is. */
export type Kind = {
  name: string;
  /** A matter enters the step. */
  enter(standing: Standing): Turn;
  /** Keys of those the step waits for. */
  actors(standing: Standing): string[];
  /** What may be pressed in such a step. */
  actions(step: Step): Action[];
  /** Somebody entitled pressed one of them. */
  act(standing: Standing, action: Action, actor: ActorRef): Turn;
  /** The limit has passed; null leaves it to the `late` rules. */
  expire(standing: Standing): Turn | null;
  /** The status a matter gets by entering, when the kind ends it. */
  ending(step: Step): MatterStatus | null;
};
