import { route, type Route } from '#platform/http';
import { FundParams } from '../contract.ts';
import type { DisclosureDoors } from '../disclosures/scope/service.ts';
import { BundleQuery } from './contract.ts';
import { readBundle } from './service.ts';

/** What anybody downloads to add up a fund's published months again. */
export function bundleRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/funds/:fundId/bundle',
      summary: 'Published months of a fund as text, from which anybody adds them up again offline',
      tag: 'funds',
      permission: 'public',
      params: FundParams,
      query: BundleQuery,
      handle: async ({ tx, params, query, reply }) => {
        const { text, range } = await readBundle(tx, doors, { ...params, query });
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="accounts-${range.from}-${range.to}.txt"`)
          .send(text);
      },
    }),
  ];
}
