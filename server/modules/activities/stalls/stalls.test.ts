import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';

const { ask, clock } = await openNeighbourhood(await testDatabase());

const begun = clock.now().getTime();
const inHours = (hours: number): string => new Date(begun + hours * 3_600_000).toISOString();
const publish = async (kind: string): Promise<string> => {
  const body = { title: '百味集市', kind, place: '北院广场', host: '社区', startsAt: inHours(6), endsAt: inHours(9) };
  return (await ask('POST', 'activities', { as: 'community', body })).body.id;
};
const haircut = { name: '老王理发', service: '理发', keeper: '王师傅' };

describe('C6: a market day', () => {
  test('asked for, accepted under the next number, and only then seen by everybody', async () => {
    const at = `activities/${await publish('market')}/stalls`;
    const [mine] = (await ask('POST', at, { as: 'resident', body: haircut })).body.items;
    expect(mine).toMatchObject({ state: 'asked', position: null, mine: true });
    expect((await ask('GET', at)).body.items).toEqual([]);
    const own = await ask('POST', at, { as: 'clerk', body: { ...haircut, name: '量血压', service: '测血压' } });
    expect(own.body.items.map((one: { position: number | null }) => one.position)).toEqual([1, null]);
    expect((await ask('POST', `${at}/${mine.id}/decision`, { as: 'resident', body: { act: 'accept' } })).status).toBe(
      403,
    );
    await ask('POST', `${at}/${mine.id}/decision`, { as: 'clerk', body: { act: 'accept' } });
    expect(
      (await ask('GET', at)).body.items.map((one: { name: string; position: number }) => [one.position, one.name]),
    ).toEqual([
      [1, '量血压'],
      [2, '老王理发'],
    ]);
    const again = { act: 'refuse', reason: '没有地方了' };
    expect((await ask('POST', `${at}/${mine.id}/decision`, { as: 'clerk', body: again })).body.code).toBe(
      'stall.decided',
    );
    const told = (await ask('GET', '/api/v1/messages', { as: 'resident' })).body.items;
    expect(told[0]).toMatchObject({ title: '摊位定了：老王理发' });
  });

  test('at most two of one person, none at what is no market, none once it has begun', async () => {
    const at = `activities/${await publish('market')}/stalls`;
    const answers = await Promise.all([1, 2, 3].map(() => ask('POST', at, { as: 'other', body: haircut })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    const talk = `activities/${await publish('talk')}/stalls`;
    expect((await ask('POST', talk, { as: 'other', body: haircut })).body.code).toBe('stall.no-market');
    clock.set(inHours(6));
    expect((await ask('POST', at, { as: 'resident', body: haircut })).body.code).toBe('stall.begun');
    clock.set(inHours(0));
  });

  test('served people are counted from the beginning on, at stalls that came', async () => {
    const at = `activities/${await publish('market')}/stalls`;
    const [stall] = (await ask('POST', at, { as: 'clerk', body: haircut })).body.items;
    const count = () => ask('PUT', `${at}/${stall.id}/served`, { as: 'clerk', body: { served: 23 } });
    expect((await count()).body.code).toBe('stall.not-yet');
    clock.set(inHours(6));
    expect((await count()).body).toMatchObject({ served: 23 });
    clock.set(inHours(0));
  });
});
