import { createHash } from 'node:crypto';
import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { ApiKey, NewApiKey } from './contract.ts';
import { keyUnknown, keyWrong, untilProblem, usedAgainMs } from './rules.ts';
import * as store from './store.ts';

const scope = 'open311';
const keyBytes = 32;

/** A key has 256 bits of chance, so that a plain hash is enough to keep it. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Makes a key with which another system files in an area and below it, and answers it this once. Refused when its last day
 * has passed or lies more than two years off.
 */
export async function makeKey(
  tx: Tx,
  tree: AreaTree,
  actor: Actor,
  input: { areaId: string; asked: NewApiKey; random: (bytes: number) => Uint8Array },
): Promise<ApiKey & { key: string }> {
  const area = requireOwner(tree, input.areaId);
  const { name, until } = input.asked;
  refuseIf(untilProblem(until, tx.now));
  const key = Buffer.from(input.random(keyBytes)).toString('base64url');
  const record = {
    areaId: area.id,
    id: tx.newId(),
    hash: hashOf(key),
    scope,
    name,
    madeBy: actor.id,
    madeByName: actor.name,
    createdAt: tx.now.toISOString(),
    expiresAt: shanghaiInstant(addDays(until, 1)).toISOString(),
    revokedAt: null,
    lastUsedAt: null,
  };
  await store.insertKey(tx, record);
  audit(tx, actor, { areaId: area.id, act: 'api-key.make', subject: record.id, detail: { name, until, scope } });
  return { ...record, key };
}

export function listKeys(reader: Reader, tree: AreaTree, areaId: string): Promise<ApiKey[]> {
  return store.readKeys(reader, requireOwner(tree, areaId).id);
}

/** Ends a key at once. Refused when there is none that still works. */
export async function revokeKey(
  tx: Tx,
  tree: AreaTree,
  actor: Actor,
  input: { areaId: string; keyId: string },
): Promise<void> {
  const area = requireOwner(tree, input.areaId);
  if (!(await store.revokeKey(tx, area.id, input.keyId))) refuse(keyUnknown);
  audit(tx, actor, { areaId: area.id, act: 'api-key.revoke', subject: input.keyId });
}

/** Whose key this is, and notes its use. Refused unless it works now and was made at the area or above it. */
export async function useKey(
  tx: Tx,
  tree: AreaTree,
  input: { areaId: string; key: string },
): Promise<{ id: string; name: string }> {
  const found = await store.findKey(tx, {
    areaIds: tree.path(input.areaId),
    hash: hashOf(input.key),
    scope,
    now: tx.now,
  });
  if (!found) return refuse(keyWrong);
  const usedMs = found.lastUsedAt ? Date.parse(found.lastUsedAt) : 0;
  if (tx.now.getTime() - usedMs > usedAgainMs) await store.noteUse(tx, found.areaId, found.id);
  return { id: found.id, name: found.name };
}
