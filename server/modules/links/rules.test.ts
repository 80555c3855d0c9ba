import { describe, expect, test } from 'vitest';
import type { StoryHop } from './contract.ts';
import * as rules from './rules.ts';

const hop = (change: Partial<StoryHop>): StoryHop =>
  rules.hopOf({
    kind: 'step',
    id: 'begin-0',
    at: '2026-05-04T01:00:00.000Z',
    title: '有人反映',
    line: '',
    href: null,
    ...change,
  });
const none = new Set<string>();
const titles = (hops: StoryHop[]): string[] => hops.map(({ title }) => title);

const steps = [
  hop({}),
  hop({
    id: 'quote-1',
    step: 'quote',
    at: '2026-05-20T01:00:00.000Z',
    title: '三家预算',
    rows: [
      { label: '齐安管道', note: '', text: '248,600.00 元', chosen: false },
      { label: '鲁中水暖', note: '', text: '263,900.00 元', chosen: false },
    ],
  }),
  hop({
    id: 'vote-2',
    step: 'vote',
    at: '2026-06-01T01:00:00.000Z',
    title: '业委会表决：表决通过',
    facts: [{ label: '到会', text: '7' }],
  }),
  hop({ id: 'pay-3', step: 'pay', at: '2026-06-20T01:00:00.000Z', title: '付款：付清', turning: true }),
];
const vote = hop({ kind: 'vote', id: 'v', step: 'vote', at: '2026-06-01T01:00:00.000Z', title: '表决选出：齐安管道' });
const paid = (change: Partial<StoryHop>): StoryHop =>
  hop({
    kind: 'payment',
    id: 'p',
    step: 'pay',
    at: '2026-06-20T01:00:00.000Z',
    title: '付款',
    amount: 24_860_000,
    ...change,
  });

describe('one thread', () => {
  test('A17: steps and records stand in the order of time; a record that carried a step stands for it and says what it showed', () => {
    const hops = rules.threadOf(steps, [paid({}), vote], none);
    expect(titles(hops)).toEqual(['有人反映', '三家预算', '表决选出：齐安管道', '付款']);
    expect(hops[2]?.facts).toEqual([{ label: '到会', text: '7' }]);
    expect(hops[3]?.turning).toBe(true);
  });

  test('what has not come about yet does not stand for its step, and a record that is linked as well stands once', () => {
    const ahead = hop({
      kind: 'meeting',
      id: 'm',
      step: 'quote',
      at: '2026-07-01T01:00:00.000Z',
      title: '要开会',
      coming: true,
    });
    const hops = rules.threadOf(steps, [ahead, vote, hop({ ...vote, step: null })], none);
    expect(titles(hops)).toEqual(['有人反映', '三家预算', '表决选出：齐安管道', '付款：付清', '要开会']);
  });

  test('a step carried twice is told twice, and what it showed only at the last', () => {
    const first = hop({ ...vote, id: 'u', at: '2026-05-25T01:00:00.000Z', title: '表决没有通过' });
    const hops = rules.threadOf(steps, [first, vote], none);
    expect(hops.filter(({ kind }) => kind === 'vote').map(({ facts }) => facts.length)).toEqual([0, 1]);
  });

  test('N53: the budget that the vote chose is marked, with or without its amount on the paper', () => {
    for (const won of ['齐安管道', '齐安管道 248,600.00 元']) {
      const [, quotes] = rules.threadOf(steps, [], new Set([won]));
      expect(quotes?.rows.map(({ chosen }) => chosen)).toEqual([true, false]);
    }
    expect(rules.threadOf(steps, [], new Set(['齐安'])).some(({ rows }) => rows.some(({ chosen }) => chosen))).toBe(
      false,
    );
  });
});

describe('figures', () => {
  test('what was spent is whole fen, corrections taken off; nothing where nothing was paid', () => {
    expect(rules.spentOf([paid({}), paid({ amount: -10 }), paid({ amount: 20 })])).toBe(24_860_010);
    expect(rules.spentOf(steps)).toBeNull();
    expect(rules.spentOf([hop({ amount: 5 })])).toBeNull();
  });

  test('how many agreed is that of the last vote with a result', () => {
    const agreed = { number: 6, of: 7, unit: '人' };
    expect(rules.agreedOf([hop({ ...vote, agreed: { ...agreed, number: 2 } }), hop({ agreed }), hop({})])).toEqual(
      agreed,
    );
    expect(rules.agreedOf(steps)).toBeNull();
  });

  test('the text for the group ends with the address, and says what was decided and paid', () => {
    const text = rules.storyText({
      groupText: '【工盛社区】换水管\n看经过：https://liren.test/t/gshe1234',
      hops: [vote, hop({ kind: 'publicity', id: 'n', title: '公示 7 天', coming: true })],
      spent: 24_860_010,
      now: new Date('2026-11-20T01:00:00.000Z'),
    });
    expect(text.split('\n')).toEqual([
      '【工盛社区】换水管',
      '6月1日：表决选出：齐安管道',
      '一共花了 248,600.10 元，每一笔都能点开看。',
      '看经过：https://liren.test/t/gshe1234',
    ]);
  });
});
