import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import type { TeamDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

type Doors = TeamDoors & { addressOf(request: FastifyRequest): string };

const base = '/api/v1/areas/:areaId/works';
const Done = z.object({ done: z.boolean() });

export function workRoutes(doors: Doors): Route[] {
  return [...galleryRoutes(doors), ...handInRoutes(doors)];
}

function galleryRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The gallery of a community, the newest first',
      tag: 'works',
      permission: 'public',
      params: AreaParams,
      query: wire.WorkQuery,
      answer: wire.WorkList,
      handle: async ({ tx, actor, params, query }) => service.listWorks(tx, actor, doors, { ...params, query }),
    }),
    route({
      method: 'GET',
      path: `${base}/:workId`,
      summary: 'One work',
      tag: 'works',
      permission: 'public',
      params: wire.WorkParams,
      answer: wire.WorkPage,
      handle: async ({ tx, actor, params, request }) =>
        service.readWork(tx, actor, doors, { ...params, address: doors.addressOf(request) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/work-words',
      summary: 'Kinds and themes of works',
      tag: 'works',
      permission: 'public',
      answer: wire.WorkWords,
      handle: async () => ({ kinds: doors.words.works, themes: doors.words.themes }),
    }),
  ];
}

function handInRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/works',
      summary: 'What I have handed in',
      tag: 'works',
      permission: 'session',
      answer: wire.WorkList,
      handle: async ({ tx, actor }) => service.listMyWorks(tx, actor, doors),
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Hand a work in; it hangs once it was looked at',
      tag: 'works',
      permission: 'session',
      params: AreaParams,
      body: wire.WorkForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.submitWork(tx, actor, doors, { ...params, work: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${base}/:workId/decision`,
      summary: 'Hang a work, give it back, or take it down',
      tag: 'works',
      permission: 'session',
      params: wire.WorkParams,
      body: wire.WorkDecision,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.decideWork(tx, actor, doors, { ...params, decision: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:workId/performances`,
      summary: 'Note where a work was performed',
      tag: 'works',
      permission: { can: 'work.publish' },
      params: wire.WorkParams,
      body: wire.PerformanceForm,
      answer: Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.notePerformance(tx, actor, doors, { ...params, performance: body });
        return { done: true };
      },
    }),
  ];
}
