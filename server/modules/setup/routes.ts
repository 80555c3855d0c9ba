import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Accounts } from '#modules/accounts';
import { preparePassword } from '#modules/accounts/passwords';
import { route, type Route } from '#platform/http';
import { AreaParams, Founded, Founding, PackChoice, SetupPage, SetupState } from './contract.ts';
import { adoptPack, found, isOpen, readSetup, type SetupDoors } from './service.ts';

const tag = 'setup';
const path = '/api/v1/areas/:areaId/setup';

export function setupRoutes(doors: SetupDoors, accounts: Accounts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/setup',
      summary: 'Whether this system still has to be founded',
      tag,
      permission: 'public',
      answer: SetupState,
      handle: async ({ tx }) => ({ open: await isOpen(tx) }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/setup',
      summary: 'Found the first community and its administrator',
      tag,
      permission: 'public',
      body: Founding,
      answer: Founded,
      secretAnswer: true,
      status: 201,
      prepare: ({ body, request }) =>
        preparePassword(accounts, { password: body.password, username: body.username, ip: request.ip }),
      async handle({ tx, body, prepared: passwordHash }) {
        const { id, name } = await found(tx, doors, { founding: body, passwordHash, random: randomBytes });
        return { areaId: id, name };
      },
    }),
    route({
      method: 'GET',
      path,
      summary: 'What a community still lacks, and the packs it may begin with',
      tag,
      permission: { can: 'account.manage' },
      params: AreaParams,
      answer: SetupPage,
      handle: async ({ tx, params }) => readSetup(tx, doors, params.areaId),
    }),
    route({
      method: 'POST',
      path: `${path}/packs`,
      summary: 'Adopt the methods of a starter pack',
      tag,
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: PackChoice,
      answer: z.object({ adopted: z.number() }),
      handle: async ({ tx, actor, params, body }) =>
        adoptPack(tx, doors, actor, { areaId: params.areaId, pack: body.pack }),
    }),
  ];
}
