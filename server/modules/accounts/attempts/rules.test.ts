import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '#shared/time';
import { originOf, waitMs, whyWait, type Tally } from './rules.ts';

test('S7: four failures are free, then 1, 2, 4 … minutes, an hour at most', () => {
  expect([0, 4, 5, 6, 7, 10, 11, 60].map((failures) => waitMs(failures) / minuteMs)).toEqual([
    0, 0, 1, 2, 4, 32, 60, 60,
  ]);
});

const tally = (changes: Partial<Tally>): Tally => ({
  failures: 0,
  lastAt: 0,
  blockedUntil: null,
  provenAt: null,
  ...changes,
});

test('a wait ends at its moment', () => {
  const pair = tally({ failures: 5, blockedUntil: minuteMs });
  expect(whyWait({ pair, origin: null }, minuteMs - 1)?.details).toEqual({ retryAfterSeconds: 1 });
  expect(whyWait({ pair, origin: null }, minuteMs)).toBeNull();
});

test('an origin has sixty failures an hour, and names it has signed in before are outside them', () => {
  const origin = tally({ failures: 60, lastAt: 0 });
  expect(whyWait({ pair: null, origin: tally({ failures: 59 }) }, 0)).toBeNull();
  expect(whyWait({ pair: null, origin }, hourMs)?.code).toBe('session.too-many-failures');
  expect(whyWait({ pair: null, origin }, hourMs + 1)).toBeNull();
  expect(whyWait({ pair: tally({ provenAt: 0 }), origin }, 0)).toBeNull();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the origin of %s is %s', (ip, origin) => expect(originOf(ip)).toBe(origin));
