import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, detail, listed, matterAt, messagesOf, need } from '#tests/matters';
import { openWorld, upload, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, clock, advance, owner } = world;

const reason = '说明情况';
const told = async (name: Name, number: string): Promise<string[]> =>
  (await messagesOf(as(name))).filter((one) => one.subject === `matter:${number}`).map((one) => one.kind);

const heard = async (name: Name, number: string): Promise<string[]> =>
  (await messagesOf(as(name))).filter((one) => one.subject === `matter:${number}`).map((one) => one.title);

async function last(number: string): Promise<any> {
  return (await detail(world, number)).history[0];
}

test('转办: the handler hands it to somebody else, who has it from then on', async () => {
  const number = await matterAt(world, 'handle');
  expect((await act(as('property'), number, 'transfer', { reason })).body.code).toBe('matter.whom-missing');
  expect((await act(as('property'), number, 'transfer', { to: [`user:${ids.building}`] })).body.code).toBe(
    'matter.reason-missing',
  );
  expect((await act(as('resident'), number, 'transfer', { reason, to: [`user:${ids.building}`] })).body.code).toBe(
    'matter.office-not-now',
  );
  need(await act(as('property'), number, 'transfer', { reason, to: [`user:${ids.building}`] }));
  expect(await listed(as('building'), 'mine=waiting')).toContain(number);
  expect(await listed(as('property'), 'mine=waiting')).not.toContain(number);
  expect(await last(number)).toMatchObject({ kind: 'office', label: '转办', reason, toStep: '办理' });
  expect(await told('building', number)).toEqual(['waits']);
  expect((await detail(world, number)).step.id).toBe('handle');
});

test('转办 抄送 会签 are offered to colleagues, never to oneself', async () => {
  const number = await matterAt(world, 'handle');
  for (const name of ['property', 'community'] as const) {
    const { actions } = await detail(world, number, name);
    const asking = actions.filter((one: { people?: unknown }) => one.people);
    expect(asking.length).toBeGreaterThan(0);
    for (const { people } of asking) {
      expect(people.length).toBeGreaterThan(0);
      expect(people.map((one: { key: string }) => one.key)).not.toContain(`user:${ids[name]}`);
    }
  }
});

test('催办: by the reporter once in a step, by the community as often as needed', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('resident'), number, 'remind'));
  expect((await act(as('resident'), number, 'remind')).body.code).toBe('matter.office-not-now');
  need(await act(as('community'), number, 'remind', { reason: '今天下班前请回个话' }));
  need(await act(as('community'), number, 'remind'));
  expect((await detail(world, number)).reminded).toBe(3);
  expect((await told('property', number)).filter((kind) => kind === 'remind')).toHaveLength(3);
});

test('督办: by those above, with a reason; it stays marked and tells handler and community', async () => {
  const number = await matterAt(world, 'handle');
  expect((await act(as('community'), number, 'supervise', { reason })).body.code).toBe('matter.office-not-now');
  expect((await act(as('secretary'), number, 'supervise')).body.code).toBe('matter.reason-missing');
  need(await act(as('streetOfficer'), number, 'supervise', { reason }));
  expect((await detail(world, number)).supervised).toBe(true);
  expect(await listed(as('secretary'), 'supervised=true')).toEqual([number]);
  expect(await listed(as('secretary'), 'supervised=false&limit=1')).toHaveLength(1);
  expect(await told('property', number)).toContain('supervise');
  expect(await told('community', number)).toContain('supervise');
});

test('抄送 and 会签: the one named reads it and, asked for an opinion, adds it', async () => {
  const number = await matterAt(world, 'handle');
  expect((await as('gridTwo').get(`matters/${number}`)).body.code).toBe('matter.closed-to-you');
  need(await act(as('community'), number, 'copy', { to: [`user:${ids.gridTwo}`] }));
  expect(await listed(as('gridTwo'), 'mine=copied')).toEqual([number]);
  expect((await detail(world, number, 'gridTwo')).number).toBe(number);
  need(await act(as('community'), number, 'consult', { reason: '涉及你们那边', to: [`user:${ids.volunteer}`] }));
  expect(await told('volunteer', number)).toEqual(['consult']);
  need(await act(as('volunteer'), number, 'track', { reason: '我们那边没有问题' }));
  expect(await last(number)).toMatchObject({ label: '跟踪记录', reason: '我们那边没有问题', actorName: '吴志明' });
  expect((await act(as('volunteer'), number, 'done', { form: {} })).body.code).toBe('matter.not-yours');
  expect((await act(as('community'), number, 'copy', { to: ['不是钥匙'] })).body.code).toBe('matter.whom-missing');
});

