import { hashPassword } from 'better-auth/crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, system } from '#shared/actor';
import { createAccount, handOverHandler, handOverKind } from '#modules/accounts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const testing = await testDatabase();
const house = await openAccountsHouse(testing);
const { ask, signIn, clock, database, accounts } = house;
const passwordHash = await hashPassword('liren-demo');
const ids: Record<string, string> = {};
const tokens: Record<string, string> = {};

const people: [string, string, keyof typeof places][] = [
  ['grid', 'grid-worker', 'gridOne'],
  ['worker', 'community-worker', 'gongsheng'],
  ['secretary', 'community-secretary', 'gongsheng'],
  ['leader', 'street-leader', 'street'],
  ['admin', 'administrator', 'city'],
  ['streetAdmin', 'administrator', 'street'],
];

beforeAll(async () => {
  await database.transaction(clock.now(), async (tx) => {
    for (const [username, role, at] of people) {
      const grants = [{ role, areaId: places[at] }];
      ids[username] = await createAccount(tx, { username, passwordHash, name: `某${username}`, grants });
    }
    ids.plain = await createAccount(tx, { username: 'plain', passwordHash, name: '居民' });
  });
  for (const name of Object.keys(ids)) tokens[name] = await signIn(name);
});

const as = (name: string): { token: string } => ({ token: tokens[name] ?? '' });
const probe = async (name: string, at: keyof typeof places) =>
  (await ask('GET', `/probe/${places[at]}`, as(name))).status;
const give = (name: string, at: keyof typeof places, userId: string, role: string) =>
  ask('POST', `/api/v1/areas/${places[at]}/grants`, { ...as(name), body: { userId, role } });
const grantOf = async (userId: string, role: string): Promise<string> => {
  const { rows } = await testing.owner.query(
    `select id from auth.grants where user_id = $1 and role = $2 and held_until is null`,
    [userId, role],
  );
  return rows[0]?.id;
};

describe('a role is valid in the subtree of its area and nowhere else', () => {
  test.each([
    ['grid', 'gridOne', 200],
    ['grid', 'gridTwo', 403],
    ['grid', 'gongsheng', 403],
    ['worker', 'gongsheng', 200],
    ['worker', 'gridTwo', 200],
    ['worker', 'building', 200],
    ['worker', 'neighbour', 403],
    ['worker', 'street', 403],
    ['leader', 'neighbourGrid', 200],
    ['leader', 'far', 403],
    ['leader', 'district', 403],
    ['admin', 'far', 200],
    ['plain', 'gongsheng', 403],
  ] as const)('%s at %s: %i', async (name, at, status) => expect(await probe(name, at)).toBe(status));

  test('denied by default: the public, an unknown area, an unknown word', async () => {
    expect((await ask('GET', `/probe/${places.gongsheng}`)).status).toBe(401);
    expect((await ask('GET', `/probe/${places.gongsheng.replace('0197a', '0197f')}`, as('admin'))).status).toBe(403);
    const { identity } = accounts;
    const actor = await identity.identify({
      method: 'GET',
      protocol: 'http',
      headers: { authorization: `Bearer ${tokens.worker}` },
    });
    expect(identity.may(actor, 'matter.burn', places.gongsheng)).toBe(false);
    expect(identity.may(actor, 'matter.read', '')).toBe(false);
    expect(identity.may(actor, 'matter.read', 'anywhere')).toBe(true);
    expect(identity.may(anonymous, 'matter.read', 'anywhere')).toBe(false);
    expect(identity.may(system, 'matter.read', places.far)).toBe(true);
  });

  test('a part of an area is enough where that is asked', async () => {
    const { identity } = accounts;
    const actor = await identity.identify({
      method: 'GET',
      protocol: 'http',
      headers: { authorization: `Bearer ${tokens.grid}` },
    });
    expect(identity.may(actor, 'people.read', places.gongsheng)).toBe(false);
    expect(identity.mayWithin(actor, 'people.read', places.gongsheng)).toBe(true);
    expect(identity.mayWithin(actor, 'people.read', places.neighbour)).toBe(false);
    expect(identity.heldAt(actor, 'people.read')).toEqual([places.gridOne]);
  });
});

