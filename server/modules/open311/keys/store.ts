import type { Reader, Tx } from '#platform/database';
import type { ApiKey } from './contract.ts';
import type { ApiKeyRecord } from './tables.ts';

const columns = `id, name, made_by_name as "madeByName", created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

export async function insertKey(tx: Tx, key: ApiKeyRecord): Promise<void> {
  await tx.query(
    `insert into api_keys (area_id, id, hash, scope, name, made_by, made_by_name, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [key.areaId, key.id, key.hash, key.scope, key.name, key.madeBy, key.madeByName, key.createdAt, key.expiresAt],
  );
}

/** Keys of an area, the newest first. */
export function readKeys(reader: Reader, areaId: string): Promise<ApiKey[]> {
  return reader.query<ApiKey>(
    `select ${columns} from api_keys where area_id = $1 order by created_at desc, id desc limit 200`,
    [areaId],
  );
}

/** Ends a key at once. Answers false when there is none that still works. */
export async function revokeKey(tx: Tx, areaId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update api_keys set revoked_at = $3 where area_id = $1 and id = $2 and revoked_at is null returning id`,
    [areaId, id, tx.now],
  );
  return rows.length === 1;
}

export type FoundKey = { areaId: string; id: string; name: string; lastUsedAt: string | null };

/** A key that works now, made at one of these areas. */
export async function findKey(
  reader: Reader,
  wanted: { areaIds: readonly string[]; hash: string; scope: string; now: Date },
): Promise<FoundKey | null> {
  const rows = await reader.query<FoundKey>(
    `select area_id as "areaId", id, name, last_used_at as "lastUsedAt" from api_keys
     where area_id = any($1::uuid[]) and hash = $2 and scope = $3 and revoked_at is null and expires_at > $4`,
    [wanted.areaIds, wanted.hash, wanted.scope, wanted.now],
  );
  return rows[0] ?? null;
}

export async function noteUse(tx: Tx, areaId: string, id: string): Promise<void> {
  await tx.query(`update api_keys set last_used_at = $3 where area_id = $1 and id = $2`, [areaId, id, tx.now]);
}
