import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';

const { ask, clock, owner } = await openNeighbourhood(await testDatabase());

const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
const publish = async (change: object = {}) => {
  const tea = {
    title: '书记下午茶',
    kind: 'talk',
    place: '老槐树下',
    host: '社区',
    startsAt: inHours(6),
    endsAt: inHours(8),
    seats: 10,
  };
  return ask('POST', 'activities', { as: 'community', body: { ...tea, ...change } });
};
describe('activities', () => {
  test('anybody reads them without signing in, the next first; who is enrolled sees it', async () => {
    await owner.query('delete from enrolments');
    await owner.query('delete from activity_sessions');
    await owner.query('delete from activities');
    const later = (await publish({ title: '扇子舞', seats: undefined, startsAt: inHours(30), endsAt: inHours(31) }))
      .body;
    const sooner = (await publish({ title: '下午茶' })).body;
    await ask('POST', `activities/${sooner.id}/enrolment`, { as: 'resident' });
    const open = await ask('GET', 'activities');
    expect(
      open.body.items.map((one: { title: string; stateName: string; mine: boolean }) => [
        one.title,
        one.stateName,
        one.mine,
      ]),
    ).toEqual([
      ['下午茶', '还有 9 个名额', false],
      ['扇子舞', '不用报名', false],
    ]);
    expect((await ask('GET', 'activities', { as: 'resident' })).body.items[0].mine).toBe(true);
    expect((await ask('GET', '/api/v1/me/enrolments', { as: 'resident' })).body.items).toEqual([
      expect.objectContaining({ title: '下午茶' }),
    ]);
    expect((await ask('GET', `activities/${later.id}`, { as: 'resident' })).body.actions).toEqual([]);
    expect((await ask('GET', `activities/${sooner.id}`, { as: 'resident' })).body.actions).toEqual(['cancel']);
    expect((await ask('GET', `activities/${sooner.id}`, { as: 'community' })).body.actions).toEqual([
      'enrol',
      'withdraw',
    ]);
  });

  test('by days as a calendar in Shanghai counts them', async () => {
    const on = async (from: string, to: string) =>
      (await ask('GET', `activities?from=${from}&to=${to}`)).body.items.map((one: { title: string }) => one.title);
    expect(await on('2026-11-20', '2026-11-20')).toEqual(['下午茶']);
    expect(await on('2026-11-21', '2026-11-21')).toEqual(['扇子舞']);
    expect(await on('2026-11-20', '2026-11-21')).toEqual(['下午茶', '扇子舞']);
    expect((await ask('GET', 'activities?from=yesterday')).status).toBe(400);
  });

  test('page by page, each once', async () => {
    const first = (await ask('GET', 'activities?limit=1')).body;
    const second = (await ask('GET', `activities?limit=1&cursor=${first.next}`)).body;
    expect([first, second].map((page) => page.items[0].title)).toEqual(['下午茶', '扇子舞']);
    expect(second.next).toBeNull();
  });

  test('no enrolment after the beginning, none where none is needed, none without signing in', async () => {
    const free = (await publish({ seats: undefined })).body;
    expect((await ask('POST', `activities/${free.id}/enrolment`, { as: 'resident' })).body.code).toBe(
      'activity.no-enrolment',
    );
    const soon = (await publish({ startsAt: inHours(1), endsAt: inHours(2) })).body;
    expect((await ask('POST', `activities/${soon.id}/enrolment`)).status).toBe(401);
    await ask('POST', `activities/${soon.id}/enrolment`, { as: 'resident' });
    clock.set(inHours(1));
    expect((await ask('POST', `activities/${soon.id}/enrolment`, { as: 'other' })).body.code).toBe('activity.begun');
    expect((await ask('DELETE', `activities/${soon.id}/enrolment`, { as: 'resident' })).body.code).toBe(
      'activity.begun',
    );
  });

  test('called off: gone from the lists, and everybody enrolled is told why', async () => {
    const { id } = (await publish({ title: '露天电影' })).body;
    await ask('POST', `activities/${id}/enrolment`, { as: 'resident' });
    const body = { reason: '有雨' };
    expect((await ask('POST', `activities/${id}/withdraw`, { as: 'grid', body })).status).toBe(403);
    expect((await ask('POST', `activities/${id}/withdraw`, { as: 'community', body })).status).toBe(200);
    expect((await ask('GET', `activities/${id}`)).body.code).toBe('activity.unknown');
    const told = (await ask('GET', '/api/v1/messages', { as: 'resident' })).body.items;
    expect(told).toEqual([
      expect.objectContaining({
        title: '活动取消：露天电影',
        body: '您报名的“露天电影”取消了。原因：有雨',
        urgent: true,
      }),
    ]);
    expect((await ask('GET', '/api/v1/messages', { as: 'other' })).body.items).toEqual([]);
  });

  test('a time turned round, a place elsewhere, no right to publish: refused', async () => {
    expect((await publish({ endsAt: inHours(5) })).body.code).toBe('activity.ends-before-start');
    expect((await publish({ startsAt: inHours(-3), endsAt: inHours(0) })).body.code).toBe('activity.over-already');
    expect((await publish({ buildingId: buildings.neighbour })).body.code).toBe('activity.place-elsewhere');
    const tea = {
      title: '自办茶会',
      kind: 'talk',
      place: '楼下',
      host: '我',
      startsAt: inHours(1),
      endsAt: inHours(2),
    };
    expect((await ask('POST', 'activities', { as: 'resident', body: tea })).status).toBe(403);
  });
});
