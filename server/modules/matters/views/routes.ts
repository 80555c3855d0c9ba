import { route, type Route } from '#platform/http';
import type { MattersContext } from '../list/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId';
// A grid worker holds her role at the grid; what a list shows is the list's to decide.
const permission = { can: 'matter.read', at: 'anywhere' } as const;

export function viewRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/views`,
      summary: 'Saved views of a list: one’s own and the area’s',
      tag: 'matters',
      permission,
      params: wire.ViewsParams,
      query: wire.ViewsQuery,
      answer: wire.SavedViewList,
      handle: async ({ tx, actor, params, query }) => service.listViews(tx, actor, context, { ...params, ...query }),
    }),
    route({
      method: 'POST',
      path: `${base}/views`,
      summary: 'Keep a view under a name',
      tag: 'matters',
      permission,
      params: wire.ViewsParams,
      body: wire.NewView,
      answer: wire.SavedView,
      status: 201,
      handle: async ({ tx, actor, params, body }) => service.saveView(tx, actor, context, { ...params, view: body }),
    }),
    ...oneViewRoutes(context),
  ];
}

function oneViewRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'PATCH',
      path: `${base}/views/:viewId`,
      summary: 'Rename a saved view or keep other filters under it',
      tag: 'matters',
      permission,
      params: wire.ViewParams,
      body: wire.ViewChange,
      answer: wire.SavedView,
      handle: async ({ tx, actor, params, body }) =>
        service.changeView(tx, actor, context, { ...params, change: body }),
    }),
    route({
      method: 'DELETE',
      path: `${base}/views/:viewId`,
      summary: 'Delete a saved view',
      tag: 'matters',
      permission,
      params: wire.ViewParams,
      answer: wire.ViewDeleted,
      handle: async ({ tx, actor, params }) => {
        await service.deleteView(tx, actor, context, params);
        return { deleted: true };
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/view-start`,
      summary: 'Set with which view one’s list begins',
      tag: 'matters',
      permission,
      params: wire.ViewsParams,
      body: wire.ViewStart,
      answer: wire.ViewStarted,
      handle: async ({ tx, actor, params, body }) => service.startWith(tx, actor, context, { ...params, start: body }),
    }),
  ];
}
