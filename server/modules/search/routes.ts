import { route, type Route } from '#platform/http';
import type { MattersContext } from '#modules/matters/list';
import { SearchAnswer, SearchQuery } from './contract.ts';
import { search } from './service.ts';

export function searchRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/search',
      summary: 'Find matters, places, notices, activities, methods and households by their words',
      tag: 'search',
      permission: 'public',
      query: SearchQuery,
      answer: SearchAnswer,
      handle: async ({ tx, actor, query, now }) => search(tx, context, actor, { query, now }),
    }),
  ];
}
