import type { Action, Method, Route, Step } from '../../contract.ts';
import type { Edge } from '../contract.ts';

/** The steps of a method as a graph, for everything that must be true on every way through it. */

export const stepPath = (step: Step): string => `${step.main ? 'steps' : 'aside'}/${step.id}`;

/** The name of a target: `next` is the following step of the main line, or nothing when none follows. */
export function targetId(method: Method, step: Step, to: string): string {
  if (to !== 'next') return to;
  const following = step.main ? method.steps[step.position + 1] : undefined;
  return following?.main ? following.id : 'next';
}

/** Fields that pressing an action has surely filled: what its forms require without a condition. */
function filledBy(method: Method, step: Step, action: Action): string[] {
  if (!action.leads) return [];
  const fields = step.forms.flatMap((form) => method.forms[form]?.fields ?? []);
  return fields.filter((field) => !field.optional && field.if === undefined).map((field) => field.id);
}

function routeEdges(method: Method, step: Step, routes: Route[], path: string, gives: string[]): Edge[] {
  return routes.map((route) => ({ from: step.id, to: targetId(method, step, route.to), path, gives }));
}

function stepEdges(method: Method, step: Step): Edge[] {
  const path = stepPath(step);
  const visited = `@${step.id}`;
  const byAction = step.actions.flatMap((action) => {
    const gives = [visited, `${step.id}.who`, ...filledBy(method, step, action)];
    const here = `${path}/go/${action.id}`;
    const otherwise = action.else === undefined ? [] : [{ to: action.else }];
    return routeEdges(method, step, [...action.routes, ...otherwise], here, gives);
  });
  const byOutcome = Object.entries(step.outcomes).flatMap(([outcome, routes]) => {
    const who = outcome === 'accepted' ? [`${step.id}.who`] : [];
    return routeEdges(method, step, routes, `${path}/go/${outcome}`, [visited, ...who]);
  });
  const byLate = step.late.flatMap((rule) =>
    rule.to === undefined ? [] : routeEdges(method, step, [{ to: rule.to }], `${path}/late`, [visited]),
  );
  const offered = method.anytime.filter(
    (action) => step.kind !== 'end' && (action.in === undefined || action.in.includes(step.id)),
  );
  const byAnytime = offered.flatMap((action) =>
    routeEdges(method, step, action.routes, `anytime/${action.id}`, [visited]),
  );
  return [...byAction, ...byOutcome, ...byLate, ...byAnytime];
}

/** Every way from one step to another. */
export function edgesOf(method: Method): Edge[] {
  return method.steps.flatMap((step) => stepEdges(method, step));
}

/** The steps reachable from one, without entering a step that is left out. */
export function reachable(edges: readonly Edge[], from: string, without?: string): Set<string> {
  const found = new Set<string>(from === without ? [] : [from]);
  const queue = [...found];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of edges) {
      if (edge.from !== at || edge.to === without || found.has(edge.to)) continue;
      found.add(edge.to);
      queue.push(edge.to);
    }
  }
  return found;
}

/** What is surely filled (fields, `step.who`, `@step` for steps passed) on every way into each step. */
export function filledBefore(method: Method, edges: readonly Edge[]): Map<string, Set<string>> {
  const first = method.steps[0]?.id ?? '';
  const filled = new Map<string, Set<string>>([[first, new Set()]]);
  const queue = [first];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const edge of edges.filter((one) => one.from === at)) {
      const arriving = new Set([...(filled.get(at) ?? []), ...edge.gives]);
      const known = filled.get(edge.to);
      const both = known ? new Set([...known].filter((name) => arriving.has(name))) : arriving;
      if (known && both.size === known.size) continue;
      filled.set(edge.to, both);
      queue.push(edge.to);
    }
  }
  return filled;
}
