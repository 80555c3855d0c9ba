import { describe, expect, test } from 'vitest';
import type { Json } from '../contract.ts';
import { computeValue, conditionHolds, namesIn, parseCondition } from './rules.ts';
import type { Scope } from './rules.ts';

const values: Record<string, Json> = {
  way: '出资',
  nothing: null,
  yes: true,
  no: false,
  zero: 0,
  price: 60_000,
  'params.largeFrom': 50_000,
  'income.sum': [100, 200, 300],
  none: [],
  suppliers: ['恒通（管道）', '恒通 (管道) ', '鼎力', null],
  words: '路灯坏了',
  called: ['110', '120'],
  rows: [{ voucher: ['a'] }, { voucher: [] }],
  share: 0.4,
};
const scope: Scope = { value: (name) => values[name], reporterIs: (actor) => actor === 'grid-worker' };

describe('METHODS 2.1: conditions', () => {
  test.each([
    ['way = 出资', true],
    ['way != 出资', false],
    ['way = 场地', false],
    ['nothing', false],
    ['nothing = 出资', false],
    ['nothing != 出资', false],
    ['not nothing', true],
    ['yes', true],
    ['no', false],
    ['zero', true],
    ['yes and no', false],
    ['no and no or yes', true],
    ['no and (no or yes)', false],
    ['not (yes and no)', true],
    ['price >= params.largeFrom', true],
    ['price < params.largeFrom', false],
    ['price - 10000 = params.largeFrom', true],
    ['1 + 2 * 3 = 7', true],
    ['-1 + 2 = 1', true],
    ['price / zero > 1', false],
    ['share < 50%', true],
    ['share >= 40%', true],
    ['sum(income.sum) = 600', true],
    ['count(income.sum) = 3', true],
    ['different(suppliers) = 2', true],
    ['different(none) = 0', true],
    ['sum(none) = 0', true],
    ['all(none)', false],
    ['length(words) = 4', true],
    ['called = 120', true],
    ['called = 119', false],
    ['eachHas(rows, voucher)', false],
    ['reporter is grid-worker', true],
    ['reporter is community-worker', false],
  ])('%s → %s', (text, expected) => {
    expect(parseCondition(text)).toHaveProperty('expression');
    expect(conditionHolds(text, scope)).toBe(expected);
  });

  test.each([
    ['way ＝ 出资', '条件“way ＝ 出资”里的“＝”是全角符号，请改用半角'],
    ['(yes', '条件“(yes”少了“)”'],
    ['yes and', '条件“yes and”没有写完'],
    ['yes no', '条件“yes no”里“no”放错了地方'],
    ['most(yes)', '条件“most(yes)”里没有“most”这个算法'],
    ['sum(yes, no)', '条件“sum(yes, no)”里“sum”的个数不对'],
    ['yes & no', '条件“yes & no”从“& no”起看不懂'],
    ['', '条件“”没有写完'],
    ['reporter is', '条件“reporter is”的 is 后面要写是谁'],
  ])('%s is refused with a sentence', (text, zh) => {
    expect(parseCondition(text)).toMatchObject({ problem: { zh } });
  });

  test('a computed field calculates, and is empty when a part is empty', () => {
    expect(computeValue('sum(income.sum) - price', scope)).toBe(-59_400);
    expect(computeValue('price - nothing', scope)).toBeNull();
  });

  test('names are told from the words they are compared with', () => {
    const parsed = parseCondition('sort = 其他 and not urgent');
    if (!('expression' in parsed)) throw new Error('must parse');
    expect(namesIn(parsed.expression)).toEqual([
      { name: 'sort' },
      { name: '其他', comparedWith: 'sort' },
      { name: 'urgent' },
    ]);
  });
});
