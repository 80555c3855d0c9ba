import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { route, type Route } from '#platform/http';
import type { CardHolder } from '#modules/accounts';
import * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as service from './service.ts';

export type CardRouteDoors = service.CardDoors & {
  /** The public address of the app, for the QR: no slash at the end. */
  addressOf(request: FastifyRequest): string;
  /** Opens a session for a confirmed card and sets its cookie: `cardSignIn` of accounts. */
  signInByCard(
    tx: Tx,
    holder: CardHolder,
    http: { request: FastifyRequest; reply: FastifyReply; actor: Actor },
  ): Promise<{ token: string }>;
};

const base = '/api/v1/areas/:areaId';
const may = (can: string) => ({ can, at: 'anywhere' as const });
const originsMax = 10_000;

export function cardRoutes(doors: CardRouteDoors): Route[] {
  return [...issuedRoutes(doors), issueManyRoute(doors), ...oneCardRoutes(doors), useRoute(doors)];
}

function issuedRoutes(doors: CardRouteDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/households/:householdId/cards`,
      summary: 'Issue a household card; its code is shown this once',
      tag: 'people',
      permission: may('card.issue'),
      params: wire.HouseholdCardParams,
      body: wire.NewCard,
      answer: wire.CardPrint,
      status: 201,
      secretAnswer: true,
      handle: async ({ tx, actor, params, body, request }) =>
        service.issueCard(tx, actor, doors, {
          ...params,
          personId: body.personId,
          random: randomBytes,
          address: doors.addressOf(request),
        }),
    }),
    route({
      method: 'GET',
      path: `${base}/households/:householdId/cards`,
      summary: 'Cards of a household',
      tag: 'people',
      permission: may('people.read'),
      params: wire.HouseholdCardParams,
      answer: wire.CardList,
      handle: async ({ tx, actor, params }) => service.listCards(tx, actor, doors, params),
    }),
    route({
      method: 'GET',
      path: `${base}/cards/waiting`,
      summary: 'Cards whose first use waits for a confirmation',
      tag: 'people',
      permission: may('card.confirm'),
      params: wire.CardAreaParams,
      answer: wire.CardList,
      handle: async ({ tx, actor, params }) => service.listWaitingCards(tx, actor, doors, params),
    }),
  ];
}

function issueManyRoute(doors: CardRouteDoors): Route {
  return route({
    method: 'POST',
    path: `${base}/cards/issue`,
    summary: 'Issue cards to several households, to be printed in one go; their codes are shown this once',
    tag: 'people',
    permission: may('card.issue'),
    params: wire.CardAreaParams,
    body: wire.NewCards,
    answer: wire.CardPrints,
    status: 201,
    secretAnswer: true,
    handle: async ({ tx, actor, params, body, request }) => ({
      items: await service.issueCards(tx, actor, doors, {
        areaId: params.areaId,
        householdIds: body.households,
        random: randomBytes,
        address: doors.addressOf(request),
      }),
    }),
  });
}

function oneCardRoutes(doors: CardRouteDoors): Route[] {
  return [
    route({
      method: 'DELETE',
      path: `${base}/cards/:cardId`,
      summary: 'Revoke a card and end its sessions',
      tag: 'people',
      permission: may('card.issue'),
      params: wire.CardParams,
      answer: wire.Card,
      handle: async ({ tx, actor, params }) => service.revokeCard(tx, actor, doors, params),
    }),
    route({
      method: 'POST',
      path: `${base}/cards/:cardId/confirm`,
      summary: 'Confirm the first use of a card',
      tag: 'people',
      permission: may('card.confirm'),
      params: wire.CardParams,
      answer: wire.Card,
      handle: async ({ tx, actor, params }) => service.confirmCard(tx, actor, doors, params),
    }),
  ];
}

/** Wrong codes are counted per origin, in memory: a restart forgives them, which 128 random bits can afford. */
function useRoute(doors: CardRouteDoors): Route {
  const guesses = new Map<string, rules.Guesses>();
  const refuseGuess = (origin: string, now: Date): never => {
    if (guesses.size >= originsMax) guesses.clear();
    const counted = rules.countGuess(guesses.get(origin), now.getTime());
    guesses.set(origin, counted);
    return refuse(rules.answerToGuess(counted));
  };
  return route({
    method: 'POST',
    path: '/api/v1/cards/use',
    summary: 'Use a household card: the first use waits for the grid worker',
    tag: 'people',
    permission: 'public',
    body: wire.UseCard,
    answer: wire.CardUse,
    secretAnswer: true,
    handle: async ({ tx, actor, body, request, reply, now }) => {
      const card = (await service.findCard(tx, doors, body.code)) ?? refuseGuess(request.ip, now);
      const { use, holder } = await service.useCard(tx, actor, doors, card);
      const session = holder ? await doors.signInByCard(tx, holder, { request, reply, actor }) : null;
      return { ...use, token: session?.token ?? null };
    },
  });
}
