import { shanghaiDate } from '../shared/time.ts';
import type { Random } from '../shared/random.ts';
import type { Calendar, Channel, CommunityCast, Person, PlanPlace } from './contract.ts';
import { addWorkdays, awakeLater, endOfDays, endOfWorkdays, workLater, workMoment } from './hours.ts';

/** How one matter goes: who does what when, and which step it stands in from when. No words yet. */

export type Deed =
  | 'accept'
  | 'refuse'
  | 'assign'
  | 'up'
  | 'coordinate'
  | 'done'
  | 'wrong'
  | 'reply'
  | 'content'
  | 'again'
  | 'remind'
  | 'extend'
  | 'supervise'
  | 'withdraw'
  | 'solved'
  | 'confirmed'
  | 'minutes'
  | 'answer'
  | 'arrive'
  | 'settle'
  | 'revisit'
  | 'sent'
  | 'join';

export type Beat = {
  at: number;
  by: Person;
  deed: Deed;
  handler?: Person;
  until?: string;
  stars?: number;
  late?: boolean;
};
export type Entry = { step: string; at: number; due: number | null };
export type Course = { beats: Beat[]; entries: Entry[] };

/** What goes wrong, or not as usual, with a matter. */
export type Fate = {
  refused?: boolean;
  withdrawn?: boolean;
  up?: boolean;
  wrong?: boolean;
  again?: boolean;
  late?: 'a little' | 'escalated' | undefined;
  extend?: boolean;
  remind?: boolean;
  unrated?: boolean;
};

export type Setting = {
  createdAt: number;
  channel: Channel;
  reporter: Person | null;
  place: PlanPlace;
  category: string;
  cast: CommunityCast;
  handler: Person;
  other: Person;
  fate: Fate;
  calendar: Calendar;
  /** When staff work: the calendar, or every day when somebody is on call through a holiday. */
  shifts: Calendar;
  random: Random;
};

const handleDays: Record<string, number> = {
  安全隐患: 1,
  水电气暖: 1,
  电梯故障: 1,
  公共设施: 7,
  欠薪与宅基地: 7,
  其他: 7,
};
const workMinutesByDays: Record<number, number> = { 1: 270, 3: 760, 7: 1500 };

export const begin = (): Course => ({ beats: [], entries: [] });

export function enter(course: Course, step: string, at: number, due: number | null): void {
  course.entries.push({ step, at, due });
}

export const gridWorkerOf = (setting: Setting): Person => setting.cast.gridWorkers[setting.place.grid] as Person;

const dispatcher = ({ cast, random }: Setting): Person =>
  random.chance(0.5) ? cast.head : random.weighted(cast.workers, (one) => (one === cast.workers[0] ? 2 : 1));
const replier = ({ cast, random }: Setting): Person =>
  random.chance(0.12) ? cast.head : random.weighted(cast.workers, (one) => (one === cast.workers[0] ? 2 : 1));

/** The seven steps 发现 上报 交办 办理 反馈 评价 归档 of one matter, to the end. */
export function sevenSteps(setting: Setting): Course {
  const { createdAt, fate, calendar, random, shifts } = setting;
  const course = begin();
  const limit = (at: number): number => endOfWorkdays(at, 1, calendar);
  enter(course, 'report', createdAt, limit(createdAt));
  if (fate.withdrawn && setting.reporter) {
    const at = awakeLater(createdAt, random.around(0.8, 0.5), random);
    course.beats.push({ at, by: setting.reporter, deed: 'withdraw' });
    enter(course, 'withdrawn', at, null);
    return course;
  }
  const own = setting.channel === 'grid-worker';
  const accepts = own
    ? gridWorkerOf(setting)
    : random.chance(0.75)
      ? gridWorkerOf(setting)
      : dispatcherAmongWorkers(setting);
  let at = workLater(
    createdAt,
    own ? random.between(2, 12) : Math.min(400, random.around(150, 0.8)),
    { calendar: shifts, weekends: random.chance(0.4) },
    random,
  );
  course.beats.push({ at, by: accepts, deed: fate.refused ? 'refuse' : 'accept' });
  if (fate.refused) {
    enter(course, 'refused', at, null);
    return course;
  }
  enter(course, 'assign', at, limit(at));
  at = workLater(at, Math.min(400, random.around(115, 0.8)), { calendar: shifts }, random);
  const by = dispatcher(setting);
  if (fate.up) {
    course.beats.push({ at, by, deed: 'up', handler: setting.handler });
    at = coordinate(course, setting, at);
  } else {
    course.beats.push({ at, by, deed: 'assign', handler: fate.wrong ? setting.other : setting.handler });
    if (fate.wrong) at = sendBack(course, setting, at);
  }
  at = handle(course, setting, at, fate);
  rateOrNot(course, setting, answer(course, setting, at));
  return course;
}

const dispatcherAmongWorkers = ({ cast, random }: Setting): Person => random.pick(cast.workers);

