import { addDays, dayMs, daysBetween, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import { seededRandom } from '../shared/random.ts';
import type { Random } from '../shared/random.ts';
import type { Calendar, CommunityCast, DemoData, Estate, NoticeEntry, NoticePlan } from './contract.ts';
import { seasonOf, workMoment } from './hours.ts';
import type { ActivityEntry, ActivityPlan } from './occasions.ts';

/** What is on the noticeboard and in the calendar of a community: notices and activities around today. */

export type Board = { notices: NoticePlan[]; activities: ActivityPlan[] };

type Desk = {
  random: Random;
  calendar: Calendar;
  now: Date;
  today: string;
  slots: (estate: Estate) => Record<string, string>;
  estates: Estate[];
};

const fill = (text: string, slots: Record<string, string>): string =>
  text.replace(/<([a-z]+)>/g, (_, name: string) => {
    const word = slots[name];
    if (word === undefined) throw new Error(`nothing fills <${name}>`);
    return word;
  });

function slotsOf({ community, secretary }: CommunityCast, random: Random): Desk['slots'] {
  return (estate) => {
    const last = Math.min(estate.buildings, random.between(2, 4));
    return {
      estate: estate.short,
      buildings: `1—${last} 号楼`,
      gate: `${estate.short}${estate.gates[0] ?? '大门'}`,
      place: `${estate.short}${random.pick(estate.places)}`,
      property: community.property,
      secretary: secretary.name.slice(0, 1),
      short: community.name.replace(/社区$/, ''),
    };
  };
}

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

const momentOf = (date: string, clock: string): Date => shanghaiInstant(date, 0, minutesOf(clock));

/** A working moment of a day or the nearest working day before it, never later than now. */
function published({ random, calendar, now }: Desk, date: string): string {
  for (let at = date; ; at = addDays(at, -1)) {
    const moment = workMoment(at, { calendar }, random);
    if (moment !== null && moment < now.getTime()) return new Date(moment).toISOString();
  }
}

// ------------------------------------------------------------------------------------------------------------- notices

function notice(desk: Desk, entry: NoticeEntry, day: string): NoticePlan {
  const slots = desk.slots(desk.random.pick(desk.estates));
  const { kind, icon, from, to, posted } = entry;
  return {
    kind,
    icon,
    title: fill(entry.title, slots),
    body: fill(entry.body, slots),
    affects: fill(entry.affects, slots),
    startsAt: from === undefined ? null : momentOf(day, from).toISOString(),
    endsAt: to === undefined ? null : momentOf(day, to).toISOString(),
    publishedAt: published(desk, addDays(day, -(posted ?? desk.random.between(2, 5)))),
  };
}

/** The day a notice is for: the one named, or the day after when its last hour has passed. */
function dayOf({ today, now }: Desk, entry: NoticeEntry): string {
  const day = addDays(today, entry.in ?? 0);
  return entry.to !== undefined && momentOf(day, entry.to) <= now ? addDays(day, 1) : day;
}

const fits = (entry: NoticeEntry, desk: Desk, day: string): boolean =>
  (!entry.season || entry.season.includes(seasonOf(day))) &&
  (!entry.lift || desk.estates.some((estate) => estate.kind === 'lift'));

/** Notices of today and the next days: no two of a kind, and never two shut-offs at once. */
function currentNotices(desk: Desk, entries: NoticeEntry[], count: number): NoticePlan[] {
  const usable = desk.random.shuffle(entries.filter((entry) => fits(entry, desk, desk.today)));
  const firstOfKind = usable.filter((entry, at) => usable.findIndex((one) => one.kind === entry.kind) === at);
  return firstOfKind.slice(0, count).map((entry) => notice(desk, entry, dayOf(desk, entry)));
}

const pastDays = 90;

function pastNotices(desk: Desk, entries: NoticeEntry[]): NoticePlan[] {
  const plans: NoticePlan[] = [];
  for (const entry of desk.random.shuffle(entries)) {
    const day = addDays(desk.today, -desk.random.between(8, pastDays));
    if (fits(entry, desk, day)) plans.push(notice(desk, entry, day));
  }
  return plans;
}

// ---------------------------------------------------------------------------------------------------------- activities

const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;

function placeOf({ random }: Desk, entry: ActivityEntry, estate: Estate): string {
  if (entry.where === 'places') return `${estate.short}${random.pick(estate.places)}`;
  return entry.where === 'gates' ? `${estate.short}${estate.gates[0] ?? '大门'}` : entry.where;
}

type Occasion = { day: string; title: string; place: string; slots: Record<string, string>; shift: number };

/** What an entry says of itself beside when and where. */
function saidOf({
  series,
  edition,
  themes,
  audiences,
  large,
  broad,
  venue,
  team,
  ages,
  organisers = [],
}: ActivityEntry) {
  const said = { series, edition, themes, audiences, large, broad, venue, team, ages };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...(known as Pick<ActivityEntry, keyof typeof said>), organisers };
}

