import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { BallotParams, ElectorParams } from '../contract.ts';
import type { BallotDoors } from '../service.ts';
import { remind } from '../telling/service.ts';
import * as wire from './contract.ts';
import { electorColumns } from './rules.ts';
import * as service from './service.ts';

const tag = 'ballots';
const one = '/api/v1/areas/:areaId/ballots/:ballotId';
const manage = { can: 'ballot.manage' };

/** What the desk does for an open ballot: who was reached, who took part, proxies, conflicts of interest. Never a choice. */
export function ballotDeskRoutes(doors: BallotDoors): Route[] {
  return [...listRoutes(doors), ...actRoutes(doors), ...proxyRoutes(doors)];
}

function listRoutes(doors: BallotDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${one}/turnout`,
      summary: 'Turnout by building and by way of delivery, and what is missing; never a choice',
      tag,
      permission: manage,
      params: BallotParams,
      answer: wire.TurnoutPage,
      handle: ({ tx, params }) => service.readTurnoutPage(tx, doors, params),
    }),
    route({
      method: 'GET',
      path: `${one}/electors`,
      summary: 'Electors: doors still open, those not reached, papers that wait for a second reader',
      tag,
      permission: manage,
      params: BallotParams,
      query: wire.ElectorQuery,
      answer: wire.ElectorList,
      handle: ({ tx, params, query }) => service.listElectors(tx, doors, { ...params, query }),
    }),
    route({
      method: 'GET',
      path: `${one}/electors.xlsx`,
      summary: 'The same list as an Excel file',
      tag,
      permission: manage,
      params: BallotParams,
      query: wire.ElectorQuery,
      handle: async ({ tx, params, query, now, reply }) => {
        const rows = service.exportElectors(tx, doors, { ...params, query });
        return answerSheet(reply, { name: '表决名册', columns: electorColumns, rows, now });
      },
    }),
  ];
}

function actRoutes(doors: BallotDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/deliveries`,
      summary: 'Note that the call to vote reached doors: way, time, proof',
      tag,
      permission: manage,
      params: BallotParams,
      body: wire.NewDelivery,
      answer: wire.Delivered,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        delivered: await service.noteDeliveries(tx, actor, doors, { ...params, delivery: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${one}/remind`,
      summary: 'Remind those who can vote by phone and have not yet',
      tag,
      permission: manage,
      params: BallotParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await remind(tx, actor, doors, params);
        return { id: params.ballotId };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/electors/:electorId/exclude`,
      summary: 'Exclude an elector for a conflict of interest; the reason is published',
      tag,
      permission: manage,
      params: ElectorParams,
      body: wire.NewExclusion,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.excludeElector(tx, actor, doors, { ...params, ...body });
        return { id: params.electorId };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/electors/:electorId/conflict`,
      summary: 'Declare a conflict of interest of one’s own',
      tag,
      permission: 'session',
      params: ElectorParams,
      body: wire.NewExclusion,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.declareConflict(tx, actor, doors, { ...params, ...body });
        return { id: params.electorId };
      },
    }),
  ];
}

function proxyRoutes(doors: BallotDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/proxies`,
      summary: 'Note who votes for an elector, with the picture of the written consent',
      tag,
      permission: manage,
      params: BallotParams,
      body: wire.NewProxy,
      answer: wire.Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.addProxy(tx, actor, doors, { ...params, proxy: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${one}/proxies/:proxyId/withdraw`,
      summary: 'Withdraw a written consent',
      tag,
      permission: manage,
      params: wire.ProxyParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.withdrawProxy(tx, actor, doors, params);
        return { id: params.proxyId };
      },
    }),
  ];
}
