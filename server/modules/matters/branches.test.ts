import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  act,
  begin,
  bring,
  detail,
  finding,
  listed,
  matterAt,
  messagesOf,
  need,
  phone,
  report,
  words,
} from '#tests/matters';
import { areas, openWorld, upload } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, ids, clock, owner } = world;

test('F33: 不予受理 ends the matter with a reason that the reporter reads', async () => {
  const number = await begin(as('resident'));
  const bare = await act(as('grid'), number, 'refuse');
  expect(bare).toMatchObject({
    status: 422,
    body: { code: 'matter.reason-missing', fields: { reason: expect.any(String) } },
  });
  need(await act(as('grid'), number, 'refuse', { reason: '这里属于隔壁社区，已经转告' }));
  const seen = await detail(world, number, 'resident' as never);
  expect(seen).toMatchObject({ status: 'refused', statusName: '不予受理' });
  expect(seen.history[0].reason).toBe('这里属于隔壁社区，已经转告');
  expect((await messagesOf(as('resident'))).map((one) => one.kind)).toContain('ended');
});

test('F33: 不属本单位 goes back to 交办 once, then to the street, which hands it out anew', async () => {
  const number = await matterAt(world, 'handle');
  need(await act(as('property'), number, 'wrong', { reason: '不归物业管' }));
  expect((await detail(world, number)).step.id).toBe('assign');
  need(await act(as('community'), number, 'assign', { form: { handler: `user:${ids.property}` } }));
  need(await act(as('property'), number, 'wrong', { reason: '还是不归物业管' }));
  const up = await detail(world, number);
  expect(up).toMatchObject({ step: { id: 'coordinate' }, aside: { zh: '街道协调' } });
  expect(await listed(as('streetOfficer'), 'mine=waiting')).toEqual([number]);
  expect((await act(as('community'), number, 'next', { form: { handler: `user:${ids.grid}` } })).body.code).toBe(
    'matter.not-yours',
  );
  need(await act(as('streetOfficer'), number, 'next', { form: { handler: `user:${ids.grid}` } }));
  expect(await listed(as('grid'), 'mine=waiting')).toEqual([number]);
});

test('F33: 交办 may go straight up to the street, with a reason', async () => {
  const number = await matterAt(world, 'assign');
  need(await act(as('community'), number, 'up', { reason: '涉及三家单位' }));
  expect((await detail(world, number)).step.id).toBe('coordinate');
});

test('F33: 不满意 goes back to 办理 once, the second time to 交办', async () => {
  const number = await matterAt(world, 'rate');
  need(await act(as('resident'), number, 'again', { reason: '第二天又拉上了' }));
  expect((await detail(world, number)).step.id).toBe('handle');
  expect(await listed(as('property'), 'mine=waiting')).toContain(number);
  need(
    await act(as('property'), number, 'done', {
      form: { result: '又拆了一次', after: [await upload(as('property'))] },
    }),
  );
  need(await act(as('community'), number, 'next', { form: { reply: '又拆了', publish: true, headline: '飞线' } }));
  need(await act(as('resident'), number, 'again', { reason: '还是没有用' }));
  expect((await detail(world, number)).step.id).toBe('assign');
});

test('F33: 并案 into another matter of the community, and into nothing else', async () => {
  const first = await begin(as('resident'));
  const second = await begin(as('resident2'));
  expect((await act(as('community'), second, 'merge')).body.code).toBe('matter.number-missing');
  for (const into of [second, '370303002001-2026-999999', 'x']) {
    expect(await act(as('community'), second, 'merge', { into })).toMatchObject({
      status: 422,
      body: { code: 'matter.merge-target', fields: { into: expect.any(String) } },
    });
  }
  expect((await act(as('grid'), second, 'merge', { into: first })).body.code).toBe('matter.not-yours');
  need(await act(as('community'), second, 'merge', { into: first }));
  expect(await detail(world, second)).toMatchObject({ status: 'merged', mergedInto: first });
  const third = await begin(as('resident2'));
  expect((await act(as('community'), third, 'merge', { into: second })).body.code).toBe('matter.merge-target');
  expect(
    (await messagesOf(as('resident2'))).filter((one) => one.subject === `matter:${second}`).map((one) => one.kind),
  ).toEqual(['ended']);
});

test('F33 F39: 情况紧急 moves it into thirty-minute-response with what was filled, the telephone too', async () => {
  const number = await begin(as('resident'), { phone });
  need(await act(as('grid'), number, 'urgent', { reason: '已经冒烟了' }));
  expect((await detail(world, number)).status).toBe('moved');
  // What sort of urgency it is nobody has said yet: it waits in 接报, with everything else filled.
  const [started = ''] = await listed(as('grid'), 'mine=waiting&method=thirty-minute-response');
  const seen = await detail(world, started, 'grid');
  expect(seen).toMatchObject({ step: { id: 'report' }, channel: 'matter', place: null });
  expect(seen.fields.map((field: { id: string }) => field.id)).toEqual(['place', 'words', 'phone']);
  need(await act(as('grid'), started, 'next', { form: { sort: '突发事件', place: finding.place, words } }));
  expect(await listed(as('volunteer'), 'mine=waiting')).toEqual([started]);
  const { rows } = await owner.query(`select fields, sealed, words, title from matters where number = $1`, [started]);
  expect(JSON.stringify(rows)).not.toContain(words);
  expect(JSON.stringify(rows)).not.toContain(phone);
});

