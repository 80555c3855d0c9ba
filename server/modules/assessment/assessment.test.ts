import { describe, expect, test } from 'vitest';
import { importActivities } from '#modules/activities';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { areas, openWorld, upload, type Asker } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;
const [community, secretary, street] = [as('community'), as('secretary'), as('streetOfficer')];
const id = 'zibo-culture-community';
const path = `standards/${id}`;

const adopt = async (who: Asker, areaId: string, settings = {}): Promise<void> => {
  need(await who.post(`/api/v1/areas/${areaId}/standard-adoptions`, { standard: id, settings }));
  await world.parts.standards.reload();
};
const sheet = async (who: Asker = community, query = '') => need(await who.get(path + query)).body;
const itemOf = async (item: string, who: Asker = community, query = '') =>
  (await sheet(who, query)).groups
    .flatMap((group: { items: unknown[] }) => group.items)
    .find((one: { id: string }) => one.id === item);
const keep = (item: string, body: object, who: Asker = community) =>
  who.post(`${path}/items/${item}/entries`, { year: 2026, ...body });

describe('a community against the standard', () => {
  test('X8: a standard that nobody adopted is not in force; the street adopts it for all below, the community sets its own reading', async () => {
    expect((await community.get(path)).body.code).toBe('standard.not-adopted');
    expect((await community.post('standard-adoptions', { standard: id })).status).toBe(403);
    await adopt(as('streetLeader'), areas.street);
    expect((await sheet()).params.find((param: { id: string }) => param.id === 'squares').value).toBe('合计');
    await adopt(secretary, areas.gongsheng, { squares: '各自' });
    expect((await sheet()).params.find((param: { id: string }) => param.id === 'squares').value).toBe('各自');
    const wrong = { standard: id, settings: { squares: '平均' } };
    expect((await secretary.post('standard-adoptions', wrong)).body.code).toBe('standard.settings-invalid');
    const list = need(await community.get(`/api/v1/standards?area=${areas.sibling}`)).body.items;
    expect(list).toMatchObject([{ id, adopted: true, adoptedBy: '公园街道' }]);
  });

  test('what is measured comes from the records: value, threshold, gap, and the records behind it', async () => {
    need(
      await community.post('venues', {
        name: '工盛文明实践站',
        kind: '新时代文明实践站',
        indoor: true,
        sizeTenths: 2999,
        functions: ['文化服务'],
      }),
    );
    expect(await itemOf('S1.3')).toMatchObject({
      how: 'measured',
      state: 'unmet',
      value: '299.9 平方米',
      threshold: '不少于 300 平方米',
      gap: '还差 0.1 平方米',
      quote: '室内建筑面积不少于 300 平方米',
      place: 'B:L67',
      verdicts: [],
      behind: [{ title: '工盛文明实践站', counts: true }],
      list: { path: '/venues' },
    });
  });

  test('X9, N15: activities count in their calendar year, once they have begun', async () => {
    const { database, clock } = world;
    const at = (startsAt: string) => ({
      id: crypto.randomUUID(),
      areaId: areas.gongsheng,
      title: '邻里运动会',
      summary: '',
      kind: 'culture' as const,
      place: '文化广场',
      buildingId: null,
      startsAt,
      endsAt: startsAt.replace('T01', 'T03'),
      host: '工盛社区',
      picture: null,
      seats: null,
      publishedAt: '2025-01-01T00:00:00.000Z',
      large: true,
      broad: true,
      enrolled: [],
    });
    const days = ['2025-12-31T01:00:00.000Z', '2026-03-08T01:00:00.000Z', '2026-12-20T01:00:00.000Z'];
    await database.transaction(clock.now(), async (tx) => importActivities(tx, days.map(at)));
    for (const item of ['S5.3', 'S7.4']) {
      expect(await itemOf(item)).toMatchObject({ value: '1 次', of: 'year' });
      expect(await itemOf(item, community, '?year=2025')).toMatchObject({ value: '1 次' });
    }
  });

  test('B32: an open matter of the category is one too many, and opens the list it is counted from', async () => {
    await begin(as('resident'), { category: '不文明养犬' });
    expect(await itemOf('S2.3')).toMatchObject({
      state: 'unmet',
      value: '1 件',
      behind: [{ path: expect.stringContaining('category=') }],
    });
  });
});

