import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';

const { ask, owner, accounts, clock } = await openNeighbourhood(await testDatabase());

const home = { id: '', elder: '', stranger: '', nextDoor: '' };
beforeAll(async () => {
  const add = async (buildingId: string) =>
    (await ask('POST', 'households', { as: 'community', body: { buildingId, room: '301' } })).body.id as string;
  const live = async (householdId: string, name: string) =>
    (await ask('POST', 'people', { as: 'community', body: { householdId, name } })).body.id as string;
  home.id = await add(buildings.one);
  home.nextDoor = await add(buildings.other);
  home.elder = await live(home.id, '张桂兰');
  home.stranger = await live(home.nextDoor, '赵邻居');
});

const issue = async (personId: string | undefined = home.elder) =>
  ask('POST', `households/${home.id}/cards`, { as: 'community', body: personId ? { personId } : {} });
const use = (code: string, ip = '10.0.0.1') => ask('POST', '/api/v1/cards/use', { body: { code }, ip });
const confirm = (cardId: string, as: 'grid' | 'gridTwo' | 'community' = 'grid') =>
  ask('POST', `cards/${cardId}/confirm`, { as });
const inUse = async () => {
  const { body } = await issue();
  await use(body.code);
  await confirm(body.card.id);
  return body as { code: string; url: string; card: { id: string } };
};
const messagesOf = async () =>
  (await ask('GET', '/api/v1/messages?limit=100', { as: 'grid' })).body.items as {
    kind: string;
    body: string;
    subject: string;
  }[];

describe('issuing', () => {
  test('the code is in the answer this once; the table and the lists hold none', async () => {
    const { status, body } = await issue();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      areaName: '工盛社区',
      householdLabel: '工盛小区 1号楼 301',
      personName: '张**',
      card: { state: 'new' },
    });
    expect(body.code).toMatch(/^GSHE-([A-Z2-9]{5}-){5}[A-Z2-9]$/);
    expect(body.url).toBe(`https://liren.test/card/${body.code.toLowerCase().replaceAll('-', '')}`);
    expect(body.contact.worker.name).toBe('孙丽娟');
    const bare = body.code.toLowerCase().replaceAll('-', '');
    const rows = await owner.query<{ text: string }>(
      `select c::text as text from household_cards c union all select a::text from audit a`,
    );
    for (const { text } of rows.rows) expect(text).not.toContain(bare.slice(4));
    const list = await ask('GET', `households/${home.id}/cards`, { as: 'grid' });
    expect(JSON.stringify(list.body).toLowerCase()).not.toContain(bare.slice(4, 12));
  });

  test('a new card replaces the earlier one of the same person', async () => {
    const first = await inUse();
    await issue();
    expect((await use(first.code)).body.code).toBe('card.revoked');
  });

  test('a person who lives elsewhere, a grid worker, another community: refused', async () => {
    expect((await issue(home.stranger)).body.code).toBe('person.unknown');
    expect((await ask('POST', `households/${home.id}/cards`, { as: 'grid', body: {} })).status).toBe(403);
    expect((await ask('POST', `households/${home.id}/cards`, { as: 'neighbour', body: {} })).body.code).toBe(
      'people.out-of-scope',
    );
  });
});

describe('printing many', () => {
  const print = (households: string[], as: 'community' | 'grid' | 'neighbour' = 'community') =>
    ask('POST', 'cards/issue', { as, body: { households } });
  const listed = async (card: string) =>
    ((await ask('GET', `households?card=${card}`, { as: 'community' })).body.items as { id: string }[]).map(
      ({ id }) => id,
    );

  test('each household gets a code of its own, in order of address; a list finds those without one, and those unused', async () => {
    const add = async (room: string) =>
      (await ask('POST', 'households', { as: 'community', body: { buildingId: buildings.one, room } })).body
        .id as string;
    const [later, first] = [await add('902'), await add('901')];
    expect(await listed('none')).toEqual(expect.arrayContaining([first, later]));
    const { status, body } = await print([later, first]);
    expect(status).toBe(201);
    const items = body.items as { householdLabel: string; code: string; card: { householdId: string } }[];
    expect(items.map(({ card }) => card.householdId)).toEqual([first, later]);
    expect(new Set(items.map(({ code }) => code)).size).toBe(2);
    expect(await listed('none')).not.toEqual(expect.arrayContaining([first]));
    expect(await listed('unused')).toEqual(expect.arrayContaining([first, later]));
    expect((await use(items[0]!.code)).body.state).toBe('waiting');
    expect(await listed('unused')).not.toContain(first);
    const again = await print([first]);
    expect((await use(items[0]!.code)).body.code).toBe('card.revoked');
    expect(again.body.items).toHaveLength(1);
  });

  test('one household out of reach, and none is printed', async () => {
    const before = await listed('unused');
    expect((await print([home.id, '01a00000-0000-7000-8000-000000000000'])).body.code).toBe('household.unknown');
    expect((await print([home.id], 'neighbour')).status).toBe(403);
    expect((await print([home.id], 'grid')).status).toBe(403);
    expect((await print([])).status).toBe(400);
    expect(await listed('unused')).toEqual(before);
  });
});

