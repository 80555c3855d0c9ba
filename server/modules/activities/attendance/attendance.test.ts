import { describe, expect, test } from 'vitest';
import { doorPass } from '#kernel/calendar';
import { readActivityFacts } from '#modules/activities';
import { addHouseholds, addPeople } from '#modules/people';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';
import { countQuotas, participationPerMille, whyNotRate } from '../facts/rules.ts';

const { ask, actors, clock, database, doors, owner } = await openNeighbourhood(await testDatabase());
const areaId = places.gongsheng;

const inMinutes = (minutes: number): string => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
async function publish(change: object = {}): Promise<{ id: string; session: string; path: string }> {
  const tea = { title: '下午茶', kind: 'culture', place: '老槐树下', host: '社区', seats: 2 };
  const times = { startsAt: inMinutes(30), endsAt: inMinutes(90) };
  const { status, body } = await ask('POST', 'activities', { as: 'community', body: { ...tea, ...times, ...change } });
  expect(status).toBe(201);
  const session = body.sessions[0].id as string;
  return { id: body.id, session, path: `activities/${body.id}/sessions/${session}` };
}
const enrol = (id: string, as: 'resident' | 'other' | 'family') => ask('POST', `activities/${id}/enrolment`, { as });
const passOf = async (path: string): Promise<string> =>
  (await ask('GET', `${path}/door-pass`, { as: 'community' })).body.pass;
const scan = (pass: string, as: 'resident' | 'other' | 'family' | 'grid') =>
  ask('POST', `check-ins/${pass}`, { as, body: {} });
const cameTo = async (session: string) =>
  (
    await owner.query<{ attendee: string; way: string }>(
      `select attendee, way from attendances where session_id = $1 order by at, attendee`,
      [session],
    )
  ).rows;

/** A mother with a son of the household, and an old woman without a telephone. */
async function register() {
  return database.transaction(clock.now(), async (tx) => {
    const [first = '', second = ''] = await addHouseholds(tx, actors.community, doors, {
      areaId,
      households: [
        { buildingId: buildings.one, unit: '1', room: '101' },
        { buildingId: buildings.one, unit: '1', room: '102' },
      ],
    });
    const [mother = '', son = '', granny = ''] = await addPeople(tx, actors.community, doors, {
      areaId,
      people: [
        { householdId: first, name: '郑居民', tags: [], userId: actors.resident.id },
        { householdId: first, name: '郑小满', tags: [], birthYear: 2016 },
        { householdId: second, name: '秦奶奶', tags: [], birthYear: 1940 },
      ],
    });
    return { parent: { ...actors.resident, personId: mother }, mother, son, granny };
  });
}
const people = await register();

describe('the code at the door', () => {
  test('R4: who is enrolled checks in with one tap, twice is once; a forged code and one older than 60 seconds are refused', async () => {
    const { id, session, path } = await publish();
    await enrol(id, 'resident');
    const pass = await passOf(path);
    expect((await ask('GET', `${path}/door-pass`, { as: 'resident' })).body.code).toBe('attendance.not-yours');
    expect((await ask('GET', `check-ins/${pass}`, { as: 'resident' })).body).toMatchObject({
      title: '下午茶',
      why: null,
    });
    expect((await scan(pass, 'resident')).body.party).toEqual([expect.objectContaining({ isMe: true, came: true })]);
    expect((await scan(pass, 'resident')).status).toBe(200);
    expect(await cameTo(session)).toEqual([{ attendee: actors.resident.id, way: 'qr' }]);
    const forged = doorPass(Buffer.alloc(32, 1), `session:${session}`, clock.now());
    expect((await scan(forged, 'other')).body.code).toBe('attendance.pass-wrong');
    const made = clock.now().getTime() - (clock.now().getTime() % 30_000);
    clock.set(new Date(made + 60_000));
    expect((await scan(pass, 'other')).status).toBe(200);
    clock.set(new Date(made + 60_001));
    expect((await scan(pass, 'family')).body.code).toBe('attendance.pass-wrong');
    expect(await cameTo(session)).toHaveLength(2);
  });

  test('a code of something else, or of another community, opens no door; nobody is let in long before or after', async () => {
    const { path } = await publish({ startsAt: inMinutes(61), endsAt: inMinutes(62) });
    const venue = doorPass(Buffer.from(doors.sealer.secret('door'), 'hex'), `venue:${places.building}`, clock.now());
    expect((await scan(venue, 'resident')).body.code).toBe('attendance.pass-wrong');
    expect((await scan(await passOf(path), 'resident')).body.code).toBe('attendance.not-yet');
    clock.set(inMinutes(1));
    expect((await scan(await passOf(path), 'resident')).status).toBe(200);
    clock.set(inMinutes(121));
    expect((await scan(await passOf(path), 'other')).status).toBe(200);
    clock.set(inMinutes(1));
    expect((await scan(await passOf(path), 'family')).body.code).toBe('attendance.over');
  });

  test('who is not enrolled comes in while seats are free, to the last; one phone brings the family', async () => {
    const { id, session, path } = await publish({ seats: 3 });
    const body = { who: ['me', people.son] };
    await ask('POST', `activities/${id}/enrolments`, { as: people.parent, body });
    const pass = await passOf(path);
    const together = await ask('POST', `check-ins/${pass}`, { as: people.parent, body: {} });
    expect(together.body.party.map((one: { came: boolean }) => one.came)).toEqual([true, true]);
    expect((await scan(pass, 'other')).status).toBe(200);
    expect((await scan(pass, 'family')).body.code).toBe('activity.full');
    expect((await cameTo(session)).map((one) => one.attendee).toSorted()).toEqual(
      [actors.resident.id, actors.other.id, `person:${people.son}`].toSorted(),
    );
    expect((await ask('GET', `activities/${id}`)).body).toMatchObject({ enrolled: 3, seatsLeft: 0 });
  });
});

