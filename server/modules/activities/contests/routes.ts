import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import type { ActivityDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/activities/:activityId/contest';
const tag = 'activities';

export function contestRoutes(doors: ActivityDoors): Route[] {
  return [...entryRoutes(doors), ...juryRoutes(doors)];
}

function entryRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'A contest with its works, and what may be done now',
      tag,
      permission: 'public',
      params: wire.ContestParams,
      answer: wire.ContestPage,
      handle: async ({ tx, actor, params, now }) => service.readContest(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/entries`,
      summary: 'Hand a work in',
      tag,
      permission: 'session',
      params: wire.ContestParams,
      body: wire.EntryInput,
      answer: wire.ContestPage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.handIn(tx, actor, doors, { ...params, entry: body });
        return service.readContest(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/entries/:entryId`,
      summary: 'Take my work back',
      tag,
      permission: 'session',
      params: wire.EntryParams,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params }) => {
        await service.takeBack(tx, actor, doors, params);
        return { withdrawn: true };
      },
    }),
  ];
}

function juryRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/jurors',
      summary: 'Who may be asked to judge',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      answer: wire.JurorChoices,
      handle: async ({ params }) => service.listJurors(doors, { areaId: params.areaId }),
    }),
    route({
      method: 'PUT',
      path: base,
      summary: 'Say how a contest takes entries and is judged',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.ContestParams,
      body: wire.ContestInput,
      answer: z.object({ set: z.boolean() }),
      handle: async ({ tx, actor, params, body }) => {
        await service.setContest(tx, actor, doors, { ...params, contest: body });
        return { set: true };
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/entries/:entryId/score`,
      summary: 'What a juror gives a work',
      tag,
      permission: 'session',
      params: wire.EntryParams,
      body: wire.Points,
      answer: wire.ContestPage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.scoreEntry(tx, actor, doors, { ...params, points: body.points });
        return service.readContest(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'POST',
      path: `${base}/result`,
      summary: 'Let the result stand and honour the best of each band',
      tag,
      permission: { can: 'activity.approve' },
      params: wire.ContestParams,
      answer: wire.ContestPage,
      handle: async ({ tx, actor, params, now }) => {
        await service.giveResult(tx, actor, doors, params);
        return service.readContest(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}
