import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, detail, finding, need } from '#tests/matters';
import { areas, openWorld, type Answer } from '#tests/world';

const world = await openWorld(await testDatabase());
const { app, as, ids, owner } = world;

type Made = { id: string; key: string };

async function make(can: string[], who: Parameters<typeof as>[0] = 'secretary', until = '2027-11-19'): Promise<Answer> {
  const answer = await as(who).post('api-keys', { name: '区数据平台', until, can });
  // The world's clock stands still, that of the keys does not.
  if (answer.status === 201)
    await owner.query(`update api_keys set expires_at = 'infinity' where id = $1`, [answer.body.id]);
  return answer;
}

async function ask(key: string, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) {
  const url = path.startsWith('/') ? path : `/api/v1/areas/${areas.gongsheng}/${path}`;
  const headers = { authorization: `Bearer ${key}` };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body ? answer.json() : null };
}

const codeOf = async (answer: ReturnType<typeof ask>): Promise<string> => (await answer).body.code;

test('a key reads what it was given, in its area, and nothing else', async () => {
  const number = await begin(as('resident'));
  const { key } = need(await make(['matter.read'])).body as Made;
  expect((await ask(key, 'GET', `matters/${number}`)).body.number).toBe(number);
  const { items } = (await ask(key, 'GET', 'matters')).body;
  expect(items.map((one: { number: string }) => one.number)).toContain(number);
  expect((await ask(key, 'GET', 'people')).status).toBe(403);
  const elsewhere = await ask(key, 'GET', `/api/v1/areas/${areas.sibling}/matters`);
  expect(elsewhere).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
});

test('nothing of a person’s own is open to a key, nor anything it was not given to change', async () => {
  const number = await begin(as('resident'));
  const { key } = need(await make(['matter.read', 'people.read'])).body as Made;
  for (const [method, path] of [
    ['GET', '/api/v1/me'],
    ['GET', '/api/v1/messages'],
    ['GET', '/api/v1/sessions'],
    ['DELETE', '/api/v1/session'],
    ['POST', `matters/${number}/actions/accept`],
  ] as const)
    expect([path, await codeOf(ask(key, method, path, method === 'POST' ? {} : undefined))]).toEqual([
      path,
      'api-key.not-here',
    ]);
  for (const [path, body] of [
    ['matters', { method: 'seven-step-loop', form: finding }],
    ['people', { name: '赵大' }],
    ['api-keys', { name: '再做一把', until: '2027-01-01' }],
  ] as const)
    expect([path, await codeOf(ask(key, 'POST', path, body))]).toEqual([path, 'permission.denied']);
});

test('what a key registers comes from 其他系统, and the audit names the key', async () => {
  const { id, key } = need(await make(['matter.register'])).body as Made;
  const filed = await ask(key, 'POST', 'matters', { method: 'seven-step-loop', form: finding });
  expect(filed.status).toBe(201);
  expect(await detail(world, filed.body.number)).toMatchObject({ channelName: '其他系统', reporter: null });
  const { rows } = await owner.query(`select actor_id, actor_name from audit where subject = $1`, [filed.body.number]);
  expect(rows).toEqual([{ actor_id: `key:${id}`, actor_name: '区数据平台' }]);
});

const changed = (userId: string) => owner.query(`select pg_notify('liren_session', $1)`, [userId]);
const waits = { timeout: 50_000 };

test('nobody gives a key more than she holds, and a key loses what its maker loses', async () => {
  expect((await make(['area.manage'])).status).toBe(400);
  expect((await make(['matter.read'], 'community')).status).toBe(403);
  await owner.query(
    `insert into auth.grants (id, user_id, role, area_id, held_from, granted_by) values (gen_random_uuid(), $1, 'administrator', $2, '2026-01-01', 'test')`,
    [ids.volunteer2, areas.gongsheng],
  );
  await changed(ids.volunteer2);
  await expect.poll(async () => (await as('volunteer2').get('api-keys')).status, waits).toBe(200);
  const { key } = need(await make(['matter.read', 'people.read'], 'volunteer2')).body as Made;
  expect((await ask(key, 'GET', 'people')).status).toBe(200);
  await owner.query(`update auth.grants set held_until = '2026-11-20' where user_id = $1 and role = 'administrator'`, [
    ids.volunteer2,
  ]);
  await changed(ids.volunteer2);
  await expect.poll(async () => (await ask(key, 'GET', 'people')).status, waits).toBe(403);
  expect((await ask(key, 'GET', 'matters')).status).toBe(403);
});

test('a key lives a year at most, is ended at once, and is kept as a hash', async () => {
  expect((await make(['matter.read'], 'secretary', '2027-11-20')).status).toBe(201);
  expect((await make(['matter.read'], 'secretary', '2027-11-21')).body.code).toBe('api-key.until-invalid');
  expect((await make([], 'secretary', '2028-11-19')).status).toBe(201);
  const { id, key } = need(await make(['matter.read'])).body as Made;
  expect((await ask(key, 'GET', 'matters')).status).toBe(200);
  const { rows } = await owner.query('select row_to_json(k)::text as row from api_keys k where id = $1', [id]);
  expect(rows[0].row).not.toContain(key.slice(-43));
  expect((await as('secretary').get('api-keys')).body.items).toContainEqual(
    expect.objectContaining({ id, name: '区数据平台', can: ['matter.read'] }),
  );
  const used = async () =>
    (await owner.query('select last_used_at from api_keys where id = $1', [id])).rows[0].last_used_at;
  await expect.poll(used, waits).not.toBeNull();
  need(await as('secretary').ask('DELETE', `api-keys/${id}`));
  await expect.poll(async () => (await ask(key, 'GET', 'matters')).status, waits).toBe(401);
  for (const wrong of [`${key.slice(0, -2)}__`, key.replace(/^lk_[0-9a-f]{32}/, `lk_${'0'.repeat(32)}`), 'lk_'])
    expect((await ask(wrong, 'GET', 'matters')).status).toBe(401);
});

test('a key past its last day opens nothing, and one for filing opens nothing here', async () => {
  const past = need(await make(['matter.read'])).body as Made;
  await owner.query(`update api_keys set expires_at = '2020-01-01' where id = $1`, [past.id]);
  expect((await ask(past.key, 'GET', 'matters')).status).toBe(401);
  const filing = need(await make([])).body as Made;
  expect((await ask(filing.key, 'GET', 'matters')).status).toBe(401);
});