describe('the list', () => {
  test('staff tick who came, residents without a phone too, and count the rest; a tick taken back is gone; strangers are no names', async () => {
    const { id, path } = await publish();
    await enrol(id, 'resident');
    const record = (body: object, as: 'grid' | 'resident' = 'grid') => ask('POST', `${path}/attendances`, { as, body });
    expect((await record({ ticks: [] }, 'resident')).body.code).toBe('attendance.not-yours');
    const me = { attendee: actors.resident.id, there: true };
    const granny = { attendee: `person:${people.granny}`, there: true };
    const first = (await record({ ticks: [me, granny], headcount: 7 })).body;
    expect([first.people, first.headcount, first.personTimes]).toEqual([2, 7, 9]);
    expect(first.items.map((one: { name: string; way: string }) => [one.name, one.way])).toEqual([
      ['郑居民', 'list'],
      ['秦**', 'list'],
    ]);
    // The register knows her account: she is one person, by whatever name she was ticked.
    const again = (await record({ ticks: [{ attendee: `person:${people.mother}`, there: true }] })).body;
    expect([again.people, again.headcount]).toEqual([2, 7]);
    const back = (await record({ ticks: [{ ...granny, there: false }] })).body;
    expect([back.people, back.personTimes]).toEqual([1, 8]);
    const stranger = { attendee: 'somebody', there: true };
    expect((await record({ ticks: [stranger] })).body.code).toBe('attendance.attendee-unknown');
  });

  test('ticks made without network arrive later with their time, and arriving twice they are once', async () => {
    const { id, session, path } = await publish({ startsAt: inMinutes(10), endsAt: inMinutes(20) });
    await enrol(id, 'resident');
    clock.set(inMinutes(90));
    const send = (madeAgoSeconds: number) => {
      const body = { ticks: [{ attendee: actors.resident.id, there: true }], madeAgoSeconds };
      return ask('POST', `${path}/attendances`, { as: 'grid', body, headers: { 'idempotency-key': 'ticked-at-door' } });
    };
    expect((await send(4_200)).status).toBe(200);
    expect((await send(4_260)).status).toBe(200);
    expect(await cameTo(session)).toEqual([{ attendee: actors.resident.id, way: 'offline' }]);
    const { rows } = await owner.query(`select at from attendances where session_id = $1`, [session]);
    expect(rows).toEqual([{ at: new Date(inMinutes(-70)) }]);
  });

  test('who made an activity keeps its door; a grid worker of elsewhere does not', async () => {
    const { path } = await publish();
    expect((await ask('GET', `${path}/attendances`, { as: 'neighbour' })).body.code).toBe('attendance.not-yours');
    expect((await ask('GET', '/api/v1/attendance/day', { as: 'gridTwo' })).body.items.length).toBeGreaterThan(0);
    expect((await ask('GET', '/api/v1/attendance/day', { as: 'resident' })).body.items).toEqual([]);
  });
});

