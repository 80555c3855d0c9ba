import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, bring, detail, finding, listed, messagesOf, need, trace } from '#tests/matters';
import { openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, clock, advance } = world;

const noise = { kind: '噪声', place: finding.place, words: '楼上半夜拖椅子', channel: '楼栋长' };

async function collected(who: Parameters<typeof as>[0] = 'resident'): Promise<string> {
  clock.set('2026-11-20T01:00:00.000Z');
  return need(await as(who).post('matters', { method: 'neighbour-matter', form: noise })).body.number;
}

async function closeFrom(number: string): Promise<void> {
  need(await act(as('community'), number, 'confirmed'));
  need(await act(as('community'), number, 'next', { form: { reply: '谈好了', summary: '晚十点后不再拖椅子' } }));
}

test('F52: a small matter is settled in the grid by the building head', async () => {
  const number = await collected();
  for (const name of ['building', 'grid', 'volunteer'] as const)
    expect([name, await listed(as(name), 'mine=waiting')]).toEqual([name, [number]]);
  expect(await listed(as('community'), 'mine=waiting')).toEqual([]);
  need(await act(as('building'), number, 'solved', { form: { result: '两家坐下来谈好了' } }));
  await closeFrom(number);
  const seen = await detail(world, number);
  expect(seen).toMatchObject({ status: 'done', aside: null });
  expect(await trace(world, seen.traceCode)).toMatchObject({ result: '晚十点后不再拖椅子' });
  expect((await messagesOf(as('resident'))).map((one) => one.kind).sort()).toEqual(['answered', 'ended']);
});

test('F52: what the grid cannot settle goes to the community, and from there to the street', async () => {
  const number = await collected('building');
  need(await act(as('grid'), number, 'up', { reason: '两家都不让步' }));
  expect((await detail(world, number)).step.id).toBe('community');
  expect(await listed(as('community'), 'mine=waiting')).toContain(number);
  expect((await act(as('community'), number, 'solved', { form: { result: '谈好了' } })).body.fields).toHaveProperty(
    'minutes',
  );
  need(await act(as('community'), number, 'up', { reason: '要城管一起来' }));
  expect(await listed(as('streetOfficer'), 'mine=waiting')).toContain(number);
  need(await act(as('streetOfficer'), number, 'solved', { form: { result: '三方谈好了' } }));
  await closeFrom(number);
  expect((await detail(world, number)).status).toBe('done');
});

test('F52: the street says why a matter cannot be settled, and that ends it', async () => {
  const number = await collected();
  need(await act(as('grid'), number, 'up', { reason: '谈不拢' }));
  need(await act(as('community'), number, 'up', { reason: '谈不拢' }));
  need(await act(as('streetOfficer'), number, 'refuse', { reason: '属于诉讼中的事' }));
  expect((await detail(world, number)).status).toBe('refused');
});

test('F52: not settled after all goes back once, then up', async () => {
  const number = await collected();
  need(await act(as('building'), number, 'solved', { form: { result: '谈过了' } }));
  need(await act(as('grid'), number, 'back', { reason: '昨晚又响' }));
  expect((await detail(world, number)).step.id).toBe('grid');
  need(await act(as('building'), number, 'solved', { form: { result: '又谈过了' } }));
  need(await act(as('grid'), number, 'back', { reason: '还响' }));
  expect((await detail(world, number)).step.id).toBe('community');
});

test('F52: late in the grid it is told; two workdays later it goes to the community by itself', async () => {
  const number = await collected();
  // Three workdays after Friday end on Wednesday, two more on Friday.
  await advance('2026-11-25T16:00:00.000Z');
  expect(
    (await messagesOf(as('building'))).filter((one) => one.subject === `matter:${number}` && one.kind === 'late'),
  ).toEqual([]);
  await advance('2026-11-25T16:00:00.001Z');
  expect(
    (await messagesOf(as('building'))).filter((one) => one.subject === `matter:${number}` && one.kind === 'late'),
  ).toHaveLength(1);
  await advance('2026-11-27T16:00:00.000Z');
  expect((await detail(world, number)).step.id).toBe('grid');
  await advance('2026-11-27T16:00:00.001Z');
  const seen = await detail(world, number);
  expect(seen.step.id).toBe('community');
  expect(seen.history[0]).toMatchObject({ kind: 'system', actorName: '系统', late: true, label: '逾期上提' });
  expect((await messagesOf(as('secretary'))).some((one) => one.subject === `matter:${number}`)).toBe(true);
});

test('N72: the share closed in the grid has its numerator and denominator, and neither counts what is open', async () => {
  const figures = async (method: string) =>
    need(await as('secretary').get(`matters/figures?method=${method}&from=2026-11-01&to=2026-12-31`)).body;
  // Above: one settled in the grid, one by the street, one refused, two still open.
  clock.set('2026-11-28T01:00:00.000Z');
  expect(await figures('neighbour-matter')).toMatchObject({ ended: 2, closedInGrid: 1, closable: 2, running: 2 });
  const again = await collected();
  need(await act(as('building'), again, 'solved', { form: { result: '好了' } }));
  await closeFrom(again);
  expect(await figures('neighbour-matter')).toMatchObject({ ended: 3, closedInGrid: 2, closable: 3, running: 2 });
  const listed = async (inGrid: 'yes' | 'no') =>
    need(
      await as('secretary').get(`matters?method=neighbour-matter&status=done&closedFrom=2026-11-01&inGrid=${inGrid}`),
    ).body.items.length;
  expect([await listed('yes'), await listed('no')]).toEqual([2, 1]);
  clock.set('2026-11-20T01:00:00.000Z');
  const loop = await begin(as('resident'));
  await bring(world, loop, 'archived');
  const seven = await figures('seven-step-loop');
  expect(seven).toMatchObject({ ended: 1, onTime: 1, rated: 1, satisfied: 1, closedInGrid: 1, closable: 1 });
  expect(
    seven.steps.map((step: { id: string; done: number; onTime: number }) => [step.id, step.done, step.onTime]),
  ).toEqual(['report', 'assign', 'handle', 'reply', 'rate'].map((id) => [id, 1, 1]));
});

test('N72: figures are for those who read the area, of a method there is', async () => {
  expect((await as('resident').get('matters/figures?method=neighbour-matter')).body.code).toBe('permission.denied');
  expect((await as('grid').get('matters/figures?method=neighbour-matter')).body.code).toBe('permission.denied');
  expect((await as('secretary').get('matters/figures?method=none')).body.code).toBe('method.unknown');
});
