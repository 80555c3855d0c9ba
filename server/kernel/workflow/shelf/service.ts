import type { Reader, Tx } from '#platform/database';
import { refuse, refuseIf } from '#shared/refusal';
import type { Method, Problem, Values } from '../contract.ts';
import type { Raw } from '../definition/contract.ts';
import { compileMethod, sourceOf } from '../definition/rules.ts';
import { readSource, stampedHash, writeSource } from '../definition/store.ts';
import { applySettings } from '../settings/rules.ts';
import { differences } from '../settings/difference/rules.ts';
import { checkFork } from '../settings/fork/rules.ts';
import { paramProblems } from '../settings/params/rules.ts';
import { loweredBy, loweredName, readBindings, type LoweredBinding } from './binding/service.ts';
import type { MethodShelf, Original } from './opening/service.ts';
import { adoptionsChannel, definitionOf } from './version/service.ts';
import * as store from './store.ts';

export { findDefinition, keepDefinition, readLiveAdoptions, replaceAdoption, type AdoptionRow } from './store.ts';
export { loadLibrary, openShelf, type MethodShelf, type Original } from './opening/service.ts';
export { adoptionsChannel, adoptVersion, definitionOf, refuseSettings } from './version/service.ts';

/** How a version comes about: settings on what is in force, on the library's newest (`update`), or a file of its own. */
export type Wanted = { method: string; settings: Values; file?: string; update?: boolean };
export type Adoption = Wanted & { areaId: string; adoptedFrom: string | null; by: string };

/** What an adoption would be: what is wrong with it, what it changes in plain sentences, and the version itself. */
export type Plan = {
  problems: Problem[];
  differences: string[];
  raw: Raw | null;
  /** The stored version the settings stand on; null for a file of its own. */
  basedOn: string | null;
  /** True when a file was taken out of the platform and changed since; null for a file that never was, or no file. */
  fileChanged: boolean | null;
};

type Template = { raw: Raw; hash: string | null; problems: Problem[] };

const shelfWords = (shelf: MethodShelf): { names: MethodShelf['names']; methods: string[] } => ({
  names: shelf.names,
  methods: shelf.originals().map(({ method }) => method.id),
});

function readFork(shelf: MethodShelf, original: Original, text: string): Template {
  const { source, problems } = readSource(text, `${original.method.id}.yaml`);
  const unreadable = problems.filter(({ severity }) => severity === 'error');
  const wrong = unreadable.length > 0 ? unreadable : checkFork(original.source.raw, source, shelfWords(shelf));
  return { raw: source.raw, hash: null, problems: wrong };
}

/** The version an area's settings stand on: what it adopted, or the library's for one that has none. */
export async function templateFor(
  reader: Reader,
  shelf: MethodShelf,
  path: readonly string[],
  id: string,
): Promise<Template> {
  const original = shelf.original(id) ?? refuse(methodUnknown(id));
  const before = shelf.adoptionFor(path, id);
  const plain = { raw: original.source.raw, hash: original.method.hash, problems: [] };
  if (!before) return plain;
  await shelf.byHash(reader, before.definitionHash);
  const isSet = Object.keys(before.settings).length > 0;
  const hash = before.basedOn ?? (isSet ? shelf.kept(before.definitionHash)?.baseHash : before.definitionHash);
  if (!hash) return plain;
  await shelf.byHash(reader, hash);
  return { raw: shelf.kept(hash)?.raw ?? plain.raw, hash, problems: [] };
}

/** What adopting would change and what is wrong with it, floors of the areas above included. Changes nothing. */
export async function planAdoption(
  reader: Reader,
  shelf: MethodShelf,
  path: readonly string[],
  wanted: Wanted,
  nameOf: (areaId: string) => string = () => '上级',
): Promise<Plan> {
  const original = shelf.original(wanted.method) ?? refuse(methodUnknown(wanted.method));
  const template =
    wanted.file !== undefined
      ? readFork(shelf, original, wanted.file)
      : wanted.update === true
        ? { raw: original.source.raw, hash: original.method.hash, problems: [] }
        : await templateFor(reader, shelf, path, wanted.method);
  const fileChanged = wanted.file === undefined ? null : changedSince(wanted.file, template.raw);
  const none = { differences: [], raw: null, basedOn: template.hash, fileChanged };
  if (template.problems.length > 0) return { ...none, problems: template.problems };
  // What stands on the shelf has been checked when it came there.
  const untouched = wanted.file === undefined && Object.keys(wanted.settings).length === 0;
  const applied = untouched
    ? { raw: template.raw, problems: [] }
    : applySettings(template.raw, wanted.settings, shelf.names);
  if (applied.problems.length > 0) return { ...none, problems: applied.problems };
  const { method } = compileMethod(sourceOf(applied.raw), { ...shelfWords(shelf), english: {} });
  const unset = paramProblems(method);
  if (unset.length > 0) return { ...none, problems: unset };
  const lowered = loweredBy(method, await readBindings(reader, path, method.id));
  const before = shelf.adoptionFor(path, wanted.method);
  if (before) await shelf.byHash(reader, before.definitionHash);
  const earlier = before ? shelf.kept(before.definitionHash) : undefined;
  return {
    problems: lowered.map((one) => floorProblem(one, method, nameOf)),
    differences: changesBetween(earlier?.raw ?? original.source.raw, applied.raw, shelf),
    raw: applied.raw,
    basedOn: template.hash,
    fileChanged,
  };
}

