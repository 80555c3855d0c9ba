import type { Problem } from '#kernel-contract/workflow';
import type { Library, Shelf, Source } from '#kernel-contract/workflow/definition';
import { checkSiblings, problemAt, problemsOnce } from '#kernel/workflow/definition';
import type { MeasureSpec, Standard } from '../contract.ts';
import { compileStandard } from '../definition/service.ts';
import { standardProblem } from '../sentence/service.ts';

/** Parameters that `with` names, as `params.squares`. */
function paramMentions({ groups }: Standard): { path: string; param: string }[] {
  return groups.flatMap((group) =>
    group.items.flatMap((item) =>
      Object.entries(item.measure?.with ?? {}).flatMap(([argument, value]) =>
        typeof value === 'string' && value.startsWith('params.')
          ? [{ path: `groups/${group.id}/${item.id}/with/${argument}`, param: value.slice('params.'.length) }]
          : [],
      ),
    ),
  );
}

function settingProblems(source: Source, standard: Standard): Problem[] {
  const mentions = paramMentions(standard);
  const unknown = mentions.filter(({ param }) => !standard.params[param]);
  const idle = Object.values(standard.params).filter(({ id }) => mentions.every(({ param }) => param !== id));
  const places = ['grades', 'enough', ...Object.keys(standard.params), ...itemsOf(standard)];
  const lost = standard.inferred.flatMap(({ paths }) => paths.filter((path) => !places.includes(path)));
  return [
    ...unknown.map(({ path, param }) => problemAt(source, 'param-unknown', path, { param })),
    ...idle.map(({ id, label }) => problemAt(source, 'param-unused', `params/${id}`, { param: label.zh })),
    ...lost.map((setting) => problemAt(source, 'inferred-path', 'inferred', { setting })),
  ];
}

const itemsOf = ({ groups }: Standard): string[] => groups.flatMap(({ items }) => items.map(({ id }) => id));

function examine(
  source: Source,
  shelf: Shelf,
  measures: readonly MeasureSpec[],
): { standard: Standard; problems: Problem[]; texts: string[] } {
  const { standard, problems, texts } = compileStandard(source, shelf, measures);
  const all = [...problems, ...settingProblems(source, standard)];
  return { standard, problems: problemsOnce(all), texts };
}

/** What is wrong with one standard file, in sentences with file, path and line. It may run when none is an error. */
export function checkStandard(source: Source, shelf: Shelf, measures: readonly MeasureSpec[]): Problem[] {
  return examine(source, shelf, measures).problems;
}

/** What is wrong with the standard files of a library, given the measures that modules register. Source: METHODS 2.4. */
export function checkStandards(library: Library, measures: readonly MeasureSpec[]): Problem[] {
  return checkSiblings(library, {
    sources: library.standards,
    examine: (source, shelf) => examine(source, { ...shelf, methods: [] }, measures),
    twice: (at, details) => standardProblem(at, 'standard-twice', details),
  });
}
