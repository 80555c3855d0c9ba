import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { areas, openWorld, type Name } from '#tests/world';
import type { NearbyPage } from './contract.ts';

const world = await openWorld(await testDatabase());
const { as, clock, owner, parts } = world;

const home = [118.05, 36.81] as const;
const metre = 180 / Math.PI / 6_371_000;
/** So many metres north of home. */
const north = (metres: number): { lng: number; lat: number } => ({ lng: home[0], lat: home[1] + metres * metre });
const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();

async function publish(who: Name, areaId: string, change: object): Promise<string> {
  const body = { title: '合唱排练', kind: 'culture', place: '活动室', host: '合唱团', ...change };
  const times = { startsAt: inHours(10), endsAt: inHours(11) };
  const answer = await as(who).post(`/api/v1/areas/${areaId}/activities`, { ...times, ...body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const look = async (query = '', who: Name | 'anonymous' = 'anonymous'): Promise<NearbyPage> => {
  const answer = await as(who).get(`nearby?at=${home.join()}&${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const titles = ({ items }: NearbyPage): string[] => items.map(({ activity }) => activity.title);

beforeAll(async () => {
  for (const [id, point] of [
    [areas.building, [home[0], home[1]]],
    [areas.siblingBuilding, [home[0], home[1] + 600 * metre]],
  ] as const)
    await owner.query(`update areas set details = details || $2 where id = $1`, [id, JSON.stringify({ point })]);
  await parts.tree.reload();
  await publish('secretary', areas.gongsheng, { title: '门口的', ...north(100) });
  await publish('secretary', areas.gongsheng, { title: '十五分钟', ...north(865), startsAt: inHours(9) });
  await publish('secretary', areas.gongsheng, { title: '十六分钟', ...north(866) });
  await publish('secretary', areas.gongsheng, { title: '不知道在哪', kind: 'course', startsAt: inHours(10.5) });
  await publish('district', areas.sibling, {
    title: '隔壁社区的',
    ...north(600),
    startsAt: inHours(8),
    endsAt: inHours(9),
  });
  await publish('district', areas.sibling, { title: '隔壁不知道在哪' });
  await publish('district', areas.far, { title: '远处社区的', ...north(200) });
  await publish('secretary', areas.gongsheng, {
    title: '明天和后天',
    sessions: [
      { startsAt: inHours(25), endsAt: inHours(26) },
      { startsAt: inHours(49), endsAt: inHours(50) },
    ],
    ...north(10),
  });
});

test('B30, D26: fifteen minutes on foot are near, sixteen are not; neighbouring communities count, the next first', async () => {
  const page = await look();
  expect(titles(page)).toEqual(['隔壁社区的', '十五分钟', '门口的', '不知道在哪']);
  expect(page.items.map(({ walkMinutes }) => walkMinutes)).toEqual([11, 15, 2, null]);
  expect(page.items[0]?.areaName).toBe('邻近社区');
  expect(page.origin).toEqual({ label: '您现在的位置', point: { lng: home[0], lat: home[1] }, exact: true });
});

test('every day says how many there are, and opens exactly these; each date of a course is its own', async () => {
  const page = await look();
  expect(page.days.map(({ count }) => count)).toEqual([4, 1, 1, 0, 0, 0, 0]);
  for (const { day, count } of page.days) expect((await look(`day=${day}`)).items).toHaveLength(count);
  expect(titles(await look('day=2026-11-21'))).toEqual(['明天和后天']);
});

test('by kind, with how many of each; everything of the community without its neighbours', async () => {
  expect((await look()).kinds).toEqual([
    { kind: 'culture', name: '文体', count: 3 },
    { kind: 'course', name: '课程', count: 1 },
  ]);
  expect(titles(await look('kind=course'))).toEqual(['不知道在哪']);
  expect(titles(await look('reach=all')).toSorted()).toEqual(
    ['不知道在哪', '十五分钟', '十六分钟', '门口的'].toSorted(),
  );
});

test('page by page, each once', async () => {
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await look(`limit=2${cursor}`);
    seen.push(...titles(page));
    cursor = page.next ? `&cursor=${page.next}` : '';
  } while (cursor);
  expect(seen).toEqual(titles(await look()));
});

test('what has ended today is gone; without a position it is counted from the middle of the community', async () => {
  const without = (await as('anonymous').get('nearby')).body as NearbyPage;
  expect(without.origin).toMatchObject({ label: '社区中间', exact: false });
  clock.set(inHours(9.5));
  expect(titles(await look())).toEqual(['十五分钟', '门口的', '不知道在哪']);
  clock.set(inHours(-9.5));
});

test('a position that is none, a day that is none, a cursor that is none of ours: refused with a sentence', async () => {
  for (const query of ['at=here', 'at=118', 'day=tomorrow', 'kind=party', 'cursor=zzz']) {
    const answer = await as('anonymous').get(`nearby?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(answer.body.detail).toMatch(/[一-龥]/);
  }
  expect((await as('anonymous').get('nearby?at=999,36')).body.origin.label).toBe('社区中间');
});
