import { describe, expect, test } from 'vitest';
import { shanghaiDate } from '#shared/time';
import { readVenueFacts } from '#modules/venues';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;

const daily = (opens: number, closes: number, weekdays = [1, 2, 3, 4, 5, 6, 7]) =>
  weekdays.map((weekday) => ({ weekday, opens, closes, zone: '' }));
const hall = { name: '邻里中心', kind: '文化服务中心', indoor: true, sizeTenths: 3000, hours: daily(540, 1020) };
const open = async (change: object = {}) => (await as('community').post('venues', { ...hall, ...change })).body;

test('a community worker opens a venue, everybody sees it with its week and its rooms; another may not', async () => {
  const { id } = await open();
  await open({ name: '东半厅', kind: '活动室', parentId: id, hours: [] });
  const page = need(await as('anonymous').get(`venues/${id}`)).body;
  expect(page).toMatchObject({ name: '邻里中心', sizeTenths: 3000, weeklyMinutes: 56 * 60, actions: [] });
  const byCode = await as('anonymous').get(`/api/v1/venues/${page.shortPath.slice('/v/'.length)}`);
  expect(need(byCode).body.id).toBe(id);
  expect((await as('anonymous').get('/api/v1/venues/gsheaaaaaaaaa')).status).toBe(404);
  expect(page.rooms).toMatchObject([{ name: '东半厅', weeklyMinutes: 56 * 60 }]);
  expect((await as('resident').post('venues', hall)).status).toBe(403);
  expect((await as('sibling').post('venues', hall)).status).toBe(403);
});

test('N37: overlapping hours are refused in a sentence that names both, and nothing is lost', async () => {
  const { id, revision } = await open({ name: '便民百宝阁', kind: '便民百宝阁' });
  const sewing = { weekday: 2, opens: 1000, closes: 1080, zone: '爱心缝纫铺' };
  const answer = await as('community').ask('PUT', `/api/v1/areas/${areas.gongsheng}/venues/${id}`, {
    body: { ...hall, hours: [...hall.hours, sewing], revision },
  });
  expect(answer).toMatchObject({ status: 422, body: { code: 'venue.hours-overlap' } });
  expect(JSON.stringify(answer.body)).toContain('爱心缝纫铺');
  expect(need(await as('anonymous').get(`venues/${id}`)).body.hours).toHaveLength(7);
});

test('N37: the sewing corner is there on Tuesday and on no other day of the printed week', async () => {
  const hours = [{ weekday: 2, opens: 540, closes: 690, zone: '爱心缝纫铺' }];
  const { id } = await open({ name: '缝纫角', kind: '便民百宝阁', hours });
  const { week } = need(await as('anonymous').get(`venues/${id}`)).body;
  const zones = week.map((one: { openings: { zone: string }[] }) => one.openings.map(({ zone }) => zone));
  expect(zones).toEqual([[], ['爱心缝纫铺'], [], [], [], [], []]);
});

describe('facts for the standard', () => {
  const factOf = async (name: string) =>
    (await readVenueFacts(world.database, areas.gongsheng, world.clock.now())).find((one) => one.name === name);

  test('N11, N12: sizes are whole tenths of a square metre: 299.9 is not 300, 999 is not 1000', async () => {
    await open({ name: '小一点', sizeTenths: 2999 });
    await open({ name: '刚刚好', sizeTenths: 3000 });
    await open({ name: '广场', kind: '文化广场', indoor: false, sizeTenths: 9990 });
    expect((await factOf('小一点'))?.sizeTenths).toBe(2999);
    expect((await factOf('刚刚好'))?.sizeTenths).toBe(3000);
    expect(await factOf('广场')).toMatchObject({ sizeTenths: 9990, indoor: false });
    expect((await as('community').post('venues', { ...hall, sizeTenths: 2999.5 })).status).toBe(400);
  });

  test('N16: 55.5 hours and 56 hours a week are told apart, and a closed day of this week is counted', async () => {
    await open({ name: '差半小时', hours: [...daily(540, 1020, [1, 2, 3, 4, 5, 6]), ...daily(540, 990, [7])] });
    expect(await factOf('差半小时')).toMatchObject({ weeklyMinutes: 55.5 * 60, thisWeekMinutes: 55.5 * 60 });
    const closed = { day: shanghaiDate(world.clock.now()), opens: null, closes: null, reason: '检修' };
    await open({ name: '关一天', exceptions: [closed] });
    expect(await factOf('关一天')).toMatchObject({ weeklyMinutes: 56 * 60, thisWeekMinutes: 48 * 60 });
  });
});

test('two who change one venue: the second is told, nothing of the first is lost', async () => {
  const { id, revision } = await open({ name: '议事厅', kind: '议事厅' });
  const change = (name: string) =>
    as('community').ask('PUT', `/api/v1/areas/${areas.gongsheng}/venues/${id}`, {
      body: { ...hall, kind: '议事厅', name, revision },
    });
  expect((await change('榕树下议事厅')).status).toBe(200);
  expect((await change('别的名字')).body).toMatchObject({ code: 'venue.changed', status: 409 });
  expect(need(await as('anonymous').get(`venues/${id}`)).body.name).toBe('榕树下议事厅');
});

test('a house closed for good closes its rooms; it is shown no more and can be changed no more', async () => {
  const { id } = await open({ name: '旧楼' });
  const room = await open({ name: '旧楼一室', kind: '活动室', parentId: id });
  need(await as('community').post(`venues/${id}/closing`, { reason: '拆迁' }));
  const { items } = need(await as('anonymous').get('venues')).body;
  expect(items.map((one: { id: string }) => one.id)).not.toContain(room.id);
  expect((await as('community').post(`venues/${id}/closing`, { reason: '拆迁' })).body.code).toBe(
    'venue.closed-for-good',
  );
});

test('B30: the circle says what is missing, and counts what neighbours of the street have', async () => {
  const circle = async () => need(await as('anonymous').get('circle')).body;
  expect((await circle()).missing).toEqual(['便民市场', '运动场地', '社区服务中心', '医疗卫生保健服务机构']);
  need(
    await as('sibling').ask('POST', `/api/v1/areas/${areas.sibling}/venues`, { body: { ...hall, kind: '便民市场' } }),
  );
  expect((await circle()).needs[0]).toMatchObject({ isWithin: true, places: [{ areaName: '邻近社区' }] });
  expect((await circle()).wanted.find((one: { kind: string }) => one.kind === '幼儿园').places).toEqual([]);
});

test('venues as GeoJSON and as an Excel file', async () => {
  await open({ name: '有点的', lng: 118.05, lat: 36.81 });
  const map = need(await as('anonymous').get('venues.geojson')).body;
  expect(map.features).toMatchObject([{ geometry: { coordinates: [118.05, 36.81] }, properties: { name: '有点的' } }]);
  const sheet = await as('community').get('venues.xlsx');
  expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await as('resident').get('venues.xlsx')).status).toBe(403);
});
