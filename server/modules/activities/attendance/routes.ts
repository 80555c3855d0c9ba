import type { FastifyRequest } from 'fastify';
import { route, type Route } from '#platform/http';
import type { ActivityDoors } from '../scope/service.ts';
import { SessionParams } from '../sessions/contract.ts';
import * as wire from './contract.ts';
import { checkIn, readAtDoor } from './door/service.ts';
import * as service from './service.ts';

type Doors = ActivityDoors & { addressOf(request: FastifyRequest): string };

const base = '/api/v1/areas/:areaId/activities/:activityId/sessions/:sessionId';

export function attendanceRoutes(doors: Doors): Route[] {
  return [...listRoutes(doors), ...checkInRoutes(doors)];
}

function listRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/door-pass`,
      summary: 'The code the door shows now; it changes every 30 seconds',
      tag: 'activities',
      permission: 'session',
      params: SessionParams,
      answer: wire.DoorPass,
      handle: async ({ tx, actor, params, request, now }) =>
        service.readDoorPassOf(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: `${base}/attendances`,
      summary: 'Who is enrolled and who came to a session',
      tag: 'activities',
      permission: 'session',
      params: SessionParams,
      answer: wire.AttendanceList,
      handle: async ({ tx, actor, params }) => service.readAttendances(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${base}/attendances`,
      summary: 'Tick who came off the list, now or a while ago',
      tag: 'activities',
      permission: 'session',
      params: SessionParams,
      body: wire.AttendanceRecord,
      resent: ['madeAgoSeconds'],
      answer: wire.AttendanceList,
      handle: async ({ tx, actor, params, body }) =>
        service.recordAttendance(tx, actor, doors, { ...params, record: body }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/attendance/day',
      summary: 'The sessions of today at whose doors I may stand',
      tag: 'activities',
      permission: 'session',
      answer: wire.DoorDay,
      handle: async ({ tx, actor, now }) => service.readDoorDay(tx, actor, doors, now),
    }),
  ];
}

function checkInRoutes(doors: Doors): Route[] {
  const path = '/api/v1/areas/:areaId/check-ins/:pass';
  return [
    route({
      method: 'GET',
      path,
      summary: 'What the code of a door is for',
      tag: 'activities',
      permission: 'session',
      params: wire.PassParams,
      answer: wire.AtDoor,
      handle: async ({ tx, actor, params, now }) => readAtDoor(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Check in with the code of the door',
      tag: 'activities',
      permission: 'session',
      params: wire.PassParams,
      body: wire.CheckIn,
      answer: wire.AtDoor,
      handle: async ({ tx, actor, params, body }) => checkIn(tx, actor, doors, { ...params, who: body.who }),
    }),
  ];
}