describe('what a person judges', () => {
  test('a judgement needs evidence, fits the item, and counts; taken back it stays and counts no more', async () => {
    expect(await itemOf('S2.5')).toMatchObject({ state: 'toJudge', verdicts: ['好', '较好', '一般', '差'] });
    expect((await keep('S2.5', { verdict: '好' })).body.code).toBe('assessment.evidence-missing');
    expect((await keep('S2.5', { verdict: '是', words: '看过' })).body.code).toBe('assessment.verdict-unknown');
    expect((await keep('S2.5', { words: '' })).body.code).toBe('assessment.empty');
    const picture = await upload(community);
    const { body } = need(await keep('S2.5', { verdict: '好', words: '九月逐楼看过', pictures: [picture] }));
    expect(await itemOf('S2.5')).toMatchObject({
      state: 'met',
      value: '好',
      entries: [{ kind: 'judgement', verdict: '好', by: '孟庆华', pictures: [{ id: picture }], withdrawn: false }],
    });
    need(await community.post(`${path}/items/S2.5/entries/${body.id}/withdraw`));
    expect((await community.post(`${path}/items/S2.5/entries/${body.id}/withdraw`)).status).toBe(404);
    expect(await itemOf('S2.5')).toMatchObject({ state: 'toJudge', entries: [{ withdrawn: true }] });
    expect((await as('streetOfficer').get(`files/${picture}`)).status).toBe(200);
    expect((await as('resident').get(`files/${picture}`)).status).toBe(404);
  });

  test('what the system measures is not overruled; evidence may be attached; another year is another sheet', async () => {
    expect((await keep('S1.3', { verdict: '是', words: '其实够大' })).body.code).toBe('assessment.measured');
    need(await keep('S1.3', { words: '测绘报告在档案柜', link: '/venues' }));
    expect((await itemOf('S1.3')).entries).toMatchObject([{ kind: 'evidence', link: '/venues' }]);
    expect((await itemOf('S1.3', community, '?year=2025')).entries).toEqual([]);
  });

  test('an item whose records the platform does not keep is filled in by a person', async () => {
    expect(await itemOf('S6.1')).toMatchObject({ state: 'unmeasured', gap: '这一项系统还没有记录，先由人填' });
    need(await keep('S6.1', { verdict: '是', words: '目标、计划、保障措施都上墙了' }));
    expect(await itemOf('S6.1')).toMatchObject({ state: 'met', value: '是' });
  });

  test('S4.3: an encouraged item never fails', async () => {
    need(await keep('S4.3', { verdict: '否', words: '今年还没有办' }));
    expect(await itemOf('S4.3')).toMatchObject({ state: 'optional', stateName: '鼓励项，还没有' });
  });

  test('who may: staff of the community judge, those above read, a resident neither', async () => {
    expect((await sheet(street)).actions).toEqual([]);
    expect((await sheet()).actions).toEqual(['judge']);
    expect((await sheet(secretary)).actions).toEqual(['judge', 'adopt']);
    expect((await keep('S2.4', { verdict: '是', words: '平' }, street)).status).toBe(403);
    expect((await as('resident').get(path)).status).toBe(403);
    expect((await as('sibling').get(path)).status).toBe(403);
  });
});

describe('side by side, and carried away', () => {
  test('the street sees its communities and opens each; every count is the sheet’s own', async () => {
    const overview = need(await street.get(`/api/v1/areas/${areas.street}/${path}/communities`)).body;
    expect(overview.items.map((row: { name: string }) => row.name)).toEqual(['工盛社区', '邻近社区']);
    const [own] = overview.items;
    expect(own.counts).toEqual((await sheet()).counts);
    expect(own.groups).toHaveLength(8);
    const first = need(await street.get(`/api/v1/areas/${areas.street}/${path}/communities?limit=1`)).body;
    const rest = need(
      await street.get(`/api/v1/areas/${areas.street}/${path}/communities?limit=1&cursor=${first.next}`),
    ).body;
    expect([first.items[0].name, rest.items[0].name, rest.next]).toEqual(['工盛社区', '邻近社区', null]);
    expect((await street.get(`/api/v1/areas/${areas.street}/${path}`)).body.code).toBe('assessment.not-community');
  });

  test('B1: the pilots are shown to everybody, without a theme', async () => {
    const { themes, pilots } = need(await as('anonymous').get(`/api/v1/standards/${id}/pilots`)).body;
    expect([themes.length, pilots.length]).toEqual([5, 20]);
    expect(pilots[0]).toMatchObject({ community: '工盛社区', theme: null });
  });

  test('the sheet leaves as Excel, and who took it is recorded', async () => {
    const answer = await community.get(`${path}/sheet.xlsx?year=2026`);
    expect(answer.status).toBe(200);
    // The row is written when the stream has left.
    const kept = () => world.database.query(`select act from audit where act = 'standard.export'`);
    await expect.poll(async () => (await kept()).length, { timeout: 20_000 }).toBe(1);
  });
});
