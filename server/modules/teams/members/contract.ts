import { z } from 'zod';
import { TeamParams } from '../contract.ts';

/** Somebody of a team: a resident with an account, or a name the leader or the office has typed. */

export const memberRoles = ['leader', 'deputy', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];
export const memberRoleNames: Record<MemberRole, string> = { leader: '队长', deputy: '副队长', member: '队员' };

export const Member = z.object({
  id: z.string(),
  /** In full for the team's own leader and for who agreed to be shown; else masked. */
  name: z.string(),
  masked: z.boolean(),
  role: z.enum(memberRoles),
  roleName: z.string(),
  state: z.enum(['asked', 'member']),
  skills: z.array(z.string()),
  shown: z.boolean(),
  askedAt: z.string().nullable(),
  joinedOn: z.string().nullable(),
  /** Has an account, so that she is told what concerns her. */
  hasAccount: z.boolean(),
  isMe: z.boolean(),
});
export type Member = z.infer<typeof Member>;
export const MemberList = z.object({ items: z.array(Member) });
export type MemberList = z.infer<typeof MemberList>;

export const MemberParams = TeamParams.extend({ memberId: z.guid() });
const Skills = z.array(z.string().trim().min(1).max(12)).max(8);
export const Joining = z.object({
  /** Whether her name may be shown on the page of the team. */
  shown: z.boolean().default(false),
  skills: Skills.default([]),
});
export type Joining = z.infer<typeof Joining>;
export const NewMember = z.object({
  name: z.string().trim().min(2).max(20),
  role: z.enum(memberRoles).default('member'),
  skills: Skills.default([]),
  shown: z.boolean().default(false),
});
export type NewMember = z.infer<typeof NewMember>;
export const Decision = z.object({ accept: z.boolean() });
export const MemberChange = z.object({
  role: z.enum(memberRoles).optional(),
  skills: Skills.optional(),
  left: z.literal(true).optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;
export const Reveal = z.object({ reason: z.string().trim().min(4).max(200) });
export const Revealed = z.object({ name: z.string() });
