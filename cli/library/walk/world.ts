import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions } from 'fastify';
import sharp from 'sharp';
import { fixedClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { createLog } from '#platform/log';
import { findMatter, sampleSettings } from '#kernel/workflow';
import { adoptRegister } from '#kernel/registers/shelf';
import { adoptMethod } from '#kernel/workflow/shelf';
import type { Level, Values } from '#kernel-contract/workflow';
import { createAccount } from '#modules/accounts';
import { importAreas, type AreaNode } from '#modules/areas';
import { settleStep } from '#modules/matters/settle';
import { addHouseholds } from '#modules/people';
import { system } from '#shared/actor';
import { createWorker } from '../../../server/handlers.ts';
import { createApp } from '../../../server/mounts.ts';
import { openParts, type Parts } from '../../../server/parts.ts';
import { openSession } from '../../../server/modules/accounts/sessions/service.ts';

const idOf = (n: number): string => `0197b000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const levels = ['city', 'district', 'street', 'community', 'grid', 'estate', 'building'] as const;
const names = ['样板市', '样板区', '样板街道', '样板社区', '第一网格', '样板小区', '3号楼'];
const ids = Object.fromEntries(levels.map((level, at) => [level, idOf(at + 1)])) as Record<(typeof levels)[number], string>;
const codes: Partial<Record<string, string>> = {
  city: '370300000000',
  district: '370303000000',
  street: '370303001000',
  community: '370303001001',
  grid: '37030300100101',
};
const parents: Partial<Record<string, keyof typeof ids>> = {
  district: 'city',
  street: 'district',
  community: 'street',
  grid: 'community',
  estate: 'community',
  building: 'grid',
};

function areaNodes(): AreaNode[] {
  const nodes: AreaNode[] = [];
  for (const [position, level] of levels.entries()) {
    const parent = nodes.find((node) => node.id === (parents[level] ? ids[parents[level]] : ''));
    const name = names[position] ?? level;
    nodes.push({
      id: ids[level],
      parentId: parent?.id ?? null,
      ownerId: position < 4 ? ids[level] : ids.community,
      level,
      code: codes[level] ?? null,
      name,
      fullName: `${parent?.fullName ?? ''}${name}`,
      path: [...(parent?.path ?? []), ids[level]],
      position,
      letters: level === 'community' ? 'ybsq' : null,
      details: level === 'building' ? { estateId: ids.estate } : {},
    });
  }
  return nodes;
}

type Said = { state?: { id: string } | null; id?: string; number?: string; detail?: string; code?: string };
export type Answer = { status: number; body: Said | null };

/** A whole app on an empty migrated database, with one person for every role there is, and a clock that is put. */
export type WalkWorld = {
  parts: Parts;
  communityId: string;
  /** The area of each level, for what is kept above the community. */
  areaIds: Partial<Record<string, string>>;
  buildingId: string;
  cast(key: string): string | null;
  ask(userId: string, method: string, path: string, body?: object): Promise<Answer>;
  upload(userId: string): Promise<string>;
  advance(to: string): Promise<void>;
  /** Where a matter stands, as the records say. */
  stepOf(number: string): Promise<string>;
  /** What the ballot, notice or meeting that carries its step would find out. */
  settle(number: string, outcome: string, result: Values): Promise<void>;
  stop(): Promise<void>;
};

async function signUp({ database, clock, context }: Parts): Promise<Map<string, string>> {
  const { roles, bodies, members } = context.shelf.names;
  const cast = new Map<string, string>();
  const seats = Object.entries(bodies).filter(([body]) => members[body]?.includes(body) === true);
  await database.transaction(clock.now(), async (tx) => {
    for (const [role, { label, level }] of [...Object.entries(roles), ...seats]) {
      const grants = [{ role, areaId: ids[level as Level] }];
      cast.set(`role:${role}`, await createAccount(tx, { username: role, name: label.zh, homeAreaId: null, grants }));
    }
    const resident = { username: 'resident', name: '居民', homeAreaId: ids.community, grants: [] };
    cast.set('resident', await createAccount(tx, resident));
  });
  for (const key of ['anyone', 'family']) cast.set(key, cast.get('resident') ?? '');
  for (const body of Object.keys(bodies)) {
    const held = [members[body] ?? []].flat().find((role) => cast.has(`role:${role}`));
    if (held) cast.set(`body:${body}`, cast.get(`role:${held}`) ?? '');
  }
  return cast;
}

/** Two doors, for what is done for each household. */
async function moveIn({ database, clock, context, accounts, tree }: Parts): Promise<void> {
  const doors = { tree, sealer: context.sealer, may: accounts.identity.may };
  const households = ['101', '102'].map((room) => ({ buildingId: ids.building, unit: '1', room }));
  await database.transaction(clock.now(), (tx) => addHouseholds(tx, system, doors, { areaId: ids.community, households }));
}

async function adoptAll({ database, clock, context, registers }: Parts): Promise<void> {
  await database.transaction(clock.now(), async (tx) => {
    for (const { method } of context.shelf.originals())
      await adoptMethod(tx, context.shelf, {
        areaId: ids.community,
        method: method.id,
        settings: sampleSettings(method),
        adoptedFrom: null,
        by: 'system',
      });
    for (const { register } of registers.originals()) {
      const areaId = ids[register.level as keyof typeof ids];
      await adoptRegister(tx, registers, { areaId, register: register.id, settings: {}, by: 'system' });
    }
  });
  await Promise.all([context.shelf.reload(), registers.reload()]);
}

let shade = 0;

/** A small photograph, never the same twice. */
function aPicture(): Promise<Buffer> {
  shade = (shade + 1) % 256;
  const background = { r: shade, g: 120, b: 90 };
  return sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** The whole app on this database, with a clock that is put. */
async function openApp(url: string, libraryDir: string, start: string) {
  const folder = mkdtempSync(join(tmpdir(), 'liren-walk-'));
  const config = readConfig(
    { DATABASE_URL: url, LIREN_DATA: folder, LIREN_URL: 'https://liren.invalid', LIREN_LOG: 'silent' },
    false,
  );
  const opened = await openParts(config, createLog('silent'), libraryDir);
  const clock = fixedClock(start);
  const parts: Parts = { ...opened, clock };
  await parts.database.transaction(clock.now(), (tx) => importAreas(tx, areaNodes()));
  await parts.tree.reload();
  const cast = await signUp(parts);
  await parts.context.directory.reload();
  await adoptAll(parts);
  await moveIn(parts);
  const app = await createApp(parts);
  await app.ready();
  const worker = createWorker(parts, 0);
  const stop = async (): Promise<void> => {
    await worker.stop();
    await app.close();
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { app, cast, clock, parts, stop, worker };
}

type Inject = (userId: string, request: InjectOptions) => Promise<Answer>;

/** Requests as each person sends them: with a session of her own. */
function openRequests({ app, parts }: Awaited<ReturnType<typeof openApp>>): Inject {
  const tokens = new Map<string, string>();
  const tokenOf = async (userId: string): Promise<string> => {
    const known = tokens.get(userId);
    if (known) return known;
    const opening = { userId, way: 'password', behalf: null, device: 'walk', replaces: null } as const;
    const { token } = await parts.database.transaction(parts.accounts.wallClock(), (tx) =>
      openSession(tx, parts.accounts, opening),
    );
    tokens.set(userId, token);
    return token;
  };
  return async (userId, request) => {
    const headers = { ...request.headers, authorization: `Bearer ${await tokenOf(userId)}` };
    const answer = await app.inject({ ...request, headers });
    return { status: answer.statusCode, body: answer.body === '' ? null : (answer.json() as Said) };
  };
}

type Treasury = { parts: Parts; cast: Map<string, string>; openedOn: string };

/** A fund for every word there is, where its name says it stands: what pays needs something to pay from. */
async function openFunds(inject: Inject, { parts, cast, openedOn }: Treasury): Promise<void> {
  const url = `/api/v1/areas/${ids.community}/funds`;
  for (const [word, { label, level }] of Object.entries(parts.context.shelf.names.funds)) {
    const estateId = level === 'estate' ? ids.estate : null;
    const payload = { word, estateId, name: label.zh, openedOn };
    await inject(cast.get('role:community-worker') ?? '', { method: 'POST', url, payload });
  }
}

async function upload(inject: Inject, userId: string): Promise<string> {
  const head = `--walk\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), await aPicture(), Buffer.from('\r\n--walk--\r\n')]);
  const headers = { 'content-type': 'multipart/form-data; boundary=walk' };
  const url = `/api/v1/areas/${ids.community}/files`;
  return (await inject(userId, { method: 'POST', url, payload, headers })).body?.id ?? '';
}

