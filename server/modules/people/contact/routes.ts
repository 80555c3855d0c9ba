import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { ContactCard, ContactQuery } from './contract.ts';
import { readContactCard, type ContactDoors } from './service.ts';

export function contactRoutes(doors: ContactDoors): Route[] {
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
  ];
}
