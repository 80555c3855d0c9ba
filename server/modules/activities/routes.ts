import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { requireOwner } from '#modules/areas';
import * as wire from './contract.ts';
import { exportColumns } from './lists/rules.ts';
import * as service from './service.ts';

type Doors = service.ActivityDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/activities';

export function activityRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...publishRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Activities between two days, or from now on',
      tag: 'activities',
      permission: 'public',
      params: AreaParams,
      query: wire.ActivityQuery,
      answer: wire.ActivityList,
      handle: async ({ tx, actor, params, query, now }) =>
        service.listActivities(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/:activityId`,
      summary: 'One activity with its text for the group',
      tag: 'activities',
      permission: 'public',
      params: wire.ActivityParams,
      answer: wire.ActivityPage,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readActivity(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/activities/:code',
      summary: 'One activity by its short public code',
      tag: 'activities',
      permission: 'public',
      params: wire.ActivityCode,
      answer: wire.ActivityPage,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readActivityByCode(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
  ];
}

function publishRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/activities.xlsx',
      summary: 'Every activity as an Excel file',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const rows = service.readAllActivities(tx, requireOwner(doors.tree, params.areaId).id);
        return answerSheet(reply, { name: '活动', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Publish an activity',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: AreaParams,
      body: wire.NewActivity,
      answer: wire.ActivityPage,
      status: 201,
      handle: async ({ tx, actor, params, body, request, now }) => {
        const activityId = await service.publishActivity(tx, actor, doors, { areaId: params.areaId, activity: body });
        return service.readActivity(tx, actor, doors, {
          areaId: params.areaId,
          activityId,
          address: doors.addressOf(request),
          now,
        });
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:activityId/withdraw`,
      summary: 'Call an activity off and tell who enrolled',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: wire.ActivityParams,
      body: wire.Withdrawal,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params, body }) => {
        await service.withdrawActivity(tx, actor, doors, { ...params, reason: body.reason });
        return { withdrawn: true };
      },
    }),
  ];
}
