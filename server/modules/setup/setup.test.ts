import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createLog } from '#platform/log';
import { readOrCreateSetupCode } from '#platform/setup-code';
import { testDatabase } from '#tests/database';
import { createApp } from '../../mounts.ts';
import { openParts } from '../../parts.ts';

const { url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'liren-setup-'));
const parts = await openParts(
  {
    port: 0,
    dataDir: folder,
    databaseUrl: url,
    secretFile: join(folder, 'secret.key'),
    demo: false,
    publicUrl: null,
    logLevel: 'silent',
    tiles: null,
  },
  createLog('silent'),
);
const app = await createApp(parts);
await app.ready();
afterAll(async () => {
  await app.close();
  await parts.close();
  rmSync(folder, { recursive: true, force: true });
});

const secret = readOrCreateSetupCode(folder);
const founding = {
  secret,
  code: '370303001001',
  city: '淄博市',
  district: '张店区',
  street: '车站街道',
  community: '工盛社区',
  name: '周敏',
  username: 'zhoumin',
  password: 'willow-ferry-lamp',
};

async function ask(method: 'GET' | 'POST', path: string, body?: object, token?: string) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await app.inject({ method, url: `/api/v1/${path}`, headers, ...(body ? { payload: body } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}

test('a system without an administrator is open, and is founded only with the code printed at its start', async () => {
  expect((await ask('GET', 'setup')).body).toEqual({ open: true });
  const wrong = await ask('POST', 'setup', { ...founding, secret: 'abcdefghjk' });
  expect(wrong).toMatchObject({ status: 403, body: { code: 'setup.secret-wrong' } });
  expect((await ask('GET', 'setup')).body).toEqual({ open: true });
});

test('K01: the code must be the community’s own, not that of a unit above, and well formed', async () => {
  const above = await ask('POST', 'setup', { ...founding, code: '370303001000' });
  expect(above).toMatchObject({ status: 422, body: { code: 'area.code-not-community' } });
  const short = await ask('POST', 'setup', { ...founding, code: '3703030010' });
  expect(short).toMatchObject({ status: 422, body: { code: 'area.code-invalid' } });
});

test('of two foundings at once one succeeds; the founder is administrator and secretary, and it is closed', async () => {
  const other = { ...founding, username: 'another' };
  const answers = await Promise.all([ask('POST', 'setup', founding), ask('POST', 'setup', other)]);
  expect(answers.map((one) => one.status).toSorted()).toEqual([201, 409]);
  expect((await ask('GET', 'setup')).body).toEqual({ open: false });
  expect(await ask('POST', 'setup', { ...founding, code: '370303001002' })).toMatchObject({
    status: 409,
    body: { code: 'setup.closed' },
  });
  await parts.tree.reload();
  expect(parts.tree.all().map(({ level, code, fullName }) => [level, code, fullName])).toEqual([
    ['city', '370300000000', '淄博市'],
    ['district', '370303000000', '淄博市张店区'],
    ['street', '370303001000', '淄博市张店区车站街道'],
    ['community', '370303001001', '淄博市张店区车站街道工盛社区'],
  ]);
});

test('the check list says what is missing, a pack is adopted once, and a line is done when its thing is there', async () => {
  const username = (await ask('POST', 'session', { username: 'zhoumin', password: founding.password })).status === 200;
  const { body: session } = await ask('POST', 'session', {
    username: username ? 'zhoumin' : 'another',
    password: founding.password,
  });
  const areaId = parts.tree.byCode('370303001001')?.id ?? '';
  const read = async () => (await ask('GET', `areas/${areaId}/setup`, undefined, session.token)).body;
  const done = async () =>
    (await read()).checks.filter((line: { done: boolean }) => line.done).map((line: { id: string }) => line.id);
  expect(await done()).toEqual([]);
  const { packs } = await read();
  expect(packs.map((pack: { name: string }) => pack.name)).toEqual(['城市社区', '老旧小区', '安置小区', '村']);
  expect(await ask('POST', `areas/${areaId}/setup/packs`, { pack: 'none' }, session.token)).toMatchObject({
    status: 404,
    body: { code: 'pack.unknown' },
  });
  const adopt = async () =>
    (await ask('POST', `areas/${areaId}/setup/packs`, { pack: 'old-estate' }, session.token)).body;
  expect(await adopt()).toEqual({ adopted: 8 });
  await Promise.all([parts.context.shelf.reload(), parts.duties.reload()]);
  expect(await adopt()).toEqual({ adopted: 0 });
  expect(await done()).toEqual(['methods']);
  for (const [parent, level, name] of [
    [areaId, 'grid', '第一网格'],
    ['第一网格', 'building', '1号楼'],
  ] as const) {
    const parentId = parts.tree.all().find((node) => node.name === parent)?.id ?? parent;
    expect((await ask('POST', `areas/${parentId}/areas`, { level, name }, session.token)).status).toBe(201);
    await parts.tree.reload();
  }
  expect(await done()).toEqual(['places', 'methods']);
  const colleagues = (await read()).checks.find((line: { id: string }) => line.id === 'colleagues');
  expect(colleagues).toMatchObject({ done: false, has: '1 人有账号', missing: '第一网格还没有网格员。' });
  expect((await ask('GET', `areas/${areaId}/setup`)).status).toBe(401);
});
