import { addDays, shanghaiDate } from '#shared/time';
import type { Absence, Day, Done, Due, Duty, DutyWorld, Period, PeriodUnit } from './contract.ts';

/** When duties fall due and how each period stands, from records alone. Source: METHODS 2.2, N69, N71. */

const parts = (day: Day): [year: number, month: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))];

/** The first day of a month counted from January of a year; months run over into other years. */
function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

/** The calendar period a day lies in. A week begins on Monday. */
export function periodOf(unit: PeriodUnit, day: Day): Period {
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'week') {
    const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
    const from = addDays(day, -weekday);
    return { from, to: addDays(from, 6) };
  }
  const [year, month] = parts(day);
  const monthsLong = { month: 1, quarter: 3, year: 12 }[unit];
  const first = month - ((month - 1) % monthsLong);
  return { from: monthStart(year, first), to: addDays(monthStart(year, first + monthsLong), -1) };
}

type Cadenced = Pick<Duty, 'cadence' | 'grace'>;

const lastDay = (duty: Cadenced, to: Day, world: DutyWorld): Day => (duty.grace ? world.reach(to, duty.grace) : to);

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * How a duty stands now for a subject that has it since a day: the period that doing it now would count for, or the one
 * that is done. In the days of grace an unfinished period comes before the one that runs. An interval starts again on the
 * day after the last time. Source: METHODS 2.2 `every`, `per`, `grace`.
 */
export function due<Act extends Done>(
  duty: Cadenced,
  subject: { since: Day },
  lastDone: Act | null,
  world: DutyWorld,
): Due<Act> {
  const today = shanghaiDate(world.now);
  const { cadence } = duty;
  if (cadence.kind === 'every') return dueAgain(duty, cadence.time, { ...subject, today }, lastDone, world);
  const running = periodOf(cadence.unit, today);
  const before = periodOf(cadence.unit, addDays(running.from, -1));
  const isUnfinished = (lastDone?.period ?? '') < before.from && before.to > subject.since;
  const period = isUnfinished && today <= lastDay(duty, before.to, world) ? before : running;
  const done = lastDone !== null && lastDone.period >= period.from ? lastDone : null;
  return { period, until: lastDay(duty, period.to, world), state: done ? 'done' : 'open', done };
}

function dueAgain<Act extends Done>(
  duty: Cadenced,
  time: string,
  { since, today }: { since: Day; today: Day },
  lastDone: Act | null,
  world: DutyWorld,
): Due<Act> {
  const last = lastDone ? shanghaiDate(lastDone.at) : null;
  if (last === today) return { period: { from: last, to: last }, until: last, state: 'done', done: lastDone };
  const begun = last ?? addDays(since, -1);
  const period = { from: addDays(begun, 1), to: world.reach(begun, time) };
  const until = lastDay(duty, period.to, world);
  return { period, until, state: today > until ? 'late' : 'open', done: null };
}

/** The period that an act of a moment counts for, given the last one done before it: what its record keeps. */
export function periodFor(duty: Cadenced, subject: { since: Day }, lastDone: Done | null, world: DutyWorld): Day {
  return duty.cadence.kind === 'every' ? shanghaiDate(world.now) : due(duty, subject, lastDone, world).period.from;
}

/**
 * Every period whose last day lies in a span, with its one state: done, or late once its grace is over, or open. `acts` are
 * those of the span and, for an interval, the last one before it. The day a duty was adopted does not
 * count yet. Downtime changes nothing: nothing is read but records and the time. Source: N71.
 */
export function periodsIn<Act extends Done>(
  duty: Cadenced,
  subject: { since: Day },
  acts: readonly Act[],
  span: Period,
  world: DutyWorld,
): Due<Act>[] {
  const { cadence } = duty;
  const all =
    cadence.kind === 'per'
      ? calendarPeriods(duty, cadence.unit, acts, { ...span, from: laterOf(span.from, subject.since) }, world)
      : intervals(duty, cadence.time, subject, acts, world);
  return all.filter(({ period }) => period.to >= span.from && period.to <= span.to && period.to > subject.since);
}

