import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransformObject, validatorCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { isKey, isSignedIn, type Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import type { Clock } from '#platform/clock';
import { acceptForms, refuseUnstorable } from '#platform/body';
import { describedAs, describeRoute } from '#platform/describe';
import { violatedConstraint, type Database, type Reader, type Tx } from '#platform/database';
import type { Log } from '#platform/log';
import { keyNotHere, keyReused, notYours, sendProblem, sendRefusal, signInFirst, unknownPath } from '#platform/problem';

/**
 * What a route demands of who asks. `public`: anyone. `session`: anyone signed in. `{ can, at }`: a role with that
 * capability over the area named by a path or body parameter (`at` defaults to `areaId`); `{ can, at: 'anywhere' }`:
 * held at any area. Finer rules (relations, visibility) are the service's.
 */
export type Permission = 'public' | 'session' | { can: string; at?: string | 'anywhere' };

export type RouteContext<P, Q, B, R = unknown> = {
  /** Inside the request's transaction for a mutating route; for a reading one outside any, with a tail of its own. */
  tx: Tx;
  actor: Actor;
  params: P;
  query: Q;
  body: B;
  now: Date;
  request: FastifyRequest;
  reply: FastifyReply;
  /** What `prepare` found, for a route that has one. */
  prepared: R;
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route as data: what it is, who may, what goes in and out, and the service call. Mounted by main only. */
export type Route = {
  method: Method;
  path: string;
  summary: string;
  tag: string;
  permission: Permission;
  /** What another system's key must hold to change something here, where persons need no capability. */
  keyCan?: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Shape of the answer; absent for files and streams, which the handler sends itself. */
  answer?: z.ZodType;
  status?: number;
  /** A mutating route that opens no transaction of its own kind (sign-in, uploads of bytes, streams). */
  outsideTransaction?: boolean;
  /** Accepts `multipart/form-data` instead of JSON. */
  multipart?: boolean;
  /** Accepts `application/x-www-form-urlencoded` besides JSON. */
  formEncoded?: boolean;
  /** Answers refusals in the words of an open standard; absent: problem+json. */
  sendRefusal?: typeof sendRefusal;
  /** Hidden from the API description. */
  hidden?: boolean;
  /**
   * Fields of the body that differ when the same request is sent again, such as how long ago it was made: no part of what
   * an `Idempotency-Key` stands for.
   */
  resent?: readonly string[];
  /** A secret goes in or comes out (password, code, token): nothing of it is kept for a repeated `Idempotency-Key`. */
  secretAnswer?: boolean;
  /**
   * Runs before the transaction opens: slow work that must not hold a connection, and counts that outlive a refusal. What
   * it answers may carry a `digest` of bytes it has read: with them a used `Idempotency-Key` stands for these bytes only.
   */
  // oxlint-disable-next-line typescript/no-explicit-any -- each route types its own context (see `route`)
  prepare?(context: RouteContext<any, any, any>): Promise<unknown>;
  // oxlint-disable-next-line typescript/no-explicit-any -- each route types its own context (see `route`)
  handle(context: RouteContext<any, any, any, any>): Promise<unknown>;
};

type Shape<T> = T extends z.ZodType ? z.infer<T> : undefined;

/** Declares a route with its types taken from its schemas. */
export function route<
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R = undefined,
>(
  definition: Omit<Route, 'handle' | 'prepare' | 'params' | 'query' | 'body'> & {
    params?: P;
    query?: Q;
    body?: B;
    prepare?(context: RouteContext<Shape<P>, Shape<Q>, Shape<B>>): Promise<R>;
    handle(context: RouteContext<Shape<P>, Shape<Q>, Shape<B>, R>): Promise<unknown>;
  },
): Route {
  return definition as Route;
}

export type HttpOptions = {
  database: Database;
  clock: Clock;
  log: Log;
  /** Finds out who is asking from the cookie or the bearer token; never refuses. */
  identify(request: FastifyRequest): Promise<Actor>;
  /** Whether the actor has the capability over the area (an id, or `anywhere`). */
  may(actor: Actor, capability: string, areaId: string | 'anywhere'): boolean;
  title: string;
  version: string;
};

export type HttpApp = FastifyInstance;

const bodyLimitBytes = 1_000_000;
export const uploadLimitBytes = 12_000_000;

/** Builds the HTTP app with every route mounted. A route without a declared permission does not start. */
export async function createHttp(options: HttpOptions, routes: Route[]): Promise<HttpApp> {
  const app: FastifyInstance = fastify({ bodyLimit: bodyLimitBytes, trustProxy: 'loopback' });
  app.setValidatorCompiler(validatorCompiler);
  // What the schema does not name does not leave.
  app.setSerializerCompiler<z.ZodType>(
    ({ schema }) =>
      (answer) =>
        JSON.stringify(schema.parse(answer)),
  );
  refuseUnstorable(app);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: uploadLimitBytes, files: 1, fields: 8, fieldSize: 10_000 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: options.title, version: options.version },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  });
  app.setErrorHandler((error, request, reply) => sendProblem(options.log, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendRefusal(reply, request, unknownPath));
  app.addHook('onSend', (_request, reply, _payload, done) => {
    protect(reply);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    record(options.log, request, reply);
    done();
  });
  for (const one of routes.filter((each) => !each.formEncoded)) mount(app, options, one);
  await app.register(async (forms) => {
    acceptForms(forms);
    for (const one of routes.filter((each) => each.formEncoded)) mount(forms, options, one);
  });
  return app;
}

