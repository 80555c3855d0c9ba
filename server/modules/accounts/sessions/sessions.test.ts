import { hashPassword } from 'better-auth/crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createAccount } from '#modules/accounts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const testing = await testDatabase();
const house = await openAccountsHouse(testing);
const { ask, signIn, wall } = house;
const passwordHash = await hashPassword('liren-demo');

const weChat = 'Mozilla/5.0 (Linux; Android 13) Chrome/116 Mobile MicroMessenger/8.0.49';
const desktop = 'Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36';

beforeAll(() =>
  house.database.transaction(house.clock.now(), async (tx) => {
    const worker = { role: 'community-worker', areaId: places.gongsheng };
    await createAccount(tx, {
      username: 'community',
      passwordHash,
      name: '周静',
      homeAreaId: places.gongsheng,
      grants: [worker],
    });
    await createAccount(tx, { username: 'resident', passwordHash, name: '李*华', homeAreaId: places.gongsheng });
    await createAccount(tx, { username: 'other', passwordHash, name: '孙*' });
  }),
);

describe('sessions a person can see and end', () => {
  test('signing out ends the session at once and takes the cookie away', async () => {
    const token = await signIn('resident');
    expect((await ask('GET', '/api/v1/me', { token })).status).toBe(200);
    const answer = await ask('DELETE', '/api/v1/session', { token });
    expect(answer.headers['set-cookie']).toMatch(/^liren=; /);
    expect((await ask('GET', '/api/v1/me', { token })).status).toBe(401);
    expect((await ask('DELETE', '/api/v1/session', { token })).body).toEqual({ ended: 0 });
  });

  test('ASVS 7.5.2: the list names devices in plain words and marks this one', async () => {
    const phone = await signIn('other', 'liren-demo', { agent: weChat });
    await signIn('other', 'liren-demo', { agent: desktop });
    const { sessions } = (await ask('GET', '/api/v1/sessions', { token: phone })).body;
    expect(sessions).toHaveLength(2);
    expect(sessions.find((one: { current: boolean }) => one.current)).toMatchObject({
      device: '安卓手机 · 微信',
      way: 'password',
    });
    expect(sessions.find((one: { current: boolean }) => !one.current)).toMatchObject({
      device: 'Windows 电脑 · Chrome 浏览器',
    });
  });

  test('one may end one’s own session and nobody else’s', async () => {
    const mine = await signIn('other');
    const lost = await signIn('other');
    const stranger = await signIn('resident');
    const { sessions } = (await ask('GET', '/api/v1/sessions', { token: lost })).body;
    const id = sessions.find((one: { current: boolean }) => one.current).id;
    expect((await ask('DELETE', `/api/v1/sessions/${id}`, { token: stranger })).body.code).toBe('session.unknown');
    expect((await ask('DELETE', `/api/v1/sessions/${id}`, { token: mine })).status).toBe(200);
    expect((await ask('GET', '/api/v1/me', { token: lost })).status).toBe(401);
    expect((await ask('DELETE', `/api/v1/sessions/${id}`, { token: mine })).body.code).toBe('session.unknown');
  });

  test('ending all others leaves this one', async () => {
    const [first, second, third] = [await signIn('resident'), await signIn('resident'), await signIn('resident')];
    const { ended } = (await ask('DELETE', '/api/v1/sessions', { token: second })).body;
    expect(ended).toBeGreaterThanOrEqual(2);
    expect((await ask('GET', '/api/v1/me', { token: second })).status).toBe(200);
    for (const token of [first, third]) expect((await ask('GET', '/api/v1/me', { token })).status).toBe(401);
  });

  test('signing in again in the same browser ends what was there', async () => {
    const before = await signIn('resident');
    await signIn('other', 'liren-demo', { cookie: `liren=${before}` });
    expect((await ask('GET', '/api/v1/me', { token: before })).status).toBe(401);
  });

  test('ASVS 16.3.1: signing in and out stand in the audit', async () => {
    const token = await signIn('community');
    await ask('DELETE', '/api/v1/session', { token });
    const { rows } = await testing.owner.query(`select act from audit where area_id = $1 and actor_name = '周静'`, [
      places.gongsheng,
    ]);
    expect(rows.map((row) => row.act).toSorted()).toEqual(['session.begin', 'session.end']);
  });
});

describe('ten seconds are the bound', () => {
  test('a revocation no notice of which arrives holds after ten seconds', async () => {
    const token = await signIn('community');
    wall.set(new Date(wall.now().getTime() + 11_000));
    await ask('GET', '/api/v1/me', { token });
    await testing.owner.query(`delete from auth.session`);
    wall.set(new Date(wall.now().getTime() + 9_999));
    expect((await ask('GET', '/who', { token })).body.name).toBe('周静');
    wall.set(new Date(wall.now().getTime() + 2));
    expect((await ask('GET', '/who', { token })).body.id).toBe('anonymous');
  });

  test('another process forgets at the notice', async () => {
    const elsewhere = await house.open();
    const token = await signIn('community');
    wall.set(new Date(wall.now().getTime() + 11_000));
    const asking = { method: 'GET', protocol: 'http', headers: { authorization: `Bearer ${token}` } };
    expect((await elsewhere.identity.identify(asking)).name).toBe('周静');
    await ask('DELETE', '/api/v1/session', { token });
    await vi.waitFor(async () => expect((await elsewhere.identity.identify(asking)).id).toBe('anonymous'), 50_000);
    await elsewhere.identity.close();
  });

  test('a session unused for 72 hours ends for staff', async () => {
    const token = await signIn('community');
    wall.set(new Date(wall.now().getTime() + 72 * 3_600_000 + 1));
    expect((await ask('GET', '/who', { token })).body.id).toBe('anonymous');
  });

  test('use is noted, at most every five minutes', async () => {
    const token = await signIn('community');
    wall.set(new Date(wall.now().getTime() + 300_001));
    await ask('GET', '/who', { token });
    await vi.waitFor(async () => {
      const { sessions } = (await ask('GET', '/api/v1/sessions', { token })).body;
      expect(sessions[0].lastUsedAt).toBe(wall.now().toISOString());
    }, 50_000);
  });
});

describe('who one is', () => {
  test('the public is nobody; a token nobody issued is the public', async () => {
    expect((await ask('GET', '/api/v1/session')).body.code).toBe('session.required');
    expect((await ask('GET', '/who', { token: 'x'.repeat(43) })).body.id).toBe('anonymous');
  });

  test('a resident sets the large view and her community; a grid is no community', async () => {
    const token = await signIn('resident');
    const change = (body: object) => ask('PATCH', '/api/v1/me', { token, body });
    expect((await change({ elderMode: true })).body).toMatchObject({ elderMode: true, start: '/' });
    expect((await change({ homeAreaId: places.gridOne })).body.code).toBe('home.not-community');
    expect((await change({ homeAreaId: places.neighbour })).body).toMatchObject({
      elderMode: true,
      homeArea: { name: '邻近社区' },
    });
    expect((await ask('GET', '/who', { token })).body.homeAreaId).toBe(places.neighbour);
  });
});
