import { expect, test } from 'vitest';
import { dueOf, isLate, lateDays, missingMonths } from './rules.ts';

const at = (text: string): Date => new Date(`${text}+08:00`);

test('N55: a month without a statement is in time until its due day is over, and flagged from the next moment on', () => {
  expect(dueOf(202606, 10)).toBe('2026-07-10');
  expect(isLate(202606, 10, at('2026-07-10T23:59:59.999'))).toBe(false);
  expect(isLate(202606, 10, at('2026-07-11T00:00:00.000'))).toBe(true);
  expect([
    lateDays(202606, 10, at('2026-07-10T23:59:59.999')),
    lateDays(202606, 10, at('2026-07-11T00:00:00')),
  ]).toEqual([0, 1]);
});

test('N55: a community may set another due day, also over the end of a year', () => {
  expect([dueOf(202612, 5), dueOf(202601, 28)]).toEqual(['2027-01-05', '2026-02-28']);
  expect(isLate(202612, 5, at('2027-01-05T23:59:59.999'))).toBe(false);
  expect(isLate(202612, 5, at('2027-01-06T00:00:00.000'))).toBe(true);
});

test('N55: every month that is over and not published is missing, the month that runs is not', () => {
  const asked = { openedMonth: 202603, published: [202603, 202605] };
  expect(missingMonths(asked, 10, at('2026-07-03T09:00:00'))).toEqual([
    { month: 202604, due: '2026-05-10', lateDays: 54 },
    { month: 202606, due: '2026-07-10', lateDays: 0 },
  ]);
  expect(missingMonths({ openedMonth: 202607, published: [] }, 10, at('2026-07-31T23:59:59'))).toEqual([]);
  expect(missingMonths({ openedMonth: 202607, published: [] }, 10, at('2026-08-01T00:00:00'))).toHaveLength(1);
});

test('N55: months are counted over the turn of a year, and none where all that are over are published', () => {
  const missing = (moment: string, published: number[]): number[] =>
    missingMonths({ openedMonth: 202611, published }, 10, at(moment)).map(({ month }) => month);
  expect(missing('2027-02-11T00:00:00', [])).toEqual([202611, 202612, 202701]);
  expect(missing('2027-02-11T00:00:00', [202611])).toEqual([202612, 202701]);
  expect(missing('2027-01-31T23:59:59', [202611, 202612])).toEqual([]);
});
