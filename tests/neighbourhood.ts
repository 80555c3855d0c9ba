import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import { afterAll } from 'vitest';
import { anonymous, type Actor, type Grant } from '#shared/actor';
import { openFileStore } from '#platform/files';
import { createHttp } from '#platform/http';
import { createLog } from '#platform/log';
import { createAccount, openDirectory } from '#modules/accounts';
import type { FileRecord } from '#modules/files';
import { contestRoutes } from '../server/modules/activities/contests/routes.ts';
import { readingRoutes } from '../server/modules/activities/readings/routes.ts';
import { seriesRoutes } from '../server/modules/activities/series/routes.ts';
import { stallRoutes } from '../server/modules/activities/stalls/routes.ts';
import { recordRoutes } from '../server/modules/activities/records/routes.ts';
import { attendanceRoutes } from '../server/modules/activities/attendance/routes.ts';
import { enrolmentRoutes } from '../server/modules/activities/enrolment/routes.ts';
import { factRoutes } from '../server/modules/activities/facts/routes.ts';
import { ratingRoutes } from '../server/modules/activities/ratings/routes.ts';
import { recommendedRoutes } from '../server/modules/activities/recommended/routes.ts';
import { activityRoutes } from '../server/modules/activities/routes.ts';
import { sessionRoutes } from '../server/modules/activities/sessions/routes.ts';
import { ticketRoutes } from '../server/modules/activities/tickets/routes.ts';
import { cardSignIn } from '../server/modules/accounts/routes.ts';
import { fileRoutes } from '../server/modules/files/routes.ts';
import { messageRoutes } from '../server/modules/messages/routes.ts';
import { noticeRoutes } from '../server/modules/notices/routes.ts';
import { ownerRoutes } from '../server/modules/organisations/owners/routes.ts';
import { bodyRoutes } from '../server/modules/organisations/routes.ts';
import { loadBodyWords } from '../server/modules/organisations/words/store.ts';
import { cardRoutes } from '../server/modules/people/cards/routes.ts';
import { contactRoutes } from '../server/modules/people/contact/routes.ts';
import { familyRoutes } from '../server/modules/people/family/routes.ts';
import { homeRoutes } from '../server/modules/people/home/routes.ts';
import { householdRoutes } from '../server/modules/people/households/routes.ts';
import { residentRoutes } from '../server/modules/people/residents/routes.ts';
import { memberRoutes } from '../server/modules/teams/members/routes.ts';
import { rehearsalRoutes } from '../server/modules/teams/rehearsals/routes.ts';
import { shiftRoutes } from '../server/modules/teams/shifts/routes.ts';
import { workRoutes } from '../server/modules/teams/works/routes.ts';
import { teamRoutes } from '../server/modules/teams/routes.ts';
import { loadTeamWords } from '../server/modules/teams/words/store.ts';
import { openAccountsHouse, places } from './accounts.ts';
import type { TestDatabase } from './database.ts';

/** Buildings that lie in the two grids of 工盛社区, and one in the neighbour's. */
export const buildings = {
  one: '0197a000-0000-7000-8000-000000000101',
  two: '0197a000-0000-7000-8000-000000000102',
  ten: '0197a000-0000-7000-8000-000000000110',
  other: '0197a000-0000-7000-8000-000000000103',
  neighbour: '0197a000-0000-7000-8000-000000000104',
};

const officeTelephone = '0533-2345678';

async function plantBuildings({ owner }: TestDatabase): Promise<void> {
  const rows: [string, string, string, string][] = [
    [buildings.one, places.gridOne, places.gongsheng, '1号楼'],
    [buildings.two, places.gridOne, places.gongsheng, '2号楼'],
    [buildings.ten, places.gridOne, places.gongsheng, '10号楼'],
    [buildings.other, places.gridTwo, places.gongsheng, '5号楼'],
    [buildings.neighbour, places.neighbourGrid, places.neighbour, '1号楼'],
  ];
  for (const [id, parent, community, name] of rows) {
    await owner.query(
      `insert into areas (id, parent_id, owner_id, level, name, full_name, path, details)
       select $1, $2, $3, 'building', $4, $4, path || $1::uuid, jsonb_build_object('estateId', $5::text) from areas where id = $2`,
      [id, parent, community, name, community === places.gongsheng ? places.estate : null],
    );
  }
  const hours = { from: '08:30', until: '18:00' };
  await owner.query(`update areas set letters = 'gshe', details = $2 where id = $1`, [
    places.gongsheng,
    { telephone: officeTelephone, hours },
  ]);
  await owner.query(`update areas set letters = 'njrn' where id = $1`, [places.neighbour]);
}

type Person = {
  name: string;
  grants?: Grant[];
  homeAreaId?: string;
  preferences?: Parameters<typeof createAccount>[1]['preferences'];
};

