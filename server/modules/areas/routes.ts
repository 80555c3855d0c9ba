import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { Area, AreaAliases, AreaList, AreaPage, AreaParams, AreaQuery, NewArea, SpotList } from './contract.ts';
import { createArea, listAreas, listSpots, nameAliases, readAreaPage, type AreaTree } from './service.ts';

export function areaRoutes(tree: AreaTree): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas',
      summary: 'List areas by level, parent or ancestor',
      tag: 'areas',
      permission: 'public',
      query: AreaQuery,
      answer: AreaList,
      handle: async ({ query }) => ({ items: listAreas(tree, query) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId',
      summary: 'One area with its ancestors and published figures',
      tag: 'areas',
      permission: 'public',
      params: AreaParams,
      answer: AreaPage,
      handle: async ({ tx, params }) => readAreaPage(tx, tree, params.areaId),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/spots',
      summary: 'Buildings, estates and lamp-posts one can point at',
      tag: 'areas',
      permission: 'public',
      params: AreaParams,
      query: z.object({ q: z.string().max(50).default('') }),
      answer: SpotList,
      handle: async ({ params, query }) => ({ items: listSpots(tree, params.areaId, query.q) }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/areas',
      summary: 'Add an area below this one',
      tag: 'areas',
      permission: { can: 'area.manage' },
      params: AreaParams,
      body: NewArea,
      answer: Area,
      status: 201,
      handle: ({ tx, actor, params, body }) =>
        createArea(tx, actor, tree, { parentId: params.areaId, area: body, random: randomBytes }),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/areas/:areaId/aliases',
      summary: 'Say how else the name of a unit is written',
      tag: 'areas',
      permission: { can: 'area.manage' },
      params: AreaParams,
      body: AreaAliases,
      answer: Area,
      handle: ({ tx, actor, params, body }) =>
        nameAliases(tx, actor, tree, { areaId: params.areaId, aliases: body.aliases }),
    }),
  ];
}
