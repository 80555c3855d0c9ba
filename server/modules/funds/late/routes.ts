import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import type { DisclosureDoors } from '../disclosures/scope/service.ts';
import { LateAccounts } from './contract.ts';
import { listLate } from './service.ts';

export function lateRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/late-accounts',
      summary: 'The monthly accounts of an area that are late or not there yet, and estates without an account',
      tag: 'funds',
      permission: { can: 'fund.read', at: 'anywhere' },
      params: AreaParams,
      answer: LateAccounts,
      handle: async ({ tx, actor, params, now }) => listLate(tx, actor, doors, { areaId: params.areaId, now }),
    }),
  ];
}
