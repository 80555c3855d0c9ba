import { route, type Route } from '#platform/http';
import { MyHome } from './contract.ts';
import { readMyHome, type HomeDoors } from './service.ts';

export function homeRoutes(doors: HomeDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/home',
      summary: 'My page: grid worker, household, open matters, what is on',
      tag: 'people',
      permission: 'session',
      answer: MyHome,
      handle: async ({ tx, actor, now }) => readMyHome(tx, actor, doors, now),
    }),
  ];
}
