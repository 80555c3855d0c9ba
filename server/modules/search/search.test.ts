import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, bring, finding, need } from '#tests/matters';
import { areas, names, openWorld, type Name } from '#tests/world';
import type { Hit, HitKind, SearchAnswer } from './contract.ts';
import { beginBackfill } from './backfill/service.ts';

const world = await openWorld(await testDatabase());
const { as, owner, worker, database, clock, parts } = world;

type Who = Name | 'anonymous';
async function look(who: Who, q: string, more = ''): Promise<SearchAnswer> {
  const area = more.includes('area=') ? '' : `&area=${areas.gongsheng}`;
  return need(await as(who).get(`/api/v1/search?q=${encodeURIComponent(q)}${area}${more}`)).body;
}
async function hits(who: Who, q: string, kind: HitKind = 'matter', more = ''): Promise<Hit[]> {
  const { groups } = await look(who, q, `&kind=${kind}&limit=50${more}`);
  return groups.flatMap(({ items }) => items);
}
const numbers = (found: Hit[]): string[] => found.map(({ number }) => number ?? '');
const refusal = async (q: string): Promise<string> =>
  (await as('community').get(`/api/v1/search?q=${encodeURIComponent(q)}&area=${areas.gongsheng}`)).body.code;

const may = async (number: string): Promise<Name[]> => {
  const found: Name[] = [];
  for (const name of names) if ((await as(name).get(`matters/${number}`)).status === 200) found.push(name);
  return found;
};

test('issue 3: 飞线 finds 飞线充电; the title before the text, the newest first', async () => {
  const inText = await begin(as('resident'), { words: '楼道太暗了。有人从二楼拉飞线给电动车充电' });
  const inTitle = await begin(as('resident'), { words: '有人飞线充电' });
  const newer = await begin(as('resident'), { words: '又有人飞线充电' });
  await owner.query(`update matters set created_at = created_at - interval '1 hour' where number = $1`, [inTitle]);
  await owner.query(
    `update search_entries e set at = m.created_at from matters m where m.area_id = e.area_id and m.id = e.id`,
  );
  expect(numbers(await hits('community', '飞线'))).toEqual([newer, inTitle, inText]);
  expect(numbers(await hits('community', '飞线充电'))).toEqual(expect.arrayContaining([inTitle, newer, inText]));
  expect((await look('community', '飞线充电')).words).toEqual(['飞线充电', '飞线', '充电']);
});

test('a matter is found by its number: whole, without its zeros, by its last digits; the number before all else', async () => {
  const number = await begin(as('resident'), { words: '健身器材坏了' });
  const serial = number.slice(-6);
  for (const typed of [
    number,
    serial,
    String(Number(serial)),
    serial.slice(-4),
    serial.slice(-3),
    `尾号${serial.slice(-4)}`,
  ])
    expect([typed, numbers(await hits('community', typed))[0]]).toEqual([typed, number]);
  expect(await hits('community', number.replace(/^\d{12}/, '370303003001'))).toEqual([]);
});

test('METHODS 2.1: whole is found exactly by whoever may open it, at every step', async () => {
  const number = await begin(as('resident'), {
    place: { label: '5号楼', areaId: areas.buildingFive },
    words: '楼顶太阳能热水器松动',
  });
  const check = async (): Promise<void> => {
    const readers = await may(number);
    for (const name of names) {
      const whole = (await hits(name, '太阳能热水器')).filter((hit) => hit.isWhole);
      expect([name, numbers(whole).includes(number)]).toEqual([name, readers.includes(name)]);
    }
    expect((await hits('anonymous', '太阳能热水器')).filter((hit) => hit.isWhole)).toEqual([]);
  };
  await check();
  need(await act(as('gridTwo'), number, 'accept'));
  await check();
});

