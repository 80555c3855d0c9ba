import { system, type Actor } from '#shared/actor';
import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { enqueue } from '#platform/jobs';
import { audit } from '#kernel/audit';
import { requireArea } from '#modules/areas';
import type { HandOver, NewGrant } from '../contract.ts';
import { grantsChannel } from '../directory/service.ts';
import { accountDisabled, endSessions, forgetUser, type Accounts } from '../sessions/service.ts';
import { whyNotGive } from './rules.ts';
import * as store from './store.ts';

export { isHeld } from './store.ts';

export type GrantItem = store.GrantRow & { label: string; areaName: string };

/** Who holds which role at an area or below it. */
export async function listGrants(reader: Reader, accounts: Accounts, areaId: string): Promise<GrantItem[]> {
  requireArea(accounts.tree, areaId);
  const rows = await store.listGrants(reader, areaId);
  return rows.map((row) => ({
    ...row,
    label: accounts.roles.get(row.role)?.label ?? row.role,
    areaName: nameSeenFrom(accounts, areaId, row.areaId),
  }));
}

/** Every community has a 第一网格: seen from above, its community stands before it. */
function nameSeenFrom({ tree }: Accounts, from: string, areaId: string): string {
  const name = tree.get(areaId)?.name ?? '';
  const ownerId = tree.ownerOf(areaId);
  return ownerId === areaId || tree.ownerOf(from) === ownerId ? name : `${tree.get(ownerId)?.name ?? ''}${name}`;
}

/** Refuses when the actor may not give (or take) the role at the area. */
export function requireGivable(accounts: Accounts, actor: Actor, grant: { role: string; areaId: string }): void {
  const area = requireArea(accounts.tree, grant.areaId);
  const may = (capability: string): boolean => accounts.identity.may(actor, capability, grant.areaId);
  refuseIf(whyNotGive({ role: accounts.roles.get(grant.role), roleId: grant.role, area, may }));
  if (!may('account.manage')) refuse(grantUnknown);
}

const accountUnknown: Refusal = {
  code: 'account.unknown',
  status: 404,
  zh: '没有这个账号。请检查后再试。',
  en: 'There is no such account.',
};

const grantUnknown: Refusal = {
  code: 'grant.unknown',
  status: 404,
  zh: '您的辖区里没有这条任职，可能已经结束了。请刷新后再看。',
  en: 'Nobody holds this role in your area; it may have ended.',
};

const grantOwn: Refusal = {
  code: 'grant.own',
  status: 422,
  zh: '自己的角色不能自己收回，请让另一位管理员来办。',
  en: 'Your own role must be ended by another administrator.',
};

/** Roles changed: every process reads the person and the directory afresh. */
export function announceGrants(tx: Tx, accounts: Accounts, userId: string): void {
  forgetUser(tx, accounts, userId);
  tx.notify(grantsChannel, userId);
}

/** Gives a role at an area. Refused when it is beyond the giver or the account is unknown; held already, it stays. */
export async function giveGrant(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; areaId: string; grant: NewGrant },
): Promise<void> {
  const { actor, areaId, grant } = input;
  requireGivable(accounts, actor, { role: grant.role, areaId });
  const account = await store.findName(tx, grant.userId);
  if (!account) refuse(accountUnknown);
  if (account.disabled) refuse(accountDisabled);
  await store.insertGrants(tx, {
    userId: grant.userId,
    grants: [{ role: grant.role, areaId }],
    grantedBy: actor.id,
  });
  announceGrants(tx, accounts, grant.userId);
  const detail = { role: grant.role, areaId };
  audit(tx, actor, { areaId: accounts.tree.ownerOf(areaId), act: 'grant.give', subject: grant.userId, detail });
}

/** Ends a role held at the area or below it. Refused for one's own and for what is beyond the actor. */
export async function endGrant(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; areaId: string; grantId: string },
): Promise<void> {
  const { actor, areaId } = input;
  const grant = await store.findGrant(tx, input.grantId);
  if (!grant || !accounts.tree.covers(areaId, grant.areaId)) refuse(grantUnknown);
  if (grant.userId === actor.id) refuse(grantOwn);
  requireEndable(accounts, actor, grant);
  await store.endGrants(tx, [grant.id]);
  announceGrants(tx, accounts, grant.userId);
  const detail = { role: grant.role, areaId: grant.areaId };
  audit(tx, actor, { areaId: accounts.tree.ownerOf(grant.areaId), act: 'grant.end', subject: grant.userId, detail });
}

/** A role that comes with a seat in a body: it ends with the seat. `body` is the id of the body. */
export type Seat = { userId: string; role: string; areaId: string; body: string };

const giverOf = (body: string): string => `seat:${body}`;

/** Gives the roles that come with seats; one held already stays as it is. Asks nobody's permission: for records kept elsewhere. */
export function giveSeats(tx: Tx, seats: readonly Seat[]): void {
  for (const { userId, role, areaId, body } of seats)
    tx.appendOnce('auth.grants', {
      id: tx.newId(),
      user_id: userId,
      role,
      area_id: areaId,
      held_from: tx.now.toISOString(),
      granted_by: giverOf(body),
    });
  if (seats.length > 0) tx.notify(grantsChannel, '');
}

/**
 * Gives the role that comes with a seat, by who keeps the bodies of an area. Refused when the role is held at another level, for an
 * account that does not exist or is closed, and to oneself where the role allows more than the giver may do there.
 */
