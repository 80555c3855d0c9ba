import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { readMembers, readPerson, type PersonRecord } from '../residents/store.ts';

export { readMaskedNames } from '../residents/store.ts';

/** A resident as far as limits of age need to know: the day of birth when there is a citizen number, else the year when it is known. */
export type Member = {
  id: string;
  userId: string | null;
  /** Masked. */
  name: string;
  birth: { date: string | null; year: number | null };
};

/**
 * The household somebody lives in or acts for, with the births of its members, for age limits; nobody when none is known. What is
 * opened for it never leaves the server.
 */
export async function readOwnMembers(reader: Reader, actor: Actor, doors: { sealer: Sealer }): Promise<Member[]> {
  const { homeAreaId, personId } = actor;
  if (!homeAreaId) return [];
  const own = personId ? await readPerson(reader, homeAreaId, personId) : null;
  const householdId = actor.householdId ?? own?.householdId;
  const members = householdId ? await readMembers(reader, homeAreaId, householdId) : own ? [own] : [];
  return members.map((one) => toMember(doors, one));
}

function toMember({ sealer }: { sealer: Sealer }, row: PersonRecord): Member {
  const number = row.idNumberSealed && sealer.open(`people/${row.id}/id_number_sealed`, row.idNumberSealed);
  const date = number ? `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` : null;
  return { id: row.id, userId: row.userId, name: row.nameMasked, birth: { date, year: row.birthYear } };
}