/** Sentences of a difference; one sentence for a change of words alone. */
function changesBetween(before: Raw, after: Raw, shelf: MethodShelf): string[] {
  if (before === after) return [];
  const sentences = differences(before, after, shelf.names);
  const [old, now] = [before, after].map((raw) => compileMethod(sourceOf(raw), { ...shelfWords(shelf), english: {} }));
  return sentences.length === 0 && old?.method.hash !== now?.method.hash ? ['只改了说明文字，办法没有变'] : sentences;
}

function changedSince(text: string, raw: Raw): boolean | null {
  const stamped = stampedHash(text);
  if (stamped === null) return null;
  return compileMethod(sourceOf(raw), { names: emptyNames, english: {}, methods: [] }).method.hash !== stamped;
}

const emptyNames = {
  roles: {},
  bodies: {},
  funds: {},
  members: {},
  office: { coordinators: [], supervisors: [], told: [] },
};

function floorProblem(lowered: LoweredBinding, method: Method, nameOf: (areaId: string) => string): Problem {
  const { binding, path, floor } = lowered;
  const by = nameOf(binding.areaId);
  const day = binding.boundAt.slice(0, 10);
  return {
    severity: 'error',
    code: 'floor-lowered',
    file: '',
    path,
    line: 0,
    zh: `${by}要求${loweredName(lowered, method)}（${binding.boundByName} ${day} 定的）。请改回要求以内，或者请${by}放宽`,
    en: `${by} asks for ${floor.place}: ${lowered.foundEn}. Keep to it, or ask them to change it.`,
  };
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

/** Adopts a method as an area wants it. Running matters stay on the version they began with. Source: METHODS 2. */
export async function adoptMethod(
  tx: Tx,
  shelf: MethodShelf,
  input: Adoption,
  above: { path: readonly string[]; nameOf(areaId: string): string } = { path: [input.areaId], nameOf: () => '上级' },
): Promise<Method> {
  const plan = await planAdoption(tx, shelf, above.path, input, above.nameOf);
  refuseIf(whyNot(plan.problems, input.file !== undefined));
  const raw = plan.raw as Raw;
  const { method } = compileMethod(sourceOf(raw), { ...shelfWords(shelf), english: {} });
  const baseHash = await baseOf(tx, shelf, method, plan.basedOn);
  const from = { baseHash, settings: input.settings, now: tx.now };
  await store.keepDefinition(tx, definitionOf('method', method, raw, from));
  await store.replaceAdoption(tx, {
    areaId: input.areaId,
    id: tx.newId(),
    method: method.id,
    definitionHash: method.hash,
    settings: input.settings,
    binding: [],
    basedOn: plan.basedOn ?? method.hash,
    adoptedFrom: input.adoptedFrom,
    adoptedAt: tx.now.toISOString(),
    adoptedBy: input.by,
  });
  tx.notify(adoptionsChannel, method.id);
  return method;
}

/** The library's version a version was made from; null when it is one. */
async function baseOf(
  reader: Reader,
  shelf: MethodShelf,
  method: Method,
  basedOn: string | null,
): Promise<string | null> {
  const kept = await store.findDefinition(reader, method.hash);
  if (kept) return kept.baseHash;
  if (basedOn !== null) return shelf.kept(basedOn)?.baseHash ?? basedOn;
  const sameVersion = await store.findOriginal(reader, method.id, method.version);
  return sameVersion ?? shelf.original(method.id)?.method.hash ?? null;
}

function whyNot(problems: Problem[], isFile: boolean): Parameters<typeof refuseIf>[0] {
  const [wrong] = problems;
  if (!wrong) return null;
  const lowered = wrong.code === 'floor-lowered';
  const line = isFile && !lowered && wrong.line > 0 ? `第 ${wrong.line} 行：` : '';
  return {
    code: lowered ? 'method.floor-lowered' : isFile ? 'method.file-invalid' : 'method.settings-invalid',
    status: lowered ? 409 : 422,
    zh: `${line}${wrong.zh}`,
    en: `${line === '' ? '' : `line ${wrong.line}: `}${wrong.en}`,
    fields: Object.fromEntries(problems.map((problem) => [problem.path, problem.zh])),
  };
}

function methodUnknown(id: string): Parameters<typeof refuse>[0] {
  return {
    code: 'method.unknown',
    status: 404,
    zh: `没有“${id.slice(0, 40)}”这个工作法。请从工作法库里选。`,
    en: `There is no method ${id.slice(0, 40)}.`,
  };
}

/** The version in force as a file to keep or pass on: the library's own text, or a community's version with its stamp. */
export function methodFile(shelf: MethodShelf, path: readonly string[], id: string, areaName: string): string {
  const original = shelf.original(id) ?? refuse(methodUnknown(id));
  const kept = shelf.kept(shelf.adoptionFor(path, id)?.definitionHash ?? original.method.hash);
  if (!kept || kept.method.hash === original.method.hash) return original.source.text;
  return writeSource(kept.raw, { from: areaName, hash: kept.method.hash });
}

export const countRunning = (reader: Reader, areaIds: string[], method: string): Promise<number> =>
  store.countRunning(reader, areaIds, method);
