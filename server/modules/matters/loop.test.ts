import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  act,
  begin,
  bring,
  detail,
  face,
  finding,
  listed,
  matterAt,
  messagesOf,
  need,
  phone,
  trace,
  words,
  type Step,
} from '#tests/matters';
import { areas, openWorld, upload } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, clock } = world;

const waiting = (name: Parameters<typeof as>[0]): Promise<string[]> => listed(as(name), 'mine=waiting');

test('F33: one matter from 发现 to 归档 through the API: lists, messages, number, trace and face at each step', async () => {
  const photo = await upload(as('resident'));
  const form = { ...finding, photos: [photo], phone, open: true };
  const reported = need(await as('resident').post('matters', { method: 'seven-step-loop', form })).body;
  const { number, traceCode } = reported;
  expect(number).toBe('370303002001-2026-000001');
  expect(traceCode).toMatch(/^gshe[a-z2-9]{6}$/);
  // Friday morning; one workday ends on Monday at 24:00 in Shanghai.
  expect(reported).toMatchObject({
    step: { id: 'report' },
    status: 'open',
    dueAt: '2026-11-23T16:00:00.000Z',
    version: 1,
  });
  expect(await waiting('grid')).toEqual([number]);
  expect(await waiting('community')).toEqual([number]);
  expect(await waiting('gridTwo')).toEqual([]);
  expect(await waiting('resident')).toEqual([]);
  expect(await listed(as('resident'), 'mine=reported')).toEqual([number]);
  expect((await messagesOf(as('grid'))).map((one) => one.title)).toEqual(['等您上报']);
  expect(await messagesOf(as('gridTwo'))).toEqual([]);
  const early = await trace(world, traceCode);
  expect(early).toMatchObject({
    title: '工盛小区 3号楼 · 安全隐患',
    place: '工盛小区 3号楼',
    stepName: '上报',
    result: null,
    before: [],
    after: [],
  });

  clock.set('2026-11-20T02:00:00.000Z');
  need(await act(as('grid'), number, 'accept', { version: 1 }));
  expect(await waiting('grid')).toEqual([]);
  expect(await waiting('gridHead')).toEqual([number]);
  expect(await listed(as('grid'), 'mine=handed')).toEqual([number]);

  clock.set('2026-11-20T03:00:00.000Z');
  need(
    await act(as('community'), number, 'assign', { form: { handler: `user:${ids.property}`, request: '今天拆掉' } }),
  );
  expect(await waiting('property')).toEqual([number]);
  expect(await waiting('community')).toEqual([]);
  expect((await messagesOf(as('property'))).map((one) => one.title)).toEqual(['等您办理']);
  expect(await detail(world, number)).toMatchObject({ waitsFor: '陈守义', dueAt: '2026-11-23T16:00:00.000Z' });

  clock.set('2026-11-20T06:00:00.000Z');
  const after = await upload(as('property'));
  need(await act(as('property'), number, 'done', { form: { result: '已拆除飞线', after: [after] } }));
  expect(await waiting('property')).toEqual([]);
  const asked = (await detail(world, number)).actions.find((one: { id: string }) => one.id === 'next');
  expect(asked.fields.find((field: { id: string }) => field.id === 'reply').value).toBe('已拆除飞线');

  need(
    await act(as('community'), number, 'next', {
      form: { reply: '线已经拆了', publish: true, headline: '3号楼飞线已拆' },
    }),
  );
  expect(await waiting('resident')).toEqual([number]);
  expect((await messagesOf(as('resident'))).map((one) => one.kind)).toEqual(['waits', 'answered']);
  expect(await trace(world, traceCode)).toMatchObject({ result: null, after: [] });

  need(await act(as('resident'), number, 'content', { form: { stars: 5, comment: '很快' } }));
  const whole = await detail(world, number);
  expect(whole).toMatchObject({
    status: 'done',
    statusName: '办结',
    stars: 5,
    closedAt: '2026-11-20T06:00:00.000Z',
    actions: [],
  });
  expect(whole.line.map((step: { label: { zh: string } }) => step.label.zh).join('')).toBe(
    '发现上报交办办理反馈评价归档',
  );
  expect(whole.line.every((step: { state: string }) => step.state === 'done')).toBe(true);
  expect(whole.history.map((entry: { toStep: string }) => entry.toStep).reverse()).toEqual([
    '上报',
    '交办',
    '办理',
    '反馈',
    '评价',
    '归档',
  ]);
  expect(await trace(world, traceCode)).toMatchObject({
    title: '3号楼飞线已拆',
    result: '已拆除飞线',
    statusName: '办结',
    stars: 5,
  });
  const shown = await trace(world, traceCode);
  expect(shown.before.map((one: { id: string }) => one.id)).toEqual([photo]);
  expect(shown.after.map((one: { id: string }) => one.id)).toEqual([after]);
  expect((await face(world)).solved.map((one: { code: string }) => one.code)).toEqual([traceCode]);
  expect(await listed(as('grid'), 'mine=handled')).toEqual([number]);
  expect(await listed(as('resident'), 'mine=reported&status=open')).toEqual([]);
});

test('F33: fields and history stand in the order of the form', async () => {
  const number = await begin(as('resident'), { phone, open: false });
  const { fields, history } = await detail(world, number);
  const order = ['category', 'place', 'words', 'phone', 'open'];
  expect(fields.map((field: { id: string }) => field.id)).toEqual(order);
  expect(history[0].fields.map((field: { id: string }) => field.id)).toEqual(order);
});

test('F33: nobody is told the same thing twice', async () => {
  const number = await begin(as('resident2'));
  const told = (await messagesOf(as('community'))).filter((one) => one.subject === `matter:${number}`);
  expect(told).toHaveLength(1);
});

