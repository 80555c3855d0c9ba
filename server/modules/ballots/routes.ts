import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import { readBallotPage } from './page/service.ts';
import { beginBallot, type CarryDoors } from './carry/service.ts';
import * as service from './service.ts';

type Doors = CarryDoors;

const tag = 'ballots';
const base = '/api/v1/areas/:areaId/ballots';
const one = `${base}/:ballotId`;

/** Ballots: what is voted on, casting a vote, and the record from which anybody counts again. */
export function ballotRoutes(doors: Doors): Route[] {
  return [...publicRoutes(doors), ...votingRoutes(doors), ...wordRoutes(doors), ...deskRoutes(doors)];
}

function publicRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Ballots of a community; never a result before closing',
      tag,
      permission: 'public',
      params: AreaParams,
      query: wire.BallotQuery,
      answer: wire.BallotList,
      handle: ({ tx, actor, params, query, now }) =>
        service.listBallots(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: one,
      summary: 'A ballot, with the doors the one who asks votes for; its result once it is closed',
      tag,
      permission: 'public',
      params: wire.BallotParams,
      answer: wire.BallotPage,
      handle: ({ tx, actor, params, now }) => readBallotPage(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'GET',
      path: `${one}/record`,
      summary: 'The public record of a closed ballot as plain text: its SHA-256 is published with the result',
      tag,
      permission: 'public',
      params: wire.BallotParams,
      handle: async ({ tx, params, reply }) => {
        const text = await service.readRecordText(tx, doors, params);
        return reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', `attachment; filename="ballot-${params.ballotId}.txt"`)
          .send(text);
      },
    }),
  ];
}

function votingRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${one}/votes`,
      summary: 'Vote for a door, household or seat of one’s own; the same form sent again gets the same receipt',
      tag,
      permission: 'session',
      params: wire.BallotParams,
      body: wire.NewVote,
      answer: wire.VoteReceipt,
      status: 201,
      // What somebody chose stands in no stored answer: the receipt makes a repeat safe.
      secretAnswer: true,
      handle: ({ tx, actor, params, body }) => service.castVote(tx, actor, doors, { ...params, ...body }),
    }),
  ];
}

/** What a new ballot is made of. */
function wordRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/ballot-words',
      summary: 'What a new ballot may be made of: rules, electorates, estates',
      tag,
      permission: { can: 'ballot.manage' },
      params: AreaParams,
      answer: wire.BallotWords,
      handle: async ({ params }) => service.readWords(doors, params.areaId),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/ballot-electorate',
      summary: 'How many an electorate finds as of now, before a ballot is drafted',
      tag,
      permission: { can: 'ballot.manage' },
      params: AreaParams,
      query: wire.ElectorateQuery,
      answer: wire.ElectorateCount,
      handle: ({ tx, params, query, now }) =>
        service.countElectorate(tx, doors, {
          ...{ areaId: params.areaId, now },
          ...{ electorate: query.electorate, estateId: query.estateId ?? null },
        }),
    }),
  ];
}

function deskRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Draft a ballot; a wrong one is withdrawn, not changed',
      tag,
      permission: { can: 'ballot.manage' },
      params: AreaParams,
      body: wire.NewBallot,
      answer: wire.BallotDone,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.draftBallot(tx, actor, doors, { areaId: params.areaId, ballot: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${one}/open`,
      summary: 'Open a drafted ballot: who is entitled is fixed from here on',
      tag,
      permission: { can: 'ballot.open' },
      params: wire.BallotParams,
      body: wire.OpenBallot,
      answer: wire.BallotDone,
      handle: async ({ tx, actor, params, body }) => {
        const { closesAt = null, estateId } = body;
        await beginBallot(tx, actor, doors, { ...params, closesAt, estateId: estateId ?? undefined });
        return { id: params.ballotId };
      },
    }),
    route({
      method: 'POST',
      path: `${one}/withdraw`,
      summary: 'Withdraw a draft, with the reason; what has opened is counted',
      tag,
      permission: { can: 'ballot.manage' },
      params: wire.BallotParams,
      body: wire.WithdrawBallot,
      answer: wire.BallotDone,
      handle: async ({ tx, actor, params, body }) => {
        await service.withdrawBallot(tx, actor, doors, { ...params, ...body });
        return { id: params.ballotId };
      },
    }),
  ];
}
