import type { Actor } from '#shared/actor';
import { AreaParams } from '#contract/areas';
import type { Reader } from '#platform/database';
import { route, type Route } from '#platform/http';
import type { AreaTree } from '#modules/areas';
import { NearbyPage, NearbyQuery } from './contract.ts';
import { listNearby } from './service.ts';

type Doors = {
  tree: AreaTree;
  /** The building somebody lives in, where it is known. */
  homeBuildingOf(reader: Reader, actor: Actor): Promise<string | null>;
};

export function nearbyRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/nearby',
      summary: 'What takes place on a day within fifteen minutes on foot',
      tag: 'activities',
      permission: 'public',
      params: AreaParams,
      query: NearbyQuery,
      answer: NearbyPage,
      handle: async ({ tx, actor, params, query, now }) => {
        const homeBuildingId = await doors.homeBuildingOf(tx, actor);
        return listNearby(tx, actor, doors, { areaId: params.areaId, query, now, homeBuildingId });
      },
    }),
  ];
}
