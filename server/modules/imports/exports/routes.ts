import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { audit } from '#kernel/audit';
import type { Accounts } from '#modules/accounts';
import type { PeopleDoors } from '#modules/people';
import { AreaParams } from '../contract.ts';
import { ResidentsExport } from './contract.ts';
import * as service from './service.ts';

const tag = 'imports';
const base = '/api/v1/areas/:areaId/exports';

/** Lists carried away as Excel, under the columns by which they are brought in. */
export function exportRoutes(doors: PeopleDoors, accounts: Accounts): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/residents`,
      summary: 'The residents as a workbook; in clear with a reason that is recorded, else masked',
      tag,
      permission: { can: 'people.read', at: 'anywhere' },
      // A stream goes on after the answer has begun; what is recorded is written before it.
      outsideTransaction: true,
      params: AreaParams,
      body: ResidentsExport,
      handle: async ({ tx, actor, params, body, now, reply }) => {
        const rows = service.exportResidents(tx, actor, doors, { areaId: params.areaId, reason: body.reason ?? null });
        return answerSheet(reply, { name: '住户和居民', columns: service.columnsOf('residents'), rows, now });
      },
    }),
    route({
      method: 'GET',
      path: `${base}/places`,
      summary: 'Grids and buildings as a workbook',
      tag,
      permission: { can: 'people.read' },
      params: AreaParams,
      handle: async ({ params, now, reply }) => {
        const rows = service.exportPlaces(doors.tree, params.areaId);
        return answerSheet(reply, { name: '网格和楼栋', columns: service.columnsOf('places'), rows, now });
      },
    }),
    route({
      method: 'GET',
      path: `${base}/staff`,
      summary: 'Who holds which role here and below, as a workbook',
      tag,
      permission: { can: 'account.manage' },
      params: AreaParams,
      handle: async ({ tx, actor, params, now, reply }) => {
        audit(tx, actor, { areaId: doors.tree.ownerOf(params.areaId), act: 'account.export' });
        const rows = service.exportStaff(tx, accounts, params.areaId);
        return answerSheet(reply, { name: '账号与权限', columns: service.staffColumns, rows, now });
      },
    }),
  ];
}
