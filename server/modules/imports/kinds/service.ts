import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { knownPlaces, placeKey, plainPlace, takeInPlaces, type IncomingPlace } from '#modules/areas/bulk';
import { requireOwner, type AreaNode } from '#modules/areas';
import { checkPeople, takeInPeople, type Duplicates, type Incoming } from '#modules/people/bulk';
import type { PeopleDoors } from '#modules/people';
import type { OwnerForm } from '#modules/organisations/owners';
import {
  doorKeyOf,
  doorProblem,
  findKnownDoors,
  labelOf,
  takeInDoors,
  type IncomingDoor,
} from '#modules/organisations/owners/intake';
import type { KindId } from '../contract.ts';
import { importKinds, isSpoiltNumber, problemOf, yearIn, type Cells } from './rules.ts';

export type Row = { at: number; cells: Cells };
export type Checked = { at: number; problem: string | null; doubled: boolean };
export type Taken = { at: number; state: 'added' | 'updated' | 'skipped' | 'failed'; problem: string | null };

/** Who or what stood in an earlier row of the same file, and in which. */
export type Seen = Map<string, number>;

type Work = {
  check(reader: Reader, doors: PeopleDoors, input: { areaId: string; rows: Row[]; seen: Seen }): Promise<Checked[]>;
  take(
    tx: Tx,
    actor: Actor,
    doors: PeopleDoors,
    input: { areaId: string; rows: Row[]; duplicates: Duplicates },
  ): Promise<Taken[]>;
};

const number = (text: string | undefined): number | null => (text && /^\d{1,3}$/.test(text) ? Number(text) : null);

function placeOf({ at, cells }: Row): IncomingPlace {
  const { grid = '', estate = '', building = '', units, floors } = cells;
  return { at, grid, estate, building, units: number(units), floors: number(floors) };
}

function placeProblem({ grid = '', estate = '', building = '', units, floors }: Cells): string | null {
  if ([grid, estate, building].some((name) => name.length > 60)) return '名字太长了，最多 60 个字。';
  if (units && number(units) === null) return `单元数要写整数，这里是“${units.slice(0, 20)}”。`;
  return floors && number(floors) === null ? `层数要写整数，这里是“${floors.slice(0, 20)}”。` : null;
}

const places: Work = {
  async check(_reader, { tree }, { areaId, rows }) {
    const known = knownPlaces(tree.all(), requireOwner(tree, areaId).id);
    return rows.map(({ at, cells }) => ({
      at,
      problem: placeProblem(cells),
      doubled: known.has(placeKey(cells['estate'] ?? '', cells['building'] ?? '')),
    }));
  },
  async take(tx, actor, { tree }, { areaId, rows }) {
    const taken = await takeInPlaces(tx, actor, tree, { areaId, incoming: rows.map(placeOf) });
    return taken.map((one) => ({ ...one, problem: null }));
  },
};

type Buildings = { byPlace: Map<string, AreaNode>; byName: Map<string, AreaNode[]> };

