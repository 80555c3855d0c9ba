import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { AreaParams } from '../../areas/contract.ts';
import * as wire from './contract.ts';
import type { MattersContext } from '../list/service.ts';
import { listPublic, readFace, readTrace } from './service.ts';

/** What everybody may see of matters, without a login. */
export function traceRoutes(context: MattersContext, addressOf: (request: FastifyRequest) => string): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/traces/:code',
      summary: 'The public page of one story',
      tag: 'public',
      permission: 'public',
      params: z.object({ code: z.string().min(6).max(20) }),
      answer: wire.Trace,
      handle: ({ tx, params, now, request }) =>
        readTrace(tx, context, { code: params.code, now, origin: addressOf(request) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/face',
      summary: 'Solved near you, and the month in figures',
      tag: 'public',
      permission: 'public',
      params: AreaParams,
      answer: wire.CommunityFace,
      handle: ({ tx, params, now }) => readFace(tx, context, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/public-matters',
      summary: 'The matters behind the public figures',
      tag: 'public',
      permission: 'public',
      params: AreaParams,
      query: wire.PublicMatterQuery,
      answer: wire.PublicMatterList,
      handle: ({ tx, params, query, now }) =>
        listPublic(tx, context, {
          areaId: params.areaId,
          state: query.state,
          cursor: query.cursor ?? null,
          limit: query.limit,
          now,
        }),
    }),
  ];
}
