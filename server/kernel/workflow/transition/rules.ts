import type { Refusal } from '#shared/refusal';
import { countsAs, resolveActors } from '../actors/rules.ts';
import type {
  Action,
  ActorRef,
  Beside,
  HistoryLine,
  MatterEvent,
  MatterState,
  Method,
  StepResult,
  Values,
  World,
} from '../contract.ts';
import { checkForm, travellingFields } from '../form/rules.ts';
import { kindOf } from '../kinds/rules.ts';
import { opensAt } from '../limit/opening/rules.ts';
import { mayAct } from '../office/rules.ts';
import { holdsFor } from '../scope/rules.ts';
import { meetDeadline } from './deadline/rules.ts';
import {
  enter,
  follow,
  keepOutcome,
  leave,
  line,
  openDraft,
  routeFrom,
  standingOf,
  stepOf,
  tell,
} from './draft/rules.ts';
import type { Draft } from './draft/rules.ts';
import { useOffice } from './office/rules.ts';
import { keepBeside, recordsOf } from './record/rules.ts';
import * as refusals from './refusal/rules.ts';

export function isRefusal(result: StepResult | Refusal): result is Refusal {
  return 'code' in result;
}

const unchanged = (state: MatterState): StepResult => ({ next: state, history: [], effects: [], advice: [] });

const resultOf = ({ state, history, effects, advice }: Draft): StepResult => ({
  next: state,
  history,
  effects,
  advice,
});

function blankState(method: Method, world: World, fields: Values): MatterState {
  const first = method.steps[0]?.id ?? '';
  return {
    method: method.id,
    hash: method.hash,
    status: 'open',
    step: first,
    enteredAt: world.now,
    dueAt: null,
    pausedAt: null,
    fields,
    visits: {},
    taken: {},
    results: {},
    waiting: {},
    handlers: [],
    shown: [],
    lateFired: [],
    begunAt: world.now,
  };
}

/** The target of an action now, its `atMost` counted. */
export function targetOf(draft: Pick<Draft, 'method' | 'state' | 'world'>, action: Action): string {
  const step = stepOf(draft.method, draft.state.step);
  const taken = draft.state.taken[`${step.id}.${action.id}`] ?? 0;
  const used = action.atMost !== undefined && action.else !== undefined && taken >= action.atMost;
  return used && action.else !== undefined ? action.else : routeFrom(draft, step, action.routes);
}

/** The ids of forms an action asks for: those of its step when it leads on. */
export function formsOf(method: Method, stepId: string, action: Action): string[] {
  return action.leads ? stepOf(method, stepId).forms : [];
}

type Press = { action: Action; form: Values; reason: string | undefined; kind: HistoryLine['kind'] };

function fillForm(draft: Draft, press: Press): Refusal | Values {
  const { method, state, world } = draft;
  const step = stepOf(method, state.step);
  const forms = formsOf(method, step.id, press.action);
  const { values, problems } = checkForm(method, forms, press.form, { state, world });
  if (Object.keys(problems).length > 0) return refusals.formInvalid(problems);
  const fields = { ...state.fields, ...values };
  if (!kindOf(step).keepsForm) state.fields = fields;
  if (!press.action.leads) return values;
  const seen = { ...state, fields };
  const unmet = step.needs.find((need) => !holdsFor(need.if, method, seen, world));
  if (unmet) return refusals.needUnmet(unmet.sentence);
  draft.advice.push(...step.advise.filter((one) => !holdsFor(one.if, method, seen, world)).map((one) => one.sentence));
  return values;
}

function isRefused(result: Refusal | Values): result is Refusal {
  return typeof result['code'] === 'string' && typeof result['status'] === 'number';
}

