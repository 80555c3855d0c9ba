import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { addHouseholds, addPeople } from '#modules/people';
import { carriedOf } from '#modules/matters/carriers';
import { testDatabase } from '#tests/database';
import { act as actOn, detail, need } from '#tests/matters';
import { areas, openWorld, upload, type Name } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai: 7 days are 21 to 27 November.
const folder = mkdtempSync(join(tmpdir(), 'liren-publicity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, '../../../library'), folder, { recursive: true });
writeFileSync(
  join(folder, 'methods/shelter.yaml'),
  `id: shelter
name: 候车亭
version: 1
source: custom
level: community
visible: area
present: { title: title, promise: 贴满七天再动工, place: where, facts: [title, where, options] }
forms:
  asking:
    title 标题: text
    where 地点: optional place
    options 方案: { type: list, of: { way 做法: text, cost 费用: optional money } }
steps:
  ask 提出: { by: community-worker, form: asking, within: 7 days }
  hang 公示: { publicity: 7 days, board: true, by: community-worker, shows: [title, options], go: { upheld: ask } }
  build 实施: { by: community-worker, within: 30 days, go: { finish 做完: next } }
  closed 办结: { end: done }
`,
);
const world = await openWorld(await testDatabase(), { libraryDir: folder });
const { as } = world;
const lastMoment = '2026-11-27T23:59:59.999+08:00';
const closed = '2026-11-28T00:00:00.000+08:00';

const form = {
  title: '候车亭改造方案',
  shown: [{ label: '预算', lines: ['18,600 元', '公共收益支出'] }],
  body: '请大家看看。',
};
const draft = async (change: object = {}, who: Name = 'community'): Promise<string> => {
  const answer = await as(who).post('publicities', { ...form, ...change });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const act = (who: Name, id: string, path: string, body: object = {}) => as(who).post(`publicities/${id}/${path}`, body);
const post = async (change: object = {}): Promise<string> => {
  const id = await draft(change);
  expect((await act('secretary', id, 'approve')).body).toMatchObject({ state: 'open', daysLeft: 7 });
  return id;
};
const page = async (id: string, who: Name | 'anonymous' = 'anonymous') => as(who).get(`publicities/${id}`);
const say = (who: Name | 'anonymous', id: string, words: unknown = '挡住了楼道的窗', more: object = {}) =>
  as(who).post(`publicities/${id}/objections`, { words, ...more });
const titles = async (who: Name): Promise<string[]> =>
  (await as(who).get('/api/v1/messages')).body.items.map(({ title }: { title: string }) => title);

beforeAll(async () => {
  const { database, parts, ids } = world;
  const doors = { tree: parts.tree, sealer: parts.context.sealer, may: () => true };
  const areaId = areas.gongsheng;
  const homes = await database.transaction(world.clock.now(), async (tx) => {
    const households = [{ buildingId: areas.building, unit: '1', room: '101' }];
    const [householdId = ''] = await addHouseholds(tx, system, doors, { areaId, households });
    const people = ['周雪梅', '郑玉兰'].map((name) => ({ name, householdId, tags: [] }));
    return addPeople(tx, system, doors, { areaId, people });
  });
  for (const [at, name] of (['resident', 'resident2'] as const).entries())
    await world.owner.query(`update auth."user" set person_id = $1 where id = $2`, [homes[at], ids[name]]);
});

test('drafted, checked and approved by different people; nobody outside sees it or its pictures before it is posted', async () => {
  const picture = await upload(as('community'));
  const id = await draft({ pictures: [picture] });
  const outside = async () => [
    (await page(id)).status,
    (await as('resident').get(`files/${picture}`)).status,
    (await as('resident').get(`publicities/${id}/record`)).status,
    (await as('anonymous').get('publicities')).body.items.some((one: { id: string }) => one.id === id),
  ];
  expect(await outside()).toEqual([404, 404, 404, false]);
  expect((await act('community', id, 'check')).body).toMatchObject({ code: 'publicity.own-draft' });
  expect((await act('community2', id, 'approve')).status).toBe(403);
  expect((await act('resident', id, 'check')).status).toBe(403);
  expect((await act('community2', id, 'return', { reason: '预算写错了' })).body).toMatchObject({
    stateName: '退回修改',
  });
  expect((await act('secretary', id, 'approve')).body).toMatchObject({ code: 'publicity.returned' });
  expect(await titles('community')).toContain('公示退回修改：候车亭改造方案');
  const changed = { ...form, shown: [{ label: '预算', lines: ['18,900 元'] }], pictures: [picture] };
  expect((await as('community').ask('PUT', `publicities/${id}`, { body: changed })).body.returnedReason).toBe('');
  expect((await act('community2', id, 'check')).body).toMatchObject({ stateName: '等发布' });
  expect(await outside()).toEqual([404, 404, 404, false]);
  expect((await act('secretary', id, 'approve')).body).toMatchObject({ state: 'open', checkedName: '刘思远' });
  expect(await outside()).toEqual([200, 200, 200, true]);
});

test('the secretary checks and approves in one press, what waits for her stands first, and the hash can be taken by anybody', async () => {
  await post({ title: '早先贴的' });
  const id = await draft();
  const list = (await as('secretary').get('publicities/desk')).body.items;
  expect(list[0]).toMatchObject({ id, waitsForMe: true });
  expect((await act('secretary', id, 'approve')).body).toMatchObject({ checkedName: '周敏', approvedName: '周敏' });
  const shown = (await page(id)).body;
  expect(shown).toMatchObject({
    ...{ from: '2026-11-21', to: '2026-11-27', period: '11月21日—11月27日', until: '11月27日 24:00', daysLeft: 7 },
    intact: true,
    whyNotObject: null,
  });
  const record = await as('anonymous').get(`publicities/${id}/record`);
  expect(createHash('sha256').update(record.raw).digest('hex')).toBe(shown.openingHash);
  expect(shown.openingHash.replace(/(.{4})/g, '$1 ')).toContain(shown.openingShort);
  const feed = (await as('anonymous').get(`/feeds/areas/${areas.gongsheng}/notices.atom`)).body;
  expect(feed).toContain(`https://liren.test/p/${areas.gongsheng}/${id}`);
  expect(shown.groupText).toContain(`https://liren.test/p/${areas.gongsheng}/${id}`);
  await world.owner.query(`update publicities set shown = '[]' where id = $1`, [id]);
  expect((await page(id)).body.intact).toBe(false);
});

test('objections: empty, too long, twice, by a stranger, before posting are refused in plain words; hostile text is only text', async () => {
  const id = await post();
  const answers = [
    await say('resident', id, '  '),
    await say('resident', id, '字'.repeat(2001)),
    await say('resident', id, 7),
    await say('anonymous', id),
    await say('family', id),
    await say('volunteer', id),
    await say('resident', await draft()),
    await say('resident', areas.city),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 401, 403, 403, 404, 404]);
  for (const { body } of answers) expect(body.detail).toMatch(/[一-鿿].*。/);
  const hostile = `<script>alert(1)</script>' or 1=1; drop table objections; -- \u202e`;
  expect((await say('resident', id, hostile)).status).toBe(201);
  expect((await say('resident', id)).body).toMatchObject({ status: 409, code: 'publicity.objection-waiting' });
  const own = (await page(id, 'resident')).body;
  expect(own.mine).toMatchObject([{ number: 1, words: hostile }]);
  const other = JSON.stringify((await page(id, 'resident2')).body);
  expect(other).not.toContain('alert');
  expect(other).not.toContain('周雪梅');
  const sealed = await world.owner.query(`select words_sealed, name_sealed from objections where publicity_id = $1`, [
    id,
  ]);
  expect(JSON.stringify(sealed.rows)).not.toMatch(/alert|周雪梅/);
  const audited = await world.owner.query(`select detail from audit where act = 'publicity.object'`);
  expect(JSON.stringify(audited.rows)).not.toContain('alert');
});

test('an objection is answered with reasons and told; the next may follow, and one that is upheld ends the publicity', async () => {
  const id = await post();
  const photo = await upload(as('resident'));
  expect((await say('resident', id, '尺寸不对', { pictures: [photo] })).status).toBe(201);
  expect(await titles('community')).toContain('公示有人提了异议：候车亭改造方案');
  const seen = (who: Name) => as(who).get(`files/${photo}`);
  expect([(await seen('community')).status, (await seen('resident2')).status]).toEqual([200, 404]);
  const answer = (number: number, upheld: boolean, who: Name = 'community') =>
    act(who, id, `objections/${number}/answer`, { upheld, answer: '量过了，见图。' });
  expect((await answer(1, false, 'resident')).status).toBe(403);
  expect((await answer(1, false)).body.said).toMatchObject([{ name: '周雪梅', words: '尺寸不对', upheld: false }]);
  expect((await answer(1, true)).body).toMatchObject({ code: 'publicity.objection-answered' });
  expect((await answer(9, true)).status).toBe(404);
  expect(await titles('resident')).toContain('您提的异议有答复了');
  expect((await say('resident', id, '图也不对')).body.number).toBe(2);
  expect((await answer(2, true)).body).toMatchObject({ state: 'upheld' });
  expect((await page(id)).body).toMatchObject({
    stateName: '异议成立',
    answers: [
      { number: 1, upheld: false },
      { number: 2, upheld: true, answer: '量过了，见图。' },
    ],
  });
  expect((await say('resident2', id)).body.code).toBe('publicity.period-over');
});

test('a correction is posted anew with whole days, and both stay readable', async () => {
  const id = await post();
  expect((await act('community', id, 'withdraw', { reason: '数字错了', anew: true })).status).toBe(403);
  const next = (await act('secretary', id, 'withdraw', { reason: '数字错了', anew: true })).body;
  expect(next).toMatchObject({ state: 'drafted', replaces: id, title: form.title });
  expect((await page(id)).body).toMatchObject({ state: 'withdrawn', withdrawnReason: '数字错了', replacedBy: null });
  expect((await act('secretary', next.id, 'approve')).body.code).toBe('publicity.own-draft');
  await as('community').ask('PUT', `publicities/${next.id}`, { body: { ...form, body: '改好了' } });
  await act('secretary', next.id, 'approve');
  expect((await page(next.id)).body).toMatchObject({ replaces: id, daysLeft: 7, body: '改好了' });
  expect((await page(id)).body).toMatchObject({ replacedBy: next.id, body: '请大家看看。' });
});

test('the photo of the board is asked for and shown, and holds no gate', async () => {
  const id = await post();
  const desk = async () => (await as('community').get(`publicities/${id}/desk`)).body;
  expect(await desk()).toMatchObject({ needsPhoto: true, proofs: [] });
  const photo = await upload(as('community'));
  expect((await act('resident', id, 'proofs', { pictures: [photo] })).status).toBe(403);
  expect((await act('community', id, 'proofs', { pictures: [photo] })).body.needsPhoto).toBe(false);
  expect((await page(id)).body.proofs).toHaveLength(1);
  expect((await as('anonymous').get(`files/${photo}`)).status).toBe(200);
});

test('N54: taken at 23:59:59.999 of day 7, refused after; clear at 24:00, or when the last objection has its answer', async () => {
  const [quiet, spoken] = [await post({ title: '没人异议' }), await post({ title: '有人异议' })];
  await world.advance(lastMoment);
  expect((await page(quiet)).body).toMatchObject({ state: 'open', daysLeft: 1 });
  expect((await say('resident', spoken)).status).toBe(201);
  await world.advance(closed);
  expect(await say('resident2', quiet)).toMatchObject({ status: 409, body: { code: 'publicity.period-over' } });
  expect((await page(quiet)).body).toMatchObject({ state: 'clear', stateName: '公示期满，没有异议' });
  expect((await page(spoken)).body).toMatchObject({ state: 'open', stateName: '期满，等答复异议' });
  expect(await titles('secretary')).toContain('公示期满，还有异议没答复：有人异议');
  await world.advance('2026-11-29T00:00:01.000+08:00');
  const reminded = (await titles('secretary')).filter((title) => title === '公示期满，还有异议没答复：有人异议');
  expect(reminded).toHaveLength(2);
  await act('community', spoken, 'objections/1/answer', { upheld: false, answer: '窗户不挡，有照片。' });
  const ended = (await page(spoken)).body;
  expect(ended).toMatchObject({ state: 'clear', stateName: '公示期满，异议不成立' });
  const record = await as('anonymous').get(`publicities/${spoken}/record?of=closing`);
  expect(createHash('sha256').update(record.raw).digest('hex')).toBe(ended.closingHash);
  world.clock.set('2026-11-22T09:00:00.000+08:00');
  expect((await say('resident2', spoken)).body.code).toBe('publicity.period-over');
  expect((await page(spoken)).body).toMatchObject({ state: 'clear', daysLeft: 0 });
});

test('N54: a matter is blocked until its notice has hung 7 whole days; an upheld objection sends it back to be drafted anew', async () => {
  world.clock.set('2026-11-20T09:30:00.000+08:00');
  const asked = { title: '东门候车亭', options: [{ way: '加长雨棚', cost: 1_860_000 }] };
  const { number } = need(await as('community').post('matters', { method: 'shelter', form: asked })).body;
  const stepOf = async (): Promise<string> => (await detail(world, number)).step.id;
  const drafted = async () =>
    (await as('secretary').get('publicities/desk')).body.items.find(
      ({ carried, state }: { carried: boolean; state: string }) => carried && state === 'drafted',
    );
  const first = await drafted();
  expect(first).toMatchObject({ title: '东门候车亭 · 公示', waitsForMe: true, days: 7 });
  const held = (await as('secretary').get(`publicities/${first.id}/desk`)).body;
  expect(held.shown).toMatchObject([{ label: '标题' }, { label: '方案', lines: ['加长雨棚 18,600.00 元'] }]);
  const shorter = { ...form, title: held.title, shown: held.shown, days: 1 };
  expect((await as('community').ask('PUT', `publicities/${first.id}`, { body: shorter })).body.code).toBe(
    'publicity.carried',
  );
  await act('secretary', first.id, 'approve');
  expect((await say('resident', first.id)).status).toBe(201);
  await act('community', first.id, 'objections/1/answer', { upheld: true, answer: '挡了消防栓，改。' });
  expect(await stepOf()).toBe('ask');
  world.clock.set('2026-11-20T15:20:00.000+08:00');
  const { version, actions } = await detail(world, number, 'community');
  need(await actOn(as('community'), number, actions[0].id, { form: { ...asked, title: '西门候车亭' }, version }));
  const second = await drafted();
  expect(second.title).toBe('西门候车亭 · 公示');
  await act('secretary', second.id, 'approve');
  await world.advance(lastMoment);
  expect([await stepOf(), (await page(second.id)).body.state]).toEqual(['hang', 'open']);
  await world.advance(closed);
  expect([await stepOf(), (await page(second.id)).body.state]).toEqual(['build', 'clear']);
  const [row] = await world.database.query<{ id: string }>(
    `select matter_id as id from publicities where area_id = $1 and id = $2`,
    [areas.gongsheng, second.id],
  );
  const links = await carriedOf(world.parts.context, world.database, areas.gongsheng, row?.id ?? '');
  expect(links).toMatchObject([
    { id: second.id, step: 'hang', href: `/p/${areas.gongsheng}/${second.id}`, state: '公示期满，没有异议' },
    { id: first.id, state: '异议成立' },
  ]);
});
