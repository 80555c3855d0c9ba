import { resolveActors } from '../../actors/rules.ts';
import type { Late } from '../../contract.ts';
import { kindOf } from '../../kinds/rules.ts';
import { addTimeToLimit, isLate, parseTime } from '../../limit/rules.ts';
import { waitingKeys } from '../../office/rules.ts';
import { enter, follow, leave, line, standingOf, tell } from '../draft/rules.ts';
import type { Draft } from '../draft/rules.ts';

/** Follows a `late` rule: tells, and moves the matter on when the rule says where. */
function applyLate(draft: Draft, rule: Late): void {
  const { method, state } = draft;
  tell(draft, resolveActors(method, state, rule.tell), 'late');
  if (rule.to === undefined) {
    line(draft, { kind: 'system', what: 'late', to: state.step });
    return;
  }
  line(draft, { kind: 'system', what: 'escalated', to: rule.to });
  leave(draft, null);
  enter(draft, rule.to);
}

function tellByDefault(draft: Draft): void {
  const told = draft.method.names.office.told.map((role) => `role:${role}`);
  tell(draft, [...waitingKeys(standingOf(draft)), ...told], 'late');
  line(draft, { kind: 'system', what: 'late', to: draft.state.step });
}

function meetLimit(draft: Draft): boolean {
  const { state, world } = draft;
  if (state.lateFired.includes(-1) || !isLate(state.dueAt, world.now)) return false;
  state.lateFired.push(-1);
  const standing = standingOf(draft);
  const turn = kindOf(standing.step).expire(standing);
  const { late } = standing.step;
  if (turn) {
    for (const rule of late) tell(draft, resolveActors(draft.method, state, rule.tell), 'late');
    if (turn.then === 'wait') line(draft, { kind: 'system', what: 'late', to: state.step });
    follow(draft, turn);
    return true;
  }
  if (late.length === 0) tellByDefault(draft);
  for (const [at, rule] of late.entries()) {
    if (rule.after !== undefined) continue;
    state.lateFired.push(at);
    applyLate(draft, rule);
    if (rule.to !== undefined) return true;
  }
  return true;
}

function meetRule(draft: Draft, at: number): boolean {
  const { state, world } = draft;
  const rule = standingOf(draft).step.late[at];
  const time = rule?.after === undefined ? null : parseTime(rule.after);
  if (!rule || !time || state.dueAt === null || state.lateFired.includes(at)) return false;
  if (!isLate(addTimeToLimit(state.dueAt, time, world.calendar), world.now)) return false;
  state.lateFired.push(at);
  applyLate(draft, rule);
  return true;
}

/** A deadline falls due. False when it is early, met before, or the matter is closed, suspended or elsewhere. */
export function meetDeadline(draft: Draft, rule: 'limit' | number): boolean {
  if (draft.state.status !== 'open' || draft.state.pausedAt !== null) return false;
  return rule === 'limit' ? meetLimit(draft) : meetRule(draft, rule);
}
