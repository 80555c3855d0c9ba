import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaNode } from '#modules/areas';
import { phoneWrong } from '../names/rules.ts';
import { openName, openPhone } from '../names/service.ts';
import { buildingsOf, type OrganisationDoors } from '../scope/service.ts';
import type { OwnedUnitRow, OwnerRow } from '../tables.ts';
import type * as wire from './contract.ts';
import { doorProblem, prepareOwners, takeInDoors } from './intake/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type { OwnerForm } from './contract.ts';

type OwnerDoors = Pick<OrganisationDoors, 'tree' | 'sealer'>;
type WhichEstate = { areaId: string; estateId: string };
type WhichDoor = { areaId: string; doorId: string };

function requireEstate({ tree }: Pick<OwnerDoors, 'tree'>, { areaId, estateId }: WhichEstate): AreaNode {
  const owner = requireOwner(tree, areaId);
  const estate = tree.get(estateId);
  return estate?.level === 'estate' && estate.ownerId === owner.id ? estate : refuse(rules.estateUnknown);
}

/** Whether somebody stands in the register of owners with a verified door: of an estate, or anywhere in the community. */
export function ownsIn(
  reader: Reader,
  asked: { areaId: string; estateId: string | null; userId: string; personId: string | null },
): Promise<boolean> {
  return store.isOwner(reader, asked.areaId, asked);
}

/** Per estate: doors, area, how many are verified, owners by number, and where it differs from its title plan. */
export async function reviewOwners(
  reader: Reader,
  doors: OwnerDoors,
  input: { areaId: string },
): Promise<wire.OwnerReview> {
  const { tree } = doors;
  const { id: areaId } = requireOwner(tree, input.areaId);
  const [tallies, voters, stated] = await Promise.all([
    store.tallyBuildings(reader, areaId),
    store.tallyVoters(reader, areaId),
    store.readStated(reader, areaId),
  ]);
  const estates = tree.under(areaId, 'estate').map(({ id, name }): wire.EstateFigures => {
    const here = tallies.filter(({ estateId }) => estateId === id);
    const counted = voters.find(({ estateId }) => estateId === id);
    const sum = (of: 'doors' | 'titleArea' | 'verified'): number => here.reduce((total, one) => total + one[of], 0);
    return {
      ...{ id, name, doors: sum('doors'), titleArea: sum('titleArea'), verified: sum('verified') },
      owners: counted?.owners ?? 0,
      withAccount: counted?.withAccount ?? 0,
      buildings: buildingsOf(tree, { areaId, estateId: id }).map((building) => {
        const found = here.find(({ buildingId }) => buildingId === building.id);
        const said = stated.find(({ buildingId }) => buildingId === building.id) ?? null;
        const figures = { doors: found?.doors ?? 0, titleArea: found?.titleArea ?? 0 };
        return {
          ...building,
          ...figures,
          verified: found?.verified ?? 0,
          stated: said && { doors: said.doors, titleArea: said.titleArea, source: said.source },
          differs: rules.differenceOf(figures, said),
        };
      }),
    };
  });
  return { estates };
}

