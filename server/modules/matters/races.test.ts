import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, detail, finding, listed, matterAt, need } from '#tests/matters';
import { openWorld, upload, type Answer } from '#tests/world';
import { createWorker } from '../../handlers.ts';

const world = await openWorld(await testDatabase());
const { as, ids, owner } = world;

const body = { method: 'seven-step-loop', form: finding };
const count = async (table: string): Promise<number> =>
  (await owner.query(`select count(*)::int as n from ${table}`)).rows[0].n;
const many = <T>(times: number, make: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, i) => make(i)));
const statuses = (answers: Answer[]): number[] => answers.map((answer) => answer.status).sort();

test('a limit and a hand that come at the same moment: one of them happens, and the other sees it', async () => {
  const number = await matterAt(world, 'rate');
  world.clock.set('2026-11-27T16:00:00.001Z');
  const [answer] = await Promise.all([
    act(as('resident'), number, 'content', { form: { stars: 3 } }),
    world.worker.drain(),
  ]);
  await world.advance('2026-11-27T16:05:00.000Z');
  const seen = await detail(world, number);
  expect(seen.status).toBe('done');
  expect(seen.stars).toBe(answer.status === 200 ? 3 : null);
  expect(seen.history.filter((entry: { toStep: string }) => entry.toStep === '归档')).toHaveLength(1);
});

test('two workers of the app drain at once: each limit happens once', async () => {
  world.clock.set('2026-11-20T01:00:00.000Z');
  const numbers = await many(5, () => begin(as('resident2')));
  world.clock.set('2026-11-24T01:00:00.000Z');
  const second = createWorker(world.parts, 0);
  await Promise.all([world.worker.drain(), second.drain()]);
  await second.stop();
  for (const number of numbers) {
    const { rows } = await owner.query(
      `select count(*)::int as n from messages where subject = $1 and kind = 'late' and user_id = $2`,
      [`matter:${number}`, ids.grid],
    );
    expect(rows[0].n).toBe(1);
  }
});

test('the same key twice is one matter and the same answer', async () => {
  const before = await count('matters');
  const first = need(await as('resident').post('matters', body, 'twice'));
  const second = await as('resident').post('matters', body, 'twice');
  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(second.headers['idempotent-replay']).toBe('true');
  expect(await count('matters')).toBe(before + 1);
});

test('control: without a key the same request twice is two matters', async () => {
  const before = await count('matters');
  await as('resident').post('matters', body);
  await as('resident').post('matters', body);
  expect(await count('matters')).toBe(before + 2);
});

test('a retry answers as the first time even when the act is not allowed any more', async () => {
  const number = await begin(as('resident'));
  const path = `matters/${number}/actions/accept`;
  const first = need(await as('grid').post(path, { version: 1 }, 'accept-once'));
  const again = await as('grid').post(path, { version: 1 }, 'accept-once');
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect((await as('grid').post(path, { version: 1 })).body.code).toBe('matter.acted-first');
  expect((await detail(world, number)).history).toHaveLength(2);
});

test('a retry answers as the first time even when the session may do it no more', async () => {
  const number = await matterAt(world, 'rate');
  const path = `matters/${number}/actions/content`;
  const first = need(await as('resident').post(path, { form: { stars: 5 } }, 'rate-once'));
  expect((await as('resident').post(path, { form: { stars: 5 } }, 'rate-once')).body).toEqual(first.body);
});

test('a key belongs to one person: another’s is another request', async () => {
  const before = await count('matters');
  need(await as('resident').post('matters', body, 'shared'));
  need(await as('resident2').post('matters', body, 'shared'));
  expect(await count('matters')).toBe(before + 2);
});

test('a refused request keeps no key: mended, it is taken', async () => {
  expect((await as('resident').post('matters', { ...body, form: {} }, 'mended')).status).toBe(422);
  need(await as('resident').post('matters', body, 'mended'));
});

test('20 identical requests at once with one key are one matter, told once, answered alike', async () => {
  const [matters, messages, outbox] = [await count('matters'), await count('messages'), await count('jobs.outbox')];
  const answers = await many(20, () => as('resident').post('matters', body, 'at-once'));
  expect(statuses(answers)).toEqual(Array(20).fill(201));
  expect(new Set(answers.map((answer) => answer.body.number)).size).toBe(1);
  expect(await count('matters')).toBe(matters + 1);
  expect(await count('messages')).toBe(messages + 3);
  expect(await count('jobs.outbox')).toBe(outbox + 1);
});

