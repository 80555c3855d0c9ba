import { seededRandom, type Random } from '#shared/random';
import type { Tx } from '#platform/database';
import { importActivities, importSeries, type PastActivity, type PastSession } from '#modules/activities';
import { importFigures } from '#modules/areas';
import { importNotices } from '#modules/notices';
import type { KeptVenue } from '#modules/venues';
import type { Areas, CommunityCast, DemoData } from '../contract.ts';
import type { Board } from '../happenings.ts';
import type { ActivityPlan } from '../occasions.ts';
import { demoId } from './areas.ts';
import { peopleOf, type Known } from './people.ts';

type Around = {
  code: string;
  now: Date;
  /** Accounts, in the order in which they are drawn. */
  users: string[];
  /** Children of the register, with the account that enrols them. */
  children: { attendee: string; userId: string }[];
  venues: Map<string, KeptVenue>;
  teams: ReadonlySet<string>;
  staff: string[];
};

export type HappeningsInput = {
  board: Board;
  venues: KeptVenue[];
  series: DemoData['activities']['series'];
  children: Around['children'];
  /** Keys of the teams this community has. */
  teams: ReadonlySet<string>;
  now: Date;
};

/** Puts the board of one community up: its notices, and its activities with everybody who has enrolled, came and rated. */
export async function loadHappenings(tx: Tx, one: CommunityCast, known: Known, input: HappeningsInput): Promise<void> {
  const { board, venues, series, children, teams, now } = input;
  const { code } = one.community;
  const areaId = demoId(code);
  const publishedBy = known.users.get(one.secretary.key) ?? 'system';
  importNotices(
    tx,
    board.notices.map((notice) => ({ ...notice, areaId, id: tx.newId(), publishedBy })),
  );
  importSeries(
    tx,
    series.map(({ key, ...entry }) => ({ ...entry, areaId, id: demoId(`${code}/series/${key}`) })),
  );
  const users = peopleOf(one).flatMap((person) => known.users.get(person.key) ?? []);
  const staff = one.workers.flatMap((person) => known.users.get(person.key) ?? []);
  const byId = new Map(venues.map((venue) => [venue.id, venue]));
  const around = { code, now, users, children, venues: byId, teams, staff: staff.length > 0 ? staff : [publishedBy] };
  importActivities(
    tx,
    board.activities.map((plan) => activityOf(around, plan)),
  );
}

type Attendee = { attendee: string; userId: string };

function activityOf(around: Around, plan: ActivityPlan): PastActivity {
  const { code, venues } = around;
  const random = seededRandom(`liren/enrolled/${code}/${plan.key}`);
  const id = demoId(`${code}/activity/${plan.key}`);
  const enrolled = enrolledIn(around, plan, random);
  const sessions = sessionsOf(around, { ...plan, id }, enrolled.slice(0, plan.seats ?? enrolled.length), random);
  const venueId = plan.venue ? demoId(`${code}/venue/${plan.venue}`) : '';
  const venue = venues.get(venueId);
  const spot = pointedOf(around, venue);
  const { series, team, ages, key: _key, waiting: _waiting, venue: _venue, ...said } = plan;
  return {
    ...said,
    ...{ areaId: demoId(code), id, buildingId: null, createdBy: around.staff[0] ?? 'system' },
    seriesId: series ? demoId(`${code}/series/${series}`) : null,
    teamId: team && around.teams.has(team) ? demoId(`${code}/team/${team}`) : null,
    venueId: venue ? venueId : null,
    lng: spot?.lng ?? null,
    lat: spot?.lat ?? null,
    minAge: ages?.[0] ?? null,
    maxAge: ages?.[1] ?? null,
    enrolled,
    sessions,
    ratings: ratingsOf(around, plan, sessions, random),
  };
}

/** Where it is on the map: its venue, the house that is in, or the community's own house for a room of no name. */
function pointedOf({ code, venues }: Around, venue: KeptVenue | undefined): KeptVenue | undefined {
  const own = ['centre', 'hall', 'reading'].map((key) => venues.get(demoId(`${code}/venue/${key}`)));
  const house = venue?.parentId ? venues.get(venue.parentId) : undefined;
  return [venue, house, ...own].find((one) => one && one.lng !== null);
}

