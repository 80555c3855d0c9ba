import { system, type Actor } from '#shared/actor';
import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import type { DeadlineHandler } from '#platform/jobs';
import { audit } from '#kernel/audit';
import { endSeats, giveSeat, giveSeats } from '#modules/accounts/grants';
import { requireOwner } from '#modules/areas';
import { noteUserArea } from '#modules/messages';
import { findNamed } from '#modules/people/electors';
import type { Leaving, MemberChange, NewMember } from '../contract.ts';
import { isPhone, phoneWrong, plainPhone } from '../names/rules.ts';
import { openName, openPhone, sealName } from '../names/service.ts';
import { bodyUnknown, termOf } from '../rules.ts';
import type { OrganisationDoors } from '../scope/service.ts';
import { lockBody, readBody } from '../store.ts';
import type { BodyRow } from '../tables.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { termKind } from './rules.ts';

type Which = { areaId: string; bodyId: string };

/**
 * Notes a member. Refused when the post is full or for others, when the term is over, and when she holds it already. Who has
 * an account holds the role of the seat from now on. Source: C70, C77.
 */
export async function addMember(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { member: NewMember },
): Promise<string> {
  const { areaId, bodyId, member } = input;
  requireOwner(doors.tree, areaId);
  const body = (await lockBody(tx, areaId, bodyId)) ?? refuse(bodyUnknown);
  if (termOf(body.termTo, shanghaiDate(tx.now)) === 'over') refuse(rules.termOver);
  const phone = member.phone === '' ? null : plainPhone(member.phone);
  if (phone !== null && !isPhone(phone)) refuse(phoneWrong);
  const who = await accountOf(tx, doors, { areaId, userId: member.userId, name: member.name, phone });
  const id = tx.newId();
  const sealed = sealName(doors.sealer, { areaId, table: 'body_members', id, name: member.name, phone });
  await requireSeat(tx, doors, body, { ...sealed, ...who, post: member.post, partyMember: member.partyMember });
  const { post, partyMember, party, standing, shown, fromOn } = member;
  const row = {
    areaId,
    id,
    bodyId,
    post,
    partyMember,
    party,
    standing,
    shown,
    fromOn,
    ...who,
    ...sealed,
    createdBy: actor.id,
  };
  if (!(await store.insertMember(tx, row, tx.now))) refuse(rules.sitsAlready);
  if (who.userId) {
    await giveSeat(tx, doors.accounts, { actor, seat: seatOf(body, who.userId) });
    await noteUserArea(tx, { areaId, userId: who.userId });
  }
  audit(tx, actor, { areaId, act: 'body.add-member', subject: `body:${bodyId}`, detail: { memberId: id, post } });
  return id;
}

const seatOf = (body: BodyRow, userId: string) => ({
  userId,
  role: body.body,
  areaId: rules.seatPlace(body),
  body: body.id,
});

async function accountOf(
  tx: Tx,
  doors: OrganisationDoors,
  who: { areaId: string; userId: string | null; name: string; phone: string | null },
): Promise<{ userId: string | null; personId: string | null }> {
  if (who.userId !== null && !doors.roster.recipient(who.userId)) refuse(rules.colleagueUnknown);
  const { areaId, name, phone } = who;
  const person = phone === null ? null : await findNamed(tx, doors, { areaId, name, phone });
  return { userId: who.userId ?? person?.userId ?? null, personId: person?.id ?? null };
}

async function requireSeat(
  tx: Tx,
  { words }: OrganisationDoors,
  body: BodyRow,
  candidate: rules.Candidate,
): Promise<void> {
  const kind = words.kinds[body.body] ?? refuse(bodyUnknown);
  const sittings = await store.readSittings(tx, body.areaId);
  const holding = sittings.filter((one) => one.bodyId === body.id && one.post === candidate.post).length;
  const labels = Object.fromEntries(Object.values(words.kinds).map(({ word, label }) => [word, label]));
  refuseIf(rules.whyNotSeat(kind, candidate, { holding, sittings, labels }));
}

