import { expect, test } from 'vitest';
import type { DutyItem } from '#contract/duties';
import type { AskedField } from '#contract/matters';
import { cellOf, headSentence, percent } from './desk/coverage-words.ts';
import { findRound } from './record-round.ts';
import { lastWords, nothingFound, roundPath, roundsOf, waitingOf } from './rounds.ts';

const field = (id: string, type: string, rest: Partial<AskedField> = {}): AskedField => ({
  id,
  label: { zh: id, en: id },
  type,
  optional: false,
  many: false,
  ...rest,
});
const item = (duty: string, rest: Partial<DutyItem> = {}): DutyItem =>
  ({
    areaId: 'a',
    set: 'three-patrols',
    setName: '一日三巡',
    duty,
    name: duty,
    subject: { kind: 'estate', id: 'e', label: '北院' },
    state: 'open',
    form: [],
    last: null,
    together: true,
    ...rest,
  }) as DutyItem;

test('X25: what may be logged in one round stands together, what may not by itself', () => {
  const together = roundsOf([item('safety'), item('order'), item('people')]);
  expect(together.map(({ items }) => items.length)).toEqual([3]);
  const apart = roundsOf([item('safety', { together: false }), item('order', { together: false })]);
  expect(apart.map(roundPath)).toEqual([
    '/grid/duty/a/three-patrols/e?duty=safety',
    '/grid/duty/a/three-patrols/e?duty=order',
  ]);
  const named = findRound(
    apart.flatMap(({ items }) => items),
    { areaId: 'a', set: 'three-patrols', subject: 'e', duty: 'order' },
  );
  expect(named?.first.duty).toBe('order');
});

test('of a round only what still waits is sent; when nothing waits, all of it', () => {
  const [round] = roundsOf([item('safety', { state: 'done' }), item('order')]);
  if (!round) throw new Error('no round');
  expect(waitingOf(round).items.map(({ duty }) => duty)).toEqual(['order']);
  const over = { ...round, items: round.items.map((one) => ({ ...one, state: 'done' as const })) };
  expect(waitingOf(over).items).toHaveLength(2);
});

test('“nothing found” ticks the whole list and keeps what is known; what must be written is not skipped', () => {
  const words = ['消防通道', '飞线充电'].map((word) => ({ value: word, label: word }));
  const round = (form: AskedField[]) => roundsOf([item('patrol', { form })])[0] as ReturnType<typeof roundsOf>[number];
  const list = field('items', 'checklist', { of: words });
  expect(nothingFound(round([list, field('note', 'text', { optional: true })]))).toEqual({
    items: ['消防通道', '飞线充电'],
  });
  expect(nothingFound(round([field('level', 'choice', { value: '楼栋群' })]))).toEqual({ level: '楼栋群' });
  expect(nothingFound(round([field('visited', 'count')]))).toBeNull();
  expect(lastWords(list, { items: ['消防通道'] })).toBe('消防通道');
  expect(lastWords(list, null)).toBe('');
});

test('a cell says in a word how the day stands', () => {
  const counts = (done: number, late: number, open: number, excused = 0) => ({
    due: done + late + open,
    done,
    late,
    open,
    excused,
  });
  expect(cellOf(counts(1, 0, 0))).toEqual({ state: 'done', word: '做了' });
  expect(cellOf(counts(0, 1, 0))).toEqual({ state: 'late', word: '没做' });
  expect(cellOf(counts(0, 0, 1))).toEqual({ state: 'open', word: '还没做' });
  expect(cellOf(counts(0, 0, 0, 1))).toEqual({ state: 'excused', word: '请假' });
  expect(cellOf(counts(2, 0, 1))).toEqual({ state: 'part', word: '2／3' });
  expect(percent(0, 0)).toBe('—');
  const days = [
    { day: '2026-11-21', covered: 3, of: 4 },
    { day: '2026-11-22', covered: 4, of: 4 },
  ];
  expect(headSentence({ days, subjectName: '网格' }, '2026-11-22')).toBe(
    '今天 4 个网格，做全的 4 个；前一天有 1 个没做全',
  );
});
