import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { gongsheng, openWorld, type Name } from '#tests/world';
import type { SavedView, SavedViewList } from './contract.ts';

const world = await openWorld(await testDatabase());
const { as, owner } = world;

const late = { name: '逾期的', query: { due: 'late' }, columns: ['due', 'title'] };
const save = (who: Name, more: object = {}) => as(who).post('views', { ...late, ...more });
const list = async (who: Name): Promise<SavedViewList> => need(await as(who).get('views')).body;
const namesOf = async (who: Name): Promise<string[]> => (await list(who)).items.map(({ name }) => name);

test('a view is its maker’s alone: kept, renamed, changed, deleted', async () => {
  const view: SavedView = need(await save('community')).body;
  expect(view).toMatchObject({ ...late, shared: false, isStart: false, actions: ['change', 'delete'] });
  expect(await namesOf('community2')).toEqual([]);
  expect((await as('community2').ask('DELETE', `views/${view.id}`)).body.code).toBe('view.unknown');
  const change = { name: '超时', query: { due: 'late', channel: 'hotline' } };
  expect(need(await as('community').ask('PATCH', `views/${view.id}`, { body: change })).body).toMatchObject(change);
  need(await as('community').ask('DELETE', `views/${view.id}`));
  expect(await namesOf('community')).toEqual([]);
});

test('a name is held once by each, whichever way it comes; others may hold it too', async () => {
  need(await save('community'));
  expect((await save('community')).body.code).toBe('view.name-taken');
  need(await save('community2'));
  need(await save('secretary', { shared: true }));
  const other: SavedView = need(await save('community', { name: '别的' })).body;
  const renamed = await as('community').ask('PATCH', `views/${other.id}`, { body: { name: late.name } });
  expect(renamed.body.code).toBe('view.name-taken');
  const raced = await Promise.all([1, 2, 3].map(() => save('streetOfficer')));
  expect(raced.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  await owner.query('delete from saved_views');
});

test('the area’s views are seen by everybody of the list and changed only by who may share', async () => {
  expect((await save('grid', { shared: true })).body.code).toBe('view.not-yours-to-share');
  const view: SavedView = need(await save('secretary', { shared: true })).body;
  const seen = (await list('grid')).items[0];
  expect(seen).toMatchObject({ name: late.name, shared: true, madeBy: '周敏', actions: [] });
  expect((await as('grid').ask('DELETE', `views/${view.id}`)).body.code).toBe('view.not-yours-to-share');
  need(await as('community').ask('PATCH', `views/${view.id}`, { body: { name: '全社区逾期' } }));
  expect((await as('resident').get('views')).status).toBe(403);
});

test('a list begins with the view one has chosen, until it is chosen away or deleted', async () => {
  const view: SavedView = need(await save('community')).body;
  const start = (viewId: string | null) => as('community').ask('PUT', 'view-start', { body: { viewId } });
  const starts = async (): Promise<string[]> =>
    (await list('community')).items.filter(({ isStart }) => isStart).map(({ id }) => id);
  need(await start(view.id));
  expect(await starts()).toEqual([view.id]);
  need(await start(null));
  expect(await starts()).toEqual([]);
  need(await start(view.id));
  need(await as('community').ask('DELETE', `views/${view.id}`));
  expect(await starts()).toEqual([]);
  expect((await start(view.id)).body.code).toBe('view.unknown');
});

test('at most twenty are kept, and only filters and columns', async () => {
  await owner.query('delete from saved_views');
  for (let i = 0; i < 20; i++) need(await save('community', { name: `第${i}个` }));
  expect((await save('community', { name: '再一个' })).body.code).toBe('view.too-many');
  expect((await save('community2', { query: { 'a b': 'x' } })).status).toBe(400);
  expect((await save('community2', { name: ' ' })).status).toBe(400);
  expect((await as('community').get(`${gongsheng}/views?list=people`)).status).toBe(400);
});