/** Who has enrolled, in the order in which they came: as many as planned, as far as there are people. */
function enrolledIn(around: Around, plan: ActivityPlan, random: Random): (Attendee & { at: string })[] {
  const from = Date.parse(plan.publishedAt);
  const until = Math.min(around.now.getTime(), Date.parse(plan.startsAt)) - 3_600_000;
  const wanted = plan.seats === null ? 0 : plan.enrolled + plan.waiting;
  const grown = around.users.map((userId) => ({ attendee: userId, userId }));
  const drawn = random.shuffle(plan.ages ? around.children : grown).slice(0, wanted);
  const times = drawn.map(() => from + Math.floor(random.between(1, 1_000) ** 1.6 * ((until - from) / 1_000 ** 1.6)));
  const sorted = times.toSorted((a, b) => a - b);
  return drawn.map((one, at) => ({ ...one, at: new Date(sorted[at] ?? from).toISOString() }));
}

const ways = ['qr', 'qr', 'qr', 'list', 'list', 'offline'] as const;

function sessionsOf(
  around: Around,
  plan: ActivityPlan & { id: string },
  seated: Attendee[],
  random: Random,
): PastSession[] {
  const { startsAt, endsAt } = plan;
  const times = plan.sessions.length > 0 ? plan.sessions : [{ startsAt, endsAt }];
  return times.map((session, at) => {
    const id = at === 0 ? plan.id : demoId(`${plan.id}/session/${at}`);
    if (Date.parse(session.endsAt) > around.now.getTime()) return { ...session, id };
    const comers = plan.seats === null ? passersBy(around, plan, random) : someOf(seated, random);
    const headcount = plan.large || plan.broad ? random.between(plan.large ? 60 : 8, plan.large ? 240 : 45) : 0;
    const attended = comers.map((attendee) => ({
      attendee,
      at: new Date(Date.parse(session.startsAt) + random.between(-18 * 60, 9 * 60) * 1_000).toISOString(),
      ...wayOf(around, attendee, random),
    }));
    return { ...session, id, attended, ...(headcount > 0 ? { headcount } : {}) };
  });
}

function wayOf({ staff }: Around, attendee: string, random: Random) {
  const way = attendee.startsWith('person:') ? 'list' : random.pick([...ways]);
  return { way, byId: way === 'qr' ? attendee : random.pick(staff) };
}

/** Of those with a seat never all come. */
function someOf(seated: Attendee[], random: Random): string[] {
  const share = random.between(66, 93);
  return seated.filter(() => random.between(1, 100) <= share).map(({ attendee }) => attendee);
}

function passersBy({ users }: Around, plan: ActivityPlan, random: Random): string[] {
  const count = plan.large ? random.between(34, 58) : plan.broad ? random.between(22, 44) : random.between(11, 31);
  return random.shuffle(users).slice(0, Math.min(count, Math.floor(users.length * 0.8)));
}

const praise = ['挺热闹', '老师有耐心', '下回还来', '学会了', '位子再多几个就好了', '', '', '', ''];

function ratingsOf({ now }: Around, plan: ActivityPlan, sessions: PastSession[], random: Random) {
  if (Date.parse(plan.endsAt) > now.getTime()) return [];
  const came = [...new Set(sessions.flatMap(({ attended = [] }) => attended.map(({ attendee }) => attendee)))];
  return came
    .filter((attendee) => !attendee.startsWith('person:') && random.between(1, 100) <= 17)
    .map((userId) => ({
      userId,
      stars: random.pick([5, 5, 5, 4, 4, 4, 3]),
      words: random.pick(praise),
      at: new Date(Date.parse(plan.endsAt) + random.between(20, 2_800) * 60_000),
    }))
    .filter(({ at }) => at < now)
    .map((one) => ({ ...one, at: one.at.toISOString() }));
}

/** Published figures, each with its source and qualifier as printed. */
export function loadFigures(tx: Tx, data: Pick<DemoData, 'figures'>, areas: Areas): void {
  const codes = new Map([
    [areas.city.name, areas.city.code],
    ...areas.districts.map(({ name, code }) => [name, code] as const),
    ...areas.communities.map(({ name, code }) => [name, code] as const),
  ]);
  const rows = data.figures.map(({ area, ...figure }, position) => ({
    ...figure,
    position,
    id: tx.newId(),
    areaId: demoId(codes.get(area) ?? areas.city.code),
  }));
  importFigures(tx, rows);
}
