import { route, type Route } from '#platform/http';
import { AreaParams } from '#contract/areas';
import * as wire from '../contract.ts';
import type { PeopleDoors } from '../scope/service.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId';
// A grid worker holds her role at the grid, not at the community of the path: the service finds out how far she sees.
const may = (can: string) => ({ can, at: 'anywhere' as const });

export function residentRoutes(doors: PeopleDoors): Route[] {
  return [...listRoutes(doors), ...oneResidentRoutes(doors)];
}

function listRoutes(doors: PeopleDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/people`,
      summary: 'Residents in order of their address, masked',
      tag: 'people',
      permission: may('people.read'),
      params: AreaParams,
      query: wire.PersonQuery,
      answer: wire.PersonList,
      handle: async ({ tx, actor, params, query }) =>
        service.listPeople(tx, actor, doors, { areaId: params.areaId, query }),
    }),
    route({
      method: 'POST',
      path: `${base}/people/search`,
      summary: 'Find residents by telephone, citizen number or name',
      tag: 'people',
      permission: may('people.read'),
      params: AreaParams,
      body: wire.PersonSearch,
      answer: wire.PersonList,
      handle: async ({ tx, actor, params, body }) =>
        service.searchPeople(tx, actor, doors, { areaId: params.areaId, search: body }),
    }),
    route({
      method: 'POST',
      path: `${base}/people`,
      summary: 'Register a resident',
      tag: 'people',
      permission: may('people.write'),
      params: AreaParams,
      body: wire.NewPerson,
      answer: wire.MaskedPerson,
      status: 201,
      handle: async ({ tx, actor, params, body }) =>
        service.createPerson(tx, actor, doors, { areaId: params.areaId, person: body }),
    }),
  ];
}

function oneResidentRoutes(doors: PeopleDoors): Route[] {
  return [
    route({
      method: 'PATCH',
      path: `${base}/people/:personId`,
      summary: 'Change a resident',
      tag: 'people',
      permission: may('people.write'),
      params: wire.PersonParams,
      body: wire.PersonChange,
      answer: wire.MaskedPerson,
      handle: async ({ tx, actor, params, body }) =>
        service.changePerson(tx, actor, doors, { ...params, change: body }),
    }),
    route({
      method: 'POST',
      path: `${base}/people/:personId/reveal`,
      summary: 'Open one sealed field, with a reason that is recorded',
      tag: 'people',
      permission: may('people.reveal'),
      params: wire.PersonParams,
      body: wire.Reveal,
      answer: wire.Revealed,
      secretAnswer: true,
      handle: async ({ tx, actor, params, body }) => service.revealField(tx, actor, doors, { ...params, reveal: body }),
    }),
  ];
}
