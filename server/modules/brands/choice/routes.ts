import { z } from 'zod';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as service from './service.ts';
import { refuse } from '#shared/refusal';

const base = '/api/v1/areas/:areaId/brand';
const done = z.object({ done: z.boolean() });
const manage = { can: 'brand.manage' } as const;

export function choiceRoutes(doors: service.ChoiceDoors): Route[] {
  return [...residentRoutes(doors), ...deskRoutes(doors)];
}

function residentRoutes(doors: service.ChoiceDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${base}/choice`,
      summary: 'The choice of a theme, open or closed',
      tag: 'brands',
      permission: 'public',
      params: AreaParams,
      answer: wire.ChoicePage,
      handle: async ({ tx, actor, params, now }) =>
        (await service.readChoice({ reader: tx, actor, doors, now }, params.areaId)) ?? refuse(rules.choiceUnknown),
    }),
    route({
      method: 'POST',
      path: `${base}/choices/:choiceId/voices`,
      summary: 'Give my voice to a theme',
      tag: 'brands',
      permission: 'session',
      params: wire.ChoiceParams,
      body: wire.Voice,
      answer: wire.ChoicePage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.giveVoice(tx, actor, doors, { ...params, voice: body });
        return (
          (await service.readChoice({ reader: tx, actor, doors, now }, params.areaId)) ?? refuse(rules.choiceUnknown)
        );
      },
    }),
  ];
}

function deskRoutes(doors: service.ChoiceDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/choices`,
      summary: 'Open a choice among themes',
      tag: 'brands',
      permission: manage,
      params: AreaParams,
      body: wire.NewChoice,
      answer: done,
      status: 201,
      handle: async ({ tx, actor, params, body }) => {
        await service.openChoice(tx, actor, doors, { areaId: params.areaId, choice: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/choices/:choiceId/decision`,
      summary: 'Decide what came out of a choice',
      tag: 'brands',
      permission: manage,
      params: wire.ChoiceParams,
      body: wire.Decision,
      answer: done,
      handle: async ({ tx, actor, params, body }) => {
        await service.decideChoice(tx, actor, doors, { ...params, decision: body });
        return { done: true };
      },
    }),
    route({
      method: 'POST',
      path: `${base}/voices/:voiceId/shown`,
      summary: 'Show a sentence to everybody, or hide it',
      tag: 'brands',
      permission: manage,
      params: wire.WordsParams,
      body: wire.Shown,
      answer: done,
      handle: async ({ tx, actor, params, body }) => {
        await service.showWords(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}