/** Opens the world of a walk. The database is empty and migrated; nothing outside it is touched. */
export async function openWalkWorld(url: string, libraryDir: string, start: string): Promise<WalkWorld> {
  const opened = await openApp(url, libraryDir, start);
  const { cast, clock, parts, stop, worker } = opened;
  const inject = openRequests(opened);
  await openFunds(inject, { parts, cast, openedOn: start.slice(0, 10) });
  return {
    parts,
    stop,
    communityId: ids.community,
    areaIds: ids,
    buildingId: ids.building,
    cast: (key) => cast.get(key) ?? null,
    ask: (userId, method, path, body) =>
      inject(userId, {
        method: method as NonNullable<InjectOptions['method']>,
        url: path.startsWith('/') ? path : `/api/v1/areas/${ids.community}/${path}`,
        ...(body ? { payload: body } : {}),
      }),
    upload: (userId) => upload(inject, userId),
    async advance(to) {
      clock.set(to);
      await worker.drain();
    },
    async settle(number, outcome, result) {
      const { database, context } = parts;
      const row = (await findMatter(database, ids.community, number, 'system'))?.row;
      if (!row) return;
      const begun = [row.state.waiting['children'] ?? []].flat().map(String);
      // The matters a step waits for have been begun for real: they end in place of those the way speaks of.
      if (outcome === 'started' && begun.length > 0) return;
      const child = begun[Number(String(result['child']).replace('child-', '')) - 1];
      const found = child === undefined ? result : { ...result, child };
      const settling = { areaId: row.areaId, matterId: row.id, step: row.step, outcome, result: found };
      await database.transaction(clock.now(), (tx) => settleStep(tx, context, settling));
    },
    stepOf: async (number) => (await findMatter(parts.database, ids.community, number, 'system'))?.row.step ?? '',
  };
}
