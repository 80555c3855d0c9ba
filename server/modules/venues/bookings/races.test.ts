import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import { seededRandom } from '#shared/random';
import { actOn, bookVenue } from '#modules/venues/bookings';
import type { NewBooking } from '#contract/venues/bookings';
import { testDatabase } from '#tests/database';
import { areas, openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, database, owner } = world;
const { may } = world.parts.accounts.identity;
const doors = { tree: world.parts.tree, may };
const areaId = areas.gongsheng;
const now = world.clock.now();

const rules = {
  who: ['resident', 'team', 'staff'],
  shortestMinutes: 30,
  longestMinutes: 300,
  stepMinutes: 15,
  earliestDays: 30,
  latestHours: 0,
  openPerPerson: 3,
  approval: false,
  noShowsAllowed: 3,
};
const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 480, closes: 1320, zone: '' }));
const open = async (name: string, parentId: string | null = null): Promise<string> => {
  const own = parentId ? [] : hours;
  const body = { name, kind: '文化服务中心', indoor: true, bookable: true, rules, parentId, hours: own };
  return (await as('community').post('venues', body)).body.id as string;
};

const neighbours: Actor[] = Array.from({ length: 1000 }, (_, index) => ({
  ...anonymous,
  id: `neighbour-${index}`,
  name: `居民${index}`,
  homeAreaId: areaId,
}));
const person = (index: number): Actor => neighbours[index % neighbours.length] ?? anonymous;
const at = (day: number, minutes: number): string =>
  new Date(Date.parse('2026-11-23T00:00:00+08:00') + day * 86_400_000 + minutes * 60_000).toISOString();

/** Books in a transaction of its own; the code of the refusal when it was refused. What is no refusal is a bug, and fails. */
const tryBook = (actor: Actor, venueId: string, booking: Partial<NewBooking> & { startsAt: string }, askedAt = now) =>
  database
    .transaction(askedAt, (tx) =>
      bookVenue(tx, actor, doors, { areaId, venueId, booking: { minutes: 60, title: '', wait: false, ...booking } }),
    )
    .then(({ id }) => id)
    .catch((error: unknown) => {
      if (error instanceof RefusalError) return `refused ${error.refusal.status} ${error.refusal.code}`;
      throw error;
    });

/** Pairs of bookings that hold their place at the same time and share a smallest part, found from the venues alone. */
const overlapping = async (): Promise<number> => {
  const found = await owner.query<{ pairs: number }>(
    `with recursive inside as (
       select area_id, id as venue_id, id from venues
       union all select i.area_id, i.venue_id, v.id from inside i join venues v on v.area_id = i.area_id and v.parent_id = i.id
     ), leaves as (
       select * from inside i where not exists (select from venues c where c.area_id = i.area_id and c.parent_id = i.id)
     ), held as (
       select b.id, b.starts_at, b.ends_at, l.id as part from bookings b join leaves l on l.venue_id = b.venue_id
       where b.state in ('pending', 'confirmed')
     ) select count(*)::int as pairs from held one join held other
       on one.id < other.id and one.part = other.part and one.starts_at < other.ends_at and other.starts_at < one.ends_at`,
  );
  return found.rows[0]?.pairs ?? -1;
};

let hall = '';
let rooms: string[] = [];
beforeAll(async () => {
  hall = await open('大礼堂');
  const east = await open('东半厅', hall);
  const west = await open('西半厅', hall);
  rooms = [hall, east, west, await open('东一室', east), await open('东二室', east)];
});

