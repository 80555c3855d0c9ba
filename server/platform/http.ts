import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { isSignedIn, type Actor } from '#shared/actor';
import { RefusalError, type Refusal } from '#shared/refusal';
import type { Clock } from '#platform/clock';
import { violatedConstraint, type Database, type Reader, type Tx } from '#platform/database';
import type { Log } from '#platform/log';

/**
 * What a route demands of who asks. `public`: anyone. `session`: anyone signed in. `{ can, at }`: a role with that
 * capability over the area named by a path or body parameter (`at` defaults to `areaId`); `{ can, at: 'anywhere' }`:
 * held at any area. Finer rules (relations, visibility) are the service's.
 */
export type Permission = 'public' | 'session' | { can: string; at?: string | 'anywhere' };

export type RouteContext<P, Q, B, R = unknown> = {
  /** Inside the request's transaction for a mutating route, outside any transaction for a reading one. */
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
  /** Hidden from the API description. */
  hidden?: boolean;
  /** A secret goes in or comes out (password, code, token): nothing of it is kept for a repeated `Idempotency-Key`. */
  secretAnswer?: boolean;
  /** Runs before the transaction opens: slow work that must not hold a connection, and counts that outlive a refusal. */
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
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: uploadLimitBytes, files: 1, fields: 8, fieldSize: 10_000 } });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: options.title, version: options.version },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.setErrorHandler((error, request, reply) => sendProblem(options.log, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendRefusal(reply, request, unknownPath));
  app.addHook('onSend', async (_request, reply) => void protect(reply));
  app.addHook('onResponse', async (request, reply) => record(options.log, request, reply));
  for (const one of routes) mount(app, options, one);
  return app;
}

function mount(app: FastifyInstance, options: HttpOptions, one: Route): void {
  if (!one.permission) throw new Error(`${one.method} ${one.path} declares no permission and does not start`);
  app.route({
    method: one.method,
    url: one.path,
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
      const outside = { ...context, tx: outsideTransaction(options.database, now) };
      if (one.prepare) context.prepared = await one.prepare(outside);
      if (one.method === 'GET' || one.outsideTransaction) return one.handle(outside);
      return mutate(options, one, context);
    },
  });
}

function permit(options: HttpOptions, one: Route, actor: Actor, request: FastifyRequest): void {
  const wanted = one.permission;
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
    return await options.database.transaction(context.now, async (tx) => {
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
  const text = JSON.stringify([one.method, one.path, context.params, context.query, context.body]);
  return createHash('sha256').update(text).digest('hex');
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

function outsideTransaction(database: Database, now: Date): Tx {
  const refuseWrite = (): never => {
    throw new Error('this route reads only: it has no transaction to append to');
  };
  return {
    now,
    query: database.query,
    newId: refuseWrite,
    append: refuseWrite,
    notify: refuseWrite,
    get orm() {
      return database.orm;
    },
  };
}

// ------------------------------------------------------------------------------------------------------ refusals

export const signInFirst: Refusal = {
  code: 'session.required',
  status: 401,
  zh: '请先登录，再做这件事。',
  en: 'Sign in first, then try again.',
};

export const unknownPath: Refusal = {
  code: 'path.unknown',
  status: 404,
  zh: '没有这个地址。请检查链接，或者回到首页。',
  en: 'There is nothing at this address.',
};

export const keyReused: Refusal = {
  code: 'idempotency.key-reused',
  status: 422,
  zh: '这个提交编号已经用在另一份内容上了。请刷新页面后再提交一次。',
  en: 'This Idempotency-Key was used with another body. Send the new request with a new key.',
};

function notYours(capability: string): Refusal {
  return {
    code: 'permission.denied',
    status: 403,
    zh: '您在这个辖区没有做这件事的权限。需要的话，请找社区书记或管理员开通。',
    en: 'You hold no role with this capability over this area.',
    details: { capability },
  };
}

type Thrown = Error & {
  statusCode?: number;
  code?: string;
  validation?: { instancePath?: string; message?: string; params?: unknown }[];
  validationContext?: string;
};

function sendProblem(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof RefusalError) return sendRefusal(reply, request, error.refusal);
  const refusal = refusalOf(error as Thrown);
  if (refusal) return sendRefusal(reply, request, refusal);
  log.error(
    {
      err: { name: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack },
      route: request.routeOptions.url,
    },
    'bug',
  );
  return sendRefusal(reply, request, {
    code: 'bug',
    status: 500 as never,
    zh: '没有保存成功，是我们这边出了问题。您写的内容还在，请过一会儿再试。',
    en: 'Nothing was saved: something failed on our side. Try again in a moment.',
  });
}

/** Refusals of the framework itself, in our words. */
function refusalOf(error: Thrown): Refusal | null {
  if (error.validation) return invalidInput(error);
  if (
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error instanceof SyntaxError ||
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  ) {
    return {
      code: 'body.malformed',
      status: 400,
      zh: '提交的内容格式不对，系统读不懂。请刷新页面后再试。',
      en: 'The body is not valid JSON.',
    };
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return {
      code: 'body.media-type',
      status: 415,
      zh: '不支持这种内容格式，请用 JSON 提交。',
      en: 'Unsupported media type; send JSON.',
    };
  }
  if (
    error.statusCode === 413 ||
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ||
    error.code === 'FST_REQ_FILE_TOO_LARGE'
  ) {
    return {
      code: 'body.too-large',
      status: 413,
      zh: '内容太大了。照片请控制在 12 MB 以内，或者换一张小一点的。',
      en: 'Too large. A photo may have 12 MB at most.',
    };
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'request.refused', status: 400, zh: '这个请求没有被接受，请检查后再试。', en: error.message };
  }
  return null;
}

function invalidInput(error: Thrown): Refusal {
  const fields: Record<string, string> = {};
  for (const problem of error.validation ?? []) {
    const path =
      (problem.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.') || (error.validationContext ?? 'body');
    fields[path] = problem.message ?? '';
  }
  return {
    code: 'input.invalid',
    status: 400,
    zh: '有几处填得不对，请看看标出来的地方。',
    en: 'Some input is not valid; see `fields`.',
    fields,
  };
}

/** RFC 9457 problem+json with a stable code and both languages. */
function sendRefusal(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
  const { code, status, zh, en, fields, details } = refusal;
  if (typeof details?.retryAfterSeconds === 'number') reply.header('retry-after', String(details.retryAfterSeconds));
  return reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `https://liren.example/problems/${code}`,
      title: en,
      status,
      code,
      detail: zh,
      detailEn: en,
      fields,
      details,
      instance: request.url.split('?')[0],
    });
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
