import { seededRandom, type Random } from '../../shared/random.ts';
import { addDays, minuteMs, shanghaiDate } from '../../shared/time.ts';
import { openingsOn, overlaps, spanOf, weekdayOf } from '#kernel/calendar';
import type { KeptVenue } from '#modules/venues';
import type { PastBooking } from '#modules/venues/bookings';
import type { BookingsData, CommunityCast, Person } from '../contract.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

const pastDays = 340;
const teamWeeks = 8;
const wanted = 46;

type Planner = {
  random: Random;
  now: Date;
  today: string;
  code: string;
  venues: Map<string, KeptVenue>;
  partsOf(venueId: string): string[];
  made: PastBooking[];
  one: CommunityCast;
  known: Known;
  data: BookingsData;
  teams: (BookingsData['teams'][number] & { name: string })[];
};

/** A year of bookings of one community: what teams hold every week, what neighbours asked for, and what is to come. */
export function planBookings(input: {
  seed: string;
  now: Date;
  data: BookingsData;
  one: CommunityCast;
  venues: readonly KeptVenue[];
  teams: readonly { key: string; name: string }[];
  known: Known;
}): PastBooking[] {
  const { seed, now, one, venues, teams, known } = input;
  const { code } = one.community;
  // What a community's own teams are called; what it does not have does not rehearse.
  const held = input.data.teams.flatMap((team) => {
    const own = teams.find(({ key }) => key === team.key);
    return own ? [{ ...team, name: own.name }] : [];
  });
  const { data } = input;
  const named = new Map(venues.map((venue) => [venue.id, venue]));
  const keys = new Set([...data.teams, ...data.purposes].map(({ venue }) => venue));
  const found = [...keys].flatMap((key): [string, KeptVenue][] => {
    const venue = named.get(demoId(`${code}/venue/${key}`));
    return venue?.bookable ? [[key, venue]] : [];
  });
  const partsOf = (id: string): string[] => {
    const rooms = venues.filter(({ parentId }) => parentId === id);
    return rooms.length === 0 ? [id] : rooms.flatMap((room) => partsOf(room.id));
  };
  const planner: Planner = {
    random: seededRandom(`${seed}/bookings/${code}`),
    now,
    today: shanghaiDate(now),
    code,
    venues: new Map(found),
    partsOf,
    made: [],
    one,
    known,
    data,
    teams: held,
  };
  planTeams(planner, venues);
  planComing(planner, venues);
  planPast(planner, venues);
  return planner.made;
}

type Wish = {
  venue: KeptVenue;
  day: string;
  from: number;
  minutes: number;
  title: string;
  people: number | null;
  askedDays: number;
};

/** Notes a booking where the place is open and free then; answers it, or nothing. */
function book(
  planner: Planner,
  venues: readonly KeptVenue[],
  wish: Wish,
  change: Partial<PastBooking>,
): PastBooking | null {
  const { random, made, code } = planner;
  const { venue, day, from, minutes } = wish;
  const house = [venue, ...venues.filter(({ id }) => id === venue.parentId)].find(({ hours }) => hours.length > 0);
  const opening = { hours: house?.hours ?? [], exceptions: [...venue.exceptions, ...(house?.exceptions ?? [])] };
  const isOpen = openingsOn(day, opening).some(
    (one) => one.zone === '' && one.from <= from && from + minutes <= one.to,
  );
  if (!isOpen) return null;
  const span = spanOf(day, { from, to: from + minutes });
  const parts = planner.partsOf(venue.id);
  const isTaken = made.some((one) => one.parts.some((part) => parts.includes(part)) && overlaps(one, span));
  if (isTaken) return null;
  const askedAt = Date.parse(span.startsAt) - wish.askedDays * 1440 * minuteMs - random.between(60, 400) * minuteMs;
  const person = random.pick(planner.one.residents);
  const booking: PastBooking = {
    areaId: demoId(code),
    id: demoId(`${code}/booking/${made.length}`),
    venueId: venue.id,
    parts,
    ...span,
    state: 'confirmed',
    holderKind: 'person',
    holderId: planner.known.users.get(person.key) ?? null,
    holderName: person.name,
    userId: planner.known.users.get(person.key) ?? null,
    title: wish.title,
    people: wish.people,
    askedAt: new Date(Math.min(askedAt, planner.now.getTime() - random.between(30, 900) * minuteMs)).toISOString(),
    madeBy: planner.known.users.get(planner.one.secretary.key) ?? 'system',
    checkedInAt: null,
    reason: '',
    ...change,
  };
  made.push(booking);
  return booking;
}

