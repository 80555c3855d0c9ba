import { describe, expect, test } from 'vitest';
import { adoptFor } from '#modules/duties/adoption';
import { system } from '#shared/actor';
import { testDatabase } from '#tests/database';
import { act, bring, need } from '#tests/matters';
import { areas, openWorld, upload, type Asker } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids } = world;

/** Roles that the world's people do not hold: a red steward and a centre household. */
for (const [id, name, role, area] of [
  ['0197b000-0000-7000-8000-000000000001', 'volunteer', 'red-steward', areas.estate],
  ['0197b000-0000-7000-8000-000000000002', 'building', 'centre-household', areas.gridOne],
] as const)
  await world.owner.query(
    `insert into auth.grants (id, user_id, role, area_id, held_from, granted_by) values ($1, $2, $3, $4, $5, 'system')`,
    [id, ids[name], role, area, world.clock.now()],
  );
await world.parts.context.directory.reload();

const [grid, gridTwo, building, steward] = [as('grid'), as('gridTwo'), as('building'), as('volunteer')];
const [community, secretary] = [as('community'), as('secretary')];

const adopt = async (set: string, settings = {}): Promise<void> => {
  need(await secretary.post('duty-adoptions', { set, settings }));
  await world.parts.duties.reload();
};
// Adopted three days before, as if it had run since.
await world.database.transaction(world.clock.now(), (tx) =>
  adoptFor(tx, { duties: world.parts.duties, matters: world.parts.context }, system, {
    areaId: areas.gongsheng,
    wanted: { set: 'grid-patrol', settings: {} },
    at: new Date('2026-11-17T01:00:00.000Z'),
  }),
);
await world.parts.duties.reload();

const day = async (who: Asker = grid, set?: string) => {
  const { items } = need(await who.get('/api/v1/duties/day')).body;
  return set ? items.filter((one: { set: string }) => one.set === set) : items;
};
const patrol = { set: 'grid-patrol', duties: ['patrol'], form: { items: ['消防通道'] } };
const gridOne = { kind: 'grid', id: areas.gridOne };
const gridTwoArea = { kind: 'grid', id: areas.gridTwo };
const coverage = async (query: string) => need(await community.get(`duties/coverage?${query}`)).body;

