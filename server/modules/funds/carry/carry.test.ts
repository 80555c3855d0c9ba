import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { detail, need } from '#tests/matters';
import { areas, openWorld, type Answer, type Asker } from '#tests/world';

const folder = mkdtempSync(join(tmpdir(), 'liren-pay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, '../../../../library'), folder, { recursive: true });
const method = (id: string, name: string, maker: string, pays: string): void =>
  writeFileSync(
    join(folder, `methods/${id}.yaml`),
    `id: ${id}
name: ${name}
version: 1
source: custom
level: community
visible: area
present: { title: title, promise: 验收了就付, place: where, facts: [title, where, price] }
forms:
  asking:
    title 标题: text
    where 地点: place
    price 合同价: money
    maker 施工方: ${maker}
    contract 合同编号: text
    acceptance 验收: text
steps:
  ask 提出: { by: community-worker, form: asking, within: 7 days }
  pay 付款: { pay: price, by: owners-committee, from: public-revenue, to: maker, within: 10 workdays, shows: [contract, acceptance]${pays} }
  closed 办结: { end: done }
`,
  );
method('fix', '小修', 'text', '');
method('refund', '报销', '{ type: who, of: [owners-committee] }', '');
method('rent', '场地收入分成', 'text', ', split: { neighbour-fund: 10%, community-welfare: 5% }');
// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase(), { libraryDir: folder });
const { as } = world;
const { chair, deputy, member } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
beforeAll(async () => {
  fund = await openPublicRevenue(world);
});

const asking = {
  ...{ title: '更换 3 号楼水管', where: { label: '3号楼', areaId: areas.building }, price: 248_000 },
  ...{ maker: '恒通管道安装队', contract: 'HT-2026-07', acceptance: '6 月 20 日验收，不渗不漏' },
};
const begin = (form: object = {}, name = 'fix'): Promise<Answer> =>
  as('community').post('matters', { method: name, form: { ...asking, ...form } });
const waiting = async () => (await chair.get(`${fund.path}/vouchers?view=waiting`)).body.items;
const prepare = (who: Asker, one: { id: string; version: number }, more: object = {}): Promise<Answer> =>
  who.ask('PUT', `${fund.path}/vouchers/${one.id}`, {
    body: {
      ...{ kind: 'payment', way: 'bank', receiptNo: '网银 0098', day: '2026-11-20', amount: '2480' },
      ...{
        accountId: fund.accounts['维修改造'],
        party: '恒通管道安装队',
        memo: '水管更换',
        version: one.version,
        ...more,
      },
    },
  });
const approve = (who: Asker, one: { id: string; version: number }): Promise<Answer> =>
  who.post(`${fund.path}/vouchers/${one.id}/approve`, { version: one.version });

describe('a step that pays', { timeout: 60_000 }, () => {
  test('C39: appears among what waits by itself with amount, payee, contract and acceptance; two people pay it, the matter goes on', async () => {
    const { number } = need(await begin()).body;
    const [proposed] = await waiting();
    expect(proposed).toMatchObject({
      ...{ state: 'proposed', amount: 248_000, party: '恒通管道安装队', draftedName: null, matter: { number } },
      shown: [
        { label: '合同编号', lines: ['HT-2026-07'] },
        { label: '验收', lines: ['6 月 20 日验收，不渗不漏'] },
      ],
    });
    expect((await approve(deputy, proposed)).body.code).toBe('voucher.not-prepared');
    expect((await detail(world, number)).step.id).toBe('pay');
    const prepared = (await prepare(chair, proposed, { amount: '99999', kind: 'income' })).body;
    expect(prepared).toMatchObject({ amount: 248_000, kind: 'payment', draftedName: '穆长河' });
    expect((await approve(chair, prepared)).body.code).toBe('voucher.own');
    const posted = (await approve(deputy, prepared)).body;
    expect(posted).toMatchObject({ number: '202611-001', approvedName: '林素琴' });
    const done = await detail(world, number);
    expect(done.status).toBe('done');
    expect(await waiting()).toEqual([]);
  });

  test('refused with the reason it is made out anew, and only what stands now can be paid', async () => {
    const { number } = need(await begin({ title: '更换 4 号楼水管' })).body;
    const [proposed] = await waiting();
    const prepared = (await prepare(chair, proposed)).body;
    const reason = '发票抬头不对';
    await deputy.post(`${fund.path}/vouchers/${prepared.id}/refuse`, { version: prepared.version, reason });
    const [again] = await waiting();
    expect(again.id).not.toBe(prepared.id);
    expect((await approve(member, { ...prepared, version: prepared.version + 1 })).body.code).toBe(
      'voucher.not-waiting',
    );
    expect((await detail(world, number)).step.id).toBe('pay');
    expect((await approve(member, (await prepare(deputy, again)).body)).body.number).toBe('202611-002');
    expect((await detail(world, number)).status).toBe('done');
  });

  test('over the balance the payment stays where it is and the matter waits', async () => {
    const { number } = need(await begin({ price: 90_000_000 })).body;
    const [proposed] = await waiting();
    const prepared = (await prepare(chair, proposed)).body;
    expect((await approve(deputy, prepared)).status).toBe(409);
    expect((await detail(world, number)).step.id).toBe('pay');
    expect((await waiting())[0]).toMatchObject({ state: 'drafted', number: null });
  });

  test('where there is no fund the step is refused with what to do first', async () => {
    const where = { label: '5号楼', areaId: areas.buildingFive };
    expect((await begin({ where })).body).toMatchObject({ status: 409, code: 'fund.missing' });
  });

  test('attack: whom a matter pays stays whom it pays, whatever is typed by who prepares it', async () => {
    const { number } = need(await begin({ maker: `user:${deputy.id}`, price: 3000 }, 'refund')).body;
    const proposed = (await waiting()).find((one: { matter: { number: string } }) => one.matter.number === number);
    expect(proposed.payee).toEqual({ id: deputy.id, name: '林素琴' });
    expect((await prepare(deputy, proposed)).body.code).toBe('voucher.to-oneself');
    const prepared = (await prepare(chair, proposed, { payeeUserId: null, party: '林素琴' })).body;
    expect((await approve(deputy, prepared)).body).toMatchObject({ status: 403, code: 'voucher.to-oneself' });
    expect((await approve(member, prepared)).body).toMatchObject({ state: 'posted', payee: { id: deputy.id } });
  });

  test('X18: shares for two funds are proposed as income in each, to the fen, and stay there when the matter ends', async () => {
    const shares = ['neighbour-fund', 'community-welfare'].map((word) =>
      openPublicRevenue(world, { word, estateId: null, name: word, bankOpening: '0', cashOpening: '0' }),
    );
    const [neighbours, welfare] = await Promise.all(shares);
    const { number } = need(await begin({ price: 10_005 }, 'rent')).body;
    const proposed = (await waiting()).find((one: { matter: { number: string } }) => one.matter.number === number);
    const posted = await approve(deputy, (await prepare(chair, proposed)).body);
    expect(posted.body).toMatchObject({ state: 'posted', amount: 10_005 });
    const income = async (path = '') =>
      (await as('community').get(`${path}/vouchers?view=waiting`)).body.items.map(
        ({ kind, amount, party }: Record<string, unknown>) => [kind, amount, party],
      );
    expect(await income(neighbours?.path)).toEqual([['income', 1001, '工盛小区公共收益']]);
    expect(await income(welfare?.path)).toEqual([['income', 500, '工盛小区公共收益']]);
    expect((await detail(world, number)).status).toBe('done');
  });
});