test('补充材料: asked of the reporter, who is told and answers', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('property'), number, 'supplement', { reason: '请说清楚是几单元' }));
  expect(await told('resident', number)).toContain('told');
  expect(await heard('resident', number)).toContain('您反映的事有一句补充，请看一眼');
  need(await act(as('resident'), number, 'supplement', { reason: '2 单元 3 楼' }));
  expect(await told('property', number)).toContain('told');
  expect(await heard('property', number)).toContain('提出人补充了说明');
});

test('补充材料 and 跟踪记录 take photographs, shown in the history to who may read the matter and to nobody else', async () => {
  const number = await matterAt(world, 'handle');
  const offered = (await detail(world, number, 'resident')).actions.find((one: any) => one.id === 'supplement');
  expect(offered.fields).toEqual([expect.objectContaining({ id: 'files', type: 'images', optional: true, max: 9 })]);
  const files = [await upload(as('resident')), await upload(as('resident'))];
  need(await act(as('resident'), number, 'supplement', { reason: '今天又拉了一根', form: { files } }));
  const entry = await last(number);
  expect(entry.fields[0].pictures.map((one: { id: string }) => one.id)).toEqual(files);
  const noted = await upload(as('property'));
  need(await act(as('property'), number, 'track', { reason: '到现场看过', form: { files: [noted] } }));
  expect((await last(number)).fields[0].text).toBe('1 张');
  const see = async (name: Name | 'anonymous', id: string): Promise<number> =>
    (await as(name).get(`files/${id}`)).status;
  for (const id of [...files, noted]) {
    for (const name of ['resident', 'property', 'community'] as const) expect(await see(name, id)).toBe(200);
    for (const name of ['anonymous', 'resident2', 'far'] as const) expect(await see(name, id)).toBe(404);
  }
  const { traceCode } = await detail(world, number);
  const shown = JSON.stringify((await as('anonymous').get(`/api/v1/traces/${traceCode}`)).body);
  for (const id of [...files, noted]) expect(shown).not.toContain(id);
});

test('a photograph with 补充材料 must be one’s own, whole, at most nine, and other office verbs take none', async () => {
  const number = await matterAt(world, 'handle');
  const own = await upload(as('property'));
  const tries = async (name: Name, verb: string, files: unknown): Promise<string> =>
    (await act(as(name), number, verb, { reason, form: { files } })).body.code;
  const nine = await Promise.all(Array.from({ length: 9 }, () => upload(as('property'))));
  expect(await tries('resident', 'supplement', [own])).toBe('file.not-yours');
  expect(await tries('property', 'supplement', ['../../etc/passwd'])).toBe('matter.files-broken');
  expect(await tries('property', 'supplement', { id: own })).toBe('matter.files-broken');
  expect(await tries('property', 'track', [own, ...nine])).toBe('matter.files-too-many');
  expect(await tries('property', 'suspend', [own])).toBe('matter.files-not-taken');
  need(await act(as('property'), number, 'track', { reason, form: { files: nine } }));
});

test('延期: later than now, within a year, once by the handler; the limit moves and so does lateness', async () => {
  const number = await matterAt(world, 'handle');
  const { dueAt } = await detail(world, number);
  for (const until of ['2026-11-20', '2028-01-01', '']) {
    expect([until, (await act(as('property'), number, 'extend', { reason, until })).body.code]).toEqual([
      until,
      'matter.until-wrong',
    ]);
  }
  expect((await act(as('property'), number, 'extend', { reason, until: '明天' })).body.code).toBe('input.date-invalid');
  expect((await act(as('property'), number, 'extend', { reason, until: '2027-02-31' })).body.code).toBe(
    'input.date-invalid',
  );
  need(await act(as('property'), number, 'extend', { reason, until: '2026-11-30' }));
  expect((await detail(world, number)).dueAt).toBe('2026-11-30T16:00:00.000Z');
  expect((await act(as('property'), number, 'extend', { reason, until: '2026-12-03' })).body.code).toBe(
    'matter.office-not-now',
  );
  await advance(new Date(Date.parse(dueAt) + 1));
  expect(await told('property', number)).not.toContain('late');
  await advance('2026-11-30T16:00:00.001Z');
  expect(await told('property', number)).toContain('late');
  clock.set('2026-11-20T01:00:00.000Z');
});

