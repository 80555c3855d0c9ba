import { describe, expect, it } from 'vitest';
import { seededRandom } from './random.ts';

describe('chance that can be repeated', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    const draw = (seed: string) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, () => random.between(0, 999_999));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('里仁')).not.toEqual(draw('里'));
  });

  it('reaches both ends of a range and never leaves it', () => {
    const random = seededRandom('range');
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)));
    expect([...drawn].toSorted()).toEqual([3, 4, 5, 6]);
    for (let i = 0; i < 1000; i++) expect(random.next()).toBeLessThan(1);
  });

  it('picks by weight, never what weighs nothing', () => {
    const random = seededRandom('weights');
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 4000; i++)
      counts[random.weighted(['a', 'b', 'c'] as const, (x) => ({ a: 1, b: 3, c: 0 })[x])]++;
    expect(counts.c).toBe(0);
    expect(counts.b / counts.a).toBeGreaterThan(2.5);
    expect(counts.b / counts.a).toBeLessThan(3.5);
    expect(() => random.weighted(['a'], () => 0)).toThrow();
    expect(() => random.pick([])).toThrow();
  });

  it('draws around a median', () => {
    const random = seededRandom('median');
    const drawn = Array.from({ length: 2001 }, () => random.around(60, 0.8)).toSorted((x, y) => x - y);
    expect(drawn[1000]).toBeGreaterThan(54);
    expect(drawn[1000]).toBeLessThan(66);
    expect(drawn[0]).toBeGreaterThan(0);
  });

  it('forks sequences that do not disturb one another', () => {
    const one = seededRandom('city');
    const two = seededRandom('city');
    two.next();
    expect(one.fork('工盛').next()).toBe(two.fork('工盛').next());
    expect(one.fork('工盛').next()).not.toBe(one.fork('城南').next());
    expect(one.shuffle([1, 2, 3, 4, 5, 6, 7, 8]).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
