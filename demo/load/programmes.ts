import { system, type Actor } from '#shared/actor';
import { seededRandom, type Random } from '#shared/random';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import { importActivities, importSeries, type PastActivity } from '#modules/activities';
import { importContests, type PastContest } from '../../server/modules/activities/contests/service.ts';
import { importReadings } from '../../server/modules/activities/readings/service.ts';
import { keepDraft, submitDraft } from '../../server/modules/activities/records/service.ts';
import { importStalls, type PastStall } from '../../server/modules/activities/stalls/service.ts';
import type { CommunityCast } from '../contract.ts';
import type { ProgrammesData } from '../programmes.ts';
import { demoId } from './areas.ts';
import { peopleOf, type Known } from './people.ts';

type Doors = Parameters<typeof keepDraft>[2];
type Ground = {
  data: ProgrammesData;
  code: string;
  areaId: string;
  now: Date;
  today: string;
  random: Random;
  /** Accounts with the names they sign in under. */
  users: { id: string; name: string }[];
  judges: { id: string; name: string }[];
  /** Who always reads along. */
  readers: { id: string; name: string }[];
  first: boolean;
};

/** Market days with their stalls, a contest with its works, the reading wall, and what lies drafted on the desk. */
export async function loadProgrammes(
  tx: Tx,
  one: CommunityCast,
  known: Known,
  input: { data: ProgrammesData; doors: Doors; now: Date; first: boolean },
): Promise<void> {
  const { code } = one.community;
  const named = peopleOf(one).flatMap((person) => {
    const id = known.users.get(person.key);
    return id ? [{ id, name: person.name, key: person.key }] : [];
  });
  const judges = [one.secretary, ...one.workers].flatMap(({ key }) => named.find((each) => each.key === key) ?? []);
  const ground: Ground = {
    data: input.data,
    code,
    areaId: demoId(code),
    now: input.now,
    today: shanghaiDate(input.now),
    random: seededRandom(`liren/programmes/${code}`),
    users: named,
    judges: judges.slice(0, 3).map(({ id, name }) => ({ id, name })),
    readers: named.filter(({ key }) => key === one.residents[0]?.key),
    first: input.first,
  };
  loadMarkets(tx, ground);
  loadContests(tx, ground);
  loadReadings(tx, ground);
  const drafter = one.workers[0] ?? one.secretary;
  const grants = known.grants.get(drafter.key) ?? [];
  const actor = { ...system, id: known.users.get(drafter.key) ?? system.id, name: drafter.name, grants };
  await loadDrafts(tx, ground, actor, input.doors);
}

const saturdayNear = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, (6 - weekday + 7) % 7);
};

const at = (day: string, hour: number, minute: number): string => shanghaiInstant(day, hour, minute).toISOString();

/** What every activity of this file shares. */
function activityOf(
  ground: Ground,
  key: string,
  said: Pick<PastActivity, 'title' | 'kind' | 'startsAt' | 'endsAt'> & Partial<PastActivity>,
): PastActivity {
  return {
    areaId: ground.areaId,
    id: demoId(`${ground.code}/activity/${key}`),
    summary: '',
    place: '',
    buildingId: null,
    host: '',
    picture: null,
    seats: null,
    enrolled: [],
    publishedAt: new Date(
      Math.min(Date.parse(said.startsAt) - 9 * 86_400_000, ground.now.getTime() - 5_400_000),
    ).toISOString(),
    ...said,
  };
}

function loadMarkets(tx: Tx, ground: Ground): void {
  const { data, random, now, today, code } = ground;
  const days = [-97, -34, 9].map((ahead) => saturdayNear(addDays(today, ahead + random.between(-3, 3))));
  const stalls: PastStall[] = [];
  const activities = days.map((day, turn) => {
    const activity = activityOf(ground, `market-day-${turn}`, {
      ...data.market,
      title: `${data.market.title}（第 ${turn + 1} 场）`,
      kind: 'market',
      host: '社区',
      picture: turn === 1 ? 'repair-day' : 'market',
      startsAt: at(day, 8, 30),
      endsAt: at(day, 11, 30),
      broad: true,
      themes: ['文化'],
    });
    const isOver = Date.parse(activity.endsAt) < now.getTime();
    const drawn = random.shuffle(data.stalls).slice(0, ground.first ? 7 : random.between(4, 6));
    for (const [index, { name, service, keeper, least, most }] of drawn.entries()) {
      const waits = !isOver && index >= drawn.length - 2;
      const who = random.pick(ground.users);
      const askedAt = new Date(Date.parse(activity.publishedAt) + (index + 1) * 2_340_000).toISOString();
      stalls.push({
        areaId: ground.areaId,
        id: demoId(`${code}/stall/${turn}/${index}`),
        activityId: activity.id,
        ...{ name, service, keeper: keeper.replace('<name>', who?.name.slice(0, 1) ?? '王') },
        userId: waits ? (who?.id ?? null) : null,
        state: waits ? 'asked' : 'accepted',
        position: waits ? null : index + 1,
        served: isOver ? random.between(least, most) : null,
        askedAt,
        decidedAt: waits ? null : askedAt,
      });
    }
    const came = random.shuffle(ground.users).slice(0, Math.floor(ground.users.length * 0.4));
    const attended = came.map(({ id }) => ({
      attendee: id,
      at: new Date(Date.parse(activity.startsAt) + random.between(60, 7_900) * 1_000).toISOString(),
    }));
    const { startsAt, endsAt, id } = activity;
    const past = isOver ? { attended, headcount: random.between(34, 121) } : {};
    return { ...activity, sessions: [{ id, startsAt, endsAt, ...past }] };
  });
  importActivities(tx, activities);
  importStalls(tx, stalls);
}