test('挂起 and 恢复: the limit stands still while it is suspended, and nothing else can be done', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('property'), number, 'suspend', { reason: '等居民在家' }));
  expect(await detail(world, number)).toMatchObject({ dueState: 'paused', dueText: '已挂起' });
  expect(await heard('resident', number)).toContain('您反映的事先停一停，原因写在里面');
  expect((await act(as('property'), number, 'done', { form: {} })).body.code).toBe('matter.suspended');
  expect((await act(as('property'), number, 'extend', { reason, until: '2026-12-01' })).body.code).toBe(
    'matter.office-not-now',
  );
  await advance('2026-11-26T01:00:00.000Z');
  expect(await told('property', number)).not.toContain('late');
  expect(await listed(as('community'), 'due=late')).not.toContain(number);
  need(await act(as('property'), number, 'resume'));
  // One workday was left on Friday; suspended until Thursday it ends a workday after that.
  expect(await detail(world, number)).toMatchObject({ dueState: 'later', dueAt: '2026-11-27T16:00:00.000Z' });
  clock.set('2026-11-20T01:00:00.000Z');
});

test('退回: to the step before, by whoever has it; never to the first', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('property'), number, 'return', { reason: '材料不全' }));
  expect((await detail(world, number)).step.id).toBe('assign');
  expect(await listed(as('community'), 'mine=waiting')).toContain(number);
  const fresh = await begin(as('resident'));
  expect((await act(as('grid'), fresh, 'return', { reason })).body.code).toBe('matter.office-not-now');
});

test('跟踪记录: by handlers and coordinators, never by a stranger', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('property'), number, 'track', { reason: '已到现场看过' }));
  expect((await act(as('property'), number, 'track')).body.code).toBe('matter.reason-missing');
  expect((await act(as('resident2'), number, 'track', { reason })).body.code).toBe('matter.closed-to-you');
  expect((await act(as('property'), number, 'track', { reason: '长'.repeat(501) })).body.code).toBe('input.invalid');
});

test('office verbs move no matter past a step, and each is in the history and in the audit', async () => {
  const number = await matterAt(world, 'handle');
  for (const [name, verb, body] of [
    ['community', 'remind', {}],
    ['community', 'copy', { to: [`user:${ids.secretary}`] }],
    ['property', 'track', { reason }],
    ['secretary', 'supervise', { reason }],
  ] as const)
    need(await act(as(name), number, verb, body));
  const seen = await detail(world, number);
  expect(seen.step.id).toBe('handle');
  expect(seen.history.slice(0, 4).map((entry: { what: string }) => entry.what)).toEqual([
    'supervise',
    'track',
    'copy',
    'remind',
  ]);
  const { rows } = await owner.query(`select act from audit where subject = $1`, [number]);
  const recorded = rows.map((row: { act: string }) => row.act);
  expect(recorded).toEqual(
    expect.arrayContaining(['matter.remind', 'matter.copy', 'matter.track', 'matter.supervise']),
  );
});

test('hand-over: a leaver’s open work goes to a successor in one act, with a line in each history', async () => {
  const numbers = [await matterAt(world, 'handle'), await matterAt(world, 'handle')];
  const done = await matterAt(world, 'archived');
  const people = { fromUserId: ids.property, toUserId: ids.building };
  expect((await as('community').post('handovers', people)).body.code).toBe('permission.denied');
  need(await as('secretary').post('handovers', people));
  await world.parts.context.directory.reload();
  for (const number of numbers) {
    expect(await listed(as('building'), 'mine=waiting')).toContain(number);
    expect(await last(number)).toMatchObject({
      label: '工作交接',
      actorName: '周敏',
      reason: '陈守义的工作交给何秀英',
    });
  }
  expect((await last(done)).label).not.toBe('工作交接');
  expect((await as('property').get('matters?mine=waiting')).body.code).toBe('session.required');
  need(
    await act(as('building'), numbers[0] ?? '', 'done', {
      form: { result: '接手办好了', after: [await upload(as('building'))] },
    }),
  );
});