describe('what follows', () => {
  test('a rating is for who came, once each; everybody sees the average and nobody the words', async () => {
    const { id, path } = await publish();
    const rate = (as: 'resident' | 'other', stars: number) =>
      ask('PUT', `activities/${id}/rating`, { as, body: { stars, words: '胡琴拉得好' } });
    await enrol(id, 'resident');
    expect((await rate('resident', 5)).body.code).toBe('activity.not-there');
    await scan(await passOf(path), 'resident');
    for (const stars of [3, 5]) expect((await rate('resident', stars)).status).toBe(200);
    const page = (await ask('GET', `activities/${id}`)).body;
    expect([page.rating, page.own]).toEqual([{ count: 1, stars: 5 }, null]);
    expect((await ask('GET', `activities/${id}/ratings`, { as: 'community' })).body.items[0].words).toBe('胡琴拉得好');
  });

  test('tickets: mine and those of my family, the next first; over and attended: to be rated, with a certificate after two thirds of a course', async () => {
    const day = (n: number, from: number, to: number) => ({
      startsAt: inMinutes(n * 1440 + from),
      endsAt: inMinutes(n * 1440 + to),
    });
    const sessions = [day(0, 30, 90), day(1, 30, 90), day(2, 30, 90)];
    const { id } = await publish({ title: '京剧班', kind: 'course', seats: 1, sessions });
    const course = (await ask('GET', `activities/${id}`)).body;
    await ask('POST', `activities/${id}/enrolments`, { as: people.parent, body: { who: [people.son] } });
    await enrol(id, 'other');
    const ticketOf = async (as: 'other' | typeof people.parent, when: 'coming' | 'past') =>
      (await ask('GET', '/api/v1/me/tickets', { as })).body[when].find(
        (one: { activity: { id: string } }) => one.activity.id === id,
      );
    expect(await ticketOf('other', 'coming')).toMatchObject({ state: 'waiting', place: 1, isMe: true });
    expect(await ticketOf(people.parent, 'coming')).toMatchObject({
      state: 'enrolled',
      isMe: false,
      session: { position: 1 },
      mayCancel: true,
    });
    for (const n of [0, 1]) {
      clock.set(course.sessions[n].startsAt);
      const path = `activities/${id}/sessions/${course.sessions[n].id}`;
      await ask('POST', `check-ins/${await passOf(path)}`, { as: people.parent, body: {} });
    }
    const certificate = `activities/${id}/certificate?who=${people.son}`;
    expect((await ask('GET', certificate, { as: people.parent })).body.code).toBe('activity.no-certificate');
    clock.set(course.endsAt);
    expect(await ticketOf(people.parent, 'past')).toMatchObject({ came: 2, hasCertificate: true, mayRate: true });
    expect((await ask('GET', certificate, { as: people.parent })).body).toMatchObject({
      title: '京剧班',
      came: 2,
      name: '',
    });
    expect((await ask('GET', certificate, { as: 'other' })).body.code).toBe('activity.no-certificate');
    const facts = await readActivityFacts(database, areaId, { from: new Date(course.startsAt), to: clock.now() });
    // X4: the same child twice is one person and two attendances.
    expect(facts.find((one) => one.id === id)).toMatchObject({ people: 1, personTimes: 2 });
  });

  test('X4: a rate of participation above 100% is refused, 100% is not; without residents there is none', async () => {
    expect(whyNotRate(9_893, 9_893)).toBeNull();
    expect(whyNotRate(9_894, 9_893)?.code).toBe('activity.rate-above-whole');
    expect(whyNotRate(0, 0)?.code).toBe('activity.rate-above-whole');
    expect([participationPerMille(9_893, 9_893), participationPerMille(9_892, 9_893)]).toEqual([1000, 999]);
    const { path } = await publish({ seats: undefined });
    await scan(await passOf(path), 'family');
    // More accounts came than residents are registered: the figure says why there is none.
    const figures = (await ask('GET', 'participation?year=2026', { as: 'community' })).body;
    expect(figures).toMatchObject({ residents: 3, people: 4, participationPerMille: null });
    expect(figures.why).toContain('来的 4 人比登记的 3 位居民还多');
    expect(figures.personTimes).toBeGreaterThan(figures.people);
  });

  test('X9: one activity that is large and broad counts towards both quotas', async () => {
    const flags = (large: boolean, broad: boolean) => ({ large, broad });
    expect(countQuotas([flags(true, true), flags(true, false), flags(false, true), flags(false, false)])).toEqual({
      large: 2,
      broad: 2,
    });
    await publish({ large: true, broad: true });
    const figures = (await ask('GET', 'participation?year=2026', { as: 'community' })).body;
    expect([figures.large, figures.broad]).toEqual([1, 1]);
    expect((await ask('GET', 'activities?large=true')).body.items).toHaveLength(1);
  });
});