describe('F37: 领清单 → 巡察 → 拍照上传 → 分类标注 → 实时跟踪 → 清零', () => {
  test('F37: the day begins with the list: one’s own grid, what to look at, what a finding may begin', async () => {
    const [item, ...more] = await day();
    expect(more).toEqual([]);
    expect(item).toMatchObject({ name: '每日巡察', state: 'open', byText: '今天 24:00', last: null, standsFor: null });
    expect(item.starts.map((one: { method: string }) => one.method)).toEqual([
      'seven-step-loop',
      'thirty-minute-response',
    ]);
    expect(await day(as('resident'))).toEqual([]);
  });

  test('F37: “nothing found” is one request; sent again later with another age it is the same act', async () => {
    const wanted = { ...patrol, subject: gridOne };
    const first = await grid.post('duty-records', { ...wanted, madeAgoSeconds: 60 }, 'round-1');
    expect(first).toMatchObject({
      status: 201,
      body: { states: { patrol: 'done' }, matter: null, at: '2026-11-20T00:59:00.000Z' },
    });
    const again = await grid.post('duty-records', { ...wanted, madeAgoSeconds: 3600 }, 'round-1');
    expect(again.body).toEqual(first.body);
    expect((await grid.post('duty-records', { ...wanted, form: { items: ['环境卫生'] } }, 'round-1')).status).toBe(422);
    expect((await day())[0]).toMatchObject({ state: 'done', last: { items: ['消防通道'] }, done: { by: '孙丽娟' } });
    expect(need(await grid.get('duty-records')).body.items).toHaveLength(1);
  });

  test('F37: what was found is photographed, classified and begun in the same act, followed and cleared', async () => {
    const found = {
      method: 'seven-step-loop',
      form: {
        category: '安全隐患',
        words: '楼道里给电动车充电',
        photos: [await upload(gridTwo)],
        place: { label: '5号楼', areaId: areas.buildingFive },
      },
    };
    const answer = need(await gridTwo.post('duty-records', { ...patrol, subject: gridTwoArea, finding: found })).body;
    const { number } = answer.matter;
    const { items } = need(await community.get('duty-records?set=grid-patrol')).body;
    expect(items[0]).toMatchObject({ by: '钱立新', matter: number, subject: { label: '第二网格' } });
    const open = need(await gridTwo.get(`matters/${number}`)).body;
    expect(open).toMatchObject({ category: '安全隐患', status: 'open', grid: { name: '第二网格' } });
    need(await gridTwo.post(`matters/${number}/actions/accept`, {}));
    expect(need(await gridTwo.get(`matters/${number}`)).body.step.id).toBe('assign');
    need(await act(community, number, 'assign', { form: { handler: `user:${ids.property}` } }));
    const after = [await upload(as('property'))];
    need(await act(as('property'), number, 'done', { form: { result: '已拆除飞线', after } }));
    need(await act(community, number, 'next', { form: { reply: '线拆了', publish: false } }));
    need(await act(gridTwo, number, 'content', { form: { stars: 5 } }));
    expect(need(await gridTwo.get(`matters/${number}`)).body.status).toBe('done');
  });

  test('a finding that is refused leaves no record: both or neither', async () => {
    const before = need(await community.get('duty-records?limit=100')).body.items.length;
    const wrong = { ...patrol, subject: gridOne, finding: { method: 'seven-step-loop', form: {} } };
    expect((await grid.post('duty-records', wrong)).status).toBe(422);
    const other = { ...patrol, subject: gridOne, finding: { method: 'neighbour-matter', form: {} } };
    expect((await grid.post('duty-records', other)).body.code).toBe('duty.finding-unknown');
    expect(need(await community.get('duty-records?limit=100')).body.items).toHaveLength(before);
  });

  test('nobody records what is not hers', async () => {
    const wanted = { ...patrol, subject: gridTwoArea };
    expect((await grid.post('duty-records', wanted)).body.code).toBe('duty.not-yours');
    expect((await as('resident').post('duty-records', wanted)).status).toBe(403);
    expect((await as('resident').get('duty-records')).status).toBe(403);
    const tooOld = { ...patrol, subject: gridOne, madeAgoSeconds: 72 * 3600 + 1 };
    expect((await grid.post('duty-records', tooOld)).status).toBe(400);
  });
});

describe('N71: grid patrol once a day, coverage = grids patrolled / grids', () => {
  test('N71: both grids patrolled today, none yesterday; each figure is the length of the list it opens', async () => {
    const figures = await coverage('set=grid-patrol&from=2026-11-18&to=2026-11-20');
    expect(figures.days).toEqual([
      { day: '2026-11-18', covered: 0, of: 2 },
      { day: '2026-11-19', covered: 0, of: 2 },
      { day: '2026-11-20', covered: 2, of: 2 },
    ]);
    expect(figures.total).toEqual({ due: 6, done: 2, late: 4, open: 0, excused: 0 });
    for (const state of ['done', 'late', 'open', 'excused'] as const) {
      const list = need(await community.get(`duties/periods?from=2026-11-18&to=2026-11-20&state=${state}`)).body;
      expect(list.items).toHaveLength(figures.total[state]);
    }
    expect((await grid.get('duties/coverage')).status).toBe(403);
  });

  test('the list goes on where a page ended', async () => {
    const query = 'duties/periods?from=2026-11-18&to=2026-11-20&limit=4';
    const first = need(await community.get(query)).body;
    const second = need(await community.get(`${query}&cursor=${first.next}`)).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([4, 2, null]);
    expect(new Set([...first.items, ...second.items].map((one) => one.to + one.subject.id)).size).toBe(6);
  });

  test('a patrol made without network yesterday counts for yesterday', async () => {
    await world.advance('2026-11-21T02:00:00.000Z');
    need(await grid.post('duty-records', { ...patrol, subject: gridOne, madeAgoSeconds: 30 * 3600 }));
    expect((await day(grid, 'grid-patrol'))[0].state).toBe('open');
    need(await grid.post('duty-records', { ...patrol, subject: gridOne, madeAgoSeconds: 50 * 3600 }));
    const figures = await coverage('set=grid-patrol&from=2026-11-19&to=2026-11-19');
    expect(figures.days).toEqual([{ day: '2026-11-19', covered: 1, of: 2 }]);
  });
});

