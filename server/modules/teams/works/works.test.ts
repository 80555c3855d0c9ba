import { describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';

const { actors, ask, owner } = await openNeighbourhood(await testDatabase());
const secretary = 'community';
const worker: Actor = {
  ...actors.community,
  id: 'worker-of-works',
  grants: [{ role: 'community-worker', areaId: places.gongsheng }],
};
const song = { kind: '歌曲', title: '北院的灯', authors: '郑居民', body: '灯亮了，路就近了' };
const handIn = async (change: object = {}): Promise<string> =>
  (await ask('POST', 'works', { as: 'resident', body: { ...song, ...change } })).body.id;
const decide = (id: string, as: 'resident' | 'other' | 'community' | Actor, body: object) =>
  ask('POST', `works/${id}/decision`, { as, body });

describe('a work hangs after it was looked at', () => {
  test('handed in by a resident, seen by nobody else, hung by the secretary; her name only with consent', async () => {
    const id = await handIn();
    expect((await ask('GET', `works/${id}`)).body.code).toBe('work.unknown');
    expect((await ask('GET', `works/${id}`, { as: 'other' })).body.code).toBe('work.unknown');
    expect((await ask('GET', `works/${id}`, { as: 'resident' })).body).toMatchObject({
      authors: '郑居民',
      stateName: '等审核',
      actions: ['withdraw'],
    });
    expect((await decide(id, worker, { decision: 'publish' })).body.code).toBe('work.not-yours');
    expect((await decide(id, secretary, { decision: 'publish' })).status).toBe(200);
    expect((await ask('GET', `works/${id}`)).body).toMatchObject({ title: '北院的灯', authors: null });
    const consented = await handIn({ title: '楼下的槐树', shown: true });
    await decide(consented, secretary, { decision: 'publish' });
    expect((await ask('GET', `works/${consented}`)).body.authors).toBe('郑居民');
    expect((await ask('GET', 'works')).body.items).toHaveLength(2);
    const { rows } = await owner.query('select authors_sealed from works');
    expect(JSON.stringify(rows)).not.toContain('郑居民');
  });

  test('given back with a reason that she reads; two who decide at once decide once; she takes her own back', async () => {
    const id = await handIn({ title: '缺一句' });
    const both = await Promise.all([
      decide(id, secretary, { decision: 'return', reason: '第二段少一句' }),
      decide(id, secretary, { decision: 'publish' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const own = await handIn({ title: '不想挂了' });
    expect((await decide(own, 'other', { decision: 'withdraw', reason: '不是我的' })).body.code).toBe('work.not-yours');
    expect((await decide(own, 'resident', { decision: 'withdraw', reason: '再想想' })).status).toBe(200);
    expect((await decide(own, secretary, { decision: 'publish' })).body.code).toBe('work.decided-already');
  });

  test('nothing to look at, an unknown kind, an address that is not safe: refused', async () => {
    const sent = (change: object) => ask('POST', 'works', { as: 'resident', body: { ...song, ...change } });
    expect((await sent({ body: '' })).body.code).toBe('work.empty');
    expect((await sent({ kind: '电影' })).body.code).toBe('work.kind-unknown');
    expect((await sent({ media: 'http://example.org/a.mp3' })).status).toBe(400);
    expect((await ask('POST', 'works', { body: song })).status).toBe(401);
  });

  test('performances are noted once they were held', async () => {
    const id = await handIn({ kind: '治理剧', title: '一个车位' });
    const performed = { performedOn: '2026-11-01', place: '文化广场', audience: 120 };
    const noted = (body: object) => ask('POST', `works/${id}/performances`, { as: secretary, body });
    expect((await noted(performed)).body.code).toBe('work.unknown');
    await decide(id, secretary, { decision: 'publish' });
    expect((await noted({ ...performed, performedOn: '2027-01-01' })).body.code).toBe('work.not-performed');
    expect((await noted(performed)).status).toBe(201);
    expect((await ask('GET', `works/${id}`)).body.performances).toMatchObject([{ place: '文化广场', audience: 120 }]);
    expect((await ask('GET', 'works?state=submitted')).body.code).toBe('work.not-yours');
  });
});
