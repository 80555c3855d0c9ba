import { route, type Permission, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { FundParams } from '../contract.ts';
import { exportColumns } from '../lists/rules.ts';
import type { FundDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/funds/:fundId/vouchers';
const one = `${base}/:voucherId`;
const tag = 'funds';
/** Where a role counts is the fund's own place: the service looks. */
const at = (can: string): Permission => ({ can, at: 'anywhere' });

export function voucherRoutes(doors: FundDoors): Route[] {
  return [...readRoutes(doors), ...draftRoutes(doors), ...decideRoutes(doors)];
}

function readRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The vouchers of a fund: posted ones by month, or those that wait',
      tag,
      permission: at('fund.read'),
      params: FundParams,
      query: wire.VoucherQuery,
      answer: wire.VoucherList,
      handle: async ({ tx, actor, params, query }) => service.listVouchers(tx, actor, doors, { ...params, query }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/funds/:fundId/vouchers.xlsx',
      summary: 'Every posted voucher between two months as an Excel file',
      tag,
      permission: at('fund.read'),
      params: FundParams,
      query: wire.VoucherExportQuery,
      handle: async ({ tx, actor, params, query, now, reply }) => {
        const rows = service.everyPosted(tx, actor, doors, { ...params, ...query });
        return answerSheet(reply, { name: '凭证', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'One voucher with its papers',
      tag,
      permission: at('fund.read'),
      params: wire.VoucherParams,
      answer: wire.VoucherCard,
      handle: async ({ tx, actor, params }) => service.readVoucherCard(tx, actor, doors, params),
    }),
  ];
}

function draftRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Note income, or prepare a payment for a second person',
      tag,
      permission: at('fund.read'),
      params: FundParams,
      body: wire.VoucherForm,
      answer: wire.VoucherCard,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        const voucherId = await service.draftVoucher(tx, actor, doors, { ...params, form: body });
        return service.readVoucherCard(tx, actor, doors, { ...params, voucherId });
      },
    }),
    route({
      method: 'PUT',
      path: one,
      summary: 'Change what is not posted, or prepare what a matter pays',
      tag,
      permission: at('fund.read'),
      params: wire.VoucherParams,
      body: wire.VoucherChange,
      answer: wire.VoucherCard,
      handle: async ({ tx, actor, params, body: { version, ...form } }) => {
        await service.changeVoucher(tx, actor, doors, { ...params, form, version });
        return service.readVoucherCard(tx, actor, doors, params);
      },
    }),
    route({
      method: 'POST',
      path: `${one}/correction`,
      summary: 'Correct what is posted, in a month that is open',
      tag,
      permission: at('fund.read'),
      params: wire.VoucherParams,
      body: wire.VoucherCorrection,
      answer: wire.VoucherCard,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        const voucherId = await service.correctVoucher(tx, actor, doors, { ...params, form: body });
        return service.readVoucherCard(tx, actor, doors, { ...params, voucherId });
      },
    }),
  ];
}

function decideRoutes(doors: FundDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/approve`,
      summary: 'Approve what another has prepared, which posts it',
      tag,
      permission: at('voucher.approve'),
      params: wire.VoucherParams,
      body: wire.VoucherApproval,
      answer: wire.VoucherCard,
      handle: async ({ tx, actor, params, body }) => {
        await service.approveVoucher(tx, actor, doors, { ...params, ...body });
        return service.readVoucherCard(tx, actor, doors, params);
      },
    }),
    route({
      method: 'POST',
      path: `${one}/refuse`,
      summary: 'Refuse what waits, with the reason: nothing is posted',
      tag,
      permission: at('fund.read'),
      params: wire.VoucherParams,
      body: wire.VoucherRefusal,
      answer: wire.VoucherCard,
      handle: async ({ tx, actor, params, body }) => {
        await service.refuseVoucher(tx, actor, doors, { ...params, ...body });
        return service.readVoucherCard(tx, actor, doors, params);
      },
    }),
  ];
}
