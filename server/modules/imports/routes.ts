import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#shared/refusal';
import { route, type Permission, type Route } from '#platform/http';
import { answerWrongRows, asSheet } from '#platform/sheets';
import * as wire from './contract.ts';
import { importKinds } from './kinds/rules.ts';
import { fileMissing } from './rules.ts';
import {
  cancelImport,
  listImports,
  readImportPage,
  readWrongRows,
  stageImport,
  startImport,
  type ImportDoors,
} from './service.ts';
import { makeTemplate } from './template/service.ts';

const tag = 'imports';
const base = '/api/v1/areas/:areaId/imports';
const one = `${base}/:importId`;
const permission: Permission = { can: 'record.import' };

export function importRoutes(doors: ImportDoors): Route[] {
  return [...fileRoutes(doors), problemsRoute(doors), ...runRoutes()];
}

function fileRoutes(doors: ImportDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/kinds`,
      summary: 'What can be brought in from Excel, and its columns',
      tag,
      permission,
      params: wire.AreaParams,
      answer: wire.ImportKinds,
      handle: async () => ({ items: Object.values(importKinds) }),
    }),
    route({
      method: 'GET',
      path: `${base}/kinds/:kind/template`,
      summary: 'An empty workbook of a kind, to fill in',
      tag,
      permission,
      params: wire.KindParams,
      handle: async ({ params, reply }) =>
        asSheet(reply, `${importKinds[params.kind].name}模板`).send(await makeTemplate(doors.tree, params)),
    }),
    route({
      method: 'POST',
      path: `${base}/kinds/:kind`,
      summary: 'Read and check a workbook of at most 12 MB; nothing is taken in yet',
      tag,
      permission,
      multipart: true,
      params: wire.KindParams,
      answer: wire.ImportPage,
      status: 201,
      async prepare({ request }) {
        const file = await readFile(request);
        return { ...file, digest: createHash('sha256').update(file.bytes).digest('hex') };
      },
      handle: async ({ tx, actor, params, prepared: { bytes, fileName } }) =>
        stageImport(tx, doors, actor, { ...params, bytes, fileName }),
    }),
  ];
}

function problemsRoute(doors: ImportDoors): Route {
  return route({
    method: 'GET',
    path: `${one}/problems`,
    summary: 'The rows that are wrong, as they stood in the file, each with the reason',
    tag,
    permission,
    params: wire.ImportParams,
    async handle({ tx, params, reply }) {
      const wrong = await readWrongRows(tx, doors, { areaId: params.areaId, id: params.importId });
      return answerWrongRows(reply, wrong);
    },
  });
}

function runRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Imports of a community, the newest first',
      tag,
      permission,
      params: wire.AreaParams,
      query: wire.ImportListQuery,
      answer: wire.ImportList,
      handle: async ({ tx, params, query }) => listImports(tx, params.areaId, query),
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'How far an import is, and its first problems',
      tag,
      permission,
      params: wire.ImportParams,
      answer: wire.ImportPage,
      handle: async ({ tx, params }) => readImportPage(tx, params.areaId, params.importId),
    }),
    route({
      method: 'POST',
      path: `${one}/start`,
      summary: 'Take in the rows that are right',
      tag,
      permission,
      params: wire.ImportParams,
      body: wire.ImportStart,
      answer: wire.ImportPage,
      handle: async ({ tx, actor, params, body }) =>
        startImport(tx, actor, { areaId: params.areaId, id: params.importId, ...body }),
    }),
    route({
      method: 'POST',
      path: `${one}/cancel`,
      summary: 'Stop an import; what is in stays in',
      tag,
      permission,
      params: wire.ImportParams,
      answer: wire.ImportPage,
      handle: async ({ tx, actor, params }) => cancelImport(tx, actor, { areaId: params.areaId, id: params.importId }),
    }),
  ];
}

async function readFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; fileName: string }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) return refuse(fileMissing);
  return { bytes: await part.toBuffer(), fileName: part.filename };
}
