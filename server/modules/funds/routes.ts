import { route, type Permission, type Route } from '#platform/http';
import * as wire from './contract.ts';
import { addAccount, listFunds, openFund, readFundPage, setFund, type FundDoors } from './service.ts';

const base = '/api/v1/areas/:areaId/funds';
const one = `${base}/:fundId`;
const tag = 'funds';
/** Somebody of the committee holds their role at the estate, not at the community: the service looks at the fund's own place. */
const reads: Permission = { can: 'fund.read', at: 'anywhere' };

export function fundRoutes(doors: FundDoors): Route[] {
  return [...readRoutes(doors), ...changeRoutes(doors)];
}

function readRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary:
        'The funds somebody may look into, of a community or of every community below, what waits for them first',
      tag,
      permission: reads,
      params: wire.FundAreaParams,
      answer: wire.FundList,
      handle: async ({ tx, actor, params, now }) => listFunds(tx, actor, doors, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'One fund with its accounts',
      tag,
      permission: reads,
      params: wire.FundParams,
      answer: wire.FundPage,
      handle: async ({ tx, actor, params, now }) => readFundPage(tx, actor, doors, { ...params, now }),
    }),
  ];
}

function changeRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Open a fund with its book, and what was there on the first day',
      tag,
      permission: { can: 'fund.open' },
      params: wire.FundAreaParams,
      body: wire.NewFund,
      answer: wire.FundPage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        const fundId = await openFund(tx, actor, doors, { areaId: params.areaId, form: body });
        return readFundPage(tx, actor, doors, { areaId: params.areaId, fundId, now });
      },
    }),
    route({
      method: 'PUT',
      path: one,
      summary: 'Change how a fund is called and reached',
      tag,
      permission: reads,
      params: wire.FundParams,
      body: wire.FundSettings,
      answer: wire.FundPage,
      handle: async ({ tx, actor, params, body, now }) => {
        await setFund(tx, actor, doors, { ...params, form: body });
        return readFundPage(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'POST',
      path: `${one}/accounts`,
      summary: 'Add a kind of income or expense of the estate’s own',
      tag,
      permission: reads,
      params: wire.FundParams,
      body: wire.NewFundAccount,
      answer: wire.FundPage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        await addAccount(tx, actor, doors, { ...params, account: body });
        return readFundPage(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}