const actions: Record<Step, { by: Parameters<typeof as>[0]; action: string }[]> = {
  report: [
    { by: 'grid', action: 'accept' },
    { by: 'grid', action: 'refuse' },
  ],
  assign: [
    { by: 'community', action: 'assign' },
    { by: 'community', action: 'up' },
  ],
  handle: [
    { by: 'property', action: 'done' },
    { by: 'property', action: 'wrong' },
  ],
  reply: [{ by: 'community', action: 'next' }],
  rate: [
    { by: 'resident', action: 'content' },
    { by: 'resident', action: 'again' },
  ],
  archived: [],
};
const steps = Object.keys(actions) as Step[];

test('N65: no step is skipped: in each step every action of another step is refused and changes nothing', async () => {
  for (const step of steps) {
    const number = await matterAt(world, step);
    const before = await detail(world, number);
    for (const other of steps.filter((one) => one !== step)) {
      for (const { by, action } of actions[other]) {
        // `next` leads on from several steps: by whom it does not wait it is refused all the same.
        const refused = await act(as(by), number, action, { reason: '想跳过' });
        expect([step, action, refused.status, refused.body.code]).toEqual([
          step,
          action,
          step === 'archived' ? 409 : expect.any(Number),
          expect.stringMatching(
            step === 'archived' ? /^matter\.closed$/ : /^matter\.(action-not-now|not-yours|closed-to-you)$/,
          ),
        ]);
      }
    }
    expect((await detail(world, number)).version).toBe(before.version);
  }
});

test('N65: 即办 goes through every step it does at once, and none is left out', async () => {
  const after = await upload(as('community'));
  const then = [
    { action: 'accept' },
    { action: 'assign', form: { handler: `user:${ids.community}` } },
    { action: 'done', form: { result: '当场扶起了倒下的栏杆', after: [after] } },
    { action: 'next', form: { reply: '已经好了', publish: false } },
  ];
  const done = need(await as('community').post('matters', { method: 'seven-step-loop', form: finding, then })).body;
  expect(done.step.id).toBe('rate');
  const { history } = await detail(world, done.number);
  expect(history.map((entry: { toStep: string }) => entry.toStep).reverse()).toEqual([
    '上报',
    '交办',
    '办理',
    '反馈',
    '评价',
  ]);
  const skipped = await as('community').post('matters', {
    method: 'seven-step-loop',
    form: finding,
    then: [{ action: 'accept' }, { action: 'done', form: { result: '好了', after: [after] } }],
  });
  expect(skipped.body.code).toBe('matter.action-not-now');
});

test('F33: 即办 is whole or nothing: when a later step is refused the matter was never begun', async () => {
  const before = (await listed(as('community'), '')).length;
  const refused = await as('community').post('matters', {
    method: 'seven-step-loop',
    form: finding,
    then: [{ action: 'accept' }, { action: 'assign', form: {} }],
  });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'form.invalid', fields: { handler: expect.any(String) } },
  });
  expect((await listed(as('community'), '')).length).toBe(before);
});

test('F33: whoever begins a matter as staff and acts in it handles it', async () => {
  const number = await begin(as('grid'));
  need(await act(as('grid'), number, 'accept'));
  expect(await listed(as('grid'), 'mine=handed')).toContain(number);
  await bring(world, number, 'report');
});

test('代报: registered for somebody without an account; the registrar rates on her behalf, and her telephone is sealed', async () => {
  const onBehalfOf = { name: '张桂芳', phone };
  const refused = await as('resident').post('matters', { method: 'seven-step-loop', form: finding, onBehalfOf });
  expect(refused).toMatchObject({ status: 403, body: { code: 'matter.not-registrar' } });
  const { number } = need(
    await as('grid').post('matters', { method: 'seven-step-loop', form: finding, onBehalfOf, channel: 'grid-worker' }),
  ).body;
  const seen = await detail(world, number);
  expect(seen.reporter).toEqual({ name: '张**', phone: '138****2046', isMe: false, onBehalf: '孙丽娟' });
  need(await act(as('community'), number, 'accept'));
  need(await act(as('community'), number, 'assign', { form: { handler: `user:${ids.property}` } }));
  need(await act(as('property'), number, 'done', { form: { result: '拆了', after: [await upload(as('property'))] } }));
  need(await act(as('community'), number, 'next', { form: { reply: '拆了', publish: false } }));
  expect(await listed(as('grid'), 'mine=waiting')).toContain(number);
  need(await act(as('grid'), number, 'content', { form: { stars: 4 } }));
  expect(await detail(world, number)).toMatchObject({ status: 'done', stars: 4 });
});

test('F33: a place names its building and estate from the tree, and never what was typed in their stead', async () => {
  const number = await begin(as('resident'), {
    place: { label: '5号楼 1单元 501', areaId: areas.buildingFive, building: '假的楼', estate: '假的小区' },
  });
  const { fields, grid } = await detail(world, number);
  expect(fields.find((field: { id: string }) => field.id === 'place').value).toMatchObject({
    building: '泰和苑 5号楼',
    estate: '泰和苑',
  });
  expect(grid.name).toBe('第二网格');
});

test('F33: what was said and who said it never stands on the public page', async () => {
  const number = await matterAt(world, 'archived', { phone, photos: [await upload(as('resident'))] });
  const { traceCode } = await detail(world, number);
  const told = JSON.stringify([await trace(world, traceCode), await face(world)]);
  for (const secret of [words, phone, '138****2046', '周雪梅', '周**', ids.resident, '2单元'])
    expect(told).not.toContain(secret);
});
