import { Readable } from 'node:stream';
import { AreaParams } from '#contract/areas';
import { audit, writeBundle } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import { route, type Route } from '#platform/http';
import { BundleQuery } from './contract.ts';

/** The audit chain, carried away by whoever may read it. */
export function auditRoutes({ tree }: { tree: AreaTree }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/audit/bundle',
      summary: 'The sealed audit rows of an area as text, from which their chain is checked offline',
      tag: 'audit',
      permission: { can: 'audit.read' },
      params: AreaParams,
      query: BundleQuery,
      handle: async ({ tx, actor, params, query, reply }) => {
        const { id: areaId, name } = requireOwner(tree, params.areaId);
        audit(tx, actor, { areaId, act: 'audit.export', detail: { after: query.after } });
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="audit-${areaId}.txt"`)
          .send(Readable.from(writeBundle(tx, { areaId, name, after: query.after })));
      },
    }),
  ];
}
