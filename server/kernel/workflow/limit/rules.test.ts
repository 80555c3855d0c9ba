import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, shanghaiDate } from '#shared/time';
import type { Limit, World } from '../contract.ts';
import { readLibrary } from '../definition/store.ts';
import {
  addMonths,
  addTime,
  addTimeToLimit,
  addWorkdays,
  dueAfterPause,
  dueAt,
  isLate,
  isWorkday,
  missingYears,
  parseTime,
  timeName,
  workCalendar,
  workdaysBetween,
} from './rules.ts';

const calendar = workCalendar(readLibrary(join(import.meta.dirname, '../../../../library')).calendars);
const at = (now: string): World => ({ now, calendar });
const date = fc.integer({ min: 0, max: 729 }).map((days) => addDays('2025-01-01', days));

describe('the working calendar of the State Council notices', () => {
  test.each([
    ['2025-01-26', true, 'a worked Sunday before 春节'],
    ['2025-01-28', false, '春节 begins'],
    ['2025-02-04', false, '春节 ends'],
    ['2025-02-05', true, 'the day after'],
    ['2025-02-08', true, 'a worked Saturday'],
    ['2025-10-08', false, '国庆节 and 中秋节 end'],
    ['2025-10-11', true, 'a worked Saturday'],
    ['2026-01-04', true, 'a worked Sunday'],
    ['2026-02-23', false, '春节 ends'],
    ['2026-05-09', true, 'a worked Saturday'],
    ['2026-09-27', false, '中秋节 ends'],
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
  ])('%s worked: %s (%s)', (day, worked) => {
    expect(isWorkday(day, calendar)).toBe(worked);
  });

  test('a year without a notice counts weekends only, and is told', () => {
    expect(isWorkday('2027-10-01', calendar)).toBe(true);
    expect(missingYears(calendar, '2026-12-01T00:00:00.000Z', '2027-01-31T00:00:00.000Z')).toEqual(['2027']);
    expect(missingYears(calendar, '2025-01-01T00:00:00.000Z', '2026-12-31T15:59:59.999Z')).toEqual([]);
    expect(missingYears(calendar, '2026-01-01T00:00:00.000Z', '2026-12-31T16:00:00.000Z')).toEqual(['2027']);
  });
});

describe('workday arithmetic', () => {
  test('the n-th workday after a date is a workday, and exactly n of them lie between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkdays(from, count, calendar);
        return isWorkday(to, calendar) && workdaysBetween(from, to, calendar) === count && to > from;
      }),
    );
  });

  test('adding in two parts is adding at once', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (from, a, b) => addWorkdays(addWorkdays(from, a, calendar), b, calendar) === addWorkdays(from, a + b, calendar),
      ),
    );
  });

  test('later in, never earlier due', () => {
    fc.assert(
      fc.property(
        date,
        date,
        fc.integer({ min: 1, max: 20 }),
        (a, b, count) => a > b || addWorkdays(a, count, calendar) <= addWorkdays(b, count, calendar),
      ),
    );
  });

  test('months keep the day or end with the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-05-15', -12)).toBe('2025-05-15');
  });
});

