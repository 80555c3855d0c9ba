import type { Json, Names, Problem, Values } from '../contract.ts';
import { checkMethod } from '../checker/rules.ts';
import type { Raw } from '../definition/contract.ts';
import { isMap, problemAt } from '../definition/label/rules.ts';
import { sourceOf } from '../definition/rules.ts';
import { covers, inferredPaths, listed, locate } from './path/rules.ts';
import { settableOf, type Settable } from './settable/rules.ts';

/** A raw file with an area's settings in it, and what is wrong with them in sentences. */
export type Applied = { raw: Raw; problems: Problem[] };

/** A form gives a list even for one; in the file one item stands for itself. */
function asWritten(setting: string, value: Json): Json {
  const single = Array.isArray(value) && value.length === 1 && ['by', 'tell'].includes(setting.split('.').at(-1) ?? '');
  return single ? (value[0] as Json) : structuredClone(value);
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
    put(changed, path[0] === 'params' && path.length === 2 ? [...path, 'default'] : path, asWritten(setting, value));
  }
  if (problems.length > 0 || !names) return { raw: changed, problems };
  const shelf = { names, english: {}, methods: [] };
  return {
    raw: changed,
    problems: checkMethod(sourceOf(changed), shelf)
      .filter((problem) => problem.severity === 'error')
      .map((problem) => inWordsOfForm(problem, settableOf(raw, set, names))),
  };
}

/** A problem where a setting stands is said with the setting's own name, not with its path in the file. */
function inWordsOfForm(problem: Problem, settable: Settable[]): Problem {
  const written = problem.path.replace(/^(steps|aside)\./, '');
  const setting = settable.find(({ path }) => path === written);
  if (!setting) return problem;
  return { ...problem, path: setting.path, zh: problem.zh.replace(`“${problem.path}”`, `“${setting.label}”`) };
}
