import type { Refusal } from '#shared/refusal';
import type {
  Action,
  ActorRef,
  Instant,
  MatterState,
  MatterStatus,
  Method,
  OfficeVerb,
  Step,
  Values,
  World,
} from '../contract.ts';

/** Where a kind stands when it is asked: the matter is in this step. */
export type Standing = { method: Method; state: MatterState; step: Step; world: World };

/** What a kind says happens next. */
export type Turn =
  | {
      then: 'wait';
      waiting: Values;
      /** Somebody else is asked: the limit starts anew. */
      renew?: boolean;
      /** What the step has yielded so far. */
      result?: Values;
      /** Until when it waits, where that was found out. */
      dueAt?: Instant;
      /** More that the part which carries the step is to do. */
      carry?: Values;
      /** Nobody new has to be told. */
      quiet?: boolean;
    }
  | { then: 'action'; action: Action }
  | {
      then: 'outcome';
      outcome: string;
      result: Values;
      /** The end of its time is what it waited for, and so not late. */
      inTime?: boolean;
    }
  | { then: 'end'; status: MatterStatus };

/** What the part that carries a step may find out, and the first moment at which that can be. */
export type Finding = { outcome: string; result: Values; notBefore: Instant };

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
  act(standing: Standing, action: Action, actor: ActorRef, form: Values): Turn;
  /** The limit has passed; null leaves it to the `late` rules. */
  expire(standing: Standing): Turn | null;
  /** The status a matter gets by entering, when the kind ends it. */
  ending(step: Step): MatterStatus | null;
  /** Keys of those who may press its buttons, where these are more than it waits for. */
  entitled?(standing: Standing): string[];
  /** The buttons as somebody sees them, where that depends on who looks. */
  buttons?(standing: Standing, actor: ActorRef): Action[];
  /** What is filled in is kept by the kind, and not in the fields of the matter. */
  keepsForm?: true;
  /** Why a button cannot be pressed yet. */
  whyNot?(standing: Standing, action: Action): Refusal | null;
  /** What the part that carries such a step is told when it is entered. */
  carries?(standing: Standing): Values;
  /** That part found something out; null when that is known already. Throws for an outcome the kind does not know. */
  settle?(standing: Standing, outcome: string, result: Values): Turn | Refusal | null;
  /** What that part may find out next: what random walks try. */
  findings?(standing: Standing): Finding[];
  /** Office verbs that would contradict the part that carries the step. */
  without?: readonly OfficeVerb[];
};
