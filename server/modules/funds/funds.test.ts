import { beforeAll, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { findFaults } from '#kernel/ledger';
import { testDatabase } from '#tests/database';
import { openCommittee, openPublicRevenue, fundForm } from '#tests/committee';
import { areas, multipart, openWorld, photograph, upload, type Answer, type Asker } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { as, owner } = world;
const { chair, deputy, member, auditor } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
beforeAll(async () => {
  fund = await openPublicRevenue(world);
});

const form = (more: object = {}) => ({
  ...{ kind: 'payment', way: 'bank', day: '2026-11-18', amount: '100', accountId: fund.accounts['维修改造'] },
  ...{ party: '恒通管道安装队', memo: '修 3 号楼水管', receiptNo: 'S-1', ...more },
});
const income = (more: object = {}) =>
  form({ kind: 'income', accountId: fund.accounts['停车费'], party: '地面停车 42 户', memo: '11 月停车费', ...more });
const draft = (who: Asker, more: object = {}): Promise<Answer> => who.post(`${fund.path}/vouchers`, form(more));
const approve = (who: Asker, { id, version }: { id: string; version: number }): Promise<Answer> =>
  who.post(`${fund.path}/vouchers/${id}/approve`, { version });
const pay = async (more: object = {}): Promise<Answer> => approve(deputy, (await draft(chair, more)).body);
const balance = async (): Promise<number> => (await chair.get(fund.path)).body.bankBalance;
const entries = async (voucherId: string): Promise<number> =>
  (await owner.query(`select from entries where key like $1`, [`voucher:${voucherId}%`])).rowCount ?? -1;

describe('funds', { timeout: 60_000 }, () => {
  test('C38: opening a fund makes its book with the five kinds of income, and what was there on the first day', async () => {
    const page = (await chair.get(fund.path)).body;
    expect(page).toMatchObject({ balance: 1_020_000, bankBalance: 1_000_000, cashBalance: 20_000, place: '工盛小区' });
    const kinds = page.accounts.filter(({ kind }: { kind: string }) => kind === 'income');
    expect(kinds.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['停车费', '闲置房屋租赁费', '摊位费', '公共区域广告费', '通讯基站租赁费']),
    );
    expect((await as('community').post('funds', fundForm)).body.code).toBe('fund.there');
    expect((await as('community').post('funds', { ...fundForm, estateId: null })).body.code).toBe('fund.needs-estate');
    const own = await chair.post(`${fund.path}/accounts`, { kind: 'income', name: '快递柜进场费' });
    expect(own.body.accounts).toContainEqual(expect.objectContaining({ name: '快递柜进场费', kind: 'income' }));
    const again = await chair.post(`${fund.path}/accounts`, { kind: 'income', name: '快递柜进场费' });
    expect(again.body.code).toBe('fund.account-there');
  });

  test('who holds no role in it sees no fund: others get the same answer as for one that is not there', async () => {
    const outside = await as('resident').get(fund.path);
    expect(outside.status).toBe(403);
    expect((await as('sibling').get(fund.path)).body.code).toBe('fund.unknown');
    expect((await as('sibling').get('funds')).body.items).toEqual([]);
    expect((await as('streetOfficer').get(fund.path)).status).toBe(200);
    expect((await as('streetOfficer').get(`/api/v1/areas/${areas.street}/funds`)).body.items).toHaveLength(1);
    expect((await draft(auditor)).body.code).toBe('fund.not-yours');
    expect((await draft(as('community'))).body.code).toBe('fund.not-yours');
  });

  test('income is posted by one, with its number and its entry; without a paper or a receipt number nothing is', async () => {
    const bare = await chair.post(`${fund.path}/vouchers`, income({ receiptNo: '' }));
    expect(bare.body).toMatchObject({ status: 422, code: 'voucher.paper-missing' });
    const paper = await upload(chair);
    const posted = (
      await chair.post(`${fund.path}/vouchers`, income({ receiptNo: '', papers: [paper], amount: '4,200' }))
    ).body;
    expect(posted).toMatchObject({ state: 'posted', number: '202611-001', amount: 420_000, approvedName: null });
    expect(posted.papers).toHaveLength(1);
    expect(await balance()).toBe(1_420_000);
  });

  test('bad input: 0.1 + 0.2 is 0.30; half a fen, words and nothing are refused, and nothing typed is read as something else', async () => {
    const before = await balance();
    await chair.post(`${fund.path}/vouchers`, income({ amount: '0.1' }));
    await chair.post(`${fund.path}/vouchers`, income({ amount: '0.2' }));
    expect((await balance()) - before).toBe(30);
    for (const amount of ['0.125', '1e3', '十元', '0', '-5', '1,00', '99999999999999'])
      expect((await chair.post(`${fund.path}/vouchers`, income({ amount }))).body.code, amount).toBe(
        'fund.amount-unreadable',
      );
  });

  test('C40: a payment needs two people: who prepared it cannot approve it, by the rule and by the database', async () => {
    const before = await balance();
    const drafted = (await draft(chair, { amount: '300' })).body;
    expect(drafted).toMatchObject({ state: 'drafted', number: null, actions: expect.not.arrayContaining(['approve']) });
    expect((await approve(chair, drafted)).body).toMatchObject({ status: 403, code: 'voucher.own' });
    expect((await approve(auditor, drafted)).status).toBe(403);
    expect(await balance()).toBe(before);
    const posted = (await approve(deputy, drafted)).body;
    expect(posted).toMatchObject({ state: 'posted', draftedName: '穆长河', approvedName: '林素琴' });
    expect(await balance()).toBe(before - 30_000);
    const alone = owner.query(`update vouchers set approved_by = drafted_by where id = $1`, [posted.id]);
    await expect(alone).rejects.toThrow(/vouchers_approver_other/);
    const nobody = owner.query(`update vouchers set approved_by = null where id = $1`, [posted.id]);
    await expect(nobody).rejects.toThrow(/vouchers_four_eyes/);
  });

  test('a payment changed since it was opened is not approved unseen; the other way round the same', async () => {
    const drafted = (await draft(chair, { amount: '60' })).body;
    const changed = await member.ask('PUT', `${fund.path}/vouchers/${drafted.id}`, {
      body: { ...form({ amount: '6000' }), version: drafted.version },
    });
    expect(changed.body).toMatchObject({ amount: 600_000, draftedName: '尤建平' });
    expect((await approve(deputy, drafted)).body).toMatchObject({ status: 409, code: 'voucher.changed' });
    const refused = await deputy.post(`${fund.path}/vouchers/${drafted.id}/refuse`, {
      ...{ version: changed.body.version, reason: '金额多了一个零' },
    });
    expect(refused.body).toMatchObject({ state: 'refused', refusedReason: '金额多了一个零' });
    expect((await approve(deputy, changed.body)).body.code).toBe('voucher.not-waiting');
  });

  test('attack: a payment over the balance is refused whoever presses, and cash is apart from the bank', async () => {
    const before = (await chair.get(fund.path)).body;
    const over = await pay({ amount: String((before.bankBalance + 1) / 100) });
    expect(over.status).toBe(409);
    expect(over.body.detail).toMatch(/银行存款.*。/);
    expect((await pay({ way: 'cash', amount: '200.01' })).status).toBe(409);
    expect((await pay({ way: 'cash', amount: '200' })).body.state).toBe('posted');
    const after = (await chair.get(fund.path)).body;
    expect([after.cashBalance, after.bankBalance]).toEqual([0, before.bankBalance]);
  });

  test('attack: nobody prepares or approves a payment to oneself, by the rule and by the database', async () => {
    expect((await draft(chair, { payeeUserId: chair.id })).body.code).toBe('voucher.to-oneself');
    const toDeputy = (await draft(chair, { payeeUserId: deputy.id, party: '林素琴' })).body;
    expect((await approve(deputy, toDeputy)).body).toMatchObject({ status: 403, code: 'voucher.to-oneself' });
    const by = (id: string) => owner.query(`update vouchers set approved_by = $2 where id = $1`, [toDeputy.id, id]);
    await expect(by(deputy.id)).rejects.toThrow(/vouchers_payee_other/);
    expect((await approve(member, toDeputy)).body.state).toBe('posted');
  });

  test('attack: a payment to a firm of a committee member says so, and that member does not approve it', async () => {
    const related = { party: '林氏建材', relatedIds: [deputy.id], relatedNote: '弟弟开的店' };
    const drafted = (await draft(chair, related)).body;
    expect(drafted.related).toEqual([{ id: deputy.id, name: '林素琴' }]);
    expect((await approve(deputy, drafted)).body).toMatchObject({ status: 403, code: 'voucher.related' });
    const forced = owner.query(`update vouchers set approved_by = $2 where id = $1`, [drafted.id, deputy.id]);
    await expect(forced).rejects.toThrow(/vouchers_related_other/);
    expect((await approve(as('secretary'), drafted)).body).toMatchObject({
      approvedName: '周敏',
      relatedNote: '弟弟开的店',
    });
  });

  test('attack: one paper serves one voucher: the same photograph again is refused, and free again once its voucher was refused', async () => {
    const bytes = await photograph();
    const send = async (): Promise<string> => (await chair.ask('POST', 'files', multipart(bytes))).body.id as string;
    const first = (await draft(chair, { receiptNo: '', papers: [await send()] })).body;
    const again = await draft(chair, { receiptNo: '', papers: [await send()], memo: '再报一次' });
    expect(again.body).toMatchObject({ status: 409, code: 'voucher.paper-used' });
    await deputy.post(`${fund.path}/vouchers/${first.id}/refuse`, { version: first.version, reason: '发票抬头不对' });
    const free = await draft(chair, { receiptNo: '', papers: [await send()] });
    expect(free.body).toMatchObject({ state: 'drafted' });
  });

  test('attack: a paper named by its id in capital letters is the same paper', async () => {
    const bytes = await photograph();
    const send = async (): Promise<string> => (await chair.ask('POST', 'files', multipart(bytes))).body.id as string;
    expect((await draft(chair, { receiptNo: '', papers: [await send()] })).body.state).toBe('drafted');
    const again = await draft(chair, { receiptNo: '', papers: [(await send()).toUpperCase()] });
    expect(again.body).toMatchObject({ status: 409, code: 'voucher.paper-used' });
  });

  test('a day that has not come, one before the fund and a closed or held month are refused with what to do', async () => {
    const refusedOn = async (day: string): Promise<string> => (await draft(chair, { day })).body.code as string;
    expect(await refusedOn('2026-11-21')).toBe('voucher.day-in-future');
    expect(await refusedOn('2026-08-31')).toBe('voucher.day-before-fund');
    expect(await refusedOn('2026-09-01')).toBeUndefined();
    await owner.query(`update funds set held_through = 202609 where id = $1`, [fund.id]);
    expect(await refusedOn('2026-09-30')).toBe('voucher.month-held');
    expect(await refusedOn('2026-10-01')).toBeUndefined();
    await owner.query(`update funds set held_through = null where id = $1`, [fund.id]);
  });

  test('已付 needs its receipt number; the list of vouchers leaves as Excel', async () => {
    const bare = await draft(chair, { way: 'receipt', receiptNo: '', papers: [await upload(chair)] });
    expect(bare.body.code).toBe('voucher.receipt-missing');
    expect((await pay({ way: 'receipt', receiptNo: '工行 0031', amount: '12.34' })).body).toMatchObject({
      wayName: '已付（凭据号）',
    });
    const sheet = await auditor.get(`${fund.path}/vouchers.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.raw as unknown as ArrayBuffer);
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows[1]).toContain('凭证号');
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['工行 0031', 12.34, '穆长河', '林素琴']));
  });
});

describe('posted once', { timeout: 60_000 }, () => {
  const both = [() => deputy, () => member];

  test('a double click and two windows: of 20 at once one posts, the others are told, and there is one entry', async () => {
    const drafted = (await draft(chair, { amount: '11' })).body;
    const before = await balance();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => approve((both[n % 2] as () => Asker)(), drafted)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'voucher.not-waiting')).toHaveLength(19);
    expect(await entries(drafted.id)).toBe(1);
    expect(await balance()).toBe(before - 1100);
  });

  test('twenty payments at once get twenty numbers in a row, and never more than there is', async () => {
    const drafted = await Promise.all(
      Array.from({ length: 10 }, () => draft(chair, { amount: String(Math.floor(1_000_000 / 100 / 5)) })),
    );
    const answers = await Promise.all(drafted.map(({ body }) => approve(deputy, body)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(10);
    expect(await balance()).toBeGreaterThanOrEqual(0);
    const { rows } = await owner.query<{ month: number; serials: number[] }>(
      `select month, array_agg(serial order by serial) as serials from vouchers where state = 'posted' group by month`,
    );
    for (const { serials } of rows) expect(serials).toEqual(serials.map((_, at) => at + 1));
    expect(await findFaults(world.database, areas.gongsheng)).toEqual([]);
  });
});
