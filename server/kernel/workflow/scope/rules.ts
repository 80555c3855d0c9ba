import { evaluate, parseCondition } from '../condition/rules.ts';
import type { Scope } from '../condition/rules.ts';
import type { Json, MatterState, Method, Values, World } from '../contract.ts';
import { winnersOf } from '../kinds/rows/rules.ts';
import { isLate } from '../limit/rules.ts';

/** The parts of a matter that a condition may look at. */
export type Seen = Pick<MatterState, 'fields' | 'results' | 'dueAt'>;

export const unseen: Seen = { fields: {}, results: {}, dueAt: null };

function column(list: Json | undefined, name: string): Json | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.map((row) => (typeof row === 'object' && row !== null ? ((row as Values)[name] ?? null) : null));
}

/** What conditions of a method see of a matter: fields, list columns, parameters, results of steps, `overdue`. */
export function scopeOf(method: Method, seen: Seen, world: World): Scope {
  const value = (name: string): Json | undefined => {
    if (name === 'overdue') return isLate(seen.dueAt, world.now);
    if (method.fields[name]) return seen.fields[name] ?? null;
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    const [owner, part] = [name.slice(0, dot), name.slice(dot + 1)];
    if (owner === 'params') return method.params[part]?.value ?? null;
    if (method.fields[owner]) return column(seen.fields[owner], part) ?? null;
    const step = method.steps.find(({ id }) => id === owner);
    if (!step) return undefined;
    if (part.startsWith('winners.'))
      return column(winnersOf(method, seen, step), part.slice('winners.'.length)) ?? null;
    const results = seen.results[owner] ?? {};
    const last = part.lastIndexOf('.');
    return results[part] ?? column(results[part.slice(0, last)], part.slice(last + 1)) ?? null;
  };
  const reporterKeys = world.reporterKeys ?? [];
  return {
    value,
    reporterIs: (actor) => [actor, `role:${actor}`, `body:${actor}`].some((key) => reporterKeys.includes(key)),
  };
}

/** Whether a condition holds for a matter; no condition always holds. */
export function holdsFor(condition: string | undefined, method: Method, seen: Seen, world: World): boolean {
  if (condition === undefined) return true;
  const parsed = parseCondition(condition);
  if (!('expression' in parsed)) return false;
  const value = evaluate(parsed.expression, scopeOf(method, seen, world));
  return value !== null && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}
