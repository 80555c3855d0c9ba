import { route, type Route } from '#platform/http';
import { AreaParams } from '#contract/areas';
import * as wire from '../contract.ts';
import type { PeopleDoors } from '../scope/service.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId';
// A grid worker holds her role at the grid, not at the community of the path: the service finds out how far she sees.
const may = (can: string) => ({ can, at: 'anywhere' as const });

export function householdRoutes(doors: PeopleDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/households`,
      summary: 'Households in order of their address',
      tag: 'people',
      permission: may('people.read'),
      params: AreaParams,
      query: wire.HouseholdQuery,
      answer: wire.HouseholdList,
      handle: async ({ tx, actor, params, query }) =>
        service.listHouseholds(tx, actor, doors, { areaId: params.areaId, query }),
    }),
    route({
      method: 'GET',
      path: `${base}/households/:householdId`,
      summary: 'One household with its members, masked',
      tag: 'people',
      permission: may('people.read'),
      params: wire.HouseholdParams,
      answer: wire.HouseholdPage,
      handle: async ({ tx, actor, params }) => service.readHousehold(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${base}/households`,
      summary: 'Register a household',
      tag: 'people',
      permission: may('people.write'),
      params: AreaParams,
      body: wire.NewHousehold,
      answer: wire.HouseholdPage,
      status: 201,
      handle: async ({ tx, actor, params, body }) =>
        service.createHousehold(tx, actor, doors, { areaId: params.areaId, household: body }),
    }),
  ];
}
