import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import type { AreaTree } from '../service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const permission = { can: 'area.draw' };

export function boundaryRoutes(tree: AreaTree, tiles: string | null): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/map',
      summary: 'Boundaries of an area and of those below it, as GeoJSON',
      tag: 'areas',
      permission: 'public',
      params: AreaParams,
      answer: wire.AreaMap,
      handle: async ({ tx, params }) => service.readAreaMap(tx, tree, params.areaId),
    }),
    route({
      method: 'GET',
      path: '/api/v1/map-ground',
      summary: 'Where pictures of the ground come from',
      tag: 'areas',
      permission: 'public',
      answer: wire.MapGround,
      handle: async () => ({ tiles }),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/areas/:areaId/boundary',
      summary: 'Draw the boundary of an area',
      tag: 'areas',
      permission,
      params: AreaParams,
      body: wire.NewBoundary,
      answer: wire.AreaMap,
      handle: async ({ tx, actor, params, body }) =>
        service.setBoundary(tx, actor, tree, { ...params, ...body, geojson: body.geojson }),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/areas/:areaId/boundary',
      summary: 'Take the boundary of an area away',
      tag: 'areas',
      permission,
      params: AreaParams,
      answer: wire.BoundaryDeleted,
      handle: async ({ tx, actor, params }) => {
        await service.deleteBoundary(tx, actor, tree, params.areaId);
        return { deleted: true };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/boundaries',
      summary: 'Draw an area and those below it from one GeoJSON file',
      tag: 'areas',
      permission,
      params: AreaParams,
      body: wire.BoundaryFile,
      answer: wire.BoundariesSet,
      handle: async ({ tx, actor, params, body }) =>
        service.importBoundaries(tx, actor, tree, { ...params, ...body, geojson: body.geojson }),
    }),
  ];
}