describe('R3: nobody books what is taken', { timeout: 120_000 }, () => {
  test('1,000 attempts on one slot: one wins, the others are refused with a sentence, nothing breaks', async () => {
    const tries = neighbours.map((actor) => tryBook(actor, hall, { startsAt: at(0, 600) }));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === 'refused 409 venue.taken')).toHaveLength(999);
    expect(await overlapping()).toBe(0);
  });

  test('the same over HTTP: 201 once, 409 with a sentence for the others, and never a 5xx', async () => {
    const ask = (who: 'community' | 'secretary') =>
      as(who).post(`venues/${hall}/bookings`, { startsAt: at(0, 720), minutes: 60 });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(n % 2 ? 'community' : 'secretary')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(99);
    expect(new Set(refused.map(({ body }) => body.detail))).toEqual(
      new Set(['这段时间刚刚被别人订了。请换一个时间，或者点“候补”，空出来就给您。']),
    );
  });

  test('one person at once on 10 free slots has no more open than the rule allows', async () => {
    const somebody = { ...person(0), id: 'neighbour-alone' };
    const slots = Array.from({ length: 10 }, (_, n) => ({ startsAt: at(1, 480 + n * 60) }));
    const answers = await Promise.all(slots.map((slot) => tryBook(somebody, hall, slot)));
    expect(answers.filter((answer) => !answer.startsWith('refused'))).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'refused 409 booking.too-many')).toHaveLength(7);
  });

  test('300 random times at once over a hall, its halves and their rooms: no two share a part', async () => {
    const random = seededRandom('intervals');
    const tries = Array.from({ length: 300 }, (_, n) => {
      const startsAt = at(2, 480 + 15 * random.between(0, 40));
      return tryBook(person(n), rooms[random.between(0, rooms.length - 1)] ?? hall, {
        startsAt,
        minutes: 30 * random.between(1, 5),
      });
    });
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => !answer.startsWith('refused')).length).toBeGreaterThan(5);
    expect(await overlapping()).toBe(0);
  });

  test('cancelled and waited for at random: never two in one place, never a free place while somebody waits', async () => {
    const random = seededRandom('waiting');
    const made: { id: string; actor: Actor }[] = [];
    const step = async (n: number): Promise<void> => {
      if (random.between(0, 2) === 0 && made.length > 0) {
        const [one] = made.splice(random.between(0, made.length - 1), 1);
        if (one)
          await database
            .transaction(now, (tx) => actOn(tx, one.actor, doors, { areaId, bookingId: one.id, action: 'cancel' }))
            .catch((error: unknown) => void (error instanceof RefusalError || Promise.reject(error as Error)));
        return;
      }
      const actor = person(n);
      const startsAt = at(3, 600 + 30 * random.between(0, 4));
      const venue = rooms[random.between(0, rooms.length - 1)] ?? hall;
      const id = await tryBook(actor, venue, { startsAt, minutes: 30 * random.between(1, 3), wait: true });
      if (!id.startsWith('refused')) made.push({ id, actor });
    };
    for (let round = 0; round < 12; round++)
      await Promise.all(Array.from({ length: 20 }, (_, n) => step(round * 20 + n)));
    expect(await overlapping()).toBe(0);
    expect(await freeWhileWaiting()).toEqual([]);
    expect((await owner.query(`select from bookings where state = 'waiting'`)).rowCount).toBeGreaterThan(0);
  });

  test('who asked first gets what becomes free, and the next one what that one gives up', async () => {
    const startsAt = at(4, 600);
    const first = await tryBook(person(1), hall, { startsAt });
    const queue: string[] = [];
    for (let n = 2; n < 6; n++)
      queue.push(await tryBook(person(n), hall, { startsAt, wait: true }, new Date(now.getTime() + n)));
    const order: string[] = [];
    for (let [id, n] = [first, 1]; id; n++) {
      const bookingId = id;
      await database.transaction(now, (tx) => actOn(tx, person(n), doors, { areaId, bookingId, action: 'cancel' }));
      const rows = await owner.query<{ id: string }>(
        `select id from bookings where state = 'confirmed' and venue_id = $1 and starts_at = $2`,
        [hall, startsAt],
      );
      id = rows.rows[0]?.id ?? '';
      if (id) order.push(id);
    }
    expect(order).toEqual(queue);
  });

  test('control: without the constraint the same attempts book one slot many times, and the checker finds them', async () => {
    await owner.query('alter table booking_parts drop constraint booking_parts_no_overlap');
    const tries = neighbours.slice(0, 50).map((actor) => tryBook(actor, hall, { startsAt: at(5, 600) }));
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => !answer.startsWith('refused')).length).toBeGreaterThan(1);
    expect(await overlapping()).toBeGreaterThan(0);
  });
});

/** Those who wait for a time in which every part of their venue is free. */
async function freeWhileWaiting(): Promise<string[]> {
  const found = await owner.query<{ id: string }>(
    `with recursive inside as (
       select area_id, id as venue_id, id from venues
       union all select i.area_id, i.venue_id, v.id from inside i join venues v on v.area_id = i.area_id and v.parent_id = i.id
     ) select w.id from bookings w where w.state = 'waiting' and not exists (
       select from inside i join booking_parts p on p.area_id = i.area_id and p.part_id = i.id
       where i.venue_id = w.venue_id and p.starts_at < w.ends_at and p.ends_at > w.starts_at)`,
  );
  return found.rows.map(({ id }) => id);
}