test('METHODS 2.1: a restricted matter is found by its named handlers alone; nobody else learns that there is one', async () => {
  const form = { sort: '突发事件', place: finding.place, words: '三楼阳台冒浓烟' };
  const answer = need(await as('resident').post('matters', { method: 'thirty-minute-response', form }));
  const number: string = answer.body.number;
  const title = '突发事件';
  const readers = await may(number);
  expect(readers).not.toContain('community');
  for (const name of names) {
    expect([name, await hits(name, '浓烟')]).toEqual([name, []]);
    const found =
      numbers(await hits(name, title)).includes(number) || numbers(await hits(name, number)).includes(number);
    expect([name, found]).toEqual([name, readers.includes(name) && found]);
  }
  for (const who of ['community', 'secretary', 'anonymous', 'resident2'] as const)
    for (const typed of [title, number, '应急', number.slice(-4)])
      expect([who, typed, JSON.stringify(await look(who, typed)).includes(number)]).toEqual([who, typed, false]);
  expect(numbers(await hits('volunteer', number))).toEqual([number]);
  const { rows } = await owner.query(
    `select e.audience, e.words::text from search_entries e join matters m using (area_id, id) where m.number = $1`,
    [number],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].audience).toBe('restricted');
  expect(rows[0].words).not.toContain('浓烟');
});

test('what a method has shown is found by everybody, as its public page; what it has not is not', async () => {
  const number = await begin(as('resident'), { words: '水管井盖子缺了一角' });
  await bring(world, number, 'archived');
  expect(numbers(await hits('anonymous', '井盖子'))).toEqual([]);
  const shown = (await hits('anonymous', '飞线已拆')).find((hit) => hit.number === number);
  expect(shown).toMatchObject({ isWhole: false, title: '3号楼飞线已拆', traceCode: expect.any(String) });
  expect((await hits('community', '教会用充电车位')).map((hit) => hit.number)).toContain(number);
  expect(JSON.stringify(shown)).not.toContain('周雪梅');
});

test('a grid worker finds whole what lies in her grid; of another only its public face', async () => {
  const number = await begin(as('resident'), {
    place: { label: '5号楼', areaId: areas.buildingFive },
    words: '地下室积水发臭',
  });
  expect(numbers(await hits('gridTwo', '地下室积水'))).toEqual([number]);
  expect(await hits('grid', '地下室积水')).toEqual([]);
});

test('nothing of another community is found', async () => {
  await begin(as('resident'), { words: '无花果树挡了窗户' });
  expect(await hits('far', '无花果', 'matter', `&area=${areas.far}`)).toEqual([]);
  expect(numbers(await hits('district', '无花果', 'matter', `&area=${areas.district}`))).toHaveLength(1);
});

