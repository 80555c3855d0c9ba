import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import type { AreaTree } from '#modules/areas';
import { ReadingInput, ReadingWall } from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/readings';
const tag = 'activities';

export function readingRoutes(doors: { tree: AreaTree }): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The reading wall: which family read what, and how many days in a row',
      tag,
      permission: 'public',
      params: AreaParams,
      answer: ReadingWall,
      handle: async ({ tx, actor, params, now }) => service.readWall(tx, actor, doors, { areaId: params.areaId, now }),
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Check my family in for today',
      tag,
      permission: 'session',
      params: AreaParams,
      body: ReadingInput,
      answer: ReadingWall,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.checkIn(tx, actor, doors, { areaId: params.areaId, reading: body });
        return service.readWall(tx, actor, doors, { areaId: params.areaId, now });
      },
    }),
  ];
}
