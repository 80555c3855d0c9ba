import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { route, type Route } from '#platform/http';
import { signInByCard, startActing, stopActing, type CardHolder } from './behalf/service.ts';
import { checkCode, sendCode, signInByPhone } from './codes/service.ts';
import * as wire from './contract.ts';
import { endGrant, giveGrant, handOver, listGrants, type HandOverMatters } from './grants/service.ts';
import { changePassword, checkPassword, prepareOwnPassword, preparePassword } from './passwords/service.ts';
import * as sessions from './sessions/service.ts';
import { cookieName, deviceName, tokenOf } from './sessions/rules.ts';
import { createStaff, listDemoAccounts, resetPassword } from './staff/service.ts';

type Http = { request: FastifyRequest; reply: FastifyReply };

export type AccountDoors = { accounts: sessions.Accounts; handOverMatters: HandOverMatters };

export function accountRoutes(doors: AccountDoors): Route[] {
  const { accounts } = doors;
  return [
    ...signInRoutes(accounts),
    ...meRoutes(accounts),
    ...sessionRoutes(accounts),
    ...grantRoutes(accounts),
    ...staffRoutes(doors),
    ...(accounts.demo ? [demoRoute()] : []),
  ];
}

/** What the card routes of people call: opens the session of a confirmed card and sets its cookie. */
export function cardSignIn(accounts: sessions.Accounts) {
  return async (tx: Tx, holder: CardHolder, http: Http & { actor?: Actor }): Promise<{ token: string }> => {
    const visit = visitOf(http.request, http.actor);
    return withCookie(http, await signInByCard(tx, accounts, { holder, visit }));
  };
}

function visitOf(request: FastifyRequest, actor?: Actor): { device: string; replaces: string | null } {
  const device = deviceName(request.headers['user-agent'] ?? '');
  const hadCookie = tokenOf(request)?.by === 'cookie';
  return { device, replaces: hadCookie ? (actor?.sessionId ?? null) : null };
}

function withCookie({ request, reply }: Http, opened: sessions.SignedIn): { token: string; me: wire.Me } {
  const { token, expiresAt, me } = opened;
  const secure = request.protocol === 'https';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, expires: expiresAt } as const;
  reply.setCookie(cookieName(request.protocol), token, options);
  return { token, me };
}

function dropCookie({ request, reply }: Http): void {
  reply.clearCookie(cookieName(request.protocol), { path: '/', secure: request.protocol === 'https' });
}

const tag = 'accounts';
const own = '/api/v1/session';

function signInRoutes(accounts: sessions.Accounts): Route[] {
  return [
    route({
      method: 'POST',
      path: own,
      summary: 'Sign in with user name and password',
      tag,
      permission: 'public',
      body: wire.signIn,
      answer: wire.signedIn,
      secretAnswer: true,
      prepare: ({ tx, body, request }) => checkPassword(tx, accounts, { ...body, ip: request.ip }),
      async handle({ tx, actor, request, reply, prepared: userId }) {
        const opening = { userId, way: 'password', behalf: null, ...visitOf(request, actor) } as const;
        return withCookie({ request, reply }, await sessions.openSession(tx, accounts, opening));
      },
    }),
    route({
      method: 'POST',
      path: `${own}/code`,
      summary: 'Send a one-time code to a phone',
      tag,
      permission: 'public',
      body: wire.askCode,
      answer: wire.codeSent,
      outsideTransaction: true,
      secretAnswer: true,
      handle: ({ tx, body, request }) => sendCode(tx, accounts, { ...body, ip: request.ip }),
    }),
    route({
      method: 'POST',
      path: `${own}/phone`,
      summary: 'Sign in with a phone and its one-time code',
      tag,
      permission: 'public',
      body: wire.signInByCode,
      answer: wire.signedIn,
      secretAnswer: true,
      prepare: ({ tx, body, request }) =>
        checkCode(tx, accounts, { ...body, ticket: body.ticket ?? null, ip: request.ip }),
      async handle({ tx, actor, body, request, reply, prepared: phone }) {
        const visit = { phone, areaId: body.areaId, ...visitOf(request, actor) };
        return withCookie({ request, reply }, await signInByPhone(tx, accounts, visit));
      },
    }),
    route({
      method: 'DELETE',
      path: own,
      summary: 'Sign out',
      tag,
      permission: 'public',
      answer: wire.ended,
      async handle({ tx, actor, request, reply }) {
        await sessions.signOut(tx, accounts, actor);
        dropCookie({ request, reply });
        return { ended: actor.sessionId ? 1 : 0 };
      },
    }),
  ];
}

