import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import * as wire from './contract.ts';
import { exportColumns } from './lists/rules.ts';
import * as service from './service.ts';

type Doors = service.TeamDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/teams';
const Done = z.object({ done: z.boolean() });

export function teamRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...reviewRoutes(doors), ...officeRoutes(doors), ...honourRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The teams of a community, those that look for members first',
      tag: 'teams',
      permission: 'public',
      params: AreaParams,
      query: wire.TeamQuery,
      answer: wire.TeamList,
      handle: async ({ tx, actor, params, query }) => service.listTeams(tx, actor, doors, { ...params, query }),
    }),
    route({
      method: 'GET',
      path: `${base}/:teamId`,
      summary: 'One team with what it does and what I may do',
      tag: 'teams',
      permission: 'public',
      params: wire.TeamParams,
      answer: wire.TeamPage,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readTeam(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/teams',
      summary: 'The teams I belong to or have asked to join',
      tag: 'teams',
      permission: 'session',
      answer: wire.TeamList,
      handle: async ({ tx, actor }) => service.listMyTeams(tx, actor, doors),
    }),
    route({
      method: 'PATCH',
      path: `${base}/:teamId`,
      summary: 'What the leader tells of her team',
      tag: 'teams',
      permission: 'session',
      params: wire.TeamParams,
      body: wire.TeamWordsForm,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.tellTeam(tx, actor, doors, { ...params, words: body });
        return { done: true };
      },
    }),
  ];
}

function reviewRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/team-review',
      summary: 'Every team with whether it counts for the standard, and why not',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: AreaParams,
      answer: wire.TeamReview,
      handle: async ({ tx, params, now }) => service.reviewTeams(tx, doors, { ...params, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/teams.xlsx',
      summary: 'Every team as an Excel file',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const { items } = await service.reviewTeams(tx, doors, { ...params, now });
        const rows = (async function* () {
          yield* items;
        })();
        return answerSheet(reply, { name: '队伍', columns: exportColumns, rows, now });
      },
    }),
  ];
}

function officeRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Note a new team',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: AreaParams,
      body: wire.TeamForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.foundTeam(tx, actor, doors, { ...params, team: body }),
      }),
    }),
    route({
      method: 'PUT',
      path: `${base}/:teamId`,
      summary: 'Change a team',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: wire.TeamParams,
      body: wire.TeamForm,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.changeTeam(tx, actor, doors, { ...params, team: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:teamId/close`,
      summary: 'Close a team',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: wire.TeamParams,
      body: wire.Closing,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.closeTeam(tx, actor, doors, { ...params, reason: body.reason });
        return { done: true };
      },
    }),
  ];
}

function honourRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/:teamId/honours`,
      summary: 'Note an honour of a team',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: wire.TeamParams,
      body: wire.HonourForm,
      answer: Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.addHonour(tx, actor, doors, { ...params, honour: body });
        return { done: true };
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/:teamId/honours/:honourId`,
      summary: 'Take back an honour noted by mistake',
      tag: 'teams',
      permission: { can: 'team.manage' },
      params: wire.HonourParams,
      answer: Done,
      handle: async ({ tx, actor, params }) => {
        await service.withdrawHonour(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}
