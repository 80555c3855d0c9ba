import { keepCopy } from '#platform/copies';
import type { Database, Tx } from '#platform/database';
import { refuse, type Refusal } from '#shared/refusal';
import type { Problem, Values } from '#kernel-contract/workflow';
import type { Raw, Shelf, Source } from '#kernel-contract/workflow/definition';
import { applySettings, compileNames, readLibrary, sourceOf } from '#kernel/workflow/definition';
import {
  type AdoptionRow,
  adoptionsChannel,
  adoptVersion,
  definitionOf,
  findDefinition,
  keepDefinition,
  readLiveAdoptions,
  refuseSettings,
} from '#kernel/workflow/shelf';
import { checkStandard, checkStandards } from '../checker/service.ts';
import type { MeasureSpec, Standard } from '../contract.ts';
import { compileStandard } from '../definition/service.ts';

export type StandardOriginal = { standard: Standard; source: Source };
export type AdoptedStandard = { standard: Standard; adoption: AdoptionRow };

/** The standards at hand: the library's files, and which are in force where. Kept in memory like the methods. */
export type StandardShelf = {
  measures: readonly MeasureSpec[];
  originals(): StandardOriginal[];
  original(id: string): StandardOriginal | undefined;
  /** The standard in force for an area: that of the nearest area upwards that adopted it. */
  inForce(path: readonly string[], id: string): AdoptedStandard | null;
  shelf: Shelf;
  reload(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the shelf of standards. A broken file stops the start with plain sentences, file and line. */
export async function openStandardShelf(
  database: Database,
  folder: string,
  measures: readonly MeasureSpec[],
  now: Date,
): Promise<StandardShelf> {
  const { originals, shelf, problems } = loadStandards(folder, measures);
  const broken = problems.filter((problem) => problem.severity === 'error');
  if (broken.length > 0)
    throw new Error(broken.map((problem) => `  ${problem.file}:${problem.line} ${problem.zh}`).join('\n'));
  for (const { standard, source } of originals)
    await keepDefinition(
      database,
      definitionOf('standard', standard, source.raw, { baseHash: null, settings: {}, now }),
    );
  const compiled = new Map(originals.map(({ standard }) => [standard.hash, standard]));
  let live = new Map<string, AdoptionRow>();
  const load = async (): Promise<void> => {
    const rows = await readLiveAdoptions(database, 'standard');
    for (const { definitionHash } of rows) {
      if (compiled.has(definitionHash)) continue;
      const row = await findDefinition(database, definitionHash);
      if (row) compiled.set(definitionHash, compileStandard(sourceOf(row.content as Raw), shelf, measures).standard);
    }
    live = new Map(rows.map((row) => [`${row.areaId} ${row.method}`, row]));
  };
  const { reload, close } = await keepCopy(database, adoptionsChannel, load);
  return {
    measures,
    shelf,
    reload,
    close,
    originals: () => originals,
    original: (id) => originals.find(({ standard }) => standard.id === id),
    inForce: (path, id) => {
      const adoption = [...path]
        .reverse()
        .map((areaId) => live.get(`${areaId} ${id}`))
        .find((one) => one !== undefined);
      const standard = compiled.get(adoption?.definitionHash ?? '');
      return adoption && standard ? { standard, adoption } : null;
    },
  };
}

/** Reads and checks the standard files of a library folder, given the measures that modules register. */
export function loadStandards(
  folder: string,
  measures: readonly MeasureSpec[],
): { originals: StandardOriginal[]; shelf: Shelf; problems: Problem[] } {
  const library = readLibrary(folder);
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const shelf = { names: compileNames(library.names?.raw ?? {}, english), english, methods: [] };
  const originals = library.standards.map((source) => ({
    source,
    standard: compileStandard(source, shelf, measures).standard,
  }));
  return { originals, shelf, problems: checkStandards(library, measures) };
}

/** Adopts a standard with an area's parameters. Refused when there is none, or a setting may not be set so. Source: X8. */
export async function adoptStandard(
  tx: Tx,
  shelf: StandardShelf,
  input: { areaId: string; standard: string; settings: Values; by: string },
): Promise<AdoptionRow> {
  const original = shelf.original(input.standard) ?? refuse(standardUnknown(input.standard));
  const { raw } = original.source;
  const applied = applySettings(raw, input.settings);
  refuseSettings(
    'standard.settings-invalid',
    applied.problems,
    checkStandard(sourceOf(applied.raw), shelf.shelf, shelf.measures),
  );
  const { standard } = compileStandard(sourceOf(applied.raw), shelf.shelf, shelf.measures);
  return adoptVersion(
    tx,
    { kind: 'standard', compiled: standard, raw: applied.raw, originalHash: original.standard.hash },
    input,
  );
}

export function standardUnknown(id: string): Refusal {
  return {
    code: 'standard.unknown',
    status: 404,
    zh: `没有“${id.slice(0, 40)}”这个标准。请从标准库里选。`,
    en: `There is no standard ${id.slice(0, 40)}.`,
  };
}
