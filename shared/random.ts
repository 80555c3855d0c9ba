/**
 * Chance that can be repeated: the same seed gives the same sequence on every machine. For demo data, simulations and
 * tests; never for secrets.
 */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from min to max, both included. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the items, as often as its weight says; refuses when no weight is above 0. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  shuffle<T>(items: readonly T[]): T[];
  /** A positive number whose median is given; spread 0.5 is narrow, 1 is wide. */
  around(median: number, spread: number): number;
  /** An independent sequence for a part, untouched by how much the others draw. */
  fork(label: string): Random;
};

/** Four 32-bit words from a text: FNV-1a, then splitmix. */
function wordsOf(seed: string): [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  const word = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return [word(), word(), word(), word()];
}

/** xoshiro128**: small, fast, and good enough for anything that is not a secret. */
function generator(seed: string): () => number {
  let [a, b, c, d] = wordsOf(seed);
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 0x1_0000_0000;
  };
}

function choose<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new Error('nothing to choose from');
  return items[index] as T;
}

export function seededRandom(seed: string): Random {
  const next = generator(seed);
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (items) => choose(items, between(0, items.length - 1)),
    weighted(items, weight) {
      const total = items.reduce((sum, item) => sum + weight(item), 0);
      if (!(total > 0)) throw new Error('no item has a weight above 0');
      let left = next() * total;
      for (const item of items) {
        left -= weight(item);
        if (left < 0) return item;
      }
      return choose(items, items.length - 1);
    },
    shuffle(items) {
      const mixed = [...items];
      for (let i = mixed.length - 1; i > 0; i--) {
        const j = between(0, i);
        [mixed[i], mixed[j]] = [mixed[j] as never, mixed[i] as never];
      }
      return mixed;
    },
    around(median, spread) {
      const bell = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * bell);
    },
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}