test('F33: the reporter takes a matter back until somebody has acted, and nobody else does', async () => {
  const number = await begin(as('resident'));
  expect((await act(as('community'), number, 'withdraw')).body.code).toBe('matter.office-not-now');
  need(await act(as('resident'), number, 'withdraw', { reason: '自己收好了' }));
  expect((await detail(world, number)).status).toBe('withdrawn');
  const taken = await matterAt(world, 'assign');
  expect((await act(as('resident'), taken, 'withdraw')).body.code).toBe('matter.office-not-now');
});

test('F33: an ended matter takes no further act', async () => {
  const number = await matterAt(world, 'archived');
  const into = await begin(as('resident'));
  const acts = {
    content: 'resident',
    withdraw: 'resident',
    next: 'community',
    track: 'community',
    merge: 'community',
  } as const;
  for (const [action, who] of Object.entries(acts)) {
    const form = action === 'content' ? { stars: 1 } : {};
    const refused = await act(as(who), number, action, {
      reason: '再办一次',
      form,
      ...(action === 'merge' ? { into } : {}),
    });
    expect([action, refused.status, refused.body.code]).toEqual([action, 409, 'matter.closed']);
  }
});

test('F33: a form must say something: a photo or words', async () => {
  const bare = await as('resident').post('matters', {
    method: 'seven-step-loop',
    form: { category: '其他', place: { label: '门口' } },
  });
  expect(bare).toMatchObject({
    status: 422,
    body: { code: 'form.need-unmet', detail: expect.stringContaining('请拍一张照片，或者说一句情况') },
  });
});

test('F33: several at once: each by itself, one refused holds up no other and leaves nothing behind', async () => {
  const [one, two, three] = [
    await begin(as('resident')),
    await begin(as('resident2')),
    await matterAt(world, 'assign'),
  ];
  const batch = need(
    await as('community').post('matters/batch', { numbers: [one, three, two, 'x'], action: 'accept', act: {} }),
  ).body.results;
  expect(batch.map((result: { ok: boolean }) => result.ok)).toEqual([true, false, true, false]);
  expect(batch[1].sentence).toContain('交办');
  expect((await detail(world, one)).step.id).toBe('assign');
  expect((await detail(world, two)).step.id).toBe('assign');
  const version = (await detail(world, three)).version;
  // The second step of each is refused: the first must not stay.
  const then = [{ action: 'done', form: { result: '好了' } }];
  const refused = need(
    await as('community').post('matters/batch', {
      numbers: [one, three],
      action: 'assign',
      act: { form: { handler: `user:${ids.community}` }, then },
    }),
  ).body.results;
  expect(refused.map((result: { ok: boolean }) => result.ok)).toEqual([false, false]);
  expect(await detail(world, three)).toMatchObject({ step: { id: 'assign' }, version });
  expect((await detail(world, one)).history).toHaveLength(2);
});

test('F33: a batch tells nothing of a matter one may not read', async () => {
  const number = await begin(as('resident'));
  const [result] = need(await as('resident2').post('matters/batch', { numbers: [number], action: 'accept', act: {} }))
    .body.results;
  expect(result).toMatchObject({ ok: false, title: '' });
});

test('F33: a file is needed where the method asks for one, and must be one’s own', async () => {
  const number = await matterAt(world, 'handle');
  const without = await act(as('property'), number, 'done', { form: { result: '好了' } });
  expect(without).toMatchObject({
    status: 422,
    body: { code: 'form.invalid', fields: { after: '还没有办理后照片，请拍一张' } },
  });
  const strange = await upload(as('resident'));
  expect((await act(as('property'), number, 'done', { form: { result: '好了', after: [strange] } })).body.code).toBe(
    'file.not-yours',
  );
  expect((await detail(world, number)).step.id).toBe('handle');
});

test('N65: a matter comes by its numbers in order, without gaps after refusals', async () => {
  const first = Number((await begin(as('resident'))).slice(-6));
  await report(as('resident'), { category: '没有这一类' });
  await report(as('resident'), { place: { label: '别处', areaId: areas.siblingBuilding } });
  expect(Number((await begin(as('resident'))).slice(-6))).toBe(first + 1);
});

test('F33: the year of a number is the year in Shanghai', async () => {
  clock.set('2026-12-31T16:00:00.000Z');
  expect((await begin(as('resident'))).slice(0, 24)).toBe('370303002001-2027-000001');
  clock.set('2026-11-20T01:00:00.000Z');
  expect(await begin(as('resident'), finding)).toMatch(/^370303002001-2026-/);
  await bring(world, await begin(as('resident')), 'report');
});
