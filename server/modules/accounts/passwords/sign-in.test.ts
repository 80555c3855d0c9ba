import { hashPassword } from 'better-auth/crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '#modules/accounts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const testing = await testDatabase();
const house = await openAccountsHouse(testing);
const { ask, signIn, database, wall } = house;
const passwordHash = await hashPassword('liren-demo');
const ids: Record<string, string> = {};

beforeAll(async () => {
  await database.transaction(house.clock.now(), async (tx) => {
    for (const name of ['grid', 'victim', 'bystander']) {
      const grants = [{ role: 'grid-worker', areaId: places.gridOne }];
      ids[name] = await createAccount(tx, {
        username: name,
        passwordHash,
        name: '赵敏',
        homeAreaId: places.gongsheng,
        grants,
      });
    }
    ids.resident = await createAccount(tx, { username: 'resident', passwordHash, name: '王*英' });
  });
});

describe('signing in', () => {
  test('a right password gives a token, a cookie and who one is', async () => {
    const answer = await ask('POST', '/api/v1/session', { body: { username: 'Grid ', password: 'liren-demo' } });
    expect(answer.status).toBe(200);
    expect(answer.body.me).toMatchObject({
      id: ids.grid,
      name: '赵敏',
      homeArea: { name: '工盛社区' },
      start: '/grid',
      roles: [
        {
          role: 'grid-worker',
          label: '网格员',
          areaName: '第一网格',
          path: ['淄博市', '张店区', '公园街道', '工盛社区', '第一网格'],
        },
      ],
    });
    expect(answer.body.me.can).toContain('matter.read');
    expect(answer.headers['set-cookie']).toMatch(/^liren=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    const me = await ask('GET', '/api/v1/session', { token: answer.body.token });
    expect(me.body).toEqual(answer.body.me);
  });

  test('ASVS 3.3.1: under TLS the cookie is bound to the host', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await ask('POST', '/api/v1/session', {
      headers,
      body: { username: 'grid', password: 'liren-demo' },
    });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-liren=[\w-]{43}; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
    const cookie = `__Host-liren=${answer.body.token}`;
    expect((await ask('GET', '/api/v1/me', { headers, cookie })).status).toBe(200);
    expect((await ask('GET', '/api/v1/me', { cookie })).status).toBe(401);
  });

  test('ASVS 3.5: a cookie sent along by another site’s page changes nothing', async () => {
    const cookie = `liren=${await signIn('grid')}`;
    const cross = { cookie, headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask('PATCH', '/api/v1/me', { ...cross, body: { elderMode: true } })).body.code).toBe(
      'session.required',
    );
    expect((await ask('PATCH', '/api/v1/me', { cookie, body: { elderMode: true } })).body.elderMode).toBe(true);
  });

  test('an unknown name and a wrong password are refused alike', async () => {
    const wrong = await ask('POST', '/api/v1/session', { body: { username: 'grid', password: 'no' }, ip: '10.9.0.1' });
    const unknown = await ask('POST', '/api/v1/session', {
      body: { username: 'nobody', password: 'no' },
      ip: '10.9.0.1',
    });
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('session.wrong-password');
    expect(unknown.body).toEqual(wrong.body);
  });

  test('neither token nor password stands in the database; an Idempotency-Key keeps no answer', async () => {
    const headers = { 'idempotency-key': 'once' };
    const answer = await ask('POST', '/api/v1/session', {
      headers,
      body: { username: 'grid', password: 'liren-demo' },
    });
    const { rows } = await testing.owner
      .query(`select s::text as row from auth.session s union all select a::text from auth.account a
      union all select i::text from idempotency_keys i union all select v::text from auth.attempts v`);
    const all = rows.map((row) => row.row).join('\n');
    expect(all).not.toContain(answer.body.token);
    expect(all).not.toContain('liren-demo');
    expect(house.lines.join('')).not.toContain(answer.body.token);
  });

  test('a disabled account is refused, and its sessions end', async () => {
    const token = await signIn('bystander');
    await testing.owner.query(`update auth."user" set disabled_at = now() where id = $1`, [ids.bystander]);
    house.accounts.identity.forget(ids.bystander!);
    expect((await ask('GET', '/api/v1/me', { token })).status).toBe(401);
    const answer = await ask('POST', '/api/v1/session', { body: { username: 'bystander', password: 'liren-demo' } });
    expect(answer.body.code).toBe('account.disabled');
  });
});

