import type { Reader } from '#platform/database';
import type { FamilyConsentRow } from '../tables.ts';

export type ConsentRecord = FamilyConsentRow & {
  elderName: string;
  householdId: string | null;
  householdLabel: string | null;
};

const columns = `f.area_id as "areaId", f.id, f.elder_id as "elderId", f.family_user_id as "familyUserId", f.relation,
  f.given_how as "givenHow", f.recorded_by as "recordedBy", f.given_at as "givenAt", f.revoked_at as "revokedAt",
  p.name_masked as "elderName", p.household_id as "householdId", h.label as "householdLabel"`;

// Joined on the area of the row, which the caller names: a family member may have elders in two communities.
const withElder = `family_consents f join people p on p.area_id = f.area_id and p.id = f.elder_id
  left join households h on h.area_id = p.area_id and h.id = p.household_id`;

export function readConsentsOfElder(reader: Reader, areaId: string, elderId: string): Promise<ConsentRecord[]> {
  return reader.query<ConsentRecord>(
    `select ${columns} from ${withElder} where f.area_id = $1 and f.elder_id = $2 order by f.id desc limit 100`,
    [areaId, elderId],
  );
}

export function readConsentsOfFamily(reader: Reader, areaIds: string[], userId: string): Promise<ConsentRecord[]> {
  return reader.query<ConsentRecord>(
    `select ${columns} from ${withElder}
     where f.area_id = any($1) and f.family_user_id = $2 and f.revoked_at is null and p.left_at is null order by f.id limit 100`,
    [areaIds, userId],
  );
}

export async function findConsent(reader: Reader, areaIds: string[], id: string): Promise<ConsentRecord | null> {
  const rows = await reader.query<ConsentRecord>(
    `select ${columns} from ${withElder} where f.area_id = any($1) and f.id = $2`,
    [areaIds, id],
  );
  return rows[0] ?? null;
}

export async function findLiveConsent(
  reader: Reader,
  areaId: string,
  elderId: string,
  userId: string,
): Promise<ConsentRecord | null> {
  const rows = await reader.query<ConsentRecord>(
    `select ${columns} from ${withElder}
     where f.area_id = $1 and f.elder_id = $2 and f.family_user_id = $3 and f.revoked_at is null and p.left_at is null`,
    [areaId, elderId, userId],
  );
  return rows[0] ?? null;
}

/** Inserts a consent; false when a live one for the same two exists. */
export async function insertConsent(
  reader: Reader,
  row: Omit<FamilyConsentRow, 'givenAt' | 'revokedAt'>,
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `insert into family_consents (area_id, id, elder_id, family_user_id, relation, given_how, recorded_by, given_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [row.areaId, row.id, row.elderId, row.familyUserId, row.relation, row.givenHow, row.recordedBy, now],
  );
  return rows.length > 0;
}

/** Takes a consent back; false when that was done before. */
export async function revokeConsent(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update family_consents set revoked_at = $3 where area_id = $1 and id = $2 and revoked_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

/** Accounts are found by name or by the blind index of a number: people stands on accounts, whose table this is. */
export async function findUser(
  reader: Reader,
  username: string,
  phoneIndex: string | null,
): Promise<{ id: string; name: string } | null> {
  const rows = await reader.query<{ id: string; name: string }>(
    `select id, name from auth."user" where (username = $1 or phone_number = $2) and disabled_at is null`,
    [username, phoneIndex],
  );
  return rows[0] ?? null;
}

export async function readUserNames(reader: Reader, userIds: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.query<{ id: string; name: string }>(`select id, name from auth."user" where id = any($1)`, [
    userIds,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
