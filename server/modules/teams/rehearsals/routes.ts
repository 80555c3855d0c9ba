import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { TeamParams } from '../contract.ts';
import type { TeamDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const path = '/api/v1/areas/:areaId/teams/:teamId/rehearsals';

export function rehearsalRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'GET',
      path,
      summary: 'The rehearsals of the last twelve months, for the leader and the office',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      answer: wire.RehearsalList,
      handle: async ({ tx, actor, params, now }) => service.listRehearsals(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/teams/:teamId/bookings',
      summary: 'Book a venue in the name of the team',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      body: wire.HallForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.bookHall(tx, actor, doors, { ...params, hall: body }),
      }),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Record a rehearsal with who came',
      tag: 'teams',
      permission: 'session',
      params: TeamParams,
      body: wire.RehearsalForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.recordRehearsal(tx, actor, doors, { ...params, rehearsal: body }),
      }),
    }),
  ];
}