function coordinate(course: Course, setting: Setting, from: number): number {
  const { calendar, random, cast, shifts } = setting;
  enter(course, 'coordinate', from, endOfWorkdays(from, 5, calendar));
  const at = workLater(from, Math.min(1500, random.around(420, 0.6)), { calendar: shifts }, random);
  course.beats.push({ at, by: cast.streetOfficer, deed: 'coordinate', handler: setting.handler });
  return at;
}

/** The first handler says it is not theirs; the community assigns again. */
function sendBack(course: Course, setting: Setting, from: number): number {
  const { calendar, random, shifts } = setting;
  enter(course, 'handle', from, endOfWorkdays(from, handleDays[setting.category] ?? 3, calendar));
  const back = workLater(from, random.between(40, 180), { calendar: shifts }, random);
  course.beats.push({ at: back, by: setting.other, deed: 'wrong', handler: setting.handler });
  enter(course, 'assign', back, endOfWorkdays(back, 1, calendar));
  const at = workLater(back, random.between(15, 120), { calendar: shifts }, random);
  course.beats.push({ at, by: dispatcher(setting), deed: 'assign', handler: setting.handler });
  return at;
}

const lastDay = (due: number): string => shanghaiDate(due - 1);

/** A working moment of one of the workdays after a limit, before the matter is escalated. */
function momentAfter(due: number, days: number, { calendar, random }: Setting): number {
  return workMoment(addWorkdays(lastDay(due), days, calendar), { calendar }, random) as number;
}

function handle(course: Course, setting: Setting, from: number, fate: Fate): number {
  const { calendar, random, handler, reporter, cast, shifts } = setting;
  const days = handleDays[setting.category] ?? 3;
  let due = endOfWorkdays(from, days, calendar);
  let since = from;
  enter(course, 'handle', from, due);
  if (fate.extend) {
    const at = workLater(from, random.between(60, days === 1 ? 160 : 600), { calendar: shifts }, random);
    const until = addWorkdays(lastDay(due), random.between(2, 3), calendar);
    if (at < due) {
      course.beats.push({ at, by: handler, deed: 'extend', until });
      due = endOfDays(Date.parse(`${until}T00:00:00+08:00`), 0);
      course.entries.push({ step: 'handle', at, due });
      since = at;
    }
  }
  const minutes = random.around(workMinutesByDays[days] ?? 600, 0.65) + (since > from ? 400 : 0);
  let at = workLater(since, minutes, { calendar: shifts, weekends: random.chance(0.5) }, random);
  if (fate.late === 'escalated') {
    const escalated = endOfWorkdays(due - 1, 2, calendar) + 1;
    remindLate(course, setting, due);
    return handle(course, setting, coordinate(course, setting, escalated), {});
  }
  if (fate.late) {
    at = momentAfter(due, random.chance(0.7) ? 1 : 2, setting);
    remindLate(course, setting, due, at);
  } else if (at >= due)
    at = workLater(
      Math.max(from, ...course.beats.map((beat) => beat.at)),
      random.between(25, 150),
      { calendar: shifts },
      random,
    );
  const reminder = awakeLater(from, random.around(20, 0.5), random);
  if (fate.remind && reminder < at && reporter && setting.channel !== 'grid-worker')
    course.beats.push({ at: reminder, by: reporter, deed: 'remind' });
  else if (fate.remind && at - from > 6 * 3_600_000) {
    const nudge = workLater(from, random.between(100, 240), { calendar: shifts }, random);
    if (nudge < at) course.beats.push({ at: nudge, by: cast.workers[0] as Person, deed: 'remind' });
  }
  course.beats.push({ at, by: handler, deed: 'done' });
  course.beats.sort((one, two) => one.at - two.at);
  return at;
}

function remindLate(course: Course, setting: Setting, due: number, before = Number.POSITIVE_INFINITY): void {
  const { random, cast, shifts } = setting;
  const at = workLater(due, random.between(5, 60), { calendar: shifts }, random);
  if (at < before) course.beats.push({ at, by: cast.workers[0] as Person, deed: 'remind', late: true });
  const later = workLater(at, random.between(60, 200), { calendar: shifts }, random);
  if (later < before && random.chance(0.35)) course.beats.push({ at: later, by: cast.secretary, deed: 'supervise' });
}

function answer(course: Course, setting: Setting, from: number): number {
  const { calendar, random, shifts } = setting;
  enter(course, 'reply', from, endOfWorkdays(from, 1, calendar));
  const at = workLater(from, random.around(165, 0.8), { calendar: shifts }, random);
  const due = endOfWorkdays(from, 1, calendar);
  const inTime = at < due ? at : workLater(from, random.between(10, 60), { calendar: shifts }, random);
  course.beats.push({ at: inTime, by: replier(setting), deed: 'reply' });
  return inTime;
}

