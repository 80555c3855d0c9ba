import type { FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { FundParams } from '../contract.ts';
import * as wire from './contract.ts';
import * as desk from './desk/contract.ts';
import { listMonths, readMonth } from './desk/service.ts';
import { listAccounts, readAccount, readLine, readSheet, readStatement } from './page/service.ts';
import { approveMonth, checkMonth, draftMonth, returnMonth, type DisclosureDoors } from './service.ts';
import { columns } from './sheet/rules.ts';

type Doors = DisclosureDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/funds/:fundId';
const months = `${base}/months`;
const account = `${base}/account`;
const tag = 'funds';

export function disclosureRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...paperRoutes(doors), ...deskRoutes(doors), ...decisionRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/public-accounts',
      summary: 'The public money of a community: every fund with its balance and the months that are missing',
      tag,
      permission: 'public',
      params: AreaParams,
      answer: wire.AccountList,
      handle: async ({ tx, params, now }) => listAccounts(tx, doors, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: account,
      summary: 'One fund for everybody: its balance, a published month with every line, or a year',
      tag,
      permission: 'public',
      params: FundParams,
      query: wire.AccountQuery,
      answer: wire.AccountPage,
      handle: async ({ tx, params, query, request, now }) =>
        readAccount(tx, doors, { ...params, query, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: `${account}/:month/lines/:seq`,
      summary: 'One line of a published month with its vouchers, and what was asked and answered',
      tag,
      permission: 'public',
      params: wire.LineParams,
      answer: wire.LinePage,
      handle: async ({ tx, actor, params }) => readLine(tx, actor, doors, params),
    }),
  ];
}

function paperRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${account}/:month/sheet.xlsx`,
      summary: 'A published month as an Excel file',
      tag,
      permission: 'public',
      params: wire.MonthParams,
      handle: async ({ tx, params, reply }) => {
        const { name, rows } = await readSheet(tx, doors, params);
        return answerSheet(reply, { name, columns, rows });
      },
    }),
    route({
      method: 'GET',
      path: `${account}/:month/statement`,
      summary: 'A published month word for word: the text its hash is taken of',
      tag,
      permission: 'public',
      params: wire.MonthParams,
      handle: async ({ tx, params, reply }) => {
        const text = await readStatement(tx, doors, params);
        return reply
          .type('text/plain; charset=utf-8')
          .header(
            'content-disposition',
            `attachment; filename="account-${params.month}-${params.fundId.slice(-8)}.txt"`,
          )
          .send(text);
      },
    }),
  ];
}

const reads = { can: 'fund.read', at: 'anywhere' };

function deskRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: months,
      summary: 'The months of a fund, each with what may be done with it',
      tag,
      permission: reads,
      params: FundParams,
      answer: desk.DeskMonthList,
      handle: async ({ tx, actor, params, now }) => listMonths(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'GET',
      path: `${months}/:month`,
      summary: 'A month with its whole account, as drafted or as it would be',
      tag,
      permission: reads,
      params: wire.MonthParams,
      answer: desk.DeskMonthPage,
      handle: async ({ tx, actor, params, request, now }) =>
        readMonth(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
  ];
}

function decisionRoutes(doors: Doors): Route[] {
  const decided = (
    path: string,
    can: string,
    summary: string,
    decide: typeof draftMonth | typeof approveMonth,
  ): Route =>
    route({
      method: 'POST',
      path: `${months}/:month/${path}`,
      summary,
      tag,
      permission: { can, at: 'anywhere' },
      params: wire.MonthParams,
      answer: desk.DeskMonthPage,
      handle: async ({ tx, actor, params, request, now }) => {
        await decide(tx, actor, doors, params);
        return readMonth(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    });
  return [
    decided('draft', 'disclosure.draft', 'Draft the account of a month from the books', draftMonth),
    decided('approve', 'disclosure.approve', 'Publish a month, which closes and freezes it', approveMonth),
    route({
      method: 'POST',
      path: `${months}/:month/check`,
      summary: 'Say that the account of a month is right',
      tag,
      permission: { can: 'disclosure.check', at: 'anywhere' },
      params: wire.MonthParams,
      body: desk.CheckForm,
      answer: desk.DeskMonthPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await checkMonth(tx, actor, doors, { ...params, ...body });
        return readMonth(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
    route({
      method: 'POST',
      path: `${months}/:month/return`,
      summary: 'Give the account of a month back with the reason',
      tag,
      permission: reads,
      params: wire.MonthParams,
      body: desk.ReturnForm,
      answer: desk.DeskMonthPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await returnMonth(tx, actor, doors, { ...params, ...body });
        return readMonth(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}