describe('lateness is told', () => {
  const told = async (): Promise<string[]> => {
    const { items } = need(await community.get('/api/v1/messages?limit=100')).body;
    return items.filter((one: { kind: string }) => one.kind === 'late').map((one: { body: string }) => one.body);
  };

  test('a worker that was down for three days tells each period once, and nothing more when it runs again', async () => {
    const before = (await told()).length;
    await world.advance('2026-11-25T02:00:00.000Z');
    const messages = (await told()).slice(0, (await told()).length - before);
    const text = messages.join('\n');
    for (const date of ['11月21日', '11月22日', '11月23日', '11月24日'])
      for (const name of ['第一网格', '第二网格']) expect(text.split(`${date} ${name} 每日巡察`)).toHaveLength(2);
    expect(text).not.toContain('11月25日');
    const count = (await told()).length;
    await world.advance('2026-11-25T03:00:00.000Z');
    expect(await told()).toHaveLength(count);
  });
});

describe('X25: 一日三巡, read as three records a day', () => {
  const rounds = { set: 'three-patrols', subject: { kind: 'estate', id: areas.estate }, form: {} };

  test('X25: one round may log all three; N69: two of three do not cover the day', async () => {
    await adopt('three-patrols');
    const items = await day(steward, 'three-patrols');
    expect(items.map((one: { name: string; together: boolean }) => [one.name, one.together])).toEqual([
      ['巡安全', true],
      ['巡环境', true],
      ['巡民生', true],
    ]);
    need(await steward.post('duty-records', { ...rounds, duties: ['safety', 'order'] }));
    const query = 'set=three-patrols&from=2026-11-25&to=2026-11-25';
    expect((await coverage(query)).days).toEqual([{ day: '2026-11-25', covered: 0, of: 0 }]);
    await world.advance('2026-11-26T02:00:00.000Z');
    need(await steward.post('duty-records', { ...rounds, duties: ['safety', 'order'] }));
    const next = 'set=three-patrols&from=2026-11-26&to=2026-11-26';
    expect(
      (await coverage(next)).rows.find((row: { subject: { id: string } }) => row.subject.id === areas.estate).total,
    ).toMatchObject({ due: 3, done: 2 });
    expect((await coverage(next)).days).toEqual([{ day: '2026-11-26', covered: 0, of: 2 }]);
    need(await steward.post('duty-records', { ...rounds, duties: ['people'] }));
    expect((await coverage(next)).days).toEqual([{ day: '2026-11-26', covered: 1, of: 2 }]);
  });

  test('X25: with the parameter off it is three rounds: one record each, never all at once', async () => {
    await adopt('three-patrols', { oneRound: false });
    await world.advance('2026-11-27T02:00:00.000Z');
    const items = await day(steward, 'three-patrols');
    expect(items.every((one: { together: boolean }) => !one.together)).toBe(true);
    const all = { ...rounds, duties: ['safety', 'order', 'people'] };
    expect((await steward.post('duty-records', all)).body.code).toBe('duty.one-at-a-time');
    for (const duty of all.duties) need(await steward.post('duty-records', { ...rounds, duties: [duty] }));
    expect((await day(steward, 'three-patrols')).map((one: { state: string }) => one.state)).toEqual([
      'done',
      'done',
      'done',
    ]);
  });
});

describe('X28: three duties with three owners', () => {
  test('X28: grid worker, red steward and centre household each have their own; the level of the group is a field', async () => {
    await adopt('centre-household');
    const sets = async (who: Asker) => [...new Set((await day(who)).map((one: { set: string }) => one.set))];
    expect(await sets(grid)).toEqual(['grid-patrol']);
    expect(await sets(steward)).toEqual(['three-patrols']);
    expect(await sets(building)).toEqual(['centre-household']);
    const items = await day(building);
    expect(items.map((one: { name: string }) => one.name)).toEqual(['每日微信群巡查', '每周入户走访', '每月集中反馈']);
    expect(items[0].form[0]).toMatchObject({
      id: 'level',
      of: ['街道群', '社区群', '网格群', '楼栋群'].map((word) => ({ value: word, label: word })),
    });
    expect(items[0].subject).toEqual({ kind: 'centre-household', id: ids.building, label: '何秀英（第一网格）' });
  });

  test('N64: monthly feedback reaches the grid head', async () => {
    const { subject } = (await day(building))[0];
    need(
      await building.post('duty-records', {
        set: 'centre-household',
        duties: ['summary'],
        subject,
        form: { summary: '本月走访四十户' },
      }),
    );
    const { items } = need(await as('gridHead').get('/api/v1/messages')).body;
    expect(items[0].title).toContain('每月集中反馈做好了');
  });
});