describe('METHODS: limits in days end at 24:00 Shanghai time, minutes and hours are exact', () => {
  test.each([
    ['30 minutes', '2026-11-20T06:36:00.000Z', '2026-11-20T07:06:00.000Z'],
    ['24 hours', '2026-11-20T06:36:00.000Z', '2026-11-21T06:36:00.000Z'],
    ['1 day', '2026-11-20T06:36:00.000Z', '2026-11-21T16:00:00.000Z'],
    ['1 day', '2026-11-20T15:59:59.999Z', '2026-11-21T16:00:00.000Z'],
    ['1 day', '2026-11-20T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['1 workday', '2026-11-20T06:36:00.000Z', '2026-11-23T16:00:00.000Z'],
    ['3 workdays', '2026-09-30T02:00:00.000Z', '2026-10-10T16:00:00.000Z'],
    ['1 month', '2026-01-31T02:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['1 year', '2026-02-28T02:00:00.000Z', '2027-02-28T16:00:00.000Z'],
  ])('%s from %s ends at %s', (time, from, due) => {
    expect(addTime(from, parseTime(time) ?? { count: 0, unit: 'day' }, calendar)).toBe(due);
  });

  test('N73: the limit itself is in time, anything after is late', () => {
    const due = '2026-11-20T07:06:00.000Z';
    expect(isLate(due, due)).toBe(false);
    expect(isLate(due, '2026-11-20T07:06:00.001Z')).toBe(true);
    expect(isLate(null, due)).toBe(false);
  });

  test('until a date means to the end of that day; a limit by choice falls back to the rest', () => {
    const by: Limit = { kind: 'by-choice', field: 'sort', times: { 急: '1 hour' }, else: '2 hours' };
    const now = '2026-11-20T06:00:00.000Z';
    expect(dueAt({ kind: 'until', field: 'day' }, now, { fields: { day: '2026-11-22' } }, at(now))).toBe(
      '2026-11-22T16:00:00.000Z',
    );
    expect(dueAt({ kind: 'until', field: 'day' }, now, { fields: {} }, at(now))).toBeNull();
    expect(dueAt(by, now, { fields: { sort: '急' } }, at(now))).toBe('2026-11-20T07:00:00.000Z');
    expect(dueAt(by, now, { fields: { sort: '缓' } }, at(now))).toBe('2026-11-20T08:00:00.000Z');
    expect(dueAt({ kind: 'unlimited' }, now, { fields: {} }, at(now))).toBeNull();
  });

  test('time after a limit counts from the day that ended, not from the next', () => {
    expect(addTimeToLimit('2026-11-20T16:00:00.000Z', { count: 1, unit: 'day' }, calendar)).toBe(
      '2026-11-21T16:00:00.000Z',
    );
    expect(addTimeToLimit('2026-11-20T16:00:00.000Z', { count: 2, unit: 'workday' }, calendar)).toBe(
      '2026-11-24T16:00:00.000Z',
    );
    expect(addTimeToLimit('2026-11-20T07:00:00.000Z', { count: 30, unit: 'minute' }, calendar)).toBe(
      '2026-11-20T07:30:00.000Z',
    );
  });

  test('a pause keeps what was left: minutes exactly, days and workdays whole', () => {
    const due = '2026-11-24T16:00:00.000Z';
    const paused = '2026-11-20T02:00:00.000Z';
    const after = (unit: 'day' | 'workday' | 'hour', now: string): string =>
      dueAfterPause(due, paused, { count: 1, unit }, at(now));
    expect(after('workday', '2026-11-20T09:00:00.000Z')).toBe(due);
    expect(after('workday', '2026-11-23T02:00:00.000Z')).toBe('2026-11-25T16:00:00.000Z');
    expect(after('day', '2026-11-23T02:00:00.000Z')).toBe('2026-11-27T16:00:00.000Z');
    expect(after('hour', '2026-11-20T03:30:00.000Z')).toBe('2026-11-24T17:30:00.000Z');
  });

  test('a limit in days never ends inside a day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }),
        fc.constantFrom('day', 'workday', 'month' as const),
        fc.integer({ min: 1, max: 40 }),
        (from, unit, count) => {
          const due = addTime(from.toISOString(), { count, unit: unit as 'day' }, calendar);
          return due.endsWith('T16:00:00.000Z') && shanghaiDate(new Date(due).getTime() - 1) > shanghaiDate(from);
        },
      ),
    );
  });

  test('times are read strictly and said in words', () => {
    for (const text of ['3 workdays', '1 workday', '30 minutes', '1 year']) expect(parseTime(text)).not.toBeNull();
    for (const text of ['3days', '三天', '-1 day', '3 weeks', '', 3, null]) expect(parseTime(text)).toBeNull();
    expect(timeName('1 workday')).toEqual({ zh: '1个工作日', en: '1 workday' });
    expect(timeName('30 minutes')).toEqual({ zh: '30分钟', en: '30 minutes' });
  });
});
