import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { requireOwner } from '#modules/areas';
import type { ActivityDoors } from '../scope/service.ts';
import { ActivityFigures, FiguresQuery } from './contract.ts';
import { readActivityFigures } from './service.ts';

export function factRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/participation',
      summary: 'Who took part in a year: people, attendances and the rate of participation',
      tag: 'activities',
      permission: { can: 'report.read' },
      params: AreaParams,
      query: FiguresQuery,
      answer: ActivityFigures,
      handle: async ({ tx, params, query }) =>
        readActivityFigures(tx, { areaId: requireOwner(doors.tree, params.areaId).id, year: query.year }),
    }),
  ];
}