describe('giving and ending roles', () => {
  test('a role given and ended takes effect with the next request', async () => {
    expect(await probe('plain', 'gridTwo')).toBe(403);
    const answer = await give('secretary', 'gridTwo', ids.plain!, 'grid-worker');
    expect(answer.status).toBe(201);
    expect(answer.body.grants).toMatchObject([{ userId: ids.plain, label: '网格员', areaName: '第二网格' }]);
    expect(await probe('plain', 'gridTwo')).toBe(200);
    expect((await give('secretary', 'gridTwo', ids.plain!, 'grid-worker')).body.grants).toHaveLength(1);
    const grant = await grantOf(ids.plain!, 'grid-worker');
    const url = `/api/v1/areas/${places.gongsheng}/grants/${grant}`;
    expect((await ask('DELETE', url, as('secretary'))).status).toBe(200);
    expect(await probe('plain', 'gridTwo')).toBe(403);
    expect((await ask('DELETE', url, as('secretary'))).body.code).toBe('grant.unknown');
    const { rows } = await testing.owner.query(`select act from audit where area_id = $1 and subject = $2`, [
      places.gongsheng,
      ids.plain,
    ]);
    expect(rows.map((row) => row.act).toSorted()).toEqual(['grant.end', 'grant.give', 'grant.give']);
  });

  test.each([
    ['who may not manage accounts', 'worker', 'gridOne', 'grid-worker', 'permission.denied'],
    ['in another’s area', 'secretary', 'neighbourGrid', 'grid-worker', 'permission.denied'],
    ['above one’s own area', 'secretary', 'street', 'street-officer', 'permission.denied'],
    ['at the wrong level', 'secretary', 'gongsheng', 'street-officer', 'role.level-differs'],
    ['greater than one’s own', 'secretary', 'gongsheng', 'administrator', 'role.beyond-yours'],
    ['that does not exist', 'secretary', 'gongsheng', 'mayor', 'role.unknown'],
  ] as const)('a role is not given by or %s', async (_why, name, at, role, code) => {
    expect((await give(name, at, ids.plain!, role)).body.code).toBe(code);
  });

  test('an unknown account, one’s own role and a greater one are left alone', async () => {
    expect((await give('secretary', 'gridOne', 'nobody', 'grid-worker')).body.code).toBe('account.unknown');
    const own = await grantOf(ids.secretary!, 'community-secretary');
    const end = (name: string, at: keyof typeof places, grant: string) =>
      ask('DELETE', `/api/v1/areas/${places[at]}/grants/${grant}`, as(name));
    expect((await end('secretary', 'gongsheng', own)).body.code).toBe('grant.own');
    await give('admin', 'gongsheng', ids.plain!, 'administrator');
    const greater = await grantOf(ids.plain!, 'administrator');
    expect((await end('secretary', 'gongsheng', greater)).body.code).toBe('role.beyond-yours');
    expect((await end('streetAdmin', 'street', greater)).status).toBe(200);
    expect((await end('streetAdmin', 'street', await grantOf(ids.admin!, 'administrator'))).body.code).toBe(
      'grant.unknown',
    );
  });
});

