import type { FastifyRequest } from 'fastify';
import { route, type Route } from '#platform/http';
import { ActivityPage } from '../contract.ts';
import type { ActivityDoors } from '../scope/service.ts';
import { readActivity } from '../service.ts';
import { SessionMove, SessionParams } from './contract.ts';
import { moveSession } from './service.ts';

type Doors = ActivityDoors & { addressOf(request: FastifyRequest): string };

export function sessionRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'PUT',
      path: '/api/v1/areas/:areaId/activities/:activityId/sessions/:sessionId',
      summary: 'Move a session to another time or place and tell who enrolled',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: SessionParams,
      body: SessionMove,
      answer: ActivityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await moveSession(tx, actor, doors, { ...params, move: body });
        return readActivity(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}
