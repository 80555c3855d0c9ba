import { expect, test } from 'vitest';
import { keepPlaces, lastPlaces } from './grid-places.ts';
import type { PlaceChoice } from './read-asked.ts';

const spots: PlaceChoice[] = [1, 2, 3, 4, 5].map((n) => ({ key: `spot-${n}`, label: `${n} 号楼`, areaId: `b${n}` }));
const asked = (cookie = ''): Request => new Request('http://inside/grid/report', { headers: { cookie } });
const pairOf = (cookie: string): string => cookie.split(';')[0] ?? '';

test('the last three places used stand first, the latest before the others, each once', () => {
  let cookie = '';
  for (const n of [1, 2, 3, 2, 4])
    cookie = pairOf(keepPlaces(asked(cookie), { place: { label: `${n} 号楼`, areaId: `b${n}` } }));
  expect(lastPlaces(asked(cookie), spots).map(({ label }) => label)).toEqual(['4 号楼', '2 号楼', '3 号楼']);
});

test('a place the community no longer has, and a cookie that cannot be read, are left out', () => {
  const cookie = pairOf(keepPlaces(asked(), { place: { label: '9 号楼', areaId: 'b9' } }));
  expect(lastPlaces(asked(cookie), spots)).toEqual([]);
  expect(lastPlaces(asked('liren_places=%7Bbroken'), spots)).toEqual([]);
});
