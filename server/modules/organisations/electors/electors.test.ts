import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { createAccount, openDirectory } from '#modules/accounts';
import { electorsOf, importBodies, importOwners, type PastOwner, type PastUnit } from '#modules/organisations';
import { loadBodyWords } from '../words/store.ts';

const testing = await testDatabase();
const { accounts, clock, sealer } = await openAccountsHouse(testing);
const { database, owner } = testing;
const roster = await openDirectory(database);
const words = loadBodyWords(join(import.meta.dirname, '../../../../library'));
const doors = { tree: accounts.tree, roster, words, sealer };
const { gongsheng: areaId, estate: estateId, building: buildingId } = places;

const [fangId, manId] = await database.transaction(clock.now(), async (tx) => [
  await createAccount(tx, { name: '房晓燕' }),
  await createAccount(tx, { name: '边海涛' }),
]);
const fang: PastOwner = { name: '房晓燕', phone: '19900000001', kind: 'person', userId: fangId ?? '', personId: null };
const man: PastOwner = { name: '边海涛', phone: '19900000002', kind: 'person', userId: manId ?? '', personId: null };
const unit = (n: number, owners: PastUnit['owners'], titleArea = 5236): PastUnit => ({
  ...{ id: `0197a000-0000-7000-8000-00000000090${n}`, buildingId, buildingName: '3号楼', householdId: null },
  ...{ unit: '1', room: `${n}01`, use: '住宅', titleArea, verified: null, owners },
});

await database.transaction(clock.now(), async (tx) => {
  importOwners(tx, doors, {
    areaId,
    estateId,
    totals: [],
    units: [unit(1, [fang, man]), unit(2, [fang], 6184), unit(3, [man])],
  });
  const member = { personId: null, phone: null, partyMember: true, party: '', standing: null, shown: false };
  importBodies(tx, doors, [
    {
      ...{
        areaId,
        id: '0197a000-0000-7000-8000-000000000950',
        body: 'owners-committee',
        name: '第三届业委会',
        estateId,
      },
      ...{ placeId: null, level: null, parentId: null, composition: null, platform: '', reach: '' },
      ...{ termFrom: '2025-01-01', termTo: '2027-12-31' },
      members: [
        {
          ...member,
          userId: fangId ?? '',
          name: '房晓燕',
          post: '主任',
          fromOn: '2025-01-01',
          leftOn: null,
          leftWhy: null,
        },
        {
          ...member,
          userId: null,
          name: '高仪',
          post: '委员',
          fromOn: '2025-01-01',
          leftOn: '2026-01-01',
          leftWhy: '搬走',
        },
      ],
    },
  ]);
});

describe('electorsOf', () => {
  const ask = (electorate: string[], estate: string | null = estateId) =>
    electorsOf(database, doors, { areaId, estateId: estate, electorate, now: clock.now() });

  test('X17: co-owners count by the one who votes; two doors of one owner are one line with both areas', async () => {
    const electors = await ask(['owners']);
    expect(electors.map(({ label, area, userId }) => [label, area, userId])).toEqual([
      ['3号楼 1单元 101、3号楼 1单元 201', 11_420, fangId],
      ['3号楼 1单元 301', 5236, manId],
    ]);
    expect(electors[0]?.name).toBe('房**');
  });

  test('owners without an estate, and an electorate nobody knows, are refused', async () => {
    await expect(ask(['owners'], null)).rejects.toThrow('electorate.no-estate');
    await expect(ask(['martians'])).rejects.toThrow('electorate.unknown');
  });

  test('members of a body are those who sit in it now', async () => {
    expect(await ask(['body:owners-committee'])).toMatchObject([
      { label: '第三届业委会主任', userId: fangId ?? '', area: 0 },
    ]);
  });

  test('a door names exactly one voting owner, of its own: none, and one of another door, the database refuses', async () => {
    const of = (n: number) => `0197a000-0000-7000-8000-00000000090${n}`;
    const [other] = (await owner.query(`select id from owners where unit_id = $1`, [of(3)])).rows;
    const change = (voter: string | null) =>
      owner.query(`update owned_units set voter_id = $1 where id = $2`, [voter, of(1)]);
    await expect(change(null)).rejects.toThrow(/not-null/);
    await expect(change(other.id)).rejects.toThrow(/owned_units_voter_fkey/);
    const [second] = (await owner.query(`select id from owners where unit_id = $1 and name_masked = '边**'`, [of(1)]))
      .rows;
    await change(second.id);
    expect((await ask(['owners'])).map(({ area }) => area)).toEqual([10_472, 6184]);
  });
});
