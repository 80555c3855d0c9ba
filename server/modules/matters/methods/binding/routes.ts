import { z } from 'zod';
import { route, type Route } from '#platform/http';
import type { MattersContext } from '../../list/service.ts';
import * as wire from './contract.ts';
import { bindFor, readBindingPage } from './service.ts';

const params = z.object({ areaId: z.string().max(64), id: z.string().max(80) });
const path = '/api/v1/areas/:areaId/methods/:id/bindings';

/** What an area asks of a method in its subtree. */
export function bindingRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path,
      summary: 'What the areas above ask of a method, and who below does not keep to it',
      tag: 'methods',
      permission: { can: 'method.read' },
      params,
      answer: wire.BindingPage,
      handle: ({ tx, params: { areaId, id } }) => readBindingPage(tx, context, { areaId, method: id }),
    }),
    route({
      method: 'POST',
      path,
      summary: 'Bind the communities below to a method; asking nothing lifts it',
      tag: 'methods',
      permission: { can: 'method.bind' },
      params,
      body: wire.BindMethod,
      answer: wire.BindingPage,
      handle: ({ tx, actor, params: { areaId, id }, body }) =>
        bindFor(tx, context, actor, { areaId, method: id, wanted: body }),
    }),
  ];
}
