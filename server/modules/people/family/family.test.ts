import { beforeAll, describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';
import { RefusalError } from '#shared/refusal';
import { requireConsent } from '#modules/people';

const { ask, owner, actors, database } = await openNeighbourhood(await testDatabase());

let elderId = '';
let nextDoorId = '';
beforeAll(async () => {
  for (const [buildingId, name] of [
    [buildings.one, '张桂兰'],
    [buildings.other, '赵邻居'],
  ] as const) {
    const household = await ask('POST', 'households', { as: 'community', body: { buildingId, room: '301' } });
    const person = await ask('POST', 'people', { as: 'community', body: { householdId: household.body.id, name } });
    if (buildingId === buildings.one) elderId = person.body.id;
    else nextDoorId = person.body.id;
  }
});

const record = (body: object = {}) =>
  ask('POST', `people/${elderId}/family`, {
    as: 'community',
    body: { family: 'family-user', relation: '女儿', givenHow: '电话录音', ...body },
  });
const mayAct = async (userId = actors.family.id) => {
  try {
    return (await requireConsent(database, { areaId: places.gongsheng, elderId, userId })).relation;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
};

describe('family acts for an elder with her consent on record', () => {
  test('without a consent: refused', async () => {
    expect(await mayAct()).toBe('family.consent-needed');
    expect((await ask('GET', '/api/v1/me/elders', { as: 'family' })).body.items).toEqual([]);
  });

  test('with it: allowed, listed for the family with the elder’s masked name, and recorded', async () => {
    const consent = await record();
    expect(consent).toMatchObject({
      status: 201,
      body: { familyName: '王家女儿', elderName: '张**', givenHow: '电话录音' },
    });
    expect(await mayAct()).toBe('女儿');
    expect(await mayAct(actors.other.id)).toBe('family.consent-needed');
    const mine = await ask('GET', '/api/v1/me/elders', { as: 'family' });
    expect(mine.body.items).toEqual([
      expect.objectContaining({ elderId, areaId: places.gongsheng, householdLabel: '工盛小区 1号楼 301' }),
    ]);
    const rows = await owner.query(`select subject from audit where act = 'family.consent'`);
    expect(rows.rows).toEqual([{ subject: `person:${elderId}` }]);
  });

  test('twice is refused; an unknown account, a way of consent nobody knows, and another grid’s worker too', async () => {
    expect((await record()).body.code).toBe('family.consent-exists');
    expect((await record({ family: 'nobody' })).body.code).toBe('family.user-unknown');
    expect((await record({ givenHow: '听说' })).status).toBe(400);
    expect((await ask('GET', `people/${elderId}/family`, { as: 'gridTwo' })).body.code).toBe('person.unknown');
    expect((await ask('GET', `people/${nextDoorId}/family`, { as: 'gridTwo' })).body.items).toEqual([]);
  });

  test('family acting for her cannot decide who else may: only she, each for herself, or the worker', async () => {
    const second = await record({ family: 'other-user', relation: '侄子' });
    const acting = { ...actors.family, homeAreaId: places.gongsheng, personId: elderId };
    const refused = await ask('DELETE', `/api/v1/me/consents/${second.body.id}`, { as: acting });
    expect(refused.body.code).toBe('family.consent-unknown');
    const elder = { ...actors.resident, personId: elderId };
    expect((await ask('GET', '/api/v1/me/consents', { as: elder })).body.items).toHaveLength(2);
    expect((await ask('DELETE', `/api/v1/me/consents/${second.body.id}`, { as: elder })).body).toEqual({
      revoked: true,
    });
    expect(await mayAct(actors.other.id)).toBe('family.consent-needed');
    expect(await mayAct()).toBe('女儿');
  });

  test('taken back: refused from then on, and it may be given anew', async () => {
    const [live] = (await ask('GET', '/api/v1/me/elders', { as: 'family' })).body.items;
    const taken = await ask('DELETE', `people/${elderId}/family/${live.id}`, { as: 'community' });
    expect(taken.body.items.every((one: { revokedAt: string | null }) => one.revokedAt !== null)).toBe(true);
    expect(await mayAct()).toBe('family.consent-needed');
    expect((await ask('DELETE', `people/${elderId}/family/${live.id}`, { as: 'community' })).body.code).toBe(
      'family.consent-unknown',
    );
    expect((await record()).status).toBe(201);
    expect(await mayAct()).toBe('女儿');
  });

  test('an elder who has moved away has nobody acting for her', async () => {
    await ask('PATCH', `people/${elderId}`, { as: 'community', body: { version: 1, left: true } });
    expect(await mayAct()).toBe('family.consent-needed');
  });
});
