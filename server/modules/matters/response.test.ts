import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, detail, finding, listed, messagesOf, need, phone, words } from '#tests/matters';
import { gongsheng, openWorld, upload, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, clock, owner, advance } = world;

const start = '2026-11-20T01:00:00.000Z';
const after = (minutes: number, ms = 0): string => new Date(Date.parse(start) + minutes * 60_000 + ms).toISOString();

const call = { sort: '突发事件', place: finding.place, words, phone };

async function calledAt(
  at: string,
  form: Record<string, unknown> = call,
  who: Parameters<typeof as>[0] = 'anonymous',
): Promise<string> {
  clock.set(at);
  return need(await as(who).post('matters', { method: 'thirty-minute-response', form })).body.number;
}

async function onTheWay(number: string): Promise<void> {
  need(await act(as('volunteer'), number, 'accept'));
}

test('F39: anyone calls without a login; the team is asked at once, all of it, and who accepts first goes', async () => {
  const number = await calledAt(start);
  for (const name of ['volunteer', 'volunteer2'] as const)
    expect(await listed(as(name), 'mine=waiting')).toEqual([number]);
  expect((await messagesOf(as('volunteer')))[0]).toMatchObject({ kind: 'waits', urgent: true });
  await onTheWay(number);
  expect((await act(as('volunteer2'), number, 'accept')).body.code).toBe('matter.closed-to-you');
  expect(await act(as('volunteer2'), number, 'accept', { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'matter.acted-first' },
  });
  need(await act(as('volunteer'), number, 'next', { form: { arrived: { point: [118.05, 36.81] } } }));
  need(await act(as('volunteer'), number, 'next', { form: { result: '断电后扑灭，无人受伤', called: ['119'] } }));
  need(await act(as('grid'), number, 'next', { form: { relapse: false } }));
  expect((await detail(world, number, 'grid')).status).toBe('done');
});

test('N73: arriving at 30:00 is in time, at 30:01 is late and asks why', async () => {
  const inTime = await calledAt(start);
  await onTheWay(inTime);
  expect((await detail(world, inTime, 'volunteer')).dueAt).toBe(after(30));
  clock.set(after(30));
  need(await act(as('volunteer'), inTime, 'next', { form: { arrived: {} } }));
  expect((await detail(world, inTime, 'volunteer')).history[0]).toMatchObject({ fromStep: '到场', late: false });

  const late = await calledAt(start);
  await onTheWay(late);
  clock.set(after(30, 1000));
  const asked = (await detail(world, late, 'volunteer')).actions.find((one: { id: string }) => one.id === 'next');
  expect(asked.fields.map((field: { id: string }) => field.id)).toEqual(['arrived', 'lateWhy']);
  const bare = await act(as('volunteer'), late, 'next', { form: { arrived: {} } });
  expect(bare.body).toMatchObject({ code: 'form.invalid', fields: { lateWhy: expect.any(String) } });
  need(await act(as('volunteer'), late, 'next', { form: { arrived: {}, lateWhy: '堵在路口' } }));
  expect((await detail(world, late, 'volunteer')).history[0]).toMatchObject({ fromStep: '到场', late: true });
});

test('N73: the clock runs from the call, not from accepting, and lateness is told once it is 30:00 and not before', async () => {
  const number = await calledAt(start);
  clock.set(after(2, 59_000));
  await onTheWay(number);
  const lateOnes = async (): Promise<unknown[]> =>
    (await messagesOf(as('streetLeader'))).filter((one) => one.kind === 'late' && one.subject === `matter:${number}`);
  await advance(after(30));
  expect(await lateOnes()).toEqual([]);
  await advance(after(30, 1));
  expect(await lateOnes()).toHaveLength(1);
  await advance(after(31));
  expect(await lateOnes()).toHaveLength(1);
});

test('F39: nobody answers within three minutes: it is sent by hand', async () => {
  const number = await calledAt(start);
  await advance(after(3));
  expect(await listed(as('community'), 'mine=waiting&method=thirty-minute-response')).not.toContain(number);
  await advance(after(3, 1));
  expect(await listed(as('community'), 'mine=waiting')).toContain(number);
  need(await act(as('community'), number, 'sent', { form: { team: `user:${ids.property}` } }));
  expect(await listed(as('property'), 'mine=waiting')).toContain(number);
  expect((await detail(world, number, 'property')).dueAt).toBe(after(30));
});

