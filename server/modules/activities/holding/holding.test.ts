import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openWorld, type Name } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const { as, owner } = await openWorld(await testDatabase());
const [tuesday, wednesday] = ['2026-11-24', '2026-11-25'];
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const span = (day: string, from: string, to: string) => ({ startsAt: at(day, from), endsAt: at(day, to) });

const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 540, closes: 1260, zone: '' }));
const rules = {
  ...{
    who: ['resident', 'team', 'staff'],
    shortestMinutes: 60,
    longestMinutes: 120,
    stepMinutes: 30,
    earliestDays: 14,
  },
  ...{ latestHours: 1, openPerPerson: 3, approval: false, noShowsAllowed: 1 },
};
let opened = 0;
const open = async (bookable = true): Promise<string> => {
  const hall = { name: `礼堂 ${(opened += 1)}`, kind: '文化服务中心', indoor: true, bookable, rules, hours };
  const { status, body } = await as('community').post('venues', hall);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
};
const words = (venueId: string, sessions: object[], change: object = {}) => ({
  ...{
    title: '银龄手机课',
    kind: 'course',
    host: '社区',
    place: '礼堂',
    officer: '孟庆华',
    seats: 2,
    venueId,
    sessions,
  },
  ...change,
});
const submit = async (venueId: string, sessions: object[], change: object = {}): Promise<string> => {
  const { id } = (await as('community').post('activity-records', words(venueId, sessions, change))).body;
  expect((await as('community').post(`activity-records/${id}/submit`)).status).toBe(200);
  return id as string;
};
const approve = (id: string) => as('secretary').post(`activity-records/${id}/approve`);
const save = (id: string, body: object) => as('secretary').ask('PUT', `activity-records/${id}`, { body });
const book = (who: Name, venueId: string, startsAt: string, wait = false) =>
  as(who).post(`venues/${venueId}/bookings`, { startsAt, minutes: 60, title: '排练', wait });
const outcome = async (...asked: Parameters<typeof book>) => {
  const { status, body } = await book(...asked);
  return status === 201 ? body.state : body.code;
};

test('an approved activity holds its hall, whoever asks, and those enrolled will be reminded', async () => {
  const venue = await open();
  const id = await submit(venue, [span(tuesday, '14:00', '16:00'), span(wednesday, '14:00', '16:00')]);
  expect(await outcome('resident', venue, at(tuesday, '17:00'))).toBe('confirmed');
  const page = (await approve(id)).body;
  expect(page.sessions.map((one: { reserved: boolean }) => one.reserved)).toEqual([true, true]);
  expect(await outcome('resident', venue, at(tuesday, '15:00'))).toBe('venue.taken');
  expect(await outcome('resident2', venue, at(wednesday, '14:00'))).toBe('venue.taken');
  expect(await outcome('resident', venue, at(tuesday, '13:00'))).toBe('confirmed');
  const reminders = await owner.query(
    `select rule from jobs.deadlines where kind = 'activity.reminder' and subject = $1`,
    [page.sessions[0].id],
  );
  expect(reminders.rows.map(({ rule }) => rule).sort()).toEqual(['day-before', 'hours-before']);
});

test('two activities for one hall at one time, approved at the same moment: one is, the other keeps its words and waits', async () => {
  const venue = await open();
  const ids = [
    await submit(venue, [span(tuesday, '09:00', '11:00')], { title: '合唱' }),
    await submit(venue, [span(tuesday, '10:00', '12:00')], { title: '下棋' }),
  ];
  const answers = await Promise.all(ids.map(approve));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.findIndex(({ status }) => status === 409);
  expect(answers[lost]?.body).toMatchObject({ code: 'venue.taken', detail: expect.stringContaining('请换一个时间') });
  expect((await as('secretary').get(`activity-records/${ids[lost]}`)).body).toMatchObject({
    state: 'submitted',
    title: ['合唱', '下棋'][lost],
    sessions: [{ reserved: false }],
  });
  expect((await as('anonymous').get(`activities/${ids[lost]}`)).status).toBe(404);
});

