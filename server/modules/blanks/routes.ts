import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#shared/refusal';
import { route, type Permission, type Route } from '#platform/http';
import { asSheet } from '#platform/sheets';
import * as wire from './contract.ts';
import { fileMissing } from './rules.ts';
import * as service from './service.ts';

const tag = 'blanks';
const base = '/api/v1/areas/:areaId/blanks';
const one = `${base}/:blankId`;
const permission: Permission = { can: 'blank.fill' };

export function blankRoutes(doors: service.BlankDoors): Route[] {
  return [...takeRoutes(doors), ...choiceRoutes(doors), fillRoute(doors), ...accountRoutes()];
}

function takeRoutes(doors: service.BlankDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Take in a blank form of the upper level and say what of it is known',
      tag,
      permission,
      multipart: true,
      params: wire.AreaParams,
      answer: wire.BlankPage,
      status: 201,
      async prepare({ request }) {
        const file = await readFile(request);
        return { ...file, digest: createHash('sha256').update(file.bytes).digest('hex') };
      },
      handle: async ({ tx, actor, params, prepared }) =>
        service.takeBlank(tx, doors, actor, {
          areaId: params.areaId,
          bytes: prepared.bytes,
          fileName: prepared.fileName,
        }),
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'A form with what fills it, and how it will look; personal data masked',
      tag,
      permission,
      params: wire.BlankParams,
      query: wire.BlankQuery,
      answer: wire.BlankPage,
      handle: async ({ tx, actor, params, query }) =>
        service.readBlankPage(tx, doors, actor, { areaId: params.areaId, id: params.blankId, query }),
    }),
  ];
}

function choiceRoutes(doors: service.BlankDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/headings`,
      summary: 'Say what a heading asks for; remembered in this community',
      tag,
      permission,
      params: wire.BlankParams,
      body: wire.HeadingChoice,
      answer: wire.BlankPage,
      handle: async ({ tx, actor, params, body }) =>
        service.chooseTerm(tx, doors, actor, { areaId: params.areaId, id: params.blankId, ...body }),
    }),
    route({
      method: 'POST',
      path: `${one}/scope`,
      summary: 'Say who or what a form lists, where its title does not',
      tag,
      permission,
      params: wire.BlankParams,
      body: wire.ScopeChoice,
      answer: wire.BlankPage,
      handle: async ({ tx, actor, params, body }) =>
        service.chooseScope(tx, doors, actor, { areaId: params.areaId, id: params.blankId, ...body }),
    }),
  ];
}

function fillRoute(doors: service.BlankDoors): Route {
  return route({
    method: 'POST',
    path: `${one}/fill`,
    summary: 'The form filled, its layout kept; personal data with a reason that is recorded',
    tag,
    permission,
    secretAnswer: true,
    params: wire.BlankParams,
    body: wire.BlankFill,
    async handle({ tx, actor, params, body, reply }) {
      const { bytes, name } = await service.fillBlank(tx, doors, actor, {
        areaId: params.areaId,
        id: params.blankId,
        fill: body,
      });
      asSheet(reply, name);
      return Buffer.from(bytes);
    },
  });
}

function accountRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Forms of a community, the newest first',
      tag,
      permission,
      params: wire.AreaParams,
      query: wire.BlankListQuery,
      answer: wire.BlankList,
      handle: async ({ tx, params, query }) => service.listBlanks(tx, params.areaId, query),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/relief',
      summary: 'What was asked and what was filled, month by month',
      tag,
      permission,
      params: wire.AreaParams,
      answer: wire.Relief,
      handle: async ({ tx, params, now }) => service.readRelief(tx, params.areaId, now),
    }),
  ];
}

async function readFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; fileName: string }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) return refuse(fileMissing);
  return { bytes: await part.toBuffer(), fileName: part.filename };
}
