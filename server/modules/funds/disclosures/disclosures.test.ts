import { createHash, randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { addHouseholds, addPeople } from '#modules/people';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { areas, openWorld, upload, type Answer, type Asker } from '#tests/world';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai; the fund was opened on 1 September.
const world = await openWorld(await testDatabase());
const { as, owner, database } = world;
const { chair, deputy, auditor } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;

const act = (who: Asker, month: number, name: string, body: object = {}): Promise<Answer> =>
  who.post(`${fund.path}/months/${month}/${name}`, body);
const publish = async (month: number): Promise<Answer> => {
  await act(chair, month, 'draft');
  await act(auditor, month, 'check', { note: '凭证都看过' });
  return act(as('secretary'), month, 'approve');
};
const voucher = (day: string, more: object): Promise<Answer> =>
  chair.post(`${fund.path}/vouchers`, {
    ...{ kind: 'income', way: 'bank', day, accountId: fund.accounts['停车费'], party: '地面停车 42 户' },
    ...{ memo: '停车费', receiptNo: 'S-1', amount: '100', ...more },
  });
const account = async (query = ''): Promise<any> => (await as('anonymous').get(`${fund.path}/account${query}`)).body;
const late = async (who: Asker, areaId: string): Promise<any> =>
  (await who.get(`/api/v1/areas/${areaId}/late-accounts`)).body;
const monthOf = async (month: number): Promise<any> =>
  (await chair.get(`${fund.path}/months`)).body.items.find((one: { month: number }) => one.month === month);

beforeAll(async () => {
  fund = await openPublicRevenue(world);
  await as('secretary').post('duty-adoptions', { set: 'monthly-accounts' });
  for (const register of ['fund-inspections', 'seal-log'])
    await as('secretary').post('register-adoptions', { register });
  const { parts, ids } = world;
  const doors = { tree: parts.tree, sealer: parts.context.sealer, may: () => true };
  const areaId = areas.gongsheng;
  const homes = await database.transaction(world.clock.now(), async (tx) => {
    const households = [{ buildingId: areas.building, unit: '1', room: '101' }];
    const [householdId = ''] = await addHouseholds(tx, system, doors, { areaId, households });
    return addPeople(tx, system, doors, { areaId, people: [{ name: '周雪梅', householdId, tags: [] }] });
  });
  await world.owner.query(`update auth."user" set person_id = $1 where id = $2`, [homes[0], ids.resident]);
});

describe('disclosures', { timeout: 60_000 }, () => {
  test('N55: months without a statement are flagged to the community and to the street, with the days they are late', async () => {
    const flagged = await late(as('community'), areas.gongsheng);
    expect(flagged.items[0]).toMatchObject({ place: '工盛小区', late: 2 });
    expect(flagged.items[0].missing.map(({ month, lateDays }: any) => [month, lateDays])).toEqual([
      [202609, 41],
      [202610, 10],
    ]);
    expect(await late(as('streetOfficer'), areas.street)).toMatchObject({ lateMonths: 2, lateFunds: 1, funds: 1 });
    expect((await late(as('streetOfficer'), areas.street)).without).toContainEqual(
      expect.objectContaining({ estateName: '泰和苑' }),
    );
    expect((await as('resident').get('late-accounts')).status).toBe(403);
    expect((await as('sibling').get('late-accounts')).body.code).toBe('disclosure.not-yours');
    expect(await late(chair, areas.gongsheng)).toMatchObject({ lateMonths: 2, without: [] });
    const shown = await account();
    expect(shown.missing[0]).toMatchObject({ month: 202610, state: 'late', stateName: '晚了 10 天，还没有公布' });
    expect(shown).toMatchObject({ balance: 1_020_000, shown: null, latest: null, hotline: '0533-2345678' });
  });

  test('F22: drafted by the committee, checked by the supervision group, published by the secretary; each in their turn', async () => {
    const paper = await upload(chair);
    const paid = await voucher('2026-09-08', { amount: '1,280.50', papers: [paper] });
    expect(paid.status, JSON.stringify(paid.body)).toBe(201);
    expect((await as('anonymous').get(`files/${paper}`)).status).toBe(404);
    expect((await act(chair, 202610, 'draft')).body.code).toBe('disclosure.not-its-turn');
    expect((await act(as('secretary'), 202609, 'draft')).status).toBe(403);
    const drafted = (await act(chair, 202609, 'draft')).body;
    expect(drafted).toMatchObject({ disclosure: 'drafted', in: 128_050, opening: 0, closing: 1_148_050, hash: null });
    expect((await act(deputy, 202609, 'draft')).body.code).toBe('disclosure.drafted-already');
    expect((await act(as('secretary'), 202609, 'approve')).body.code).toBe('disclosure.not-checked');
    expect((await act(chair, 202609, 'check')).status).toBe(403);
    expect((await act(auditor, 202609, 'check', { note: '凭证都看过' })).body.checkedName).toBe('翟福田');
    expect((await act(auditor, 202609, 'approve')).status).toBe(403);
    const done = (await act(as('secretary'), 202609, 'approve')).body;
    expect(done).toMatchObject({ disclosure: 'published', stateName: '已公布', approvedName: '周敏', lateDays: 0 });
    expect((await as('anonymous').get(`files/${paper}`)).status).toBe(200);
    const shown = await account('?month=202609');
    expect(shown.shown).toMatchObject({
      in: 128_050,
      other: 1_020_000,
      closing: 1_148_050,
      intact: true,
      lineCount: 2,
    });
    expect(shown.shown.lines[1]).toMatchObject({ kindName: '停车费', number: '202609-001', wayName: '银行' });
    expect(shown.shown.lines[1].pictures).toHaveLength(1);
    expect(shown.groupText).toContain('收入 1,280.50 元');
    const statement = await as('anonymous').get(`${fund.path}/account/202609/statement`);
    expect(createHash('sha256').update(statement.raw).digest('hex')).toBe(shown.shown.hash);
  });

  test('while a month is before who checks it nothing of it is posted, and given back it is open again', async () => {
    await act(chair, 202610, 'draft');
    expect((await voucher('2026-10-09', {})).body.code).toMatch(/month-held/);
    expect((await voucher('2026-11-09', {})).status).toBe(201);
    expect((await act(auditor, 202610, 'return', { reason: '少了停车费' })).body).toMatchObject({
      ...{ stateName: '退回修改', returnedName: '翟福田', actions: [] },
    });
    expect((await act(auditor, 202610, 'check')).body.code).toBe('disclosure.returned');
    expect((await voucher('2026-10-09', { amount: '200' })).status).toBe(201);
    expect((await act(deputy, 202610, 'draft')).body).toMatchObject({ in: 20_000, draftedName: '林素琴' });
  });

  test('two people at once: one publishes the month, the other is told, and the ledger closes it once', async () => {
    await act(auditor, 202610, 'check');
    const answers = await Promise.all(
      [as('secretary'), as('secretary'), as('secretary')].map((who) => act(who, 202610, 'approve')),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('disclosure.published');
    const closed = await owner.query(`select 1 from closings where month = 202610`);
    expect(closed.rowCount).toBe(1);
  });

  test('the control without lock and condition publishes a month twice', async () => {
    await owner.query(`create table naive_months (state text, published int)`);
    await owner.query(`insert into naive_months values ('checked', 0)`);
    const isChecked = async (): Promise<boolean> =>
      (await owner.query(`select 1 from naive_months where state = 'checked'`)).rowCount === 1;
    for (const checked of await Promise.all([isChecked(), isChecked()]))
      if (checked) await owner.query(`update naive_months set state = 'published', published = published + 1`);
    const { rows } = await owner.query(`select published from naive_months`);
    await owner.query(`drop table naive_months`);
    expect(rows[0].published).toBe(2);
  });

  test('what is published is frozen: by the rules, and by the database for every word of it', async () => {
    expect((await act(chair, 202609, 'draft')).body.code).toBe('disclosure.published');
    expect((await act(auditor, 202609, 'return', { reason: '想改一改' })).body.code).toBe('disclosure.published');
    for (const change of [
      `statement = '{}'`,
      `hash = repeat('0', 64)`,
      `state = 'drafted'`,
      `closing = closing + 1`,
      `checked_name = '别人'`,
      `checked_note = ''`,
      `published_at = published_at - interval '10 days'`,
      `approved_by = drafted_by`,
    ]) {
      const changed = owner.query(`update disclosures set ${change} where month = 202609`);
      await expect(changed, change).rejects.toThrow(/violates/);
    }
    const app = database.transaction(world.clock.now(), (tx) =>
      tx.query(`delete from disclosure_publications where area_id = $1`, [areas.gongsheng]),
    );
    await expect(app).rejects.toThrow(/permission denied/);
    expect((await account('?month=202609')).shown.intact).toBe(true);
  });

  test('a refund after closing is an entry of an open month, and both months show it', async () => {
    const before = (await account('?month=202609')).shown;
    const list = (await chair.get(`${fund.path}/vouchers?month=202609`)).body.items;
    const wrong = list.find(({ kind }: { kind: string }) => kind === 'income');
    const refund = {
      day: '2026-11-19',
      amount: '1,000',
      accountId: wrong.accountId,
      memo: '多收了，退 280.50 元',
      receiptNo: 'T-1',
    };
    const path = `${fund.path}/vouchers/${wrong.id}/correction`;
    const early = (await chair.post(path, { ...refund, day: '2026-10-19' })).body;
    const approve = (one: { id: string; version: number }): Promise<Answer> =>
      deputy.post(`${fund.path}/vouchers/${one.id}/approve`, { version: one.version });
    expect((await approve(early)).status).toBe(409);
    const { version } = early;
    await deputy.post(`${fund.path}/vouchers/${early.id}/refuse`, { version, reason: '九月的账已经公布了' });
    const drafted = (await chair.post(path, refund)).body;
    const posted = await approve(drafted);
    expect(posted.body, JSON.stringify(posted.body)).toMatchObject({ state: 'posted' });
    await world.advance('2026-12-10T23:59:59.999+08:00');
    expect(await monthOf(202611)).toMatchObject({ state: 'coming', lateDays: 0 });
    expect((await late(as('community'), areas.gongsheng)).lateMonths).toBe(0);
    await world.advance('2026-12-11T00:00:00.000+08:00');
    expect(await monthOf(202611)).toMatchObject({ state: 'late', lateDays: 1 });
    await publish(202611);
    const [old, anew] = [(await account('?month=202609')).shown, (await account('?month=202611')).shown];
    expect([old.hash, old.in, old.closing]).toEqual([before.hash, before.in, before.closing]);
    expect(old.lines[1].correctedBy).toMatchObject({ month: 202611 });
    const made = anew.lines.filter(({ corrects }: any) => corrects);
    expect(made.map((line: any) => [line.in, line.corrects.month, line.corrects.seq])).toEqual([
      [-128_050, 202609, old.lines[1].seq],
      [100_000, 202609, old.lines[1].seq],
    ]);
    expect((await account()).missing).toEqual([]);
  });

  test('R9: every public figure is what the postings of the ledger add up to, and one fen off is seen', async () => {
    const rows = await owner.query(
      `select p.month, a.kind, sum(p.after - p.before)::bigint as amount from postings p
       join ledger_accounts a on a.area_id = p.area_id and a.book_id = p.book_id and a.id = p.account_id
       group by p.month, a.kind`,
    );
    const sum = (month: number, kind: string): number =>
      rows.rows
        .filter((row) => row.month === month && row.kind === kind)
        .reduce((total, row) => total + Number(row.amount), 0);
    let balance = 0;
    for (const month of [202609, 202610, 202611]) {
      const { shown } = await account(`?month=${month}`);
      expect(shown.opening).toBe(balance);
      balance += sum(month, 'asset');
      const figures = [shown.in, shown.out, shown.closing];
      expect(figures).toEqual([-sum(month, 'income'), sum(month, 'expense'), balance]);
      expect([figures[0]! + 1, figures[1], figures[2]]).not.toEqual([
        -sum(month, 'income'),
        sum(month, 'expense'),
        balance,
      ]);
      const kinds = shown.kinds.reduce(
        (total: number, kind: any) => total + (kind.direction === 'in' ? kind.amount : 0),
        0,
      );
      expect(kinds).toBe(shown.in);
    }
    const whole = await account('?year=2026');
    expect(whole.year).toMatchObject({ closing: balance, months: expect.arrayContaining([]) });
    expect(whole.year.in).toBe(-[202609, 202610, 202611].reduce((total, month) => total + sum(month, 'income'), 0));
    expect(whole.balance).toBe(balance);
  });

  test('a month leaves as Excel, and whole as text, to anybody', async () => {
    const sheet = await as('anonymous').get(`${fund.path}/account/202609/sheet.xlsx`);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet.raw as unknown as ArrayBuffer);
    const cells = book.worksheets[0]!.getSheetValues().flat();
    expect(cells).toEqual(expect.arrayContaining(['202609-001', 1280.5, 11480.5, '月末结余']));
    expect((await as('anonymous').get(`${fund.path}/account/202612/sheet.xlsx`)).status).toBe(404);
  });
});

describe('supervision', { timeout: 60_000 }, () => {
  test('C42: the supervision group enters what it looked at, of its own estate; two sides look together', async () => {
    const path = `${fund.path}/supervision`;
    const { inspections, seals, hotline } = (await auditor.get(path)).body;
    expect([inspections.page.mayWrite, seals.page.mayWrite, hotline]).toEqual([true, false, '0533-2345678']);
    const form = {
      who: '工盛小区',
      sort: '账目和凭证',
      checkedOn: '2026-12-10',
      people: ['居民代表'],
      found: '凭证齐全',
    };
    const alone = await auditor.post(`${path}/inspections`, { form });
    expect(alone.status).toBe(422);
    const together = { ...form, people: ['居民代表', '党员志愿者'] };
    const entered = await auditor.post(`${path}/inspections`, { form: together });
    expect(entered.status, JSON.stringify(entered.body)).toBe(201);
    expect((await chair.post(`${path}/inspections`, { form: together })).status).toBe(403);
    expect((await auditor.post(`${path}/seals`, { form: {} })).status).toBe(403);
    expect((await chair.get(path)).body.inspections.records).toHaveLength(1);
    expect((await as('resident').get(path)).status).toBe(403);
  });

  test('N55: publishing a month fulfils the duty of its estate', async () => {
    const { rows } = await owner.query(
      `select subject_id as subject, period::text from duty_records where duty_set = 'monthly-accounts' order by at`,
    );
    // November's account of 11 December came after its ten days of grace: it counts for December, and November stays late.
    expect(rows).toEqual([
      { subject: areas.estate, period: '2026-11-01' },
      { subject: areas.estate, period: '2026-11-01' },
      { subject: areas.estate, period: '2026-12-01' },
    ]);
  });
});

describe('questions', { timeout: 60_000 }, () => {
  const line = async (): Promise<any> => (await account('?month=202609')).shown.lines[1];
  const ask = async (who: Asker, words = '这一笔是哪几个车位交的？'): Promise<Answer> =>
    who.post(`${fund.path}/questions`, { month: 202609, seq: (await line()).seq, words });
  const said = async (who: Asker = as('anonymous')): Promise<any> =>
    (await who.get(`${fund.path}/account/202609/lines/${(await line()).seq}`)).body;

  test('C42: a question on a line waits to be looked at, is shown without a name, answered, and told', async () => {
    const { id } = (await ask(as('resident'))).body;
    expect((await ask(as('resident'), '再问一遍这一笔')).body.code).toBe('question.waiting');
    expect((await said()).said).toEqual([]);
    expect((await said(as('resident'))).said).toMatchObject([{ state: 'waiting', isMine: true }]);
    const early = await chair.post(`${fund.path}/questions/${id}/answer`, { answer: '地面的四十二个车位' });
    expect(early.body.code).toBe('question.decided-already');
    expect((await chair.post(`${fund.path}/questions/${id}/moderate`, { decision: 'show' })).status).toBe(403);
    await as('community').post(`${fund.path}/questions/${id}/moderate`, { decision: 'show' });
    const answered = await chair.post(`${fund.path}/questions/${id}/answer`, { answer: '地面的四十二个车位' });
    expect(answered.body.items[0]).toMatchObject({ answer: '地面的四十二个车位', lineMemo: '停车费', actions: [] });
    const shown = (await said()).said;
    expect(shown).toMatchObject([{ asker: '一位居民', answeredName: '穆长河', isMine: false }]);
    expect(JSON.stringify(shown)).not.toContain('周雪梅');
    const titles = (await as('resident').get('/api/v1/messages')).body.items.map((one: any) => one.title);
    expect(titles).toContain('您问的那一笔有答复了');
    expect((await line()).questions).toBe(1);
  });

  test('a question that is not shown says why to who asked, and to nobody else', async () => {
    const { id } = (await ask(as('resident'), '某某家是不是没交钱？')).body;
    const path = `${fund.path}/questions/${id}/moderate`;
    expect((await as('community').post(path, { decision: 'decline' })).status).toBe(400);
    await as('community').post(path, { decision: 'decline', reason: '说到了别人家的事' });
    expect((await as('community').post(path, { decision: 'show' })).body.code).toBe('question.decided-already');
    expect((await said()).said).toHaveLength(1);
    expect((await said(as('resident'))).said).toContainEqual(
      expect.objectContaining({ state: 'declined', reason: '说到了别人家的事' }),
    );
  });

  test('who neither owns nor lives here is told what to do; an owner on record may ask; nothing is asked of an unpublished line', async () => {
    for (const name of ['family', 'volunteer'] as const)
      expect((await ask(as(name))).body, name).toMatchObject({ status: 403, code: 'question.not-from-here' });
    expect((await ask(as('anonymous'))).status).toBe(401);
    expect((await said(as('family'))).whyNotAsk).toContain('我家');
    expect((await ask(as('resident'), '问')).status).toBe(400);
    const nowhere = await as('resident').post(`${fund.path}/questions`, {
      month: 202612,
      seq: 1,
      words: '这笔是什么？',
    });
    expect(nowhere.body.code).toBe('disclosure.line-unknown');
    const [unit, owned, person] = [randomUUID(), randomUUID(), world.ids.family];
    await owner.query(
      `with owner as (
         insert into owners (area_id, id, unit_id, owner_key, kind, user_id, name_sealed, name_index, name_masked, created_at)
         values ($1, $5, $2, 'k', 'person', $6, 'x', 'x', '王**', now()))
       insert into owned_units (area_id, id, estate_id, building_id, room, label, sort, use, title_area, voter_id, verified_at,
         verified_by, created_at)
       values ($1, $2, $3, $4, '101', '3 号楼 101', '3', '住宅', 9000, $5, now(), 'x', now())`,
      [areas.gongsheng, unit, areas.estate, areas.building, owned, person],
    );
    expect((await ask(as('family'))).status).toBe(201);
  });
});