/** The doors of an estate in order, with their owners; names and telephones masked. */
export async function listDoors(
  reader: Reader,
  doors: OwnerDoors,
  input: WhichEstate & { query: wire.DoorQuery },
): Promise<wire.DoorList> {
  const { id: estateId, ownerId: areaId } = requireEstate(doors, input);
  const { building = null, q, verified, cursor = null, limit } = input.query;
  const filter = { estateId, buildingId: building, q, verified: verified ? verified === 'yes' : null, after: cursor };
  const rows = await store.readUnits(reader, areaId, { ...filter, limit: limit + 1 });
  const items = await toDoors(reader, { areaId, estateId }, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

async function toDoors(reader: Reader, { areaId, estateId }: WhichEstate, rows: OwnedUnitRow[]): Promise<wire.Door[]> {
  const owners = await store.readOwners(
    reader,
    areaId,
    rows.map(({ id }) => id),
  );
  const byUnit = new Map<string, OwnerRow[]>();
  for (const owner of owners) byUnit.set(owner.unitId, [...(byUnit.get(owner.unitId) ?? []), owner]);
  const keys = [...new Set(owners.map(({ ownerKey }) => ownerKey))];
  const counts = new Map(
    (await store.countDoors(reader, areaId, { estateId, keys })).map((one) => [one.ownerKey, one.doors]),
  );
  return rows.map((row) => {
    const { id, label, buildingId, titleArea, verifiedAt, verifiedByName, version } = row;
    const own = byUnit.get(id) ?? [];
    const voter = own.find((owner) => owner.id === row.voterId);
    return {
      ...{ id, label, buildingId, titleArea, verifiedAt, verifiedByName, version },
      use: row.use as wire.Door['use'],
      owners: own.map((owner) => ({
        ...{ id: owner.id, name: owner.nameMasked, phone: owner.phoneMasked, hasAccount: owner.userId !== null },
        kind: owner.kind as wire.OwnerLine['kind'],
        votes: owner.id === row.voterId,
      })),
      doorsOfVoter: voter ? (counts.get(voter.ownerKey) ?? 1) : 1,
      hasHousehold: row.householdId !== null,
    };
  });
}

/** Adds a door with its owners, the first of whom votes. Refused when it is there already, or what is written is no area or telephone. */
export async function addDoor(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichEstate & { form: wire.DoorForm },
): Promise<void> {
  const { id: estateId, ownerId: areaId } = requireEstate(doors, input);
  const { buildingId, ...form } = input.form;
  const building = buildingsOf(doors.tree, { areaId, estateId }).find(({ id }) => id === buildingId);
  if (!building) refuse(rules.buildingWrong);
  requireSound(form);
  const incoming = { at: 0, estateId, buildingId, buildingName: building.name, form };
  const [taken] = await takeInDoors(tx, actor, doors, { areaId, incoming: [incoming] });
  if (taken?.state !== 'added') refuse(rules.doorTaken);
}

function requireSound(form: Omit<wire.DoorForm, 'buildingId'>): void {
  if (rules.readArea(form.titleArea) === null) refuse(rules.areaWrong);
  refuseIf(doorProblem({ form }) === null ? null : phoneWrong);
}

async function lockDoor(tx: Tx, doors: OwnerDoors, which: WhichDoor, version: number): Promise<OwnedUnitRow> {
  const { id: areaId } = requireOwner(doors.tree, which.areaId);
  const row = (await store.lockUnit(tx, areaId, which.doorId)) ?? refuse(rules.doorUnknown);
  return row.version === version ? row : refuse(rules.changedFirst);
}

/** Changes use and area of a door; it is to be verified again. Refused when someone was first, or what is written is no area. */
export async function changeDoor(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichDoor & { change: wire.DoorChange },
): Promise<void> {
  const row = await lockDoor(tx, doors, input, input.change.version);
  const titleArea = rules.readArea(input.change.titleArea) ?? refuse(rules.areaWrong);
  await store.updateUnit(tx, row, { use: input.change.use, titleArea, voterId: row.voterId });
  const detail = { from: row.titleArea, to: titleArea };
  audit(tx, actor, { areaId: row.areaId, act: 'owner.change-door', subject: `door:${row.id}`, detail });
}

/** Who of the co-owners votes for a door: exactly one. Refused for who does not own it now. Source: X17. */
export async function chooseVoter(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichDoor & { choice: wire.VoterChoice },
): Promise<void> {
  const row = await lockDoor(tx, doors, input, input.choice.version);
  const owners = await store.readOwners(tx, row.areaId, [row.id]);
  const voter = owners.find(({ id }) => id === input.choice.ownerId) ?? refuse(rules.voterNotHere);
  await store.updateUnit(tx, row, { use: row.use, titleArea: row.titleArea, voterId: voter.id });
  audit(tx, actor, {
    areaId: row.areaId,
    act: 'owner.choose-voter',
    subject: `door:${row.id}`,
    detail: { ownerId: voter.id },
  });
}

/** A door has new owners, the first of whom votes; the old ones are kept in the records. Refused when someone was first. */
export async function transferDoor(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichDoor & { transfer: wire.Transfer },
): Promise<void> {
  const { version, owners, reason } = input.transfer;
  const row = await lockDoor(tx, doors, input, version);
  const { areaId, id: unitId, use, titleArea } = row;
  requireSound({ unit: row.unit, room: row.room, use: '住宅', titleArea: rules.areaText(titleArea), owners });
  const rows = await prepareOwners(tx, doors, { areaId, unitId, owners });
  await store.leaveDoor(tx, areaId, unitId, tx.now);
  await store.insertOwners(tx, areaId, tx.now, rows);
  await store.updateUnit(tx, row, { use, titleArea, voterId: rows[0]?.id ?? refuse(rules.voterNotHere) });
  audit(tx, actor, { areaId, act: 'owner.transfer', subject: `door:${unitId}`, detail: { reason } });
}

/** Marks doors as verified by the estate: who and when. Answers how many had not been. */
export async function verifyDoors(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: { areaId: string; doorIds: string[] },
): Promise<number> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const count = await store.verify(tx, areaId, input.doorIds, { id: actor.id, name: actor.name, at: tx.now });
  audit(tx, actor, { areaId, act: 'owner.verify', subject: 'owners', detail: { count } });
  return count;
}

/** The owners of a door in full, for a reason that is written down. Refused when there is no such door. */
export async function revealDoor(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichDoor & { reason: string },
): Promise<{ items: { id: string; name: string; phone: string | null }[] }> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const rows = await store.readOwners(tx, areaId, [input.doorId]);
  if (rows.length === 0) refuse(rules.doorUnknown);
  audit(tx, actor, { areaId, act: 'owner.reveal', subject: `door:${input.doorId}`, detail: { reason: input.reason } });
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: openName(doors.sealer, 'owners', row),
      phone: openPhone(doors.sealer, 'owners', row),
    })),
  };
}

/** What a building has in all by the title plan. Refused for a building of another estate. */
export async function stateTotal(
  tx: Tx,
  actor: Actor,
  doors: OwnerDoors,
  input: WhichEstate & { total: wire.StatedTotal },
): Promise<void> {
  const { id: estateId, ownerId: areaId } = requireEstate(doors, input);
  const { buildingId, source, doors: count } = input.total;
  if (!buildingsOf(doors.tree, { areaId, estateId }).some(({ id }) => id === buildingId)) refuse(rules.buildingWrong);
  const titleArea = rules.readArea(input.total.titleArea) ?? refuse(rules.areaWrong);
  await store.keepStated(tx, areaId, { estateId, buildingId, doors: count, titleArea, source, by: actor.id }, tx.now);
  audit(tx, actor, {
    areaId,
    act: 'owner.state-total',
    subject: `building:${buildingId}`,
    detail: { count, titleArea },
  });
}