describe('S7: a lock-out cannot lock out others', () => {
  const attacker = '203.0.113.7';
  const trySignIn = (username: string, password: string, ip: string) =>
    ask('POST', '/api/v1/session', { body: { username, password }, ip });

  test('after five failures an origin waits 1, 2, 4 minutes for that name; another origin does not', async () => {
    for (let i = 0; i < 5; i++) expect((await trySignIn('victim', `guess${i}`, attacker)).status).toBe(401);
    const refused = await trySignIn('victim', 'liren-demo', attacker);
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe('session.too-many-failures');
    expect(refused.headers['retry-after']).toBe('60');
    expect((await trySignIn('victim', 'liren-demo', '198.51.100.4')).status).toBe(200);
    expect((await trySignIn('grid', 'liren-demo', attacker)).status).toBe(200);
    wall.set(new Date(wall.now().getTime() + 60_001));
    expect((await trySignIn('victim', 'guess', attacker)).status).toBe(401);
    expect((await trySignIn('victim', 'guess', attacker)).headers['retry-after']).toBe('120');
    wall.set(new Date(wall.now().getTime() + 120_001));
    expect((await trySignIn('victim', 'liren-demo', attacker)).status).toBe(200);
    expect((await trySignIn('victim', 'guess', attacker)).status).toBe(401);
  });

  test('an origin that fails with many names is stopped, except for names it has signed in before', async () => {
    const office = '192.0.2.9';
    expect((await trySignIn('victim', 'liren-demo', office)).status).toBe(200);
    await testing.owner.query(
      `insert into auth.attempts (name, origin, failures, last_at) values ('', $1, 60, $2)
       on conflict (name, origin) do update set failures = 60, last_at = excluded.last_at`,
      [house.sealer.index('sign-in-origin', office), wall.now()],
    );
    expect((await trySignIn('grid', 'liren-demo', office)).body.code).toBe('session.too-many-failures');
    expect((await trySignIn('victim', 'liren-demo', office)).status).toBe(200);
    expect((await trySignIn('grid', 'liren-demo', '198.51.100.5')).status).toBe(200);
  });

  test('too many at once from one origin are told to come back, and nobody waits for ever', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => trySignIn('grid', 'liren-demo', '198.51.100.77')));
    const busy = many.filter((one) => one.status === 429);
    expect(many.filter((one) => one.status === 200).length).toBeGreaterThanOrEqual(6);
    expect(busy.length).toBeGreaterThan(0);
    for (const one of busy) expect(one.body.code).toBe('session.busy');
    expect((await trySignIn('grid', 'liren-demo', '198.51.100.77')).status).toBe(200);
  });
});

describe('changing a password', () => {
  test('needs the present one, ends the other sessions and refuses what is easy to guess', async () => {
    const token = await signIn('resident');
    const other = await signIn('resident');
    const change = (current: string, next: string) =>
      ask('PUT', '/api/v1/me/password', { token, body: { current, next } });
    expect((await change('wrong', 'seven green lanterns')).body.code).toBe('session.wrong-password');
    expect((await change('liren-demo', '88888888')).body.code).toBe('password.weak');
    expect((await change('liren-demo', 'short')).body.code).toBe('input.invalid');
    expect((await change('liren-demo', 'seven green lanterns')).status).toBe(200);
    expect((await ask('GET', '/api/v1/me', { token })).status).toBe(200);
    expect((await ask('GET', '/api/v1/me', { token: other })).status).toBe(401);
    await signIn('resident', 'seven green lanterns');
  });
});