function buildingsOf({ tree }: PeopleDoors, areaId: string): Buildings {
  const byPlace = knownPlaces(tree.all(), areaId);
  const byName = new Map<string, AreaNode[]>();
  for (const node of byPlace.values()) {
    const name = plainPlace(node.name);
    byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  return { byPlace, byName };
}

function buildingFor({ byPlace, byName }: Buildings, cells: Cells): AreaNode | string {
  const { estate = '', building = '' } = cells;
  const named = byName.get(plainPlace(building)) ?? [];
  if (estate)
    return (
      byPlace.get(placeKey(estate, building)) ??
      `${estate}没有${building}。请先在“网格和楼栋”里加上，或者改成名册里的写法。`
    );
  if (named.length > 1) return `有 ${named.length} 个小区都有${building}，请填小区。`;
  return named[0] ?? `没有${building}。请先在“网格和楼栋”里加上，或者改成已有的写法。`;
}

/** A row as a resident behind a door; a sentence when it cannot be one. */
function residentOf(buildings: Buildings, { at, cells }: Row): Incoming | string {
  const {
    building,
    unit = '',
    room = '',
    address,
    name = '',
    phone,
    idNumber,
    gender,
    birthYear,
    tags = '',
    note,
  } = cells;
  const node = building ? buildingFor(buildings, cells) : null;
  if (typeof node === 'string') return node;
  if (node && !room) return '填了楼栋，还要填房号。';
  if (!node && !address) return '楼栋和住址至少要填一样。';
  if (idNumber && isSpoiltNumber(idNumber))
    return '身份证号被 Excel 当成数字，后几位已经丢了。请把这一列设成“文本”，重新填这一格。';
  if (phone && isSpoiltNumber(phone)) return '电话被 Excel 改成了科学记数。请把这一列设成“文本”，重新填这一格。';
  const year = birthYear ? yearIn(birthYear) : null;
  if (birthYear && year === null) return `出生年份读不懂：“${birthYear.slice(0, 20)}”。请写成 1956。`;
  if (name.length > 60 || (note ?? '').length > 2000) return '姓名或备注太长了。';
  const words = tags.split(/[、，,;；\s]+/).filter(Boolean);
  if (words.length > 20 || words.some((word) => word.length > 20))
    return '标签太多或太长：最多 20 个，每个 20 字以内。';
  return {
    at,
    household: node
      ? { buildingId: node.id, unit: unit.replace(/单元$/, ''), room: room.replace(/室$/, '') }
      : { label: address ?? '', unit: '', room: '' },
    person: {
      name,
      tags: words,
      ...(phone ? { phone } : {}),
      ...(idNumber ? { idNumber } : {}),
      ...(gender ? { gender: gender as '男' | '女' } : {}),
      ...(year === null ? {} : { birthYear: year }),
      ...(note ? { note } : {}),
    },
  };
}

type Residents = { read: { at: number; incoming: Incoming | string }[]; incoming: Incoming[] };

function residentsOf(doors: PeopleDoors, areaId: string, rows: Row[]): Residents {
  const buildings = buildingsOf(doors, areaId);
  const read = rows.map((row) => ({ at: row.at, incoming: residentOf(buildings, row) }));
  return { read, incoming: read.flatMap((one) => (typeof one.incoming === 'string' ? [] : [one.incoming])) };
}

const residents: Work = {
  async check(reader, doors, { areaId, rows, seen }) {
    const { read, incoming } = residentsOf(doors, areaId, rows);
    const checked = new Map((await checkPeople(reader, doors, { areaId, incoming })).map((one) => [one.at, one]));
    return read.map((one): Checked => {
      if (typeof one.incoming === 'string') return { at: one.at, problem: one.incoming, doubled: false };
      const { problem = null, doubled = false, keys = [] } = checked.get(one.at) ?? {};
      const before = keys.map((key) => seen.get(key)).find((at) => at !== undefined);
      for (const key of keys) if (!seen.has(key)) seen.set(key, one.at);
      return { at: one.at, problem: problem ?? (before ? `和第 ${before} 行是同一个人。` : null), doubled };
    });
  },
  async take(tx, actor, doors, { areaId, rows, duplicates }) {
    const { read, incoming } = residentsOf(doors, areaId, rows);
    const taken = await takeInPeople(tx, actor, doors, { areaId, incoming, duplicates });
    const failed = read.flatMap(({ at, incoming: one }): Taken[] =>
      typeof one === 'string' ? [{ at, state: 'failed', problem: one }] : [],
    );
    return [...taken, ...failed];
  },
};

/** The words of the workbook for who owns a door. */
const ownerKinds: Record<string, OwnerForm['kind']> = {
  个人: 'person',
  单位: 'company',
  '开发商（未售）': 'developer',
};

function ownersIn({ owner = '', phone = '', coOwners = '', kind = '' }: Cells): OwnerForm[] {
  const others = coOwners.split(/[、，,;；]+/).filter((text) => text.trim() !== '');
  return [
    { name: owner, phone, kind: ownerKinds[kind] ?? 'person' },
    ...others.map((text): OwnerForm => {
      const [name = '', number = ''] = text.trim().split(/\s+/);
      return { name, phone: number, kind: 'person' };
    }),
  ];
}

/** A row as a door with its owners; a sentence when it cannot be one. */
function doorOf({ tree }: PeopleDoors, buildings: Buildings, { at, cells }: Row): IncomingDoor | string {
  const node = buildingFor(buildings, cells);
  if (typeof node === 'string') return node;
  const named = node.details.estateId;
  const estateId = typeof named === 'string' ? named : tree.ancestorAt(node.id, 'estate')?.id;
  if (!estateId) return `${cells['building'] ?? ''}还没有归到小区里。请先在“网格和楼栋”里补上小区。`;
  if (cells['phone'] && isSpoiltNumber(cells['phone']))
    return '电话被 Excel 改成了科学记数。请把这一列设成“文本”，重新填这一格。';
  const use = (cells['use'] ?? '住宅') as IncomingDoor['form']['use'];
  const unit = (cells['unit'] ?? '').replace(/单元$/, '');
  const room = (cells['room'] ?? '').replace(/室$/, '');
  const form = { unit, room, use, titleArea: cells['area'] ?? '', owners: ownersIn(cells) };
  return doorProblem({ form }) ?? { at, estateId, buildingId: node.id, buildingName: node.name, form };
}

function doorsOf(doors: PeopleDoors, areaId: string, rows: Row[]): { at: number; door: IncomingDoor | string }[] {
  const buildings = buildingsOf(doors, areaId);
  return rows.map((row) => ({ at: row.at, door: doorOf(doors, buildings, row) }));
}

const owners: Work = {
  async check(reader, doors, { areaId, rows, seen }) {
    const read = doorsOf(doors, areaId, rows);
    const incoming = read.flatMap(({ door }) => (typeof door === 'string' ? [] : [door]));
    const known = await findKnownDoors(reader, areaId, incoming);
    return read.map(({ at, door }): Checked => {
      if (typeof door === 'string') return { at, problem: door, doubled: false };
      const key = doorKeyOf({ estateId: door.estateId, label: labelOf(door) });
      const before = seen.get(key);
      seen.set(key, before ?? at);
      return { at, problem: before ? `和第 ${before} 行是同一个门号。` : null, doubled: known.has(key) };
    });
  },
  async take(tx, actor, doors, { areaId, rows }) {
    const read = doorsOf(doors, areaId, rows);
    const incoming = read.flatMap(({ door }) => (typeof door === 'string' ? [] : [door]));
    const failed = read.flatMap(({ at, door }): Taken[] =>
      typeof door === 'string' ? [{ at, state: 'failed', problem: door }] : [],
    );
    const taken = await takeInDoors(tx, actor, doors, { areaId, incoming });
    return [...taken.map((one) => ({ ...one, problem: null })), ...failed];
  },
};

const works: Record<KindId, Work> = { places, residents, owners };

/** What is wrong with each row and whether its record is there already; changes nothing. Rows of one file, in its order. */
export async function checkRows(
  reader: Reader,
  doors: PeopleDoors,
  input: { kind: KindId; areaId: string; rows: Row[]; seen: Seen },
): Promise<Checked[]> {
  const kind = importKinds[input.kind];
  const wrong = new Map(input.rows.map((row) => [row.at, problemOf(kind, row.cells)]));
  const right = input.rows.filter((row) => !wrong.get(row.at));
  const checked = new Map(
    (await works[input.kind].check(reader, doors, { ...input, rows: right })).map((one) => [one.at, one]),
  );
  return input.rows.map(({ at }) => checked.get(at) ?? { at, problem: wrong.get(at) ?? null, doubled: false });
}

/** Takes a batch of rows in; every row answers with an outcome of its own. */
export function takeRows(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { kind: KindId; areaId: string; rows: Row[]; duplicates: Duplicates },
): Promise<Taken[]> {
  return works[input.kind].take(tx, actor, doors, input);
}
