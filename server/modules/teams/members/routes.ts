import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { TeamParams } from '../contract.ts';
import type { TeamDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/teams/:teamId';
const Done = z.object({ done: z.boolean() });

export function memberRoutes(doors: TeamDoors): Route[] {
  return [...ownRoutes(doors), ...leaderRoutes(doors), ...personRoutes(doors)];
}

function ownRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/membership`,
      summary: 'Ask to join',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      body: wire.Joining,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.askToJoin(tx, actor, doors, { ...params, joining: body });
        return { done: true };
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/membership`,
      summary: 'Leave, or take back that I asked',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      answer: Done,
      handle: async ({ tx, actor, params }) => {
        await service.leaveTeam(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}

function leaderRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/members`,
      summary: 'The people of a team and who asks to join, for its leader and the office',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      answer: wire.MemberList,
      handle: async ({ tx, actor, params }) => service.listMembers(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${base}/members`,
      summary: 'Add somebody by name',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      body: wire.NewMember,
      answer: Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.addMember(tx, actor, doors, { ...params, member: body });
        return { done: true };
      },
    }),
  ];
}

function personRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/members/:memberId/answer`,
      summary: 'Take in who asked, or not',
      tag: 'teams',
      permission: 'session',
      params: wire.MemberParams,
      body: wire.Decision,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.answerAsking(tx, actor, doors, { ...params, accept: body.accept });
        return { done: true };
      },
    }),
    route({
      method: 'PATCH',
      path: `${base}/members/:memberId`,
      summary: "Change a member's part, or note that she has left",
      tag: 'teams',
      permission: 'session',
      params: wire.MemberParams,
      body: wire.MemberChange,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeMember(tx, actor, doors, { ...params, change: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/members/:memberId/reveal`,
      summary: 'A masked name in full, for a reason that is written down',
      tag: 'teams',
      permission: { can: 'people.reveal' },
      secretAnswer: true,
      params: wire.MemberParams,
      body: wire.Reveal,
      answer: wire.Revealed,
      handle: async ({ tx, actor, params, body }) =>
        service.revealMember(tx, actor, doors, { ...params, reason: body.reason }),
    }),
  ];
}
