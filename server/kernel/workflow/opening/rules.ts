import { countsAs, resolveActors } from '../actors/rules.ts';
import type { Action, ActorRef, MatterState, Method, OpenAction, World } from '../contract.ts';
import { kindOf } from '../kinds/rules.ts';
import type { Standing } from '../kinds/contract.ts';
import { opensAt } from '../limit/opening/rules.ts';
import { allowedBy, filesMax, mayAct, officeRules, relationsOf, waitingKeys } from '../office/rules.ts';
import { standingOf } from '../transition/draft/rules.ts';
import { formsOf, targetOf } from '../transition/rules.ts';

/** The target when the form cannot change it: one route, or none with a condition. */
function certainTarget(standing: Standing, action: Action): { to?: string } {
  if (action.routes.length === 0 || action.routes.some((route) => route.if !== undefined)) return {};
  return { to: targetOf(standing, action) };
}

function stepActions(standing: Standing, actor: ActorRef): OpenAction[] {
  const { state, step, world } = standing;
  const opens = opensAt(step, state, world);
  const closed = opens !== null && new Date(world.now).getTime() < new Date(opens).getTime();
  if (closed || !mayAct(standing, actor)) return [];
  const kind = kindOf(step);
  const own = actor.keys.includes('reporter') && kind.actors(standing).includes('reporter');
  return (kind.buttons?.(standing, actor) ?? kind.actions(step))
    .filter((action) => !kind.whyNot?.(standing, action))
    .map((action) => ({
      id: action.id,
      kind: 'action' as const,
      label: action.label,
      forms: formsOf(standing.method, step.id, action),
      needsReason: action.needsReason && !own,
      leads: action.leads,
      ...certainTarget(standing, action),
    }));
}

/** What may be written down beside the step. */
function besideActions({ method, state, step }: Standing, actor: ActorRef): OpenAction[] {
  return step.meanwhile
    .filter(({ by }) => countsAs(actor, resolveActors(method, state, by)))
    .map(({ id, label, forms }) => ({ id, kind: 'anytime' as const, label, forms, needsReason: false, leads: false }));
}

function anytimeActions(standing: Standing, actor: ActorRef): OpenAction[] {
  const { method, state } = standing;
  return method.anytime
    .filter((action) => action.in === undefined || action.in.includes(state.step))
    .filter((action) => countsAs(actor, resolveActors(method, state, action.by)))
    .map((action) => {
      const target = method.steps.find((step) => step.id === action.routes[0]?.to);
      const merges = target !== undefined && kindOf(target).ending(target) === 'merged';
      return {
        id: action.id,
        kind: 'anytime' as const,
        label: action.label,
        forms: [],
        needsReason: !merges && action.needsReason && !actor.keys.includes('reporter'),
        leads: false,
        ...certainTarget(standing, action),
        ...(merges ? { asks: 'number' as const } : {}),
      };
    });
}

function officeActions(standing: Standing, actor: ActorRef): OpenAction[] {
  const relations = relationsOf(standing, actor);
  return officeRules
    .filter((rule) => allowedBy(rule, standing, actor, relations).length > 0)
    .map((rule) => ({
      id: rule.verb,
      kind: 'office' as const,
      label: rule.label,
      forms: [],
      needsReason: rule.needsReason,
      leads: false,
      ...(rule.asks ? { asks: rule.asks } : {}),
      ...(rule.takesFiles ? { filesMax } : {}),
    }));
}

/**
 * What somebody may do with a matter now: the buttons of its step, the anytime actions, the office verbs. With no matter
 * yet: how this method can be begun. Empty once the matter has ended.
 */
export function openActions(method: Method, state: MatterState | null, actor: ActorRef, world: World): OpenAction[] {
  const first = method.steps[0];
  if (state === null) {
    if (!first || !countsAs(actor, resolveActors(method, null, first.by))) return [];
    return kindOf(first)
      .actions(first)
      .map((action) => ({
        id: action.id,
        kind: 'action' as const,
        label: action.label,
        forms: formsOf(method, first.id, action),
        needsReason: false,
        leads: action.leads,
      }));
  }
  if (state.status !== 'open') return [];
  const standing = standingOf({ method, state, world });
  if (state.pausedAt !== null) return officeActions(standing, actor);
  return [
    ...stepActions(standing, actor),
    ...besideActions(standing, actor),
    ...anytimeActions(standing, actor),
    ...officeActions(standing, actor),
  ];
}

/** Keys of those a matter waits for now: whom it was handed to, else the actors of its step. Empty once it has ended. */
export function waitsFor(method: Method, state: MatterState): string[] {
  if (state.status !== 'open') return [];
  const calendar = { off: new Set<string>(), on: new Set<string>(), years: new Set<string>() };
  return waitingKeys(standingOf({ method, state, world: { now: state.enteredAt, calendar } }));
}

/** Whether many fill the current step, each a row of their own: then nobody acts before another. */
export function gathersRows(method: Method, state: Pick<MatterState, 'step'>): boolean {
  const step = method.steps.find((one) => one.id === state.step);
  return step !== undefined && kindOf(step).keepsForm === true;
}
