import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import { hashToken, sessionChannel, type Identity } from '../identity/service.ts';
import { keyCapabilities, keyCapabilityNames, type ApiKey, type ApiKeyList, type NewApiKey } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const keyBytes = 32;

/** What making a key rests on: the tree, and what its maker may do herself. */
export type KeyDoors = { tree: AreaTree; may: Identity['may'] };

/**
 * Makes a key for another system, good in an area and below it, and answers it this once: to file by the open standard, or,
 * with capabilities, to ask the API within them. Refused when its last day has passed or lies too far off, and when the
 * maker does not hold herself what she gives. It has 256 bits of chance, so that a plain hash is enough to keep it.
 */
export async function makeKey(
  tx: Tx,
  { tree, may }: KeyDoors,
  actor: Actor,
  input: { areaId: string; asked: NewApiKey; random: (bytes: number) => Uint8Array },
): Promise<ApiKey & { key: string }> {
  const area = requireOwner(tree, input.areaId);
  const { name, until } = input.asked;
  const can = [...new Set(input.asked.can)].toSorted();
  const scope = can.length > 0 ? 'api' : 'open311';
  refuseIf(rules.untilProblem(until, scope, tx.now));
  const beyond = can.filter((capability) => !may(actor, capability, area.id));
  if (beyond.length > 0) refuse(rules.beyondYours(beyond.map((capability) => keyCapabilityNames[capability])));
  const secret = Buffer.from(input.random(keyBytes)).toString('base64url');
  const key = scope === 'api' ? rules.bearerOf(area.id, secret) : secret;
  const record = {
    areaId: area.id,
    id: tx.newId(),
    hash: hashToken(key),
    scope,
    can,
    name,
    madeBy: actor.id,
    madeByName: actor.name,
    createdAt: tx.now.toISOString(),
    expiresAt: shanghaiInstant(addDays(until, 1)).toISOString(),
    revokedAt: null,
    lastUsedAt: null,
  };
  await store.insertKey(tx, record);
  audit(tx, actor, { areaId: area.id, act: 'api-key.make', subject: record.id, detail: { name, until, scope, can } });
  return { ...record, does: rules.doesOf(can), key };
}

/** The keys of an area, and what the actor may give one here. */
export async function listKeys(
  reader: Reader,
  { tree, may }: KeyDoors,
  actor: Actor,
  areaId: string,
): Promise<ApiKeyList> {
  const area = requireOwner(tree, areaId);
  const rows = await store.readKeys(reader, area.id);
  return {
    items: rows.map((row) => ({ ...row, does: rules.doesOf(row.can) })),
    choices: keyCapabilities
      .filter((value) => may(actor, value, area.id))
      .map((value) => ({ value, label: keyCapabilityNames[value] })),
  };
}

/** Ends a key at once. Refused when there is none that still works. */
export async function revokeKey(
  tx: Tx,
  tree: AreaTree,
  actor: Actor,
  input: { areaId: string; keyId: string },
): Promise<void> {
  const area = requireOwner(tree, input.areaId);
  const madeBy = (await store.revokeKey(tx, area.id, input.keyId)) ?? refuse(rules.keyUnknown);
  tx.notify(sessionChannel, madeBy);
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
    hash: hashToken(input.key),
    scope: 'open311',
    now: tx.now,
  });
  if (!found) return refuse(rules.keyWrong);
  const usedMs = found.lastUsedAt ? Date.parse(found.lastUsedAt) : 0;
  if (tx.now.getTime() - usedMs > rules.usedAgainMs) await store.noteUse(tx, found, tx.now);
  return { id: found.id, name: found.name };
}
