import type { Database, Reader } from '#platform/database';
import type { Grant } from '#shared/actor';
import type { Way } from '../sessions/rules.ts';

export type FoundSession = {
  id: string;
  userId: string;
  name: string;
  face: string | null;
  homeAreaId: string | null;
  ownPersonId: string | null;
  mustChangePassword: boolean;
  way: Way;
  lastUsedAt: string;
  areaId: string | null;
  householdId: string | null;
  personId: string | null;
  cardId: string | null;
  consentId: string | null;
  /** The account of the elder whose consent the session rests on. */
  elderUserId: string | null;
  grants: Grant[];
};

const findSessionSql = `select s.id, s.user_id as "userId", u.name, u.face, u.home_area_id as "homeAreaId",
    u.person_id as "ownPersonId", u.must_change_password as "mustChangePassword", s.way, s.updated_at as "lastUsedAt",
    s.area_id as "areaId", s.household_id as "householdId", s.person_id as "personId", s.card_id as "cardId",
    s.consent_id as "consentId", e.id as "elderUserId", coalesce(g.grants, '[]'::json) as grants
  from auth.session s join auth."user" u on u.id = s.user_id
    left join auth."user" e on s.consent_id is not null and e.person_id = s.person_id
    left join lateral (select json_agg(json_build_object('role', role, 'areaId', area_id) order by held_from, id) as grants
      from auth.grants where user_id = s.user_id and held_until is null) g on true
  where s.token = $1 and s.expires_at > $2 and u.disabled_at is null`;

/** The session behind a token, its account and the roles held now: one prepared statement. */
export async function findSession(reader: Reader, tokenHash: string, now: Date): Promise<FoundSession | null> {
  const rows = await reader.query<FoundSession>(findSessionSql, [tokenHash, now], 'accounts.identify');
  return rows[0] ?? null;
}

/** Whether the card or the consent a session rests on still holds. Read here because people stands on accounts. */
export async function holdsStill(reader: Reader, found: FoundSession): Promise<boolean> {
  const sql = found.cardId
    ? `select id from household_cards where area_id = $1 and id = $2 and revoked_at is null`
    : `select id from family_consents where area_id = $1 and id = $2 and revoked_at is null`;
  const name = found.cardId ? 'accounts.card-holds' : 'accounts.consent-holds';
  return (await reader.query(sql, [found.areaId, found.cardId ?? found.consentId], name)).length > 0;
}

export async function noteUse(database: Database, sessionId: string, now: Date): Promise<void> {
  await database.query(`update auth.session set updated_at = $2 where id = $1`, [sessionId, now], 'accounts.use');
}