function meRoutes(accounts: sessions.Accounts): Route[] {
  const readMe = ['/api/v1/me', own].map((path) =>
    route({
      method: 'GET',
      path,
      summary: 'Who is signed in, and what she may do',
      tag,
      permission: 'session',
      answer: wire.me,
      handle: ({ tx, actor }) => sessions.readMe(tx, accounts, sessions.ownSessionOf(actor)),
    }),
  );
  return [
    ...readMe,
    route({
      method: 'PATCH',
      path: '/api/v1/me',
      summary: 'Change what one may set oneself',
      tag,
      permission: 'session',
      body: wire.changeMe,
      answer: wire.me,
      handle: ({ tx, actor, body }) => sessions.changeMe(tx, accounts, { actor, changes: body }),
    }),
    route({
      method: 'PUT',
      path: '/api/v1/me/password',
      summary: 'Change one’s own password; other sessions end',
      tag,
      permission: 'session',
      body: wire.changePassword,
      answer: wire.me,
      secretAnswer: true,
      prepare: ({ tx, actor, body, request }) => prepareOwnPassword(tx, accounts, { actor, ...body, ip: request.ip }),
      async handle({ tx, actor, prepared: passwordHash }) {
        await changePassword(tx, accounts, { actor, passwordHash });
        return sessions.readMe(tx, accounts, sessions.ownSessionOf(actor));
      },
    }),
    route({
      method: 'POST',
      path: `${own}/acting`,
      summary: 'Act for an elder who agreed to it',
      tag,
      permission: 'session',
      body: wire.actFor,
      answer: wire.me,
      handle: ({ tx, actor, body }) => startActing(tx, accounts, { actor, elderId: body.elderId, areaId: body.areaId }),
    }),
    route({
      method: 'DELETE',
      path: `${own}/acting`,
      summary: 'Act for oneself again',
      tag,
      permission: 'session',
      answer: wire.me,
      handle: ({ tx, actor }) => stopActing(tx, accounts, actor),
    }),
  ];
}

function sessionRoutes(accounts: sessions.Accounts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/sessions',
      summary: 'One’s own sessions',
      tag,
      permission: 'session',
      answer: wire.ownSessions,
      handle: async ({ tx, actor }) => ({ sessions: await sessions.listOwnSessions(tx, accounts, actor) }),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/sessions/:id',
      summary: 'End one of one’s own sessions',
      tag,
      permission: 'session',
      params: wire.sessionPath,
      answer: wire.ended,
      async handle({ tx, actor, params }) {
        await sessions.endOwnSession(tx, accounts, { actor, id: params.id });
        return { ended: 1 };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/sessions',
      summary: 'End all of one’s own sessions but this one',
      tag,
      permission: 'session',
      answer: wire.ended,
      handle: async ({ tx, actor }) => ({ ended: await sessions.endOtherSessions(tx, accounts, actor) }),
    }),
  ];
}

const manage = { can: 'account.manage' } as const;
const area = '/api/v1/areas/:areaId';

function grantRoutes(accounts: sessions.Accounts): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/roles',
      summary: 'The roles there are and what they allow',
      tag,
      permission: 'session',
      answer: wire.roleList,
      handle: async () => ({
        roles: [...accounts.roles.values()].map(({ id, label, level, can }) => ({ id, label, level, can: [...can] })),
      }),
    }),
    route({
      method: 'GET',
      path: `${area}/grants`,
      summary: 'Who holds which role at the area and below',
      tag,
      permission: manage,
      params: wire.areaPath,
      answer: wire.grantList,
      handle: async ({ tx, params }) => ({ grants: await listGrants(tx, accounts, params.areaId) }),
    }),
    route({
      method: 'POST',
      path: `${area}/grants`,
      summary: 'Give a role at the area',
      tag,
      permission: manage,
      params: wire.areaPath,
      body: wire.newGrant,
      answer: wire.grantList,
      status: 201,
      async handle({ tx, actor, params, body }) {
        await giveGrant(tx, accounts, { actor, areaId: params.areaId, grant: body });
        return { grants: await listGrants(tx, accounts, params.areaId) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${area}/grants/:grantId`,
      summary: 'End a role at the area or below',
      tag,
      permission: manage,
      params: wire.grantPath,
      answer: wire.ended,
      async handle({ tx, actor, params }) {
        await endGrant(tx, accounts, { actor, ...params });
        return { ended: 1 };
      },
    }),
  ];
}

function staffRoutes({ accounts, handOverMatters }: AccountDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${area}/handovers`,
      summary: 'Hand a leaver’s open work over in one act',
      tag,
      permission: manage,
      params: wire.areaPath,
      body: wire.handOver,
      answer: wire.handedOver,
      handle: ({ tx, actor, params, body }) =>
        handOver(tx, accounts, { actor, areaId: params.areaId, people: body, handOverMatters }),
    }),
    route({
      method: 'POST',
      path: `${area}/accounts`,
      summary: 'Make an account for a colleague',
      tag,
      permission: manage,
      params: wire.areaPath,
      body: wire.newStaff,
      answer: wire.createdAccount,
      secretAnswer: true,
      status: 201,
      prepare: ({ body, request }) =>
        preparePassword(accounts, { password: body.password, username: body.username, ip: request.ip }),
      handle: async ({ tx, actor, params, body, prepared: passwordHash }) => ({
        userId: await createStaff(tx, accounts, { actor, areaId: params.areaId, staff: body, passwordHash }),
      }),
    }),
    route({
      method: 'PUT',
      path: `${area}/accounts/:userId/password`,
      summary: 'Give a colleague a new first password',
      tag,
      permission: manage,
      params: wire.accountPath,
      body: wire.resetPassword,
      answer: wire.ended,
      secretAnswer: true,
      prepare: ({ body, request }) =>
        preparePassword(accounts, { password: body.password, username: '', ip: request.ip }),
      async handle({ tx, actor, params, prepared: passwordHash }) {
        await resetPassword(tx, accounts, { actor, ...params, passwordHash });
        return { ended: 1 };
      },
    }),
  ];
}

function demoRoute(): Route {
  return route({
    method: 'GET',
    path: '/api/v1/demo/accounts',
    summary: 'The role cards of the demo',
    tag,
    permission: 'public',
    answer: wire.demoAccounts,
    handle: ({ tx }) => listDemoAccounts(tx),
  });
}
