import { keepCopy } from '#platform/copies';
import type { Database, Reader, Tx } from '#platform/database';
import { refuse } from '#shared/refusal';
import type { Problem, Values, WorkCalendar } from '#kernel-contract/workflow';
import type { Raw, Shelf, Source } from '#kernel-contract/workflow/definition';
import { applySettings, compileNames, readLibrary, sourceOf } from '#kernel/workflow/definition';
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
import { checkRegister, checkRegisters } from '../checker/service.ts';
import type { Register } from '../contract.ts';
import { compileRegister } from '../definition/service.ts';

export type RegisterOriginal = { register: Register; source: Source };
export type KeptRegister = { register: Register; adoption: AdoptionRow };

/** The registers at hand: the library's files, and which are kept where. Kept in memory like the methods. */
export type RegisterShelf = {
  originals(): RegisterOriginal[];
  original(id: string): RegisterOriginal | undefined;
  /** The register as an area keeps it; null when it does not. */
  keptBy(areaId: string, id: string): KeptRegister | null;
  /** The register of a record, whatever is kept now. */
  byHash(reader: Reader, hash: string): Promise<Register>;
  calendar: WorkCalendar;
  shelf: Shelf;
  reload(): Promise<void>;
  close(): Promise<void>;
};

/** Reads and checks the register files of a library folder. */
export function loadRegisters(folder: string): { originals: RegisterOriginal[]; shelf: Shelf; problems: Problem[] } {
  const library = readLibrary(folder);
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  const originals = library.registers.map((source) => ({ source, register: compileRegister(source, shelf).register }));
  return { originals, shelf, problems: checkRegisters(library) };
}

/** Opens the shelf of registers beside that of methods. A broken file stops the start with plain sentences, file and line. */
export async function openRegisterShelf(
  database: Database,
  folder: string,
  methods: MethodShelf,
  now: Date,
): Promise<RegisterShelf> {
  const { originals, shelf, problems } = loadRegisters(folder);
  const broken = problems.filter((problem) => problem.severity === 'error');
  if (broken.length > 0)
    throw new Error(broken.map((problem) => `  ${problem.file}:${problem.line} ${problem.zh}`).join('\n'));
  for (const { register, source } of originals)
    await keepDefinition(
      database,
      definitionOf('register', register, source.raw, { baseHash: null, settings: {}, now }),
    );
  const compiled = new Map(originals.map(({ register }) => [register.hash, register]));
  const byHash = async (reader: Reader, hash: string): Promise<Register> => {
    const ready = compiled.get(hash);
    if (ready) return ready;
    const row = await findDefinition(reader, hash);
    if (!row) throw new Error(`definition ${hash} is not stored`);
    const { register } = compileRegister(sourceOf(row.content as Raw), shelf);
    compiled.set(hash, register);
    return register;
  };
  let live = new Map<string, AdoptionRow>();
  const load = async (): Promise<void> => {
    const rows = await readLiveAdoptions(database, 'register');
    for (const row of rows) await byHash(database, row.definitionHash);
    live = new Map(rows.map((row) => [`${row.areaId} ${row.method}`, row]));
  };
  const { reload, close } = await keepCopy(database, adoptionsChannel, load);
  return {
    shelf,
    calendar: methods.calendar,
    byHash,
    reload,
    close,
    originals: () => originals,
    original: (id) => originals.find(({ register }) => register.id === id),
    keptBy(areaId, id) {
      const adoption = live.get(`${areaId} ${id}`);
      const register = compiled.get(adoption?.definitionHash ?? '');
      return adoption && register ? { adoption, register } : null;
    },
  };
}

export type RegisterAdoption = { areaId: string; register: string; settings: Values; by: string; at?: Date };

/** Begins to keep a register with an area's settings. Refused when a setting may not be set so. */
export async function adoptRegister(tx: Tx, shelf: RegisterShelf, input: RegisterAdoption): Promise<Register> {
  const original = shelf.original(input.register) ?? refuse(registerUnknown(input.register));
  const applied = applySettings(original.source.raw, input.settings);
  refuseSettings(
    'register.settings-invalid',
    applied.problems,
    checkRegister(sourceOf(applied.raw), { ...shelf.shelf, methods: [] }),
  );
  const { register } = compileRegister(sourceOf(applied.raw), shelf.shelf);
  await adoptVersion(
    tx,
    { kind: 'register', compiled: register, raw: applied.raw, originalHash: original.register.hash },
    input,
  );
  return register;
}

export function registerUnknown(id: string): Parameters<typeof refuse>[0] {
  return {
    code: 'register.unknown',
    status: 404,
    zh: `这里没有“${id.slice(0, 40)}”这本台账。请从台账列表里选，没有的先开始用。`,
    en: `No register ${id.slice(0, 40)} is kept here.`,
  };
}
