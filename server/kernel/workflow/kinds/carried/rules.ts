import { dayMs, limitName } from '#shared/time';
import { resolveActors } from '../../actors/rules.ts';
import type { Instant, Json, MatterState, Method, OfficeVerb, Step, Values } from '../../contract.ts';
import { electorates } from '../../definition/vocabulary/rules.ts';
import { isPrivate } from '../../privacy/rules.ts';
import type { Kind, Standing } from '../contract.ts';

/** What the kinds that another part of the platform carries have in common. */

/** That part keeps the time and goes its own way: nobody hands over, extends, suspends or returns under it. */
export const withoutVerbs: readonly OfficeVerb[] = ['transfer', 'extend', 'suspend', 'return'];

/** An outcome that the kind does not know: whoever settles it has a bug. */
export function unknownOutcome(step: Step, outcome: string): never {
  throw new Error(`step ${step.id} of kind ${step.kind} cannot be settled as “${outcome}”`);
}

export const keysIn = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The moment something ends, in words: 6月8日 24:00. */
export const untilName = (closesAt: Instant): string => limitName(closesAt, Date.parse(closesAt) - 3 * dayMs);

export const textIn = (values: Values, key: string): string | null =>
  typeof values[key] === 'string' ? values[key] : null;

/** Reads an instant that must be in a result. */
export function instantIn(step: Step, values: Values, key: string): Instant {
  const at = Date.parse(textIn(values, key) ?? '');
  if (Number.isNaN(at)) throw new Error(`step ${step.id}: the result lacks “${key}”`);
  return new Date(at).toISOString();
}

const listed = (value: Json): string[] => (value === null ? [] : (Array.isArray(value) ? value : [value]).map(String));

/** Who is asked, in words that electorates know (`owners`, `households`) or as keys (`body:owners-committee`). */
export function electorateOf(method: Method, state: MatterState, argument: Json): string[] {
  const found = listed(argument).flatMap((expression) => {
    if (electorates.includes(expression)) return [expression];
    const [owner, part] = expression.split('.') as [string, string?];
    if (owner === 'params' && part !== undefined)
      return electorateOf(method, state, method.params[part]?.value ?? null);
    return resolveActors(method, state, [expression]);
  });
  return [...new Set(found)];
}

/** Those who look after a carried step: `by`, else who is told of everything that is late. */
export function keepersOf({ method, state, step }: Standing): string[] {
  const named = resolveActors(method, state, step.by);
  return step.by.length > 0 ? named : method.names.office.told.map((role) => `role:${role}`);
}

/** A kind whose outcome another part finds out: nobody presses anything meanwhile, and its limit by itself ends nothing. */
export const awaited = {
  enter: () => ({ then: 'wait', waiting: {}, result: {} }),
  actors: keepersOf,
  actions: () => [],
  act: ({ step }, action) => unknownOutcome(step, action.id),
  expire: () => null,
  ending: () => null,
  without: withoutVerbs,
} satisfies Partial<Kind>;

/** A text or number of a step, or the parameter it names. */
export function settingOf(method: Method, written: Json | undefined): Json {
  const part = typeof written === 'string' && written.startsWith('params.') ? written.slice('params.'.length) : null;
  return (part === null ? written : method.params[part]?.value) ?? null;
}

const identity = ['giver', 'giverName', 'givenAt', 'givenFor'];

/** A result of a step as others may read it: rows without who gave them. */
export function openResult(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return value.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row)
      ? Object.fromEntries(Object.entries(row).filter(([key]) => !identity.includes(key)))
      : row,
  );
}

/** The values behind what is shown, by name: fields that are not private, and results of steps. */
export function valuesShown(method: Method, state: MatterState, names: readonly string[]): Values {
  const shown: Values = {};
  for (const name of names) {
    const field = method.fields[name];
    if (field && isPrivate(method, field)) continue;
    const dot = name.indexOf('.');
    const value = field
      ? state.fields[name]
      : dot < 0
        ? undefined
        : state.results[name.slice(0, dot)]?.[name.slice(dot + 1)];
    if (value !== undefined && value !== null) shown[name] = field ? value : openResult(value);
  }
  return shown;
}
