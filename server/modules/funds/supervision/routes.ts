import { z } from 'zod';
import { route, type Route } from '#platform/http';
import { NewRecord } from '#contract/registers';
import type { Values } from '#kernel-contract/workflow';
import { FundParams } from '../contract.ts';
import type { DisclosureDoors } from '../disclosures/scope/service.ts';
import { PartParams, Supervision } from './contract.ts';
import { enterSupervision, readSupervision } from './service.ts';

const base = '/api/v1/areas/:areaId/funds/:fundId/supervision';
const reads = { can: 'fund.read', at: 'anywhere' };

export function supervisionRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'What the supervision group looked at, and the log of the seal',
      tag: 'funds',
      permission: reads,
      params: FundParams,
      answer: Supervision,
      handle: async ({ tx, actor, params, now }) => readSupervision(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/:part`,
      summary: 'Enter what the supervision group looked at, or a use of the seal',
      tag: 'funds',
      permission: reads,
      params: PartParams,
      body: NewRecord,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await enterSupervision(tx, actor, doors, { ...params, form: body.form as Values }),
      }),
    }),
  ];
}
