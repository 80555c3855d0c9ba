import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '#platform/log';
import { readConfig } from '#platform/config';
import { testDatabase } from '#tests/database';
import { act, begin, detail, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';
import { openParts } from '../../parts.ts';

const library = join(import.meta.dirname, '../../../library');

const lostProperty = `id: lost-property
name: 失物招领
version: 1
source: custom
level: community
visible: area
present:
  icon: report
  promise: 捡到的东西替您收好，三十天
  empty: 还没有人捡到东西
  title: thing
  facts: [thing, where, seen]
  place: where
forms:
  finding:
    thing 物品: text
    seen 捡到日期: optional date
    where 在哪里捡到: optional place
  handing:
    owner 领走的人: person
steps:
  find 捡到: { by: [resident, community-worker], form: finding }
  keep 保管:
    by: community-worker
    form: handing
    within: 30 days
    go: { claimed 有人领: next, none 没有人领: kept }
  returned 归还: { end: done }
aside:
  kept 上交: { end: refused }
inferred:
  原文未定: [keep.within]
`;

function libraryWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'liren-library-'));
  cpSync(library, folder, { recursive: true });
  writeFileSync(join(folder, 'methods', name), text);
  return folder;
}

const folder = libraryWith('lost-property.yaml', lostProperty);
const test_ = await testDatabase();
const world = await openWorld(test_, { libraryDir: folder });
const { as } = world;

const preview = (body: unknown, name: Parameters<typeof as>[0] = 'secretary') =>
  as(name).post('adoptions/preview', body);
const adopt = async (body: unknown, name: Parameters<typeof as>[0] = 'secretary') => {
  const answer = await as(name).post('adoptions', body);
  await world.parts.context.shelf.reload();
  return answer;
};

test('a method file dropped into the library runs without touching code', async () => {
  const number = need(await as('resident').post('matters', { method: 'lost-property', form: { thing: '一串钥匙' } }))
    .body.number;
  const seen = await detail(world, number);
  expect(seen).toMatchObject({
    method: { name: { zh: '失物招领' } },
    step: { label: { zh: '保管' } },
    dueAt: '2026-12-20T16:00:00.000Z',
  });
  need(await act(as('community'), number, 'claimed', { form: { owner: '张三丰' } }));
  const done = await detail(world, number);
  expect(done.status).toBe('done');
  expect(JSON.stringify(done)).not.toContain('张三丰');
  expect(need(await as('anonymous').get('/api/v1/methods')).body.items.map((one: { id: string }) => one.id)).toContain(
    'lost-property',
  );
});

test('visible: area — those who live there read it whole, others do not', async () => {
  const number = need(await as('resident').post('matters', { method: 'lost-property', form: { thing: '一把伞' } })).body
    .number;
  expect((await as('resident2').get(`matters/${number}`)).status).toBe(200);
  expect((await as('family').get(`matters/${number}`)).body.code).toBe('matter.closed-to-you');
});

test('a broken file is refused at start with plain sentences that name file and line', async () => {
  const broken = libraryWith(
    'broken.yaml',
    lostProperty.replace('id: lost-property', 'id: broken').replace('none 没有人领: kept', 'none 没有人领: nowhere'),
  );
  onTestFinished(() => rmSync(broken, { recursive: true }));
  const config = readConfig({ DATABASE_URL: test_.url, LIREN_DATA: broken }, false);
  await expect(openParts(config, createLog('silent'), broken)).rejects.toThrow(
    /工作法库有 \d+ 处要改：[\s\S]*broken\.yaml:\d+ .*nowhere/,
  );
});

test('a version used again for other content is refused', async () => {
  const changed = libraryWith('lost-property.yaml', lostProperty.replace('30 days', '40 days'));
  onTestFinished(() => rmSync(changed, { recursive: true }));
  const config = readConfig({ DATABASE_URL: test_.url, LIREN_DATA: changed }, false);
  await expect(openParts(config, createLog('silent'), changed)).rejects.toThrow(/library\.version-reused/);
});

test('copy and change: the days change for what begins from now on; running matters keep their version', async () => {
  const running = await begin(as('resident'));
  const settings = { 'report.within': '3 workdays' };
  expect(need(await preview({ method: 'seven-step-loop', settings })).body).toEqual({
    problems: [],
    differences: [expect.stringMatching(/上报.*1 ?个工作日.*3 ?个工作日/)],
    running: 1,
    fileChanged: null,
  });
  const adopted = need(await adopt({ method: 'seven-step-loop', settings }));
  expect(adopted).toMatchObject({ status: 201, body: { adopted: true, changed: 1 } });
  expect((await detail(world, running)).dueAt).toBe('2026-11-23T16:00:00.000Z');
  const fresh = await begin(as('resident'));
  expect(await detail(world, fresh)).toMatchObject({ dueAt: '2026-11-25T16:00:00.000Z', methodVariant: '工盛社区' });
  expect((await detail(world, running)).methodVariant).toBeNull();
  need(await act(as('grid'), running, 'accept'));
  expect((await detail(world, running)).step.id).toBe('assign');
});

