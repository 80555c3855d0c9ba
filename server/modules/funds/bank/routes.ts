import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#shared/refusal';
import { route, type Permission, type Route } from '#platform/http';
import { answerWrongRows } from '#platform/sheets';
import { FundParams } from '../contract.ts';
import type { FundDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import { fileMissing } from './rules.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/funds/:fundId';
const tag = 'funds';
const permission: Permission = { can: 'fund.read', at: 'anywhere' };

export function bankRoutes(doors: FundDoors): Route[] {
  return [...statementRoutes(doors), ...lineRoutes(doors)];
}

async function readFile(request: FastifyRequest): Promise<{ bytes: Uint8Array; fileName: string; digest: string }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) return refuse(fileMissing);
  const bytes = await part.toBuffer();
  return { bytes, fileName: part.filename.slice(0, 200), digest: createHash('sha256').update(bytes).digest('hex') };
}

function statementRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/statements/check`,
      summary: 'Read a statement of the bank, .xlsx or .csv; nothing is taken in',
      tag,
      permission,
      multipart: true,
      params: FundParams,
      answer: wire.StatementCheck,
      prepare: ({ request }) => readFile(request),
      handle: async ({ tx, actor, params, prepared: { bytes, fileName } }) =>
        service.checkStatement(tx, actor, doors, { ...params, bytes, fileName }),
    }),
    route({
      method: 'POST',
      path: `${base}/statements/problems`,
      summary: 'The rows of a statement that are wrong, as they stood in the file, each with the reason',
      tag,
      permission,
      multipart: true,
      params: FundParams,
      prepare: ({ request }) => readFile(request),
      handle: async ({ tx, actor, params, reply, prepared: { bytes, fileName } }) =>
        answerWrongRows(reply, await service.readWrongRows(tx, actor, doors, { ...params, bytes, fileName })),
    }),
    route({
      method: 'POST',
      path: `${base}/statements`,
      summary: 'Take a statement of the bank in, whole or not at all; the same twice changes nothing',
      tag,
      permission,
      multipart: true,
      params: FundParams,
      answer: wire.StatementCheck,
      status: 201,
      prepare: ({ request }) => readFile(request),
      handle: async ({ tx, actor, params, prepared: { bytes, fileName } }) =>
        service.importStatement(tx, actor, doors, { ...params, bytes, fileName }),
    }),
  ];
}

function lineRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/bank-lines`,
      summary: 'What the bank says, line by line, beside the vouchers',
      tag,
      permission,
      params: FundParams,
      query: wire.BankLineQuery,
      answer: wire.BankLineList,
      handle: async ({ tx, actor, params, query }) => service.listBankLines(tx, actor, doors, { ...params, query }),
    }),
    route({
      method: 'POST',
      path: `${base}/bank-lines/:lineId/match`,
      summary: 'Say that a line of the bank is a voucher’s',
      tag,
      permission,
      params: wire.BankLineParams,
      body: wire.BankMatch,
      answer: wire.BankLineList,
      handle: async ({ tx, actor, params, body }) => {
        await service.matchLine(tx, actor, doors, { ...params, ...body });
        return service.listBankLines(tx, actor, doors, { ...params, query: { open: false, limit: 50 } });
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/bank-lines/:lineId/match`,
      summary: 'Take a match back',
      tag,
      permission,
      params: wire.BankLineParams,
      answer: wire.BankLineList,
      handle: async ({ tx, actor, params }) => {
        await service.unmatchLine(tx, actor, doors, params);
        return service.listBankLines(tx, actor, doors, { ...params, query: { open: false, limit: 50 } });
      },
    }),
  ];
}
