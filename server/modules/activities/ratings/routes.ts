import { route, type Route } from '#platform/http';
import { ActivityParams } from '../contract.ts';
import type { ActivityDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/activities/:activityId';

export function ratingRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'PUT',
      path: `${base}/rating`,
      summary: 'Rate an activity I came to',
      tag: 'activities',
      permission: 'session',
      params: ActivityParams,
      body: wire.NewRating,
      answer: wire.NewRating,
      handle: async ({ tx, actor, params, body }) => {
        await service.rateActivity(tx, actor, doors, { ...params, rating: body });
        return body;
      },
    }),
    route({
      method: 'GET',
      path: `${base}/ratings`,
      summary: 'What those who came said',
      tag: 'activities',
      permission: { can: 'activity.publish' },
      params: ActivityParams,
      answer: wire.RatingList,
      handle: async ({ tx, params }) => service.listRatings(tx, params),
    }),
  ];
}