describe('accounts of colleagues', () => {
  const create = (name: string, body: object) =>
    ask('POST', `/api/v1/areas/${places.gongsheng}/accounts`, { ...as(name), body });
  const staff = (username: string, role: string, areaId: string) => ({
    username,
    name: '孙丽',
    password: 'first steps 2026',
    roles: [{ role, areaId }],
  });

  test('a first password opens nothing until it is changed', async () => {
    const made = await create('secretary', staff('sunli', 'community-worker', places.gongsheng));
    expect(made.status).toBe(201);
    const token = await signIn('sunli', 'first steps 2026');
    expect((await ask('GET', '/api/v1/me', { token })).body).toMatchObject({ mustChangePassword: true, can: [] });
    expect((await ask('GET', `/probe/${places.gongsheng}`, { token })).status).toBe(403);
    const next = { current: 'first steps 2026', next: 'my own good words' };
    expect((await ask('PUT', '/api/v1/me/password', { token, body: next })).body.mustChangePassword).toBe(false);
    expect((await ask('GET', `/probe/${places.gongsheng}`, { token })).status).toBe(200);
  });

  test('a name is used once; a role outside, a weak password and a bad name are refused', async () => {
    expect((await create('secretary', staff('SunLi', 'grid-worker', places.gridOne))).body.code).toBe('account.taken');
    expect((await create('secretary', staff('zhou', 'grid-worker', places.neighbourGrid))).body.code).toBe(
      'role.outside',
    );
    expect((await create('worker', staff('zhou', 'grid-worker', places.gridOne))).body.code).toBe('permission.denied');
    const weak = { ...staff('zhou', 'grid-worker', places.gridOne), password: '12345678' };
    expect((await create('secretary', weak)).body.code).toBe('password.weak');
    expect((await create('secretary', staff('周静', 'grid-worker', places.gridOne))).body.code).toBe('input.invalid');
  });

  test('a forgotten password is set anew by whoever stands above the whole account', async () => {
    const reset = (name: string, at: keyof typeof places, userId: string) =>
      ask('PUT', `/api/v1/areas/${places[at]}/accounts/${userId}/password`, {
        ...as(name),
        body: { password: 'second try 2026' },
      });
    expect((await reset('secretary', 'gongsheng', ids.grid!)).status).toBe(200);
    expect((await ask('GET', '/who', as('grid'))).body.id).toBe('anonymous');
    tokens.grid = await signIn('grid', 'second try 2026');
    expect((await reset('secretary', 'gongsheng', ids.leader!)).body.code).toBe('account.not-yours');
    expect((await reset('secretary', 'gongsheng', ids.plain!)).body.code).toBe('account.not-yours');
    expect((await reset('streetAdmin', 'street', ids.admin!)).body.code).toBe('account.not-yours');
  });
});

describe('hand-over of a leaver in one act', () => {
  const handOver = (name: string, at: keyof typeof places, fromUserId: string, toUserId: string) =>
    ask('POST', `/api/v1/areas/${places[at]}/handovers`, { ...as(name), body: { fromUserId, toUserId } });

  test('roles end, sessions end, open work moves to the successor', async () => {
    const { secretary, worker, grid, plain } = ids as Record<string, string>;
    expect((await handOver('secretary', 'gongsheng', plain!, worker!)).body.code).toBe('handover.not-here');
    expect((await handOver('secretary', 'gongsheng', grid!, plain!)).body.code).toBe('handover.no-successor');
    expect((await handOver('secretary', 'gongsheng', secretary!, worker!)).body.code).toBe('grant.own');
    expect((await handOver('secretary', 'neighbour', grid!, worker!)).body.code).toBe('permission.denied');
    expect(house.moved).toEqual([]);
    const { body } = await handOver('secretary', 'gongsheng', grid!, worker!);
    expect(body).toEqual({ grantsEnded: 1, sessionsEnded: 1 });
    expect(house.moved).toEqual([{ areaId: places.gongsheng, fromUserId: grid, toUserId: worker }]);
    expect((await ask('GET', '/who', as('grid'))).body.id).toBe('anonymous');
  });

  test('above the community each area’s work moves by its own job', async () => {
    house.moved.length = 0;
    const { leader, streetAdmin } = ids as Record<string, string>;
    expect((await handOver('admin', 'street', leader!, streetAdmin!)).status).toBe(200);
    expect(house.moved.map((one) => one.areaId)).toEqual([places.street]);
    const { rows } = await testing.owner.query(`select area_id, payload from jobs.outbox where kind = $1 order by id`, [
      handOverKind,
    ]);
    expect(rows.map((row) => row.area_id).toSorted()).toEqual([places.gongsheng, places.neighbour]);
    const names: string[] = [];
    const handle = handOverHandler(async (_tx, actor, input) => void names.push(`${actor.name} ${input.areaId}`));
    await database.transaction(clock.now(), (tx) =>
      handle(tx, { areaId: rows[0].area_id, payload: rows[0].payload as never }),
    );
    expect(names).toEqual([`某admin ${rows[0].area_id}`]);
  });
});
