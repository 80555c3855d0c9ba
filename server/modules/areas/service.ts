import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import { lettersFrom } from '#shared/ids';
import type { Actor } from '#shared/actor';
import { keepCopy } from '#platform/copies';
import type { Database, Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import {
  levelNames,
  type Area,
  type AreaFigure,
  type AreaLevel,
  type AreaPage,
  type NewArea,
  type Spot,
} from './contract.ts';
import { codeNotCommunity, mayContain, ownsRecords, readCode, unitCodes, unitLevels, type UnitLevel } from './rules.ts';
import * as store from './store.ts';

export type AreaNode = store.AreaRecord;

/** The tree of areas in memory: small, rarely changed, read on every request. */
export type AreaTree = {
  get(id: string): AreaNode | undefined;
  /** Ids from the city down to the area itself. */
  path(id: string): readonly string[];
  covers(ancestorId: string, id: string): boolean;
  /** The area that owns records made at this one: itself, or the community it lies in. */
  ownerOf(id: string): string;
  /** Areas of a level below (or at) an area, in order. */
  under(id: string, level: AreaLevel): AreaNode[];
  children(id: string): AreaNode[];
  /** Ids of everything below an area, parents before children. */
  below(id: string): string[];
  ancestorAt(id: string, level: AreaLevel): AreaNode | undefined;
  byLetters(letters: string): AreaNode | undefined;
  byCode(code: string): AreaNode | undefined;
  all(): readonly AreaNode[];
  reload(): Promise<void>;
  close(): Promise<void>;
};

/** Notified when areas were added or changed, so that every process reads its tree again. */
export const areasChannel = 'liren_areas';

export async function openAreaTree(database: Database): Promise<AreaTree> {
  let nodes = new Map<string, AreaNode>();
  let children = new Map<string, AreaNode[]>();
  const load = async (): Promise<void> => {
    const rows = await store.readAllAreas(database);
    nodes = new Map(rows.map((row) => [row.id, row]));
    children = new Map();
    for (const row of rows) {
      const siblings = children.get(row.parentId ?? '') ?? [];
      siblings.push(row);
      children.set(row.parentId ?? '', siblings);
    }
  };
  const { reload, close } = await keepCopy(database, areasChannel, load);
  const collect = (id: string, level: AreaLevel, found: AreaNode[]): AreaNode[] => {
    const node = nodes.get(id);
    if (node?.level === level) found.push(node);
    else for (const child of children.get(id) ?? []) collect(child.id, level, found);
    return found;
  };
  const below = (id: string): string[] => (children.get(id) ?? []).flatMap((child) => [child.id, ...below(child.id)]);
  const path = (id: string): readonly string[] => nodes.get(id)?.path ?? [];
  return {
    reload,
    close,
    path,
    below,
    get: (id) => nodes.get(id),
    covers: (ancestorId, id) => path(id).includes(ancestorId),
    ownerOf: (id) => nodes.get(id)?.ownerId ?? id,
    under: (id, level) => collect(id, level, []),
    children: (id) => children.get(id) ?? [],
    ancestorAt: (id, level) =>
      path(id)
        .map((one) => nodes.get(one))
        .find((node) => node?.level === level),
    byLetters: (letters) => [...nodes.values()].find((node) => node.letters === letters),
    byCode: (code) => [...nodes.values()].find((node) => node.code === code),
    all: () => [...nodes.values()],
  };
}

export const areaUnknown: Refusal = {
  code: 'area.unknown',
  status: 404,
  zh: '没有这个辖区。请检查链接，或者从首页重新选择社区。',
  en: 'There is no such area.',
};

/** The area, or a refusal when it does not exist. */
export function requireArea(tree: AreaTree, id: string): AreaNode {
  return tree.get(id) ?? refuse(areaUnknown);
}

/** The areas in and below one that own records of their own, itself first. */
export function ownersUnder(tree: AreaTree, id: string): string[] {
  const owning = [id, ...tree.below(id)].filter((one) => ownsRecords(tree.get(one)?.level ?? 'building'));
  return owning.length > 0 ? owning : [tree.ownerOf(id)];
}

/** The area that owns records; refused for a grid, an estate or a building, whose community is named instead. */
export function requireOwner(tree: AreaTree, id: string): AreaNode {
  const node = requireArea(tree, id);
  if (ownsRecords(node.level)) return node;
  const owner = tree.get(node.ownerId);
  return refuse({
    code: 'area.not-owner',
    status: 422,
    zh: `${node.name}是${levelNames[node.level]}，事项归${owner?.name ?? '社区'}管，请用社区的地址。`,
    en: `Records belong to the community ${node.ownerId}.`,
    details: { ownerId: node.ownerId },
  });
}

/** Other ways in which people write the name of an area. Source: X21. */
export function aliasesOf(node: AreaNode): string[] {
  const { aliases } = node.details;
  return Array.isArray(aliases) ? aliases.filter((one) => typeof one === 'string') : [];
}

/** Whether these words stand in the whole name of an area, or in the whole name as others write it. */
function isNamed(node: AreaNode, words: string): boolean {
  const above = node.fullName.slice(0, -node.name.length);
  return [node.name, ...aliasesOf(node)].some((name) => `${above}${name}`.includes(words));
}

/**
 * Says how else the name of a unit is written, so that it is found under each. Refused where a neighbour under the same
 * unit bears that name: two places must stay two. Source: X20, X21.
 */
export async function nameAliases(
  tx: Tx,
  actor: Actor,
  tree: AreaTree,
  input: { areaId: string; aliases: string[] },
): Promise<Area> {
  const node = requireOwner(tree, input.areaId);
  const aliases = [...new Set(input.aliases)].filter((alias) => alias !== node.name);
  const neighbours = tree.all().filter(({ id, parentId }) => parentId === node.parentId && id !== node.id);
  const borne = aliases.find((alias) => neighbours.some((one) => [one.name, ...aliasesOf(one)].includes(alias)));
  if (borne) refuse(aliasBorne(borne));
  await store.updateAliases(tx, node.id, aliases);
  tx.notify(areasChannel, '');
  audit(tx, actor, { areaId: node.ownerId, act: 'area.alias', subject: node.id, detail: { aliases } });
  return toArea({ ...node, details: { ...node.details, aliases } });
}

const aliasBorne = (alias: string): Refusal => ({
  code: 'area.alias-borne',
  status: 409,
  zh: `旁边另有一个“${alias}”，不能当作这里的又名。请核对是不是写错了。`,
  en: `A neighbouring area bears the name ${alias}.`,
  fields: { aliases: `“${alias}”是另一个地方` },
});

export function toArea(node: AreaNode): Area {
  const { id, parentId, ownerId, level, code, name, fullName, details } = node;
  return { id, parentId, ownerId, level, code, name, fullName, details };
}

/** An area by its id, or by its code as it stands in addresses that people read. */
export async function readAreaPage(reader: Reader, tree: AreaTree, idOrCode: string): Promise<AreaPage> {
  const node = requireArea(tree, tree.byCode(idOrCode)?.id ?? idOrCode);
  const { id } = node;
  const ancestors = tree
    .path(id)
    .slice(0, -1)
    .map((one) => tree.get(one))
    .filter((one) => one !== undefined);
  const [figures, codes] = await Promise.all([store.readFigures(reader, id), store.readCodes(reader, id)]);
  return { ...toArea(node), ancestors: ancestors.map(toArea), figures, codes };
}

export function listAreas(
  tree: AreaTree,
  query: {
    level?: AreaLevel | undefined;
    parent?: string | undefined;
    under?: string | undefined;
    q?: string | undefined;
  },
): Area[] {
  let found: AreaNode[];
  if (query.under && query.level) found = tree.under(query.under, query.level);
  else if (query.parent)
    found = tree.children(query.parent).filter((node) => !query.level || node.level === query.level);
  else found = tree.all().filter((node) => (query.level ? node.level === query.level : ownsRecords(node.level)));
  return found
    .filter((node) => !query.q || isNamed(node, query.q))
    .slice(0, 500)
    .map(toArea);
}

/** A spot people call by a name of its own: 网球场, 文化广场. */
type NamedPlace = { label: string; point?: [number, number] };
type LampPost = { code: string; label: string; point?: [number, number] };

/** Spots of a community one can point at, for the report form. */
export function listSpots(tree: AreaTree, areaId: string, q: string): Spot[] {
  const owner = requireArea(tree, tree.ownerOf(areaId));
  const lampPosts = (owner.details.lampPosts ?? []) as LampPost[];
  const places = (owner.details.places ?? []) as NamedPlace[];
  const spots: Spot[] = [
    ...spotsOf(tree, owner.id, 'building'),
    ...spotsOf(tree, owner.id, 'estate'),
    ...places.map((place) => ({
      kind: 'place' as const,
      areaId: owner.id,
      label: place.label,
      code: null,
      point: place.point ?? null,
    })),
    ...lampPosts.map((post) => ({
      kind: 'lamp-post' as const,
      areaId: owner.id,
      label: post.label,
      code: post.code,
      point: post.point ?? null,
    })),
  ];
  return spots.filter((spot) => !q || spot.label.includes(q) || spot.code === q).slice(0, 200);
}

function spotsOf(tree: AreaTree, ownerId: string, level: 'building' | 'estate'): Spot[] {
  return tree.under(ownerId, level).map((node) => ({
    kind: level,
    areaId: node.id,
    label: spotLabel(tree, node),
    code: node.code,
    point: (node.details.point as [number, number] | undefined) ?? null,
  }));
}

/** A building with its estate, any other place by its name. */
export function spotLabel(tree: AreaTree, node: AreaNode): string {
  if (node.level !== 'building') return node.name;
  const estate =
    typeof node.details.estateId === 'string' ? tree.get(node.details.estateId) : tree.ancestorAt(node.id, 'estate');
  return estate ? `${estate.name} ${node.name}` : node.name;
}

/** Adds an area below another. Refused when the levels do not fit, or the code is wrong, taken or not below its parent's. */
export async function createArea(
  tx: Tx,
  actor: Actor,
  tree: AreaTree,
  input: { parentId: string; area: NewArea; random: (bytes: number) => Uint8Array },
): Promise<Area> {
  const parent = requireArea(tree, input.parentId);
  const { level, name, code = null, details = {} } = input.area;
  if (!mayContain(parent.level, level)) {
    refuse({
      code: 'area.level-misplaced',
      status: 422,
      zh: `${levelNames[parent.level]}下面不能直接设${levelNames[level]}。`,
      en: `A ${level} cannot lie in a ${parent.level}.`,
    });
  }
  refuseIf(code === null ? null : codeProblem(parent, code));
  const id = tx.newId();
  const node: AreaNode = {
    id,
    parentId: parent.id,
    ownerId: ownsRecords(level) ? id : parent.ownerId,
    level,
    code,
    name,
    fullName: `${parent.fullName}${name}`,
    path: [...parent.path, id],
    position: tree.children(parent.id).length,
    letters: ownsRecords(level) ? freeLetters(tree, input.random) : null,
    details,
  };
  const taken = await store.insertArea(tx, node);
  if (taken) refuse(taken === 'code' ? codeTaken(code ?? '') : nameTaken(node.fullName));
  tx.notify(areasChannel, '');
  if (code) await store.insertCode(tx, id, code, tx.now.toISOString().slice(0, 10));
  audit(tx, actor, { areaId: node.ownerId, act: 'area.create', subject: id });
  return toArea(node);
}

/** Four letters that no area has: public codes begin with them. */
function freeLetters(tree: AreaTree, random: (bytes: number) => Uint8Array): string {
  const letters = lettersFrom(random(4), 4);
  return tree.byLetters(letters) ? freeLetters(tree, random) : letters;
}

function codeTaken(code: string): Refusal {
  return {
    code: 'area.code-taken',
    status: 409,
    zh: `代码 ${code} 已经有辖区在用，请核对。`,
    en: `There is an area with the code ${code} already.`,
    fields: { code: '已经有辖区在用' },
  };
}

function nameTaken(fullName: string): Refusal {
  return {
    code: 'area.name-taken',
    status: 409,
    zh: `已经有“${fullName}”了。同一个上级下面不能有两个同名的，请核对名称。`,
    en: `There is an area with the whole name ${fullName} already.`,
    fields: { name: '这个上级下面已经有同名的' },
  };
}

/** A code must be well formed and lie below the code of the area above (invented functional zones excepted). */
function codeProblem(parent: AreaNode, code: string): Refusal | null {
  const read = readCode(code);
  if ('zh' in read) return read;
  if (parent.code === null || read.parent === null || read.parent === parent.code) return null;
  return {
    code: 'area.code-not-below',
    status: 422,
    zh: `代码 ${code} 不在上级 ${parent.code} 之下，请核对。`,
    en: `${code} does not lie below ${parent.code}.`,
    fields: { code: '不在上级代码之下' },
  };
}

/**
 * Adds a first community with the street, district and city above it, whose codes follow from its own. Units that are there
 * already stay as they are. Refused when the code is no community's, or taken.
 */
export async function foundCommunity(
  tx: Tx,
  tree: AreaTree,
  input: { code: string; names: Record<UnitLevel, string>; random: (bytes: number) => Uint8Array },
): Promise<{ top: AreaNode; owner: AreaNode }> {
  const read = readCode(input.code);
  if ('zh' in read) refuse(read);
  const codes = unitCodes(input.code) ?? refuse(codeNotCommunity);
  if (tree.byCode(codes.community)) refuse(codeTaken(codes.community));
  const chain: AreaNode[] = [];
  const fresh: AreaNode[] = [];
  for (const level of unitLevels) {
    const above = chain.at(-1);
    const known = tree.byCode(codes[level]);
    const node = known ?? unitBelow(above, { id: tx.newId(), level, code: codes[level], name: input.names[level] });
    if (!known) fresh.push({ ...node, letters: freeLetters(tree, input.random) });
    chain.push(node);
  }
  await importAreas(tx, fresh);
  return { top: chain[0] as AreaNode, owner: chain.at(-1) as AreaNode };
}

function unitBelow(
  above: AreaNode | undefined,
  unit: Pick<AreaNode, 'id' | 'code' | 'name'> & { level: UnitLevel },
): AreaNode {
  return {
    ...unit,
    parentId: above?.id ?? null,
    ownerId: unit.id,
    fullName: `${above?.fullName ?? ''}${unit.name}`,
    path: [...(above?.path ?? []), unit.id],
    position: 0,
    letters: null,
    details: {},
  };
}

/** Adds a whole tree at once, parents before children, with the codes each begins with. */
export async function importAreas(tx: Tx, nodes: AreaNode[]): Promise<void> {
  await store.insertAreas(tx, nodes);
  tx.notify(areasChannel, '');
  await store.insertCodes(
    tx,
    nodes.flatMap(({ id, code }) => (code ? [{ areaId: id, code, validFrom: tx.now.toISOString().slice(0, 10) }] : [])),
  );
}

/** The building and the estate of a spot, as people name them. */
export function placeNames(tree: AreaTree, id: string): { building?: string; estate?: string } {
  const building = tree.ancestorAt(id, 'building');
  const named = building?.details.estateId;
  const estate = typeof named === 'string' ? tree.get(named) : tree.ancestorAt(id, 'estate');
  return { ...(building ? { building: spotLabel(tree, building) } : {}), ...(estate ? { estate: estate.name } : {}) };
}

/** Adds published figures with their sources. */
export function importFigures(
  tx: Tx,
  figures: (Omit<AreaFigure, 'publishedOn'> & { areaId: string; position: number; publishedOn?: string | null })[],
): void {
  for (const { areaId, publishedOn = null, ...figure } of figures) {
    tx.append('area_figures', { area_id: areaId, published_on: publishedOn, ...figure });
  }
}
