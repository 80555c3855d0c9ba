import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, detail, listed, matterAt, messagesOf, need, report } from '#tests/matters';
import { openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, clock, advance, database, worker, lines } = world;

const friday = '2026-11-20T01:00:00.000Z';
const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

async function lateTo(name: Name, number: string): Promise<number> {
  return (await messagesOf(as(name))).filter((one) => one.kind === 'late' && one.subject === `matter:${number}`).length;
}

test('F33: not accepted in a workday: told once, after 24:00 of that day; a workday later those above are told', async () => {
  clock.set(friday);
  const number = await begin(as('resident'));
  const monday = '2026-11-23T16:00:00.000Z';
  await advance('2026-11-23T01:00:00.000Z');
  expect(await detail(world, number)).toMatchObject({ dueState: 'today', dueText: '今天 24:00' });
  await advance(monday);
  expect(await lateTo('grid', number)).toBe(0);
  await advance(justAfter(monday));
  expect([await lateTo('grid', number), await lateTo('community', number), await lateTo('secretary', number)]).toEqual([
    1, 1, 0,
  ]);
  expect(await detail(world, number)).toMatchObject({ dueState: 'late', step: { id: 'report' } });
  await worker.drain();
  expect(await lateTo('grid', number)).toBe(1);
  const tuesday = '2026-11-24T16:00:00.000Z';
  await advance(tuesday);
  expect(await lateTo('secretary', number)).toBe(0);
  await advance(justAfter(tuesday));
  expect([await lateTo('secretary', number), await lateTo('streetOfficer', number)]).toEqual([1, 1]);
  expect((await detail(world, number)).dueText).toBe('逾期 2 天');
  need(await act(as('grid'), number, 'accept'));
  expect((await detail(world, number)).history[0]).toMatchObject({ late: true, toStep: '交办' });
});

test('F33: not handed out in time it goes to the street by itself, and N65 holds: 办理 comes after', async () => {
  clock.set(friday);
  const number = await matterAt(world, 'assign');
  await advance(justAfter('2026-11-24T16:00:00.000Z'));
  const seen = await detail(world, number);
  expect(seen).toMatchObject({ step: { id: 'coordinate' }, aside: { zh: '街道协调' } });
  expect(seen.history[0]).toMatchObject({ kind: 'system', label: '逾期上提', late: true });
  expect(await listed(as('streetOfficer'), 'mine=waiting')).toContain(number);
  expect((await act(as('streetOfficer'), number, 'done', { form: {} })).body.code).toBe('matter.action-not-now');
});

test('F33: not handled in time it is told, and two workdays later goes to the street', async () => {
  clock.set(friday);
  const number = await matterAt(world, 'handle');
  await advance(justAfter('2026-11-23T16:00:00.000Z'));
  expect([
    await lateTo('property', number),
    await lateTo('gridHead', number),
    await lateTo('community', number),
  ]).toEqual([1, 1, 1]);
  expect((await detail(world, number)).step.id).toBe('handle');
  await advance(justAfter('2026-11-25T16:00:00.000Z'));
  expect((await detail(world, number)).step.id).toBe('coordinate');
});

test('F33: a step with no words of its own about lateness tells who has it and the community worker', async () => {
  clock.set(friday);
  const number = await matterAt(world, 'reply');
  await advance(justAfter('2026-11-23T16:00:00.000Z'));
  expect([await lateTo('community', number), await lateTo('gridHead', number)]).toEqual([1, 1]);
  expect((await detail(world, number)).step.id).toBe('reply');
});

test('F33: not rated in seven days it is filed by itself, at the end of the seventh', async () => {
  clock.set(friday);
  const number = await matterAt(world, 'rate');
  const seventh = '2026-11-27T16:00:00.000Z';
  expect((await detail(world, number)).dueAt).toBe(seventh);
  await advance(seventh);
  expect((await detail(world, number)).status).toBe('open');
  await advance(justAfter(seventh));
  expect(await detail(world, number)).toMatchObject({ status: 'done', stars: null, closedAt: justAfter(seventh) });
  expect(await listed(as('secretary'), 'status=done&satisfied=yes')).not.toContain(number);
});

test('F33: a worker that was down for a month misses nothing, and does each thing once', async () => {
  clock.set(friday);
  const number = await matterAt(world, 'rate');
  const other = await begin(as('resident'));
  await advance('2026-12-20T01:00:00.000Z');
  expect((await detail(world, number)).status).toBe('done');
  expect([await lateTo('grid', other), await lateTo('secretary', other)]).toEqual([1, 1]);
  const left = await database.query(`select id from jobs.deadlines where due_at <= $1`, [clock.now()]);
  expect(left).toEqual([]);
});

test('F33: a working weekend counts as a workday, a holiday does not', async () => {
  // 2027-02-06 (the eve of 春节) lies before a week of holidays; limits go around them.
  clock.set('2026-09-30T01:00:00.000Z');
  const { dueAt } = need(await report(as('resident'))).body;
  // 国庆 1–7 October 2026 are off; the next workday is the 8th.
  expect(dueAt).toBe('2026-10-08T16:00:00.000Z');
  clock.set('2026-10-09T01:00:00.000Z');
  // Saturday 2026-10-10 is a working weekend day.
  expect(need(await report(as('resident'))).body.dueAt).toBe('2026-10-10T16:00:00.000Z');
});

test('a limit that fails is tried again later, and the others are worked', async () => {
  clock.set(friday);
  const number = await begin(as('resident'));
  const good = await begin(as('resident2'));
  const [row] = await database.query<{ id: string; definitionHash: string }>(
    `select id, definition_hash as "definitionHash" from matters where number = $1`,
    [number],
  );
  await world.owner.query('alter table matters drop constraint matters_definition_fkey');
  await world.owner.query(`update matters set definition_hash = 'lost' where id = $1`, [row?.id]);
  await advance(justAfter('2026-11-23T16:00:00.000Z'));
  expect(await lateTo('grid', good)).toBe(1);
  expect(lines.some((line) => line.includes('job failed'))).toBe(true);
  await world.owner.query(`update matters set definition_hash = $2 where id = $1`, [row?.id, row?.definitionHash]);
  await advance('2026-11-23T16:02:00.000Z');
  expect(await lateTo('grid', number)).toBe(1);
});
