import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { convertWithSoffice, findSoffice } from '#tests/soffice';
import { areas, multipart, openWorld, type Name } from '#tests/world';
import { forms, type Form } from '../../../tests/blanks/forms.ts';
import type { BlankPage } from './contract.ts';

const world = await openWorld(await testDatabase());
const { as, owner } = world;

async function settle(room: string, buildingId: string, people: object[]): Promise<void> {
  const householdId = need(await as('community').post('households', { buildingId, unit: '1', room })).body.id as string;
  for (const one of people) need(await as('community').post('people', { householdId, tags: [], ...one }));
}
await settle('101', areas.building, [
  { name: '张桂兰', phone: '13805330001', idNumber: '11010519491231002X', tags: ['独居'] },
  { name: '王建国', phone: '13805330002', birthYear: 1940, gender: '男' },
]);
await settle('102', areas.buildingFive, [
  { name: '李晓梅', phone: '13805330003', birthYear: 2012, gender: '女' },
  ...Array.from({ length: 6 }, (_, n) => ({
    name: `赵${n}`,
    phone: `1380533010${n}`,
    birthYear: 1950 + n,
    gender: '男',
    tags: ['独居'],
  })),
]);
await begin(as('resident'));
await begin(as('resident'), { words: '=HYPERLINK("http://liren.invalid")' });

const fileOf = (form: Form): Buffer =>
  readFileSync(new URL(`../../../tests/blanks/files/${form.file}`, import.meta.url));

async function take(bytes: Buffer, title: string, name: Name = 'secretary') {
  const { payload, headers } = multipart(bytes, `${title}.xlsx`, 'application/octet-stream');
  return as(name).ask('POST', 'blanks', { payload, headers });
}
async function fill(id: string, body: object = {}, name: Name = 'secretary') {
  return as(name).ask('POST', `blanks/${id}/fill`, { body });
}
async function opened(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0] as ExcelJS.Worksheet;
}
/** The reader stumbles over merged cells with nothing in them. */
const textOf = (cell: ExcelJS.Cell): string => (cell.master.value === null ? '' : cell.text);
const wordsOf = (sheet: ExcelJS.Worksheet): string[] => {
  const words: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => words.push(textOf(cell))));
  return words;
};
const reason = '街道民政办要的名册';

const filledForms = new Map<string, Buffer>();

test.each(forms)(
  '$title: every heading that is known is filled, every other is named, the layout stays',
  async (form) => {
    const page = need(await take(fileOf(form), form.title)).body as BlankPage;
    expect(page.unclear).toBe('');
    const stateOf = (heading: string) =>
      page.items.find(
        (one) =>
          one.heading === heading || one.heading.includes(`${heading} / `) || one.heading.endsWith(` / ${heading}`),
      );
    for (const heading of form.known) expect(stateOf(heading)?.from, heading).toEqual(expect.any(String));
    for (const heading of form.unknown) expect(stateOf(heading)?.state, heading).toBe('unknown');
    const named = [...form.known, ...form.unknown].map(stateOf);
    expect(page.items.filter((one) => one.state === 'unknown' && !named.includes(one))).toEqual([]);

    const answer = await fill(page.id, { reason });
    expect(answer.status).toBe(200);
    filledForms.set(form.file, answer.raw);
    const [before, after] = await Promise.all([opened(fileOf(form)), opened(answer.raw)]);
    sameLayout(before, after, page);
    const printed = wordsOf(before).filter((word) => word !== '' && !/[:：]/.test(word));
    expect(wordsOf(after)).toEqual(expect.arrayContaining(printed));
    // What is known is filled in every row, but where the record itself has nothing (a citizen number, a rate of nothing).
    const gaps = page.items.filter(
      (one) => one.from !== null && one.filled < one.asked && !/身份证|率|办结日期/.test(one.heading),
    );
    expect(gaps).toEqual([]);
  },
);

/** The same widths, heights, merged cells, print settings and styles; rows that were added look like their neighbour. */
function sameLayout(before: ExcelJS.Worksheet, after: ExcelJS.Worksheet, page: BlankPage): void {
  expect(after.columnCount).toBe(before.columnCount);
  for (let column = 1; column <= before.columnCount; column++)
    expect(after.getColumn(column).width).toBe(before.getColumn(column).width);
  const setup = ({ printArea: _area, ...rest }: Partial<ExcelJS.PageSetup>) => rest;
  expect(setup(after.pageSetup)).toEqual(setup(before.pageSetup));
  expect(after.views).toEqual(before.views);
  expect(after.rowCount - before.rowCount).toBe(page.grows);
  const grown = page.grows > 0 ? firstGrown(before, after) : Number.POSITIVE_INFINITY;
  for (let row = 1; row <= before.rowCount; row++) {
    const at = row >= grown ? row + page.grows : row;
    expect(after.getRow(at).height).toBe(before.getRow(row).height);
    for (let column = 1; column <= before.columnCount; column++) {
      const [old, own] = [before.getCell(row, column), after.getCell(at, column)];
      expect(own.style, own.address).toEqual(old.style);
      expect(own.isMerged, own.address).toBe(old.isMerged);
    }
  }
  for (let row = grown; row < grown + page.grows; row++)
    for (let column = 1; column <= before.columnCount; column++)
      expect(after.getCell(row, column).style).toEqual(before.getCell(grown, column).style);
}

