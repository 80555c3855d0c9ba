import { beforeAll, expect, test } from 'vitest';
import type { Story } from '#contract/links';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { detail, matterAt, need } from '#tests/matters';
import { openWorld, type Asker } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { as, owner } = world;
const { chair, deputy, member } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
let number = '';
let code = '';

beforeAll(async () => {
  fund = await openPublicRevenue(world, { bankOpening: '50000' });
  number = await matterAt(world, 'archived', { category: '环境卫生' });
  code = (await detail(world, number)).traceCode;
});

const draft = async (more: object = {}): Promise<{ id: string; version: number }> => {
  const tables = { kind: 'payment', way: 'bank', day: '2026-11-20', amount: '13000', receiptNo: 'S-1' };
  const whose = { accountId: fund.accounts['维修改造'], party: '和顺家具', memo: '10 套休闲桌椅' };
  return need(await chair.post(`${fund.path}/vouchers`, { ...tables, ...whose, ...more })).body;
};
const approve = async (who: Asker, { id, version }: { id: string; version: number }): Promise<any> =>
  need(await who.post(`${fund.path}/vouchers/${id}/approve`, { version })).body;
const story = async (): Promise<Story> => need(await as('anonymous').get(`/api/v1/stories/${code}`)).body;
const link = (id: string) => as('community').post(`matters/${number}/links`, { kind: 'payment', id });

test('C68: ten tables for 13,000 元: what was paid, to the fen, with its voucher and the month in whose account it stands', async () => {
  const { id } = await approve(deputy, await draft());
  need(await link(id));
  const { hops, spent, groupText } = await story();
  const paid = hops.find(({ kind }) => kind === 'payment');
  expect(paid).toMatchObject({ title: '付款，记进账里', amount: 1_300_000, turning: true });
  expect(paid?.line).toBe(
    '付给和顺家具，银行，一人经办、另一人复核。凭证 202611-001，在工盛小区公共收益 2026年11月的账里。',
  );
  expect(paid?.href).toMatch(/^\/f\/.+\?month=202611$/);
  expect(spent).toBe(1_300_000);
  expect(groupText).toContain('一共花了 13,000.00 元');
  const back = need(await as('anonymous').get(`belongs?kind=payment&id=${id}`)).body;
  expect(back.items).toEqual([expect.objectContaining({ code })]);
});

test('a correction is told beside what it corrects and counts by what it changes; what waits or was refused is not told', async () => {
  const { items } = need(await chair.get(`${fund.path}/vouchers?view=posted`)).body;
  const [first] = items.filter(({ kind }: { kind: string }) => kind === 'payment');
  const correction = {
    day: '2026-11-20',
    amount: '12,999.90',
    accountId: fund.accounts['维修改造'],
    memo: '多写了一角',
    receiptNo: 'S-2',
  };
  const made = need(await chair.post(`${fund.path}/vouchers/${first.id}/correction`, correction)).body;
  expect((await story()).spent).toBe(1_300_000);
  await approve(member, made);
  const { hops, spent } = await story();
  expect(spent).toBe(1_299_990);
  expect(hops.filter(({ kind }) => kind === 'payment').map(({ amount }) => amount)).toEqual([1_300_000, -10]);
  expect(hops.at(-1)?.title).toBe('账目更正：13,000.00 元改为 12,999.90 元');
  const waiting = await draft({ memo: '桌布', amount: '50', receiptNo: 'S-3' });
  expect((await link(waiting.id)).body.code).toBe('link.record-unknown');
});

test('who was paid is not named where that is a neighbour; the payment of a step stands for the step', async () => {
  const own = await matterAt(world, 'handle');
  const { id } = await approve(
    deputy,
    await draft({ payeeUserId: world.ids.resident2, party: '郑玉兰', amount: '80', receiptNo: 'S-4' }),
  );
  await owner.query(
    `update vouchers set matter_id = (select id from matters where number = $2), step = 'assign' where id = $1`,
    [id, own],
  );
  const told: Story = need(await as('anonymous').get(`/api/v1/stories/${(await detail(world, own)).traceCode}`)).body;
  expect(told.hops.filter(({ step }) => step === 'assign').map(({ kind }) => kind)).toEqual(['payment']);
  expect(JSON.stringify(told)).not.toContain('郑玉兰');
  const cash = { way: 'cash', party: '阿依古丽·买买提', amount: '20', receiptNo: 'S-5' };
  need(await link((await approve(deputy, await draft(cash))).id));
  expect((await story()).hops.find(({ amount }) => amount === 2000)?.line).toContain('付给阿**，现金');
  const found = need(await as('community').get('linkables?kind=payment&q=202611')).body;
  expect(JSON.stringify([found, await story()])).not.toMatch(/郑玉兰|阿依古丽/);
});
