import type { FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import * as wire from './contract.ts';
import * as desk from './desk/contract.ts';
import * as deskService from './desk/service.ts';
import { exportColumns } from './lists/rules.ts';
import { answer, objectTo } from './objections/service.ts';
import { listPublicities, readPublicity, readRecord, type PublicityDoors } from './service.ts';

type Doors = PublicityDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const base = '/api/v1/areas/:areaId/publicities';
const one = `${base}/:publicityId`;
const tag = 'publicity';

export function publicityRoutes(doors: Doors): Route[] {
  return [
    ...publicRoutes(doors),
    ...objectionRoutes(doors),
    ...listRoutes(doors),
    ...draftRoutes(doors),
    ...postedRoutes(doors),
    ...approvalRoutes(doors),
  ];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'What hangs for everybody to see, or what has ended, newest first',
      tag,
      permission: 'public',
      params: AreaParams,
      query: wire.PublicityQuery,
      answer: wire.PublicityList,
      handle: async ({ tx, params, query, now }) => listPublicities(tx, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'One notice with its days, its hashes and the answers to objections',
      tag,
      permission: 'public',
      params: wire.PublicityParams,
      answer: wire.PublicityPage,
      handle: async ({ tx, actor, params, request, now }) =>
        readPublicity(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'GET',
      path: `${one}/record`,
      summary: 'What was shown at posting or closing, word for word: the text its hash is taken of',
      tag,
      permission: 'public',
      params: wire.PublicityParams,
      query: wire.RecordQuery,
      handle: async ({ tx, params, query, reply }) => {
        const text = await readRecord(tx, doors, { ...params, of: query.of });
        const name = `publicity-${params.publicityId.slice(-8)}-${query.of}.txt`;
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(text);
      },
    }),
  ];
}

function objectionRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/objections`,
      summary: 'Object to what hangs',
      tag,
      permission: 'session',
      params: wire.PublicityParams,
      body: wire.NewObjection,
      answer: wire.ObjectionReceipt,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        number: await objectTo(tx, actor, doors, { ...params, objection: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${one}/objections/:number/answer`,
      summary: 'Answer an objection with reasons: upheld or not',
      tag,
      permission: { can: 'publicity.check' },
      params: wire.ObjectionParams,
      body: desk.ObjectionAnswer,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await answer(tx, actor, doors, { ...params, ...body });
        return deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}

const drafts = { can: 'publicity.draft' };

function listRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/desk`,
      summary: 'The notices of an office, what waits for me first',
      tag,
      permission: drafts,
      params: AreaParams,
      query: desk.DeskQuery,
      answer: desk.DeskPublicityList,
      handle: async ({ tx, actor, params, query, now }) =>
        deskService.listForDesk(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/publicities.xlsx',
      summary: 'Every notice of publicity as an Excel file',
      tag,
      permission: drafts,
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const rows = deskService.everyPosted(tx, doors, { areaId: params.areaId, now });
        return answerSheet(reply, { name: '公示', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'GET',
      path: `${one}/desk`,
      summary: 'One notice with its objections, for the office',
      tag,
      permission: drafts,
      params: wire.PublicityParams,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, request, now }) =>
        deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now }),
    }),
  ];
}

function draftRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Draft a notice of publicity',
      tag,
      permission: drafts,
      params: AreaParams,
      body: desk.PublicityForm,
      answer: desk.DeskPublicityPage,
      status: 201,
      handle: async ({ tx, actor, params, body, request, now }) => {
        const publicityId = await deskService.draft(tx, actor, doors, { areaId: params.areaId, form: body });
        const which = { areaId: params.areaId, publicityId, address: doors.addressOf(request), now };
        return deskService.readForDesk(tx, actor, doors, which);
      },
    }),
    route({
      method: 'PUT',
      path: one,
      summary: 'Change a draft',
      tag,
      permission: drafts,
      params: wire.PublicityParams,
      body: desk.PublicityForm,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await deskService.change(tx, actor, doors, { ...params, form: body });
        return deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}

function postedRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/withdraw`,
      summary: 'Take a notice down with the reason, and draft it anew where it is to be corrected',
      tag,
      permission: drafts,
      params: wire.PublicityParams,
      body: desk.PublicityWithdrawal,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        const next = await deskService.takeDown(tx, actor, doors, { ...params, ...body });
        const shown = { ...params, publicityId: next ?? params.publicityId, address: doors.addressOf(request), now };
        return deskService.readForDesk(tx, actor, doors, shown);
      },
    }),
    route({
      method: 'POST',
      path: `${one}/proofs`,
      summary: 'Add photos of the board with the notice on it',
      tag,
      permission: drafts,
      params: wire.PublicityParams,
      body: wire.NewProofs,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await deskService.prove(tx, actor, doors, { ...params, pictures: body.pictures });
        return deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}

function approvalRoutes(doors: Doors): Route[] {
  const decided = (
    path: string,
    can: string,
    summary: string,
    decide: typeof deskService.check | typeof deskService.approve,
  ): Route =>
    route({
      method: 'POST',
      path: `${one}/${path}`,
      summary,
      tag,
      permission: { can },
      params: wire.PublicityParams,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, request, now }) => {
        await decide(tx, actor, doors, params);
        return deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    });
  return [
    decided('check', 'publicity.check', 'Say that a draft is right', deskService.check),
    decided('approve', 'publicity.approve', 'Approve a notice, which posts it', deskService.approve),
    route({
      method: 'POST',
      path: `${one}/return`,
      summary: 'Give a draft back with the reason',
      tag,
      permission: { can: 'publicity.check' },
      params: wire.PublicityParams,
      body: desk.PublicityReason,
      answer: desk.DeskPublicityPage,
      handle: async ({ tx, actor, params, body, request, now }) => {
        await deskService.giveBack(tx, actor, doors, { ...params, reason: body.reason });
        return deskService.readForDesk(tx, actor, doors, { ...params, address: doors.addressOf(request), now });
      },
    }),
  ];
}
