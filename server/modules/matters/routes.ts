import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isKey, type Actor } from '#shared/actor';
import type { MatterRow } from '#kernel/workflow';
import type { Reader } from '#platform/database';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { addDays, shanghaiDate } from '#shared/time';
import { AreaParams } from '../areas/contract.ts';
import { actOnBatch, actOnMatter } from './act/service.ts';
import * as wire from './contract.ts';
import { readMatter, receiptOf } from './detail/service.ts';
import { revealField } from './detail/reveal/service.ts';
import { readFigures } from './figures/service.ts';
import { HandlingFigure, HandlingQuery } from './figures/handling/contract.ts';
import { readHandlingFigure } from './figures/handling/service.ts';
import { exportColumns } from './list/rules.ts';
import { countMatters, exportMatters, listMatters, type MattersContext } from './list/service.ts';
import { MatterPoints } from './map/contract.ts';
import { listPoints } from './map/service.ts';
import { readReportForm } from './report/form/service.ts';
import { reportAndContinue } from './report/service.ts';
import { periodOf } from './rules.ts';
import { performerOf } from './scope/service.ts';

/** Matters: lists, one matter, reporting and acting. */
export function matterRoutes(context: MattersContext): Route[] {
  return [
    ...listRoutes(context),
    ...outRoutes(context),
    handlingRoute(context),
    ...oneRoutes(context),
    ...actRoutes(context),
  ];
}

function listRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters',
      summary: 'List matters of an area and everything below it',
      tag: 'matters',
      permission: 'session',
      params: AreaParams,
      query: wire.MatterQuery,
      answer: wire.MatterList,
      handle: ({ tx, actor, params, query, now }) => listMatters(tx, context, actor, params.areaId, query, now),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters/points',
      summary: 'Open matters that have a point, for a map',
      tag: 'matters',
      permission: 'session',
      params: AreaParams,
      answer: MatterPoints,
      handle: ({ tx, actor, params, now }) => listPoints(tx, context, actor, params.areaId, now),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters/counts',
      summary: 'Counts of the tabs above the list',
      tag: 'matters',
      permission: 'session',
      params: AreaParams,
      answer: wire.MatterCounts,
      handle: ({ tx, actor, params, now }) =>
        countMatters(tx, context, actor, params.areaId, now, {
          week: periodOf('week', now).from,
          month: periodOf('month', now).from,
        }),
    }),
  ];
}

function outRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters.xlsx',
      summary: 'The same list as an Excel file',
      tag: 'matters',
      permission: { can: 'matter.export' },
      params: AreaParams,
      query: wire.MatterQuery,
      handle: async ({ tx, actor, params, query, now, reply }) => {
        const rows = exportMatters(tx, context, actor, params.areaId, query);
        return answerSheet(reply, { name: '事项', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters/figures',
      summary: 'Time per step, shares in time and closed in the grid',
      tag: 'matters',
      permission: 'session',
      params: AreaParams,
      query: z.object({
        method: z.string().max(80),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
      answer: wire.StepFigures,
      handle: ({ tx, actor, params, query, now }) => {
        const today = shanghaiDate(now);
        return readFigures(tx, context, actor, {
          areaId: params.areaId,
          method: query.method,
          from: query.from ?? addDays(today, -30),
          to: query.to ?? today,
          now,
        });
      },
    }),
  ];
}

function handlingRoute(context: MattersContext): Route {
  return route({
    method: 'GET',
    path: '/api/v1/areas/:areaId/matters/handling',
    summary: 'How long matters take on the average, against the benchmark',
    tag: 'matters',
    permission: 'session',
    params: AreaParams,
    query: HandlingQuery,
    answer: HandlingFigure,
    handle: ({ tx, actor, params, query, now }) => {
      const to = query.to ?? shanghaiDate(now);
      const from = query.from ?? addDays(to, -30);
      return readHandlingFigure(tx, context, actor, { areaId: params.areaId, from, to, now });
    },
  });
}

function oneRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/report-form',
      summary: 'What to ask before a matter exists',
      tag: 'matters',
      permission: 'public',
      params: AreaParams,
      query: z.object({
        method: z.string().max(80).optional(),
        building: z.string().max(64).optional(),
        spot: z.string().max(40).optional(),
      }),
      answer: wire.ReportForm,
      handle: ({ tx, actor, params, query, now }) =>
        readReportForm(tx, context, actor, { areaId: params.areaId, ...query, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters/:number',
      summary: 'One matter with its history and what you may do now',
      tag: 'matters',
      permission: 'session',
      params: wire.AreaNumber,
      answer: wire.MatterDetail,
      handle: ({ tx, actor, params, now }) => readMatter(tx, context, actor, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/matters/:number/reveal',
      summary: 'Reveal one private field, logged with a reason',
      tag: 'matters',
      permission: 'session',
      params: wire.AreaNumber,
      body: wire.Reveal,
      answer: wire.Revealed,
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) => revealField(tx, context, actor, { ...params, ...body }),
    }),
  ];
}

async function answerFor(
  tx: Reader,
  context: MattersContext,
  actor: Actor,
  row: MatterRow,
  now: Date,
): Promise<wire.MatterReceipt> {
  const method = await context.shelf.byHash(tx, row.definitionHash);
  return receiptOf(context, method, { actor, performer: performerOf(context, actor, row, row.areaId), row, now });
}

function actRoutes(context: MattersContext): Route[] {
  return [
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/matters',
      summary: 'Begin a matter of a method',
      tag: 'matters',
      permission: 'public',
      keyCan: 'matter.register',
      params: AreaParams,
      body: wire.NewMatter,
      resent: ['madeAgoSeconds'],
      answer: wire.MatterReceipt,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        const { row } = await reportAndContinue(tx, context, actor, {
          areaId: params.areaId,
          matter: body,
          random: randomBytes,
          isPartner: isKey(actor),
        });
        return answerFor(tx, context, actor, row, now);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/matters/:number/actions/:action',
      summary: 'Do something with a matter',
      tag: 'matters',
      permission: 'session',
      params: wire.AreaNumberAction,
      body: wire.ActOnMatter,
      resent: ['madeAgoSeconds'],
      answer: wire.MatterReceipt,
      handle: async ({ tx, actor, params, body, now }) => {
        const { row } = await actOnMatter(tx, context, actor, { ...params, act: body });
        return answerFor(tx, context, actor, row, now);
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/matters/batch',
      summary: 'The same action on several matters; a result for each',
      tag: 'matters',
      permission: 'session',
      params: AreaParams,
      body: wire.BatchAct,
      answer: wire.BatchResult,
      handle: ({ tx, actor, params, body }) => actOnBatch(tx, context, actor, { areaId: params.areaId, ...body }),
    }),
  ];
}
