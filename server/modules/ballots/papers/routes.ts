import type { FastifyRequest } from 'fastify';
import { route, type Route } from '#platform/http';
import { BallotParams, ElectorParams } from '../contract.ts';
import { Done } from '../desk/contract.ts';
import type { BallotDoors } from '../service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const tag = 'ballots';
const one = '/api/v1/areas/:areaId/ballots/:ballotId';
const paper = { can: 'ballot.paper' };

/** Ballot papers: printed with codes, read by two different people; slips of secret ballots, tied to nobody. */
export function ballotPaperRoutes(doors: BallotDoors & { addressOf(request: FastifyRequest): string }): Route[] {
  return [...readingRoutes(doors), ...slipRoutes(doors)];
}

function readingRoutes(doors: BallotDoors & { addressOf(request: FastifyRequest): string }): Route[] {
  return [
    route({
      method: 'GET',
      path: `${one}/papers`,
      summary: 'The papers of an open ballot with their codes, for printing',
      tag,
      permission: paper,
      params: BallotParams,
      query: wire.PaperQuery,
      answer: wire.PaperSheet,
      handle: ({ tx, actor, params, query, request }) =>
        service.readPapers(tx, actor, doors, {
          ...params,
          buildingId: query.buildingId ?? null,
          address: doors.addressOf(request),
        }),
    }),
    route({
      method: 'GET',
      path: `${one}/papers/:code`,
      summary: 'The paper of a code, and whether it is still to be read; never what others read',
      tag,
      permission: paper,
      params: wire.CodeParams,
      answer: wire.PaperFound,
      handle: ({ tx, actor, params }) => service.findPaper(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${one}/papers`,
      summary: 'Enter what one reads from a paper: it counts when two different people read the same',
      tag,
      permission: paper,
      params: BallotParams,
      body: wire.NewPaperEntry,
      answer: wire.PaperEntered,
      status: 201,
      // What stands on a paper stands in no stored answer.
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) => service.enterPaper(tx, actor, doors, { ...params, entry: body }),
    }),
  ];
}

function slipRoutes(doors: BallotDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/slips`,
      summary: 'Make slips of a secret ballot: their codes are shown once, to be printed',
      tag,
      permission: paper,
      params: BallotParams,
      body: wire.NewSlips,
      answer: wire.SlipCodes,
      status: 201,
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) => service.makeSlips(tx, actor, doors, { ...params, ...body }),
    }),
    route({
      method: 'POST',
      path: `${one}/electors/:electorId/slip`,
      summary: 'Note that an elector took a slip; which one it was is nobody’s',
      tag,
      permission: paper,
      params: ElectorParams,
      answer: Done,
      handle: async ({ tx, actor, params }) => {
        await service.takeSlip(tx, actor, doors, params);
        return { id: params.electorId };
      },
    }),
  ];
}