export async function giveSeat(tx: Tx, accounts: Accounts, input: { actor: Actor; seat: Seat }): Promise<void> {
  const { actor, seat } = input;
  const area = requireArea(accounts.tree, seat.areaId);
  const seatsAnother = seat.userId !== actor.id && accounts.identity.may(actor, 'body.manage', seat.areaId);
  const may = (capability: string): boolean => seatsAnother || accounts.identity.may(actor, capability, seat.areaId);
  refuseIf(whyNotGive({ role: accounts.roles.get(seat.role), roleId: seat.role, area, may }));
  const account = await store.findName(tx, seat.userId);
  if (!account) refuse(accountUnknown);
  if (account.disabled) refuse(accountDisabled);
  await store.insertGrants(tx, {
    userId: seat.userId,
    grants: [{ role: seat.role, areaId: seat.areaId }],
    grantedBy: giverOf(seat.body),
  });
  announceGrants(tx, accounts, seat.userId);
}

/** Ends the roles that came with seats; a role given otherwise stays. Ending twice changes nothing. */
export async function endSeats(tx: Tx, accounts: Accounts, seats: readonly Seat[]): Promise<void> {
  for (const { userId, role, areaId, body } of seats) {
    await store.endGrantsOf(tx, { userId, role, areaId, grantedBy: giverOf(body) });
    announceGrants(tx, accounts, userId);
  }
}

/** A role the library no longer knows may be ended by whoever manages accounts there. */
function requireEndable(accounts: Accounts, actor: Actor, grant: { role: string; areaId: string }): void {
  if (accounts.roles.has(grant.role)) requireGivable(accounts, actor, grant);
}

/** Moves the open matters of one person in one area to another: the workflow kernel's part of a hand-over. */
export type HandOverMatters = (
  tx: Tx,
  actor: Actor,
  input: { areaId: string; fromUserId: string; toUserId: string },
) => Promise<unknown>;

export const handOverKind = 'accounts.hand-over';

const notHere: Refusal = {
  code: 'handover.not-here',
  status: 422,
  zh: '这个人在您的辖区没有任职，不用交接。请检查选的人对不对。',
  en: 'The leaver holds no role in this area.',
};

const noSuccessor: Refusal = {
  code: 'handover.no-successor',
  status: 422,
  zh: '接手的人在这个辖区还没有角色。请先给他一个角色，再办交接。',
  en: 'The successor holds no role in this area. Give one first.',
};

/**
 * Hands a leaver's work over in one act: the roles at the area and below end, all sessions end, open work goes to the
 * successor. Refused when either has no role here. Above the community the work moves area by area, by the outbox.
 */
export async function handOver(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; areaId: string; people: HandOver; handOverMatters: HandOverMatters },
): Promise<{ grantsEnded: number; sessionsEnded: number }> {
  const { actor, areaId, people } = input;
  const { fromUserId, toUserId } = people;
  const { tree } = accounts;
  requireArea(tree, areaId);
  if (fromUserId === actor.id) refuse(grantOwn);
  const leaving = (await store.grantsOf(tx, fromUserId)).filter((grant) => tree.covers(areaId, grant.areaId));
  if (leaving.length === 0) refuse(notHere);
  for (const grant of leaving) requireEndable(accounts, actor, grant);
  const taking = await store.grantsOf(tx, toUserId);
  const here = taking.some((grant) => tree.covers(areaId, grant.areaId) || tree.covers(grant.areaId, areaId));
  if (!here || fromUserId === toUserId) refuse(noSuccessor);
  await store.endGrants(
    tx,
    leaving.map((grant) => grant.id),
  );
  announceGrants(tx, accounts, fromUserId);
  const sessionsEnded = await endSessions(tx, accounts, { userId: fromUserId, keep: null });
  const ownerId = tree.ownerOf(areaId);
  await input.handOverMatters(tx, actor, { areaId: ownerId, fromUserId, toUserId });
  for (const community of tree.under(areaId, 'community')) {
    if (community.id !== ownerId) sendOn(tx, actor, { areaId: community.id, fromUserId, toUserId });
  }
  const detail = { to: toUserId, grants: leaving.length };
  audit(tx, actor, { areaId: ownerId, act: 'account.hand-over', subject: fromUserId, detail });
  return { grantsEnded: leaving.length, sessionsEnded };
}

type HandOverJob = { fromUserId: string; toUserId: string; actorId: string; actorName: string };

function sendOn(tx: Tx, actor: Actor, move: { areaId: string; fromUserId: string; toUserId: string }): void {
  const { areaId, fromUserId, toUserId } = move;
  const payload: HandOverJob = { fromUserId, toUserId, actorId: actor.id, actorName: actor.name };
  enqueue(tx, { areaId, kind: handOverKind, payload });
}

/** Works one area's part of a hand-over: main registers it for `accounts.hand-over`. Doing it twice moves nothing more. */
export function handOverHandler(handOverMatters: HandOverMatters) {
  return async (tx: Tx, job: { areaId: string; payload: never }): Promise<void> => {
    const { fromUserId, toUserId, actorId, actorName } = job.payload as HandOverJob;
    const actor: Actor = { ...system, id: actorId, name: actorName };
    await handOverMatters(tx, actor, { areaId: job.areaId, fromUserId, toUserId });
  };
}
