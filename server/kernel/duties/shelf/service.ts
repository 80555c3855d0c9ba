import { keepCopy } from '#platform/copies';
import type { Database, Reader, Tx } from '#platform/database';
import { refuse } from '#shared/refusal';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Problem, Values } from '#kernel-contract/workflow';
import type { Raw, Shelf, Source } from '#kernel-contract/workflow/definition';
import { addTime, applySettings, compileNames, parseTime, readLibrary, sourceOf } from '#kernel/workflow/definition';
import {
  type AdoptionRow,
  adoptionsChannel,
  adoptVersion,
  definitionOf,
  findDefinition,
  keepDefinition,
  type MethodShelf,
  readLiveAdoptions,
  refuseSettings,
} from '#kernel/workflow/shelf';
import { checkDuties, checkDutySet } from '../checker/service.ts';
import type { Day, DutySet } from '../contract.ts';
import { areaSubjects, compileDuties } from '../definition/service.ts';
import { firstAdoptions } from './store.ts';

/** A set in force for an area, and since when its duties count there. */
export type AdoptedSet = { set: DutySet; since: Day; adoption: AdoptionRow };

export type DutyOriginal = { set: DutySet; source: Source };

/** The duty sets at hand: the library's files, and which are in force where. Kept in memory like the methods. */
export type DutyShelf = {
  originals(): DutyOriginal[];
  original(id: string): DutyOriginal | undefined;
  /** Sets in force for an area: of each, that of the nearest area upwards that adopted it; places first. */
  adopted(path: readonly string[]): AdoptedSet[];
  inForce(path: readonly string[], id: string): AdoptedSet | null;
  /** The day so long after a day, on the working calendar. */
  reach(day: Day, time: string): Day;
  /** The set of a record, whatever is in force now. */
  byHash(reader: Reader, hash: string): Promise<DutySet>;
  shelf: Shelf;
  reload(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the shelf of duties beside that of methods. A broken file stops the start with plain sentences, file and line. */
export async function openDutyShelf(
  database: Database,
  folder: string,
  methods: MethodShelf,
  now: Date,
): Promise<DutyShelf> {
  const { originals, shelf, problems } = loadDuties(folder);
  const broken = problems.filter((problem) => problem.severity === 'error');
  if (broken.length > 0)
    throw new Error(broken.map((problem) => `  ${problem.file}:${problem.line} ${problem.zh}`).join('\n'));
  for (const { set, source } of originals)
    await keepDefinition(database, definitionOf('duties', set, source.raw, { baseHash: null, settings: {}, now }));
  const compiled = new Map(originals.map(({ set }) => [set.hash, set]));
  let live = new Map<string, { adoption: AdoptionRow; since: Day }>();
  const byHash = async (reader: Reader, hash: string): Promise<DutySet> => {
    const ready = compiled.get(hash);
    if (ready) return ready;
    const row = await findDefinition(reader, hash);
    if (!row) throw new Error(`definition ${hash} is not stored`);
    const { set } = compileDuties(sourceOf(row.content as Raw), shelf);
    compiled.set(hash, set);
    return set;
  };
  const load = async (): Promise<void> => {
    const [rows, firsts] = await Promise.all([readLiveAdoptions(database, 'duties'), firstAdoptions(database)]);
    for (const row of rows) await byHash(database, row.definitionHash);
    const since = new Map(firsts.map((one) => [`${one.areaId} ${one.set}`, shanghaiDate(one.at)]));
    live = new Map(
      rows.map((adoption) => {
        const key = `${adoption.areaId} ${adoption.method}`;
        return [key, { adoption, since: since.get(key) ?? shanghaiDate(adoption.adoptedAt) }];
      }),
    );
  };
  const { reload, close } = await keepCopy(database, adoptionsChannel, load);
  const inForce = (path: readonly string[], id: string): AdoptedSet | null => {
    const found = [...path]
      .reverse()
      .map((areaId) => live.get(`${areaId} ${id}`))
      .find((one) => one !== undefined);
    const set = compiled.get(found?.adoption.definitionHash ?? '');
    return found && set ? { set, ...found } : null;
  };
  return {
    shelf,
    byHash,
    inForce,
    reload,
    close,
    originals: () => originals,
    original: (id) => originals.find(({ set }) => set.id === id),
    adopted: (path) => originals.map(({ set }) => inForce(path, set.id)).filter((one) => one !== null),
    reach: (day, time) => reachFrom(methods, day, time),
  };
}

function reachFrom(methods: MethodShelf, day: Day, time: string): Day {
  const parsed = parseTime(time);
  if (!parsed) return day;
  const end = addTime(shanghaiInstant(day).toISOString(), parsed, methods.calendar);
  return addDays(shanghaiDate(end), -1);
}

/** Reads and checks the duty files of a library folder. */
export function loadDuties(folder: string): { originals: DutyOriginal[]; shelf: Shelf; problems: Problem[] } {
  const library = readLibrary(folder);
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  // Duties of places first, from the grid outwards; then those of people.
  const place = ({ set }: DutyOriginal): number => areaSubjects.indexOf(set.subject) + 1 || areaSubjects.length + 1;
  const originals = library.duties
    .map((source) => ({ source, set: compileDuties(source, shelf).set }))
    .toSorted((a, b) => place(a) - place(b));
  return { originals, shelf, problems: checkDuties(library) };
}

export type DutyAdoption = {
  areaId: string;
  set: string;
  settings: Values;
  by: string;
  /** When it began, for records kept elsewhere before; otherwise now. */
  at?: Date;
};

/** Adopts a set of duties with an area's settings; answers the adoption's id. Refused when a setting may not be set so. */
export async function adoptDuties(tx: Tx, shelf: DutyShelf, input: DutyAdoption): Promise<AdoptionRow> {
  const original = shelf.original(input.set) ?? refuse(dutiesUnknown(input.set));
  const { raw } = original.source;
  const applied = applySettings(raw, input.settings);
  refuseSettings(
    'duties.settings-invalid',
    applied.problems,
    checkDutySet(sourceOf(applied.raw), { ...shelf.shelf, methods: [] }),
  );
  const { set } = compileDuties(sourceOf(applied.raw), shelf.shelf);
  return adoptVersion(tx, { kind: 'duties', compiled: set, raw: applied.raw, originalHash: original.set.hash }, input);
}

export function dutiesUnknown(id: string): Parameters<typeof refuse>[0] {
  return {
    code: 'duties.unknown',
    status: 404,
    zh: `没有“${id.slice(0, 40)}”这一组任务。请从工作法库里选。`,
    en: `There is no set of duties ${id.slice(0, 40)}.`,
  };
}
