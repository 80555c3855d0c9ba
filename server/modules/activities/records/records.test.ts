import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';
import { places } from '#tests/accounts';

const { ask, clock, owner } = await openNeighbourhood(await testDatabase());

const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
const lesson = (change: object = {}) => ({
  title: '银龄手机课',
  kind: 'course',
  host: '社区',
  place: '二楼活动室',
  officer: '韩冰',
  seats: 10,
  sessions: [{ startsAt: inHours(30), endsAt: inHours(32) }],
  ...change,
});
const keep = async (change: object = {}) => ask('POST', 'activity-records', { as: 'clerk', body: lesson(change) });
const step = (id: string, name: string, as: 'clerk' | 'community' | 'resident', body?: object) =>
  ask('POST', `activity-records/${id}/${name}`, { as, ...(body ? { body } : {}) });
const isPublic = async (id: string): Promise<boolean> => (await ask('GET', `activities/${id}`)).status === 200;
const inList = async (id: string): Promise<boolean> =>
  (await ask('GET', 'activities?limit=100')).body.items.some((one: { id: string }) => one.id === id);

describe('nothing is public before it is approved', () => {
  test('draft, put forward, sent back with a reason, put forward again, approved: public only then', async () => {
    const { id, actions } = (await keep()).body;
    expect(actions).toEqual(['save', 'submit', 'discard', 'again']);
    expect([await isPublic(id), await inList(id)]).toEqual([false, false]);
    expect((await step(id, 'submit', 'clerk')).body.stateName).toBe('等书记审核');
    expect(await isPublic(id)).toBe(false);
    const told = (await ask('GET', '/api/v1/messages', { as: 'community' })).body.items;
    expect(told[0]).toMatchObject({
      title: '等您审核：银龄手机课',
      link: `/desk/activities/${places.gongsheng}/${id}`,
    });
    await step(id, 'return', 'community', { reason: '人数写少了' });
    expect((await ask('GET', '/api/v1/messages', { as: 'clerk' })).body.items[0].body).toContain('人数写少了');
    expect(await isPublic(id)).toBe(false);
    await step(id, 'submit', 'clerk');
    const page = (await step(id, 'approve', 'community')).body;
    expect(page.decisions.map((one: { actName: string }) => one.actName).sort()).toEqual(
      ['审核通过', '提交审核', '提交审核', '退回修改'].sort(),
    );
    expect([await isPublic(id), await inList(id)]).toEqual([true, true]);
  });

  test('who drafts cannot publish in any way; who approves can: the negative and the positive side of the gate', async () => {
    const { id } = (await keep()).body;
    const direct = {
      title: '手机课',
      kind: 'course',
      place: '书吧',
      host: '社区',
      startsAt: inHours(3),
      endsAt: inHours(4),
    };
    for (const as of ['clerk', 'resident'] as const) {
      expect((await step(id, 'approve', as)).status).toBe(403);
      expect((await ask('POST', 'activities', { as, body: direct })).status).toBe(403);
    }
    expect((await ask('POST', 'activity-records', { as: 'resident', body: lesson() })).status).toBe(403);
    expect((await ask('GET', `activity-records/${id}`, { as: 'resident' })).status).toBe(403);
    expect(await isPublic(id)).toBe(false);
    expect((await ask('POST', 'activities', { as: 'community', body: direct })).status).toBe(201);
    expect((await step(id, 'approve', 'community')).status).toBe(200);
    expect(await isPublic(id)).toBe(true);
  });

  test('what waits is not changed under the eyes of who reads it; taken back it is', async () => {
    const { id } = (await keep()).body;
    await step(id, 'submit', 'clerk');
    const put = (title: string) => ask('PUT', `activity-records/${id}`, { as: 'clerk', body: lesson({ title }) });
    expect((await put('换个名字')).body.code).toBe('activity-record.not-now');
    await step(id, 'recall', 'clerk');
    expect((await put('换个名字')).body.title).toBe('换个名字');
    expect((await step(id, 'discard', 'clerk')).body.stateName).toBe('已取消');
  });

  test('approved and sent back in the same moment: one of them happens', async () => {
    const { id } = (await keep()).body;
    await step(id, 'submit', 'clerk');
    const answers = await Promise.all([
      step(id, 'approve', 'community'),
      step(id, 'return', 'community', { reason: '再改改' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('what is public changes before everybody’s eyes', () => {
  test('another time is told to who enrolled, another word is not', async () => {
    const { id, sessions } = (await keep()).body;
    await step(id, 'approve', 'community');
    await ask('POST', `activities/${id}/enrolment`, { as: 'resident' });
    const save = (change: object) =>
      ask('PUT', `activity-records/${id}`, { as: 'community', body: lesson({ sessions, ...change }) });
    const told = async (): Promise<string[]> =>
      (await ask('GET', '/api/v1/messages', { as: 'resident' })).body.items.map((one: { title: string }) => one.title);
    expect((await save({ summary: '带上老花镜' })).status).toBe(200);
    expect(await told()).toEqual([]);
    const moved = [{ id: sessions[0].id, startsAt: inHours(54), endsAt: inHours(56) }];
    expect((await save({ sessions: moved })).body.sessions).toMatchObject([
      { id: sessions[0].id, startsAt: inHours(54) },
    ]);
    expect(await told()).toEqual(['活动改时间地点：银龄手机课']);
    expect((await ask('GET', `activities/${id}`)).body.startsAt).toBe(inHours(54));
  });

  test('without the right to approve it stays as it is', async () => {
    const { id } = (await keep()).body;
    await step(id, 'approve', 'community');
    expect((await ask('PUT', `activity-records/${id}`, { as: 'clerk', body: lesson() })).status).toBe(409);
  });
});

describe('the office’s list', () => {
  test('by state, flag and words; X9: one activity counts towards both yearly figures', async () => {
    const { id } = (await keep({ title: '邻里节', kind: 'festival', large: true, broad: true })).body;
    const ids = async (query: string): Promise<string[]> =>
      (await ask('GET', `activity-records?${query}`, { as: 'clerk' })).body.items.map((one: { id: string }) => one.id);
    expect(await ids('flag=large&state=draft')).toEqual([id]);
    expect(await ids(`q=${encodeURIComponent('邻里')}`)).toEqual([id]);
    const figures = async () => (await ask('GET', 'activity-quotas?year=2026', { as: 'clerk' })).body;
    expect(await figures()).toMatchObject({ large: { planned: 0 }, broad: { planned: 0 } });
    await step(id, 'approve', 'community');
    expect(await figures()).toMatchObject({
      large: { held: 0, planned: 1, needed: 5 },
      broad: { held: 0, planned: 1, needed: 15 },
    });
    expect((await ask('GET', 'activity-records.xlsx', { as: 'clerk' })).status).toBe(200);
    expect((await ask('GET', 'activity-choices', { as: 'clerk' })).body.daysOff).toEqual(['2027-01-01']);
  });
});

test('N39: the same edition planned twice at the same moment is there once', async () => {
  const seriesId = '0197a000-0000-7000-8000-00000000a001';
  await owner.query(`insert into activity_series (area_id, id, name, kind) values ($1, $2, '四季春晚', 'gala')`, [
    places.gongsheng,
    seriesId,
  ]);
  const plan = (edition: string) => keep({ title: `四季春晚·${edition}`, kind: 'show', seriesId, edition });
  const twice = await Promise.all([plan('秋之约'), plan('秋之约')]);
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  for (const edition of ['春之乐', '夏之悦', '冬之跃']) expect((await plan(edition)).status).toBe(201);
  expect((await plan('冬之跃')).body.code).toBe('activity-record.edition-taken');
  expect((await plan('加演')).body.code).toBe('activity-record.edition-unknown');
});
