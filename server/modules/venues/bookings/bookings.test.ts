import { expect, test } from 'vitest';
import { reserveVenue, releaseVenue } from '#modules/venues/bookings';
import { system } from '#shared/actor';
import { testDatabase } from '#tests/database';
import { areas, gongsheng, openWorld, type Name } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { as } = world;
const [friday, saturday, tuesday, wednesday] = ['2026-11-20', '2026-11-21', '2026-11-24', '2026-11-25'];

const daily = (opens: number, closes: number, weekdays = [1, 2, 3, 4, 5, 6, 7], zone = '') =>
  weekdays.map((weekday) => ({ weekday, opens, closes, zone }));
const rules = {
  who: ['resident', 'team', 'staff'],
  shortestMinutes: 60,
  longestMinutes: 120,
  stepMinutes: 30,
  earliestDays: 14,
  latestHours: 1,
  openPerPerson: 2,
  approval: false,
  noShowsAllowed: 1,
};
const room = { name: '图书阅览室', kind: '图书阅览室', indoor: true, bookable: true, rules, capacity: 20 };
let opened = 0;
const open = async (change: object = {}): Promise<string> => {
  const hours = daily(540, 1260);
  const body = { ...room, name: `活动室 ${(opened += 1)}`, hours, ...change };
  const answer = await as('community').post('venues', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const book = (who: Name, venue: string, startsAt: string, change: object = {}) =>
  as(who).post(`venues/${venue}/bookings`, { startsAt, minutes: 60, title: '排练', ...change });
const titles = async (who: Name): Promise<string[]> =>
  (await as(who).get('/api/v1/messages')).body.items.map(({ title }: { title: string }) => title);
const stateOf = async (id: string): Promise<string> => (await as('community').get(`bookings/${id}`)).body.state;

test('a resident books, a neighbour waits, the resident cancels, the neighbour has it and is told; who came is checked in', async () => {
  const venue = await open();
  const mine = await book('resident', venue, at(saturday, '14:00'));
  expect(mine).toMatchObject({
    status: 201,
    body: { state: 'confirmed', stateName: '订好了', time: '明天 14:00—15:00', mine: true, actions: ['cancel'] },
  });
  const taken = await book('resident2', venue, at(saturday, '14:30'));
  expect(taken).toMatchObject({ status: 409, body: { code: 'venue.taken' } });
  const slots = (await as('resident2').get(`venues/${venue}/slots?day=${saturday}&near=${at(saturday, '14:30')}`)).body;
  expect(slots.slots.find((one: { from: number }) => one.from === 14 * 60)).toMatchObject({ free: false });
  expect(slots.nearest.map((one: { time: string }) => one.time)).toContain('明天 15:00—16:00');
  const waiting = (await book('resident2', venue, at(saturday, '14:00'), { wait: true })).body;
  expect(waiting).toMatchObject({ state: 'waiting', waitingPlace: 1 });
  expect((await as('resident2').get(`bookings/${mine.body.id}`)).status).toBe(404);
  expect((await as('resident').post(`bookings/${mine.body.id}/cancel`)).body.state).toBe('cancelled');
  await world.worker.drain();
  expect(await stateOf(waiting.id)).toBe('confirmed');
  expect(await titles('resident2')).toContain('候补轮到您了，已经给您订好');
  expect((await as('community').post(`bookings/${waiting.id}/check-in`)).status).toBe(409);
  await world.advance(at(saturday, '14:05'));
  expect((await as('community').post(`bookings/${waiting.id}/check-in`)).body.checkedInAt).not.toBeNull();
  await world.advance(at(saturday, '15:00'));
  expect(await stateOf(waiting.id)).toBe('done');
  expect((await as('resident2').get('/api/v1/me/bookings')).body.items).toMatchObject([
    { id: waiting.id, state: 'done' },
  ]);
});

test('booking the hall takes both halves, booking a half leaves the other, a room blocks the space it lies in', async () => {
  const hall = await open();
  const [east, west] = [await open({ parentId: hall, hours: [] }), await open({ parentId: hall, hours: [] })];
  const start = at(tuesday, '09:00');
  expect((await book('community', east, start)).status).toBe(201);
  expect((await book('community', hall, start)).body.code).toBe('venue.taken');
  expect((await book('community', west, start)).status).toBe(201);
  const later = at(tuesday, '10:00');
  expect((await book('community', hall, later)).status).toBe(201);
  expect((await book('community', east, later)).body.code).toBe('venue.taken');
  const week = (await as('anonymous').get(`venues/availability?from=${tuesday}&days=1&venueIds=${west}`)).body;
  expect(week.venues[0].days[0].free).toEqual([{ from: 660, to: 1260 }]);
});

test('a hall that is divided later keeps its bookings: its halves are taken then', async () => {
  const hall = await open();
  expect((await book('community', hall, at(tuesday, '09:00'))).status).toBe(201);
  const half = await open({ parentId: hall, hours: [] });
  expect((await book('community', half, at(tuesday, '09:00'))).body.code).toBe('venue.taken');
  expect((await book('community', half, at(tuesday, '10:00'))).status).toBe(201);
});

test('the rules of a venue hold on both sides: hours, length, grid, how far ahead, how many, how many people, who', async () => {
  const venue = await open();
  const [early, late] = ['2026-12-05', '2026-12-06'];
  const codes = async (...asked: [string, object?][]) =>
    Promise.all(asked.map(async ([startsAt, change]) => (await book('resident', venue, startsAt, change)).body.code));
  expect(
    await codes(
      [at(tuesday, '08:30')],
      [at(tuesday, '20:30')],
      [at(tuesday, '09:00'), { minutes: 59 }],
      [at(tuesday, '09:00'), { minutes: 121 }],
      [at(tuesday, '09:15')],
      [at(late, '09:00')],
      [at(friday, '09:00')],
      [at(tuesday, '09:00'), { people: 21 }],
    ),
  ).toEqual([
    'venue.closed',
    'venue.closed',
    'booking.length',
    'booking.length',
    'booking.grid',
    'booking.too-early',
    'booking.past',
    'booking.too-many-people',
  ]);
  expect((await book('family', venue, at(tuesday, '09:00'))).body.code).toBe('booking.not-from-here');
  expect((await book('resident', venue, at(early, '20:00'), { people: 20 })).body).toMatchObject({
    state: 'confirmed',
  });
  expect((await book('resident', venue, at(tuesday, '09:00'), { minutes: 120 })).status).toBe(201);
  expect((await book('resident', venue, at(tuesday, '15:00'))).body.code).toBe('booking.too-many');
  expect((await book('community', venue, at(tuesday, '15:00'), { holderName: '老年大学' })).status).toBe(201);
  const body = { startsAt: at(tuesday, '18:00'), minutes: 60 };
  expect((await as('anonymous').post(`venues/${venue}/bookings`, body)).status).toBe(401);
});

test('N37: the sewing slot is held on Tuesdays and on no other day, and the room is not lent to others in it', async () => {
  const venue = await open({ hours: [...daily(540, 660, [2], '爱心缝纫铺'), ...daily(660, 1020)] });
  const span = (day: string) => ({ startsAt: at(day, '09:00'), endsAt: at(day, '11:00') });
  const sew = (day: string) =>
    world.database.transaction(world.clock.now(), (tx) =>
      reserveVenue(tx, system, doors, {
        areaId: areas.gongsheng,
        venueId: venue,
        ...span(day),
        holder: { kind: 'team', id: 'sewing' },
        title: '爱心缝纫铺',
      }),
    );
  const doors = { tree: world.parts.tree, may: () => false };
  await expect(sew(wednesday)).rejects.toThrow('venue.closed');
  expect((await book('resident', venue, at(tuesday, '09:30'))).body).toMatchObject({ code: 'venue.closed' });
  const id = await sew(tuesday);
  await expect(sew(tuesday)).rejects.toThrow('venue.taken');
  await world.database.transaction(world.clock.now(), (tx) =>
    releaseVenue(tx, { areaId: areas.gongsheng, bookingId: id }),
  );
  expect(await sew(tuesday)).not.toBe(id);
  const page = (await as('resident').get(`venues/${venue}/slots?day=${tuesday}`)).body;
  expect(page.zones).toEqual(['9:00—11:00 爱心缝纫铺']);
  expect(page.slots[0]).toMatchObject({ from: 660, free: true });
});

test('with approval staff are told and decide; nobody answered in time is told too', async () => {
  const venue = await open({ rules: { ...rules, approval: true } });
  const [one, two, three] = [
    (await book('resident', venue, at(wednesday, '09:00'))).body,
    (await book('resident', venue, at(wednesday, '10:00'))).body,
    (await book('resident2', venue, at(wednesday, '11:00'))).body,
  ];
  expect(one).toMatchObject({ state: 'pending', stateName: '等社区确认' });
  expect((await book('resident2', venue, at(wednesday, '09:00'))).body.code).toBe('venue.taken');
  expect((await as('resident').post(`bookings/${one.id}/confirm`)).status).toBe(403);
  await world.worker.drain();
  expect(await titles('community')).toContain('有一个预约等您确认');
  expect((await as('community').post(`bookings/${one.id}/confirm`)).body.state).toBe('confirmed');
  expect((await as('community').post(`bookings/${two.id}/refuse`, { reason: '要消毒' })).body.state).toBe('refused');
  expect((await as('community').post(`bookings/${two.id}/confirm`)).body.code).toBe('booking.state');
  await world.advance(at(wednesday, '11:00'));
  expect(await Promise.all([one.id, two.id, three.id].map(stateOf))).toEqual(['done', 'refused', 'cancelled']);
  expect(await titles('resident2')).toContain('预约没有等到答复');
});

test('who did not come is noted after 15 minutes, the room is free again, and the next booking is for the desk to make', async () => {
  const venue = await open();
  const day = '2026-11-26';
  const { id } = (await book('resident', venue, at(day, '09:00'))).body;
  await world.advance(at(day, '09:14'));
  expect((await as('community').post(`bookings/${id}/no-show`)).body.code).toBe('booking.no-show-early');
  await world.advance(at(day, '09:15'));
  expect((await as('community').post(`bookings/${id}/no-show`)).body.state).toBe('no-show');
  expect((await book('resident', venue, at(day, '14:00'))).body.code).toBe('booking.held');
  expect((await book('community', venue, at(day, '09:30'), { holderName: '现场' })).status).toBe(201);
  expect((await as('community').post(`bookings/${id}/check-in`)).body.state).toBe('done');
  expect((await book('resident', venue, at(day, '14:00'))).status).toBe(201);
});

test('the door’s code checks in who has a booking there now; forged, old or elsewhere it does not', async () => {
  const [venue, other] = [await open(), await open()];
  const day = '2026-11-27';
  const { id } = (await book('resident', venue, at(day, '09:00'))).body;
  await world.advance(at(day, '08:50'));
  const door = async (venueId: string) => (await as('community').get(`venues/${venueId}/door`)).body;
  const { pass, url } = await door(venue);
  expect(url).toBe(`https://liren.test/bookings/${areas.gongsheng}/in/${pass}`);
  const enter = (who: Name, code: string) => as(who).post('venues/check-in', { pass: code });
  expect((await enter('resident', (await door(other)).pass)).body.code).toBe('booking.nothing-here');
  expect((await enter('resident2', pass)).body.code).toBe('booking.nothing-here');
  expect((await enter('resident', `${pass.slice(0, -1)}_`)).body.code).toBe('booking.pass-wrong');
  expect((await enter('resident', pass)).body).toMatchObject({ id, state: 'confirmed' });
  expect((await enter('resident', pass)).status).toBe(200);
  await world.advance(new Date(world.clock.now().getTime() + 60_001));
  expect((await enter('resident', pass)).body.code).toBe('booking.pass-wrong');
  expect((await as('resident').get(`venues/${venue}/door`)).status).toBe(403);
});

test('closed for repair: what finds a place elsewhere is moved, the rest is cancelled, all are told, and it opens again', async () => {
  const day = '2026-12-01';
  const [venue, other] = [await open(), await open()];
  const moved = (await book('resident', venue, at(day, '09:00'))).body.id;
  const gone = (await book('resident2', venue, at(day, '11:00'))).body.id;
  await book('community', other, at(day, '11:00'));
  const closure = { startsAt: at(day, '08:00'), endsAt: at('2026-12-03', '18:00'), reason: '换地板', moveTo: other };
  const close = () => as('community').post(`venues/${venue}/closures`, closure);
  expect((await as('resident').post(`venues/${venue}/closures`, closure)).status).toBe(403);
  const closed = (await close()).body;
  expect(closed).toMatchObject({ moved: 1, cancelled: 1 });
  expect((await close()).body.code).toBe('booking.closed-already');
  await world.worker.drain();
  expect((await as('resident').get(`bookings/${moved}`)).body).toMatchObject({ venueId: other, state: 'confirmed' });
  expect(await stateOf(gone)).toBe('cancelled');
  expect(await titles('resident')).toContain('您的预约换了地方');
  expect(await titles('resident2')).toContain('您的预约因停用取消了');
  expect((await book('community', venue, at(day, '15:00'))).body.code).toBe('venue.taken');
  expect((await as('community').post(`bookings/${closed.id}/cancel`)).status).toBe(200);
  expect((await book('community', venue, at(day, '15:00'))).status).toBe(201);
});

test('a venue closed for good gives up its bookings to come, and who made them is told', async () => {
  const venue = await open();
  const day = '2026-12-04';
  const { id } = (await book('resident', venue, at(day, '09:00'))).body;
  expect((await as('community').post(`venues/${venue}/closing`, { reason: '房屋腾退' })).status).toBe(200);
  await world.worker.drain();
  expect(await stateOf(id)).toBe('cancelled');
  expect(await titles('resident')).toContain('您的预约因停用取消了');
  expect((await book('resident', venue, at(day, '10:00'))).body.code).toBe('venue.closed');
});

test('staff see and export the bookings of some days, others do not', async () => {
  const range = `from=${tuesday}&to=${tuesday}`;
  const list = (await as('community').get(`bookings?${range}`)).body.items as { time: string; holderName: string }[];
  expect(list.length).toBeGreaterThan(5);
  expect(list.map(({ holderName }) => holderName)).toContain('老年大学');
  const sheet = await as('community').get(`bookings.xlsx?${range}`);
  expect(sheet.status).toBe(200);
  expect(sheet.raw.subarray(0, 2).toString()).toBe('PK');
  for (const who of ['resident', 'sibling'] as const)
    expect((await as(who).get(`${gongsheng}/bookings?${range}`)).status).toBe(403);
});
