import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { createHttp, route, type Route } from '#platform/http';
import { fixedClock } from '#platform/clock';
import { createLog } from '#platform/log';
import { createSealer } from '#platform/sealing';
import type { SmsMessage } from '#platform/sms';
import { openAccounts, type HandOverMatters } from '#modules/accounts';
import { openAreaTree } from '#modules/areas';
import { accountRoutes, cardSignIn } from '../server/modules/accounts/routes.ts';
import type { TestDatabase } from './database.ts';

const place = (n: number): string => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A small piece of 张店区: two streets, three communities, grids, an estate with a building. */
export const places = {
  city: place(1),
  district: place(2),
  street: place(3),
  gongsheng: place(4),
  gridOne: place(5),
  gridTwo: place(6),
  estate: place(7),
  building: place(8),
  neighbour: place(9),
  neighbourGrid: place(10),
  otherStreet: place(11),
  far: place(12),
};

const tree: [keyof typeof places, keyof typeof places | null, string, string][] = [
  ['city', null, 'city', '淄博市'],
  ['district', 'city', 'district', '张店区'],
  ['street', 'district', 'street', '公园街道'],
  ['gongsheng', 'street', 'community', '工盛社区'],
  ['gridOne', 'gongsheng', 'grid', '第一网格'],
  ['gridTwo', 'gongsheng', 'grid', '第二网格'],
  ['estate', 'gongsheng', 'estate', '工盛小区'],
  ['building', 'estate', 'building', '3号楼'],
  ['neighbour', 'street', 'community', '邻近社区'],
  ['neighbourGrid', 'neighbour', 'grid', '邻近网格'],
  ['otherStreet', 'district', 'street', '另一街道'],
  ['far', 'otherStreet', 'community', '远处社区'],
];

async function plantAreas({ owner }: TestDatabase): Promise<void> {
  const paths = new Map<string, string[]>();
  const owners = new Map<string, string>();
  for (const [key, parent, level, name] of tree) {
    const id = places[key];
    const path = [...(parent ? (paths.get(parent) ?? []) : []), id];
    const owns = ['city', 'district', 'street', 'community'].includes(level);
    paths.set(key, path);
    owners.set(key, owns ? id : (owners.get(parent ?? '') ?? id));
    await owner.query(
      `insert into areas (id, parent_id, owner_id, level, name, full_name, path) values ($1, $2, $3, $4, $5, $5, $6)`,
      [id, parent ? places[parent] : null, owners.get(key), level, name, path],
    );
  }
}

export type Moved = { areaId: string; fromUserId: string; toUserId: string };

/**
 * The accounts module behind real HTTP and a real database. The wall clock is moved by `wall.set`; text messages and log
 * lines are kept to be read. `/probe/{areaId}` asks for `matter.read` there.
 */
export async function openAccountsHouse(test: TestDatabase, options: { demo?: boolean } = {}) {
  await plantAreas(test);
  const clock = fixedClock('2026-11-20T01:00:00Z');
  const wall = fixedClock('2026-11-20T01:00:00Z');
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const sent: SmsMessage[] = [];
  const sms = { send: async (message: SmsMessage) => void sent.push(message) };
  const sealer = createSealer(randomBytes(32));
  const { database } = test;
  const areaTree = await openAreaTree(database);
  const libraryDir = join(import.meta.dirname, '../library');
  const demo = options.demo ?? false;
  const open = () => openAccounts({ database, tree: areaTree, sealer, sms, libraryDir, demo, wallClock: wall.now });
  const accounts = await open();
  const moved: Moved[] = [];
  const handOverMatters: HandOverMatters = async (_tx, _actor, input) => void moved.push(input);
  const { identify, may } = accounts.identity;
  const routes = [...accountRoutes({ accounts, handOverMatters }), ...probes(cardSignIn(accounts))];
  const app = await createHttp({ database, clock, log, identify, may, title: 'test', version: '0' }, routes);
  afterAll(async () => {
    await app.close();
    await Promise.all([accounts.identity.close(), areaTree.close()]);
  });
  return { accounts, app, clock, wall, lines, sent, moved, database, sealer, open, ...asking(app) };
}

function probes(signInByCard: ReturnType<typeof cardSignIn>): Route[] {
  const holder = z.object({
    areaId: z.string(),
    householdId: z.string(),
    personId: z.string().nullable(),
    cardId: z.string(),
  });
  return [
    route({
      method: 'GET',
      path: '/probe/:areaId',
      summary: 'probe',
      tag: 'probe',
      permission: { can: 'matter.read' },
      params: z.object({ areaId: z.string() }),
      handle: async ({ actor }) => actor,
    }),
    route({
      method: 'GET',
      path: '/who',
      summary: 'who',
      tag: 'probe',
      permission: 'public',
      handle: async ({ actor }) => actor,
    }),
    route({
      method: 'POST',
      path: '/card',
      summary: 'card',
      tag: 'probe',
      permission: 'public',
      body: holder,
      secretAnswer: true,
      handle: async ({ tx, actor, body, request, reply }) => signInByCard(tx, body, { request, reply, actor }),
    }),
  ];
}

export type Asked = { token?: string; cookie?: string; ip?: string; agent?: string; headers?: Record<string, string> };

type App = Awaited<ReturnType<typeof createHttp>>;

function asking(app: App) {
  const ask = async (method: string, url: string, asked: Asked & { body?: unknown } = {}) => {
    const { token, cookie, ip, agent, headers, body } = asked;
    const answer = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(cookie ? { cookie } : {}),
        ...(agent ? { 'user-agent': agent } : {}),
        ...headers,
      },
      ...(ip ? { remoteAddress: ip } : {}),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return { status: answer.statusCode, body: answer.body ? answer.json() : null, headers: answer.headers };
  };
  const signIn = async (username: string, password = 'liren-demo', asked: Asked = {}): Promise<string> => {
    const answer = await ask('POST', '/api/v1/session', { ...asked, body: { username, password } });
    if (answer.status !== 200) throw new Error(`sign-in refused: ${JSON.stringify(answer.body)}`);
    return answer.body.token as string;
  };
  return { ask, signIn };
}