function activity(desk: Desk, entry: ActivityEntry, { day, title, place, slots, shift }: Occasion): ActivityPlan {
  const { random, now } = desk;
  const startsAt = new Date(momentOf(day, entry.from).getTime() + shift * 60_000);
  const endsAt = new Date(momentOf(day, entry.to).getTime() + shift * 60_000);
  const over = endsAt < now;
  const seats = entry.seats ?? null;
  const ahead = Math.max(0, daysBetween(desk.today, day));
  const share = over ? random.between(65, 97) : Math.max(10, random.between(45, 85) - ahead * 3);
  const { organisers, ...said } = saidOf(entry);
  return {
    ...said,
    organisers: organisers.map((one) => fill(one, slots)),
    key: `${entry.id}/${day}`,
    kind: entry.kind,
    title: fill(title, slots),
    summary: entry.summary,
    place,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    host: fill(entry.host, slots),
    picture: entry.picture,
    seats,
    enrolled: seats === null ? 0 : Math.round((seats * share) / 100),
    waiting: 0,
    sessions: [],
    publishedAt: published(desk, addDays(day, -random.between(4, 8))),
  };
}

/** The rounds of a course: each begins on its weekday, once a week or every day; a full one has people waiting while it is open. */
function course(desk: Desk, entry: ActivityEntry): ActivityPlan[] {
  const { random, now, today } = desk;
  const estate = desk.estates[0] as Estate;
  const slots = desk.slots(estate);
  return (entry.begins ?? []).map((begins, round) => {
    const near = addDays(today, begins);
    const first = entry.daily ? near : addDays(near, ((entry.weekday ?? 1) - weekdayOf(near) + 7) % 7);
    const step = entry.daily ? 1 : 7;
    const days = Array.from({ length: entry.sessions ?? 1 }, (_, n) => addDays(first, n * step));
    const sessions = days.map((day) => ({
      startsAt: momentOf(day, entry.from).toISOString(),
      endsAt: momentOf(day, entry.to).toISOString(),
    }));
    const occasion = { day: first, title: entry.title, place: placeOf(desk, entry, estate), slots, shift: 0 };
    const plan = activity(desk, entry, occasion);
    const isAhead = plan.startsAt > now.toISOString();
    const share = entry.full && isAhead ? 100 : random.between(isAhead ? 40 : 72, isAhead ? 80 : 96);
    return {
      ...plan,
      key: `${entry.id}/${round}`,
      sessions,
      endsAt: sessions.at(-1)?.endsAt ?? plan.endsAt,
      enrolled: Math.round(((plan.seats ?? 0) * share) / 100),
      waiting: entry.full && isAhead ? random.between(2, 5) : 0,
      publishedAt: published(desk, addDays(first < today ? first : today, -random.between(4, 12))),
    };
  });
}

const reach = { before: 42, after: 21, year: 350 };