/** What teams hold every week: the last weeks, and the next two. */
function planTeams(planner: Planner, venues: readonly KeptVenue[]): void {
  for (const team of planner.teams) {
    const venue = planner.venues.get(team.venue);
    if (!venue) continue;
    const holder = { holderKind: 'team' as const, holderId: demoId(`${planner.code}/team/${team.key}`) };
    for (let back = -14; back <= teamWeeks * 7; back++) {
      const day = addDays(planner.today, -back);
      if (weekdayOf(day) !== team.weekday) continue;
      const from = minutesOf(team.at);
      const wish = { venue, day, from, minutes: team.minutes, title: '每周排练', people: null, askedDays: 7 };
      const change = { ...holder, holderName: team.name, userId: null };
      finish(planner, book(planner, venues, wish, change));
    }
  }
}

/** What is to come: one of the demo's own resident, one that waits for a place, and some that wait for a decision. */
function planComing(planner: Planner, venues: readonly KeptVenue[]): void {
  const { one, random } = planner;
  const named = (username: string): Person | undefined => one.residents.find((person) => person.username === username);
  const [mine, other] = [named('resident'), named('resident2')];
  const [reading, hall] = [
    planner.venues.get('reading') ?? planner.venues.get('hall-west'),
    planner.venues.get('hall'),
  ];
  const who = (person: Person | undefined): Partial<PastBooking> => {
    const id = person ? (planner.known.users.get(person.key) ?? null) : null;
    return person ? { holderName: person.name, holderId: id, userId: id } : {};
  };
  if (reading) {
    const wish = { venue: reading, from: 15 * 60, minutes: 90, people: 8, askedDays: 1 };
    const taken = book(planner, venues, { ...wish, day: addDays(planner.today, 1), title: '读书会' }, who(mine));
    if (taken && other)
      planner.made.push({
        ...taken,
        ...who(other),
        id: demoId(`${planner.code}/waiting`),
        title: '孩子写作业',
        people: 4,
        state: 'waiting',
        parts: [],
        askedAt: new Date(Date.parse(taken.askedAt) + 25 * minuteMs).toISOString(),
      });
  }
  for (const ahead of [3, 5, 8])
    if (hall) {
      const purpose = random.pick(planner.data.purposes.filter(({ venue }) => venue === 'hall'));
      const wish = wishOf(planner, purpose, hall, addDays(planner.today, ahead));
      book(planner, venues, { ...wish, from: 9 * 60, askedDays: ahead }, { state: 'pending' });
    }
  for (let tries = 0; tries < 12; tries++) {
    const purpose = random.pick(planner.data.purposes);
    const venue = planner.venues.get(purpose.venue);
    if (venue) book(planner, venues, wishOf(planner, purpose, venue, addDays(planner.today, random.between(1, 6))), {});
  }
}

/** What was: more in the last months than a year ago. */
function planPast(planner: Planner, venues: readonly KeptVenue[]): void {
  const { random, data } = planner;
  for (let tries = 0; tries < 300 && planner.made.length < wanted; tries++) {
    const purpose = random.pick(data.purposes);
    const venue = planner.venues.get(purpose.venue);
    if (!venue) continue;
    const back = 1 + Math.floor(pastDays * random.next() ** 1.6);
    finish(planner, book(planner, venues, wishOf(planner, purpose, venue, addDays(planner.today, -back)), {}));
  }
}

function wishOf({ random }: Planner, purpose: BookingsData['purposes'][number], venue: KeptVenue, day: string): Wish {
  const [least, most] = purpose.people;
  const people = Math.min(random.between(least, most), venue.capacity ?? most);
  const from = random.between(17, 38) * 30;
  return { venue, day, from, minutes: purpose.minutes, title: purpose.title, people, askedDays: random.between(1, 9) };
}

/** What became of a booking that is over: used mostly, and most who came were checked in. */
function finish({ random, data, now }: Planner, booking: PastBooking | null): void {
  if (!booking || Date.parse(booking.endsAt) > now.getTime()) return;
  const drawn = random.between(1, 100);
  const isTeam = booking.holderKind === 'team';
  if (drawn <= 7) Object.assign(booking, { state: 'cancelled', reason: random.pick(data.reasons), parts: [] });
  else if (drawn <= 11 && !isTeam) Object.assign(booking, { state: 'no-show', parts: [] });
  else if (drawn <= 14 && !isTeam)
    Object.assign(booking, { state: 'refused', reason: random.pick(data.refusals), parts: [] });
  else {
    const came = new Date(Date.parse(booking.startsAt) + random.between(-9, 8) * minuteMs).toISOString();
    Object.assign(booking, { state: 'done', checkedInAt: random.chance(0.72) ? came : null });
  }
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
