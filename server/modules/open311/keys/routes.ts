import { randomBytes } from 'node:crypto';
import { route, type Route } from '#platform/http';
import { AreaParams } from '#contract/areas';
import type { AreaTree } from '#modules/areas';
import { ApiKeyList, ApiKeyParams, MadeApiKey, NewApiKey } from './contract.ts';
import { listKeys, makeKey, revokeKey } from './service.ts';

const path = '/api/v1/areas/:areaId/api-keys';
const tag = 'open311';
const permission = { can: 'account.manage' };

/** Keys of other systems: made, looked over and ended by who manages accounts. */
export function keyRoutes(tree: AreaTree): Route[] {
  return [
    route({
      method: 'POST',
      path,
      summary: 'Make a key for another system; it is answered once',
      tag,
      permission,
      params: AreaParams,
      body: NewApiKey,
      answer: MadeApiKey,
      status: 201,
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) =>
        makeKey(tx, tree, actor, { areaId: params.areaId, asked: body, random: randomBytes }),
    }),
    route({
      method: 'GET',
      path,
      summary: 'Keys of other systems',
      tag,
      permission,
      params: AreaParams,
      answer: ApiKeyList,
      handle: async ({ tx, params }) => ({ items: await listKeys(tx, tree, params.areaId) }),
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
        await revokeKey(tx, tree, actor, params);
        return { items: await listKeys(tx, tree, params.areaId) };
      },
    }),
  ];
}
