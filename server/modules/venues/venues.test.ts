import { expect, test } from 'vitest';
import { importVenues, readVenueCards, readVenueFacts } from '#modules/venues';
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

test('cards and facts are read by other modules', async () => {
  const now = world.clock.now();
  const { database } = world;
  const [fact] = await readVenueFacts(database, areas.gongsheng, now);
  expect(fact).toMatchObject({ name: '邻里中心', indoor: true, sizeTenths: 3000, weeklyMinutes: 3360, free: true });
  expect(await readVenueCards(database, areas.gongsheng, [fact?.id ?? ''])).toMatchObject([{ picture: 'venue-hall' }]);
  await database.transaction(now, async (tx) => importVenues(tx, []));
});
