import { beforeAll, describe, expect, test } from 'vitest';
import { closeMonth, findFaults, readBook } from '#kernel/ledger';
import { testDatabase } from '#tests/database';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { areas, openWorld, type Answer } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai.
const world = await openWorld(await testDatabase());
const { owner, database } = world;
const { chair, deputy, member } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
beforeAll(async () => {
  fund = await openPublicRevenue(world);
});

const payment = (more: object = {}) => ({
  ...{ kind: 'payment', way: 'bank', day: '2026-11-18', amount: '4000', accountId: fund.accounts['维修改造'] },
  ...{ party: '恒达电梯', memo: '电梯维修', receiptNo: 'S-1', ...more },
});
const approve = (one: { id: string; version: number }, who = deputy): Promise<Answer> =>
  who.post(`${fund.path}/vouchers/${one.id}/approve`, { version: one.version });
const correct = (id: string, more: object = {}): Promise<Answer> =>
  chair.post(`${fund.path}/vouchers/${id}/correction`, {
    ...{ day: '2026-11-20', amount: '3500', accountId: fund.accounts['维修改造'], way: 'bank', memo: '少换一根，退款' },
    ...more,
  });
const page = async () => (await chair.get(fund.path)).body;
const card = async (id: string) => (await chair.get(`${fund.path}/vouchers/${id}`)).body;

describe('what was posted is corrected, never changed', { timeout: 60_000 }, () => {
  test('C42: a refund after closing is a correction in the open month, by two people, and both are shown', async () => {
    const drafted = (await chair.post(`${fund.path}/vouchers`, payment({ day: '2026-10-15' }))).body;
    const paid = (await approve(drafted)).body;
    const { rows } = await owner.query<{ book: string }>(`select book_id as book from funds`);
    const which = { areaId: areas.gongsheng, bookId: rows[0]?.book ?? '' };
    for (const month of [202609, 202610])
      await database.transaction(world.clock.now(), (tx) =>
        closeMonth(tx, { ...which, month, by: { id: chair.id, name: '穆长河' } }),
      );
    const late = (await chair.post(`${fund.path}/vouchers`, payment({ day: '2026-10-31' }))).body;
    expect((await approve(late)).body).toMatchObject({ status: 409, code: 'ledger.month-closed' });
    const before = await page();
    expect((await correct(paid.id, { day: '2026-10-31' })).status).toBe(201);
    const wrongDay = (await chair.get(`${fund.path}/vouchers?view=waiting`)).body.items.find(
      (one: { kind: string }) => one.kind === 'correction',
    );
    expect((await approve(wrongDay)).body.code).toBe('ledger.month-closed');
    await deputy.post(`${fund.path}/vouchers/${wrongDay.id}/refuse`, { version: wrongDay.version, reason: '日期不对' });
    const correction = (await correct(paid.id)).body;
    expect(correction).toMatchObject({ state: 'drafted', kind: 'correction', corrects: { number: '202610-001' } });
    expect((await approve(correction, chair)).body.code).toBe('voucher.own');
    const posted = (await approve(correction)).body;
    expect(posted).toMatchObject({ number: '202611-001', amount: 350_000 });
    expect(await card(paid.id)).toMatchObject({ amount: 400_000, correctedBy: { number: '202611-001' } });
    expect((await page()).bankBalance).toBe(before.bankBalance + 50_000);
    const book = await readBook(database, which);
    expect(book.closedThrough).toBe(202610);
    expect(await findFaults(database, areas.gongsheng)).toEqual([]);
  });

  test('twice is refused, taking back whole is 0, and a correction is corrected in turn', async () => {
    const paid = (await approve((await chair.post(`${fund.path}/vouchers`, payment({ amount: '80' }))).body)).body;
    const before = (await page()).bankBalance;
    const first = (await approve((await correct(paid.id, { amount: '90' })).body)).body;
    expect((await page()).bankBalance).toBe(before - 1000);
    expect((await correct(paid.id)).body.code).toBe('voucher.corrected');
    const gone = (await approve((await correct(first.id, { amount: '0' })).body)).body;
    expect(gone).toMatchObject({ state: 'posted', entry: null });
    expect((await page()).bankBalance).toBe(before + 8000);
    expect((await correct(gone.id)).body.code).toBe('voucher.corrected');
  });
});

describe('what was taken in is corrected like what was paid', { timeout: 60_000 }, () => {
  test('a smaller income is right as long as what is left covers it, and refused to the fen beyond', async () => {
    const { bankBalance } = await page();
    const kind = { kind: 'income', accountId: fund.accounts['停车费'], party: '地面停车 42 户' };
    const came = (await chair.post(`${fund.path}/vouchers`, payment({ ...kind, amount: '1000' }))).body;
    const spent = payment({ amount: ((bankBalance + 95_000) / 100).toFixed(2) });
    await approve((await chair.post(`${fund.path}/vouchers`, spent)).body);
    expect((await page()).bankBalance).toBe(5000);
    const less = { accountId: fund.accounts['停车费'] };
    const tooLittle = (await correct(came.id, { ...less, amount: '949.99' })).body;
    expect((await approve(tooLittle)).body.code).toBe('ledger.below-zero');
    await deputy.post(`${fund.path}/vouchers/${tooLittle.id}/refuse`, { version: tooLittle.version, reason: '算错了' });
    const right = await approve((await correct(came.id, { ...less, amount: '950' })).body);
    expect(right.body).toMatchObject({ state: 'posted', amount: 95_000 });
    expect((await page()).bankBalance).toBe(0);
    expect(await findFaults(database, areas.gongsheng)).toEqual([]);
  });
});

describe('control', { timeout: 60_000 }, () => {
  /** Approves behind the rules' back, as somebody could who found a way around them. */
  const force = (id: string, by: string) =>
    owner.query(`update vouchers set approved_by = $2, approved_name = 'x', approved_at = now() where id = $1`, [
      id,
      by,
    ]);

  test('without the constraints one person alone, a related one and whoever is paid come through; with them none does', async () => {
    const forms = [payment(), payment({ relatedIds: [deputy.id] }), payment({ payeeUserId: member.id })];
    const drafted = await Promise.all(forms.map((form) => chair.post(`${fund.path}/vouchers`, form)));
    const tries = (): Promise<PromiseSettledResult<unknown>[]> =>
      Promise.allSettled([chair.id, deputy.id, member.id].map((by, at) => force(drafted[at]?.body.id, by)));
    expect((await tries()).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    for (const name of ['approver_other', 'related_other', 'payee_other'])
      await owner.query(`alter table vouchers drop constraint vouchers_${name}`);
    expect((await tries()).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  });

  test('without the key of the paper two vouchers show the same one; with it the second is refused', async () => {
    const [one, other] = await Promise.all(
      ['11', '12'].map((amount) => chair.post(`${fund.path}/vouchers`, payment({ amount }))),
    );
    const lay = (voucherId: string) =>
      owner.query(
        `insert into voucher_files (area_id, fund_id, voucher_id, file_id, sha256) values ($1, $2, $3, gen_random_uuid(), 'same')`,
        [areas.gongsheng, fund.id, voucherId],
      );
    await lay(one?.body.id);
    await expect(lay(other?.body.id)).rejects.toThrow(/voucher_files_once_key/);
    await owner.query('drop index voucher_files_once_key');
    await expect(lay(other?.body.id)).resolves.toBeDefined();
  });
});
