import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, detail, listed, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, owner } = world;

let household = '';
let elder = '';
let consent = '';

const actFor = async (): Promise<unknown> =>
  need(await as('family').post('/api/v1/session/acting', { elderId: elder, areaId: areas.gongsheng }));
const actForNobody = async (): Promise<unknown> => need(await as('family').ask('DELETE', '/api/v1/session/acting'));
const mine = (): Promise<string[]> => listed(as('family'), 'mine=reported');

beforeAll(async () => {
  const post = async (path: string, body: object) => need(await as('community').post(path, body)).body;
  household = (await post('households', { buildingId: areas.building, unit: '2', room: '501' })).id;
  elder = (await post('people', { householdId: household, name: '周雪梅' })).id;
  const given = { family: 'family', relation: '女儿', givenHow: '电话录音' };
  consent = (await post(`people/${elder}/family`, given)).id;
  await owner.query(`update auth."user" set person_id = $1 where id = $2`, [elder, ids.resident]);
});

test('family acting for an elder finds what she and her household reported before, and follows it for her', async () => {
  const own = await begin(as('resident'));
  const ofHousehold = await begin(as('resident2'));
  const other = await begin(as('resident2'));
  await owner.query(`update matters set household_id = $1 where number = $2`, [household, ofHousehold]);
  expect(await mine()).toEqual([]);
  await actFor();
  expect((await mine()).sort()).toEqual([own, ofHousehold].sort());
  expect(await detail(world, own, 'family')).toMatchObject({ number: own, reporter: { isMe: true } });
  expect((await as('family').get(`matters/${other}`)).body.code).toBe('matter.closed-to-you');
  expect(need(await as('family').get('/api/v1/me/home')).body.openMatterCount).toBe(2);
  const forHer = await begin(as('family'));
  expect(await mine()).toContain(forHer);
  await actForNobody();
  expect(await mine()).toEqual([forHer]);
  expect((await as('family').get(`matters/${own}`)).body.code).toBe('matter.closed-to-you');
});

test('a restricted matter of hers stays with her own account: it may be about the family', async () => {
  const number = await begin(as('resident'));
  await owner.query(`update matters set visible = 'restricted', household_id = $1 where number = $2`, [
    household,
    number,
  ]);
  await actFor();
  expect(await mine()).not.toContain(number);
  expect((await as('family').get(`matters/${number}`)).body.code).toBe('matter.closed-to-you');
  expect(await listed(as('resident'), 'mine=reported')).toContain(number);
  await actForNobody();
});

test('a consent taken back closes her matters to the family at once', async () => {
  const number = await begin(as('resident'));
  await actFor();
  expect(await mine()).toContain(number);
  need(await as('community').ask('DELETE', `people/${elder}/family/${consent}`));
  expect(await mine()).not.toContain(number);
  expect((await as('family').get(`matters/${number}`)).body.code).toBe('matter.closed-to-you');
});
