import type { Reader, Tx } from '#platform/database';
import type { Behalf } from '../sessions/store.ts';

export async function updateBehalf(tx: Tx, sessionId: string, behalf: Behalf | null): Promise<boolean> {
  const rows = await tx.query(
    `update auth.session set area_id = $2, household_id = $3, person_id = $4, person_name = $5, consent_id = $6
     where id = $1 and card_id is null returning id`,
    [
      sessionId,
      behalf?.areaId ?? null,
      behalf?.householdId ?? null,
      behalf?.personId ?? null,
      behalf?.personName ?? null,
      behalf?.consentId ?? null,
    ],
  );
  return rows.length > 0;
}

export type Consent = { id: string; householdId: string | null; nameMasked: string };

// accounts may not import people, which stands on it: the two facts it needs of a person are read here, area named.
export async function findConsent(
  reader: Reader,
  key: { areaId: string; elderId: string; familyUserId: string },
): Promise<Consent | null> {
  const rows = await reader.query<Consent>(
    `select c.id, p.household_id as "householdId", p.name_masked as "nameMasked"
     from family_consents c join people p on p.area_id = c.area_id and p.id = c.elder_id
     where c.area_id = $1 and c.elder_id = $2 and c.family_user_id = $3 and c.revoked_at is null and p.left_at is null`,
    [key.areaId, key.elderId, key.familyUserId],
  );
  return rows[0] ?? null;
}

export async function readMaskedName(
  reader: Reader,
  key: { areaId: string; personId: string },
): Promise<string | null> {
  const rows = await reader.query<{ name: string }>(
    `select name_masked as name from people where area_id = $1 and id = $2`,
    [key.areaId, key.personId],
  );
  return rows[0]?.name ?? null;
}

export async function findUserOf(
  reader: Reader,
  whose: { personId: string | null; householdId: string },
): Promise<string | null> {
  const rows = await reader.query<{ id: string }>(
    whose.personId
      ? `select id from auth."user" where person_id = $1`
      : `select id from auth."user" where household_id = $1`,
    [whose.personId ?? whose.householdId],
  );
  return rows[0]?.id ?? null;
}

/** Users with a session that rests on the card or on the consent. */
export async function usersResting(reader: Reader, on: { cardId?: string; consentId?: string }): Promise<string[]> {
  const rows = await reader.query<{ userId: string }>(
    `select distinct user_id as "userId" from auth.session where card_id = $1 or consent_id = $2`,
    [on.cardId ?? null, on.consentId ?? null],
  );
  return rows.map((row) => row.userId);
}
