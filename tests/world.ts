import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import type { Grant } from '#shared/actor';
import { fixedClock } from '#platform/clock';
import { createLog } from '#platform/log';
import type { MailOptions } from '#platform/mail';
import { createAccount } from '#modules/accounts';
import { sampleSettings } from '#kernel/workflow';
import { adoptMethod } from '#kernel/workflow/shelf';
import { importAreas, type AreaNode } from '#modules/areas';
import { createWorker } from '../server/handlers.ts';
import { createApp } from '../server/mounts.ts';
import { openParts, type Parts } from '../server/parts.ts';
import { openSession } from '../server/modules/accounts/sessions/service.ts';
import type { TestDatabase } from './database.ts';

const idOf = (n: number): string => `0197b000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A small piece of 淄博市: 工盛社区 with two grids, two estates and their buildings, a sibling and two places farther off. */
export const areas = {
  city: idOf(1),
  district: idOf(2),
  street: idOf(3),
  gongsheng: idOf(4),
  gridOne: idOf(5),
  gridTwo: idOf(6),
  estate: idOf(7),
  estateTwo: idOf(8),
  building: idOf(9),
  buildingTwo: idOf(10),
  buildingFive: idOf(11),
  sibling: idOf(12),
  siblingGrid: idOf(13),
  siblingBuilding: idOf(14),
  otherStreet: idOf(15),
  far: idOf(16),
  farGrid: idOf(17),
};

type Planted = {
  key: keyof typeof areas;
  parent: keyof typeof areas | null;
  level: AreaNode['level'];
  name: string;
  code?: string;
  letters?: string;
  details?: Record<string, unknown>;
};

const planted: Planted[] = [
  { key: 'city', parent: null, level: 'city', name: '淄博市', code: '370300000000' },
  { key: 'district', parent: 'city', level: 'district', name: '张店区', code: '370303000000' },
  { key: 'street', parent: 'district', level: 'street', name: '公园街道', code: '370303002000' },
  {
    key: 'gongsheng',
    parent: 'street',
    level: 'community',
    name: '工盛社区',
    code: '370303002001',
    letters: 'gshe',
    details: {
      telephone: '0533-2345678',
      lampPosts: [{ code: 'gs017', label: '健身广场 17 号灯杆', point: [118.05, 36.81] }],
    },
  },
  { key: 'gridOne', parent: 'gongsheng', level: 'grid', name: '第一网格', code: '37030300200101' },
  { key: 'gridTwo', parent: 'gongsheng', level: 'grid', name: '第二网格', code: '37030300200102' },
  { key: 'estate', parent: 'gongsheng', level: 'estate', name: '工盛小区' },
  { key: 'estateTwo', parent: 'gongsheng', level: 'estate', name: '泰和苑' },
  { key: 'building', parent: 'gridOne', level: 'building', name: '3号楼', details: { estateId: areas.estate } },
  { key: 'buildingTwo', parent: 'gridOne', level: 'building', name: '4号楼', details: { estateId: areas.estate } },
  { key: 'buildingFive', parent: 'gridTwo', level: 'building', name: '5号楼', details: { estateId: areas.estateTwo } },
  {
    key: 'sibling',
    parent: 'street',
    level: 'community',
    name: '邻近社区',
    code: '370303002002',
    letters: 'linj',
  },
  { key: 'siblingGrid', parent: 'sibling', level: 'grid', name: '邻近网格', code: '37030300200201' },
  { key: 'siblingBuilding', parent: 'siblingGrid', level: 'building', name: '1号楼' },
  { key: 'otherStreet', parent: 'district', level: 'street', name: '和平街道', code: '370303003000' },
  { key: 'far', parent: 'otherStreet', level: 'community', name: '远处社区', code: '370303003001', letters: 'farr' },
  { key: 'farGrid', parent: 'far', level: 'grid', name: '远处网格', code: '37030300300101' },
];

function areaNodes(): AreaNode[] {
  const nodes: AreaNode[] = [];
  for (const [position, one] of planted.entries()) {
    const parent = nodes.find((node) => node.id === (one.parent ? areas[one.parent] : ''));
    const id = areas[one.key];
    const owns = ['city', 'district', 'street', 'community'].includes(one.level);
    nodes.push({
      id,
      parentId: parent?.id ?? null,
      ownerId: owns ? id : (parent?.ownerId ?? id),
      level: one.level,
      code: one.code ?? null,
      name: one.name,
      fullName: `${parent?.fullName ?? ''}${one.name}`,
      path: [...(parent?.path ?? []), id],
      position,
      letters: one.letters ?? null,
      details: one.details ?? {},
    });
  }
  return nodes;
}

type Person = { name: string; holds?: [string, keyof typeof areas][]; home?: keyof typeof areas };

const people = {
  resident: { name: '周雪梅', home: 'gongsheng' },
  resident2: { name: '郑玉兰', home: 'gongsheng' },
  family: { name: '王晓燕', home: 'far' },
  grid: { name: '孙丽娟', holds: [['grid-worker', 'gridOne']] },
  gridTwo: { name: '钱立新', holds: [['grid-worker', 'gridTwo']] },
  gridHead: { name: '冯国强', holds: [['grid-head', 'gridOne']] },
  building: { name: '何秀英', holds: [['building-head', 'estate']] },
  property: { name: '陈守义', holds: [['property', 'estate']] },
  volunteer: { name: '吴志明', holds: [['volunteer', 'gongsheng']] },
  volunteer2: { name: '赵学军', holds: [['volunteer', 'gongsheng']] },
  community: { name: '孟庆华', holds: [['community-worker', 'gongsheng']] },
  community2: { name: '刘思远', holds: [['community-worker', 'gongsheng']] },
  secretary: { name: '周敏', holds: [['community-secretary', 'gongsheng']] },
  streetOfficer: { name: '马建国', holds: [['street-officer', 'street']] },
  streetLeader: { name: '高明', holds: [['street-leader', 'street']] },
  district: { name: '韩冬', holds: [['district-officer', 'district']] },
  city: { name: '曹勇', holds: [['city-officer', 'city']] },
  siblingGrid: { name: '沈红', holds: [['grid-worker', 'siblingGrid']] },
  sibling: { name: '许静', holds: [['community-worker', 'sibling']] },
  far: { name: '董洁', holds: [['community-worker', 'far']] },
  admin: { name: '管理员', holds: [['administrator', 'city']] },
} satisfies Record<string, Person>;

export type Name = keyof typeof people;
export const names = Object.keys(people) as Name[];

export type Answer = { status: number; body: any; headers: Record<string, unknown>; raw: Buffer };
type Asked = { body?: unknown; key?: string; headers?: Record<string, string>; payload?: Buffer | string };

/** One who asks: paths are below `/api/v1` of 工盛社区 unless they begin with a slash. */
export type Asker = {
  id: string;
  /** Of the session; null for who is not signed in. */
  token: string | null;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, key?: string): Promise<Answer>;
};

export const gongsheng = `/api/v1/areas/${areas.gongsheng}`;

/** The time every world begins: Friday 2026-11-20, 09:00 in Shanghai. */
export const worldStart = '2026-11-20T01:00:00.000Z';

export type WorldOptions = {
  libraryDir?: string;
  adopted?: boolean;
  demo?: boolean;
  robotOrigins?: string[];
  mail?: MailOptions;
};

/**
 * The whole app on its own database, with a clock that stands where it is put and a worker that works when it is told to.
 * Everybody has a real session.
 */
export async function openWorld(test: TestDatabase, options: WorldOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'liren-world-'));
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const config = {
    port: 0,
    dataDir: folder,
    databaseUrl: test.url,
    secretFile: join(folder, 'secret.key'),
    demo: options.demo ?? false,
    publicUrl: 'https://liren.test',
    logLevel: 'debug',
    tiles: null,
    robotOrigins: options.robotOrigins ?? [],
    mail: options.mail ?? null,
  };
  const clock = fixedClock(worldStart);
  const opened = await openParts(config, log, options.libraryDir);
  const parts: Parts = { ...opened, clock };
  const { database, tree, context } = parts;
  await database.transaction(clock.now(), (tx) => importAreas(tx, areaNodes()));
  await tree.reload();
  if (options.adopted !== false) await adoptEverywhere(parts);
  const ids = await signUp(parts);
  await Promise.all([context.directory.reload(), context.shelf.reload()]);
  const app = await createApp(parts);
  await app.ready();
  const worker = createWorker(parts, 0);
  afterAll(async () => {
    await worker.stop();
    await app.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const tokens = await signIn(parts, ids);
  const as = (name: Name | 'anonymous'): Asker =>
    asker(app, name === 'anonymous' ? null : tokens[name], ids[name as Name] ?? '');
  return {
    app,
    as,
    clock,
    database,
    folder,
    ids,
    lines,
    owner: test.owner,
    parts,
    tokens,
    worker,
    ...timeOf(clock, worker),
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

async function adoptEverywhere({ database, context, clock }: Parts): Promise<void> {
  await database.transaction(clock.now(), async (tx) => {
    for (const areaId of [areas.gongsheng, areas.sibling, areas.far])
      for (const { method } of context.shelf.originals())
        await adoptMethod(tx, context.shelf, {
          areaId,
          method: method.id,
          settings: sampleSettings(method),
          adoptedFrom: null,
          by: 'system',
        });
  });
}

async function signUp({ database, clock }: Parts): Promise<Record<Name, string>> {
  const ids: Partial<Record<Name, string>> = {};
  await database.transaction(clock.now(), async (tx) => {
    for (const [key, person] of Object.entries(people) as [Name, Person][]) {
      const grants: Grant[] = (person.holds ?? []).map(([role, at]) => ({ role, areaId: areas[at] }));
      const homeAreaId = person.home ? areas[person.home] : null;
      ids[key] = await createAccount(tx, { username: key.toLowerCase(), name: person.name, homeAreaId, grants });
    }
  });
  return ids as Record<Name, string>;
}

async function signIn({ database, accounts }: Parts, ids: Record<Name, string>): Promise<Record<Name, string>> {
  const tokens: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const opening = { userId: ids[name], way: 'password', behalf: null, device: '测试', replaces: null } as const;
    const session = await database.transaction(accounts.wallClock(), (tx) => openSession(tx, accounts, opening));
    tokens[name] = session.token;
  }
  return tokens as Record<Name, string>;
}

export function asker(app: Awaited<ReturnType<typeof createApp>>, token: string | null, id: string): Asker {
  const ask = async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const answer = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: path.startsWith('/') ? path : `${gongsheng}/${path}`,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(asked.key ? { 'idempotency-key': asked.key } : {}),
        ...asked.headers,
      },
      ...(asked.payload !== undefined ? { payload: asked.payload } : {}),
      ...(asked.body !== undefined ? { payload: asked.body as object } : {}),
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      body: isJson ? answer.json() : answer.body,
      headers: answer.headers,
      raw: answer.rawPayload,
    };
  };
  return {
    id,
    token,
    ask,
    get: (path) => ask('GET', path),
    post: (path, body = {}, key) => ask('POST', path, { body, ...(key ? { key } : {}) }),
  };
}

function timeOf(clock: ReturnType<typeof fixedClock>, worker: { drain(): Promise<number> }) {
  return {
    /** Puts the clock to a moment and works what has come due until then. */
    async advance(to: string | Date): Promise<void> {
      clock.set(to);
      await worker.drain();
    },
  };
}

/** A part of a form with one file in it, as browsers send it. */
export function multipart(
  bytes: Buffer,
  name = '照片.jpg',
  type = 'image/jpeg',
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----liren-test';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

let shade = 0;

/** A small real photograph, never the same twice. */
export async function photograph(): Promise<Buffer> {
  shade += 1;
  // Far enough apart to stay apart when it is encoded anew.
  const background = { r: (shade * 37) % 256, g: (shade * 101) % 256, b: 90 };
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** Uploads a photograph and answers its id. */
export async function upload(who: Asker, areaPath = gongsheng): Promise<string> {
  const answer = await who.ask('POST', `${areaPath}/files`, multipart(await photograph()));
  if (answer.status !== 201) throw new Error(`upload refused: ${JSON.stringify(answer.body)}`);
  return answer.body.id as string;
}
