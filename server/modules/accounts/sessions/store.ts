import { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Grant } from '#shared/actor';
import type { Database, Reader, Tx } from '#platform/database';
import type { Way } from './rules.ts';
import * as tables from '../tables.ts';

/** On whose behalf a session acts: a household (by its card) or an elder (by her consent). */
export type Behalf = {
  areaId: string;
  householdId: string | null;
  personId: string | null;
  personName: string | null;
  cardId: string | null;
  consentId: string | null;
};
export type NewSession = {
  userId: string;
  tokenHash: string;
  way: Way;
  device: string;
  now: Date;
  expiresAt: Date;
  behalf: Behalf | null;
};

/** Where sessions are issued and revoked, in the caller's transaction. */
export type SessionKeeper = {
  issue(tx: Tx, input: NewSession): Promise<string>;
  end(tx: Tx, tokenHash: string): Promise<void>;
  endAll(tx: Tx, userId: string): Promise<void>;
};

const text = { type: 'string', required: false, input: false } as const;
// better-auth would print queries with their parameters; what it says is dropped, what it throws is not.
const logger = { disabled: true };

/** better-auth as the issuer of sessions. Its own HTTP routes are not mounted and it is never asked per request. */
export async function openSessionKeeper(database: Database, secret: string): Promise<SessionKeeper> {
  const inside = new AsyncLocalStorage<NodePgDatabase>();
  const orm = new Proxy(database.orm, {
    get: (target, key) => Reflect.get(inside.getStore() ?? target, key) as unknown,
  });
  const auth = betterAuth({
    secret,
    baseURL: 'http://localhost',
    database: drizzleAdapter(orm, { provider: 'pg', schema: tables }),
    emailAndPassword: { enabled: true },
    session: {
      additionalFields: {
        way: { ...text, required: true },
        areaId: text,
        householdId: text,
        personId: text,
        personName: text,
        cardId: text,
        consentId: text,
      },
    },
    advanced: { ipAddress: { disableIpTracking: true } },
    telemetry: { enabled: false },
    logger,
  });
  const { internalAdapter } = await auth.$context;
  return {
    issue: (tx, input) =>
      inside.run(tx.orm, async () => {
        const { userId, tokenHash, way, device, now, expiresAt, behalf } = input;
        const row = {
          token: tokenHash,
          way,
          userAgent: device,
          ipAddress: null,
          expiresAt,
          createdAt: now,
          updatedAt: now,
        };
        const issued = await internalAdapter.createSession(userId, false, { ...row, ...behalf } as never, true);
        return issued.id;
      }),
    end: (tx, tokenHash) => inside.run(tx.orm, () => internalAdapter.deleteSession(tokenHash)),
    endAll: (tx, userId) => inside.run(tx.orm, () => internalAdapter.deleteUserSessions(userId)),
  };
}

export type SessionRow = {
  id: string;
  tokenHash: string;
  device: string | null;
  way: Way;
  createdAt: string;
  lastUsedAt: string;
};

export async function listSessions(reader: Reader, userId: string, now: Date): Promise<SessionRow[]> {
  return reader.query<SessionRow>(
    `select id, token as "tokenHash", user_agent as device, way, created_at as "createdAt", updated_at as "lastUsedAt"
     from auth.session where user_id = $1 and expires_at > $2 order by updated_at desc, id`,
    [userId, now],
  );
}

/** Rows nobody needs any more; called when somebody signs in, so that no timer is needed. */
export async function deleteStale(tx: Tx, before: { sessions: Date; attempts: Date; codes: Date }): Promise<void> {
  await tx.query(
    `with old_sessions as (delete from auth.session where expires_at < $1),
       old_attempts as (delete from auth.attempts where last_at < $2)
     delete from auth.codes where sent_at < $3`,
    [before.sessions, before.attempts, before.codes],
    'accounts.stale',
  );
}

export type OwnRow = {
  id: string;
  name: string;
  face: string | null;
  username: string | null;
  homeAreaId: string | null;
  preferences: { elderMode?: boolean };
  mustChangePassword: boolean;
  way: Way;
  areaId: string | null;
  personId: string | null;
  personName: string | null;
  consentId: string | null;
};

export async function readOwn(reader: Reader, userId: string, sessionId: string): Promise<OwnRow | null> {
  const rows = await reader.query<OwnRow>(
    `select u.id, u.name, u.face, u.username, u.home_area_id as "homeAreaId", u.preferences,
       u.must_change_password as "mustChangePassword", s.way, s.area_id as "areaId", s.person_id as "personId",
       s.person_name as "personName", s.consent_id as "consentId"
     from auth."user" u join auth.session s on s.user_id = u.id where u.id = $1 and s.id = $2`,
    [userId, sessionId],
  );
  return rows[0] ?? null;
}

export async function updateOwn(
  tx: Tx,
  userId: string,
  changes: { preferences: Record<string, unknown>; homeAreaId: string | null },
): Promise<void> {
  await tx.query(
    `update auth."user" set preferences = preferences || $2::jsonb, home_area_id = coalesce($3, home_area_id),
       updated_at = $4 where id = $1`,
    [userId, JSON.stringify(changes.preferences), changes.homeAreaId, tx.now],
  );
}

export async function readGrants(reader: Reader, userId: string): Promise<Grant[]> {
  return reader.query<Grant>(
    `select role, area_id as "areaId" from auth.grants where user_id = $1 and held_until is null order by held_from, id`,
    [userId],
    'accounts.own-grants',
  );
}

export async function findById(
  reader: Reader,
  sessionId: string,
): Promise<{ userId: string; tokenHash: string; way: Way } | null> {
  const rows = await reader.query<{ userId: string; tokenHash: string; way: Way }>(
    `select user_id as "userId", token as "tokenHash", way from auth.session where id = $1`,
    [sessionId],
  );
  return rows[0] ?? null;
}
