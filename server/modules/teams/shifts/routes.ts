import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import type { TeamDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/shifts';
const Done = z.object({ done: z.boolean() });

export function shiftRoutes(doors: TeamDoors): Route[] {
  return [...volunteerRoutes(doors), ...planRoutes(doors)];
}

function volunteerRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The shifts of the coming days with who keeps them',
      tag: 'shifts',
      permission: 'session',
      params: AreaParams,
      query: wire.SlotQuery,
      answer: wire.SlotList,
      handle: async ({ tx, actor, params, query, now }) =>
        service.listSlots(tx, actor, doors, { ...params, query, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/:shiftId/turns`,
      summary: 'Sign up for a shift on a day',
      tag: 'shifts',
      permission: 'session',
      params: wire.ShiftParams,
      body: wire.SignUp,
      answer: Done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.signUp(tx, actor, doors, { ...params, day: body.day });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/shift-turns/:turnId',
      summary: 'Offer a turn, take it over, check in or out; the office frees a seat or records the time',
      tag: 'shifts',
      permission: 'session',
      params: wire.TurnParams,
      body: wire.TurnAct,
      answer: Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.actOnTurn(tx, actor, doors, { ...params, act: body });
        return { done: true };
      },
    }),
  ];
}

type HourLine = wire.Hours['items'][number];

const hourColumns: { heading: string; width: number; value(line: HourLine): string | number | null }[] = [
  { heading: '志愿者', width: 14, value: (line) => line.name },
  { heading: '值守次数', width: 10, value: (line) => line.turns },
  { heading: '小时', width: 10, value: (line) => Math.round(line.minutes / 6) / 10 },
  { heading: '最近一次', width: 14, value: (line) => line.last },
];

function planRoutes(doors: TeamDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Plan a shift for a weekday or one day',
      tag: 'shifts',
      permission: { can: 'team.manage' },
      params: AreaParams,
      body: wire.ShiftForm,
      answer: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.planShift(tx, actor, doors, { ...params, shift: body }),
      }),
    }),
    route({
      method: 'DELETE',
      path: `${base}/:shiftId`,
      summary: 'Keep a shift no longer, from tomorrow on',
      tag: 'shifts',
      permission: { can: 'team.manage' },
      params: wire.ShiftParams,
      answer: Done,
      handle: async ({ tx, actor, params }) => {
        await service.closeShift(tx, actor, doors, params);
        return { done: true };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/shift-hours.xlsx',
      summary: 'What every volunteer has kept in the last year, as an Excel file',
      tag: 'shifts',
      permission: { can: 'team.manage' },
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const { items } = await service.readHours(tx, doors, { ...params, now });
        const rows = (async function* () {
          yield* items;
        })();
        return answerSheet(reply, { name: '志愿时长', columns: hourColumns, rows, now });
      },
    }),
  ];
}
