import { createHash } from 'node:crypto';
import { anonymous, type Actor } from '#shared/actor';
import { minuteMs } from '#shared/time';
import type { Database } from '#platform/database';
import type { Roles } from '../roles/rules.ts';
import { isIdle, tokenOf, type Asking } from '../sessions/rules.ts';
import { areasHeld, hasCapability, hasCapabilityWithin, type Paths } from './rules.ts';
import { areaOfBearer, keyRole, usedAgainMs } from '../keys/rules.ts';
import { findKey, noteUse as noteKeyUse, readRolesOf } from '../keys/store.ts';
import * as store from './store.ts';

/** Notified with a user id when her sessions or roles change, so that every process forgets her at once. */
export const sessionChannel = 'liren_session';

export type Identity = {
  /** Who is asking. Never refuses: whoever cannot be found is the public. */
  identify(asking: Asking): Promise<Actor>;
  may(actor: Actor, capability: string, areaId: string | 'anywhere'): boolean;
  /** The capability over the area or a part of it. */
  mayWithin(actor: Actor, capability: string, areaId: string): boolean;
  /** Areas at which the capability is held, each with everything below it. */
  heldAt(actor: Actor, capability: string): string[];
  /** Drops what is remembered of a user: after her sessions, roles or consents changed. */
  forget(userId: string): void;
  close(): Promise<void>;
};

export type IdentityOptions = {
  database: Database;
  tree: Paths;
  roles: Roles;
  /** The wall clock: sessions do not follow the demo clock. */
  wallClock?: () => Date;
  /** The app's clock: keys of other systems follow it. */
  clock?: () => Date;
};

const rememberedMs = 10_000;
const rememberedMost = 20_000;
const noteUseMs = 5 * minuteMs;

type Remembered = { userId: string; actor: Actor; untilMs: number };

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Sessions by token hash, each remembered for ten seconds: the proven bound for a revocation no notice of which arrives.
 * Whoever is forgotten is read afresh for ten seconds more, so that a reading begun before a commit cannot come back.
 */
export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, roles, tree: paths } = options;
  const wallClock = options.wallClock ?? (() => new Date());
  const remembered = new Map<string, Remembered>();
  const forgottenMs = new Map<string, number>();
  const forget = (userId: string): void => {
    forgottenMs.set(userId, wallClock().getTime());
    for (const [hash, entry] of remembered) if (entry.userId === userId) remembered.delete(hash);
  };
  const stopListening = await database.listen(sessionChannel, forget);

  const remember = (hash: string, userId: string, actor: Actor, nowMs: number): void => {
    if (nowMs - (forgottenMs.get(userId) ?? -Infinity) < rememberedMs) return;
    if (remembered.size >= rememberedMost) remembered.clear();
    remembered.set(hash, { userId, actor, untilMs: nowMs + rememberedMs });
  };
  const loadKey = async (areaId: string, hash: string): Promise<Actor> => {
    const found = await readKey({ database, roles, paths }, areaId, hash, (options.clock ?? wallClock)());
    if (!found) return anonymous;
    remember(hash, found.madeBy, found.actor, wallClock().getTime());
    return found.actor;
  };
  const load = async (hash: string): Promise<Actor> => {
    const now = wallClock();
    const found = await readSession(database, hash, now);
    if (!found) return anonymous;
    const actor = toActor(found);
    remember(hash, found.userId, actor, wallClock().getTime());
    if (now.getTime() - Date.parse(found.lastUsedAt) > noteUseMs) noteUse(database, found.id, now);
    return actor;
  };
  const sweep = setInterval(() => {
    const nowMs = wallClock().getTime();
    for (const [hash, entry] of remembered) if (entry.untilMs <= nowMs) remembered.delete(hash);
    for (const [userId, at] of forgottenMs) if (nowMs - at > rememberedMs) forgottenMs.delete(userId);
  }, minuteMs);
  sweep.unref();

  return {
    async identify(asking) {
      const token = tokenOf(asking)?.token;
      if (!token) return anonymous;
      const hash = hashToken(token);
      const entry = remembered.get(hash);
      if (entry && entry.untilMs > wallClock().getTime()) return entry.actor;
      const areaId = areaOfBearer(token);
      return areaId ? loadKey(areaId, hash) : load(hash);
    },
    may: (actor, capability, areaId) => hasCapability({ roles, paths }, actor, capability, areaId),
    mayWithin: (actor, capability, areaId) => hasCapabilityWithin({ roles, paths }, actor, capability, areaId),
    heldAt: (actor, capability) => areasHeld(roles, actor, capability),
    forget,
    async close() {
      clearInterval(sweep);
      await stopListening();
    },
  };
}

type KeyDoors = { database: Database; roles: Roles; paths: Paths };

/** Another system with its key: what the key was given, as far as its maker holds it still. */
async function readKey(
  { database, roles, paths }: KeyDoors,
  areaId: string,
  hash: string,
  now: Date,
): Promise<{ madeBy: string; actor: Actor } | null> {
  const found = await findKey(database, { areaIds: [areaId], hash, scope: 'api', now });
  if (!found) return null;
  const maker = { ...anonymous, id: found.madeBy, grants: await readRolesOf(database, found.madeBy) };
  const can = found.can.filter((capability) => hasCapability({ roles, paths }, maker, capability, areaId));
  const usedMs = found.lastUsedAt ? Date.parse(found.lastUsedAt) : 0;
  if (now.getTime() - usedMs > usedAgainMs) void noteKeyUse(database, found, now).catch(() => undefined);
  const grants = can.length > 0 ? [{ role: keyRole(can), areaId }] : [];
  return { madeBy: found.madeBy, actor: { ...anonymous, id: `key:${found.id}`, name: found.name, grants } };
}

async function readSession(database: Database, hash: string, now: Date): Promise<store.FoundSession | null> {
  const found = await store.findSession(database, hash, now);
  if (!found || isIdle({ ...found, staff: found.grants.length > 0 }, now)) return null;
  if ((found.cardId || found.consentId) && !(await store.holdsStill(database, found))) {
    // A consent withdrawn leaves the family her own account; a card revoked leaves nothing.
    return found.cardId
      ? null
      : { ...found, consentId: null, areaId: null, householdId: null, personId: null, elderUserId: null };
  }
  return found;
}

/**
 * Roles count only for the person herself: not through a paper card, not while acting for an elder, and not before a
 * first password is changed.
 */
function toActor(found: store.FoundSession): Actor {
  const onBehalf = found.cardId !== null || found.consentId !== null;
  return {
    id: found.userId,
    name: found.name,
    grants: onBehalf || found.mustChangePassword ? [] : found.grants,
    homeAreaId: onBehalf ? found.areaId : found.homeAreaId,
    personId: onBehalf ? found.personId : found.ownPersonId,
    householdId: onBehalf ? found.householdId : null,
    elderUserId: found.elderUserId,
    sessionId: found.id,
    face: found.face,
  };
}

// Losing this note costs nothing: the next request writes it again.
function noteUse(database: Database, sessionId: string, now: Date): void {
  void store.noteUse(database, sessionId, now).catch(() => undefined);
}