function calendarPeriods<Act extends Done>(
  duty: Cadenced,
  unit: PeriodUnit,
  acts: readonly Act[],
  span: Period,
  world: DutyWorld,
): Due<Act>[] {
  const today = shanghaiDate(world.now);
  const first = new Map<Day, Act>();
  for (const act of acts) {
    const before = first.get(act.period);
    if (!before || act.at < before.at) first.set(act.period, act);
  }
  const found: Due<Act>[] = [];
  for (let period = periodOf(unit, span.from); period.from <= span.to; period = periodOf(unit, addDays(period.to, 1))) {
    const done = first.get(period.from) ?? null;
    const until = lastDay(duty, period.to, world);
    found.push({ period, until, done, state: done ? 'done' : today > until ? 'late' : 'open' });
  }
  return found;
}

function intervals<Act extends Done>(
  duty: Cadenced,
  time: string,
  { since }: { since: Day },
  acts: readonly Act[],
  world: DutyWorld,
): Due<Act>[] {
  const today = shanghaiDate(world.now);
  const found: Due<Act>[] = [];
  let begun = addDays(since, -1);
  const next = (done: Act | null): void => {
    const to = world.reach(begun, time);
    const until = lastDay(duty, to, world);
    const day = done ? shanghaiDate(done.at) : today;
    // Done early, it is over on that day.
    const period = { from: addDays(begun, 1), to: done && day < to ? day : to };
    found.push({ period, until, done, state: day > until ? 'late' : done ? 'done' : 'open' });
  };
  for (const act of acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const day = shanghaiDate(act.at);
    // A second time on one day begins nothing anew.
    if (day > begun) {
      if (found.length > 0 || day >= since) next(act);
      begun = day;
    }
  }
  next(null);
  return found;
}

/** Who does somebody's duties on a day: herself, whoever stands in while she is away, or nobody. */
export function doerOn(userId: string, day: Day, absences: readonly Absence[]): string | null {
  const away = absences.find((one) => one.userId === userId && one.from <= day && day <= one.to);
  return away ? away.standInId : userId;
}

/**
 * Whether a period is excused: somebody should have done it, and on every one of its days all of them were away with nobody
 * standing in. A grid that nobody looks after is not excused.
 */
export function isExcused(period: Period, holders: readonly string[], absences: readonly Absence[]): boolean {
  if (holders.length === 0) return false;
  for (let day = period.from; day <= period.to; day = addDays(day, 1))
    if (holders.some((holder) => doerOn(holder, day, absences) !== null)) return false;
  return true;
}

/** A period with excuses taken into account: what is done stays done. */
export function excuse<Act extends Done>(
  one: Due<Act>,
  holders: readonly string[],
  absences: readonly Absence[],
): Due<Act> {
  return one.state !== 'done' && one.done === null && isExcused(one.period, holders, absences)
    ? { ...one, state: 'excused' }
    : one;
}

export type Counts = { due: number; done: number; late: number; open: number; excused: number };

export const noCounts: Counts = { due: 0, done: 0, late: 0, open: 0, excused: 0 };

/** Counts of periods by their state. What is excused counts apart and is not due. */
export function countDue(list: readonly Pick<Due, 'state'>[]): Counts {
  const counts = { ...noCounts };
  for (const { state } of list) {
    counts[state] += 1;
    if (state !== 'excused') counts.due += 1;
  }
  return counts;
}

/** How many of the subjects of a day have done all that was due: grids patrolled of grids. Source: N69, N71. */
export function coverage(subjects: readonly Counts[]): { covered: number; of: number } {
  const counted = subjects.filter((counts) => counts.due > 0);
  return { covered: counted.filter((counts) => counts.done === counts.due).length, of: counted.length };
}
