import { beforeAll, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { testDatabase } from '#tests/database';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { multipart, openWorld, type Answer, type Asker } from '#tests/world';
import * as rules from './rules.ts';

// The world begins on Friday 2026-11-20 at 9:00 in Shanghai; the fund has 10,000 yuan at the bank.
const world = await openWorld(await testDatabase());
const { chair, deputy, auditor } = await openCommittee(world);
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;
let income = '';
let payment = '';

const heading = '交易日期,摘要,对方户名,贷方发生额,借方发生额,账户余额,交易流水号,柜员';
const rows = [
  '2026-11-03,停车费,地面停车专户,"4,200.00",,"14,200.00",B001,9',
  '20261105,水管尾款,恒通管道安装有限公司,,300.00,13900.00,B002,9',
  '2026/11/8,转账,李长河,0.30,,13900.30,B003,9',
];
const csv = (lines: string[] = rows): string => [heading, ...lines].join('\n');
const send = (who: Asker, file: string | Buffer, way = 'statements', name = '明细.csv'): Promise<Answer> =>
  who.ask('POST', `${fund.path}/${way}`, multipart(Buffer.from(file), name, 'text/csv'));
const lines = async (query = ''): Promise<Answer['body']> => (await chair.get(`${fund.path}/bank-lines${query}`)).body;
const match = (lineId: string, voucherId: string): Promise<Answer> =>
  chair.post(`${fund.path}/bank-lines/${lineId}/match`, { voucherId });

beforeAll(async () => {
  fund = await openPublicRevenue(world, { cashOpening: '0' });
  const form = { way: 'bank', receiptNo: 'S-1', party: '某某', day: '2026-11-04' };
  const comes = { ...form, kind: 'income', accountId: fund.accounts['停车费'], amount: '4200', memo: '停车费' };
  income = (await chair.post(`${fund.path}/vouchers`, comes)).body.id;
  const goes = { ...form, kind: 'payment', accountId: fund.accounts['维修改造'], amount: '300', memo: '水管' };
  const drafted = (await chair.post(`${fund.path}/vouchers`, goes)).body;
  payment = drafted.id;
  await deputy.post(`${fund.path}/vouchers/${payment}/approve`, { version: drafted.version });
});

describe('C42: the bank beside the book', { timeout: 60_000 }, () => {
  test('columns are known by what banks call them, days and amounts as banks write them, persons masked, firms not', async () => {
    const seen = (await send(chair, csv(), 'statements/check')).body;
    expect(seen).toMatchObject({
      rows: 3,
      added: 3,
      known: 0,
      problems: [],
      unknown: ['柜员'],
      income: 420_030,
      expense: 30_000,
    });
    expect(seen.lines.map(({ day, amount, party }: rules.Line) => [day, amount, party])).toEqual([
      ['2026-11-03', 420_000, '地面停车专户'],
      ['2026-11-05', -30_000, '恒通管道安装有限公司'],
      ['2026-11-08', 30, '李**'],
    ]);
    expect((await lines()).items).toEqual([]);
    expect((await send(auditor, csv())).body.code).toBe('fund.not-yours');
  });

  test('wrong rows are told one by one with the reason, and nothing is taken in', async () => {
    const wrong = [
      rows[0] ?? '',
      '昨天,水费,某某,,1,13899,B010,9',
      '2026-11-05,水费,某某,1,1,14199,B011,9',
      '2026-11-05,水费,某某,,1.005,14199,B012,9',
      '2026-11-05,水费,某某,,1,14199,,9',
    ];
    const seen = (await send(chair, csv(wrong), 'statements/check')).body;
    expect(seen.problems.map(({ at }: { at: number }) => at)).toEqual([3, 4, 5, 6]);
    expect(seen.problems[0].problem).toContain('日期“昨天”认不出来');
    expect((await send(chair, csv(wrong))).body).toMatchObject({ status: 422, code: 'bank.rows-wrong' });
    const back = new ExcelJS.Workbook();
    await back.xlsx.load((await send(chair, csv(wrong), 'statements/problems')).raw as never);
    const given = back.worksheets[0]?.getSheetValues().slice(1) as string[][];
    expect(given[0]?.slice(1)).toEqual([...heading.split(','), '错误原因']);
    expect(given.slice(1).map((row) => row[7])).toEqual(['B010', 'B011', 'B012', undefined]);
    expect(given[1]?.[9]).toContain('日期“昨天”认不出来');
    expect((await send(auditor, csv(wrong), 'statements/problems')).body.code).toBe('fund.not-yours');
    expect((await send(chair, '姓名,电话\n张三,1')).body.code).toBe('bank.columns-missing');
    expect((await send(chair, '')).body.code).toBe('bank.empty');
    expect((await send(chair, Buffer.from('PK\u0003\u0004junk'), 'statements', '明细.xlsx')).status).toBe(422);
    expect((await lines()).items).toEqual([]);
  });

  test('a gap, a balance that does not run on and a serial twice are found', async () => {
    const gap = [rows[0] ?? '', rows[2] ?? ''];
    expect((await send(chair, csv(gap), 'statements/check')).body.problems[0].problem).toContain('余额对不上');
    const twice = [rows[0] ?? '', (rows[1] ?? '').replace('B002', 'B001')];
    expect((await send(chair, csv(twice), 'statements/check')).body.problems[0].problem).toContain('出现了两次');
  });

  test('the same file twice changes nothing; a longer one adds what is new; the newest first is the same as last', async () => {
    expect((await send(chair, csv(rows.slice(0, 2)))).body.added).toBe(2);
    expect((await send(chair, csv(rows.slice(0, 2)))).body).toMatchObject({ added: 0, known: 2 });
    expect((await send(chair, csv(rows.toReversed()))).body).toMatchObject({ added: 1, known: 2 });
    const { items, bankBalance } = await lines();
    expect(items.map(({ serial }: { serial: string }) => serial)).toEqual(['B003', 'B002', 'B001']);
    expect(bankBalance).toBe(1_390_030);
    const later = '2026-11-12,扣款,某某,,1,13800,B009,9';
    expect((await send(chair, csv([later]), 'statements/check')).body.problems[0].problem).toContain('漏了几天');
  });

  test('attack: a known line that was edited refuses the whole file', async () => {
    const edited = [(rows[0] ?? '').replace('4,200.00', '4,300.00'), ...rows.slice(1)];
    const answer = await send(chair, csv(edited));
    expect(answer.body).toMatchObject({ status: 422, code: 'bank.rows-wrong' });
    expect(answer.body.detail).toContain('文件被改过');
    expect((await lines()).bankBalance).toBe(1_390_030);
  });

  test('attack: a known line under another number, or a line put among known ones, refuses the whole file', async () => {
    const firstProblem = async (body: string[]): Promise<string> =>
      (await send(chair, csv(body), 'statements/check')).body.problems[0]?.problem ?? '';
    const renumbered = [rows[0] ?? '', (rows[1] ?? '').replace('B002', 'B00X'), rows[2] ?? ''];
    expect(await firstProblem(renumbered)).toContain('接不上');
    const between = ['2026-11-04,退款,某某,50.00,,"14,250.00",B00Y,9'];
    expect(await firstProblem([rows[0] ?? '', ...between])).toContain('接不上');
    const before = (rows[0] ?? '').replace('B001', 'B00Z').replace('2026-11-03', '2026-11-02');
    expect(await firstProblem([before.replace('"14,200.00"', '"18,100.30"'), rows[0] ?? ''])).not.toBe('');
    expect((await send(chair, csv(renumbered))).body).toMatchObject({ status: 422, code: 'bank.rows-wrong' });
    expect((await lines()).items).toHaveLength(3);
  });

  test('a workbook of Excel is read like a text, whatever stands above its headings', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('明细');
    sheet.addRows([['农商银行账户明细'], [], heading.split(',')]);
    sheet.addRow([new Date('2026-11-10T00:00:00Z'), '利息', '', 1.2, null, 13901.5, 'B004', 9]);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    expect((await send(chair, bytes, 'statements', '明细.xlsx')).body).toMatchObject({ added: 1, income: 120 });
    expect((await lines()).items[0]).toMatchObject({ day: '2026-11-10', amount: 120, balance: 1_390_150 });
  });

  test('one line for one voucher of the same amount, suggested by amount and day, held by the database too', async () => {
    const { items } = await lines();
    const of = (serial: string) => items.find((one: { serial: string }) => one.serial === serial);
    expect(of('B001').suggestions.map(({ id }: { id: string }) => id)).toEqual([income]);
    expect(of('B003').suggestions).toEqual([]);
    expect((await match(of('B003').id, income)).body.code).toBe('bank.amounts-differ');
    const forced = world.owner.query(
      `update bank_lines set voucher_id = $2, matched_by = 'x', matched_at = now() where id = $1`,
      [of('B003').id, income],
    );
    await expect(forced).rejects.toThrow(/bank_lines_voucher_fkey/);
    const both = await Promise.all([match(of('B001').id, income), match(of('B001').id, income)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await match(of('B002').id, payment)).status).toBe(200);
    expect(await lines()).toMatchObject({ unmatched: 2, unseen: 0 });
    await chair.ask('DELETE', `${fund.path}/bank-lines/${of('B002').id}/match`);
    expect(await lines()).toMatchObject({ unmatched: 3, unseen: 1 });
  });
});

describe('a statement', () => {
  test('a text of values keeps commas and line breaks inside quotes; tabs part columns too', () => {
    expect(rules.readCsv('\uFEFFa,"b,c","d\n""e"""\r\n1,2,3\n')).toEqual([
      ['a', 'b,c', 'd\n"e"'],
      ['1', '2', '3'],
    ]);
    expect(rules.readCsv('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test.each([
    ['2026-11-03', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['2026年11月3日 10:20:00', '2026-11-03'],
    ['2026/2/29', null],
    ['3月5日', null],
  ])('the day %s is %s', (text, day) => {
    expect(rules.readDay(text)).toBe(day);
  });
});
