import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFen, mostFen, parseYuan } from './money.ts';

describe('yuan as people write them', () => {
  test('0.1 and 0.2 are 30 fen, and so is every text of two decimals the fen it says', () => {
    expect((parseYuan('0.1') ?? 0) + (parseYuan('0.2') ?? 0)).toBe(30);
    expect(['0.10', '1.15', '4.35', '8.29', '1,005.01', '250000'].map(parseYuan)).toEqual([
      10, 115, 435, 829, 100501, 25000000,
    ]);
    expect(['¥12.3', '￥ 12.30', '12.3元', '１２．３', '12。3', '-12.3', '−12.30', '+12.3'].map(parseYuan)).toEqual([
      1230, 1230, 1230, 1230, 1230, -1230, -1230, 1230,
    ]);
    expect(Object.is(parseYuan('-0'), 0)).toBe(true);
  });

  test('what is no amount of yuan and fen is none', () => {
    for (const text of ['', '.', '.5', '1.', '1.234', '1e3', '12,34', '1,2345', '25万', '--1', '0x10', 'NaN', '1 .2.3'])
      expect(parseYuan(text), text).toBeNull();
  });

  test('the most is in, a fen more is not', () => {
    expect(parseYuan('100,000,000,000.00')).toBe(mostFen);
    expect(parseYuan('100000000000.01')).toBeNull();
    expect(parseYuan('1000000000000')).toBeNull();
  });

  test('are shown with two decimals and in threes', () => {
    expect([0, 5, 50, 100, 1234567, -1234567, mostFen].map(formatFen)).toEqual([
      ...['0.00', '0.05', '0.50', '1.00', '12,345.67', '-12,345.67', '100,000,000,000.00'],
    ]);
  });

  test('what is shown is read back as what it was', () => {
    fc.assert(fc.property(fc.integer({ min: -mostFen, max: mostFen }), (fen) => parseYuan(formatFen(fen)) === fen));
  });
});