/** Every session of something weekly from eight weeks ago to three weeks ahead; its topics take turns. */
function weekly(desk: Desk, entry: ActivityEntry, first: boolean): ActivityPlan[] {
  const { random, estates } = desk;
  const estate = (first ? estates[0] : random.pick(estates)) as Estate;
  const slots = desk.slots(estate);
  const place = placeOf(desk, entry, estate);
  const weekday = first ? (entry.weekday ?? 1) : (((entry.weekday ?? 1) + random.between(0, 1) - 1) % 7) + 1;
  const shift = first ? 0 : random.pick(minutesOf(entry.from) >= 19 * 60 ? [0, 0, -30] : [0, 0, 30]);
  const topics = entry.topics ?? [''];
  const offset = random.between(0, topics.length - 1);
  const plans: ActivityPlan[] = [];
  for (let n = entry.yearRound ? -reach.year : -reach.before; n <= reach.after; n++) {
    const day = addDays(desk.today, n);
    const week = Math.floor(Date.parse(day) / dayMs / 7);
    const off = desk.calendar.off.has(day) || (entry.season !== undefined && !entry.season.includes(seasonOf(day)));
    if (weekdayOf(day) !== weekday || week % (entry.every ?? 1) !== 0 || off) continue;
    const topic = topics[(Math.floor(week / (entry.every ?? 1)) + offset) % topics.length] ?? '';
    plans.push(activity(desk, entry, { day, title: entry.title.replace('<topic>', topic), place, slots, shift }));
  }
  return plans;
}

/** The third Saturday of a month. */
function thirdSaturday(year: number, month: number): string {
  const from = `${year}-${String(month).padStart(2, '0')}-15`;
  return addDays(from, (6 - weekdayOf(from) + 7) % 7);
}

function onDays(desk: Desk, entry: ActivityEntry, days: string[]): ActivityPlan[] {
  const within = days.filter((day) => day >= addDays(desk.today, -reach.year) && day <= addDays(desk.today, 30));
  return within.map((day) => {
    const estate = desk.estates[0] as Estate;
    const slots = desk.slots(estate);
    const occasion = { day, title: entry.title, place: placeOf(desk, entry, estate), slots, shift: 0 };
    return activity(desk, entry, occasion);
  });
}

function activitiesOf(
  desk: Desk,
  { weekly: rhythm, yearly, festivals, courses }: DemoData['activities'],
  first: boolean,
): ActivityPlan[] {
  const year = Number(desk.today.slice(0, 4));
  const others = desk.random.shuffle(rhythm.filter((entry) => entry.id !== 'tea')).slice(0, 7);
  const tea = rhythm.filter((entry) => entry.id === 'tea').map((entry) => ({ ...entry, every: 2 }));
  const chosen = first ? rhythm.filter((entry) => entry.home) : [...tea, ...others];
  const held = first ? yearly : desk.random.shuffle(yearly).slice(0, desk.random.between(6, 9));
  const taught = first ? courses : desk.random.shuffle(courses).slice(0, 4);
  const yearlyDays = (month: number): string[] => [year - 1, year, year + 1].map((one) => thirdSaturday(one, month));
  return [
    ...chosen.flatMap((entry) => weekly(desk, entry, first)),
    ...held.flatMap((entry) => onDays(desk, entry, yearlyDays(entry.month ?? 1))),
    ...taught.flatMap((entry) => course(desk, entry)),
    ...festivals.flatMap((entry) => onDays(desk, entry, entry.days ?? [])),
  ];
}

/**
 * Notices and activities of one community around a moment. The first community has the fixed ones of the data; the others
 * draw theirs. The same seed, moment and data give the same board.
 */
export function planBoard(input: {
  seed: string;
  now: Date;
  calendar: Calendar;
  data: DemoData;
  one: CommunityCast;
  first: boolean;
}): Board {
  const { seed, now, calendar, data, one, first } = input;
  const random = seededRandom(`${seed}/board/${one.community.code}`);
  const desk: Desk = {
    random,
    calendar,
    now,
    today: shanghaiDate(now),
    slots: slotsOf(one, random),
    estates: one.community.estates,
  };
  const { home, others, past } = data.notices;
  const current = first
    ? home.map((entry) => notice(desk, entry, dayOf(desk, entry)))
    : currentNotices(desk, others, random.between(3, 5));
  const notices = [...current, ...pastNotices(desk, past)].toSorted((a, b) =>
    b.publishedAt.localeCompare(a.publishedAt),
  );
  const activities = activitiesOf(desk, data.activities, first).toSorted((a, b) =>
    a.startsAt.localeCompare(b.startsAt),
  );
  return { notices, activities };
}
