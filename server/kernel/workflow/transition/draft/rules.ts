import type { ActorRef, Effect, HistoryLine, MatterState, Method, Route, Step, World } from '../../contract.ts';
import { resolveActors } from '../../actors/rules.ts';
import { kindOf } from '../../kinds/rules.ts';
import type { Standing, Turn } from '../../kinds/contract.ts';
import { addTimeToLimit, dueAt, firstLate, isLate, parseTime } from '../../limit/rules.ts';
import { opensAt } from '../../limit/opening/rules.ts';
import { waitingKeys } from '../../office/rules.ts';
import { holdsFor } from '../../scope/rules.ts';
import { goesOn, keepResult, recordsOf } from '../record/rules.ts';

/** A step in the making: a copy of the state that may be written to, and what has happened so far. */
export type Draft = {
  method: Method;
  world: World;
  actor: ActorRef;
  state: MatterState;
  history: HistoryLine[];
  effects: Effect[];
  advice: string[];
};

export function openDraft(method: Method, state: MatterState, actor: ActorRef, world: World): Draft {
  return { method, world, actor, state: structuredClone(state), history: [], effects: [], advice: [] };
}

/** The step with an id. The checker has seen to it that every target exists. */
export function stepOf(method: Method, id: string): Step {
  const step = method.steps.find((one) => one.id === id);
  if (!step) throw new Error(`method ${method.id} has no step ${id}`);
  return step;
}

export function standingOf(draft: Pick<Draft, 'method' | 'state' | 'world'>): Standing {
  const { method, state, world } = draft;
  return { method, state, step: stepOf(method, state.step), world };
}

/** Where routes lead from a step: the first whose condition holds; `next` is the following step of the main line. */
export function routeFrom(
  draft: Pick<Draft, 'method' | 'state' | 'world'>,
  step: Step,
  routes: readonly Route[],
): string {
  const { method, state, world } = draft;
  const route = routes.find((one) => holdsFor(one.if, method, state, world));
  const to = route?.to ?? 'next';
  const following = method.steps[step.position + 1];
  if (to !== 'next') return to;
  if (!step.main || !following?.main) throw new Error(`method ${method.id}: nothing follows ${step.id}`);
  return following.id;
}

/** The deadlines still ahead of the current step: its limit, and each `late` rule with a time of its own. */
function deadlinesAhead({ state, step, world }: Standing): Effect[] {
  if (state.dueAt === null || state.pausedAt !== null) return [];
  const due = state.dueAt;
  const ahead: Effect[] = [];
  if (!state.lateFired.includes(-1)) ahead.push({ type: 'deadline', at: firstLate(due), rule: 'limit' });
  for (const [rule, late] of step.late.entries()) {
    const time = late.after === undefined || state.lateFired.includes(rule) ? null : parseTime(late.after);
    if (time) ahead.push({ type: 'deadline', at: firstLate(addTimeToLimit(due, time, world.calendar)), rule });
  }
  return ahead;
}

/** Says whom the matter waits for and by when, with all deadlines that are still ahead. */
export function standStill(draft: Draft): void {
  const standing = standingOf(draft);
  const actors = waitingKeys(standing);
  const shownDue = draft.state.pausedAt === null ? draft.state.dueAt : null;
  draft.effects.push({ type: 'waits', step: draft.state.step, actors, dueAt: shownDue }, ...deadlinesAhead(standing));
}

export function tell(
  draft: Draft,
  to: string[],
  kind: (Effect & { type: 'tell' })['kind'],
  sentence?: Step['say'],
): void {
  const keys = [...new Set(to)].filter((key) => key !== 'anyone' && key !== 'system');
  if (keys.length > 0) draft.effects.push({ type: 'tell', to: keys, kind, ...(sentence ? { sentence } : {}) });
}

/** A line of history about the step the matter is in now. */
export function line(draft: Draft, given: Pick<HistoryLine, 'kind' | 'what' | 'to'> & Partial<HistoryLine>): void {
  const { state, world } = draft;
  draft.history.push({
    from: state.step,
    enteredAt: state.enteredAt,
    dueAt: state.dueAt,
    late: isLate(state.dueAt, world.now),
    form: {},
    reason: null,
    ...given,
  });
}

/** The matter leaves its step; whoever did it is remembered as having acted there. */
export function leave(draft: Draft, by: ActorRef | null): void {
  const { state, world } = draft;
  const visit = state.visits[state.step] ?? { count: 1, enteredAt: state.enteredAt };
  state.visits[state.step] = { ...visit, leftAt: world.now, ...(by ? { by: by.id, byName: by.name } : {}) };
}