test('published at once it holds its hall too, and calling it off gives the hall to who waits', async () => {
  const venue = await open();
  const { sessions, officer: _, ...tea } = words(venue, [span(tuesday, '14:00', '15:00')]);
  const publish = () => as('secretary').post('activities', { ...tea, ...sessions[0] });
  const { id } = (await publish()).body;
  expect(await outcome('resident', venue, at(tuesday, '14:00'))).toBe('venue.taken');
  expect((await publish()).body.code).toBe('venue.taken');
  expect(await outcome('resident', venue, at(tuesday, '14:00'), true)).toBe('waiting');
  expect((await as('secretary').post(`activities/${id}/withdraw`, { reason: '有雨' })).status).toBe(200);
  const mine = (await as('resident').get('/api/v1/me/bookings')).body.items;
  const given = mine.find((one: { venueId: string }) => one.venueId === venue);
  expect(given).toMatchObject({ state: 'confirmed', startsAt: at(tuesday, '14:00') });
});

test('a session that moves gives back the old time and takes the new; nobody who waits comes between', async () => {
  const [venue, other] = [await open(), await open()];
  const id = await submit(venue, [span(tuesday, '14:00', '16:00'), span(wednesday, '14:00', '16:00')]);
  const [first, second] = (await approve(id)).body.sessions;
  expect(await outcome('resident2', venue, at(tuesday, '14:00'), true)).toBe('waiting');
  const later = { id: first.id, ...span(tuesday, '14:30', '16:30') };
  const kept = { id: second.id, ...span(wednesday, '14:00', '16:00') };
  const saved = (await save(id, words(venue, [later, kept]))).body;
  expect(saved.sessions[0].bookingId).not.toBe(first.bookingId);
  expect(saved.sessions[1].bookingId).toBe(second.bookingId);
  expect(await outcome('community', venue, at(tuesday, '15:30'))).toBe('venue.taken');
  expect(await outcome('community', venue, at(tuesday, '13:30'))).toBe('confirmed');
  expect(await outcome('community', other, at(tuesday, '10:00'))).toBe('confirmed');
  const move = (body: object) =>
    as('secretary').ask('PUT', `activities/${id}/sessions/${first.id}`, { body: { place: '礼堂', ...body } });
  expect((await move({ ...span(tuesday, '10:30', '11:30'), venueId: other })).body.code).toBe('venue.taken');
  expect(await outcome('community', venue, at(tuesday, '15:30'))).toBe('venue.taken');
  expect((await move({ ...span(tuesday, '11:00', '12:00'), venueId: other })).status).toBe(200);
  expect(await outcome('community', other, at(tuesday, '11:00'))).toBe('venue.taken');
  expect(await outcome('community', venue, at(tuesday, '15:30'))).toBe('confirmed');
  expect((await save(id, words(venue, [kept]))).status).toBe(200);
  expect(await outcome('community', other, at(tuesday, '11:00'))).toBe('confirmed');
  expect(await outcome('community', venue, at(wednesday, '14:00'))).toBe('venue.taken');
});

test('closed then, it is not approved; a square that nobody books is not held', async () => {
  const night = span(tuesday, '20:30', '21:30');
  const refused = await approve(await submit(await open(), [night]));
  expect(refused).toMatchObject({ status: 422, body: { code: 'venue.closed' } });
  const page = (await approve(await submit(await open(false), [night]))).body;
  expect(page).toMatchObject({ state: 'published', sessions: [{ reserved: false }] });
});

test('more seats of a public activity go to who waits, in the same act; fewer than are taken are refused', async () => {
  const venue = await open();
  const id = await submit(venue, [span(tuesday, '14:00', '16:00')], { seats: 1 });
  const [session] = (await approve(id)).body.sessions;
  for (const who of ['resident', 'resident2'] as const) await as(who).post(`activities/${id}/enrolment`);
  const seats = (count: number) =>
    save(id, words(venue, [{ id: session.id, ...span(tuesday, '14:00', '16:00') }], { seats: count }));
  expect((await seats(2)).body).toMatchObject({ seats: 2, enrolled: 2, sessions: [{ bookingId: session.bookingId }] });
  expect((await as('resident2').get(`activities/${id}`)).body.myState).toBe('enrolled');
  expect((await seats(1)).body.code).toBe('activity.seats-below-enrolled');
});
