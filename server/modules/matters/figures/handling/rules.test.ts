import { expect, test } from 'vitest';
import { handlingFigure } from './rules.ts';

const period = { from: '2026-11-01', to: '2026-11-30' };
const hour = 3_600_000;

test('N48: an average of two hours is within the benchmark, a second more is not, and no limit follows from it', () => {
  expect(handlingFigure(period, { counted: 3, averageMs: 2 * hour })).toMatchObject({
    isWithin: true,
    averageText: '2 小时',
    benchmarkText: '2 小时',
  });
  expect(handlingFigure(period, { counted: 3, averageMs: 2 * hour + 1000 })).toMatchObject({ isWithin: false });
  expect(handlingFigure(period, { counted: 0, averageMs: null })).toMatchObject({ isWithin: null, averageText: '—' });
});