/** Somebody entitled presses a button of the current step. */
function press(draft: Draft, pressed: Press): StepResult | Refusal {
  const { method, state, actor } = draft;
  const reason = pressed.reason?.trim() ?? '';
  const kind = kindOf(stepOf(method, state.step));
  const own = actor.keys.includes('reporter') && kind.actors(standingOf(draft)).includes('reporter');
  const held = kind.whyNot?.(standingOf(draft), pressed.action);
  if (held) return held;
  if (pressed.action.needsReason && reason === '' && !own) return refusals.reasonMissing(pressed.action.label);
  if (reason.length > refusals.reasonMax) return refusals.reasonTooLong();
  const values = fillForm(draft, pressed);
  if (isRefused(values)) return values;
  const turn = kind.act(standingOf(draft), pressed.action, actor, values);
  const recorded = { kind: pressed.kind, what: pressed.action.id, form: values, reason: reason === '' ? null : reason };
  if (turn.then === 'wait') {
    line(draft, { ...recorded, to: state.step });
    follow(draft, turn);
    return resultOf(draft);
  }
  const key = `${state.step}.${pressed.action.id}`;
  if (turn.then === 'outcome') keepOutcome(draft, turn);
  else if (pressed.action.leads) draft.effects.push(...recordsOf(method, state, stepOf(method, state.step)));
  const routes =
    turn.then === 'outcome' ? (stepOf(method, state.step).outcomes[turn.outcome] ?? []) : pressed.action.routes;
  const to = targetOf(draft, { ...pressed.action, routes });
  state.taken[key] = (state.taken[key] ?? 0) + 1;
  line(draft, { ...recorded, to });
  leave(draft, actor);
  if (method.present.reply !== undefined && values[method.present.reply] !== undefined)
    tell(draft, ['reporter'], 'answered');
  enter(draft, to);
  return resultOf(draft);
}

function begin(
  method: Method,
  event: MatterEvent & { type: 'begin' },
  actor: ActorRef,
  world: World,
): StepResult | Refusal {
  const first = method.steps[0];
  const actions = first ? kindOf(first).actions(first) : [];
  const action = event.action === undefined ? actions[0] : actions.find((one) => one.id === event.action);
  if (!first || !action) return refusals.actionUnknown(event.action ?? '');
  if (!countsAs(actor, resolveActors(method, null, first.by))) return refusals.notYoursToBegin(method.name);
  const draft = openDraft(method, blankState(method, world, {}), actor, world);
  draft.state.visits[first.id] = { count: 1, enteredAt: world.now };
  return press(draft, { action, form: event.form, reason: undefined, kind: 'begin' });
}

function start(method: Method, event: MatterEvent & { type: 'start' }, actor: ActorRef, world: World): StepResult {
  const draft = openDraft(
    method,
    blankState(method, world, travellingFields(method, event.fields, world)),
    actor,
    world,
  );
  const first = draft.state.step;
  line(draft, { kind: 'begin', what: 'start', from: null, to: first, enteredAt: null });
  enter(draft, first);
  return resultOf(draft);
}

const isOffered = (action: Method['anytime'][number], step: string): boolean =>
  action.in === undefined || action.in.includes(step);

function endsAs(method: Method, target: string | undefined): string | null {
  const step = method.steps.find((one) => one.id === target);
  return step ? kindOf(step).ending(step) : null;
}

function actAnytime(
  draft: Draft,
  action: Method['anytime'][number],
  event: MatterEvent & { type: 'act' },
): StepResult | Refusal {
  const { method, state, actor } = draft;
  if (!countsAs(actor, resolveActors(method, state, action.by))) return refusals.notYours(action.label);
  if (endsAs(method, action.routes[0]?.to) === 'merged') return refusals.numberMissing();
  const reason = event.reason?.trim() ?? '';
  if (action.needsReason && reason === '' && !actor.keys.includes('reporter'))
    return refusals.reasonMissing(action.label);
  if (reason.length > refusals.reasonMax) return refusals.reasonTooLong();
  const { problems } = checkForm(method, [], event.form, { state, world: draft.world });
  if (Object.keys(problems).length > 0) return refusals.formInvalid(problems);
  const to = routeFrom(draft, stepOf(method, state.step), action.routes);
  line(draft, { kind: 'action', what: action.id, to, reason: reason === '' ? null : reason });
  leave(draft, null);
  enter(draft, to);
  return resultOf(draft);
}

/** Something is written down beside the step; the matter stays where it is. */
function actBeside(draft: Draft, beside: Beside, event: MatterEvent & { type: 'act' }): StepResult | Refusal {
  const { method, state, actor, world } = draft;
  if (!countsAs(actor, resolveActors(method, state, beside.by))) return refusals.notYours(beside.label);
  const { values, problems } = checkForm(method, beside.forms, event.form, { state, world });
  if (Object.keys(problems).length > 0) return refusals.formInvalid(problems);
  line(draft, { kind: 'action', what: beside.id, to: state.step, form: values });
  const identity = { giver: `user:${actor.id}`, giverName: actor.name, givenAt: world.now };
  keepBeside(state, state.step, beside.id, { ...values, ...identity });
  return resultOf(draft);
}