function rateOrNot(course: Course, setting: Setting, from: number): void {
  const { random, reporter, fate } = setting;
  const due = endOfDays(from, 7);
  enter(course, 'rate', from, due);
  const colleague = setting.channel === 'grid-worker';
  const at = colleague
    ? workLater(from, random.around(500, 0.6), { calendar: setting.shifts }, random)
    : awakeLater(from, random.around(54, 0.75), random);
  if (!reporter || fate.unrated || at >= due) {
    enter(course, 'archived', due + 1, null);
    return;
  }
  const disputed = fate.again && !colleague && !course.beats.some((beat) => beat.deed === 'again');
  if (disputed) {
    course.beats.push({ at, by: reporter, deed: 'again' });
    return rateOrNot(course, setting, answer(course, setting, handle(course, setting, at, {})));
  }
  const stars = random.weighted(
    [5, 4, 3],
    (n) => (fate.again || fate.late ? [0, 0, 0, 3, 5, 2] : [0, 0, 0, 1, 6, 13])[n] ?? 0,
  );
  course.beats.push({ at, by: reporter, deed: 'content', stars });
  enter(course, 'archived', at, null);
}

/** The neighbour matter: settled in the grid, or by the community when the grid cannot. */
export function neighbourSteps(setting: Setting): Course {
  const { createdAt, calendar, random, cast, fate, shifts } = setting;
  const course = begin();
  enter(course, 'grid', createdAt, endOfWorkdays(createdAt, 3, calendar));
  const head = cast.buildingHeads[setting.place.estate] as Person;
  const settles = random.chance(0.45) ? head : gridWorkerOf(setting);
  let at = workLater(createdAt, random.around(560, 0.5), { calendar: shifts, weekends: true }, random);
  const due = endOfWorkdays(createdAt, 3, calendar);
  if (at >= due) at = workLater(createdAt, random.between(200, 500), { calendar: shifts }, random);
  if (fate.up) {
    course.beats.push({ at, by: settles, deed: 'up' });
    enter(course, 'community', at, endOfWorkdays(at, 15, calendar));
    at = workLater(at, random.around(1700, 0.4), { calendar: shifts }, random);
    course.beats.push({ at, by: random.pick(cast.workers), deed: 'minutes' });
  } else course.beats.push({ at, by: settles, deed: 'solved' });
  enter(course, 'settled', at, endOfWorkdays(at, 2, calendar));
  at = workLater(at, random.around(120, 0.6), { calendar: shifts }, random);
  course.beats.push({
    at,
    by: random.chance(0.6) ? gridWorkerOf(setting) : random.pick(cast.workers),
    deed: 'confirmed',
  });
  enter(course, 'reply', at, endOfWorkdays(at, 1, calendar));
  at = workLater(at, random.around(90, 0.6), { calendar: shifts }, random);
  course.beats.push({ at, by: random.pick(cast.workers), deed: 'answer' });
  enter(course, 'closed', at, null);
  return course;
}

const minute = 60_000;

/** Thirty minutes to the spot: sent, arrived, settled, visited again. */
export function thirtyMinutes(setting: Setting): Course {
  const { createdAt, random, cast, fate, shifts } = setting;
  const course = begin();
  const seconds = (from: number, to: number): number => random.between(from, to) * 1000;
  enter(course, 'send', createdAt, createdAt + 3 * minute);
  let at = createdAt + seconds(35, 160);
  const team = random.pick(cast.volunteers);
  if (fate.up) {
    enter(course, 'manual', createdAt + 3 * minute + 1, createdAt + 6 * minute + 1);
    at = createdAt + 3 * minute + seconds(30, 150);
    course.beats.push({ at, by: cast.head, deed: 'sent', handler: gridWorkerOf(setting) });
  } else course.beats.push({ at, by: team, deed: 'join' });
  const comes = fate.up ? gridWorkerOf(setting) : team;
  enter(course, 'arrive', at, createdAt + 30 * minute);
  const late = fate.late !== undefined;
  at = createdAt + (late ? seconds(31 * 60, 39 * 60) : seconds(9 * 60, 27 * 60));
  course.beats.push({ at, by: comes, deed: 'arrive', late });
  enter(course, 'settle', at, at + 24 * 60 * minute);
  at += seconds(12 * 60, 75 * 60);
  course.beats.push({ at, by: comes, deed: 'settle' });
  enter(course, 'revisit', at, endOfDays(at, 3));
  const visit = workLater(at, random.between(200, 700), { calendar: shifts, weekends: true }, random);
  const inTime = visit < endOfDays(at, 3) ? visit : awakeLater(at, 20, random);
  course.beats.push({ at: inTime, by: gridWorkerOf(setting), deed: 'revisit' });
  enter(course, 'archived', inTime, null);
  return course;
}

/** Where a matter stands at a moment: the last step it has come to. */
export function standingAt(course: Course, now: number): Entry {
  return course.entries.findLast((entry) => entry.at <= now) ?? (course.entries[0] as Entry);
}

/** The course up to the moment it comes to a step, as if nothing more had happened. Null when it never does. */
export function stoppedAt(course: Course, step: string): Course | null {
  const last = course.entries.findLastIndex((entry) => entry.step === step);
  const stop = course.entries[last];
  if (!stop) return null;
  return { beats: course.beats.filter((beat) => beat.at <= stop.at), entries: course.entries.slice(0, last + 1) };
}
