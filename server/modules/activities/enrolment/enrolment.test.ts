import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import { cancelEnrolment, changeSeats, enrol } from '#modules/activities';
import { addHouseholds, addPeople } from '#modules/people';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';

const { ask, actors, clock, database, doors, owner } = await openNeighbourhood(await testDatabase());

const areaId = places.gongsheng;
const inHours = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
const publish = async (change: object = {}): Promise<string> => {
  const tea = { title: '书记下午茶', kind: 'talk', place: '老槐树下', host: '社区', seats: 10 };
  const times = { startsAt: inHours(60), endsAt: inHours(62) };
  const answer = await ask('POST', 'activities', { as: 'community', body: { ...tea, ...times, ...change } });
  expect(answer.status).toBe(201);
  return answer.body.id as string;
};
const resident = (n: number): Actor => ({ ...anonymous, id: `resident-${n}`, name: `居民${n}` });
const inTx = <T>(work: (tx: never) => Promise<T>): Promise<T | string> =>
  database
    .transaction(clock.now(), (tx) => work(tx as never))
    .catch((error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    });
const join = (actor: Actor, activityId: string) => inTx((tx) => enrol(tx, actor, doors, { areaId, activityId }));
const leave = (actor: Actor, activityId: string) =>
  inTx((tx) => cancelEnrolment(tx, actor, doors, { areaId, activityId }));

type Standing = { enrolled: number; waiting: number; seated: string[]; queue: string[] };
const standing = async (id: string): Promise<Standing> => {
  const { rows } = await owner.query<Standing>(
    `select enrolled, waiting,
       array(select attendee from enrolments e where e.activity_id = a.id and e.state = 'enrolled' order by turn) as seated,
       array(select attendee from enrolments e where e.activity_id = a.id and e.state = 'waiting' order by turn) as queue
     from activities a where a.id = $1`,
    [id],
  );
  return rows[0] as Standing;
};

describe('R4: capacity is exact', { timeout: 120_000 }, () => {
  test('5,000 attempts of 1,000 people at once on 100 places: exactly 100 are in, 900 wait, each once', async () => {
    const id = await publish({ seats: 100 });
    const taps = Array.from({ length: 5_000 }, (_, index) => join(resident(index % 1_000), id));
    expect(new Set(await Promise.all(taps))).toEqual(new Set([undefined]));
    const { enrolled, waiting, seated, queue } = await standing(id);
    expect([enrolled, waiting, seated.length, queue.length]).toEqual([100, 900, 100, 900]);
    expect(new Set([...seated, ...queue]).size).toBe(1_000);
  });

  test('control: counting first and inserting then gives away more seats than there are', async () => {
    const id = await publish();
    const naive = (actor: Actor) =>
      inTx(async (tx: { query(text: string, values: unknown[]): Promise<{ taken: number }[]> }) => {
        const count = `select count(*)::int as taken from enrolments where area_id = $1 and activity_id = $2`;
        const [row] = await tx.query(count, [areaId, id]);
        if ((row?.taken ?? 0) >= 10) return;
        const insert = `insert into enrolments (area_id, activity_id, attendee, user_id, enrolled_at) values ($1, $2, $3, $3, $4)`;
        await tx.query(insert, [areaId, id, actor.id, clock.now()]);
      });
    // Every connection looks before any of them writes: a lock holds the writers back until then.
    const held = await owner.connect();
    await held.query('begin');
    await held.query('lock table enrolments in share mode');
    const all = Promise.all(Array.from({ length: 40 }, (_, n) => naive(resident(n))));
    const waiting = `select count(*)::int as count from pg_locks where relation = 'enrolments'::regclass and not granted`;
    const blocked = async (): Promise<number> => (await owner.query(waiting)).rows[0].count;
    await expect.poll(blocked, { timeout: 30_000 }).toBe(database.pool.options.max);
    await held.query('commit');
    held.release();
    await all;
    expect((await standing(id)).seated.length).toBeGreaterThan(10);
  });

  test('a seat too many, and a free seat while somebody waits, are refused by the database itself', async () => {
    const id = await publish({ seats: 1 });
    await join(resident(1), id);
    await join(resident(2), id);
    const change = (what: string) => owner.query(`update activities set ${what} where id = $1`, [id]);
    await expect(change('enrolled = 2')).rejects.toThrow('activities_seats_kept');
    await expect(change('enrolled = 0')).rejects.toThrow('activities_waiting_kept');
    await expect(change('seats = 2')).rejects.toThrow('activities_waiting_kept');
  });
});

