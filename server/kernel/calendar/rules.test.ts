import { expect, test } from 'vitest';
import type { Hours } from './contract.ts';
import * as rules from './rules.ts';

const daily = (opens: number, closes: number, weekdays = [1, 2, 3, 4, 5, 6, 7]): Hours[] =>
  weekdays.map((weekday) => ({ weekday, opens, closes, zone: '' }));
const hour = 60;
// 2026-11-23 is a Monday.
const [monday, tuesday, wednesday, sunday] = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-29'];

test('weekdays run from Monday 1 to Sunday 7, and every day of a week has its Monday', () => {
  expect([monday, tuesday, sunday, '1970-01-01', '1969-12-31'].map(rules.weekdayOf)).toEqual([1, 2, 7, 4, 3]);
  expect([monday, wednesday, sunday].map(rules.mondayOf)).toEqual([monday, monday, monday]);
});

test('N16: a week of 8 hours a day is 56 hours, half an hour less is 55.5, and a minute given twice counts once', () => {
  const whole = daily(9 * hour, 17 * hour);
  expect(rules.weeklyMinutes(whole)).toBe(56 * hour);
  expect(rules.weeklyMinutes([...whole.slice(1), ...daily(9 * hour, 16.5 * hour, [1])])).toBe(55.5 * hour);
  expect(rules.weeklyMinutes([...whole, ...daily(10 * hour, 12 * hour)])).toBe(56 * hour);
});

test('N16: a closed day of a week is counted as closed, a shorter one as shorter, the next week is whole again', () => {
  const hours = daily(9 * hour, 17 * hour);
  const closed = { day: wednesday, opens: null, closes: null };
  const short = { day: sunday, opens: 9 * hour, closes: 12 * hour };
  expect(rules.openMinutesOfWeek(tuesday, { hours, exceptions: [closed, short] })).toBe((56 - 8 - 5) * hour);
  expect(rules.openMinutesOfWeek('2026-11-30', { hours, exceptions: [closed, short] })).toBe(56 * hour);
});

test('N37: the sewing shop is open on Tuesdays and on no other day', () => {
  const hours = [{ weekday: 2, opens: 9 * hour, closes: 11 * hour, zone: '爱心缝纫铺' }];
  const week = [0, 1, 2, 3, 4, 5, 6].map((n) => rules.openingsOn(`2026-11-${23 + n}`, { hours, exceptions: [] }));
  expect(week.map((openings) => openings.map((one) => one.zone))).toEqual([[], ['爱心缝纫铺'], [], [], [], [], []]);
});

test('an exception with times takes the place of the weekly hours of its day', () => {
  const exceptions = [{ day: monday, opens: 13 * hour, closes: 15 * hour }];
  const openings = rules.openingsOn(monday, { hours: daily(8 * hour, 20 * hour), exceptions });
  expect(openings).toEqual([{ from: 13 * hour, to: 15 * hour, zone: '' }]);
});

test('hours that lie over one another are found in whichever zone; hours that touch are not', () => {
  const sewing = { weekday: 2, opens: 9 * hour, closes: 11 * hour, zone: '爱心缝纫铺' };
  expect(rules.overlappingHours([sewing, ...daily(11 * hour, 17 * hour)])).toEqual([]);
  const over = { weekday: 2, opens: 10 * hour + 59, closes: 17 * hour, zone: '' };
  expect(rules.overlappingHours([sewing, over])).toEqual([[sewing, over]]);
});

test('two times share a moment or only touch', () => {
  const one = { startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T02:00:00Z' };
  expect(rules.overlaps(one, { startsAt: one.endsAt, endsAt: '2026-11-23T03:00:00Z' })).toBe(false);
  expect(rules.overlaps(one, { startsAt: '2026-11-23T01:59:59Z', endsAt: '2026-11-23T03:00:00Z' })).toBe(true);
});

test('a time is clipped to another, to nothing where they do not meet', () => {
  const day = { startsAt: '2026-11-23T01:00:00Z', endsAt: '2026-11-23T05:00:00Z' };
  expect(rules.clip({ startsAt: '2026-11-22T00:00:00Z', endsAt: '2026-11-23T02:00:00Z' }, day)).toEqual({
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T02:00:00.000Z',
  });
  expect(rules.clip({ startsAt: day.endsAt, endsAt: '2026-11-23T06:00:00Z' }, day)).toBeNull();
});

test('a time covers its minutes of each day, and minutes give the time back', () => {
  const night = { startsAt: '2026-11-23T14:00:00Z', endsAt: '2026-11-23T18:00:00Z' };
  expect(rules.stretchOn(monday, night)).toEqual({ from: 22 * hour, to: 24 * hour });
  expect(rules.stretchOn(tuesday, night)).toEqual({ from: 0, to: 2 * hour });
  expect(rules.stretchOn(wednesday, night)).toBeNull();
  expect(rules.spanOf(monday, { from: 540, to: 600 })).toEqual({
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T02:00:00.000Z',
  });
});

test('a time lies in opening hours whole or not at all; hours of one zone that touch are one, of two zones are two', () => {
  const morning = { weekday: 1, opens: 9 * hour, closes: 12 * hour, zone: '' };
  const noon = { weekday: 1, opens: 12 * hour, closes: 14 * hour, zone: '' };
  const asked = (from: number, to: number) => rules.spanOf(monday, { from: from * hour, to: to * hour });
  const open = (hours: Hours[], from: number, to: number) =>
    rules.openingFor(asked(from, to), { hours, exceptions: [] })?.zone ?? null;
  expect(open([morning, noon], 9, 14)).toBe('');
  expect(open([morning, noon], 8.75, 10)).toBeNull();
  expect(open([morning, noon], 13, 14.25)).toBeNull();
  expect(open([morning, { ...noon, zone: '书画' }], 11, 13)).toBeNull();
  expect(open([morning, { ...noon, zone: '书画' }], 12, 13)).toBe('书画');
});

test('a time up to midnight is in, over midnight is not', () => {
  const opening = { hours: daily(18 * hour, 24 * hour), exceptions: [] };
  expect(rules.openingFor(rules.spanOf(monday, { from: 1380, to: 1440 }), opening)).not.toBeNull();
  expect(rules.openingFor(rules.spanOf(monday, { from: 1380, to: 1441 }), opening)).toBeNull();
});

test('free slots begin on the grid, are whole, and hold nothing that is taken', () => {
  const cut = { gridMinutes: 30, lengthMinutes: 60 };
  const starts = (openings: [number, number][], taken: [number, number][]) =>
    rules
      .freeSlots(
        openings.map(([from, to]) => ({ from, to })),
        taken.map(([from, to]) => ({ from, to })),
        cut,
      )
      .map(({ from }) => from);
  expect(starts([[540, 720]], [])).toEqual([540, 570, 600, 630, 660]);
  expect(starts([[550, 720]], [])).toEqual([570, 600, 630, 660]);
  expect(starts([[540, 720]], [[600, 630]])).toEqual([540, 630, 660]);
  expect(starts([[540, 720]], [[540, 720]])).toEqual([]);
  expect(starts([[540, 599]], [])).toEqual([]);
});

test('who asked first is first; of two in one moment the one with the smaller id', () => {
  const waiting = [
    { id: 'c', askedAt: '2026-11-23T01:00:00Z' },
    { id: 'a', askedAt: '2026-11-23T02:00:00Z' },
    { id: 'b', askedAt: '2026-11-23T01:00:00Z' },
  ];
  expect(rules.waitingOrder(waiting).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect([rules.waitingPlace(waiting, 'a'), rules.waitingPlace(waiting, 'x')]).toEqual([3, 0]);
});
