import type { Actor } from '#shared/actor';
import { maskPhone } from '#shared/masking';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { findNamed, readDoorLines } from '#modules/people/electors';
import { ownerKeyOf, sealName } from '../../names/service.ts';
import { isPhone, plainPhone } from '../../names/rules.ts';
import type { OrganisationDoors } from '../../scope/service.ts';
import type { DoorForm, OwnerForm } from '../contract.ts';
import { doorLabel, readArea, sortKey } from '../rules.ts';
import * as store from '../store.ts';

export type IntakeDoors = Pick<OrganisationDoors, 'sealer'>;

/** A row of a file as a door: where it stands in the file, the building it lies in, and what is written of it. */
export type IncomingDoor = {
  at: number;
  estateId: string;
  buildingId: string;
  buildingName: string;
  form: Omit<DoorForm, 'buildingId'>;
};

/** Why a row is no door of the register, in words; null when it is one. */
export function doorProblem({ form }: Pick<IncomingDoor, 'form'>): string | null {
  if (form.room === '') return '没有填房号。';
  if (readArea(form.titleArea) === null)
    return `面积读不懂：“${form.titleArea.slice(0, 20)}”。请写平方米，最多两位小数，例如 89.52。`;
  const [first] = form.owners;
  if (!first || form.owners.some(({ name }) => name === '')) return '没有填业主姓名。';
  const phone = form.owners.map((owner) => owner.phone).find((text) => text !== '' && !isPhone(plainPhone(text)));
  return phone === undefined ? null : `电话不对：“${maskPhone(phone)}”。手机号是 11 位，座机请带区号。`;
}

export const labelOf = ({ buildingName, form }: IncomingDoor): string => doorLabel(buildingName, form.unit, form.room);
export const doorKeyOf = (door: { estateId: string; label: string }): string => `${door.estateId} ${door.label}`;

/** Keys of the doors that are in the register already. */
export async function findKnownDoors(reader: Reader, areaId: string, incoming: IncomingDoor[]): Promise<Set<string>> {
  const asked = incoming.map((door) => ({ estateId: door.estateId, label: labelOf(door) }));
  return new Set((await store.findDoors(reader, areaId, asked)).map(doorKeyOf));
}

/**
 * Adds doors with their owners, the first of each voting; one that is in the register already, or twice in the file, is skipped.
 * Rows are sound: `doorProblem` has looked at them. Answers what became of each. Source: trust.md R22, X17.
 */
export async function takeInDoors(
  tx: Tx,
  actor: Actor,
  doors: IntakeDoors,
  input: { areaId: string; incoming: IncomingDoor[] },
): Promise<{ at: number; state: 'added' | 'skipped' }[]> {
  const { areaId, incoming } = input;
  const known = await findKnownDoors(tx, areaId, incoming);
  const fresh = incoming.filter((door) => {
    const key = doorKeyOf({ estateId: door.estateId, label: labelOf(door) });
    return !known.has(key) && known.add(key);
  });
  const homes = await readHomes(tx, areaId, fresh);
  const owners: store.NewOwnerRow[] = [];
  const units: store.NewUnitRow[] = [];
  for (const door of fresh) {
    const id = tx.newId();
    const rows = await prepareOwners(tx, doors, { areaId, unitId: id, owners: door.form.owners });
    const { unit, room, use, titleArea } = door.form;
    const label = labelOf(door);
    owners.push(...rows);
    units.push({
      ...{ id, estateId: door.estateId, buildingId: door.buildingId, unit, room, use, label, sort: sortKey(label) },
      householdId: homes.get(`${door.buildingId} ${unit} ${room}`) ?? null,
      titleArea: readArea(titleArea) ?? 0,
      voterId: rows[0]?.id ?? '',
    });
  }
  if (units.length > 0) {
    await store.insertOwners(tx, areaId, tx.now, owners);
    await store.insertUnits(tx, areaId, tx.now, units);
    audit(tx, actor, { areaId, act: 'owner.add-doors', subject: 'owners', detail: { count: units.length } });
  }
  const added = new Set(fresh.map(({ at }) => at));
  return incoming.map(({ at }) => ({ at, state: added.has(at) ? 'added' : 'skipped' }));
}

async function readHomes(tx: Tx, areaId: string, incoming: IncomingDoor[]): Promise<Map<string, string>> {
  const buildingIds = [...new Set(incoming.map(({ buildingId }) => buildingId))];
  const lines = buildingIds.length === 0 ? [] : await readDoorLines(tx, areaId, { buildingIds, bornUntil: 0 });
  return new Map(lines.map(({ id, buildingId, unit, room }) => [`${buildingId} ${unit} ${room}`, id]));
}

/** Owners of one door as they are stored, linked to a resident of the same name and telephone. */
export async function prepareOwners(
  tx: Tx,
  { sealer }: IntakeDoors,
  input: { areaId: string; unitId: string; owners: OwnerForm[] },
): Promise<store.NewOwnerRow[]> {
  const { areaId, unitId } = input;
  const rows: store.NewOwnerRow[] = [];
  for (const { name, phone: written, kind } of input.owners) {
    const id = tx.newId();
    const phone = written === '' ? null : plainPhone(written);
    const person =
      phone !== null && kind === 'person' ? await findNamed(tx, { sealer }, { areaId, name, phone }) : null;
    rows.push({
      ...{ id, unitId, kind, userId: person?.userId ?? null, personId: person?.id ?? null },
      ownerKey: ownerKeyOf(sealer, { areaId, unitId, name, phone, kind }),
      ...sealName(sealer, { areaId, table: 'owners', id, name, phone, open: kind !== 'person' }),
    });
    const userId = person?.userId;
    if (userId) tx.appendOnce('auth.user_areas', { user_id: userId, area_id: areaId });
  }
  return rows;
}
