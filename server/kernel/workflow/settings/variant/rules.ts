import type { Problem, Values } from '../../contract.ts';
import type { Source } from '../../definition/contract.ts';
import { isMap, problemAt } from '../../definition/label/rules.ts';
import { variantKeys } from '../../definition/vocabulary/rules.ts';
import { applySettings } from '../rules.ts';

function expand(source: Source, originals: readonly Source[]): { source: Source | null; problems: Problem[] } {
  const base = originals.find((one) => one.raw['id'] === source.raw['base'] && one.raw['base'] === undefined);
  if (!base)
    return {
      source: null,
      problems: [problemAt(source, 'base-unknown', 'base', { base: String(source.raw['base']) })],
    };
  const strangers = Object.keys(source.raw).filter((key) => !variantKeys.includes(key));
  const problems = strangers.map((key) => problemAt(source, 'key-unknown', key, { key }));
  const set: Values = isMap(source.raw['set']) ? source.raw['set'] : {};
  const applied = applySettings(base.raw, set);
  for (const wrong of applied.problems) {
    problems.push({ ...wrong, file: source.file, line: source.lines[`set/${wrong.path}`] ?? source.lines['set'] ?? 1 });
  }
  const { base: _base, set: _set, ...own } = source.raw;
  return { source: { ...source, raw: { ...applied.raw, ...own } }, problems };
}

/** Variants written out: a file with `base` and `set` becomes its base with those settings. Source: METHODS 2.1 "variant". */
export function expandVariants(sources: readonly Source[]): { sources: Source[]; problems: Problem[] } {
  const results = sources.map((source) =>
    source.raw['base'] === undefined ? { source, problems: [] } : expand(source, sources),
  );
  return {
    sources: results.flatMap((result) => (result.source ? [result.source] : [])),
    problems: results.flatMap((result) => result.problems),
  };
}
