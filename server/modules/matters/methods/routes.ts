import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { AreaParams } from '../../areas/contract.ts';
import * as wire from './contract.ts';
import type { MattersContext } from '../list/service.ts';
import { adoptFor, listMethods, previewFor, readMethod } from './service.ts';

const ofArea = z.object({ area: z.string().max(64).optional() });

/** The library of methods: pages, adoption, copy and change. */
export function methodRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/methods',
      summary: 'Every method of the library',
      tag: 'methods',
      permission: 'public',
      query: ofArea,
      answer: z.object({ items: z.array(wire.MethodSummary) }),
      handle: async ({ tx, query }) => ({ items: await listMethods(tx, context, query.area) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/methods/:id',
      summary: 'A method: definition, diagram, sources, who uses it',
      tag: 'methods',
      permission: 'public',
      params: z.object({ id: z.string().max(80) }),
      query: ofArea,
      answer: wire.MethodPage,
      handle: ({ tx, params, query, now }) => readMethod(tx, context, { id: params.id, areaId: query.area, now }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/adoptions/preview',
      summary: 'What adopting with these settings would change',
      tag: 'methods',
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: wire.AdoptMethod,
      answer: wire.AdoptionPreview,
      handle: ({ tx, params, body }) => previewFor(tx, context, params.areaId, body),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/adoptions',
      summary: 'Adopt a method, copied and changed where it may be',
      tag: 'methods',
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: wire.AdoptMethod,
      answer: wire.MethodSummary,
      status: 201,
      handle: ({ tx, actor, params, body }) => adoptFor(tx, context, actor, { areaId: params.areaId, wanted: body }),
    }),
  ];
}
