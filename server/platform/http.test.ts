import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { anonymous, type Actor } from '#shared/actor';
import { seededRandom } from '#shared/random';
import { fixedClock } from '#platform/clock';
import { createHttp, route, type HttpApp, type Route } from '#platform/http';
import { createLog } from '#platform/log';
import { testDatabase } from '#tests/database';
import { begin, finding } from '#tests/matters';
import { areas, names, openWorld, type Name } from '#tests/world';
import { routesOf } from '../mounts.ts';

const world = await openWorld(await testDatabase());
const { as, ids, parts } = world;

const nothing = { summary: 'x', tag: 'x', handle: async () => ({}) };

describe('a route without a declared permission does not start', () => {
  const options = {
    database: parts.database,
    clock: fixedClock(new Date(0)),
    log: createLog('silent'),
    identify: async () => anonymous,
    may: () => false,
    title: 'x',
    version: '1',
  };

  test('it is named', async () => {
    const bare = { method: 'GET', path: '/bare', ...nothing } as unknown as Route;
    await expect(createHttp(options, [bare])).rejects.toThrow('GET /bare declares no permission');
  });

  test('denied by default: signed in without the capability is refused, anonymous is asked to sign in', async () => {
    const guarded = route({ method: 'GET', path: '/guarded/:areaId', permission: { can: 'matter.read' }, ...nothing });
    const app = await createHttp(options, [guarded]);
    expect((await app.inject('/guarded/x')).json().code).toBe('session.required');
    const other = await createHttp({ ...options, identify: async () => ({ ...anonymous, id: 'u' }) }, [guarded]);
    expect((await other.inject('/guarded/x')).json()).toMatchObject({
      code: 'permission.denied',
      details: { capability: 'matter.read' },
    });
  });
});

test('every route of the app declares who may call it, a summary and a tag', () => {
  const routes = routesOf(parts);
  expect(routes.length).toBeGreaterThan(60);
  for (const one of routes)
    expect([one.path, Boolean(one.permission), one.summary.length > 3, one.tag.length > 0]).toEqual([
      one.path,
      true,
      true,
      true,
    ]);
});

test('R10: every mutating route that opens a transaction and succeeds leaves a row in the audit', async () => {
  const count = async (): Promise<number> =>
    (await world.owner.query('select count(*)::int as n from audit')).rows[0].n;
  const before = await count();
  await begin(as('resident'));
  expect(await count()).toBe(before + 1);
});

// ----------------------------------------------------------------------------------------------------------- the sweep

const strange: unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  '',
  ' ',
  'x',
  '<script>',
  "'; drop table matters;--",
  '\u0000',
  '\ud800',
  '‮',
  '😀'.repeat(80),
  '../../etc/passwd',
  '%00',
  '2026-02-31',
  'infinity',
  '0197b000-0000-7000-8000-00000000ffff',
  [],
  {},
  [[]],
  { a: { b: [null] } },
  '9'.repeat(40),
  'NaN',
];

/** Values that look right: so that the sweep gets past the first check. */
function plausible(number: string): Record<string, unknown[]> {
  return {
    areaId: [areas.gongsheng, areas.city, areas.gridOne, areas.sibling],
    number: [number],
    action: ['accept', 'remind', 'transfer', 'extend', 'merge', 'urgent'],
    id: ['seven-step-loop', ids.resident],
    userId: [ids.grid],
    method: ['seven-step-loop', 'thirty-minute-response'],
    code: ['gsheaaaaaa'],
    form: [{}, { words: 'x' }, finding, finding],
    size: ['small'],
    limit: ['20'],
    area: [areas.gongsheng],
    status: ['open'],
    cursor: [Buffer.from('["infinity","0197b000-0000-7000-8000-000000000001"]').toString('base64url')],
    to: [['user:x'], '2026-11-30'],
    from: ['2026-11-01'],
    until: ['2026-12-30'],
    settings: [{ 'report.within': 'x' }],
    roles: [[]],
    reason: ['说明一下情况'],
    name: ['张三'],
    numbers: [[number, 'x']],
    act: [{}],
    into: [number],
  };
}

/** Which keys to send: all that are asked for, and some of the others. */
function keysOf(schema: z.ZodType | undefined, pick: Pick): string[] {
  const shape: Record<string, z.ZodType> = schema instanceof z.ZodObject ? schema.shape : {};
  return Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success || pick([0, 1, 2, 3]) === 0);
}

type Shot = { who: Name | 'anonymous'; path: string; method: string; body: unknown; query: [string, unknown][] };