function act(draft: Draft, event: MatterEvent & { type: 'act' }): StepResult | Refusal {
  const { method, state, actor, world } = draft;
  const step = stepOf(method, state.step);
  if (state.status !== 'open') return refusals.closed(state);
  if (state.pausedAt !== null) return refusals.suspended();
  const action = kindOf(step)
    .actions(step)
    .find((one) => one.id === event.action);
  const beside = step.meanwhile.find((one) => one.id === event.action);
  if (beside && !action) return actBeside(draft, beside, event);
  const anytime = method.anytime.find((one) => one.id === event.action && isOffered(one, step.id));
  if (!action) return anytime ? actAnytime(draft, anytime, event) : refusals.actionNotNow(method, state, event.action);
  if (!mayAct(standingOf(draft), actor)) return refusals.notYours(action.label);
  const opens = opensAt(step, state, world);
  if (opens !== null && new Date(world.now).getTime() < new Date(opens).getTime()) return refusals.notOpenYet(opens);
  return press(draft, { action, form: event.form, reason: event.reason, kind: 'action' });
}

/** Duplicate matters become one: the matter ends, pointing at the other. Doing it twice changes nothing. */
function merge(draft: Draft, event: MatterEvent & { type: 'merge' }): StepResult | Refusal {
  const { method, state, actor } = draft;
  if (state.status === 'merged') return unchanged(state);
  if (state.status !== 'open') return refusals.closed(state);
  if (event.into.trim() === '') return refusals.numberMissing();
  const action = method.anytime.find(
    (one) => isOffered(one, state.step) && endsAs(method, one.routes[0]?.to) === 'merged',
  );
  if (!action) return refusals.actionNotNow(method, state, 'merge');
  if (!countsAs(actor, resolveActors(method, state, action.by))) return refusals.notYours(action.label);
  const to = (action.routes[0] as { to: string }).to;
  line(draft, {
    kind: 'action',
    what: action.id,
    to,
    form: { into: event.into.trim() },
    reason: event.reason?.trim() || null,
  });
  leave(draft, null);
  enter(draft, to);
  return resultOf(draft);
}

/**
 * The part that carries a step found something out. For a step already left, or an earlier stay in it, it changes nothing.
 * Only the system may say so.
 */
function settle(draft: Draft, event: MatterEvent & { type: 'settle' }): StepResult | Refusal {
  const { method, state, actor } = draft;
  const here = stepOf(method, state.step);
  if (!actor.keys.includes('system')) return refusals.systemOnly();
  const isOver = state.status !== 'open' || state.step !== event.step;
  const isEarlier = event.begunAt !== undefined && Date.parse(event.begunAt) < Date.parse(state.enteredAt);
  if (isOver || isEarlier) return unchanged(state);
  const kind = kindOf(here);
  if (!kind.settle) throw new Error(`step ${here.id} of kind ${here.kind} is carried by nobody`);
  const turn = kind.settle(standingOf(draft), event.outcome, event.result);
  if (turn === null) return unchanged(state);
  if ('code' in turn) return turn;
  if (turn.then === 'outcome') keepOutcome(draft, turn);
  const to = turn.then === 'outcome' ? routeFrom(draft, here, here.outcomes[turn.outcome] ?? []) : state.step;
  line(draft, {
    kind: 'system',
    what: event.outcome,
    to,
    reason: typeof event.result['reason'] === 'string' ? event.result['reason'] : null,
    ...(turn.then === 'outcome' && turn.inTime ? { late: false } : {}),
  });
  if (turn.then !== 'outcome') follow(draft, turn);
  else {
    leave(draft, null);
    enter(draft, to);
  }
  return resultOf(draft);
}

/**
 * What an event does to a matter: its next state, lines of history, and what the world must do about it. Never changes
 * what it is given. Refuses in a sentence when the event is not allowed now, not this actor's, or its form does not hold.
 * A deadline that is early, repeated or for a step already left changes nothing. `state` is null for a matter that is
 * begun. Source: METHODS 2.1, F33 F39 F52, N65 N73.
 */
export function step(
  method: Method,
  state: MatterState | null,
  event: MatterEvent,
  actor: ActorRef,
  world: World,
): StepResult | Refusal {
  if (state === null) {
    if (event.type === 'begin') return begin(method, event, actor, world);
    return event.type === 'start' ? start(method, event, actor, world) : refusals.notBegun();
  }
  const draft = openDraft(method, state, actor, world);
  switch (event.type) {
    case 'act':
      return act(draft, event);
    case 'office':
      return useOffice(draft, event) ?? resultOf(draft);
    case 'merge':
      return merge(draft, event);
    case 'deadline':
      return meetDeadline(draft, event.rule) ? resultOf(draft) : unchanged(state);
    case 'settle':
      return settle(draft, event);
    default:
      return refusals.begunAlready();
  }
}
