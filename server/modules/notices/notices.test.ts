import { describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';

const { ask, clock, owner } = await openNeighbourhood(await testDatabase());

const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
const water = {
  title: '下午停水 3 小时',
  body: '检修管道，请先接点水。',
  kind: 'outage',
  icon: 'drop',
  affects: '1—3 号楼',
};
const publish = (change: object = {}) => ask('POST', 'notices', { as: 'community', body: { ...water, ...change } });
const titles = async (): Promise<string[]> =>
  (await ask('GET', 'notices?limit=100')).body.items.map((one: { title: string }) => one.title);

describe('notices', () => {
  test('anybody reads those that stand, newest first, without signing in', async () => {
    await publish({ title: '第一条' });
    clock.set(inHours(1));
    await publish({ title: '第二条' });
    expect(await titles()).toEqual(['第二条', '第一条']);
    const page = await ask('GET', 'notices?limit=1');
    const rest = await ask('GET', `notices?limit=1&cursor=${page.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ title: '第一条' }], next: null });
    expect((await ask('GET', `/api/v1/areas/${places.neighbour}/notices`)).body.items).toEqual([]);
    expect((await ask('GET', '/api/v1/areas/nowhere/notices')).body.code).toBe('area.unknown');
  });

  test('until its end, and not a moment longer', async () => {
    const endsAt = inHours(2);
    await publish({ title: '到点撤下', startsAt: inHours(1), endsAt });
    clock.set(new Date(Date.parse(endsAt) - 1));
    expect(await titles()).toContain('到点撤下');
    clock.set(endsAt);
    expect(await titles()).not.toContain('到点撤下');
  });

  test('the text for the group says what, when, where and the address', async () => {
    clock.set('2026-05-14T01:00:00Z');
    const notice = await publish({ startsAt: '2026-05-14T14:00:00+08:00', endsAt: '2026-05-14T09:00:00Z' });
    const { groupText, id, actions, shortPath } = (await ask('GET', `notices/${notice.body.id}`)).body;
    expect(groupText.split('\n')).toEqual([
      '【工盛社区】下午停水 3 小时',
      '时间：5月14日 星期四 14:00—17:00',
      '范围：1—3 号楼',
      '检修管道，请先接点水。',
      `详情：https://liren.test${shortPath}`,
    ]);
    expect(shortPath).toMatch(/^\/n\/[a-z2-9]{13}$/);
    expect((await ask('GET', `/api/v1${shortPath.replace('/n/', '/notices/')}`)).body.id).toBe(id);
    for (const code of ['gshg', 'zzzz99999bbbb', shortPath.slice(3, -1) + 'z'])
      expect((await ask('GET', `/api/v1/notices/${code}`)).body.code).toBe('notice.unknown');
    expect(actions).toEqual([]);
    expect((await ask('GET', `notices/${id}`, { as: 'community' })).body.actions).toEqual(['withdraw']);
  });

  test('published and withdrawn by who may; withdrawn it is gone, once', async () => {
    const body = { reason: '写错了楼号' };
    const { id } = (await publish({ title: '写错的' })).body;
    for (const as of ['resident', 'grid', 'neighbour'] as const) {
      expect((await ask('POST', 'notices', { as, body: water })).status).toBe(403);
      expect((await ask('POST', `notices/${id}/withdraw`, { as, body })).status).toBe(403);
    }
    expect((await ask('POST', `notices/${id}/withdraw`, { as: 'community', body })).body).toEqual({ withdrawn: true });
    expect((await ask('POST', `notices/${id}/withdraw`, { as: 'community', body })).body.code).toBe('notice.unknown');
    expect((await ask('GET', `notices/${id}`)).body.code).toBe('notice.unknown');
    expect(await titles()).not.toContain('写错的');
    const rows = await owner.query(`select detail from audit where act = 'notice.withdraw'`);
    expect(rows.rows).toEqual([{ detail: { reason: '写错了楼号' } }]);
  });

  test('a period that is over or turned round is refused with the field named', async () => {
    const turned = await publish({ startsAt: inHours(2), endsAt: inHours(2) });
    expect(turned.body).toMatchObject({ code: 'notice.ends-before-start', fields: { endsAt: expect.any(String) } });
    expect((await publish({ endsAt: inHours(0) })).body.code).toBe('notice.over');
    expect((await publish({ title: '长'.repeat(61) })).status).toBe(400);
    expect((await publish({ icon: 'Drop"><' })).status).toBe(400);
  });
});
