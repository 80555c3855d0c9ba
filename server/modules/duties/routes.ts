import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { listAbsences, noteAbsence, withdrawAbsence } from './absences/service.ts';
import { adoptFor, listSets } from './adoption/service.ts';
import * as wire from './contract.ts';
import { exportPeriods, listPeriods, periodColumns, readCoverage } from './coverage/service.ts';
import { readDay } from './day/service.ts';
import { listRecords } from './list/service.ts';
import { recordDuties } from './record/service.ts';
import type { DutiesContext } from './scope/service.ts';

const tag = 'duties';
const base = '/api/v1/areas/:areaId';

/** Duties: the day's list, records, coverage, absence and stand-ins, adoption. */
export function dutyRoutes(context: DutiesContext): Route[] {
  return [
    ...doingRoutes(context),
    ...coverageRoutes(context),
    exportRoute(context),
    ...absenceRoutes(context),
    ...setRoutes(context),
  ];
}

function doingRoutes(context: DutiesContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/duties/day',
      summary: 'The duties of whoever asks on a day: her own and those she stands in for',
      tag,
      permission: 'session',
      query: wire.DayQuery,
      answer: wire.DutyDay,
      handle: ({ tx, actor, query, now }) => readDay(tx, context, actor, { date: query.date, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/duty-records`,
      summary: 'Record that duties were done; a finding begins a matter in the same act',
      tag,
      permission: 'session',
      params: AreaParams,
      body: wire.NewDutyRecord,
      resent: ['madeAgoSeconds'],
      answer: wire.DutyReceipt,
      status: 201,
      handle: ({ tx, actor, params, body }) =>
        recordDuties(tx, context, actor, { areaId: params.areaId, record: body }),
    }),
    route({
      method: 'GET',
      path: `${base}/duty-records`,
      summary: 'Records of duties, newest first',
      tag,
      permission: 'session',
      params: AreaParams,
      query: wire.RecordQuery,
      answer: wire.DutyRecordList,
      handle: ({ tx, actor, params, query }) => listRecords(tx, context, actor, { areaId: params.areaId, query }),
    }),
  ];
}

function coverageRoutes(context: DutiesContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/duties/coverage`,
      summary: 'What was due and done per subject and day',
      tag,
      permission: { can: 'duty.read' },
      params: AreaParams,
      query: wire.CoverageQuery,
      answer: wire.DutyCoverage,
      handle: ({ tx, params, query, now }) => readCoverage(tx, context, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/duties/periods`,
      summary: 'The periods behind the figures, latest first',
      tag,
      permission: { can: 'duty.read' },
      params: AreaParams,
      query: wire.PeriodQuery,
      answer: wire.DutyPeriodList,
      handle: ({ tx, params, query, now }) => listPeriods(tx, context, { areaId: params.areaId, query, now }),
    }),
  ];
}

function exportRoute(context: DutiesContext): Route {
  return route({
    method: 'GET',
    path: `${base}/duties/periods.xlsx`,
    summary: 'The same list as an Excel file',
    tag,
    permission: { can: 'duty.read' },
    params: AreaParams,
    query: wire.PeriodQuery,
    handle: async ({ tx, actor, params, query, now, reply }) => {
      const rows = exportPeriods(tx, context, actor, { areaId: params.areaId, query, now });
      return answerSheet(reply, { name: '定期任务', columns: periodColumns, rows, now });
    },
  });
}

function absenceRoutes(context: DutiesContext): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/absences`,
      summary: 'Who is away, who stands in, and who may',
      tag,
      permission: { can: 'duty.arrange' },
      params: AreaParams,
      answer: wire.AbsenceList,
      handle: ({ tx, params, now }) => listAbsences(tx, context, { areaId: params.areaId, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/absences`,
      summary: 'Note that somebody is away, and who stands in',
      tag,
      permission: { can: 'duty.arrange' },
      params: AreaParams,
      body: wire.NewAbsence,
      answer: wire.Absence,
      status: 201,
      handle: ({ tx, actor, params, body }) =>
        noteAbsence(tx, context, actor, { areaId: params.areaId, absence: body }),
    }),
    route({
      method: 'POST',
      path: `${base}/absences/:absenceId/withdraw`,
      summary: 'Take back an absence',
      tag,
      permission: { can: 'duty.arrange' },
      params: wire.AbsenceParams,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params }) => {
        await withdrawAbsence(tx, actor, params);
        return { withdrawn: true };
      },
    }),
  ];
}

function setRoutes(context: DutiesContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/duties',
      summary: 'Every set of duties of the library',
      tag,
      permission: 'public',
      query: z.object({ area: z.string().max(64).optional() }),
      answer: wire.DutySetList,
      handle: async ({ query }) => ({ items: listSets(context, query.area) }),
    }),
    route({
      method: 'POST',
      path: `${base}/duty-adoptions`,
      summary: 'Adopt a set of duties, with its settings',
      tag,
      permission: { can: 'method.adopt' },
      params: AreaParams,
      body: wire.AdoptDuties,
      answer: z.object({ adopted: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await adoptFor(tx, context, actor, { areaId: params.areaId, wanted: body });
        return { adopted: body.set };
      },
    }),
  ];
}