describe('R4: the waiting list', { timeout: 120_000 }, () => {
  type Model = { seats: number; seated: string[]; queue: string[] };
  type Move = { do: 'join' | 'leave' | 'seats'; who: number; seats: number };
  const move = fc.record<Move>({
    do: fc.constantFrom('join', 'join', 'join', 'leave', 'leave', 'leave', 'seats'),
    who: fc.integer({ min: 0, max: 11 }),
    seats: fc.integer({ min: 1, max: 6 }),
  });

  /** What should become of it: a list of who came when. */
  function expected(model: Model, { do: what, who, seats }: Move): Model {
    const id = `resident-${who}`;
    if (what === 'seats' && seats < model.seated.length) return model;
    if (what === 'join' && (model.seated.includes(id) || model.queue.includes(id))) return model;
    const next = {
      seats: what === 'seats' ? seats : model.seats,
      seated: what === 'leave' ? model.seated.filter((one) => one !== id) : [...model.seated],
      queue: what === 'leave' ? model.queue.filter((one) => one !== id) : [...model.queue],
    };
    if (what === 'join') next.queue.push(id);
    while (next.seated.length < next.seats && next.queue.length > 0) next.seated.push(next.queue.shift() ?? '');
    return next;
  }

  test('1,000 random enrolments, cancels and changes of seats: never one too many, never a free seat while somebody waits, first come first served', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 100, maxLength: 100 }), async (moves) => {
        const id = await publish({ seats: 3 });
        let model: Model = { seats: 3, seated: [], queue: [] };
        for (const one of moves) {
          const actor = resident(one.who);
          if (one.do === 'join') await join(actor, id);
          if (one.do === 'leave') await leave(actor, id);
          if (one.do === 'seats')
            await inTx((tx) => changeSeats(tx, actors.community, doors, { areaId, activityId: id, seats: one.seats }));
          model = expected(model, one);
          const { enrolled, waiting, seated, queue } = await standing(id);
          expect({ seated: seated.toSorted(), queue }).toEqual({ seated: model.seated.toSorted(), queue: model.queue });
          expect([enrolled, waiting]).toEqual([model.seated.length, model.queue.length]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('whoever cancels at the same time as others: every seat that becomes free goes to one who waits, and each is told once', async () => {
    const id = await publish({ seats: 2 });
    for (const actor of [resident(1), resident(2), actors.resident, actors.other]) await join(actor, id);
    expect((await ask('GET', `activities/${id}`, { as: 'other' })).body.party[0]).toMatchObject({ place: 2 });
    await Promise.all([resident(1), resident(2), resident(1)].map((actor) => leave(actor, id)));
    expect(await standing(id)).toEqual({
      enrolled: 2,
      waiting: 0,
      seated: [actors.resident.id, actors.other.id],
      queue: [],
    });
    for (const as of ['resident', 'other'] as const) {
      const told = (await ask('GET', '/api/v1/messages', { as })).body.items;
      expect(told).toEqual([expect.objectContaining({ title: '排到您了：书记下午茶', urgent: true })]);
    }
  });

  test('one who waits may leave the list; who enrols again after a cancel waits at its end', async () => {
    const id = await publish({ seats: 1 });
    for (const n of [1, 2, 3]) await join(resident(n), id);
    await leave(resident(2), id);
    await join(resident(2), id);
    expect((await standing(id)).queue).toEqual(['resident-3', 'resident-2']);
    await leave(resident(1), id);
    await join(resident(1), id);
    expect(await standing(id)).toMatchObject({ seated: ['resident-3'], queue: ['resident-2', 'resident-1'] });
  });
});

describe('N38: a class for children of 9 to 12', () => {
  const household = async () => {
    const secretary = { ...actors.community, grants: [{ role: 'community-worker', areaId }] };
    return database.transaction(clock.now(), async (tx) => {
      const [householdId = ''] = await addHouseholds(tx, secretary, doors, {
        areaId,
        households: [{ buildingId: buildings.one, unit: '1', room: String((room += 1)) }],
      });
      const child = { householdId, name: '郑小满', tags: [] };
      const ids = await addPeople(tx, secretary, doors, {
        areaId,
        people: [
          { householdId, name: '郑居民', tags: [], userId: actors.resident.id },
          // On 2026-11-22 she turns 9.
          { ...child, idNumber: idOf('20171122') },
          // A day later: 8 on the day of the first session.
          { ...child, idNumber: idOf('20171123') },
          // The last day of being 12.
          { ...child, idNumber: idOf('20131123') },
          // 13 on that day.
          { ...child, idNumber: idOf('20131122') },
          // Of the year 2017 only: 8 or 9.
          { ...child, birthYear: 2017 },
          // Of 2018: at most 8.
          { ...child, birthYear: 2018 },
          // Of 2015: 10 or 11, in any case within.
          { ...child, birthYear: 2015 },
        ],
      });
      const [me = '', ...children] = ids;
      return { parent: { ...actors.resident, personId: me }, children };
    });
  };
  let room = 300;
  let serial = 100;
  function idOf(birth: string): string {
    const body = `370303${birth}${String((serial += 2))}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
    return `${body}${'10X98765432'[sum % 11]}`;
  }

  test('N38: 9 and 12 full years on the day of the first session are in, 8 and 13 are refused; who may be outside is marked for the desk', async () => {
    // 2026-11-22, 21:00 in Shanghai.
    const id = await publish({ title: '雏鹰课堂', kind: 'course', seats: 20, minAge: 9, maxAge: 12 });
    const { parent, children } = await household();
    const outcome = async (who: string) => {
      const { status, body } = await ask('POST', `activities/${id}/enrolments`, { as: parent, body: { who: [who] } });
      return status === 200 ? body.party.find((one: { who: string }) => one.who === who).ageToCheck : body.code;
    };
    const outcomes: unknown[] = [];
    for (const child of children) outcomes.push(await outcome(child));
    expect(outcomes).toEqual([false, 'activity.age', false, 'activity.age', true, 'activity.age', false]);
    // Her own age nobody knows.
    expect(await outcome('me')).toBe(true);
    const refused = await ask('POST', `activities/${id}/enrolments`, { as: parent, body: { who: [children[1]] } });
    expect(refused.body.detail).toBe(
      '这场活动是给 9—12 岁的，开始那天（11 月 22 日）是 8 岁。等到了年龄再来，我们一直办。',
    );
  });

  test('members of the household only; the seat of a child is given back by her family', async () => {
    const id = await publish({ seats: 1 });
    const { parent, children } = await household();
    const body = { who: [children[0]] };
    expect((await ask('POST', `activities/${id}/enrolments`, { as: 'other', body })).body.code).toBe(
      'activity.not-your-household',
    );
    await ask('POST', `activities/${id}/enrolments`, { as: parent, body });
    expect(await standing(id)).toMatchObject({ enrolled: 1, seated: [`person:${children[0]}`] });
    await join(actors.other, id);
    expect((await ask('DELETE', `activities/${id}/enrolment?who=${children[0]}`, { as: parent })).status).toBe(200);
    expect(await standing(id)).toMatchObject({ enrolled: 1, seated: [actors.other.id] });
  });
});
