import { expect, test } from 'vitest';
import { namedPeriods } from './periods.ts';

const at = (instant: string) => Object.fromEntries(namedPeriods(new Date(instant)).map((one) => [one.id, one]));

test('N72: a period is whole days in Shanghai, both included', () => {
  const march = at('2026-03-01T00:30:00+08:00');
  expect(march['month']).toMatchObject({ from: '2026-03-01', to: '2026-03-01' });
  expect(march['last-month']).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  expect(march['days']).toMatchObject({ from: '2026-01-31', to: '2026-03-01' });
  expect(march['twelve']).toMatchObject({ from: '2025-03-02', to: '2026-03-01' });
});

test('in January the month before is of the year before', () => {
  expect(at('2026-01-15T12:00:00+08:00')['last-month']).toMatchObject({ from: '2025-12-01', to: '2025-12-31' });
});