test('pages follow one another without a gap or a repeat', async () => {
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.push(await begin(as('resident'), { words: `紫藤架第${i}根柱子` }));
  const seen: string[] = [];
  let cursor = '';
  do {
    const { groups } = await look('community', '紫藤', `&kind=matter&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...(groups[0]?.items ?? []).map(({ number }) => number ?? ''));
    cursor = groups[0]?.next ?? '';
  } while (cursor);
  expect(seen).toHaveLength(7);
  expect(seen.toSorted()).toEqual(made.toSorted());
  expect(
    (await as('community').get(`/api/v1/search?q=紫藤&kind=matter&cursor=x&area=${areas.gongsheng}`)).body.code,
  ).toBe('list.cursor-invalid');
});

test('notices and activities are found by everybody until they are taken down', async () => {
  const notice = need(
    await as('secretary').post('notices', {
      title: '周四下午停水',
      body: '管网检修，请提前蓄水',
      kind: 'outage',
      affects: '工盛小区',
    }),
  ).body;
  const activity = need(
    await as('secretary').post('activities', {
      title: '羊毛毡手作课',
      summary: '材料现场发',
      kind: 'course',
      place: '社区会议室',
      host: '社区',
      startsAt: '2026-11-25T06:00:00.000Z',
      endsAt: '2026-11-25T08:00:00.000Z',
    }),
  ).body;
  expect((await hits('anonymous', '蓄水', 'notice')).map((hit) => hit.id)).toEqual([notice.id]);
  expect((await hits('anonymous', '会议室手作', 'activity')).map((hit) => hit.id)).toEqual([activity.id]);
  need(await as('secretary').post(`notices/${notice.id}/withdraw`, { reason: '写错了' }));
  need(await as('secretary').post(`activities/${activity.id}/withdraw`, { reason: '老师来不了' }));
  expect(await hits('anonymous', '蓄水', 'notice')).toEqual([]);
  expect(await hits('anonymous', '手作', 'activity')).toEqual([]);
});

test('issue 3: 网球场 finds the tennis court; estates and buildings are found by name', async () => {
  await owner.query(`update areas set details = details || $2 where id = $1`, [
    areas.gongsheng,
    JSON.stringify({ places: [{ label: '文化公园网球场', point: [118.05, 36.81] }] }),
  ]);
  await parts.tree.reload();
  expect(await hits('anonymous', '网球场', 'place')).toMatchObject([{ title: '文化公园网球场', state: '地点' }]);
  expect((await hits('anonymous', '泰和苑', 'place')).map((hit) => hit.title)).toEqual(['泰和苑', '泰和苑 5号楼']);
});

test('methods are found by staff, households by who may list them', async () => {
  expect((await hits('community', '七步', 'method'))[0]?.id).toBe('seven-step-loop');
  expect(await hits('resident', '七步', 'method')).toEqual([]);
  need(await as('community').post('households', { buildingId: areas.building, unit: '2', room: '401' }));
  expect(await hits('community', '3号楼2', 'household')).toHaveLength(1);
  expect(await hits('grid', '3号楼2', 'household')).toHaveLength(1);
  for (const who of ['gridTwo', 'resident', 'anonymous', 'volunteer'] as const)
    expect([who, await hits(who, '3号楼2', 'household')]).toEqual([who, []]);
});

test('nobody is found by name: residents are looked up by people/search alone', async () => {
  need(await as('community').post('people', { name: '欧阳晴川', phone: '13800004321' }));
  for (const typed of ['欧阳晴川', '13800004321']) expect((await look('community', typed)).groups).toEqual([]);
});

test('nothing typed, only small words, too much: refused in plain words', async () => {
  expect(await refusal('')).toBe('search.empty');
  expect(await refusal('怎么办')).toBe('search.small-words');
  expect(await refusal('楼'.repeat(61))).toBe('search.too-long');
  expect((await as('anonymous').get('/api/v1/search?q=飞线')).body.code).toBe('search.area-missing');
  expect((await as('community').get('/api/v1/search?q=飞线&cursor=x')).body.code).toBe('search.cursor-without-kind');
  for (const typed of [`'`, `a' | 'b`, '飞线 & !', `\\`, '%', ':*'])
    expect([200, 422]).toContain(
      (await as('community').get(`/api/v1/search?q=${encodeURIComponent(typed)}&area=${areas.gongsheng}`)).status,
    );
});

test('what was there before the index is laid into it batch by batch, once, and is found alike', async () => {
  const before = (
    await owner.query('select area_id, kind, id, audience, at, words::text from search_entries order by 1, 2, 3, 4')
  ).rows;
  await owner.query('delete from search_entries');
  expect(await hits('community', '飞线')).toEqual([]);
  await database.transaction(clock.now(), (tx) => beginBackfill(tx, parts.tree));
  await worker.drain();
  const after = (
    await owner.query('select area_id, kind, id, audience, at, words::text from search_entries order by 1, 2, 3, 4')
  ).rows;
  expect(after).toEqual(before);
  await database.transaction(clock.now(), (tx) => beginBackfill(tx, parts.tree));
  expect(
    (await owner.query(`select count(*)::int as n from jobs.outbox where kind = 'search.backfill'`)).rows[0].n,
  ).toBe(0);
});

test('an answer names each area by its name', async () => {
  const { groups } = await look('community', '工盛');
  const places = groups.find(({ kind }) => kind === 'place')?.items.map(({ title }) => title);
  expect(places).toEqual(expect.arrayContaining(['工盛社区', '工盛小区']));
});
