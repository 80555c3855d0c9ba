import type { Json } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import { isMap, keyId } from '../../definition/label/rules.ts';

/** Paths into a method file, as `inferred`, `fixed`, adoptions and variants write them: `handle.within`, `category.of`. */

export const listed = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** Whether a path written in `inferred` or `fixed` covers a setting: itself, everything under it, or `*.key`. */
export function covers(written: string, setting: string): boolean {
  if (setting === written || setting.startsWith(`${written}.`)) return true;
  if (!written.startsWith('*.')) return false;
  const [, ...rest] = setting.split('.');
  const tail = written.slice(2);
  return rest.join('.') === tail || rest.join('.').startsWith(`${tail}.`);
}

export function inferredPaths(raw: Raw): string[] {
  return Object.values(isMap(raw['inferred']) ? raw['inferred'] : {}).flatMap((paths) => listed(paths));
}

/** The key of a map with this id, as it is written: `handle` → `handle 办理`. */
function writtenKey(map: Json | undefined, id: string): string | undefined {
  return isMap(map) ? Object.keys(map).find((key) => keyId(key) === id) : undefined;
}

/**
 * Where in the file a first path segment stands: a step or state, an aside, a duty, a count, a field, a parameter, an anytime
 * action; or the needs of a whole register.
 */
export function homeOf(raw: Raw, id: string): string[] | null {
  for (const group of ['steps', 'states', 'aside', 'duties', 'fields', 'counts', 'params', 'anytime']) {
    const key = writtenKey(raw[group], id);
    if (key !== undefined) return [group, key];
  }
  for (const [form, fields] of Object.entries(isMap(raw['forms']) ? raw['forms'] : {})) {
    const key = writtenKey(fields, id);
    if (key !== undefined) return ['forms', form, key];
  }
  return ['needs', 'advise'].includes(id) && raw[id] !== undefined ? [id] : null;
}

export function valueAt(raw: Raw, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, key) => (isMap(here) ? here[key] : undefined), raw);
}

/** The written keys of a setting's path, or null when the file has no such place. */
export function locate(raw: Raw, setting: string): string[] | null {
  const [first, ...rest] = setting.split('.') as [string, ...string[]];
  const home = homeOf(raw, first);
  if (!home) return null;
  let path = home;
  for (const [depth, id] of rest.entries()) {
    const here = valueAt(raw, path);
    const key = writtenKey(here, id);
    if (key !== undefined) path = [...path, key];
    else if (depth === rest.length - 1 && (isMap(here) || depth === 0)) path = [...path, id];
    else return null;
  }
  return path;
}

/** The value a setting's path has in a file now: what the forms of an adopting area are filled with. */
export function settingValue(raw: Raw, setting: string): Json | undefined {
  const path = locate(raw, setting);
  const value = path ? valueAt(raw, path) : undefined;
  return path?.[0] === 'params' && isMap(value) ? (value['default'] ?? null) : value;
}
