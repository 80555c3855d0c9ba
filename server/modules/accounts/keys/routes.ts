import { randomBytes } from 'node:crypto';
import { route, type Route } from '#platform/http';
import { AreaParams } from '#contract/areas';
import { ApiKeyList, ApiKeyParams, MadeApiKey, NewApiKey } from './contract.ts';
import { listKeys, makeKey, revokeKey, type KeyDoors } from './service.ts';

const path = '/api/v1/areas/:areaId/api-keys';
const tag = 'accounts';
const permission = { can: 'account.manage' };

/** Keys of other systems: made, looked over and ended by who manages accounts. */
export function keyRoutes(doors: KeyDoors): Route[] {
  return [
    route({
      method: 'POST',
      path,
      summary: 'Make a key for another system, to file by the open standard or to ask this API; it is answered once',
      tag,
      permission,
      params: AreaParams,
      body: NewApiKey,
      answer: MadeApiKey,
      status: 201,
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) =>
        makeKey(tx, doors, actor, { areaId: params.areaId, asked: body, random: randomBytes }),
    }),
    route({
      method: 'GET',
      path,
      summary: 'Keys of other systems',
      tag,
      permission,
      params: AreaParams,
      answer: ApiKeyList,
      handle: ({ tx, actor, params }) => listKeys(tx, doors, actor, params.areaId),
    }),
    route({
      method: 'DELETE',
      path: `${path}/:keyId`,
      summary: 'End a key at once',
      tag,
      permission,
      params: ApiKeyParams,
      answer: ApiKeyList,
      async handle({ tx, actor, params }) {
        await revokeKey(tx, doors.tree, actor, params);
        return listKeys(tx, doors, actor, params.areaId);
      },
    }),
  ];
}
