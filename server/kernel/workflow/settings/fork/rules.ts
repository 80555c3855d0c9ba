import { canonical } from '#shared/canonical';
import type { Names, Problem } from '../../contract.ts';
import { checkMethod } from '../../checker/rules.ts';
import type { Raw, Source } from '../../definition/contract.ts';
import { lineOf } from '../../definition/label/rules.ts';
import { listed, locate, valueAt } from '../path/rules.ts';

/** Where a setting's path stands among the lines of a file: `handle.within` → the line under `steps/handle`. */
function lineOfPath(source: Source, path: string): number {
  const home = locate(source.raw, path);
  const ids = (home ?? [path]).map((key) => key.split(' ', 1)[0]).join('/');
  return lineOf(source, ids);
}

function problemOf(source: Source, path: string, code: string, words: { zh: string; en: string }): Problem {
  return { severity: 'error', code, file: source.file, path, line: lineOfPath(source, path), ...words };
}

const standsAt = (raw: Raw, path: string): string => {
  const home = locate(raw, path);
  return canonical((home ? valueAt(raw, home) : null) ?? null);
};

/** What the library calls fixed and a fork changed or dropped. */
function fixedChanged(original: Raw, source: Source): Problem[] {
  const fixed = listed(original['fixed']);
  const kept = listed(source.raw['fixed']);
  return fixed.flatMap((path) => {
    if (standsAt(original, path) !== standsAt(source.raw, path))
      return [
        problemOf(source, path, 'fork-fixed', {
          zh: `“${path}”按规定不能改，请改回原来的写法`,
          en: `“${path}” is fixed: write it as it was`,
        }),
      ];
    if (kept.includes(path)) return [];
    return [
      problemOf(source, 'fixed', 'fork-fixed', {
        zh: `fixed 里不能去掉“${path}”`,
        en: `“${path}” may not be taken from fixed`,
      }),
    ];
  });
}

/**
 * What keeps a community's own file from being a version of a library method: everything the checker finds in it, another
 * id, and what the library calls fixed. Lines are those of the file. Source: METHODS 1 “fixed”, issue 3 一社一策.
 */
export function checkFork(original: Raw, source: Source, shelf: { names: Names; methods: string[] }): Problem[] {
  const id = String(source.raw['id'] ?? '');
  if (id !== original['id'])
    return [
      problemOf(source, 'id', 'fork-id', {
        zh: `这份文件的 id 是“${id.slice(0, 40)}”，不是“${String(original['id'])}”。请选对文件，不要改 id`,
        en: `this file has the id “${id.slice(0, 40)}”, not “${String(original['id'])}”`,
      }),
    ];
  const named: Source = { ...source, file: `${id}.yaml` };
  const found = checkMethod(named, { ...shelf, english: {} }).filter(({ severity }) => severity === 'error');
  return [...found, ...fixedChanged(original, named)];
}
