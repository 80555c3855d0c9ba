import type { Json, Names, Problem, Values } from '../contract.ts';
import { checkMethod } from '../checker/rules.ts';
import type { Raw } from '../definition/contract.ts';
import { isMap, keyId, problemAt } from '../definition/label/rules.ts';
import { sourceOf } from '../definition/rules.ts';

/** A raw file with an area's settings in it, and what is wrong with them in sentences. */
export type Applied = { raw: Raw; problems: Problem[] };

const listed = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** Whether a path written in `inferred` or `fixed` covers a setting: itself, everything under it, or `*.key`. */
export function covers(written: string, setting: string): boolean {
  if (setting === written || setting.startsWith(`${written}.`)) return true;
  if (!written.startsWith('*.')) return false;
  const [, ...rest] = setting.split('.');
  const tail = written.slice(2);
  return rest.join('.') === tail || rest.join('.').startsWith(`${tail}.`);
}

function inferredPaths(raw: Raw): string[] {
  return Object.values(isMap(raw['inferred']) ? raw['inferred'] : {}).flatMap((paths) => listed(paths));
}

/** The key of a map with this id, as it is written: `handle` → `handle 办理`. */
function writtenKey(map: Json | undefined, id: string): string | undefined {
  return isMap(map) ? Object.keys(map).find((key) => keyId(key) === id) : undefined;
}

/** Where in the file a first path segment stands: a step, an aside, a field of a form, a parameter, an anytime action. */
export function homeOf(raw: Raw, id: string): string[] | null {
  for (const group of ['steps', 'aside', 'params', 'anytime']) {
    const key = writtenKey(raw[group], id);
    if (key !== undefined) return [group, key];
  }
  for (const [form, fields] of Object.entries(isMap(raw['forms']) ? raw['forms'] : {})) {
    const key = writtenKey(fields, id);
    if (key !== undefined) return ['forms', form, key];
  }
  return null;
}

function at(raw: Raw, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, key) => (isMap(here) ? here[key] : undefined), raw);
}

/** The written keys of a setting's path, or null when the file has no such place. */
export function locate(raw: Raw, setting: string): string[] | null {
  const [first, ...rest] = setting.split('.') as [string, ...string[]];
  const home = homeOf(raw, first);
  if (!home) return null;
  let path = home;
  for (const [depth, id] of rest.entries()) {
    const here = at(raw, path);
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
  const value = path ? at(raw, path) : undefined;
  return path?.[0] === 'params' && isMap(value) ? (value['default'] ?? null) : value;
}

function put(raw: Raw, path: string[], value: Json): void {
  let here: Raw = raw;
  for (const key of path.slice(0, -1)) {
    const next = here[key];
    if (isMap(next)) here = next;
    else here = here[key] = typeof next === 'string' ? { type: next } : {};
  }
  here[path.at(-1) as string] = value;
}

function whyNot(raw: Raw, setting: string): { why: string; whyEn: string } | null {
  const first = setting.split('.')[0] as string;
  const path = locate(raw, setting);
  if (!path) return { why: '这个工作法里没有这一处', whyEn: 'there is no such place in this method' };
  const fixed = listed(raw['fixed']).some((written) => covers(written, setting) || covers(setting, written));
  if (fixed) return { why: '这一处按规定不能改', whyEn: 'this place is fixed' };
  const open = path[0] === 'params' || inferredPaths(raw).some((written) => covers(written, setting));
  if (open) return null;
  return {
    why: `“${first}”这一处来自原文，不能改；可改的是原文没有定的地方`,
    whyEn: 'this place is from the source and cannot be set',
  };
}

/**
 * The file with an area's settings in it. Only what the file calls inferred and its parameters may be set, never what it
 * calls fixed; every other path comes back as a sentence and is left as it was. With names the outcome is checked as a
 * whole. Never changes the file it is given. Source: METHODS 2 "Adoption".
 */
export function applySettings(raw: Raw, set: Values, names?: Names): Applied {
  const changed = structuredClone(raw);
  const problems: Problem[] = [];
  for (const [setting, value] of Object.entries(set)) {
    const refused = whyNot(changed, setting);
    const path = locate(changed, setting);
    if (refused || !path) {
      problems.push({
        ...problemAt(sourceOf(raw), 'set-path', setting, { setting, ...(refused ?? { why: '' }) }),
        path: setting,
      });
      continue;
    }
    put(changed, path[0] === 'params' && path.length === 2 ? [...path, 'default'] : path, structuredClone(value));
  }
  if (problems.length > 0 || !names) return { raw: changed, problems };
  const shelf = { names, english: {}, methods: [] };
  return {
    raw: changed,
    problems: checkMethod(sourceOf(changed), shelf).filter((problem) => problem.severity === 'error'),
  };
}
