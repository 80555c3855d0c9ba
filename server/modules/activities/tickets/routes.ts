import { route, type Route } from '#platform/http';
import { ActivityParams } from '../contract.ts';
import type { ActivityDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

export function ticketRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/tickets',
      summary: 'My tickets and those of my household',
      tag: 'activities',
      permission: 'session',
      answer: wire.TicketList,
      handle: async ({ tx, actor, now }) => service.listMyTickets(tx, actor, doors, now),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/activities/:activityId/certificate',
      summary: 'The certificate of a course, to be printed',
      tag: 'activities',
      permission: 'session',
      params: ActivityParams,
      query: wire.CertificateQuery,
      answer: wire.Certificate,
      handle: async ({ tx, actor, params, query, now }) =>
        service.readCertificate(tx, actor, doors, { ...params, who: query.who, now }),
    }),
  ];
}
