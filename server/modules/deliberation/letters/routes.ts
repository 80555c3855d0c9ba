import { route, type Route } from '#platform/http';
import type { DeliberationDoors } from '../scope/service.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

const base = '/api/v1/areas/:areaId/letters';
const tag = 'deliberation';
const writes = { can: 'letter.write' } as const;

export function letterRoutes(doors: DeliberationDoors): Route[] {
  return [...readingRoutes(doors), ...writingRoutes(doors), ...doorRoutes(doors), ...questionRoutes(doors)];
}

function readingRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Letters to households, the latest first',
      tag,
      permission: 'public',
      params: wire.AreaParams,
      answer: wire.LetterList,
      handle: async ({ tx, actor, params }) => service.listLetters(tx, actor, doors, params),
    }),
    route({
      method: 'GET',
      path: `${base}/:letterId`,
      summary: 'One letter; opening it counts as read for a household it was sent to',
      tag,
      permission: 'public',
      params: wire.LetterParams,
      answer: wire.LetterPage,
      handle: async ({ tx, actor, params, request }) =>
        service.readLetterPage(tx, actor, doors, { ...params, address: doors.addressOf(request) }),
    }),
  ];
}

function writingRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Write a letter to all households or those of some buildings',
      tag,
      permission: writes,
      params: wire.AreaParams,
      body: wire.NewLetter,
      answer: wire.Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.writeLetter(tx, actor, doors, { areaId: params.areaId, letter: body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${base}/:letterId/send`,
      summary: 'Send a letter, once',
      tag,
      permission: writes,
      params: wire.LetterParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.sendLetter(tx, actor, doors, params);
        return { done: true };
      },
    }),
  ];
}

function doorRoutes(doors: DeliberationDoors): Route[] {
  return (['PUT', 'DELETE'] as const).map((method) =>
    route({
      method,
      path: `${base}/:letterId/doors/:householdId`,
      summary: method === 'PUT' ? 'Note that a letter was handed over at a door' : 'Take back that it was handed over',
      tag,
      permission: 'session',
      params: wire.DoorParams,
      answer: wire.Done,
      handle: async ({ tx, actor, params }) => {
        await service.handOver(tx, actor, doors, { ...params, done: method === 'PUT' });
        return { done: true };
      },
    }),
  );
}

function questionRoutes(doors: DeliberationDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/:letterId/questions`,
      summary: 'Ask back',
      tag,
      permission: 'session',
      params: wire.LetterParams,
      body: wire.NewQuestion,
      answer: wire.Made,
      status: 201,
      handle: async ({ tx, actor, params, body }) => ({
        id: await service.askQuestion(tx, actor, doors, { ...params, ...body }),
      }),
    }),
    route({
      method: 'POST',
      path: `${base}/:letterId/questions/:questionId/answer`,
      summary: 'Answer a question, for who asked alone or for everybody',
      tag,
      permission: writes,
      params: wire.QuestionParams,
      body: wire.Answering,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.answerQuestion(tx, actor, doors, { ...params, said: body });
        return { done: true };
      },
    }),
  ];
}
