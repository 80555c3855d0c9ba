import type { Refusal } from '#shared/refusal';
import { memberRoleNames, type Member, type MemberRole } from './contract.ts';

/** Who leads a team answers for it; a team with people in it is never left without a leader. */
export function whyNotLeave(member: { role: string }, others: { members: number; leaders: number }): Refusal | null {
  if (member.role !== 'leader' || others.leaders > 0 || others.members === 0) return null;
  return {
    code: 'team.last-leader',
    status: 409,
    zh: '您是这支队伍唯一的队长。请先在队员里定好接手的人，再退出。',
    en: 'You are the only leader: name another first.',
  };
}

type Line = Pick<Member, 'id' | 'skills' | 'shown' | 'askedAt' | 'joinedOn'> & {
  userId: string | null;
  nameMasked: string;
  role: string;
  state: string;
};

/** A member as her leader or the office sees her. A name is in full only for the leader, or where she agreed to be shown. */
export function toMember(row: Line, seen: { name: string | null; userId: string }): Member {
  return {
    id: row.id,
    name: seen.name ?? row.nameMasked,
    masked: seen.name === null,
    role: row.role as MemberRole,
    roleName: memberRoleNames[row.role as MemberRole],
    state: row.state as Member['state'],
    skills: row.skills,
    shown: row.shown,
    askedAt: row.askedAt,
    joinedOn: row.joinedOn,
    hasAccount: row.userId !== null,
    isMe: row.userId === seen.userId,
  };
}

export const memberUnknown: Refusal = {
  code: 'team.member-unknown',
  status: 404,
  zh: '这支队伍里没有这个人，可能刚刚退出了。请刷新一下再看。',
  en: 'There is no such member.',
};

export const answeredAlready: Refusal = {
  code: 'team.answered-already',
  status: 409,
  zh: '这条申请已经有人回复过了，刷新一下就能看到。',
  en: 'Somebody has answered already.',
};
