import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openShelf, planAdoption } from '#kernel/workflow/shelf';
import { testDatabase } from '#tests/database';
import { begin, detail, need } from '#tests/matters';
import { areas, gongsheng, openWorld, type Name } from '#tests/world';

const library = join(import.meta.dirname, '../../../library');
const world = await openWorld(await testDatabase());
const { as } = world;
const loop = 'seven-step-loop';
const text = readFileSync(join(library, `methods/${loop}.yaml`), 'utf8');

const placeOf: Partial<Record<Name, string>> = { sibling: areas.sibling, admin: areas.sibling };
const pathOf = (name: Name): string => `/api/v1/areas/${placeOf[name] ?? areas.gongsheng}`;
const preview = async (body: object, name: Name = 'secretary') =>
  need(await as(name).post(`${pathOf(name)}/adoptions/preview`, { method: loop, ...body })).body;
const adopt = async (body: object, name: Name = 'secretary') => {
  const answer = await as(name).post(`${pathOf(name)}/adoptions`, { method: loop, ...body });
  await world.parts.context.shelf.reload();
  return answer;
};
const page = async (areaId: string = areas.gongsheng) =>
  need(await as('community').get(`/api/v1/methods/${loop}?area=${areaId}`)).body;

/** The library's file with a step, a limit, an actor and a question changed. */
const forked = text
  .replace(
    '    within: 1 workday\n    late: [{ tell: [grid-worker, community-worker] }',
    '    within: 5 days\n    late: [{ tell: [grid-worker, community-worker] }',
  )
  .replace(
    '  reply 反馈:\n    by: [community-worker, grid-head]',
    '  look 回头看:\n    by: building-head\n    within: 2 days\n  reply 反馈:\n    by: community-worker',
  )
  .replace('    comment 想说的话', '    again 还缺什么: optional text\n    comment 想说的话');

test('一社一策: a community changes the file, reads what is different in plain words, and runs on its own version', async () => {
  const running = await begin(as('resident'));
  const told = await preview({ file: forked });
  expect(told).toMatchObject({ problems: [], fileChanged: null, running: 1 });
  expect(told.differences).toEqual([
    '增加步骤「回头看」',
    '上报·时限：1个工作日 → 5天',
    '反馈·谁来办：社区工作者、网格长 → 社区工作者',
    '增加填写项「还缺什么」',
  ]);
  const adopted = need(await adopt({ file: forked })).body;
  expect(adopted).toMatchObject({ adopted: true, changed: 4 });
  const here = await page();
  expect(here.variant).toMatchObject({ areaName: '工盛社区', isFile: true, changes: told.differences });
  expect((await page(areas.sibling)).variant).toBeNull();
  const fresh = await begin(as('resident'));
  expect((await detail(world, fresh)).line.map((one: { id: string }) => one.id)).toContain('look');
  expect((await detail(world, running)).line.map((one: { id: string }) => one.id)).not.toContain('look');
});

test('settings set later stand on the own version, not on the library’s', async () => {
  const settings = { 'reply.within': '2 workdays' };
  expect((await preview({ settings })).differences).toEqual(['反馈·时限：1个工作日 → 2个工作日']);
  need(await adopt({ settings }));
  expect((await page()).variant.changes).toHaveLength(5);
  need(await adopt({ file: forked }));
});