function arrive(draft: Draft, id: string): void {
  const { method, state, world } = draft;
  const step = stepOf(method, id);
  const before = state.visits[id];
  const { leftAt: _left, ...kept } = before ?? { count: 0, enteredAt: world.now };
  state.visits[id] = { ...kept, count: kept.count + 1, enteredAt: world.now };
  Object.assign(state, { step: id, enteredAt: world.now, pausedAt: null, waiting: {}, lateFired: [] });
  startLimit(draft, step);
  const shown = step.shows.flatMap((show) => (show.audience === 'public' ? show.fields : []));
  state.shown = [...new Set([...state.shown, ...shown])];
  tell(draft, resolveActors(method, state, step.tell), 'told', step.say);
  for (const start of step.starts) {
    if (holdsFor(start.if, method, state, world)) {
      draft.effects.push({ type: 'start', method: start.method, fields: structuredClone(state.fields) });
    }
  }
}

/** The limit runs from now, or from the last entry of the step named by `since`. A step of the system is due when it opens. */
function startLimit(draft: Draft, step: Step): void {
  const { state, world } = draft;
  const since = step.since === undefined ? undefined : state.visits[step.since]?.enteredAt;
  state.dueAt = dueAt(step.limit, since ?? world.now, state, world);
  if (step.by.includes('system')) state.dueAt = opensAt(step, state, world) ?? state.dueAt;
}

function finish(draft: Draft, status: MatterState['status']): void {
  Object.assign(draft.state, { status, dueAt: null, waiting: {} });
  draft.effects.push({ type: 'ended', status }, ...recordsOf(draft.method, draft.state, standingOf(draft).step));
  tell(draft, ['reporter'], 'ended');
}

const hopsMax = 50;

/** The matter enters a step, and those after it that pass by themselves, until one waits or ends. */
export function enter(draft: Draft, id: string): void {
  arrive(draft, id);
  settleIn(draft, hopsMax);
}

/** The kind of the step entered says what happens; the part that carries it, if any, is told what it is to do. */
function settleIn(draft: Draft, hopsLeft: number): void {
  const standing = standingOf(draft);
  const kind = kindOf(standing.step);
  const turn = kind.enter(standing);
  follow(draft, turn, hopsLeft);
  if (turn.then !== 'wait' || !kind.carries) return;
  const settings = structuredClone(kind.carries(standingOf(draft)));
  draft.effects.push({ type: 'carry', kind: kind.name, step: standing.step.id, settings });
}

/** What a step has yielded by an outcome, and what it records when the matter goes on by it. */
export function keepOutcome(draft: Draft, turn: Turn & { then: 'outcome' }): void {
  const { method, state } = draft;
  const step = stepOf(method, state.step);
  keepResult(state, step.id, turn.result);
  if (goesOn(step, turn.outcome)) draft.effects.push(...recordsOf(method, state, step));
}

/** Does what a kind said happens next. A chain of steps that all pass by themselves is broken off as a bug. */
export function follow(draft: Draft, turn: Turn, hopsLeft: number = hopsMax): void {
  const standing = standingOf(draft);
  if (turn.then === 'end') return finish(draft, turn.status);
  if (turn.then === 'wait') return wait(draft, turn);
  if (hopsLeft === 0) throw new Error(`method ${draft.method.id}: steps pass by themselves without end`);
  if (turn.then === 'outcome') keepOutcome(draft, turn);
  const routes = turn.then === 'outcome' ? (standing.step.outcomes[turn.outcome] ?? []) : turn.action.routes;
  const to = routeFrom(draft, standing.step, routes);
  const inTime = turn.then === 'outcome' && turn.inTime === true;
  line(draft, { kind: 'system', what: 'entered', to, ...(inTime ? { late: false } : {}) });
  leave(draft, null);
  arrive(draft, to);
  settleIn(draft, hopsLeft - 1);
}

/** The step waits. A kind that asks anew starts its limit anew. */
export function wait(draft: Draft, turn: Turn & { then: 'wait' }): void {
  const { state } = draft;
  const { step } = standingOf(draft);
  state.waiting = turn.waiting;
  if (turn.result) keepResult(state, step.id, turn.result);
  if (turn.renew || turn.dueAt !== undefined) state.lateFired = [];
  if (turn.renew) startLimit(draft, step);
  if (turn.dueAt !== undefined) state.dueAt = turn.dueAt;
  standStill(draft);
  if (turn.carry) draft.effects.push({ type: 'carry', kind: step.kind, step: step.id, settings: turn.carry });
  if (!turn.quiet) tell(draft, waitingKeys(standingOf(draft)), 'waits', step.say);
}