test('another community keeps its own version', async () => {
  const number = need(
    await as('sibling').post(`/api/v1/areas/${areas.sibling}/matters`, {
      method: 'seven-step-loop',
      form: { category: '其他', place: { label: '门口' }, words: '灯坏了' },
    }),
  ).body;
  expect(number.dueAt).toBe('2026-11-23T16:00:00.000Z');
  const seen = await as('sibling').get(`/api/v1/areas/${areas.sibling}/matters/${number.number}`);
  expect(need(seen).body.methodVariant).toBeNull();
});

test('the page of a method shows what may be set, who uses it and how it goes here', async () => {
  const page = need(await as('secretary').get(`/api/v1/methods/seven-step-loop?area=${areas.gongsheng}`)).body;
  expect(page.stepRows.find((row: { id: string }) => row.id === 'report').limit).toContain('3');
  expect(page.settable.map((one: { path: string }) => one.path)).toContain('report.within');
  expect(page.variant).toMatchObject({
    areaName: '工盛社区',
    changes: [expect.stringMatching(/上报.*1 ?个工作日.*3 ?个工作日/)],
  });
  const elsewhere = need(await as('sibling').get(`/api/v1/methods/seven-step-loop?area=${areas.sibling}`)).body;
  expect(elsewhere.variant).toBeNull();
  expect(page.users.find((user: { areaId: string }) => user.areaId === areas.gongsheng)).toMatchObject({ changed: 1 });
  expect(elsewhere.yaml).toBe(readFileSync(join(library, 'methods/seven-step-loop.yaml'), 'utf8'));
  expect(page.yaml).toContain('within: 3 workdays');
  expect((await as('secretary').get('/api/v1/methods/none')).body.code).toBe('method.unknown');
});

test('what is wrong with a setting is said with its own name', async () => {
  const settings = { 'report.within': '0 workday' };
  const { problems } = need(await preview({ method: 'seven-step-loop', settings })).body;
  expect(problems).toMatchObject([{ path: 'report.within', zh: '“上报时限”不能是 0，至少要写 1' }]);
});

test.each([
  ['a path that may not be set', { 'rate.by': 'resident' }],
  ['a limit that is no time', { 'report.within': '很快' }],
  ['a limit of nothing', { 'report.within': '0 workday' }],
  ['a path that does not exist', { 'nothing.within': '1 day' }],
])('settings are refused with a sentence: %s', async (_, settings) => {
  const { problems } = need(await preview({ method: 'seven-step-loop', settings })).body;
  expect(problems[0]).toMatchObject({
    path: expect.stringContaining(Object.keys(settings)[0] ?? ''),
    zh: expect.stringMatching(/[一-龥]/),
    en: expect.any(String),
  });
  expect(await adopt({ method: 'seven-step-loop', settings })).toMatchObject({
    status: 422,
    body: { code: 'method.settings-invalid' },
  });
});

test('N61: what only the community can say must be said before a method is adopted: the twelve steps of a handover', async () => {
  const steps = Array.from({ length: 12 }, (_, at) => `本社区第 ${at + 1} 步`);
  const method = 'flat-handover';
  for (const twelve of [[], steps.slice(1)]) {
    const refused = await adopt({ method, settings: { twelve } });
    expect([refused.status, refused.body.code]).toEqual([422, 'method.settings-invalid']);
    expect(refused.body.detail).toContain('要正好 12 项');
  }
  expect((await preview({ method, settings: { twelve: steps } })).body.problems).toEqual([]);
  expect((await adopt({ method, settings: { twelve: steps } })).status).toBeLessThan(300);
});

test('who may adopt: those with the capability over the area', async () => {
  for (const name of ['community', 'grid', 'resident', 'sibling'] as const) {
    expect([name, (await adopt({ method: 'seven-step-loop' }, name)).body.code]).toEqual([name, 'permission.denied']);
  }
  expect((await adopt({ method: 'none' })).body.code).toBe('method.unknown');
});

test('a method that is not adopted cannot be begun; what a street adopts holds in its communities', async () => {
  await world.owner.query(`update adoptions set ended_at = now() where method = 'lost-property' and area_id = $1`, [
    areas.gongsheng,
  ]);
  await world.parts.context.shelf.reload();
  expect(await as('resident').post('matters', { method: 'lost-property', form: { thing: '伞' } })).toMatchObject({
    status: 422,
    body: { code: 'method.not-adopted' },
  });
  need(await as('streetLeader').post(`/api/v1/areas/${areas.street}/adoptions`, { method: 'lost-property' }));
  await world.parts.context.shelf.reload();
  need(await as('resident').post('matters', { method: 'lost-property', form: { thing: '伞' } }));
});
