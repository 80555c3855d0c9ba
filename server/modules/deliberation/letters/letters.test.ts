import { describe, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { addHouseholds, addPeople, linkUser } from '#modules/people';
import { testDatabase } from '#tests/database';
import { areas, openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids } = world;

const { tree, sealer, identity } = { ...world.parts, ...world.parts.context, ...world.parts.accounts };
const peopleDoors = { tree, sealer, may: identity.may };
const areaId = areas.gongsheng;
const door = (buildingId: string, room: string) => ({ buildingId, unit: '1', room });
const [, other = '', far = ''] = await world.database.transaction(world.clock.now(), async (tx) => {
  const households = [door(areas.building, '101'), door(areas.building, '102'), door(areas.buildingFive, '101')];
  const made = await addHouseholds(tx, system, peopleDoors, { areaId, households });
  const people = [{ name: '周雪梅', tags: [], ...(made[0] ? { householdId: made[0] } : {}) }];
  const [personId = ''] = await addPeople(tx, system, peopleDoors, { areaId, people });
  await linkUser(tx, { areaId, personId, userId: ids.resident });
  await tx.query('update auth."user" set person_id = $1 where id = $2', [personId, ids.resident]);
  return made;
});

const letter = { title: '供热试水', body: '试水那天请家里留人，听见滴水先关阀门。', signed: '工盛社区' };
const sent = async (change: object = {}): Promise<string> => {
  const { body, status } = await as('community').post('letters', { ...letter, ...change });
  expect(status, JSON.stringify(body)).toBe(201);
  expect((await as('community').post(`letters/${body.id}/send`)).status).toBe(200);
  return body.id as string;
};
const page = async (id: string, who: Name | 'anonymous' = 'anonymous') => (await as(who).get(`letters/${id}`)).body;

describe('C29: a letter to households', () => {
  test('a draft is seen by its desk alone; sent once, it is told to those who live there', async () => {
    const { id } = (await as('community').post('letters', letter)).body;
    expect((await as('resident').get(`letters/${id}`)).status).toBe(404);
    expect((await as('resident').post('letters', letter)).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => as('community').post(`letters/${id}/send`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = (await as('resident').get('/api/v1/messages')).body.items;
    expect(told.map(({ title }: { title: string }) => title)).toEqual(['给您家的一封信：供热试水']);
    const elsewhere = { ...letter, buildingIds: [areas.siblingBuilding] };
    expect((await as('community').post('letters', elsewhere)).body.code).toBe('letter.building-unknown');
  });

  test('opening it counts a household as reached, once; by hand the rest; the figure names all households', async () => {
    const id = await sent();
    expect((await page(id)).reach).toEqual({ households: 3, app: 0, door: 0 });
    await page(id, 'resident');
    await page(id, 'resident');
    expect((await page(id)).reach).toEqual({ households: 3, app: 1, door: 0 });
    const over = (who: Name, door: string, method = 'PUT') => as(who).ask(method, `letters/${id}/doors/${door}`);
    expect((await page(id, 'grid')).doors.map(({ label }: { label: string }) => label)).toEqual([
      '工盛小区 3号楼 1单元 101',
      '工盛小区 3号楼 1单元 102',
    ]);
    expect((await over('grid', far)).body.code).toBe('letter.door-not-yours');
    expect((await over('resident', other)).body.code).toBe('letter.door-not-yours');
    expect((await over('grid', other)).status).toBe(200);
    expect((await page(id)).reach).toEqual({ households: 3, app: 1, door: 1 });
    await over('grid', other, 'DELETE');
    expect((await page(id)).reach).toEqual({ households: 3, app: 1, door: 0 });
    expect((await page(id)).doors).toEqual([]);
  });

  test('to some buildings: only their doors count', async () => {
    const id = await sent({ buildingIds: [areas.buildingFive] });
    expect(await page(id)).toMatchObject({ to: '泰和苑 5号楼', reach: { households: 1 } });
  });

  test('X29: a question is seen by who asked and the desk, by everybody once published, and then without a name', async () => {
    const id = await sent();
    const ask = (question: string) => as('resident').post(`letters/${id}/questions`, { question });
    const { id: first } = (await ask('家里没人怎么办？')).body;
    await ask('去年不热能退费吗？');
    expect((await page(id, 'resident2')).questions).toEqual([]);
    expect((await page(id, 'resident')).questions).toHaveLength(2);
    expect((await page(id, 'community')).questions[0].asker).toBe('邻居周**');
    const said = { answer: '跟物业约晚上再看。', publish: true };
    expect((await as('community').post(`letters/${id}/questions/${first}/answer`, said)).status).toBe(200);
    expect((await page(id)).questions).toMatchObject([
      { question: '家里没人怎么办？', asker: '', answer: said.answer },
    ]);
    expect((await as('resident').post(`letters/${id}/questions/${first}/answer`, said)).status).toBe(403);
  });
});