function mount(app: FastifyInstance, options: HttpOptions, one: Route): void {
  if (!one.permission) throw new Error(`${one.method} ${one.path} declares no permission and does not start`);
  app.route({
    method: one.method,
    url: one.path,
    config: describedAs(one),
    errorHandler: (error, request, reply) => sendProblem(options.log, error, request, reply, one.sendRefusal),
    schema: {
      summary: one.summary,
      tags: [one.tag],
      ...(one.hidden ? { hide: true } : {}),
      ...(one.params ? { params: one.params } : {}),
      ...(one.query ? { querystring: one.query } : {}),
      ...(one.body ? { body: one.body } : {}),
      ...(one.answer ? { response: { [one.status ?? 200]: one.answer } } : {}),
    },
    handler: async (request, reply) => {
      const actor = await options.identify(request);
      permit(options, one, actor, request);
      const now = options.clock.now();
      const context = {
        actor,
        now,
        request,
        reply,
        params: request.params,
        query: request.query,
        body: request.body,
        prepared: undefined as unknown,
      };
      reply.status(one.status ?? 200);
      const { prepare } = one;
      if (prepare) context.prepared = await options.database.reading(now, (tx) => prepare({ ...context, tx }));
      if (one.method !== 'GET' && !one.outsideTransaction) return mutate(options, one, context);
      return options.database.reading(now, (tx) => one.handle({ ...context, tx }));
    },
  });
}

function permit(options: HttpOptions, one: Route, actor: Actor, request: FastifyRequest): void {
  const wanted = isKey(actor) ? permissionForKey(one) : one.permission;
  if (wanted === 'public') return;
  if (!isSignedIn(actor)) throw new RefusalError(signInFirst);
  if (wanted === 'session') return;
  const named = wanted.at ?? 'areaId';
  const areaId =
    named === 'anywhere'
      ? 'anywhere'
      : ((request.params as Record<string, string>)[named] ??
        (request.body as Record<string, string> | null)?.[named] ??
        '');
  if (!options.may(actor, wanted.can, areaId)) throw new RefusalError(notYours(wanted.can));
}

/** A key has no account of its own: it reads of areas, and changes only what it was given a capability for. */
function permissionForKey(one: Route): Permission {
  if (typeof one.permission === 'object') return one.permission;
  if (one.method === 'GET') {
    if (one.permission === 'public' || one.path.includes('/:areaId')) return one.permission;
  } else if (one.keyCan) return { can: one.keyCan };
  throw new RefusalError(keyNotHere);
}

type Mutation = Omit<RouteContext<unknown, unknown, unknown>, 'tx'>;

/** One transaction per mutating request; with a key, its answer is stored in the same transaction and repeated. */
async function mutate(options: HttpOptions, one: Route, context: Mutation): Promise<unknown> {
  const key = context.request.headers['idempotency-key'];
  const areaId = (context.params as { areaId?: string } | undefined)?.areaId ?? noArea;
  const stored: StoredKey | null =
    typeof key === 'string' && key.length > 0 && !one.secretAnswer
      ? { areaId, actorId: context.actor.id, key: key.slice(0, 200), fingerprint: fingerprint(one, context) }
      : null;
  try {
    return await options.database.answering(context.now, async (tx) => {
      const answer = await one.handle({ ...context, tx });
      if (stored) {
        tx.append('idempotency_keys', {
          area_id: stored.areaId,
          actor_id: stored.actorId,
          key: stored.key,
          fingerprint: stored.fingerprint,
          status: context.reply.statusCode,
          body: answer ?? null,
          created_at: context.now.toISOString(),
        });
      }
      return answer;
    });
  } catch (error) {
    if (stored && mayBeRepeat(error)) {
      const earlier = await repeatedAnswer(options.database, stored);
      if (earlier) {
        context.reply.status(earlier.status).header('idempotent-replay', 'true');
        return earlier.body;
      }
    }
    throw error;
  }
}

type StoredKey = { areaId: string; actorId: string; key: string; fingerprint: string };

// Keys of requests that belong to no area live under this one.
const noArea = '00000000-0000-7000-8000-000000000000';

function fingerprint(one: Route, context: Mutation): string {
  const parts = [one.method, one.path, context.params, context.query, keptOf(one, context.body)];
  const text = JSON.stringify([...parts, ...digestOf(context.prepared)]);
  return createHash('sha256').update(text).digest('hex');
}

function keptOf(one: Route, body: unknown): unknown {
  if (!one.resent || typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !one.resent?.includes(name)));
}

// A form of several parts has no parsed body: what was read of it is known by what `prepare` says.
function digestOf(prepared: unknown): string[] {
  const found = prepared as { digest?: unknown } | null | undefined;
  return typeof found?.digest === 'string' ? [found.digest] : [];
}

/** A retry may meet its own first effect as a refusal (“not allowed now”), so every refusal looks the key up. */
function mayBeRepeat(error: unknown): boolean {
  return error instanceof RefusalError || violatedConstraint(error) !== null;
}

async function repeatedAnswer(reader: Reader, stored: StoredKey): Promise<{ status: number; body: unknown } | null> {
  const rows = await reader.query<{ fingerprint: string; status: number; body: unknown }>(
    `select fingerprint, status, body from idempotency_keys where area_id = $1 and actor_id = $2 and key = $3`,
    [stored.areaId, stored.actorId, stored.key],
  );
  const row = rows[0];
  if (!row) return null;
  if (row.fingerprint !== stored.fingerprint) throw new RefusalError(keyReused);
  return { status: row.status, body: row.body };
}

function protect(reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'same-origin');
  reply.header('x-frame-options', 'SAMEORIGIN');
  reply.header('cross-origin-opener-policy', 'same-origin');
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}

function record(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const line = {
    method: request.method,
    route: request.routeOptions.url,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  };
  if (reply.statusCode >= 500) log.error(line, 'request');
  else if (reply.elapsedTime > 500) log.info(line, 'slow request');
  else log.debug(line, 'request');
}