test('control: 20 at once with a key each are 20', async () => {
  const before = await count('matters');
  await many(20, (i) => as('resident').post('matters', body, `own-${i}`));
  expect(await count('matters')).toBe(before + 20);
});

test('20 identical acts at once with one key are one act', async () => {
  const number = await begin(as('resident'));
  const answers = await many(20, () => as('grid').post(`matters/${number}/actions/accept`, {}, 'one-act'));
  expect(statuses(answers)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect((await detail(world, number)).history).toHaveLength(2);
});

test('20 identical track notes at once: with one key one note, with none twenty tries and no lost one', async () => {
  const number = await matterAt(world, 'handle');
  const path = `matters/${number}/actions/track`;
  const noted = async (): Promise<number> =>
    (await detail(world, number)).history.filter((entry: { what: string }) => entry.what === 'track').length;
  const keyed = await many(20, () => as('property').post(path, { reason: '到过现场' }, 'one-note'));
  expect([statuses(keyed).at(-1), await noted()]).toEqual([200, 1]);
  const bare = await many(20, () => as('property').post(path, { reason: '到过现场' }));
  const done = bare.filter((answer) => answer.status === 200).length;
  // Those who came at the same moment are told that somebody was first: control that the key is what made one of twenty.
  expect(bare.every((answer) => answer.status === 200 || answer.body.code === 'matter.acted-first')).toBe(true);
  expect(done).toBeGreaterThan(0);
  expect(await noted()).toBe(1 + done);
});

test('two workers accept at once: one wins, the other sees both sides', async () => {
  for (let round = 0; round < 10; round++) {
    const number = await begin(as('resident'));
    const [one, two] = await Promise.all([
      act(as('grid'), number, 'accept', { version: 1 }),
      act(as('community'), number, 'accept', { version: 1 }),
    ]);
    expect(statuses([one, two])).toEqual([200, 409]);
    const [winner, loser, name] = one.status === 200 ? [one, two, '孙丽娟'] : [two, one, '孟庆华'];
    expect(winner.body.step.id).toBe('assign');
    expect(loser.body).toMatchObject({
      code: 'matter.acted-first',
      details: { by: name, label: '受理', step: '交办', version: 2 },
    });
    expect((await detail(world, number)).history).toHaveLength(2);
  }
});

test('one accepts and the other refuses at once: exactly one of them happened', async () => {
  const number = await begin(as('resident'));
  const answers = await Promise.all([
    act(as('grid'), number, 'accept', { version: 1 }),
    act(as('community'), number, 'refuse', { version: 1, reason: '不归我们' }),
  ]);
  expect(statuses(answers)).toEqual([200, 409]);
  const { status, step } = await detail(world, number);
  expect([status, step.id]).toEqual(answers[0].status === 200 ? ['open', 'assign'] : ['refused', 'refused']);
});

test('50 matters begun at once: numbers without a gap or a double, each waiting and told once', async () => {
  const last = Number((await begin(as('resident'))).slice(-6));
  const answers = await many(50, (i) => as(i % 2 ? 'resident' : 'resident2').post('matters', body));
  const numbers = answers.map((answer) => Number(need(answer).body.number.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => last + 1 + i));
  const codes = new Set(answers.map((answer) => answer.body.traceCode));
  expect(codes.size).toBe(50);
  const { rows } = await owner.query(
    `select count(*)::int as n from matter_waits w join matters m on m.area_id = w.area_id and m.id = w.matter_id where right(m.number, 6)::int > $1`,
    [last],
  );
  expect(rows[0].n).toBe(100);
});

test('control: numbers counted from what is there are doubles when all count before the first has written', async () => {
  await owner.query('create table naive (n int)');
  const counted = await many(20, () => owner.query('select coalesce(max(n), 0) + 1 as next from naive'));
  await Promise.all(counted.map(({ rows }) => owner.query('insert into naive values ($1)', [rows[0].next])));
  const { rows } = await owner.query('select count(*)::int as rows, count(distinct n)::int as numbers from naive');
  expect(rows).toEqual([{ rows: 20, numbers: 1 }]);
});

test('a picture named in two matters at once belongs to one of them', async () => {
  const photo = await upload(as('resident'));
  const answers = await many(2, () =>
    as('resident').post('matters', { ...body, form: { ...finding, photos: [photo] } }),
  );
  expect(statuses(answers)).toEqual([201, 422]);
  expect(await listed(as('resident'), 'mine=reported&limit=1')).toHaveLength(1);
});
