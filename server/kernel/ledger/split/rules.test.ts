import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAmount } from '#kernel/ledger';

const to = (...rates: number[]) => rates.map((rate, index) => ({ rate, to: `fund-${index}` }));
const amounts = (amount: number, ...rates: number[]): number[] =>
  splitAmount(amount, to(...rates)).parts.map((part) => part.amount);

describe('X18: a give-back is {base, rate, destination}', () => {
  test('X18: 10% of takings (罗定北区) and 10% of tuition (芝罘新海阳) are of different bases, each exact to the fen', () => {
    const takings = splitAmount(1_234_567, [{ rate: 1000, to: '社区公益' }]);
    expect(takings).toEqual({ parts: [{ to: '社区公益', amount: 123_457 }], rest: 1_111_110 });
    const tuition = splitAmount(30_000, [{ rate: 1000, to: '邻里基金' }]);
    expect(tuition).toEqual({ parts: [{ to: '邻里基金', amount: 3000 }], rest: 27_000 });
  });

  test('X18: half a fen goes up, less goes down; a reversal splits as what it reverses', () => {
    expect([amounts(5, 1000), amounts(4, 1000), amounts(15, 1000), amounts(-5, 1000)]).toEqual([[1], [0], [2], [-1]]);
    expect(splitAmount(-100, to(3333, 3333)).rest).toBe(-33);
  });

  test('X18: three thirds of 100 fen are 100 fen: who loses most is rounded up, of equals the first', () => {
    expect(amounts(100, 3334, 3333, 3333)).toEqual([34, 33, 33]);
    expect(amounts(1, 5000, 5000)).toEqual([1, 0]);
    expect(amounts(2, 2500, 2500, 5000)).toEqual([1, 0, 1]);
  });

  test('X18: 100% is in, a basis point more is refused, and so is a share of nothing or of half a basis point', () => {
    expect(splitAmount(101, to(9999, 1)).rest).toBe(0);
    for (const rates of [[9999, 2], [0], [-1], [0.5]])
      expect(() => splitAmount(100, to(...rates))).toThrow('ledger.rates-unfit');
  });

  test('X18: parts and rest are the amount, and no part is a fen or more from its exact share', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 2500 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }), shares, (amount, rates) => {
        const { parts, rest } = splitAmount(amount, to(...rates));
        expect(parts.reduce((sum, part) => sum + part.amount, rest)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const away = BigInt(part.amount) * BigInt(10_000) - BigInt(amount) * BigInt(rates[index] ?? 0);
          expect(away > BigInt(-10_000) && away < BigInt(10_000)).toBe(true);
        }
      }),
    );
  });
});
