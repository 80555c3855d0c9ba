import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;

const grid = as('grid');
const community = as('community');
const secretary = as('secretary');

const day = async (who = grid) => (await who.get('/api/v1/duties/day')).body;
const patrol = { set: 'grid-patrol', duties: ['patrol'], form: { items: ['消防通道'] } };
const subjectOf = async (who = grid) => (await day(who)).items[0].subject;

await secretary.post('duty-adoptions', { set: 'grid-patrol' });
await world.parts.duties.reload();

describe('F37: 领清单 → 巡察 → 拍照上传 → 分类标注 → 实时跟踪 → 清零', () => {
  test('F37: the day begins with the list: the grid of one’s own, its form, and what a finding may begin', async () => {
    const { date, items } = await day();
    expect(date).toBe('2026-11-20');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      set: 'grid-patrol',
      duty: 'patrol',
      name: '每日巡察',
      state: 'open',
      byText: '今天 24:00',
      last: null,
    });
    expect(items[0].starts.map((one: { method: string }) => one.method)).toEqual([
      'seven-step-loop',
      'thirty-minute-response',
    ]);
  });

  test('F37: “nothing found” is one request, and the same request sent again later is the same act', async () => {
    const subject = await subjectOf();
    const first = await grid.post('duty-records', { ...patrol, subject, madeAgoSeconds: 60 }, 'round-1');
    expect(first).toMatchObject({
      status: 201,
      body: { states: { patrol: 'done' }, matter: null, at: '2026-11-20T00:59:00.000Z' },
    });
    const again = await grid.post('duty-records', { ...patrol, subject, madeAgoSeconds: 3600 }, 'round-1');
    expect(again.body).toEqual(first.body);
    const other = await grid.post('duty-records', { ...patrol, subject, form: { items: ['环境卫生'] } }, 'round-1');
    expect(other.status).toBe(422);
    expect((await day()).items[0]).toMatchObject({
      state: 'done',
      last: { items: ['消防通道'] },
      done: { by: '孙丽娟' },
    });
  });
});

describe('N71: grid patrol once a day', () => {
  test('N71: coverage is the grids patrolled of the grids, and each figure opens its list', async () => {
    const figures = (await community.get('duties/coverage?set=grid-patrol&from=2026-11-20&to=2026-11-20')).body;
    expect(figures.days).toEqual([{ day: '2026-11-20', covered: 1, of: 1 }]);
    await world.advance('2026-11-21T02:00:00.000Z');
    const next = (await community.get('duties/coverage?set=grid-patrol&from=2026-11-21&to=2026-11-21')).body;
    expect(next.days).toEqual([{ day: '2026-11-21', covered: 0, of: 2 }]);
    expect(next.total).toMatchObject({ due: 2, open: 2, late: 0 });
    const open = (await community.get('duties/periods?from=2026-11-21&to=2026-11-21&state=open')).body;
    expect(open.items).toHaveLength(2);
    expect((await grid.get('duties/coverage')).status).toBe(403);
  });
});
