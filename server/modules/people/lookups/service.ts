import type { Reader, Tx } from '#platform/database';
import { findPeople } from '../residents/service.ts';
import * as store from '../residents/store.ts';
import type { PeopleDoors } from '../scope/service.ts';

/** Where a resident lives: for a matter that concerns their door. */
export async function readPlaceOfPerson(
  reader: Reader,
  input: { areaId: string; personId: string },
): Promise<{
  householdId: string | null;
  label: string | null;
  gridId: string | null;
  buildingId: string | null;
  userId: string | null;
  name: string;
} | null> {
  const row = await store.readPerson(reader, input.areaId, input.personId);
  if (!row) return null;
  const { householdId, householdLabel: label, gridId, buildingId, userId, nameMasked: name } = row;
  return { householdId, label, gridId, buildingId, userId, name };
}

/** Whether somebody stands in the register of a community and has not moved away. */
export async function livesHere(reader: Reader, input: { areaId: string; personId: string }): Promise<boolean> {
  const row = await store.readPerson(reader, input.areaId, input.personId);
  return row !== null && row.leftAt === null;
}

/** The resident of a community with this telephone number, when there is exactly one. */
export async function findPersonByPhone(
  reader: Reader,
  doors: Pick<PeopleDoors, 'sealer'>,
  input: { areaId: string; phone: string },
): Promise<{ id: string; householdId: string | null; userId: string | null } | null> {
  const rows = await findPeople(reader, doors, {
    areaId: input.areaId,
    field: 'phone',
    text: input.phone,
    scope: 'all',
  });
  const [row] = rows;
  return row && rows.length === 1 ? { id: row.id, householdId: row.householdId, userId: row.userId } : null;
}

/** The telephone number of a resident, in clear, for sending to it; never for showing. */
export async function readPhone(
  reader: Reader,
  doors: Pick<PeopleDoors, 'sealer'>,
  input: { areaId: string; personId: string },
): Promise<string | null> {
  const row = await store.readPerson(reader, input.areaId, input.personId);
  if (!row?.phoneSealed || row.leftAt !== null) return null;
  return doors.sealer.open(`people/${row.id}/phone_sealed`, row.phoneSealed);
}

/** The telephone number as its owner recognises it: 138****2046. */
export async function readMaskedPhone(
  reader: Reader,
  input: { areaId: string; personId: string },
): Promise<string | null> {
  const row = await store.readPerson(reader, input.areaId, input.personId);
  return row && row.leftAt === null ? row.phoneMasked : null;
}

/** Says which account is this resident's. */
export async function linkUser(tx: Tx, input: { areaId: string; personId: string; userId: string }): Promise<void> {
  await store.linkUser(tx, input.areaId, input.personId, input.userId);
}