function loadContests(tx: Tx, ground: Ground): void {
  const { data, areaId, code, today, first } = ground;
  const { series, theme, story, works } = data.contest;
  if (!first && !ground.random.chance(0.4)) return;
  const seriesId = demoId(`${code}/series/contest`);
  importSeries(tx, [{ areaId, id: seriesId, name: series, kind: 'contest', theme, story, picture: 'bookplate-tree' }]);
  const plans = [{ key: 'bookplates', title: data.contest.past, from: -172, to: -141, works }];
  if (first)
    plans.push({ key: 'bookplates-winter', title: data.contest.open, from: -12, to: 26, works: works.slice(3, 8) });
  for (const plan of plans) {
    const { summary, place, host, organisers } = data.contest;
    const activity = activityOf(ground, plan.key, {
      ...{ summary, place, host, organisers, seriesId },
      ...{ title: plan.title, kind: 'contest', picture: 'bookplate-boat', themes: ['读书活动', '交流比赛'] },
      ...{ audiences: ['儿童', '青少年'], startsAt: at(addDays(today, plan.from), 9, 0) },
      endsAt: at(addDays(today, plan.to), 17, 30),
    });
    importActivities(tx, [activity]);
    importContests(tx, [contestOf(ground, activity, plan)]);
  }
}

function contestOf(
  ground: Ground,
  activity: PastActivity,
  plan: { key: string; to: number; works: ProgrammesData['contest']['works'] },
): PastContest {
  const { data, random, code, now, users, judges } = ground;
  const { criteria, bands, honours, signed } = data.contest;
  const isOver = plan.to < 0;
  const entries = plan.works.map((work, index) => ({
    ...work,
    id: demoId(`${code}/${plan.key}/entry/${index}`),
    number: index + 1,
    signed: signed[(index + random.between(0, 2)) % signed.length] ?? '',
    userId: random.pick(users).id,
    honour: '',
    handedInAt: new Date(
      Math.min(Date.parse(activity.startsAt) + (index + 1) * 61_000_000, now.getTime() - 4_000_000 - index),
    ).toISOString(),
    scores: !isOver
      ? []
      : judges.map(({ id }) => ({
          jurorId: id,
          points: criteria.map(({ points }) => random.between(Math.floor(points * 0.68), Math.floor(points * 0.97))),
        })),
  }));
  const totalOf = (entry: (typeof entries)[number]): number =>
    entry.scores.reduce((sum, { points }) => sum + points.reduce((all, one) => all + one, 0), 0);
  for (const band of bands) {
    const ranked = entries.filter((entry) => isOver && entry.band === band).sort((a, b) => totalOf(b) - totalOf(a));
    for (const [place, entry] of ranked.entries()) entry.honour = honours[place] ?? '';
  }
  const until = new Date(Date.parse(activity.endsAt) - (isOver ? 11 : 4) * 86_400_000).toISOString();
  return {
    areaId: ground.areaId,
    activityId: activity.id,
    ...{ criteria, bands, honours, jurors: judges, entriesUntil: until, entries },
    judgedAt: isOver ? new Date(Date.parse(activity.endsAt) - 5_000_000).toISOString() : null,
  };
}

/** Some families read nearly every day, some now and then; nobody every day. */
function loadReadings(tx: Tx, ground: Ground): void {
  const { data, random, areaId, today, now, users } = ground;
  const drawn = random.shuffle(users).slice(0, ground.first ? 16 : random.between(5, 9));
  const readers = [...new Set([...ground.readers, ...drawn])];
  const rows = readers.flatMap(({ id, name }) => {
    const zeal = random.between(25, 92);
    const shelf = random.between(0, data.books.length - 1);
    return Array.from({ length: 27 }, (_, ago) => ago).flatMap((ago) => {
      const day = addDays(today, -ago);
      const read = new Date(Date.parse(at(day, 19, 5)) + random.between(0, 6_900) * 1_000);
      if (random.between(1, 100) > zeal || read.getTime() > now.getTime()) return [];
      const book = data.books[(shelf + Math.floor(ago / 6)) % data.books.length] ?? '';
      const row = { areaId, userId: id, day, family: `${name.slice(0, 1)}家`, book };
      return [{ ...row, words: random.pick(data.words), at: read.toISOString() }];
    });
  });
  importReadings(tx, rows);
}

async function loadDrafts(tx: Tx, ground: Ground, actor: Actor, doors: Doors): Promise<void> {
  for (const { days, submit, title, kind, summary, place, themes, audiences, broad, seats } of ground.data.drafts) {
    const day = addDays(ground.today, days + ground.random.between(-2, 2));
    const activity = {
      ...{ title, kind, summary, place, themes, audiences, broad, seats, large: false },
      ...{ host: '社区', officer: actor.name, organisers: [], edition: '', seriesId: null, venueId: null },
      ...{ minAge: null, maxAge: null, picture: submit ? 'spring-festival' : 'phone-class' },
      sessions: [{ startsAt: at(day, 9, 30), endsAt: at(day, 11, 0), place: '', venueId: null }],
    };
    const id = await keepDraft(tx, actor, doors, { areaId: ground.areaId, activity });
    if (submit) await submitDraft(tx, actor, doors, { areaId: ground.areaId, activityId: id });
  }
}
