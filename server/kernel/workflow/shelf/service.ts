import { keepCopy } from '#platform/copies';
import type { Database, Reader, Tx } from '#platform/database';
import { refuse, refuseIf } from '#shared/refusal';
import type { Method, Names, Problem, Values, WorkCalendar } from '../contract.ts';
import { checkLibrary } from '../checker/rules.ts';
import type { Raw, Source } from '../definition/contract.ts';
import { compileMethod, compileNames, sourceOf } from '../definition/rules.ts';
import { readLibrary } from '../definition/store.ts';
import { workCalendar } from '../limit/rules.ts';
import { applySettings } from '../settings/rules.ts';
import { differences } from '../settings/difference/rules.ts';
import * as store from './store.ts';
import type { AdoptionRow } from './store.ts';

export { findDefinition, keepDefinition, readLiveAdoptions, replaceAdoption, type AdoptionRow } from './store.ts';

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
  need(reader: Reader, hashes: Iterable<string>): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
};

export const adoptionsChannel = 'liren_adoptions';

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

/** Opens the shelf and keeps every library file as a definition. Refused when a version was reused for other content. */
export async function openShelf(database: Database, folder: string, now: Date): Promise<MethodShelf> {
  const { originals, names, english, calendar, problems } = loadLibrary(folder);
  const broken = problems.filter((problem) => problem.severity === 'error');
  if (broken.length > 0)
    throw new Error(
      `工作法库有 ${broken.length} 处要改：\n${broken.map((problem) => `  ${problem.file}:${problem.line} ${problem.zh}`).join('\n')}`,
    );
  for (const { method, source } of originals)
    await store.keepDefinition(database, definitionOf(method, source.raw, null, {}, now));
  const ids = originals.map(({ method }) => method.id);
  const compiled = new Map(originals.map(({ method }) => [method.hash, method]));
  let live = new Map<string, AdoptionRow>();
  const byHash = async (reader: Reader, hash: string): Promise<Method> => {
    const ready = compiled.get(hash);
    if (ready) return ready;
    const row = await store.findDefinition(reader, hash);
    if (!row) throw new Error(`definition ${hash} is not stored`);
    const { method } = compileMethod(sourceOf(row.content as Raw), { names, english, methods: ids });
    compiled.set(hash, method);
    return method;
  };
  const load = async (): Promise<void> => {
    const rows = await store.readLiveAdoptions(database, 'method');
    for (const row of rows) await byHash(database, row.definitionHash);
    live = new Map(rows.map((row) => [`${row.areaId} ${row.method}`, row]));
  };
  const { reload, close } = await keepCopy(database, adoptionsChannel, load);
  const adoptionFor = (path: readonly string[], id: string): AdoptionRow | null =>
    [...path]
      .reverse()
      .map((areaId) => live.get(`${areaId} ${id}`))
      .find((row) => row !== undefined) ?? null;
  const inForce = (path: readonly string[], id: string): Method | null =>
    compiled.get(adoptionFor(path, id)?.definitionHash ?? '') ?? null;
  return {
    names,
    calendar,
    byHash,
    reload,
    adoptionFor,
    inForce,
    close,
    originals: () => originals,
    original: (id) => originals.find(({ method }) => method.id === id),
    adoptionsOf: (id) => [...live.values()].filter((row) => row.method === id),
    adopted: (path) =>
      [...new Set([...live.values()].filter((row) => path.includes(row.areaId)).map((row) => row.method))]
        .map((id) => inForce(path, id))
        .filter((method) => method !== null),
    known: (hash) => compiled.get(hash),
    need: async (reader, hashes) => void (await Promise.all([...new Set(hashes)].map((hash) => byHash(reader, hash)))),
  };
}

function definitionOf(
  method: Method,
  raw: Raw,
  baseHash: string | null,
  settings: Values,
  now: Date,
): store.DefinitionRow {
  return {
    hash: method.hash,
    kind: 'method',
    id: method.id,
    version: method.version,
    baseHash,
    settings,
    content: raw,
    name: method.name.zh,
    createdAt: now.toISOString(),
  };
}

export type Adoption = { areaId: string; method: string; settings: Values; adoptedFrom: string | null; by: string };

/** What an adoption would change, in plain sentences, and what is wrong with it. Changes nothing. */
export function previewAdoption(
  shelf: MethodShelf,
  path: readonly string[],
  input: Pick<Adoption, 'method' | 'settings'>,
): { problems: Problem[]; differences: string[]; raw: Raw | null } {
  const original = shelf.original(input.method) ?? refuse(methodUnknown(input.method));
  const changed = applySettings(original.source.raw, input.settings, shelf.names);
  if (changed.problems.length > 0) return { problems: changed.problems, differences: [], raw: null };
  const before = shelf.adoptionFor(path, input.method);
  const earlier = applySettings(original.source.raw, before?.settings ?? {}, shelf.names);
  return { problems: [], differences: differences(earlier.raw, changed.raw, shelf.names), raw: changed.raw };
}

/** The area on a path whose own variant a method is; null for the library's own file, in this version or an earlier one. */
export async function variantArea(
  reader: Reader,
  shelf: MethodShelf,
  path: readonly string[],
  method: Method,
): Promise<string | null> {
  if (shelf.original(method.id)?.method.hash === method.hash) return null;
  return store.findVariantArea(reader, path, method.hash);
}

/** How a method with these settings differs from the library's file, as sentences. */
export function changesAgainstOriginal(shelf: MethodShelf, input: Pick<Adoption, 'method' | 'settings'>): string[] {
  const { raw } = (shelf.original(input.method) ?? refuse(methodUnknown(input.method))).source;
  return differences(raw, applySettings(raw, input.settings).raw, shelf.names);
}

/** Adopts a method with an area's settings. Running matters stay on the version they began with. Source: METHODS 2. */
export async function adoptMethod(tx: Tx, shelf: MethodShelf, input: Adoption): Promise<Method> {
  const original = shelf.original(input.method) ?? refuse(methodUnknown(input.method));
  const preview = previewAdoption(shelf, [input.areaId], input);
  const wrong = preview.problems[0];
  refuseIf(
    wrong
      ? {
          code: 'method.settings-invalid',
          status: 422,
          zh: wrong.zh,
          en: wrong.en,
          fields: Object.fromEntries(preview.problems.map((problem) => [problem.path, problem.zh])),
        }
      : null,
  );
  const raw = preview.raw as Raw;
  const { method } = compileMethod(sourceOf(raw), {
    names: shelf.names,
    english: {},
    methods: shelf.originals().map((one) => one.method.id),
  });
  const changed = method.hash !== original.method.hash;
  await store.keepDefinition(
    tx,
    definitionOf(method, raw, changed ? original.method.hash : null, input.settings, tx.now),
  );
  await store.replaceAdoption(tx, {
    areaId: input.areaId,
    id: tx.newId(),
    method: method.id,
    definitionHash: method.hash,
    settings: input.settings,
    binding: [],
    adoptedFrom: input.adoptedFrom,
    adoptedAt: tx.now.toISOString(),
    adoptedBy: input.by,
  });
  tx.notify(adoptionsChannel, method.id);
  return method;
}

function methodUnknown(id: string): Parameters<typeof refuse>[0] {
  return {
    code: 'method.unknown',
    status: 404,
    zh: `没有“${id.slice(0, 40)}”这个工作法。请从工作法库里选。`,
    en: `There is no method ${id.slice(0, 40)}.`,
  };
}

export const countRunning = (reader: Reader, areaIds: string[], method: string): Promise<number> =>
  store.countRunning(reader, areaIds, method);
