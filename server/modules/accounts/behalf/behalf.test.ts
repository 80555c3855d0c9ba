import { hashPassword } from 'better-auth/crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createAccount, forgetResting } from '#modules/accounts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const testing = await testDatabase();
const house = await openAccountsHouse(testing);
const { ask, signIn, clock, database } = house;
const area = places.gongsheng;
const uuid = (n: number): string => `0197b000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const household = uuid(1);
const elder = uuid(2);
const stranger = uuid(3);
const card = uuid(4);
const wholeHouseholdCard = uuid(5);
let familyId = '';

beforeAll(async () => {
  const { owner } = testing;
  await owner.query(
    `insert into households (area_id, id, label, sort, created_at) values ($1, $2, '3号楼2单元501', '', now())`,
    [area, household],
  );
  const person = `insert into people (area_id, id, household_id, name_sealed, name_index, name_masked, created_at) values ($1, $2, $3, 's', 'i', $4, now())`;
  await owner.query(person, [area, elder, household, '王*英']);
  await owner.query(person, [area, stranger, household, '李*华']);
  const cards = `insert into household_cards (area_id, id, household_id, person_id, token_hash, issued_at, issued_by) values ($1, $2, $3, $4, $5, now(), 'x')`;
  await owner.query(cards, [area, card, household, elder, 'h1']);
  await owner.query(cards, [area, wholeHouseholdCard, household, null, 'h2']);
  const passwordHash = await hashPassword('liren-demo');
  familyId = await database.transaction(clock.now(), (tx) =>
    createAccount(tx, {
      username: 'family',
      passwordHash,
      name: '王*',
      homeAreaId: places.far,
      grants: [{ role: 'grid-worker', areaId: places.neighbourGrid }],
    }),
  );
});

const openCard = (cardId: string, personId: string | null) =>
  ask('POST', '/card', { body: { areaId: area, householdId: household, personId, cardId } });
const end = (table: string, id: string) =>
  testing.owner.query(`update ${table} set revoked_at = now() where id = $1`, [id]);

describe('一户一码: a card opens an old person’s page', () => {
  test('the first use makes her account, the next one finds it; her name stays masked', async () => {
    const first = await openCard(card, elder);
    const second = await openCard(card, elder);
    expect(first.body.me).toMatchObject({
      name: '王*英',
      way: 'card',
      start: '/',
      elderMode: true,
      homeArea: { name: '工盛社区' },
    });
    expect(second.body.me.id).toBe(first.body.me.id);
    expect((await ask('GET', '/who', { token: second.body.token })).body).toMatchObject({
      id: first.body.me.id,
      personId: elder,
      householdId: household,
      homeAreaId: area,
      grants: [],
    });
  });

  test('a card of the household opens the household, nobody in particular', async () => {
    const { token, me } = (await openCard(wholeHouseholdCard, null)).body;
    expect(me.name).toBe('本户居民');
    expect((await ask('GET', '/who', { token })).body).toMatchObject({ personId: null, householdId: household });
    expect((await openCard(wholeHouseholdCard, null)).body.me.id).toBe(me.id);
  });

  test('paper carries no roles, and acts for nobody else', async () => {
    const { token, me } = (await openCard(card, elder)).body;
    await testing.owner.query(
      `insert into auth.grants (id, user_id, role, area_id, held_from, granted_by) values ($1, $2, 'building-head', $3, now(), 'x')`,
      [uuid(9), me.id, places.building],
    );
    house.accounts.identity.forget(me.id);
    expect((await ask('GET', `/probe/${places.building}`, { token })).status).toBe(403);
    expect((await ask('GET', '/api/v1/me', { token })).body).toMatchObject({ can: [], roles: [] });
    const acting = await ask('POST', '/api/v1/session/acting', { token, body: { elderId: stranger } });
    expect(acting.body.code).toBe('acting.no-consent');
  });

  test('a revoked card ends its session', async () => {
    const { token } = (await openCard(wholeHouseholdCard, null)).body;
    await end('household_cards', wholeHouseholdCard);
    await database.transaction(clock.now(), (tx) => forgetResting(tx, { cardId: wholeHouseholdCard }));
    await vi.waitFor(async () => expect((await ask('GET', '/who', { token })).body.id).toBe('anonymous'), 50_000);
  });
});

describe('family acts for an elder', () => {
  const act = (token: string, elderId: string, areaId?: string) =>
    ask('POST', '/api/v1/session/acting', { token, body: { elderId, ...(areaId ? { areaId } : {}) } });

  test('refused without her consent on record, and for another elder, and in another area', async () => {
    const token = await signIn('family');
    expect((await act(token, elder, area)).body.code).toBe('acting.no-consent');
    await testing.owner.query(
      `insert into family_consents (area_id, id, elder_id, family_user_id, relation, given_how, recorded_by, given_at)
       values ($1, $2, $3, $4, '女儿', '到社区当面', 'x', now())`,
      [area, uuid(20), elder, familyId],
    );
    expect((await act(token, stranger, area)).body.code).toBe('acting.no-consent');
    expect((await act(token, elder)).body.code).toBe('acting.no-consent');
    expect((await act(token, elder, places.neighbour)).status).toBe(403);
  });

  test('with it she is still herself, stands for the elder, and leaves her roles aside', async () => {
    const token = await signIn('family');
    expect((await ask('GET', `/probe/${places.neighbourGrid}`, { token })).status).toBe(200);
    const { body } = await act(token, elder, area);
    expect(body).toMatchObject({
      id: familyId,
      actingFor: { elderId: elder, name: '王*英' },
      homeArea: { name: '工盛社区' },
      can: [],
    });
    expect((await ask('GET', '/who', { token })).body).toMatchObject({
      id: familyId,
      personId: elder,
      householdId: household,
      homeAreaId: area,
    });
    expect((await ask('GET', `/probe/${places.neighbourGrid}`, { token })).status).toBe(403);
    const { rows } = await testing.owner.query(
      `select actor_id, subject from audit where area_id = $1 and act = 'session.act-for'`,
      [area],
    );
    expect(rows).toEqual([{ actor_id: familyId, subject: elder }]);
    const back = (await ask('DELETE', '/api/v1/session/acting', { token })).body;
    expect(back).toMatchObject({ actingFor: null, homeArea: { name: '远处社区' } });
    expect((await ask('GET', `/probe/${places.neighbourGrid}`, { token })).status).toBe(200);
  });

  test('consent withdrawn leaves her her own account and nothing else', async () => {
    const token = await signIn('family');
    await act(token, elder, area);
    await end('family_consents', uuid(20));
    await database.transaction(clock.now(), (tx) => forgetResting(tx, { consentId: uuid(20) }));
    await vi.waitFor(async () => {
      const { body } = await ask('GET', '/who', { token });
      expect(body).toMatchObject({ id: familyId, personId: null, householdId: null, homeAreaId: places.far });
    }, 50_000);
    expect((await act(token, elder, area)).body.code).toBe('acting.no-consent');
  });
});
