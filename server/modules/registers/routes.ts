import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import type { Values } from '#kernel-contract/workflow';
import { adoptFor } from './adoption/service.ts';
import * as wire from './contract.ts';
import { readRecord } from './detail/service.ts';
import { exportRecords, listRecords, listRegisters, readRegister, sheetColumns } from './list/service.ts';
import { listShown, readPublicRegister } from './page/service.ts';
import * as record from './record/service.ts';
import type { RegistersContext } from './scope/service.ts';

const tag = 'registers';
const area = '/api/v1/areas/:areaId';
const one = `${area}/registers/:register`;
const entry = `${one}/records/:recordId`;
const read = { can: 'register.read' };
const write = { can: 'register.write' };

/** Registers: which are kept, their records and figures, what each shows to everybody. */
export function registerRoutes(context: RegistersContext): Route[] {
  return [
    ...registerReading(context),
    ...recordReading(context),
    ...recordWriting(context),
    ...recordLife(context),
    ...publicReading(context),
  ];
}

function registerReading(context: RegistersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${area}/registers`,
      summary: 'The registers an area keeps, and those it could',
      tag,
      permission: read,
      params: AreaParams,
      answer: wire.RegisterList,
      handle: ({ tx, actor, params, now }) => listRegisters(tx, context, actor, { areaId: params.areaId, now }),
    }),
    route({
      method: 'POST',
      path: `${area}/register-adoptions`,
      summary: 'Begin to keep a register, with its settings',
      tag,
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: wire.AdoptRegister,
      answer: z.object({ adopted: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await adoptFor(tx, context, actor, { areaId: params.areaId, wanted: body });
        return { adopted: body.register };
      },
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'A register: columns, states, figures and what is due',
      tag,
      permission: read,
      params: wire.RegisterParams,
      answer: wire.RegisterPage,
      handle: ({ tx, actor, params, now }) => readRegister(tx, context, actor, { ...params, now }),
    }),
  ];
}

function recordReading(context: RegistersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${one}/records`,
      summary: 'Records, the newest first; figures open the list behind them',
      tag,
      permission: read,
      params: wire.RegisterParams,
      query: wire.RecordQuery,
      answer: wire.RecordList,
      handle: ({ tx, params, query, now }) => listRecords(tx, context, { ...params, query, now }),
    }),
    route({
      method: 'GET',
      path: `${one}/records.xlsx`,
      summary: 'The same list as an Excel file; what is personal leaves masked',
      tag,
      permission: read,
      params: wire.RegisterParams,
      query: wire.RecordQuery,
      handle: async ({ tx, actor, params, query, now, reply }) => {
        const { register, rows } = await exportRecords(tx, context, actor, { ...params, query, now });
        return answerSheet(reply, { name: register.name.zh, columns: sheetColumns(register), rows, now });
      },
    }),
    route({
      method: 'GET',
      path: entry,
      summary: 'One record, what may be done with it, and what became of it',
      tag,
      permission: read,
      params: wire.RecordParams,
      answer: wire.RecordDetail,
      handle: ({ tx, actor, params, now }) => readRecord(tx, context, actor, { ...params, now }),
    }),
  ];
}

function recordWriting(context: RegistersContext): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/records`,
      summary: 'Enter a record',
      tag,
      permission: write,
      params: wire.RegisterParams,
      body: wire.NewRecord,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await record.enterRecord(tx, context, actor, { ...params, form: body.form as Values }),
      }),
    }),
    route({
      method: 'POST',
      path: `${entry}/change`,
      summary: 'Correct the fields of a record',
      tag,
      permission: write,
      params: wire.RecordParams,
      body: wire.ChangeRecord,
      answer: z.object({ id: z.string() }),
      handle: async ({ tx, actor, params, body }) => {
        await record.changeRecord(tx, context, actor, { ...params, form: body.form as Values, version: body.version });
        return { id: params.recordId };
      },
    }),
    route({
      method: 'POST',
      path: `${entry}/reveal`,
      summary: 'See one sealed field, with a reason that is kept',
      tag,
      permission: { can: 'people.reveal' },
      params: wire.RecordParams,
      body: wire.RevealRecord,
      answer: wire.Revealed,
      handle: ({ tx, actor, params, body }) => record.revealField(tx, context, actor, { ...params, ...body }),
    }),
  ];
}

function recordLife(context: RegistersContext): Route[] {
  return [
    route({
      method: 'POST',
      path: `${entry}/moves/:move`,
      summary: 'Move a record on to another state',
      tag,
      permission: write,
      params: wire.MoveParams,
      body: wire.MoveRecord,
      answer: z.object({ id: z.string() }),
      handle: async ({ tx, actor, params, body }) => {
        await record.moveRecord(tx, context, actor, { ...params, form: body.form as Values, version: body.version });
        return { id: params.recordId };
      },
    }),
    route({
      method: 'POST',
      path: `${entry}/duties/:duty`,
      summary: 'Record that a duty of this record was done',
      tag,
      permission: write,
      params: wire.DutyParams,
      body: wire.RecordDuty,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await record.doDuty(tx, context, actor, { ...params, form: body.form as Values });
        return { id: params.recordId };
      },
    }),
    route({
      method: 'POST',
      path: `${entry}/close`,
      summary: 'Take a record out of the register, with the reason',
      tag,
      permission: write,
      params: wire.RecordParams,
      body: wire.CloseRecord,
      answer: z.object({ id: z.string() }),
      handle: async ({ tx, actor, params, body }) => {
        await record.closeRecord(tx, context, actor, { ...params, ...body });
        return { id: params.recordId };
      },
    }),
  ];
}

function publicReading(context: RegistersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${area}/public-registers`,
      summary: 'The registers of an area that show something to everybody',
      tag,
      permission: 'public',
      params: AreaParams,
      answer: wire.PublicRegisterList,
      handle: async ({ params }) => ({ items: listShown(context, params.areaId) }),
    }),
    route({
      method: 'GET',
      path: `${area}/public-registers/:register`,
      summary: 'What a register shows: of people only who agreed, and only what they agreed to',
      tag,
      permission: 'public',
      params: wire.RegisterParams,
      query: z.object({ group: z.string().max(40).optional(), cursor: z.string().max(60).optional() }),
      answer: wire.PublicRegister,
      handle: ({ tx, params, query, now }) => readPublicRegister(tx, context, { ...params, ...query, now }),
    }),
  ];
}
