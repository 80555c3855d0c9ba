import { describe, expect, test } from 'vitest';
import { movedAhead, nextSaturday, spanOn, weeklyDays } from './dates.ts';

describe('sessions of an activity', () => {
  test('weekly until a day, that day included, holidays skipped', () => {
    const { days, skipped } = weeklyDays('2026-09-17', '2026-10-08', ['2026-10-01']);
    expect(days).toEqual(['2026-09-17', '2026-09-24', '2026-10-08']);
    expect(skipped).toEqual(['2026-10-01']);
    expect(weeklyDays('2026-09-17', '2026-10-07', []).days).toHaveLength(3);
  });

  test('times of the clock are Shanghai’s', () => {
    expect(spanOn('2026-11-21', '9:00', '10:30')).toEqual({
      startsAt: '2026-11-21T01:00:00.000Z',
      endsAt: '2026-11-21T02:30:00.000Z',
    });
  });

  test('the next Saturday is never today', () => {
    expect(nextSaturday(new Date('2026-11-20T08:00:00Z'))).toBe('2026-11-21');
    expect(nextSaturday(new Date('2026-11-21T08:00:00Z'))).toBe('2026-11-28');
  });

  test('as last time: the same weekday and hour, the first of them ahead of now', () => {
    const last = [spanOn('2026-11-07', '9:00', '10:30'), spanOn('2026-11-14', '9:00', '10:30')];
    const again = movedAhead(last, new Date('2026-11-20T08:00:00Z'));
    expect(again).toEqual([spanOn('2026-11-21', '9:00', '10:30'), spanOn('2026-11-28', '9:00', '10:30')]);
  });
});
