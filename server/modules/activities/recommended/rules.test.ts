import { expect, test } from 'vitest';
import type { Point } from '#shared/walking';
import { reasonsFor, recommend, type About } from './rules.ts';

const offer = {
  ...{ kind: 'culture', kindName: '文体', seriesId: null, teamId: null, audiences: [], minAge: null, maxAge: null },
  ...{ lng: null, lat: null, state: 'open', myState: null, enrolled: 3 },
} as const;
const nobody: About = {
  ...{ kinds: new Map(), series: new Map(), teamIds: new Set(), age: null, childAges: [], home: null },
};
const home: Point = [118.05, 36.8];
const words = (change: object, about: Partial<About>): string[] =>
  reasonsFor({ ...offer, ...change } as never, { ...nobody, ...about }).map((reason) => reason.words);

test('B45: every reason is one of hers, in words: team, series, kind, child, age, distance, neighbours', () => {
  expect(words({}, {})).toEqual([]);
  expect(words({ teamId: 't' }, { teamIds: new Set(['t']) })).toEqual(['您所在队伍的活动']);
  expect(words({ seriesId: 's' }, { series: new Map([['s', 2]]) })).toEqual(['您来过这个系列']);
  expect(words({}, { kinds: new Map([['culture', 4]]) })).toEqual(['您参加过 4 次文体活动']);
  expect(words({ minAge: 9, maxAge: 12 }, { childAges: [7, 10] })).toEqual(['家里孩子 10 岁，正好合适']);
  expect(words({ audiences: ['老年人'] }, { age: 60 })).toEqual(['专为老年朋友安排']);
  expect(words({ audiences: ['老年人'] }, { age: 59 })).toEqual([]);
  expect(words({ lng: 118.052, lat: 36.8 }, { home })).toEqual(['离您家走路约 4 分钟']);
  expect(words({ lng: 118.09, lat: 36.8 }, { home })).toEqual([]);
  expect(words({ enrolled: 20 }, {})).toEqual(['已有 20 位邻居报名']);
});

test('B45: never what she is in already, what is full or begun, or what is for another age; the best reasons first, two of a kind', () => {
  const about = { ...nobody, age: 70, kinds: new Map([['culture', 1]]), series: new Map([['s', 1]]) };
  const many = [
    { ...offer, id: 'mine', myState: 'enrolled' },
    { ...offer, id: 'full', state: 'full' },
    { ...offer, id: 'child', minAge: 9, maxAge: 12 },
    { ...offer, id: 'first' },
    { ...offer, id: 'best', seriesId: 's' },
    { ...offer, id: 'third' },
    { ...offer, id: 'other', kind: 'course', kindName: '课程', audiences: ['老年人'] },
  ];
  const chosen = recommend(many as never[], about, 4) as { offer: { id: string }; reasons: string[] }[];
  expect(chosen.map((one) => one.offer.id)).toEqual(['best', 'other', 'first']);
  expect(chosen[0]?.reasons).toEqual(['您来过这个系列', '您参加过 1 次文体活动']);
});
