import { expect, test } from 'vitest';
import { addMonths, firstDayOf, monthName, monthOf, monthOfDay, monthsBetween } from './months.ts';

test('months follow each other over the end of a year, both ways', () => {
  expect([addMonths(202611, 1), addMonths(202612, 1), addMonths(202601, -1), addMonths(202606, -18)]).toEqual([
    202612, 202701, 202512, 202412,
  ]);
  expect(monthsBetween(202611, 202702)).toEqual([202611, 202612, 202701, 202702]);
  expect(monthsBetween(202702, 202611)).toEqual([]);
});

test('the month is that of Shanghai, to the moment', () => {
  expect(monthOf('2026-06-30T23:59:59.999+08:00')).toBe(202606);
  expect(monthOf('2026-07-01T00:00:00.000+08:00')).toBe(202607);
  expect([monthOfDay('2026-06-09'), firstDayOf(202606), monthName(202606)]).toEqual([
    202606,
    '2026-06-01',
    '2026年6月',
  ]);
});
