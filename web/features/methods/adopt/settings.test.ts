import { describe, expect, test } from 'vitest';
import type { Setting } from '../methods-api.ts';
import { changedSettings, otherProblems, problemOf, valueWords } from './settings.ts';
import { readTime, timeWords, writeTime } from './time-value.ts';

const days: Setting = {
  path: 'reply.within',
  label: '反馈时限',
  kind: 'time',
  value: '2 workdays',
  original: '1 workday',
};
const words: Setting = {
  path: 'category.of',
  label: '类别',
  kind: 'words',
  value: ['甲', '乙'],
  original: ['甲', '乙'],
};

describe('METHODS 2: what an adopting area sends', () => {
  test('only what differs from the library, also what was changed before', () => {
    expect(changedSettings([days, words], {})).toEqual({ 'reply.within': '2 workdays' });
    expect(changedSettings([days, words], { 'reply.within': '1 workday' })).toEqual({});
    expect(changedSettings([days, words], { 'category.of': ['甲'] })).toEqual({
      'reply.within': '2 workdays',
      'category.of': ['甲'],
    });
  });

  test('a problem stands beside its field, or above the form when it belongs to none', () => {
    const problems = [
      { path: 'reply.within', line: 0, zh: '不能是零', en: '' },
      { path: 'category.of.甲', line: 0, zh: '没有时限', en: '' },
      { path: 'handle.within', line: 0, zh: '缺一类', en: '' },
    ];
    expect(problemOf(problems, 'reply.within')).toBe('不能是零');
    expect(problemOf(problems, 'category.of')).toBe('没有时限');
    expect(problemOf(problems, 'reply')).toBe('不能是零');
    expect(otherProblems(problems, [days, words]).map((one) => one.path)).toEqual(['handle.within']);
  });
});

describe('a length of time is a number and a unit', () => {
  test.each([
    ['1 workday', { count: 1, unit: 'workday' }, '1 工作日'],
    ['30 minutes', { count: 30, unit: 'minute' }, '30 分钟'],
    ['2 months', { count: 2, unit: 'month' }, '2 个月'],
  ])('%s', (text, time, read) => {
    expect(readTime(text)).toEqual(time);
    expect(writeTime(time as never)).toBe(text);
    expect(timeWords(text)).toBe(read);
  });

  test('what is no count of a unit stays a word', () => {
    expect(readTime('unlimited')).toBeNull();
    expect(readTime('1.5 days')).toBeNull();
    expect(valueWords({ kind: 'actors', choices: [{ value: 'grid-head', label: '网格长' }] }, ['grid-head'])).toBe(
      '网格长',
    );
    expect(valueWords({ kind: 'money' }, 500_000)).toBe('5000.00 元');
  });
});