type Pick = ReturnType<typeof seededRandom>['pick'];

function shotAt(one: Route, number: string, pick: Pick): Shot {
  const known = plausible(number);
  const valueOf = (key: string): unknown => (known[key] && pick([0, 1, 2, 3]) > 0 ? pick(known[key]) : pick(strange));
  const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  const path = one.path.replace(/:(\w+)/g, (_, key: string) => encodeText(asText(valueOf(key))) || 'x');
  const body =
    pick([0, 1, 2, 3]) === 0
      ? pick(strange)
      : Object.fromEntries(keysOf(one.body, pick).map((key) => [key, valueOf(key)]));
  const query = keysOf(one.query, pick).map((key): [string, unknown] => [key, asText(valueOf(key))]);
  return { who: pick(['anonymous', ...names] as const), path, method: one.method, body, query };
}

const encodeText = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));

async function fire(app: HttpApp, shot: Shot): Promise<number> {
  const { who, method, path, body } = shot;
  const query = shot.query.map(([key, value]) => `${key}=${encodeText(String(value))}`).join('&');
  const answer = await app.inject({
    method: method as 'GET',
    url: `${path}${query && `?${query}`}`,
    headers: {
      'x-as': who,
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { payload: JSON.stringify(body ?? null) }),
  });
  return answer.statusCode;
}

/** Everybody as they are signed in before the sweep, which signs people out and hands their work over. */
async function signedInAll(): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const name of names) {
    const request = { headers: { authorization: `Bearer ${world.tokens[name]}` }, cookies: {} };
    actors.set(name, await parts.accounts.identity.identify(request as never));
  }
  return actors;
}

/** The routes with actors that stay whoever they are. */
async function openApp(routes: Route[], actors: Map<string, Actor>): Promise<HttpApp> {
  const { database, clock, accounts } = parts;
  const { may } = accounts.identity;
  const identify = async (request: FastifyRequest): Promise<Actor> =>
    actors.get(String(request.headers['x-as'])) ?? anonymous;
  return createHttp({ database, clock, log: createLog('silent'), identify, may, title: 'x', version: '1' }, routes);
}

const seed = 'sweep-20261120';

/** Fires at every route, and answers the shots that a server error came back from, and how many of each status there were. */
async function sweep(
  app: HttpApp,
  routes: Route[],
  number: string,
  rounds: number,
): Promise<{ failed: Shot[]; statuses: Map<number, number> }> {
  const failed: Shot[] = [];
  const statuses = new Map<number, number>();
  const { pick } = seededRandom(seed);
  for (let round = 0; round < rounds; round++) {
    for (const one of routes) {
      const shot = shotAt(one, number, pick);
      const status = await fire(app, shot);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) failed.push(shot);
    }
  }
  return { failed, statuses };
}

describe('R11: no route answers a server error, whoever asks and whatever she sends', () => {
  let number = '';
  let actors: Map<string, Actor>;
  beforeAll(async () => {
    number = await begin(as('resident'));
    actors = await signedInAll();
  });
  // Streams do not end by themselves.
  const routes = routesOf(parts).filter((one) => one.path !== '/api/v1/live');

  test('the sweep over every route and everybody; it gets past the first checks', async () => {
    const { failed, statuses } = await sweep(await openApp(routes, actors), routes, number, 20);
    expect(failed).toEqual([]);
    for (const status of [200, 201, 400, 401, 403, 404, 422])
      expect([status, statuses.get(status) ?? 0]).toEqual([status, expect.toSatisfy((count: number) => count > 0)]);
  }, 240_000);

  test('control: a planted route that throws for one of a hundred is found', async () => {
    const planted = route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/canary',
      permission: 'session',
      params: z.object({ areaId: z.string() }),
      ...nothing,
      handle: async ({ params, actor }) => {
        if (params.areaId === areas.sibling && actor.grants.length > 0) throw new Error('canary');
        return {};
      },
    });
    const app = await openApp([planted], actors);
    const { failed } = await sweep(app, [planted], number, 200);
    expect(failed.length).toBeGreaterThan(0);
    const answer = await app.inject({ url: failed[0]?.path ?? '', headers: { 'x-as': failed[0]?.who ?? '' } });
    expect(answer.json()).toMatchObject({
      status: 500,
      code: 'bug',
      detail: expect.stringContaining('没有保存成功'),
      detailEn: expect.any(String),
    });
    expect(answer.body).not.toContain('canary\n');
  });
});
