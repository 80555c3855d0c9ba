import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type * as wire from '../contract.ts';
import { toMasked } from '../residents/rules.ts';
import { readMembers, readPerson } from '../residents/store.ts';
import { isWithin } from '../scope/rules.ts';
import { actionsAt, requireScope, scopeOf, type PeopleDoors } from '../scope/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { countPeople, readSpots, type HouseholdSpot } from './store.ts';

/** The household when it exists within the actor's scope for this capability; refused alike when it does not exist. */
export async function requireHousehold(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; householdId: string; can: string },
): Promise<store.HouseholdRecord> {
  const scope = requireScope(actor, doors, input);
  const found = await store.readHousehold(reader, input.areaId, input.householdId);
  return found && isWithin(scope, found) ? found : refuse(rules.householdUnknown);
}

/** All of these households, in order of their address. Refused when one does not exist within the actor's scope. */
export async function requireHouseholds(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; householdIds: string[]; can: string },
): Promise<store.HouseholdRecord[]> {
  const scope = requireScope(actor, doors, input);
  const wanted = [...new Set(input.householdIds)];
  const found = await store.readHouseholdsById(reader, input.areaId, wanted);
  return found.length === wanted.length && found.every((one) => isWithin(scope, one))
    ? found
    : refuse(rules.householdUnknown);
}

function toHousehold(doors: Pick<PeopleDoors, 'tree'>, row: store.HouseholdRecord): wire.Household {
  const { id, label, buildingId, gridId, unit, room, memberCount, version } = row;
  const nameOf = (areaId: string | null): string | null => (areaId ? (doors.tree.get(areaId)?.name ?? null) : null);
  return {
    id,
    label,
    buildingId,
    buildingName: nameOf(buildingId),
    gridId,
    gridName: nameOf(gridId),
    unit,
    room,
    memberCount,
    version,
  };
}

/** Households whose door holds these signs, for who may list them; nothing for anybody else. */
export async function findHouseholds(
  reader: Reader,
  actor: Actor,
  doors: Pick<PeopleDoors, 'tree' | 'may'>,
  input: { areaId: string; q: string; limit: number },
): Promise<wire.Household[]> {
  const areaId = doors.tree.ownerOf(input.areaId);
  const scope = scopeOf(actor, doors, { areaId, can: 'people.read' });
  if (scope === null) return [];
  const filter = { scope, buildingId: null, gridId: null, card: null, q: input.q, after: null, limit: input.limit };
  return (await store.readHouseholds(reader, areaId, filter)).map((row) => toHousehold(doors, row));
}

/** Households in order of their address, a page at a time; only those within the actor's scope. */
export async function listHouseholds(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; query: wire.HouseholdQuery },
): Promise<wire.HouseholdList> {
  const scope = requireScope(actor, doors, { areaId: input.areaId, can: 'people.read' });
  const { building, grid, q, card, cursor, limit } = input.query;
  const rows = await store.readHouseholds(reader, input.areaId, {
    scope,
    buildingId: building ?? null,
    gridId: grid ?? null,
    q,
    card: card ?? null,
    after: cursor ?? null,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => toHousehold(doors, row));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One household with its members, masked. */
export async function readHousehold(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; householdId: string },
): Promise<wire.HouseholdPage> {
  const row = await requireHousehold(reader, actor, doors, { ...input, can: 'people.read' });
  const members = await readMembers(reader, input.areaId, row.id);
  return {
    ...toHousehold(doors, row),
    members: members.map(toMasked),
    actions: actionsAt(actor, doors, { areaId: input.areaId, place: row }),
  };
}

/** Adds households; a door that is registered already is left as it is. Answers the ids of the new ones, in order. */
export async function addHouseholds(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; households: wire.NewHousehold[] },
): Promise<string[]> {
  const rows = input.households.map((one) => prepareHousehold(doors, input.areaId, one, tx.newId()));
  const inserted = new Set(await store.insertHouseholds(tx, input.areaId, tx.now, rows));
  const ids = rows.map((row) => row.id).filter((id) => inserted.has(id));
  const subject = ids.length === 1 ? `household:${ids[0]}` : 'households';
  if (ids.length > 0)
    audit(tx, actor, { areaId: input.areaId, act: 'household.add', subject, detail: { count: ids.length } });
  return ids;
}

function prepareHousehold(
  doors: PeopleDoors,
  areaId: string,
  one: wire.NewHousehold,
  id: string,
): store.NewHouseholdRow {
  const { tree } = doors;
  const building = one.buildingId ? tree.get(one.buildingId) : undefined;
  const gridId = one.gridId ?? (building ? tree.ancestorAt(building.id, 'grid')?.id : undefined) ?? null;
  for (const placeId of [one.buildingId, one.gridId]) {
    if (placeId && (!tree.get(placeId) || tree.ownerOf(placeId) !== areaId)) {
      refuse({
        code: 'household.place-elsewhere',
        status: 422,
        zh: '选的楼栋或网格不在这个社区里，请重新选。',
        en: 'The building or grid does not lie in this community.',
        fields: { buildingId: '不在这个社区里' },
      });
    }
  }
  const estateId = building?.details.estateId;
  const estate = typeof estateId === 'string' ? tree.get(estateId) : building && tree.ancestorAt(building.id, 'estate');
  const place = building ? [estate?.name, building.name].filter(Boolean).join(' ') : '';
  const label = one.label ?? (building && one.room !== '' ? rules.householdLabel(place, one.unit, one.room) : '');
  refuseIf(label === '' ? rules.householdNoPlace : null);
  return {
    id,
    buildingId: building?.id ?? null,
    gridId,
    unit: one.unit,
    room: one.room,
    label,
    sort: rules.sortKey(label),
  };
}

/** Registers one household. Refused when its door is registered already, or lies outside the actor's scope. */
export async function createHousehold(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; household: wire.NewHousehold },
): Promise<wire.HouseholdPage> {
  const scope = requireScope(actor, doors, { areaId: input.areaId, can: 'people.write' });
  const planned = prepareHousehold(doors, input.areaId, input.household, '');
  refuseIf(isWithin(scope, planned) ? null : rules.householdUnknown);
  const [id] = await addHouseholds(tx, actor, doors, { areaId: input.areaId, households: [input.household] });
  if (!id) {
    refuse({
      code: 'household.exists',
      status: 409,
      zh: `${planned.label} 已经登记过了。请在住户列表里找到它再改。`,
      en: 'This door is registered already.',
      fields: { room: '已经登记过' },
    });
  }
  return readHousehold(tx, actor, doors, { areaId: input.areaId, householdId: id });
}

/** The household the actor lives in, or acts for, with its members; null when none is known. */
export async function readOwnHousehold(
  reader: Reader,
  actor: Actor,
  areaId: string,
): Promise<(store.HouseholdRecord & { members: wire.MaskedPerson[] }) | null> {
  const person = actor.personId ? await readPerson(reader, areaId, actor.personId) : null;
  const householdId = actor.householdId ?? person?.householdId;
  const row = householdId ? await store.readHousehold(reader, areaId, householdId) : null;
  return row && { ...row, members: (await readMembers(reader, areaId, row.id)).map(toMasked) };
}
