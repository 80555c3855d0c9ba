import { route, type Route } from '#platform/http';
import type { ActivityDoors } from '../scope/service.ts';
import { Recommended } from './contract.ts';
import { readRecommended } from './service.ts';

export function recommendedRoutes(doors: ActivityDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/recommended',
      summary: 'Activities for me, with the reasons',
      tag: 'activities',
      permission: 'session',
      answer: Recommended,
      handle: async ({ tx, actor, now }) => readRecommended(tx, actor, doors, now),
    }),
  ];
}