describe('absence and stand-ins', () => {
  const absence = { userId: ids.gridTwo, from: '2026-12-01', to: '2026-12-02', reason: '年休' };

  test('who stands in has the duty on her day and records it for her colleague', async () => {
    need(await community.post('absences', { ...absence, standInId: ids.grid }));
    await world.advance('2026-12-01T02:00:00.000Z');
    expect(await day(gridTwo, 'grid-patrol')).toEqual([]);
    const mine = await day(grid, 'grid-patrol');
    expect(mine.map((one: { standsFor: string | null }) => one.standsFor).toSorted()).toEqual(
      [null, '钱立新'].toSorted(),
    );
    need(await grid.post('duty-records', { ...patrol, subject: gridTwoArea }));
    const { items } = need(await community.get('duty-records?limit=1')).body;
    expect(items[0]).toMatchObject({ by: '孙丽娟', standsFor: '钱立新', subject: { label: '第二网格' } });
  });

  test('with nobody standing in what falls due is excused and counts apart; taken back, it is late', async () => {
    const noted = need(await community.post('absences', { ...absence, from: '2026-12-03', to: '2026-12-03' })).body;
    await world.advance('2026-12-04T02:00:00.000Z');
    const query = 'set=grid-patrol&from=2026-12-03&to=2026-12-03';
    expect((await coverage(query)).total).toEqual({ due: 1, done: 0, late: 1, open: 0, excused: 1 });
    need(await community.post(`absences/${noted.id}/withdraw`, {}));
    expect((await coverage(query)).total).toEqual({ due: 2, done: 0, late: 2, open: 0, excused: 0 });
    expect((await community.post(`absences/${noted.id}/withdraw`, {})).status).toBe(404);
  });

  test('only those who arrange duties, only people of the community, only once', async () => {
    expect((await grid.post('absences', absence)).status).toBe(403);
    expect((await community.post('absences', { ...absence, userId: ids.far })).body.code).toBe(
      'absence.person-unknown',
    );
    expect((await community.post('absences', absence)).body.code).toBe('absence.already-away');
    expect((await community.post('absences', { ...absence, userId: ids.grid, standInId: ids.gridTwo })).body.code).toBe(
      'absence.stand-in-away',
    );
  });
});

describe('records stay', () => {
  test('the app can neither change nor delete a record, and a record’s id is used once', async () => {
    const app = world.database;
    await expect(
      app.query(`update duty_records set form = '{}' where area_id = $1`, [areas.gongsheng]),
    ).rejects.toThrow(/permission denied/);
    await expect(app.query(`delete from duty_records where area_id = $1`, [areas.gongsheng])).rejects.toThrow(
      /permission denied/,
    );
    const copy = `insert into duty_records select * from duty_records where area_id = $1 limit 1`;
    await expect(world.owner.query(copy, [areas.gongsheng])).rejects.toThrow(/duty_records_(pkey|round_key)/);
  });
});

describe('N48: average handling time', () => {
  test('N48: the average of what was closed, over the benchmark of two hours, opening as many matters as it counts', async () => {
    const number = need(
      await as('resident').post('matters', {
        method: 'seven-step-loop',
        form: { category: '安全隐患', words: '灯不亮', place: { label: '3号楼', areaId: areas.building } },
      }),
    ).body.number;
    await world.advance('2026-12-04T05:00:00.000Z');
    await bring(world, number, 'archived');
    const period = 'from=2026-12-04&to=2026-12-04';
    const figure = need(await community.get(`matters/handling?${period}`)).body;
    expect(figure).toMatchObject({ counted: 1, averageMs: 3 * 3_600_000, averageText: '3 小时', isWithin: false });
    const list = need(await community.get('matters?status=done&closedFrom=2026-12-04&closedTo=2026-12-04')).body;
    expect(list.items).toHaveLength(figure.counted);
    expect((await as('resident').get(`matters/handling?${period}`)).status).toBe(403);
  });
});
