import type { ActorRef, Json, MatterState, Method } from '../contract.ts';
import { givenActors } from '../definition/vocabulary/rules.ts';

const given: readonly string[] = givenActors;

const keysIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '');

type Known = Pick<MatterState, 'fields' | 'results' | 'visits'>;

/** Who acted in a step: what its kind found out, or whoever pressed its last button. */
function whoOf(state: Known, step: string): string[] {
  const found = keysIn(state.results[step]?.['who']);
  if (found.length > 0) return found;
  const by = state.visits[step]?.by;
  return by === undefined ? [] : [`user:${by}`];
}

function resolveOne(method: Method, state: Known, expression: string): string[] {
  if (given.includes(expression)) return [expression];
  if (method.fields[expression]) return keysIn(state.fields[expression]);
  if (method.names.roles[expression]) return [`role:${expression}`];
  if (method.names.bodies[expression]) return [`body:${expression}`];
  const [owner, part] = expression.split('.') as [string, string?];
  if (part === 'who') return whoOf(state, owner);
  if (owner !== 'params' || part === undefined) return [];
  return keysIn(method.params[part]?.value).flatMap((inner) => resolveOne(method, state, inner));
}

const nothing: Known = { fields: {}, results: {}, visits: {} };

/** Actor expressions as keys, as far as the matter knows: `role:grid-worker`, `reporter`, `user:<id>`, `body:<id>`. */
export function resolveActors(method: Method, state: Known | null, expressions: readonly string[]): string[] {
  return [...new Set(expressions.flatMap((expression) => resolveOne(method, state ?? nothing, expression)))];
}

/** Whether somebody counts as one of these keys. */
export function countsAs(actor: ActorRef, keys: readonly string[]): boolean {
  return keys.includes('anyone') || keys.includes(`user:${actor.id}`) || actor.keys.some((key) => keys.includes(key));
}

/** Whom the current step was handed to by 转办, when its actors are not a field of the matter. */
export function handedTo(state: Pick<MatterState, 'waiting'>): string[] {
  return keysIn(state.waiting['handedTo']);
}
