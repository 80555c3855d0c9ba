import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Absence, Done, Duty, DutyWorld } from './contract.ts';
import { countDue, coverage, due, excuse, isExcused, noCounts, periodFor, periodOf, periodsIn } from './rules.ts';

const reach: DutyWorld['reach'] = (day, time) => addDays(day, Number(time.split(' ')[0]));
const at = (day: string, hour = 9, minute = 0): string => shanghaiInstant(day, hour, minute).toISOString();
const world = (now: string): DutyWorld => ({ now, reach });
const daily: Pick<Duty, 'cadence' | 'grace'> = { cadence: { kind: 'per', unit: 'day' }, grace: null };
const weekly = { cadence: { kind: 'per', unit: 'week' }, grace: null } as const;
const weeklyWithGrace = { cadence: { kind: 'per', unit: 'week' }, grace: '2 days' } as const;
const everySevenDays = { cadence: { kind: 'every', time: '7 days' }, grace: null } as const;
const done = (day: string, period = day, hour = 9): Done => ({ at: at(day, hour), period });
const since = '2026-11-01';

describe('calendar periods in Shanghai days', () => {
  test.each([
    ['day', '2026-11-20', '2026-11-20', '2026-11-20'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['month', '2026-02-14', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-01-01', '2026-12-31'],
  ] as const)('the %s of %s is %s to %s', (unit, day, from, to) => {
    expect(periodOf(unit, day)).toEqual({ from, to });
  });
});

describe('N71: once a day', () => {
  test('N71: open until 24:00 of its day, late the minute after, and done before that is in time', () => {
    const span = { from: '2026-11-20', to: '2026-11-20' };
    const lastMinute = world(at('2026-11-20', 23, 59));
    expect(periodsIn(daily, { since }, [], span, lastMinute)).toMatchObject([{ state: 'open' }]);
    expect(periodsIn(daily, { since }, [], span, world(at('2026-11-21', 0, 0)))).toMatchObject([{ state: 'late' }]);
    const act = { at: at('2026-11-20', 23, 59), period: '2026-11-20' };
    expect(periodsIn(daily, { since }, [act], span, world(at('2026-11-25')))).toMatchObject([{ state: 'done' }]);
  });

  test('a second patrol of the day changes nothing: the first counts', () => {
    const acts = [done('2026-11-20', '2026-11-20', 17), done('2026-11-20')];
    const [one] = periodsIn(
      daily,
      { since },
      acts,
      { from: '2026-11-20', to: '2026-11-20' },
      world(at('2026-11-20', 20)),
    );
    expect(one?.done).toEqual(acts[1]);
  });

  test('the day of adoption does not count yet, the next one does', () => {
    const span = { from: since, to: since };
    expect(periodsIn(daily, { since }, [], span, world(at('2026-11-02')))).toEqual([]);
    expect(periodsIn(daily, { since }, [done(since)], span, world(at('2026-11-02')))).toEqual([]);
    const next = { from: '2026-11-02', to: '2026-11-02' };
    expect(periodsIn(daily, { since }, [], next, world(at('2026-11-02')))).toHaveLength(1);
  });
});

describe('N64: daily, weekly, monthly', () => {
  test('N64: a week is open until its Sunday is over and done once', () => {
    expect(due(weekly, { since }, null, world(at('2026-11-22', 23)))).toMatchObject({
      period: { from: '2026-11-16', to: '2026-11-22' },
      until: '2026-11-22',
      state: 'open',
    });
    expect(due(weekly, { since }, done('2026-11-17', '2026-11-16'), world(at('2026-11-22')))).toMatchObject({
      state: 'done',
    });
    expect(due(weekly, { since }, done('2026-11-17', '2026-11-16'), world(at('2026-11-23')))).toMatchObject({
      state: 'open',
    });
  });

  test('in its days of grace last week is done first, and afterwards it is late', () => {
    const monday = world(at('2026-11-23'));
    expect(periodFor(weeklyWithGrace, { since }, null, monday)).toBe('2026-11-16');
    expect(periodFor(weeklyWithGrace, { since }, done('2026-11-18', '2026-11-16'), monday)).toBe('2026-11-23');
    expect(periodFor(weeklyWithGrace, { since }, null, world(at('2026-11-24', 23, 59)))).toBe('2026-11-16');
    expect(periodFor(weeklyWithGrace, { since }, null, world(at('2026-11-25', 0, 0)))).toBe('2026-11-23');
    const span = { from: '2026-11-16', to: '2026-11-22' };
    const state = (now: string) => periodsIn(weeklyWithGrace, { since }, [], span, world(now))[0]?.state;
    expect(state(at('2026-11-24', 23, 59))).toBe('open');
    expect(state(at('2026-11-25', 0, 0))).toBe('late');
  });
});

describe('every n days from the last time', () => {
  test('due seven days after the last time, late on the eighth', () => {
    const last = done('2026-11-10');
    expect(due(everySevenDays, { since }, last, world(at('2026-11-17', 23, 59)))).toMatchObject({
      period: { from: '2026-11-11', to: '2026-11-17' },
      state: 'open',
    });
    expect(due(everySevenDays, { since }, last, world(at('2026-11-18', 0, 0)))).toMatchObject({ state: 'late' });
    expect(due(everySevenDays, { since }, done('2026-11-18'), world(at('2026-11-18', 20)))).toMatchObject({
      state: 'done',
    });
  });

  test('done late stays late, done early ends the interval on that day', () => {
    const acts = [done('2026-11-05'), done('2026-11-14'), done('2026-11-16')];
    const all = periodsIn(everySevenDays, { since }, acts, { from: since, to: '2026-11-30' }, world(at('2026-11-20')));
    expect(all.map(({ period, state }) => [period.to, state])).toEqual([
      ['2026-11-05', 'done'],
      ['2026-11-12', 'late'],
      ['2026-11-16', 'done'],
      ['2026-11-23', 'open'],
    ]);
  });
});

describe('absence and stand-ins', () => {
  const away = (standInId: string | null, from = '2026-11-16', to = '2026-11-22'): Absence => ({
    userId: 'a',
    from,
    to,
    standInId,
  });
  const week = { from: '2026-11-16', to: '2026-11-22' };

  test('excused only when all were away on every day and nobody stood in', () => {
    expect(isExcused(week, ['a'], [away(null)])).toBe(true);
    expect(isExcused(week, ['a'], [away('b')])).toBe(false);
    expect(isExcused(week, ['a'], [away(null, '2026-11-17')])).toBe(false);
    expect(isExcused(week, ['a', 'c'], [away(null)])).toBe(false);
    expect(isExcused(week, [], [])).toBe(false);
  });

  test('what is done stays done, and what is excused counts apart', () => {
    const now = world(at('2026-11-25'));
    const one = (acts: Done[]) =>
      periodsIn(weekly, { since }, acts, week, now).map((each) => excuse(each, ['a'], [away(null)]));
    expect(countDue(one([]))).toEqual({ ...noCounts, excused: 1 });
    expect(countDue(one([done('2026-11-18', '2026-11-16')]))).toEqual({ ...noCounts, due: 1, done: 1 });
  });
});

describe('coverage', () => {
  test('N69: a day is covered only with all three patrols', () => {
    const three = (count: number) => ({ ...noCounts, due: 3, done: count, late: 3 - count });
    expect(coverage([three(2)])).toEqual({ covered: 0, of: 1 });
    expect(coverage([three(3)])).toEqual({ covered: 1, of: 1 });
  });

  test('N71: grids patrolled of grids; an excused grid is not among them', () => {
    const patrolled = { ...noCounts, due: 1, done: 1 };
    const missed = { ...noCounts, due: 1, late: 1 };
    expect(coverage([patrolled, missed, { ...noCounts, excused: 1 }])).toEqual({ covered: 1, of: 2 });
  });
});

describe('whatever happens', () => {
  const cadence = fc.constantFrom(daily, weekly, weeklyWithGrace, everySevenDays);
  const moments = fc
    .array(fc.integer({ min: 0, max: 60 * 24 - 1 }), { maxLength: 40 })
    .map((hours) =>
      [...new Set(hours)]
        .toSorted((a, b) => a - b)
        .map((hour) => new Date(Date.parse(at(since, 0)) + hour * 3_600_000).toISOString()),
    );

  /** The records of acts made one after another, each knowing only what was recorded before it. */
  function recorded(duty: typeof daily, times: string[]): Done[] {
    const acts: Done[] = [];
    for (const time of times) {
      const last = acts.toSorted((a, b) => `${b.period}${b.at}`.localeCompare(`${a.period}${a.at}`))[0] ?? null;
      acts.push({ at: time, period: periodFor(duty, { since }, last, world(time)) });
    }
    return acts;
  }

  const span = { from: since, to: '2026-12-30' };

  test('every period has exactly one state, and no day belongs to two', () => {
    fc.assert(
      fc.property(cadence, moments, fc.integer({ min: 0, max: 70 }), (duty, times, days) => {
        const now = world(at(addDays(since, days), 12));
        const acts = recorded(
          duty,
          times.filter((time) => time <= now.now),
        );
        const all = periodsIn(duty, { since }, acts, span, now);
        const counts = countDue(all);
        expect(counts.done + counts.late + counts.open + counts.excused).toBe(all.length);
        const sorted = all.map(({ period }) => period).toSorted((a, b) => (a.from < b.from ? -1 : 1));
        for (const [i, period] of sorted.entries()) {
          expect(period.from <= period.to).toBe(true);
          const next = sorted[i + 1];
          if (next && duty.cadence.kind === 'per') expect(next.from > period.to).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('no act counts twice: as many periods are done as acts allow', () => {
    fc.assert(
      fc.property(cadence, moments, (duty, times) => {
        const acts = recorded(duty, times);
        const all = periodsIn(duty, { since }, acts, { ...span, to: '2027-02-01' }, world(at('2027-01-15')));
        const used = all.map(({ done: act }) => act?.at).filter(Boolean);
        expect(new Set(used).size).toBe(used.length);
      }),
      { numRuns: 200 },
    );
  });

  test('downtime changes nothing: a part of the span read later says what the whole says', () => {
    fc.assert(
      fc.property(cadence, moments, fc.integer({ min: 10, max: 50 }), (duty, times, days) => {
        const cut = addDays(since, days);
        const now = world(at('2027-01-15'));
        const acts = recorded(duty, times);
        const before = acts.filter((act) => act.at < at(cut, 0));
        const kept = [...before.slice(-1), ...acts.filter((act) => act.at >= at(cut, 0) || act.period >= cut)];
        const whole = periodsIn(duty, { since }, acts, { ...span, from: cut }, now);
        const part = periodsIn(
          duty,
          { since },
          duty.cadence.kind === 'every' ? kept : acts.filter(({ period }) => period >= addDays(cut, -7)),
          { ...span, from: cut },
          now,
        );
        expect(part).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});
