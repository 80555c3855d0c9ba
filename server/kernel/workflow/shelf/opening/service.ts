import { keepCopy } from '#platform/copies';
import type { Database, Reader } from '#platform/database';
import type { Method, Names, Problem, WorkCalendar } from '../../contract.ts';
import { checkLibrary } from '../../checker/rules.ts';
import type { Raw, Source } from '../../definition/contract.ts';
import { compileMethod, compileNames, sourceOf } from '../../definition/rules.ts';
import { readLibrary } from '../../definition/store.ts';
import { workCalendar } from '../../limit/rules.ts';
import { differences } from '../../settings/difference/rules.ts';
import * as store from '../store.ts';
import type { AdoptionRow } from '../store.ts';
import { adoptionsChannel, definitionOf } from '../version/service.ts';

export type Original = { method: Method; source: Source };

/**
 * The methods at hand: the library's files, every definition an area has adopted, and which is in force where.
 * Kept in memory; read again when an adoption changes anywhere.
 */
export type MethodShelf = {
  names: Names;
  calendar: WorkCalendar;
  originals(): Original[];
  original(id: string): Original | undefined;
  /** The method in force for an area: that of the nearest area upwards that adopted it. */
  inForce(path: readonly string[], id: string): Method | null;
  adoptionFor(path: readonly string[], id: string): AdoptionRow | null;
  adoptionsOf(id: string): AdoptionRow[];
  /** Adopted methods of an area, nearest first. */
  adopted(path: readonly string[]): Method[];
  byHash(reader: Reader, hash: string): Promise<Method>;
  /** The method when it is in memory already: after `byHash` or `need`. */
  known(hash: string): Method | undefined;
  /** The file behind a definition in memory: its data, and the library's version it was made from (null: it is one). */
  kept(hash: string): Kept | undefined;
  /** How a definition in memory differs from the library's version it was made from, as sentences. */
  changesIn(hash: string): string[];
  need(reader: Reader, hashes: Iterable<string>): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
};

export type Kept = { method: Method; raw: Raw; baseHash: string | null };

/** Reads and checks the library folder. A broken file stops the start with plain sentences, file and line. */
export function loadLibrary(folder: string): {
  originals: Original[];
  names: Names;
  english: Record<string, string>;
  calendar: WorkCalendar;
  problems: Problem[];
} {
  const library = readLibrary(folder);
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  const originals = library.methods.map((source) => ({ source, method: compileMethod(source, shelf).method }));
  return { originals, names, english, calendar: workCalendar(library.calendars), problems: checkLibrary(library) };
}

type Loaded = ReturnType<typeof loadLibrary>;

function refuseBroken({ problems }: Loaded): void {
  const broken = problems.filter((problem) => problem.severity === 'error');
  if (broken.length > 0)
    throw new Error(
      `工作法库有 ${broken.length} 处要改：\n${broken.map((problem) => `  ${problem.file}:${problem.line} ${problem.zh}`).join('\n')}`,
    );
}

/** Definitions by hash, read once and kept: what is stored under a hash never changes. */
function openDefinitions({ originals, names, english }: Loaded) {
  const ids = originals.map(({ method }) => method.id);
  const all = new Map<string, Kept>(
    originals.map(({ method, source }) => [method.hash, { method, raw: source.raw, baseHash: null }]),
  );
  const changes = new Map<string, string[]>();
  const load = async (reader: Reader, hash: string): Promise<Kept> => {
    const ready = all.get(hash);
    if (ready) return ready;
    const row = await store.findDefinition(reader, hash);
    if (!row) throw new Error(`definition ${hash} is not stored`);
    const raw = row.content as Raw;
    const { method } = compileMethod(sourceOf(raw), { names, english, methods: ids });
    if (row.baseHash !== null) await load(reader, row.baseHash);
    const kept = { method, raw, baseHash: row.baseHash };
    all.set(hash, kept);
    return kept;
  };
  const changesIn = (hash: string): string[] => {
    const kept = all.get(hash);
    const base = kept?.baseHash ? all.get(kept.baseHash) : undefined;
    if (!kept || !base) return [];
    const known = changes.get(hash) ?? differences(base.raw, kept.raw, names);
    changes.set(hash, known);
    return known;
  };
  return { all, load, changesIn };
}

/** Opens the shelf and keeps every library file as a definition. Refused when a version was reused for other content. */
export async function openShelf(database: Database, folder: string, now: Date): Promise<MethodShelf> {
  const loaded = loadLibrary(folder);
  refuseBroken(loaded);
  const { originals, names, calendar } = loaded;
  for (const { method, source } of originals)
    await store.keepDefinition(
      database,
      definitionOf('method', method, source.raw, { baseHash: null, settings: {}, now }),
    );
  const definitions = openDefinitions(loaded);
  let live = new Map<string, AdoptionRow>();
  const byHash = async (reader: Reader, hash: string): Promise<Method> => (await definitions.load(reader, hash)).method;
  const known = (hash: string): Method | undefined => definitions.all.get(hash)?.method;
  const load = async (): Promise<void> => {
    const rows = await store.readLiveAdoptions(database, 'method');
    for (const { definitionHash, basedOn } of rows)
      for (const hash of [definitionHash, basedOn]) if (hash) await byHash(database, hash);
    live = new Map(rows.map((row) => [`${row.areaId} ${row.method}`, row]));
  };
  const { reload, close } = await keepCopy(database, adoptionsChannel, load);
  const adoptionFor = (path: readonly string[], id: string): AdoptionRow | null =>
    [...path]
      .reverse()
      .map((areaId) => live.get(`${areaId} ${id}`))
      .find((row) => row !== undefined) ?? null;
  const inForce = (path: readonly string[], id: string): Method | null =>
    known(adoptionFor(path, id)?.definitionHash ?? '') ?? null;
  return {
    names,
    calendar,
    byHash,
    reload,
    adoptionFor,
    inForce,
    known,
    close,
    kept: (hash) => definitions.all.get(hash),
    changesIn: definitions.changesIn,
    originals: () => originals,
    original: (id) => originals.find(({ method }) => method.id === id),
    adoptionsOf: (id) => [...live.values()].filter((row) => row.method === id),
    adopted: (path) =>
      [...new Set([...live.values()].filter((row) => path.includes(row.areaId)).map((row) => row.method))]
        .map((id) => inForce(path, id))
        .filter((method) => method !== null),
    need: async (reader, hashes) => void (await Promise.all([...new Set(hashes)].map((hash) => byHash(reader, hash)))),
  };
}
