import { z } from 'zod';
import { route, type Route } from '#platform/http';
import type { ActivityDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/activities/:activityId/stalls';
const tag = 'activities';

export function stallRoutes(doors: ActivityDoors): Route[] {
  return [...askRoutes(doors), ...decisionRoutes(doors)];
}

function askRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Stalls of a market day',
      tag,
      permission: 'public',
      params: wire.MarketParams,
      answer: wire.StallList,
      handle: async ({ tx, actor, params, now }) => service.listStalls(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Ask for a stall',
      tag,
      permission: 'session',
      params: wire.MarketParams,
      body: wire.StallInput,
      answer: wire.StallList,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.askStall(tx, actor, doors, { ...params, stall: body });
        return service.listStalls(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/:stallId`,
      summary: 'Take a stall back',
      tag,
      permission: 'session',
      params: wire.StallParams,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params }) => {
        await service.withdrawStall(tx, actor, doors, params);
        return { withdrawn: true };
      },
    }),
  ];
}

function decisionRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/:stallId/decision`,
      summary: 'Accept or refuse a stall',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.StallParams,
      body: wire.StallDecision,
      answer: wire.StallList,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.decideStall(tx, actor, doors, { ...params, decision: body });
        return service.listStalls(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/:stallId/served`,
      summary: 'Keep how many a stall served',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.StallParams,
      body: wire.Served,
      answer: wire.StallList,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.countServed(tx, actor, doors, { ...params, served: body.served });
        return service.listStalls(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}
