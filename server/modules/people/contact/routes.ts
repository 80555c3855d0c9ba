import { AreaParams } from '#contract/areas';
import type { FastifyRequest } from 'fastify';
import { route, type Route } from '#platform/http';
import { ContactCard, ContactQuery, DoorNoticeList, DoorNoticeQuery } from './contract.ts';
import { listDoorNotices, readContactCard, type ContactDoors } from './service.ts';

type ContactRouteDoors = ContactDoors & { addressOf(request: FastifyRequest): string };

export function contactRoutes(doors: ContactRouteDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/grid-worker',
      summary: 'The contact card of a building: my grid worker',
      tag: 'people',
      permission: 'public',
      params: AreaParams,
      query: ContactQuery,
      answer: ContactCard,
      handle: async ({ params, query, now }) =>
        readContactCard(doors, { areaId: params.areaId, placeId: query.building ?? null, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/door-notices',
      summary: 'What hangs in the hall of each building: whom to call, and a QR to report from there',
      tag: 'people',
      permission: { can: 'people.read', at: 'anywhere' },
      params: AreaParams,
      query: DoorNoticeQuery,
      answer: DoorNoticeList,
      handle: async ({ params, query, request, now }) => ({
        items: listDoorNotices(doors, {
          areaId: params.areaId,
          within: query.building ?? query.grid ?? null,
          address: doors.addressOf(request),
          now,
        }),
      }),
    }),
  ];
}
