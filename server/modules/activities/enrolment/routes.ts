import type { FastifyRequest } from 'fastify';
import { route, type Route } from '#platform/http';
import * as wire from '../contract.ts';
import type { ActivityDoors } from '../scope/service.ts';
import { readActivity } from '../service.ts';
import { Enrolling, SeatsChange, SeatsChanged, WhoQuery } from './contract.ts';
import * as service from './service.ts';

type Doors = ActivityDoors & { addressOf(request: FastifyRequest): string };

const base = '/api/v1/areas/:areaId/activities/:activityId';
const own = {
  tag: 'activities',
  permission: 'session',
  params: wire.ActivityParams,
  answer: wire.ActivityPage,
} as const;

export function enrolmentRoutes(doors: Doors): Route[] {
  return [...ownRoutes(doors), ...deskRoutes(doors)];
}

function ownRoutes(doors: Doors): Route[] {
  return [
    route({
      ...own,
      method: 'POST',
      path: `${base}/enrolment`,
      summary: 'Enrol myself, or join the waiting list',
      handle: async ({ tx, actor, params, request, now }) => {
        await service.enrol(tx, actor, doors, params);
        return readActivity(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
    route({
      ...own,
      method: 'POST',
      path: `${base}/enrolments`,
      summary: 'Enrol members of my household',
      body: Enrolling,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await service.enrol(tx, actor, doors, { ...params, who: body.who });
        return readActivity(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
    route({
      ...own,
      method: 'DELETE',
      path: `${base}/enrolment`,
      summary: 'Give a seat back, mine or of my household',
      query: WhoQuery,
      handle: async ({ tx, actor, params, query, request, now }) => {
        await service.cancelEnrolment(tx, actor, doors, { ...params, who: query.who });
        return readActivity(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/enrolments',
      summary: 'What I am enrolled in',
      tag: 'activities',
      permission: 'session',
      answer: wire.ActivityList,
      handle: async ({ tx, actor, now }) => service.listMyEnrolments(tx, actor, now),
    }),
  ];
}

function deskRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'PUT',
      path: `${base}/seats`,
      summary: 'Change how many seats there are; who waits gets the new ones in order',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: wire.ActivityParams,
      body: SeatsChange,
      answer: SeatsChanged,
      handle: async ({ tx, actor, params, body }) => service.changeSeats(tx, actor, doors, { ...params, ...body }),
    }),
  ];
}