/** The last empty row of the list, above which the form grew. */
function firstGrown(before: ExcelJS.Worksheet, after: ExcelJS.Worksheet): number {
  const tail = wordsOf(before).at(-1);
  for (let row = before.rowCount; row > 0; row--)
    if (before.getRow(row).getCell(1).text === tail && after.getRow(row).getCell(1).text !== tail) return row - 1;
  return before.rowCount;
}

test('what stands in the filled forms is what the records say', async () => {
  const cell = async (file: string, address: string) =>
    (await opened(filledForms.get(file) as Buffer)).getCell(address);
  expect((await cell('elders-roster.xlsx', 'B5')).text).toMatch(/张桂兰|王建国/);
  const roster = await opened(filledForms.get('elders-roster.xlsx') as Buffer);
  const elder = roster.getColumn(2).values.indexOf('张桂兰');
  expect(roster.getRow(elder).values).toEqual([
    undefined,
    expect.any(Number),
    '张桂兰',
    '女',
    77,
    '11010519491231002X',
    '工盛小区 3号楼 1单元 101',
    '13805330001',
  ]);
  // Ids and telephones are texts, and a note below the list has moved down whole.
  expect(roster.getCell(elder, 5).type).toBe(ExcelJS.ValueType.String);
  expect(roster.getCell('A12').text).toContain('不得漏报');
  expect(roster.pageSetup.printArea).toBe('A1:I12');
  const grids = await opened(filledForms.get('grid-statistics.xlsx') as Buffer);
  expect(grids.getRow(5).values).toEqual([undefined, 2, '第二网格', '钱立新', 1, 7, 6, 1, 6, 0]);
  expect(grids.getCell('E9').formula).toBe('SUM(E4:E8)');
  expect((await cell('monthly-return.xlsx', 'B5')).value).toBe(2);
  expect((await cell('months-of-a-year.xlsx', 'B13')).value).toBe(2);
  expect((await cell('age-structure.xlsx', 'C7')).value).toBe(7);
  expect((await cell('main-figures.xlsx', 'D9')).value).toBe(0);
  const register = await opened(filledForms.get('matter-register.xlsx') as Buffer);
  const formula = wordsOf(register).filter((word) => word.includes('HYPERLINK'));
  expect(formula.length).toBeGreaterThan(0);
  register.eachRow((row) => row.eachCell((one) => expect(one.type).not.toBe(ExcelJS.ValueType.Formula)));
});

test('a title that is not understood is asked about, and nothing is guessed', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  for (const row of [['临时救助对象花名册'], ['序号', '姓名', '联系电话', '救助金额'], ['', '', '', '']])
    sheet.addRow(row);
  sheet.getCell('A3').border = { top: { style: 'thin' } };
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const page = need(await take(bytes, '花名册')).body as BlankPage;
  expect(page.unclear).toBe('临时救助对象');
  expect(page.items.every((one) => one.filled === 0)).toBe(true);
  expect((await fill(page.id)).body).toMatchObject({ code: 'blank.scope-unclear' });
  const chosen = need(await as('secretary').post(`blanks/${page.id}/scope`, { listScope: '独居' })).body as BlankPage;
  expect(chosen).toMatchObject({ unclear: '', rows: 7 });
  expect((await as('secretary').post(`blanks/${page.id}/scope`, { listScope: '临时救助' })).body.code).toBe(
    'blank.term-unknown',
  );
});