test('F39: what is none of the three kinds goes into the seven steps with what was said', async () => {
  const number = await calledAt(start, { ...call, sort: '其他' }, 'resident');
  expect((await detail(world, number, 'resident')).status).toBe('moved');
  const [begun = ''] = await listed(as('resident'), 'mine=reported&method=seven-step-loop');
  const seen = await detail(world, begun, 'resident');
  // Nobody has said the category yet; the one who reported it does.
  expect(seen.step.id).toBe('find');
  expect(seen.fields.map((field: { id: string }) => field.id)).toEqual(['place', 'words', 'phone']);
});

test('F39: a relapse found on the return visit is a case of its own', async () => {
  const number = await calledAt(start);
  await onTheWay(number);
  need(await act(as('volunteer'), number, 'next', { form: { arrived: {} } }));
  need(await act(as('volunteer'), number, 'next', { form: { result: '劝开了' } }));
  need(await act(as('grid'), number, 'next', { form: { relapse: true, note: '又吵起来了' } }));
  expect((await detail(world, number, 'grid')).status).toBe('moved');
  const waits = await listed(as('grid'), 'mine=waiting&step=report');
  expect(waits).toHaveLength(1);
});

test('F39: restricted: listed and read by its handlers only, every text sealed, each reading recorded', async () => {
  const number = await calledAt(start);
  await onTheWay(number);
  for (const name of ['resident', 'gridTwo', 'streetLeader', 'secretary', 'city'] as const) {
    expect([name, (await as(name).get(`matters/${number}`)).body.code]).toEqual([name, 'matter.closed-to-you']);
  }
  for (const name of ['secretary', 'streetLeader', 'city'] as const)
    expect(await listed(as(name), '')).not.toContain(number);
  const seen = await detail(world, number, 'volunteer');
  expect(seen.place).toBeNull();
  expect(seen.fields.find((field: { id: string }) => field.id === 'words')).toMatchObject({
    private: true,
    text: '（已加密，查看留痕）',
  });
  const read = await owner.query(`select actor_id, act from audit where subject = $1 and act = 'matter.read'`, [
    number,
  ]);
  expect(read.rows).toContainEqual({ actor_id: ids.volunteer, act: 'matter.read' });
  const code = await as('anonymous').get(`/api/v1/traces/${seen.traceCode}`);
  expect([code.status, code.body.code]).toEqual([404, 'trace.unknown']);
});

test('F39: a photograph added to a restricted matter is seen by its handlers and by nobody above or outside', async () => {
  const number = await calledAt(start);
  await onTheWay(number);
  const photo = await upload(as('volunteer'));
  need(await act(as('volunteer'), number, 'track', { reason: '现场记一笔', form: { files: [photo] } }));
  const see = async (name: Name | 'anonymous'): Promise<number> => (await as(name).get(`files/${photo}`)).status;
  for (const name of ['volunteer', 'grid'] as const) expect([name, await see(name)]).toEqual([name, 200]);
  for (const name of ['anonymous', 'resident', 'secretary', 'streetLeader', 'city', 'gridTwo'] as const)
    expect([name, await see(name)]).toEqual([name, 404]);
});

test('F39: a handler reveals the words with a reason, which is kept', async () => {
  const number = await calledAt(start);
  await onTheWay(number);
  const reveal = (name: Parameters<typeof as>[0], body: unknown) => as(name).post(`matters/${number}/reveal`, body);
  expect((await reveal('volunteer', { field: 'words', reason: '急' })).body.code).toBe('input.invalid');
  expect((await reveal('city', { field: 'words', reason: '想看一看内容' })).body.code).toBe('matter.closed-to-you');
  expect((await reveal('volunteer', { field: 'sort', reason: '赶去现场要知道' })).body.code).toBe(
    'matter.nothing-sealed',
  );
  expect(need(await reveal('volunteer', { field: 'words', reason: '赶去现场要知道' })).body).toEqual({
    field: 'words',
    value: words,
  });
  const { rows } = await owner.query(
    `select actor_id, detail from audit where subject = $1 and act = 'matter.reveal'`,
    [number],
  );
  expect(rows).toEqual([{ actor_id: ids.volunteer, detail: { field: 'words', reason: '赶去现场要知道' } }]);
});

test('F39: a face and figures of the community count no restricted matter', async () => {
  const before = need(await as('anonymous').get(`${gongsheng}/face`)).body.month;
  await calledAt(start);
  expect(need(await as('anonymous').get(`${gongsheng}/face`)).body.month).toEqual(before);
});