const persons = {
  grid: {
    name: '孙丽娟',
    grants: [{ role: 'grid-worker', areaId: places.gridOne }],
    preferences: { workPhone: '13800002046', dutyUntil: '17:30' },
  },
  gridTwo: { name: '钱二', grants: [{ role: 'grid-worker', areaId: places.gridTwo }] },
  community: { name: '周敏', grants: [{ role: 'community-secretary', areaId: places.gongsheng }] },
  clerk: { name: '韩冰', grants: [{ role: 'community-worker', areaId: places.gongsheng }] },
  neighbour: { name: '吴邻', grants: [{ role: 'community-worker', areaId: places.neighbour }] },
  resident: { name: '郑居民', homeAreaId: places.gongsheng },
  other: { name: '冯居民', homeAreaId: places.gongsheng },
  family: { name: '王家女儿', homeAreaId: places.far },
} satisfies Record<string, Person>;

export type Name = keyof typeof persons;
export type Asked = {
  as?: Name | Actor;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
  ip?: string;
};

/**
 * A community with its people behind real HTTP and a real database: the modules that accounts do not know. `as` says who
 * asks without signing in; a token is a real session. `readable` holds subjects of pictures that everybody may read.
 */
export async function openNeighbourhood(test: TestDatabase) {
  const house = await openAccountsHouse(test);
  await plantBuildings(test);
  const { accounts, clock, sealer, sent, database } = house;
  const { tree } = accounts;
  await tree.reload();
  const actors = await signUp(house);
  const roster = await openDirectory(database);
  const folder = mkdtempSync(join(tmpdir(), 'liren-files-'));
  const readable = new Set<string>();
  const { may } = accounts.identity;
  const doors = {
    tree,
    sealer,
    may,
    roster,
    addressOf: () => 'https://liren.test',
    signInByCard: cardSignIn(accounts),
    countOpenMatters: async () => 2,
    words: loadTeamWords(join(import.meta.dirname, '../library')),
    fileStore: openFileStore(folder),
    mayRead: async (_reader: unknown, _actor: Actor, file: FileRecord) => readable.has(file.subject ?? ''),
  };
  const bodies = { ...doors, accounts, words: loadBodyWords(join(import.meta.dirname, '../library')) };
  const routes = [
    ...bodyRoutes(bodies),
    ...ownerRoutes(bodies),
    ...[householdRoutes, residentRoutes, cardRoutes, familyRoutes, contactRoutes, homeRoutes].flatMap((open) =>
      open(doors),
    ),
    ...[
      noticeRoutes,
      activityRoutes,
      teamRoutes,
      memberRoutes,
      rehearsalRoutes,
      workRoutes,
      shiftRoutes,
      fileRoutes,
    ].flatMap((open) => open(doors)),
    ...[enrolmentRoutes, sessionRoutes, attendanceRoutes].flatMap((open) => open(doors)),
    ...[ratingRoutes, ticketRoutes, recommendedRoutes, factRoutes].flatMap((open) => open(doors)),
    ...messageRoutes(),
    ...recordRoutes({ ...doors, daysOff: new Set(['2027-01-01']) }),
    ...[stallRoutes, contestRoutes, readingRoutes].flatMap((open) => open(doors)),
    ...seriesRoutes({ ...doors, festivals: [] }),
  ];
  const known = new Map<string, Actor>(Object.values(actors).map((actor) => [actor.id, actor]));
  const identify = async (request: Parameters<typeof accounts.identity.identify>[0]): Promise<Actor> =>
    known.get(String(request.headers['x-as'])) ?? accounts.identity.identify(request);
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const app = await createHttp({ database, clock, log, identify, may, title: 'test', version: '0' }, routes);
  const ask = async (method: string, url: string, asked: Asked = {}) => {
    const actor = typeof asked.as === 'string' ? actors[asked.as] : asked.as;
    if (actor) known.set(actor.id, actor);
    const answer = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: url.startsWith('/') ? url : `/api/v1/areas/${places.gongsheng}${url ? `/${url}` : ''}`,
      headers: {
        ...(actor ? { 'x-as': actor.id } : {}),
        ...(asked.token ? { authorization: `Bearer ${asked.token}` } : {}),
        ...asked.headers,
      },
      ...(asked.ip ? { remoteAddress: asked.ip } : {}),
      ...(asked.body === undefined ? {} : { payload: asked.body as object }),
    });
    const isJson = /json/.test(String(answer.headers['content-type'] ?? ''));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      bytes: answer.rawPayload,
      body: isJson ? answer.json() : null,
    };
  };
  afterAll(async () => {
    await Promise.all([app.close(), roster.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ask,
    app,
    accounts,
    actors,
    clock,
    database,
    doors,
    folder,
    lines,
    owner: test.owner,
    readable,
    sealer,
    sent,
    tree,
  };
}

async function signUp({
  database,
  clock,
}: Awaited<ReturnType<typeof openAccountsHouse>>): Promise<Record<Name, Actor>> {
  const actors: Partial<Record<Name, Actor>> = {};
  await database.transaction(clock.now(), async (tx) => {
    for (const [key, person] of Object.entries(persons) as [Name, Person][]) {
      const { name, grants = [], homeAreaId = null, preferences } = person;
      const account = {
        username: `${key.toLowerCase()}-user`,
        name,
        homeAreaId,
        grants,
        ...(preferences ? { preferences } : {}),
      };
      const id = await createAccount(tx, account);
      actors[key] = { ...anonymous, id, name, grants, homeAreaId };
    }
  });
  return actors as Record<Name, Actor>;
}