test('a heading assigned by hand is known in every later form of the community, until it is taken back', async () => {
  const form = forms[8] as Form;
  const heading = '物业公司数';
  const first = need(await take(fileOf(form), form.title)).body as BlankPage;
  const key = first.items.find((one) => one.heading === heading)?.key;
  const choose = async (term: string | null) =>
    as('secretary').post(`blanks/${first.id}/headings`, { heading: key, term });
  need(await choose('figure:小区数'));
  const later = need(await take(fileOf(form), form.title)).body as BlankPage;
  expect(later.items.find((one) => one.heading === heading)).toMatchObject({
    from: '小区数',
    state: 'chosen',
    filled: 1,
  });
  expect((await choose('figure:天上的星星')).body.code).toBe('blank.term-unknown');
  need(await choose(null));
  const last = need(await take(fileOf(form), form.title)).body as BlankPage;
  expect(last.items.find((one) => one.heading === heading)?.state).toBe('unknown');
});

test('14.2.6: personal columns are masked on screen, empty without a reason, and in clear with one, which is recorded', async () => {
  const form = forms[0] as Form;
  const page = need(await take(fileOf(form), form.title)).body as BlankPage;
  const drawn = JSON.stringify(page.preview);
  for (const secret of ['张桂兰', '13805330001', '11010519491231002X']) expect(drawn).not.toContain(secret);
  const without = wordsOf(await opened((await fill(page.id)).raw));
  expect(without).toContain('工盛小区 3号楼 1单元 101');
  expect(without.join()).not.toMatch(/张|1380533/);
  expect((await fill(page.id, { reason: '要' })).body.code).toBe('person.reason-too-short');
  const within = wordsOf(await opened((await fill(page.id, { reason })).raw));
  expect(within).toEqual(expect.arrayContaining(['张桂兰', '13805330001']));
  const { rows } = await owner.query(
    `select detail from audit where act = 'blank.fill' and subject = $1 and detail ? 'reason'`,
    [`blank:${page.id}`],
  );
  expect(rows[0].detail).toMatchObject({ reason, rows: 8, private: ['姓名', '身份证号', '联系电话'] });
  expect((await take(fileOf(form), form.title, 'grid')).body.code).toBe('permission.denied');
});

test('the form lies sealed in the database, and another community does not see it', async () => {
  const { rows } = await owner.query(`select file_sealed from blanks limit 1`);
  expect(rows[0].file_sealed).toMatch(/^1\.[\w-]+$/);
  const page = need(await take(fileOf(forms[0] as Form), '表')).body as BlankPage;
  expect((await as('sibling').get(`/api/v1/areas/${areas.sibling}/blanks/${page.id}`)).body.code).toBe('blank.unknown');
});

test('减负账: what was asked and filled is counted from the forms filled, and every figure opens its list', async () => {
  const { months, again } = need(await as('secretary').get('relief')).body;
  expect(months).toHaveLength(1);
  const list = need(await as('secretary').get(`blanks?month=${months[0].month}&limit=100`)).body.items as {
    columns: number;
    asked: number;
    filled: number;
  }[];
  const sum = (of: 'columns' | 'asked' | 'filled') => list.reduce((total, one) => total + one[of], 0);
  expect(months[0]).toEqual({
    month: '2026-11',
    blanks: list.length,
    columns: sum('columns'),
    asked: sum('asked'),
    filled: sum('filled'),
  });
  const heading = again[0].heading as string;
  const asked = need(await as('secretary').get(`blanks?heading=${encodeURIComponent(heading)}&limit=100`)).body.items;
  expect(asked).toHaveLength(again[0].times);
  const { rows } = await owner.query(`select sum(asked)::int as asked, sum(filled)::int as filled from blank_columns`);
  expect(rows[0]).toEqual({ asked: sum('asked'), filled: sum('filled') });
});

test('old and broken files are refused with a sentence that helps', async () => {
  const refused = async (bytes: Buffer) => (await take(bytes, '表')).body.code;
  expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('workbook.old-format');
  expect(await refused(Buffer.from('PK 不是表'))).toBe('workbook.unreadable');
  const book = new ExcelJS.Workbook();
  book.addWorksheet('空');
  expect(await refused(Buffer.from(await book.xlsx.writeBuffer()))).toBe('blank.nothing-to-fill');
});

const mayOpen = findSoffice() !== undefined || process.env.CI !== undefined;

test.skipIf(!mayOpen)(
  'LibreOffice opens every filled form and reads in it what was filled (left out where it is not installed)',
  { timeout: 120_000 },
  () => {
    const sheets = convertWithSoffice(filledForms, 'csv');
    expect(sheets.size).toBe(12);
    const text = (file: string): string => sheets.get(file)?.toString('utf8') ?? '';
    expect(text('elders-roster.xlsx')).toContain('张桂兰,女,77,11010519491231002X');
    // Sums are computed when the file is opened.
    expect(text('grid-statistics.xlsx')).toMatch(/合计,,,2,9,7,2,8,1/);
    expect(text('monthly-return.xlsx')).toContain('合计,2,0,2');
  },
);
