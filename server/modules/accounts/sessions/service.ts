import { randomBytes } from 'node:crypto';
import { anonymous, type Actor, type Grant } from '#shared/actor';
import { sha256 } from '#shared/digest';
import { dayMs } from '#shared/time';
import { refuse, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import type { SmsDoor } from '#platform/sms';
import { audit } from '#kernel/audit';
import type { AreaTree } from '#modules/areas';
import { attemptsKeptMs } from '../attempts/rules.ts';
import type { Gate } from '../attempts/service.ts';
import type { Me, MeChanges } from '../contract.ts';
import { allCapabilities } from '../identity/rules.ts';
import { hashToken, sessionChannel, type Identity } from '../identity/service.ts';
import type { Roles } from '../roles/rules.ts';
import { expiresAt, type Way } from './rules.ts';
import { grantsChannel } from '../directory/service.ts';
import * as store from './store.ts';

/** What signing in and giving roles need; opened once by main. */
export type Accounts = {
  identity: Identity;
  roles: Roles;
  tree: AreaTree;
  keeper: store.SessionKeeper;
  sealer: Sealer;
  sms: SmsDoor;
  gate: Gate;
  /** Sessions, codes and waits go by the wall clock; the demo clock moves only what the product is about. */
  wallClock(): Date;
  demo: boolean;
};

export type Behalf = store.Behalf;

/** Rows of accounts that belong to no area stand under this one. */
export const noArea = '00000000-0000-7000-8000-000000000000';

export type SignedIn = { token: string; expiresAt: Date; me: Me };
export type Opening = {
  userId: string;
  way: Way;
  device: string;
  behalf: Behalf | null;
  /** The session the same browser had before: it ends. */
  replaces: string | null;
};

const markLength = 16;

/** Begins a session: 256 random bits go out, only their hash is kept. */
export async function openSession(tx: Tx, accounts: Accounts, opening: Opening): Promise<SignedIn> {
  const { userId, way, device, behalf } = opening;
  const now = accounts.wallClock();
  const grants = await store.readGrants(tx, userId);
  const token = randomBytes(32).toString('base64url');
  const until = expiresAt(way, grants.length > 0, now);
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  await store.deleteStale(tx, { sessions: now, attempts: ago(attemptsKeptMs), codes: ago(dayMs) });
  if (opening.replaces) await endOne(tx, accounts, opening.replaces);
  const tokenHash = hashToken(token);
  const id = await accounts.keeper.issue(tx, { userId, tokenHash, way, device, now, expiresAt: until, behalf });
  const me = await readMe(tx, accounts, { userId, sessionId: id });
  const areaId = auditArea(accounts, behalf?.areaId ?? me.homeArea?.id ?? me.roles[0]?.areaId);
  audit(tx, { ...anonymous, id: userId, name: me.name }, { areaId, act: 'session.begin', detail: { way, device } });
  return { token, expiresAt: until, me };
}

/** The area under which a person's own acts are recorded. */
export function auditArea(accounts: Accounts, areaId: string | null | undefined): string {
  return areaId ? accounts.tree.ownerOf(areaId) : noArea;
}

async function endOne(tx: Tx, accounts: Accounts, sessionId: string): Promise<void> {
  const found = await store.findById(tx, sessionId);
  if (!found) return;
  await accounts.keeper.end(tx, found.tokenHash);
  forgetUser(tx, accounts, found.userId);
}

/** Every process forgets the user: this one at once, the others when the transaction commits. */
export function forgetUser(tx: Tx, accounts: Accounts, userId: string): void {
  accounts.identity.forget(userId);
  tx.notify(sessionChannel, userId);
}

/** Ends the session the request came with. Ending none is no mistake. */
export async function signOut(tx: Tx, accounts: Accounts, actor: Actor): Promise<void> {
  if (!actor.sessionId) return;
  await endOne(tx, accounts, actor.sessionId);
  audit(tx, actor, { areaId: auditArea(accounts, actor.homeAreaId), act: 'session.end' });
}

export type OwnSession = {
  id: string;
  device: string;
  way: Way;
  since: string;
  lastUsedAt: string;
  current: boolean;
};

/** The sessions of the person herself, the latest used first. Source: ASVS 7.5.2. */
export async function listOwnSessions(reader: Reader, accounts: Accounts, actor: Actor): Promise<OwnSession[]> {
  const rows = await store.listSessions(reader, actor.id, accounts.wallClock());
  return rows.map((row) => ({
    id: row.id,
    device: row.device ?? '其他程序',
    way: row.way,
    since: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    current: row.id === actor.sessionId,
  }));
}

export const accountDisabled: Refusal = {
  code: 'account.disabled',
  status: 403,
  zh: '这个账号已经停用。需要恢复的话，请找社区管理员。',
  en: 'This account is disabled.',
};

const sessionUnknown: Refusal = {
  code: 'session.unknown',
  status: 404,
  zh: '没有这个登录，可能已经退出了。请刷新列表再看。',
  en: 'You have no such session; it may have ended.',
};

/** Ends one session of one's own. Refused when it is nobody's or somebody else's: both are unknown. */
export async function endOwnSession(tx: Tx, accounts: Accounts, input: { actor: Actor; id: string }): Promise<void> {
  const { actor, id } = input;
  const found = await store.findById(tx, id);
  if (!found || found.userId !== actor.id) refuse(sessionUnknown);
  await endOne(tx, accounts, id);
  audit(tx, actor, { areaId: auditArea(accounts, actor.homeAreaId), act: 'session.end', subject: id });
}

/** Ends all sessions of a user but one; answers how many. Source: ASVS 7.4.3, 7.4.5. */
export async function endSessions(
  tx: Tx,
  accounts: Accounts,
  input: { userId: string; keep: string | null },
): Promise<number> {
  const rows = (await store.listSessions(tx, input.userId, accounts.wallClock())).filter(
    (row) => row.id !== input.keep,
  );
  if (input.keep) for (const row of rows) await accounts.keeper.end(tx, row.tokenHash);
  else await accounts.keeper.endAll(tx, input.userId);
  forgetUser(tx, accounts, input.userId);
  return rows.length;
}

/** Ends every session of one's own but this one. */
export async function endOtherSessions(tx: Tx, accounts: Accounts, actor: Actor): Promise<number> {
  const count = await endSessions(tx, accounts, { userId: actor.id, keep: actor.sessionId });
  audit(tx, actor, { areaId: auditArea(accounts, actor.homeAreaId), act: 'session.end-others', detail: { count } });
  return count;
}

/** Who someone is, what she may do and where she lands. */
export async function readMe(
  reader: Reader,
  accounts: Accounts,
  who: { userId: string; sessionId: string },
): Promise<Me> {
  const own = await store.readOwn(reader, who.userId, who.sessionId);
  if (!own) refuse(sessionUnknown);
  const onBehalf = own.areaId !== null;
  const grants = onBehalf || own.mustChangePassword ? [] : await store.readGrants(reader, who.userId);
  const homeAreaId = own.areaId ?? own.homeAreaId;
  const home = homeAreaId ? accounts.tree.get(homeAreaId) : undefined;
  const acting = own.consentId !== null && own.areaId !== null && own.personId !== null;
  return {
    id: own.id,
    name: own.name,
    face: own.face,
    username: own.username,
    homeArea: home ? { id: home.id, name: home.name } : null,
    roles: grants.flatMap((grant) => heldRole(accounts, grant)),
    can: allCapabilities(accounts.roles, { ...anonymous, grants }),
    elderMode: own.preferences.elderMode ?? own.way === 'card',
    mustChangePassword: own.mustChangePassword,
    way: own.way,
    actingFor: acting ? { areaId: own.areaId!, elderId: own.personId!, name: own.personName ?? '' } : null,
    start: startPage(accounts.roles, grants),
    session: sha256(who.sessionId).slice(0, markLength),
  };
}

function heldRole({ roles, tree }: Accounts, { role, areaId }: Grant): Me['roles'] {
  const area = tree.get(areaId);
  if (!area) return [];
  const path = tree.path(areaId).map((id) => tree.get(id)?.name ?? '');
  return [{ role, label: roles.get(role)?.label ?? role, areaId, areaName: area.name, level: area.level, path }];
}

function startPage(roles: Roles, grants: Grant[]): Me['start'] {
  const starts = grants.map((grant) => roles.get(grant.role)?.start ?? '/');
  if (starts.includes('/desk')) return '/desk';
  return starts.includes('/grid') ? '/grid' : '/';
}

/** Changes what a person may set herself. Refused when the home area is no community. */
export async function changeMe(tx: Tx, accounts: Accounts, input: { actor: Actor; changes: MeChanges }): Promise<Me> {
  const { actor, changes } = input;
  const { elderMode, homeAreaId } = changes;
  if (homeAreaId !== undefined && accounts.tree.get(homeAreaId)?.level !== 'community') {
    refuse({
      code: 'home.not-community',
      status: 422,
      zh: '请选一个社区或村作为自己的社区。',
      en: 'The home area must be a community or village.',
      fields: { homeAreaId: '请选一个社区' },
    });
  }
  const preferences = elderMode === undefined ? {} : { elderMode };
  await store.updateOwn(tx, actor.id, { preferences, homeAreaId: homeAreaId ?? null });
  // Whoever holds a role stands in the directory with how she wants to be told.
  if (actor.grants.length > 0) tx.notify(grantsChannel, actor.id);
  forgetUser(tx, accounts, actor.id);
  const areaId = auditArea(accounts, homeAreaId ?? actor.homeAreaId);
  audit(tx, actor, { areaId, act: 'account.change', detail: { changed: Object.keys(changes) } });
  return readMe(tx, accounts, ownSessionOf(actor));
}

/** The session of someone signed in; the permission of the route has made sure of it. */
export function ownSessionOf(actor: Actor): { userId: string; sessionId: string } {
  if (!actor.sessionId) throw new Error('a route for signed-in people was reached without a session');
  return { userId: actor.id, sessionId: actor.sessionId };
}
