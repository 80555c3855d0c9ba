import type { Actor } from '#shared/actor';
import { shanghaiDate, shanghaiParts } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { MatterCard } from '#contract/matters';
import { exportMatters, listMatters, type MattersContext } from '#modules/matters/list';
import { readRoster, type RosterEntry, type Scope } from '#modules/people/rosters';
import { dayOf, estateOf, gridWorker, staffRoles } from '../facts/service.ts';
import { meets } from '../facts/rules.ts';
import type { Period, Value } from '../fill/rules.ts';
import type { Plan } from '../plan/rules.ts';

type Row = Record<string, Value | null>;

/** Longer lists are exports, not forms. */
export const rosterRowsMost = 4_000;

type Asked = {
  areaId: string;
  actor: Actor;
  plan: Plan;
  period: Period;
  scope: Scope;
  inClear: boolean;
  now: Date;
  most: number;
  isPreview: boolean;
};

/** The records that a form lists, in order; none when its rows are areas or have words of their own. */
export async function readRecords(tx: Tx, context: MattersContext, asked: Asked): Promise<Row[]> {
  const { subject } = asked.plan;
  if (subject === 'person') return collect(people(tx, context, asked), asked.most);
  if (subject === 'matter') return collect(matters(tx, context, asked), asked.most);
  return subject === 'staff' ? staff(context, asked) : [];
}

async function collect(rows: AsyncGenerator<Row>, most: number): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of rows) {
    found.push(row);
    if (found.length >= most) break;
  }
  return found;
}

async function* people(reader: Reader, context: MattersContext, asked: Asked): AsyncGenerator<Row> {
  const { year } = shanghaiParts(asked.now);
  const { areaId, scope, inClear } = asked;
  for await (const one of readRoster(reader, context, { areaId, scope, inClear }))
    if (meets(one, asked.plan.conditions, year)) yield personRow(context, asked, one, year);
}

function personRow(
  { tree, directory }: MattersContext,
  { areaId, inClear }: Asked,
  one: RosterEntry,
  year: number,
): Row {
  const building = one.buildingId === null ? undefined : tree.get(one.buildingId);
  const grid = one.gridId === null ? undefined : tree.get(one.gridId);
  const worker = grid && gridWorker({ tree, directory }, grid);
  const born =
    inClear && one.idNumber
      ? `${one.idNumber.slice(6, 10)}-${one.idNumber.slice(10, 12)}-${one.idNumber.slice(12, 14)}`
      : null;
  return {
    name: one.name,
    gender: one.gender,
    age: one.birthYear === null ? null : year - one.birthYear,
    birthYear: one.birthYear,
    birthDate: born,
    idNumber: one.idNumber,
    phone: one.phone,
    tags: one.tags.join('、'),
    address: one.label,
    grid: grid?.name ?? null,
    estate: (building && estateOf(tree, building)?.name) ?? null,
    building: building?.name ?? null,
    unit: one.unit,
    room: one.room,
    community: tree.get(areaId)?.name ?? null,
    worker: worker?.name ?? null,
    workerPhone: worker?.workPhone ?? null,
  };
}

async function* matters(tx: Tx, context: MattersContext, asked: Asked): AsyncGenerator<Row> {
  const { areaId, actor, period, now } = asked;
  const { category, channel } = asked.plan.conditions;
  const query = { limit: 50, sort: 'created' as const, from: period.from, to: period.to };
  // Carrying the list away is recorded; a look at its first rows is none.
  const cards = asked.isPreview
    ? (await listMatters(tx, context, actor, areaId, query, now)).items
    : exportMatters(tx, context, actor, areaId, query);
  for await (const card of cards) {
    if (category !== undefined && card.category !== category) continue;
    if (channel !== undefined && card.channel !== channel) continue;
    yield matterRow(card);
  }
}

function matterRow(card: MatterCard): Row {
  return {
    number: card.number,
    title: card.title,
    category: card.category,
    place: card.place,
    grid: card.grid?.name ?? null,
    channel: card.channelName,
    createdAt: dayOf(card.createdAt),
    status: card.statusName,
    closedAt: dayOf(card.closedAt),
    handler: card.waitsFor || null,
    stars: card.stars === null ? null : `${card.stars} 星`,
    due: card.dueAt === null ? null : shanghaiDate(card.dueAt),
    community: card.areaName,
  };
}

/** Who holds a role in the community, in the order of the areas they hold it at. */
function staff({ tree, directory, shelf }: MattersContext, { areaId, plan }: Asked): Row[] {
  const named = plan.staff.flatMap((figure) => staffRoles[figure] ?? []);
  const roles = named.length > 0 ? named : Object.keys(shelf.names.roles);
  const places = [areaId, ...tree.below(areaId)];
  return directory.holders(roles, places).map((one) => ({
    name: one.name,
    role: shelf.names.roles[one.role]?.label.zh ?? null,
    phone: one.workPhone,
    place: tree.get(one.areaId)?.name ?? null,
    until: one.dutyUntil,
    community: tree.get(areaId)?.name ?? null,
  }));
}
