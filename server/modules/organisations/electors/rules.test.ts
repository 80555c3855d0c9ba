import { describe, expect, test } from 'vitest';
import { gatherOwners, isAdult, onlyOnce, readElectorate, type DoorOfOwner } from './rules.ts';

const door = (ownerKey: string, label: string, area: number, change: Partial<DoorOfOwner> = {}): DoorOfOwner => ({
  ...{ ownerKey, label, area, buildingId: 'b1', nameMasked: '房**', userId: null },
  ...change,
});

describe('owners', () => {
  test('X17: who has two doors is one by number and both by area; a developer with unsold doors is one too', () => {
    const electors = gatherOwners([
      door('fang', '4号楼 2单元 501', 5236),
      door('mu', '6号楼 1单元 301', 4875),
      door('fang', '3号楼 2单元 502', 6184, { buildingId: 'b3', userId: 'u1' }),
      ...Array.from({ length: 6 }, (_, n) => door('developer', `2号楼 17${n}`, 10_000)),
    ]);
    expect(electors).toHaveLength(3);
    expect(electors[0]).toMatchObject({
      ref: 'fang',
      label: '4号楼 2单元 501、3号楼 2单元 502',
      area: 11_420,
      buildingId: 'b1',
      userId: 'u1',
    });
    expect(electors[2]).toMatchObject({ area: 60_000, label: expect.stringMatching(/等 6 套$/) });
  });
});

describe('residents', () => {
  test('18 in this year is in, 17 is not, and a year nobody noted takes no vote away', () => {
    expect(isAdult(2008, 2026)).toBe(true);
    expect(isAdult(2009, 2026)).toBe(false);
    expect(isAdult(null, 2026)).toBe(true);
  });
});

test('nobody has two votes for sitting in two of the bodies asked', () => {
  const seat = (ref: string, personKey: string) => ({
    ...{ ref, personKey, label: '', name: '', userId: null, buildingId: null, area: 0 },
  });
  expect(onlyOnce([seat('1', 'user:a'), seat('2', 'user:b'), seat('3', 'user:a')]).map(({ ref }) => ref)).toEqual([
    '1',
    '2',
  ]);
});

test('an electorate is owners, residents, households, a body, a role or a person; anything else is nothing', () => {
  const bodies = { 'owners-committee': {}, residents: {} };
  expect(readElectorate('owners', bodies)).toEqual({ kind: 'owners' });
  expect(readElectorate('body:residents', bodies)).toEqual({ kind: 'residents' });
  expect(readElectorate('body:owners-committee', bodies)).toEqual({ kind: 'body', word: 'owners-committee' });
  expect(readElectorate('owners-committee', bodies)).toEqual({ kind: 'body', word: 'owners-committee' });
  expect(readElectorate('user:u1', bodies)).toEqual({ kind: 'user', userId: 'u1' });
  for (const key of ['', 'body:', 'nobody', 'user:', 'toString:x']) expect(readElectorate(key, bodies)).toBeNull();
});