/** Whether her name is shown in public, and whether she is a party member. Refused for who has left. */
export async function changeMember(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { memberId: string; change: MemberChange },
): Promise<void> {
  const { areaId, bodyId, memberId, change } = input;
  requireOwner(doors.tree, areaId);
  const { shown = null, partyMember = null } = change;
  if (!(await store.changeMember(tx, { areaId, bodyId, id: memberId }, { shown, partyMember }))) refuse(memberUnknown);
  audit(tx, actor, { areaId, act: 'body.change-member', subject: `body:${bodyId}`, detail: { memberId, ...change } });
}

/** Notes that a member has left; her line is kept and the role of the seat ends. Refused when she has left already. */
export async function leaveBody(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { memberId: string; leaving: Leaving },
): Promise<void> {
  const { areaId, bodyId, memberId, leaving } = input;
  requireOwner(doors.tree, areaId);
  const body = (await lockBody(tx, areaId, bodyId)) ?? refuse(bodyUnknown);
  const left = await store.leave(tx, { areaId, bodyId, id: memberId }, { on: leaving.leftOn, why: leaving.reason });
  if (left.length === 0) refuse(memberUnknown);
  await endSeatsOf(tx, doors, body, left);
  audit(tx, actor, { areaId, act: 'body.member-left', subject: `body:${bodyId}`, detail: { memberId } });
}

/** Everybody leaves a body: its term is over, or it was closed. */
export async function emptyBody(
  tx: Tx,
  doors: Pick<OrganisationDoors, 'accounts'>,
  body: BodyRow,
  leaving: { on: string; why: string },
): Promise<void> {
  const left = await store.leave(tx, { areaId: body.areaId, bodyId: body.id, id: null }, leaving);
  await endSeatsOf(tx, doors, body, left);
}

/** The roles of the seats end, but for those who hold another seat that gives the same role at the same place. */
async function endSeatsOf(
  tx: Tx,
  { accounts }: Pick<OrganisationDoors, 'accounts'>,
  body: BodyRow,
  left: { userId: string | null }[],
): Promise<void> {
  const users = [...new Set(left.flatMap(({ userId }) => userId ?? []))];
  if (users.length === 0) return;
  const place = rules.seatPlace(body);
  const others = (await store.readSittings(tx, body.areaId)).filter(
    (one) => one.word === body.body && rules.seatPlace({ ...one, areaId: body.areaId }) === place,
  );
  const here = new Set(others.filter(({ bodyId }) => bodyId === body.id).map(({ userId }) => userId));
  const ending = users.filter((userId) => !here.has(userId));
  await endSeats(
    tx,
    accounts,
    ending.map((userId) => seatOf(body, userId)),
  );
  giveSeats(
    tx,
    others.flatMap(({ userId, bodyId, word }) =>
      userId !== null && ending.includes(userId) ? [{ userId, role: word, areaId: place, body: bodyId }] : [],
    ),
  );
}

/** The end of a term: everybody leaves, unless the body has been given another last day meanwhile. Twice is once. */
export function termEnded(doors: Pick<OrganisationDoors, 'accounts'>): DeadlineHandler {
  return async (tx, job) => {
    const body = await readBody(tx, job.areaId, job.subject);
    if (!body || body.termTo !== job.rule) return;
    await emptyBody(tx, doors, body, { on: job.rule, why: '任期届满' });
    audit(tx, system, { areaId: job.areaId, act: 'body.term-ended', subject: `body:${body.id}` });
  };
}

/** A masked name and telephone in full, for a reason that is written down. Refused for a member who is not there. */
export async function revealMember(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { memberId: string; reason: string },
): Promise<{ name: string; phone: string | null }> {
  const { areaId, bodyId, memberId, reason } = input;
  requireOwner(doors.tree, areaId);
  const row = (await store.readMember(tx, { areaId, bodyId, id: memberId })) ?? refuse(memberUnknown);
  audit(tx, actor, { areaId, act: 'body.reveal-member', subject: `body:${bodyId}`, detail: { memberId, reason } });
  return {
    name: openName(doors.sealer, 'body_members', row),
    phone: openPhone(doors.sealer, 'body_members', row),
  };
}

const memberUnknown: Refusal = {
  code: 'body.member-unknown',
  status: 404,
  zh: '这个组织里没有这个人，可能刚刚办了离任。请刷新一下再看。',
  en: 'There is no such member.',
};
