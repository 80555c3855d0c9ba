import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, detail, finding, listed, matterAt, need, phone, report, trace, words } from '#tests/matters';
import { areas, gongsheng, openWorld, photograph, multipart, upload, names, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, owner } = world;

const readers = async (number: string): Promise<Name[]> => {
  const found: Name[] = [];
  for (const name of names) if ((await as(name).get(`matters/${number}`)).status === 200) found.push(name);
  return found.sort();
};

const above: Name[] = [
  'admin',
  'city',
  'community',
  'community2',
  'district',
  'secretary',
  'streetLeader',
  'streetOfficer',
];

test('parties: read by reporter, handlers, and those above; not by neighbours, other grids, other communities, the public', async () => {
  const number = await begin(as('resident'));
  expect(await readers(number)).toEqual([...above, 'building', 'grid', 'gridHead', 'resident'].sort());
  expect((await as('anonymous').get(`matters/${number}`)).body.code).toBe('session.required');
  need(await act(as('grid'), number, 'accept'));
  need(await act(as('community'), number, 'assign', { form: { handler: `user:${ids.property}` } }));
  expect(await readers(number)).toEqual([...above, 'building', 'grid', 'gridHead', 'resident', 'property'].sort());
});

test('parties: a list shows nobody more than the matters she may read', async () => {
  const number = await begin(as('resident'), { place: { label: '5号楼', areaId: areas.buildingFive } });
  const may = new Set(await readers(number));
  for (const name of names) {
    const answer = await as(name).get('matters?limit=100');
    const shown = answer.status === 200 && answer.body.items.some((item: { number: string }) => item.number === number);
    expect([name, shown]).toEqual([name, may.has(name) && name !== 'resident']);
  }
  expect(may.has('gridTwo')).toBe(true);
  expect(may.has('grid')).toBe(false);
});

test('the telephone is masked for everybody who reads, and revealed by a logged act with a reason', async () => {
  const number = await begin(as('resident'), { phone });
  for (const name of ['grid', 'community', 'resident', 'streetOfficer'] as const) {
    expect(JSON.stringify(await detail(world, number, name))).not.toContain(phone);
  }
  const reveal = (name: Name): ReturnType<ReturnType<typeof as>['post']> =>
    as(name).post(`matters/${number}/reveal`, { field: 'phone', reason: '约时间上门看' });
  expect((await reveal('streetOfficer')).body.code).toBe('matter.not-handler');
  expect((await reveal('resident2')).body.code).toBe('matter.closed-to-you');
  expect(need(await reveal('grid')).body.value).toBe(phone);
  expect(need(await reveal('community')).body.value).toBe(phone);
  const { rows } = await owner.query(`select actor_id from audit where act = 'matter.reveal' and subject = $1`, [
    number,
  ]);
  expect(rows.map((row: { actor_id: string }) => row.actor_id).sort()).toEqual([ids.grid, ids.community].sort());
});

test('no personal data lies in clear anywhere: row, history, messages, keys, audit', async () => {
  const key = 'sealed-report';
  const answer = need(
    await as('resident').post('matters', { method: 'seven-step-loop', form: { ...finding, phone } }, key),
  );
  const { number } = answer.body;
  for (const table of ['matters', 'matter_history', 'messages', 'audit', 'idempotency_keys', 'jobs.outbox']) {
    const { rows } = await owner.query(`select * from ${table}`);
    expect([table, JSON.stringify(rows).includes(phone)]).toEqual([table, false]);
  }
  expect(number).toMatch(/^370303002001/);
});

test('the public page ends at the building and shows words and photos only when the community has shown them', async () => {
  const number = await begin(as('resident'), { photos: [await upload(as('resident'))], phone, open: false });
  const { traceCode } = await detail(world, number);
  const code = traceCode.toUpperCase();
  const shown = await trace(world, code);
  expect(shown).toMatchObject({
    place: '工盛小区 3号楼',
    category: '安全隐患',
    before: [],
    after: [],
    result: null,
    groupText: expect.stringContaining('/t/'),
  });
  for (const secret of [words, phone, '周', ids.resident, '2单元']) expect(JSON.stringify(shown)).not.toContain(secret);
  expect((await as('anonymous').get('/api/v1/traces/gsheaaaaaa')).body.code).toBe('trace.unknown');
  expect((await as('anonymous').get('/api/v1/traces/zzzzaaaaaa')).body.code).toBe('trace.unknown');
});

test('a place in free words is public as far as its building and no farther', async () => {
  const number = await begin(as('resident'), { place: { label: '3号楼2单元501室周雪梅家门口' } });
  const { traceCode } = await detail(world, number);
  expect(JSON.stringify(await trace(world, traceCode))).not.toMatch(/501|周雪梅|单元/);
});

test('a picture is read by whoever may read its matter, by everybody once it is shown, and by its own uploader', async () => {
  const before = await upload(as('resident'));
  const number = await matterAt(world, 'reply', { photos: [before], open: true });
  const status = async (who: Name | 'anonymous', id: string): Promise<number> =>
    (await as(who).get(`${gongsheng}/files/${id}`)).status;
  for (const name of ['resident', 'grid', 'community', 'property', 'streetOfficer'] as const)
    expect([name, await status(name, before)]).toEqual([name, 200]);
  for (const name of ['resident2', 'gridTwo', 'sibling', 'far', 'anonymous'] as const)
    expect([name, await status(name, before)]).toEqual([name, 404]);
  need(await act(as('community'), number, 'next', { form: { reply: '好了', publish: true, headline: '好了' } }));
  need(await act(as('resident'), number, 'content', { form: { stars: 4 } }));
  expect(await status('anonymous', before)).toBe(200);
  const loose = await upload(as('resident'));
  expect([await status('resident', loose), await status('community', loose)]).toEqual([200, 404]);
});

test('a picture of one community cannot be had by the address of another', async () => {
  const id = await upload(as('resident'));
  expect((await as('resident').get(`/api/v1/areas/${areas.sibling}/files/${id}`)).body.code).toBe('file.unknown');
});

test('a picture of somebody else cannot be made one’s own by naming its id', async () => {
  const id = await upload(as('resident'));
  expect((await report(as('resident2'), { photos: [id] })).body.code).toBe('file.not-yours');
  const stored = await as('resident2').ask('POST', `${gongsheng}/files`, multipart(await photograph()));
  expect(stored.status).toBe(201);
});

test('another area’s matter is not found under this one, nor its actions, nor its reveal', async () => {
  const number = await begin(as('resident'), { phone });
  const elsewhere = `/api/v1/areas/${areas.sibling}/matters/${number}`;
  expect((await as('city').get(elsewhere)).body.code).toBe('matter.unknown');
  expect((await as('city').post(`${elsewhere}/actions/remind`)).body.code).toBe('matter.unknown');
  expect((await as('city').post(`${elsewhere}/reveal`, { field: 'phone', reason: '需要核对' })).body.code).toBe(
    'matter.unknown',
  );
});

test('a sibling community and another street see nothing of it in any list', async () => {
  await begin(as('resident'));
  for (const name of ['sibling', 'siblingGrid', 'far'] as const) {
    expect((await as(name).get('matters')).body.code).toBe('permission.denied');
    expect(await listed(as(name), 'mine=waiting')).toEqual([]);
    const own = await as(name).get(`/api/v1/areas/${name === 'far' ? areas.far : areas.sibling}/matters`);
    expect(own.body.items).toEqual([]);
  }
});
