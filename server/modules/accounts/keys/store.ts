import type { Reader, Tx } from '#platform/database';
import type { ApiKey } from './contract.ts';
import type { ApiKeyRecord } from './tables.ts';

const columns = `id, name, can, made_by_name as "madeByName", created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

export async function insertKey(tx: Tx, key: ApiKeyRecord): Promise<void> {
  await tx.query(
    `insert into api_keys (area_id, id, hash, scope, can, name, made_by, made_by_name, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      key.areaId,
      key.id,
      key.hash,
      key.scope,
      key.can,
      key.name,
      key.madeBy,
      key.madeByName,
      key.createdAt,
      key.expiresAt,
    ],
  );
}

/** Keys of an area, the newest first. */
export function readKeys(reader: Reader, areaId: string): Promise<Omit<ApiKey, 'does'>[]> {
  return reader.query<Omit<ApiKey, 'does'>>(
    `select ${columns} from api_keys where area_id = $1 order by created_at desc, id desc limit 200`,
    [areaId],
  );
}

/** Ends a key at once and answers who made it; null when there is none that still works. */
export async function revokeKey(tx: Tx, areaId: string, id: string): Promise<string | null> {
  const rows = await tx.query<{ madeBy: string }>(
    `update api_keys set revoked_at = $3 where area_id = $1 and id = $2 and revoked_at is null returning made_by as "madeBy"`,
    [areaId, id, tx.now],
  );
  return rows[0]?.madeBy ?? null;
}

export type FoundKey = {
  areaId: string;
  id: string;
  name: string;
  can: string[];
  madeBy: string;
  lastUsedAt: string | null;
};

/** A key that works now, made at one of these areas. */
export async function findKey(
  reader: Reader,
  wanted: { areaIds: readonly string[]; hash: string; scope: string; now: Date },
): Promise<FoundKey | null> {
  const rows = await reader.query<FoundKey>(
    `select area_id as "areaId", id, name, can, made_by as "madeBy", last_used_at as "lastUsedAt" from api_keys
     where area_id = any($1::uuid[]) and hash = $2 and scope = $3 and revoked_at is null and expires_at > $4`,
    [wanted.areaIds, wanted.hash, wanted.scope, wanted.now],
  );
  return rows[0] ?? null;
}

export async function noteUse(reader: Reader, key: { areaId: string; id: string }, now: Date): Promise<void> {
  await reader.query(`update api_keys set last_used_at = $3 where area_id = $1 and id = $2`, [key.areaId, key.id, now]);
}

/** The roles somebody holds now; none for an account that was closed. */
export function readRolesOf(reader: Reader, userId: string): Promise<{ role: string; areaId: string }[]> {
  return reader.query(
    `select g.role, g.area_id as "areaId" from auth.grants g join auth."user" u on u.id = g.user_id
     where g.user_id = $1 and g.held_until is null and u.disabled_at is null`,
    [userId],
  );
}
