import { route, type Route } from '#platform/http';
import { AreaParams } from '../../areas/contract.ts';
import * as wire from './contract.ts';
import type { MattersContext } from '../list/service.ts';
import { readScreen } from './service.ts';

/** The wall of a city, a district or a street. */
export function screenRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/screen',
      summary: 'The one screen of an area, from roll-ups',
      tag: 'screen',
      permission: { can: 'screen.read' },
      params: AreaParams,
      query: wire.ScreenQuery,
      answer: wire.Screen,
      handle: ({ tx, params, query, now }) =>
        readScreen(tx, context, { areaId: params.areaId, period: query.period, now }),
    }),
  ];
}
