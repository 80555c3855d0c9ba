import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { adoptFor, listStandards } from './adoption/service.ts';
import * as wire from './contract.ts';
import { keepEntry, withdrawEntry } from './entries/service.ts';
import { exportSheet, sheetColumns } from './export/service.ts';
import type { AssessmentContext } from './facts/service.ts';
import { readOverview } from './overview/service.ts';
import { listPilots } from './pilots/service.ts';
import { readSheet } from './sheet/service.ts';

const tag = 'assessment';
const base = '/api/v1/areas/:areaId/standards/:standard';

/** Standards: what they are, how a community stands, what people judged, and the communities side by side. */
export function assessmentRoutes(context: AssessmentContext): Route[] {
  return [...libraryRoutes(context), ...sheetRoutes(context), ...entryRoutes(context)];
}

function libraryRoutes(context: AssessmentContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/standards',
      summary: 'Every standard of the library',
      tag,
      permission: 'public',
      query: wire.StandardQuery,
      answer: wire.StandardList,
      handle: async ({ query }) => ({ items: listStandards(context, query.area) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/standards/:standard/pilots',
      summary: 'The pilots and themes that the source of a standard names',
      tag,
      permission: 'public',
      params: wire.StandardParams.pick({ standard: true }),
      answer: wire.PilotList,
      handle: async ({ params }) => listPilots(context, params.standard),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/standard-adoptions',
      summary: 'Adopt a standard, with its parameters',
      tag,
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: wire.AdoptStandard,
      answer: z.object({ adopted: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await adoptFor(tx, actor, context, { areaId: params.areaId, wanted: body });
        return { adopted: body.standard };
      },
    }),
  ];
}

function sheetRoutes(context: AssessmentContext): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'A community against a standard: value, threshold, gap and records of every item',
      tag,
      permission: { can: 'standard.read' },
      params: wire.StandardParams,
      query: wire.YearQuery,
      answer: wire.StandardSheet,
      handle: ({ tx, actor, params, query, now }) => readSheet(tx, actor, context, { ...params, ...query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/communities`,
      summary: 'The communities below an area against a standard',
      tag,
      permission: { can: 'standard.read' },
      params: wire.StandardParams,
      query: wire.OverviewQuery,
      answer: wire.StandardOverview,
      handle: ({ tx, params, query, now }) => readOverview(tx, context, { ...params, ...query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/sheet.xlsx`,
      summary: 'The self-assessment as an Excel file',
      tag,
      permission: { can: 'standard.read' },
      params: wire.StandardParams,
      query: wire.YearQuery,
      handle: async ({ tx, actor, params, query, now, reply }) => {
        const rows = exportSheet(tx, actor, context, { ...params, ...query, now });
        return answerSheet(reply, { name: '标准自评表', columns: sheetColumns, rows, now });
      },
    }),
  ];
}

function entryRoutes(context: AssessmentContext): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/items/:item/entries`,
      summary: 'Judge an item, or attach evidence to it',
      tag,
      permission: { can: 'standard.judge' },
      params: wire.ItemParams,
      body: wire.NewEntry,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await keepEntry(tx, actor, context, { ...params, entry: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${base}/items/:item/entries/:entryId/withdraw`,
      summary: 'Take back a judgement or evidence',
      tag,
      permission: { can: 'standard.judge' },
      params: wire.EntryParams,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params }) => {
        await withdrawEntry(tx, actor, context, params);
        return { withdrawn: true };
      },
    }),
  ];
}
