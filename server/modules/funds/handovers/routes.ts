import { route, type Route } from '#platform/http';
import { FundParams } from '../contract.ts';
import type { DisclosureDoors } from '../disclosures/scope/service.ts';
import * as wire from './contract.ts';
import { beginHandover, confirmHandover, dropHandover, listHandovers, recountHandover } from './service.ts';

const base = '/api/v1/areas/:areaId/funds/:fundId/handovers';
const one = `${base}/:handoverId`;
const tag = 'funds';
const reads = { can: 'fund.read', at: 'anywhere' };
const begins = { can: 'fund.hand-over', at: 'anywhere' };

export function handoverRoutes(doors: DisclosureDoors): Route[] {
  return [...beginRoutes(doors), ...sideRoutes(doors)];
}

function beginRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The hand-overs of the books of a fund',
      tag,
      permission: reads,
      params: FundParams,
      answer: wire.HandoverList,
      handle: async ({ tx, actor, params }) => listHandovers(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Begin the hand-over of the books, with everything counted',
      tag,
      permission: begins,
      params: FundParams,
      body: wire.NewHandover,
      answer: wire.HandoverList,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await beginHandover(tx, actor, doors, { ...params, form: body });
        return listHandovers(tx, actor, doors, params);
      },
    }),
  ];
}

function sideRoutes(doors: DisclosureDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/confirm`,
      summary: 'Agree to what was counted, as who hands over or who takes over',
      tag,
      permission: reads,
      params: wire.HandoverParams,
      body: wire.HandoverNote,
      answer: wire.HandoverList,
      handle: async ({ tx, actor, params, body }) => {
        await confirmHandover(tx, actor, doors, { ...params, ...body });
        return listHandovers(tx, actor, doors, params);
      },
    }),
    route({
      method: 'POST',
      path: `${one}/recount`,
      summary: 'Count everything again',
      tag,
      permission: reads,
      params: wire.HandoverParams,
      answer: wire.HandoverList,
      handle: async ({ tx, actor, params }) => {
        await recountHandover(tx, actor, doors, params);
        return listHandovers(tx, actor, doors, params);
      },
    }),
    route({
      method: 'POST',
      path: `${one}/drop`,
      summary: 'End a hand-over that does not take place',
      tag,
      permission: begins,
      params: wire.HandoverParams,
      body: wire.HandoverDrop,
      answer: wire.HandoverList,
      handle: async ({ tx, actor, params, body }) => {
        await dropHandover(tx, actor, doors, { ...params, ...body });
        return listHandovers(tx, actor, doors, params);
      },
    }),
  ];
}
