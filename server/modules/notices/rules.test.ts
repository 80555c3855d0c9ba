import { expect, test } from 'vitest';
import { periodName } from './rules.ts';

const now = new Date('2026-05-14T01:00:00Z');

test.each([
  ['2026-05-14T06:00:00Z', '2026-05-14T09:00:00Z', '5月14日 星期四 14:00—17:00'],
  ['2026-05-14T06:00:00Z', '2026-05-15T00:00:00Z', '5月14日 14:00—5月15日 08:00'],
  ['2026-05-14T06:00:00Z', null, '5月14日 星期四 14:00 起'],
  ['2026-05-14T00:00:00Z', '2026-05-14T16:00:00Z', '5月14日 星期四 08:00—24:00'],
  [null, '2026-05-31T16:00:00Z', '到 5月31日 24:00'],
  ['2027-01-01T02:00:00Z', null, '2027年1月1日 星期五 10:00 起'],
  [null, null, ''],
])('%s to %s reads %s', (from, until, name) => expect(periodName(from, until, now)).toBe(name));
