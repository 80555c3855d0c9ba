import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, finding, listed, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;

type AtOnce = { action: string; fields: { id: string }[] }[];

const atOnce = async (name: 'grid' | 'resident' | 'community', method: string): Promise<AtOnce> =>
  need(await as(name).get(`report-form?method=${method}`)).body.atOnce;

test('即办: the report form names the further steps this person may do at once, as far as each is hers', async () => {
  expect((await atOnce('grid', 'seven-step-loop')).map(({ action }) => action)).toEqual(['accept']);
  expect((await atOnce('community', 'seven-step-loop')).map(({ action }) => action)).toEqual(['accept', 'assign']);
  expect((await atOnce('grid', 'neighbour-matter')).map(({ action }) => action)).toEqual(['solved', 'confirmed']);
  expect(await atOnce('resident', 'neighbour-matter')).toEqual([]);
});

test('即办: what the form names is taken in one request', async () => {
  const [solved, confirmed] = await atOnce('grid', 'neighbour-matter');
  expect(solved?.fields.map(({ id }) => id)).toContain('result');
  const { place, words } = finding;
  const made = await as('grid').post('matters', {
    method: 'neighbour-matter',
    form: { place, words, kind: '楼道与公共空间' },
    then: [{ action: solved?.action, form: { result: '当场搬走了' } }, { action: confirmed?.action }],
  });
  expect(need(made).body.step.id).toBe('reply');
});

test('a worker finds what she has handled, ended or not, and what she did today', async () => {
  const number = await begin(as('resident'));
  expect(await listed(as('grid'), 'mine=handled')).not.toContain(number);
  need(await act(as('grid'), number, 'accept'));
  expect(await listed(as('grid'), 'mine=handled')).toContain(number);
  expect(await listed(as('grid'), 'mine=handled&actedFrom=2026-11-20')).toContain(number);
  expect(await listed(as('grid'), 'mine=handled&actedFrom=2026-11-21')).not.toContain(number);
  expect(await listed(as('gridHead'), 'mine=handled')).not.toContain(number);
});

test('a role held at a grid lists that grid, not the community around it', async () => {
  const elsewhere = await begin(as('resident'), { place: { label: '5号楼', areaId: areas.buildingFive } });
  const here = await begin(as('resident'));
  const answer = need(await as('grid').get(`/api/v1/areas/${areas.gridOne}/matters?limit=100`));
  const shown = answer.body.items.map((item: { number: string }) => item.number);
  expect(shown).toContain(here);
  expect(shown).not.toContain(elsewhere);
});