test('a version taken out as a file is the same version elsewhere; changed by hand it is another, and said so', async () => {
  const file = (await page()).yaml as string;
  expect(file).toMatch(/^# 工盛社区的版本。/);
  const there = await preview({ file }, 'admin');
  expect(there).toMatchObject({ problems: [], fileChanged: false });
  expect(there.differences).toContain('增加步骤「回头看」');
  const byHand = file.replace('5 days', '6 days');
  expect(await preview({ file: byHand }, 'admin')).toMatchObject({ problems: [], fileChanged: true });
  const mine = (await page()).hash;
  expect(need(await adopt({ file: byHand, from: areas.gongsheng }, 'admin')).body.hash).not.toBe(mine);
  expect(need(await adopt({ file, from: areas.gongsheng }, 'admin')).body.hash).toBe(mine);
  expect((await page(areas.sibling)).variant.changes).toEqual((await page()).variant.changes);
});

test.each([
  [
    'a target nobody knows',
    (file: string) => file.replace('refuse 不予受理: refused', 'refuse 不予受理: nowhere'),
    /^第 \d+ 行：.*nowhere/,
  ],
  [
    'a key nobody knows',
    (file: string) => file.replace('    stage: 网格\n', '    colour: 红\n'),
    /^第 \d+ 行：.*没有“colour”这个写法/,
  ],
  ['no YAML', (file: string) => `${file}\n  : [`, /^第 \d+ 行：这一行不是有效的 YAML/],
  ['another id', (file: string) => file.replace('id: seven-step-loop', 'id: my-loop'), /^第 1 行：.*不要改 id/],
  [
    'what is fixed',
    (file: string) => file.replace('    by: reporter', '    by: community-worker'),
    /^第 \d+ 行：“rate.by”按规定不能改/,
  ],
  ['fixed itself', (file: string) => file.replace('fixed: [rate.by]', 'fixed: []'), /fixed 里不能去掉“rate.by”/],
])('a file is refused with its line: %s', async (_, change, sentence) => {
  const file = change(text);
  const told = await preview({ file });
  expect(told.problems.length).toBeGreaterThan(0);
  const wrongLine = file.split('\n').findIndex((line, at) => line !== text.split('\n')[at]) + 1;
  if (!/fixed|YAML/.test(told.problems[0].zh)) expect(told.problems[0].line).toBe(wrongLine);
  const refused = await adopt({ file });
  expect(refused).toMatchObject({ status: 422, body: { code: 'method.file-invalid' } });
  expect(refused.body.detail).toMatch(sentence);
});

test('an update of the library changes nothing until it is adopted, and says what it would change', async () => {
  need(await adopt({ file: text }));
  const folder = mkdtempSync(join(tmpdir(), 'liren-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(library, folder, { recursive: true });
  const newer = text.replace('version: 1', 'version: 2').replace('    within: 7 days\n', '    within: 10 days\n');
  writeFileSync(join(folder, `methods/${loop}.yaml`), newer);
  const shelf = await openShelf(world.database, folder, world.clock.now());
  onTestFinished(() => shelf.close());
  const path = world.parts.tree.path(areas.gongsheng);
  expect(shelf.inForce(path, loop)?.version).toBe(1);
  const kept = await planAdoption(world.database, shelf, path, { method: loop, settings: {} });
  expect(kept).toMatchObject({ problems: [], differences: [] });
  const updated = await planAdoption(world.database, shelf, path, { method: loop, settings: {}, update: true });
  expect(updated.differences).toEqual(['评价·时限：7天 → 10天']);
});

const bind = (name: Name, areaId: string, body: object) =>
  as(name).post(`/api/v1/areas/${areaId}/methods/${loop}/bindings`, { required: false, floors: [], ...body });
const standing = async (name: Name, areaId: string) =>
  need(await as(name).get(`/api/v1/areas/${areaId}/methods/${loop}/bindings`)).body;
const floors = [
  { place: 'limits.report', rule: 'at-most', value: '2 workdays', label: '上报时限' },
  { place: 'steps.rate', rule: 'kept', value: null, label: '要有“评价”这一步' },
  { place: 'fields.stars', rule: 'kept', value: 'required', label: '必须填“满意度”' },
  { place: 'shows.archived', rule: 'kept', value: ['outcome'], label: '“归档”时公开的不能少' },
];

test('a street’s floors: what lowers one is refused in words that name who set it; what keeps to it goes through', async () => {
  need(await bind('streetLeader', areas.street, { floors, reason: '街道民生实事' }));
  const lowering: [object, RegExp][] = [
    [
      { settings: { 'report.within': '3 workdays' } },
      /公园街道要求上报时限最多2个工作日，这里是3个工作日（高明 2026-11-20 定的）/,
    ],
    [{ settings: { 'report.within': '2 days' } }, /^$/],
    [{ settings: { 'report.within': '2 workdays' } }, /^$/],
    [{ file: text.replace('stars 满意度: rating', 'stars 满意度: optional rating') }, /必须填“满意度”，这里可以不填/],
    [
      {
        file: text
          .replace('shows: [headline, outcome, before, now]', 'shows: [headline, before, now]')
          .replace(', result: outcome }', ' }'),
      },
      /“归档”时公开的不能少，这里少了公开结果/,
    ],
    [
      {
        file: text
          .replaceAll('report 上报', 'take 上报')
          .replace('[report, assign, handle]', '[take, assign, handle]')
          .replace('[report.by, assign.by', '[take.by, assign.by'),
      },
      /上报时限最多2个工作日，这里没有了/,
    ],
  ];
  for (const [body, sentence] of lowering) {
    const { problems } = await preview(body);
    expect(problems[0]?.zh ?? '').toMatch(sentence);
    const answer = await adopt(body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(problems.length > 0 ? 409 : 201);
    if (problems.length > 0) expect(answer.body.code).toBe('method.floor-lowered');
  }
});

test('a street whose own version is below what it asks is told to begin with itself', async () => {
  const told = await bind('streetLeader', areas.street, { floors: [{ ...floors[0], value: '12 hours' }] });
  expect(told).toMatchObject({ status: 422, body: { code: 'method.floor-above-own' } });
  expect(told.body.detail).toContain('上报时限最多12小时，这里是1个工作日');
});

test('who does not keep to it is listed above and said below; the floor lifted, everything goes again', async () => {
  need(await bind('streetLeader', areas.street, {}));
  need(await adopt({ settings: { 'report.within': '4 workdays' } }));
  const above = need(await bind('streetLeader', areas.street, { floors, reason: '民生实事' })).body;
  expect(above.communities).toBe(2);
  expect(above.below.map((one: { name: string }) => one.name)).toContain('工盛社区');
  const here = await standing('community', areas.gongsheng);
  expect(here).toMatchObject({
    bindable: [],
    lowered: ['上报时限最多2个工作日，这里是4个工作日'],
    bindings: [{ areaName: '公园街道', byName: '高明', reason: '民生实事', own: false, floors: expect.any(Array) }],
  });
  need(await bind('streetLeader', areas.street, {}));
  expect((await standing('community', areas.gongsheng)).bindings).toEqual([]);
  expect((await preview({ settings: { 'report.within': '9 workdays' } })).problems).toEqual([]);
});

test('a method that must be used is in force in every community below at once', async () => {
  await world.owner.query(`update adoptions set ended_at = now() where method = $1 and area_id = $2`, [
    loop,
    areas.far,
  ]);
  await world.parts.context.shelf.reload();
  expect((await page(areas.far)).adopted).toBe(false);
  need(await bind('district', areas.district, { required: true }));
  await world.parts.context.shelf.reload();
  expect((await page(areas.far)).adopted).toBe(true);
  const { items } = need(await as('far').get(`/api/v1/methods?area=${areas.far}`)).body;
  expect(items.find((one: { id: string }) => one.id === loop)).toMatchObject({ required: true, adopted: true });
  need(await bind('district', areas.district, {}));
});

test('who may bind: a street, a district and a city, by their leaders, and never a community', async () => {
  for (const name of ['community', 'secretary', 'streetOfficer', 'resident'] as const)
    expect([name, (await bind(name, areas.street, { floors })).body.code]).toEqual([name, 'permission.denied']);
  expect((await bind('admin', areas.gongsheng, { floors })).body.code).toBe('method.bind-level');
  const wrong = { ...floors[0], value: '很快' };
  expect((await bind('city', areas.city, { floors: [wrong] })).body.code).toBe('method.floor-invalid');
  const nowhere = { ...floors[0], place: 'limits.nothing' };
  expect((await bind('city', areas.city, { floors: [nowhere] })).body.code).toBe('method.floor-invalid');
  expect((await as('resident').get(`${gongsheng}/methods/${loop}/bindings`)).body.code).toBe('permission.denied');
});

test.each([
  ['a limit that is no time', ['limits.report', 'at-most', '"soon"'], 'method_floors_limit_is_time'],
  ['a limit that only asks for more', ['limits.report', 'at-least', '"2 days"'], 'method_floors_limit_is_time'],
  ['a step that is at most', ['steps.rate', 'at-most', 'null'], 'method_floors_kept_places'],
  ['a parameter that is no number', ['params.largeFrom', 'at-least', '"many"'], 'method_floors_param_is_number'],
  ['a place of no kind', ['colours.red', 'at-most', '"red"'], 'method_floors_place_known'],
])('the database itself refuses %s', async (_, [place, rule, value], constraint) => {
  const { owner } = world;
  const id = '0197b000-0000-7000-8000-00000000ffff';
  await owner.query(
    `insert into method_bindings (area_id, id, method, required, bound_at, bound_by, bound_by_name, ended_at)
     values ($1, $2, 'x', false, now(), 'x', 'x', now()) on conflict do nothing`,
    [areas.city, id],
  );
  const insert = owner.query(
    `insert into method_floors (area_id, binding_id, place, rule, value, label) values ($1, $2, $3, $4, $5, 'x')`,
    [areas.city, id, place, rule, value],
  );
  await expect(insert).rejects.toMatchObject({ constraint });
});
