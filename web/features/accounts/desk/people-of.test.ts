import { expect, test } from 'vitest';
import type { Grant } from './accounts-api.ts';
import { colleaguesOf, firstPassword } from './people-of.ts';

const grant = (id: string, userId: string): Grant => ({
  id,
  userId,
  name: userId,
  face: null,
  username: null,
  role: 'grid-worker',
  label: '网格员',
  areaId: 'a',
  areaName: '第一网格',
  heldFrom: '2026-01-01T00:00:00.000Z',
});

test('somebody with two roles is one line', () => {
  const people = colleaguesOf([grant('1', 'a'), grant('2', 'b'), grant('3', 'a')]);
  expect(people.map((one) => [one.userId, one.grants.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('a first password has ten letters and no look-alikes', () => {
  expect(firstPassword(new Uint8Array(10).map((_, at) => at * 25))).toMatch(/^[a-km-np-z2-9]{10}$/);
});
