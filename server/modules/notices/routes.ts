import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { requireOwner } from '#modules/areas';
import { NewNotice, NoticeCode, NoticeList, NoticePage, NoticeParams, NoticeQuery, Withdrawal } from './contract.ts';
import { exportColumns } from './lists/rules.ts';
import {
  listNotices,
  publishNotice,
  readAllNotices,
  readNotice,
  readNoticeByCode,
  withdrawNotice,
  type NoticeDoors,
} from './service.ts';

type Doors = NoticeDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/notices';

export function noticeRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...publishRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Notices that stand now, newest first',
      tag: 'notices',
      permission: 'public',
      params: AreaParams,
      query: NoticeQuery,
      answer: NoticeList,
      handle: async ({ tx, params, query, now }) => listNotices(tx, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/:noticeId`,
      summary: 'One notice with its text for the group',
      tag: 'notices',
      permission: 'public',
      params: NoticeParams,
      answer: NoticePage,
      handle: async ({ tx, actor, params, request, now }) =>
        readNotice(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/notices/:code',
      summary: 'One notice by its short public code',
      tag: 'notices',
      permission: 'public',
      params: NoticeCode,
      answer: NoticePage,
      handle: async ({ tx, actor, params, request, now }) =>
        readNoticeByCode(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
  ];
}

function publishRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/notices.xlsx',
      summary: 'Every notice as an Excel file',
      tag: 'notices',
      permission: { can: 'notice.publish' },
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const rows = readAllNotices(tx, requireOwner(doors.tree, params.areaId).id);
        return answerSheet(reply, { name: '公告', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Publish a notice',
      tag: 'notices',
      permission: { can: 'notice.publish' },
      params: AreaParams,
      body: NewNotice,
      answer: NoticePage,
      status: 201,
      handle: async ({ tx, actor, params, body, request, now }) => {
        const noticeId = await publishNotice(tx, actor, doors, { areaId: params.areaId, notice: body });
        return readNotice(tx, actor, doors, {
          areaId: params.areaId,
          noticeId,
          address: doors.addressOf(request),
          now,
        });
      },
    }),
    route({
      method: 'POST',
      path: `${base}/:noticeId/withdraw`,
      summary: 'Take a notice down',
      tag: 'notices',
      permission: { can: 'notice.publish' },
      params: NoticeParams,
      body: Withdrawal,
      answer: z.object({ withdrawn: z.boolean() }),
      handle: async ({ tx, actor, params, body }) => {
        await withdrawNotice(tx, actor, { ...params, reason: body.reason });
        return { withdrawn: true };
      },
    }),
  ];
}
