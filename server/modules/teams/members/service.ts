import type { Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import { readForManager, readStanding, type TeamDoors, type WhichTeam } from '../scope/service.ts';
import * as teamRules from '../rules.ts';
import { memberRoleNames, type Joining, type Member, type MemberChange, type NewMember } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const place = (id: string): string => `team_members/${id}/name_sealed`;

export const sealMemberName = (sealer: Sealer, id: string, name: string): string => sealer.seal(place(id), name);
export const openMemberName = (sealer: Sealer, id: string, sealed: string): string => sealer.open(place(id), sealed);

/** The people of a team and who asks to join. Refused for who neither leads it nor keeps teams at the office. */
export async function listMembers(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  which: WhichTeam,
): Promise<{ items: Member[] }> {
  const { leads } = await readForManager(reader, actor, doors, which);
  const rows = await store.readMembers(reader, which.areaId, which.teamId);
  const items = rows.map((row) => {
    const isSeen = leads || row.shown || row.userId === actor.id;
    const name = isSeen ? openMemberName(doors.sealer, row.id, row.nameSealed) : null;
    return rules.toMember(row, { name, userId: actor.id });
  });
  return { items };
}

/** Asks to join; twice is once. Refused when the team takes nobody. The leaders are told, the office where there are none. */
export async function askToJoin(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { joining: Joining },
): Promise<void> {
  const { areaId, teamId, joining } = input;
  const { team, standing } = await readStanding(tx, actor, doors, input);
  refuseIf(teamRules.whyNotJoin(team, standing));
  if (standing !== 'none') return store.setShown(tx, { areaId, teamId, userId: actor.id }, joining.shown);
  const id = tx.newId();
  const added = await store.insertMember(tx, {
    ...joining,
    areaId,
    id,
    teamId,
    userId: actor.id,
    personId: actor.personId,
    nameSealed: sealMemberName(doors.sealer, id, actor.name),
    nameMasked: maskName(actor.name),
    role: 'member',
    state: 'asked',
    askedAt: tx.now.toISOString(),
    joinedOn: null,
  });
  if (!added) return;
  await noteUserArea(tx, { areaId, userId: actor.id });
  const leaders = await store.readLeaders(tx, areaId, teamId);
  await tell(tx, doors, {
    areaId,
    userIds: leaders,
    ...(leaders.length === 0 ? { actorKeys: [`role:community-worker@${areaId}`] } : {}),
    kind: 'team.asked',
    title: `${team.name}：有人想加入`,
    body: `${actor.name}想加入“${team.name}”，请回复收不收。`,
    link: `/teams/${areaId}/${teamId}/manage`,
    subject: `team:${teamId}`,
  });
  audit(tx, actor, { areaId, act: 'team.ask', subject: `team:${teamId}` });
}

/** Leaves a team, or takes back that one asked; without a line nothing happens. Refused for its only leader. */
export async function leaveTeam(tx: Tx, actor: Actor, doors: TeamDoors, which: WhichTeam): Promise<void> {
  const { areaId, teamId } = which;
  const { team, standing } = await readStanding(tx, actor, doors, which);
  if (standing === 'none') return;
  if (team.myRole === 'leader') {
    const rows = await store.readMembers(tx, areaId, teamId);
    const others = rows.filter((row) => row.userId !== actor.id && row.state === 'member');
    const leaders = others.filter(({ role }) => role === 'leader').length;
    refuseIf(rules.whyNotLeave({ role: 'leader' }, { members: others.length, leaders }));
  }
  if (await store.leave(tx, { areaId, teamId, userId: actor.id }, shanghaiDate(tx.now)))
    audit(tx, actor, { areaId, act: 'team.leave', subject: `team:${teamId}` });
}

/** The leader's or the office's answer to who asked; the first answer stands. She is told. */
export async function answerAsking(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { memberId: string; accept: boolean },
): Promise<void> {
  const { areaId, teamId, memberId, accept } = input;
  const { team } = await readForManager(tx, actor, doors, input);
  const day = shanghaiDate(tx.now);
  const member =
    (await store.answerAsking(tx, { areaId, teamId, id: memberId }, { accept, day })) ?? refuse(rules.answeredAlready);
  if (member.userId)
    await tell(tx, doors, {
      areaId,
      userIds: [member.userId],
      kind: 'team.answered',
      title: accept ? `您加入了${team.name}` : `${team.name}这次没有收`,
      body: accept
        ? `队长收下您了。${team.meets === '' ? '第一次碰头的时间，队长会告诉您。' : `碰头的时间地点：${team.meets}。`}`
        : `“${team.name}”眼下人够了。社区里还有别的队伍在招人，可以再看看。`,
      link: `/teams/${areaId}/${teamId}`,
      subject: `team:${teamId}`,
    });
  audit(tx, actor, {
    areaId,
    act: accept ? 'team.accept' : 'team.refuse',
    subject: `team:${teamId}`,
    detail: { memberId },
  });
}

/** Adds somebody by name, who has no account or did not ask on the phone. */
export async function addMember(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { member: NewMember },
): Promise<void> {
  const { areaId, teamId, member } = input;
  await readForManager(tx, actor, doors, input);
  const id = tx.newId();
  const { name, ...rest } = member;
  await store.insertMember(tx, {
    ...rest,
    areaId,
    id,
    teamId,
    userId: null,
    personId: null,
    nameSealed: sealMemberName(doors.sealer, id, name),
    nameMasked: maskName(name),
    state: 'member',
    askedAt: null,
    joinedOn: shanghaiDate(tx.now),
  });
  audit(tx, actor, { areaId, act: 'team.add-member', subject: `team:${teamId}`, detail: { memberId: id } });
}

/** Changes a member's part or skills, or notes that she has left. Refused where the team would be without a leader. */
export async function changeMember(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { memberId: string; change: MemberChange },
): Promise<void> {
  const { areaId, teamId, memberId, change } = input;
  const { team } = await readForManager(tx, actor, doors, input);
  const member = (await store.readMember(tx, areaId, teamId, memberId)) ?? refuse(rules.memberUnknown);
  if (change.left || (change.role && change.role !== 'leader')) {
    const leaders = await store.countOtherLeaders(tx, areaId, teamId, memberId);
    refuseIf(rules.whyNotLeave(member, { members: team.members - 1, leaders }));
  }
  const changed = await store.changeMember(
    tx,
    { areaId, teamId, id: memberId },
    {
      role: change.role ?? null,
      skills: change.skills ?? null,
      leftOn: change.left ? shanghaiDate(tx.now) : null,
    },
  );
  if (!changed) refuse(rules.memberUnknown);
  if (change.role && member.userId && change.role !== member.role)
    await tell(tx, doors, {
      areaId,
      userIds: [member.userId],
      except: [actor.id],
      kind: 'team.role',
      title: `您现在是${team.name}的${memberRoleNames[change.role]}`,
      body: `往后在“${team.name}”，您是${memberRoleNames[change.role]}。`,
      link: `/teams/${areaId}/${teamId}`,
      subject: `team:${teamId}`,
    });
  audit(tx, actor, {
    areaId,
    act: change.left ? 'team.member-left' : 'team.change-member',
    subject: `team:${teamId}`,
    detail: { memberId, ...(change.role ? { role: change.role } : {}) },
  });
}

/** A masked name in full, for a reason that is written down. Refused for a member who is not there. */
export async function revealMember(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { memberId: string; reason: string },
): Promise<{ name: string }> {
  const { areaId, teamId, memberId, reason } = input;
  requireOwner(doors.tree, areaId);
  const member = (await store.readMember(tx, areaId, teamId, memberId)) ?? refuse(rules.memberUnknown);
  audit(tx, actor, { areaId, act: 'team.reveal-member', subject: `team:${teamId}`, detail: { memberId, reason } });
  return { name: openMemberName(doors.sealer, memberId, member.nameSealed) };
}
