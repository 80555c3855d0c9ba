import { describe, expect, test } from 'vitest';
import type { Item, Measured, MeasureSpec } from './contract.ts';
import { countStates, judge } from './rules.ts';
import { amountName, parseThreshold } from './threshold/rules.ts';

const standard = { grades: ['好', '较好', '一般', '差'], enough: '较好' };
const label = { zh: '样例', en: 'sample' };
const blank: Item = {
  id: 'S1.1',
  label,
  quote: null,
  place: null,
  measure: null,
  test: null,
  judge: null,
  encouraged: false,
};
const item = (changes: Partial<Item>): Item => ({ ...blank, ...changes });
const atLeast = (written: string | number, each: string[] = []): Item => {
  const threshold = parseThreshold(written);
  if (!threshold) throw new Error(`${written} is no threshold`);
  return item({
    measure: { name: 'sample', with: {} },
    test: { kind: 'number', bound: 'atLeast', ...threshold, each },
  });
};
const spec: MeasureSpec = { name: 'sample', gives: 'count', takes: [], counted: '次', of: 'year', recorded: true };
const stand = (one: Item, measured: Measured, verdict: string | null = null) =>
  judge(one, { standard, spec, measured, verdict });

describe('METHODS 2.4: an item against what was found', () => {
  test('a number says value, threshold and what is missing in words', () => {
    expect(stand(atLeast(5), { kind: 'number', value: 3 })).toMatchObject({
      state: 'unmet',
      value: '3 次',
      threshold: '不少于 5 次',
      gap: '还差 2 次',
    });
    expect(stand(atLeast('56 h'), { kind: 'number', value: 55.5 * 60 })).toMatchObject({ gap: '还差 0.5 小时' });
    expect(stand(atLeast('300 m2'), { kind: 'number', value: 2999 })).toMatchObject({ gap: '还差 0.1 平方米' });
    expect(stand(atLeast(5), { kind: 'number', value: 5 })).toMatchObject({ state: 'met', gap: null });
  });

  test('at most none: one is too many', () => {
    const none = item({ test: { kind: 'number', bound: 'atMost', value: 0, unit: 'count', each: [] } });
    expect(stand(none, { kind: 'number', value: 0 })).toMatchObject({ state: 'met', threshold: '不能有' });
    expect(stand(none, { kind: 'number', value: 1 })).toMatchObject({ state: 'unmet', gap: '多了 1 次' });
  });

  test('words: all of these, and one of those', () => {
    const both = item({ test: { kind: 'words', all: ['图书阅览室', '文体娱乐室'], any: ['文化服务', '民生服务'] } });
    expect(stand(both, { kind: 'words', words: ['图书阅览室', '民生服务', '车库'] })).toMatchObject({
      state: 'unmet',
      value: '图书阅览室、民生服务',
      gap: '还缺 文体娱乐室',
      missing: ['文体娱乐室'],
    });
    const all = { kind: 'words' as const, words: ['图书阅览室', '文体娱乐室'] };
    expect(stand(both, all)).toMatchObject({ state: 'unmet', missing: ['文化服务或民生服务'] });
    expect(stand(both, { ...all, words: [...all.words, '文化服务'] })).toMatchObject({ state: 'met', gap: null });
  });

  test('N14: 89.9% fails and is not rounded up, 90% passes; taken for each word', () => {
    const each = atLeast('90%', ['文明楼院', '文明家庭']);
    const shares = (part: number) => ({
      kind: 'each' as const,
      shares: { 文明楼院: { part: 950, whole: 1000 }, 文明家庭: { part, whole: 1000 } },
    });
    expect(stand(each, shares(899))).toMatchObject({ state: 'unmet', missing: ['文明家庭'] });
    expect(stand(each, shares(899)).value).toContain('89.9%（899／1000）');
    expect(stand(each, shares(900))).toMatchObject({ state: 'met' });
  });

  test('X4: a rate above 100% decides nothing, and says that the records must be looked at', () => {
    const share = atLeast('90%');
    expect(stand(share, { kind: 'share', part: 1000, whole: 1000 }).state).toBe('met');
    expect(stand(share, { kind: 'share', part: 1001, whole: 1000 })).toMatchObject({
      state: 'unmeasured',
      gap: '比总数还多，请先核对记录',
    });
    expect(stand(share, { kind: 'share', part: 0, whole: 0 }).state).toBe('unmeasured');
  });

  test('what is not recorded says so and is decided by hand; what is measured is never overruled', () => {
    const nothing = { kind: 'unrecorded' as const };
    expect(stand(atLeast(5), nothing)).toMatchObject({
      state: 'unmeasured',
      byHand: true,
      gap: '这一项系统还没有记录，先由人填',
    });
    expect(stand(atLeast(5), nothing, '是')).toMatchObject({ state: 'met', byHand: true, value: '是' });
    expect(stand(atLeast(5), { kind: 'number', value: 4 }, '是')).toMatchObject({ state: 'unmet', byHand: false });
  });

  test('a judged item waits for a person; a grade below what is enough does not do', () => {
    const graded = item({ judge: 'grade' });
    const nothing = { kind: 'unrecorded' as const };
    expect(stand(graded, nothing)).toMatchObject({ state: 'toJudge', threshold: '评为“较好”以上' });
    expect(['好', '较好', '一般', '差'].map((grade) => stand(graded, nothing, grade).state)).toEqual([
      'met',
      'met',
      'unmet',
      'unmet',
    ]);
  });

  test('an encouraged item never fails', () => {
    const encouraged = item({ judge: 'yesno', encouraged: true });
    expect(stand(encouraged, { kind: 'unrecorded' }, '否').state).toBe('optional');
    expect(stand(encouraged, { kind: 'unrecorded' }, '是').state).toBe('met');
    expect(stand({ ...atLeast(5), encouraged: true }, { kind: 'number', value: 0 }).state).toBe('optional');
  });

  test('states are counted and never added to a score', () => {
    const states = (['met', 'met', 'unmet', 'optional'] as const).map((state) => ({ state }));
    expect(countStates(states)).toEqual({ met: 2, unmet: 1, toJudge: 0, unmeasured: 0, optional: 1 });
  });
});

describe('thresholds are integers', () => {
  test.each([
    ['300 m2', 3000, 'm2'],
    ['0.1 m2', 1, 'm2'],
    ['56 h', 3360, 'h'],
    ['0.5 h', 30, 'h'],
    ['90%', 90, 'percent'],
    [5, 5, 'count'],
  ])('%s', (written, value, unit) => {
    expect(parseThreshold(written)).toEqual({ value, unit });
  });

  test.each(['300', 'm2', '101%', '5.5', '-1', '300 km', '0.33 h', null, '', '1e3'])(
    '%s is none, or a count',
    (written) => {
      expect(parseThreshold(written)?.unit ?? 'none').toBe(written === '300' ? 'count' : 'none');
    },
  );

  test('amounts in words keep the minutes', () => {
    expect([3330, 3360, 40, 3355].map((minutes) => amountName(minutes, 'h'))).toEqual([
      '55.5 小时',
      '56 小时',
      '40 分钟',
      '55 小时 55 分钟',
    ]);
  });
});