describe('using', { timeout: 60_000 }, () => {
  test('the first use waits: no token, the grid worker of that grid is told once, whoever else is not', async () => {
    const { body } = await issue();
    const before = (await messagesOf()).length;
    const first = await use(body.code);
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'waiting', token: null, contact: { worker: { name: '孙丽娟' } } },
    });
    expect(first.headers['set-cookie']).toBeUndefined();
    expect((await use(body.url)).body.state).toBe('waiting');
    const told = await messagesOf();
    expect(told.length).toBe(before + 1);
    expect(told.find((one) => one.subject === `card:${body.card.id}`)).toMatchObject({
      kind: 'card.waiting',
      body: expect.stringContaining('1号楼 301'),
    });
    expect((await ask('GET', '/api/v1/messages', { as: 'gridTwo' })).body.items).toEqual([]);
    const list = await ask('GET', `households/${home.id}/cards`, { as: 'grid' });
    expect(list.body.items.find((one: { id: string }) => one.id === body.card.id)).toMatchObject({
      state: 'waiting',
      stateName: '第一次使用，等网格员确认',
    });
  });

  test('of ten first uses at once the grid worker is told once', async () => {
    const { body } = await issue();
    const before = (await messagesOf()).length;
    const all = await Promise.all(Array.from({ length: 10 }, () => use(body.code)));
    expect(all.map((one) => one.body.state)).toEqual(Array(10).fill('waiting'));
    expect((await messagesOf()).length).toBe(before + 1);
  });

  test('after the confirmation it signs in as the person of the card, with no roles', async () => {
    const card = await inUse();
    const opened = await use(card.code.toLowerCase());
    expect(opened.body).toMatchObject({ state: 'signed-in', token: expect.any(String) });
    expect(opened.headers['set-cookie']).toContain('HttpOnly');
    const actor = await accounts.identity.identify({
      method: 'GET',
      protocol: 'http',
      headers: { authorization: `Bearer ${opened.body.token}` },
    });
    expect(actor).toMatchObject({ personId: home.elder, householdId: home.id, grants: [] });
    const mine = await ask('GET', '/api/v1/me/home', { token: opened.body.token });
    expect(mine.body).toMatchObject({
      household: { label: '工盛小区 1号楼 301', members: [{ name: '张**', isMe: true }] },
    });
  });

  test('nobody confirms before the first use, nor the worker of another grid', async () => {
    const { body } = await issue();
    expect((await confirm(body.card.id)).body.code).toBe('card.not-used-yet');
    await use(body.code);
    expect((await confirm(body.card.id, 'gridTwo')).body.code).toBe('card.unknown');
    expect((await use(body.code)).body.state).toBe('waiting');
    expect((await confirm(body.card.id)).body.state).toBe('confirmed');
    expect((await confirm(body.card.id)).body.state).toBe('confirmed');
  });

  test('those who may confirm find what waits for them, in their own grid only', async () => {
    const { body } = await issue();
    const waiting = async (as: 'grid' | 'gridTwo' | 'community') =>
      ((await ask('GET', 'cards/waiting', { as })).body.items as { id: string }[]).map(({ id }) => id);
    expect(await waiting('grid')).not.toContain(body.card.id);
    await use(body.code);
    expect(await waiting('grid')).toContain(body.card.id);
    expect(await waiting('community')).toContain(body.card.id);
    expect(await waiting('gridTwo')).not.toContain(body.card.id);
    await confirm(body.card.id);
    expect(await waiting('grid')).not.toContain(body.card.id);
  });

  test('revoked: refused at once, and the session it opened is no session any more', async () => {
    const card = await inUse();
    const { token } = (await use(card.code)).body;
    expect((await ask('GET', '/api/v1/me/home', { token })).status).toBe(200);
    expect((await ask('DELETE', `cards/${card.card.id}`, { as: 'community' })).body.state).toBe('revoked');
    expect(await use(card.code)).toMatchObject({ status: 403, body: { code: 'card.revoked' } });
    await expect
      .poll(async () => (await ask('GET', '/api/v1/me/home', { token })).status, { timeout: 30_000 })
      .toBe(401);
    expect((await confirm(card.card.id)).body.code).toBe('card.revoked');
  });

  test('no token of a card is kept for a repeated key', async () => {
    const card = await inUse();
    await ask('POST', '/api/v1/cards/use', { body: { code: card.code }, headers: { 'idempotency-key': 'card-1' } });
    expect((await owner.query(`select 1 from idempotency_keys where key = 'card-1'`)).rows).toEqual([]);
  });
});

describe('guessing', () => {
  test('a wrong code is unknown, the eleventh in ten minutes too many; another origin and a right card are not touched', async () => {
    const card = await inUse();
    const wrong = (last: string) => card.code.slice(0, -1) + last;
    const letters = [...'ABCDEFGHJKMN'].filter((letter) => letter !== card.code.at(-1));
    const answers = [];
    for (const letter of letters.slice(0, 11)) answers.push((await use(wrong(letter), '10.0.0.9')).body.code);
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('card.unknown'));
    expect(answers[10]).toBe('card.too-many-guesses');
    expect((await use(wrong(letters[0]!), '10.0.0.10')).body.code).toBe('card.unknown');
    expect((await use(card.code, '10.0.0.9')).body.state).toBe('signed-in');
    await clock.advance(11 / 24 / 60);
    expect((await use(wrong(letters[0]!), '10.0.0.9')).body.code).toBe('card.unknown');
  });

  test('a card of one community is no card of another', async () => {
    const { body } = await issue();
    expect((await use(body.code.replace('GSHE', 'NJRN'), '10.0.0.11')).body.code).toBe('card.unknown');
  });
});
