import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, multipart, openWorld } from '#tests/world';
import { importKinds } from '../kinds/rules.ts';

const world = await openWorld(await testDatabase());
const { as, owner, parts, worker } = world;

const householdId = need(
  await as('community').post('households', { buildingId: areas.building, unit: '2', room: '301' }),
).body.id as string;
need(
  await as('community').post('people', {
    householdId,
    name: '=HYPERLINK("http://liren.invalid")',
    phone: '13805330001',
    idNumber: '11010519491231002X',
    tags: ['独居'],
    note: '@耳背',
  }),
);

async function sheetOf(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book.worksheets[0] as ExcelJS.Worksheet;
}
const wordsOf = (sheet: ExcelJS.Worksheet, row: number): string[] =>
  ((sheet.getRow(row).values as unknown[]).slice(1) ?? []).map((value) => String(value ?? ''));
const residents = (body: object, name: Parameters<typeof as>[0] = 'secretary') =>
  as(name).ask('POST', 'exports/residents', { body });
const reason = '街道核对名册';

test('the residents leave under the columns they come in by, as texts, and come back in as they were', async () => {
  const answer = await residents({ reason });
  const sheet = await sheetOf(answer.raw);
  expect(wordsOf(sheet, 1)).toEqual(importKinds.residents.columns.map((one) => one.heading));
  expect(wordsOf(sheet, 2)).toEqual(
    expect.arrayContaining(['工盛小区', '3号楼', '2', '301', '13805330001', '11010519491231002X', '独居', '@耳背']),
  );
  sheet.getRow(2).eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula));
  expect(sheet.getCell('F2').type).toBe(ExcelJS.ValueType.String);
  expect(sheet.getCell('H2').type).toBe(ExcelJS.ValueType.String);

  const { payload, headers } = multipart(answer.raw, '名册.xlsx', 'application/octet-stream');
  const staged = need(await as('secretary').ask('POST', 'imports/kinds/residents', { payload, headers })).body;
  expect(staged).toMatchObject({ total: 1, bad: 0, doubled: 1, unknown: [] });
  need(await as('secretary').post(`imports/${staged.id}/start`, { duplicates: 'update' }));
  await worker.drain();
  expect(need(await as('secretary').get(`imports/${staged.id}`)).body).toMatchObject({ skipped: 1, updated: 0 });
});

test('14.2.6: without a reason they are masked; who may not reveal gets no more, and every export is recorded', async () => {
  const masked = wordsOf(await sheetOf((await residents({})).raw), 2);
  expect(masked).toEqual(expect.arrayContaining(['138****0001', '****']));
  expect(masked.join()).not.toMatch(/HYPERLINK|13805330001|19491231|耳背/);
  expect((await residents({ reason: '要' })).body.code).toBe('person.reason-too-short');
  expect((await residents({ reason }, 'grid')).body.code).toBe('people.out-of-scope');
  expect((await residents({}, 'gridTwo')).status).toBe(200);
  expect((await sheetOf((await residents({}, 'gridTwo')).raw)).rowCount).toBe(1);
  const { rows } = await owner.query(
    `select actor_name as name, detail from audit where act = 'people.export' and detail ? 'reason'`,
  );
  expect(rows).toContainEqual({ name: '周敏', detail: { inClear: true, reason } });
});

test('places and staff leave as Excel for who may see them', async () => {
  const places = await sheetOf((await as('secretary').get('exports/places')).raw);
  expect(wordsOf(places, 1)).toEqual(importKinds.places.columns.map((one) => one.heading));
  expect(wordsOf(places, 2)).toEqual(['第一网格', '工盛小区', '3号楼']);
  expect(places.rowCount).toBe(1 + parts.tree.under(areas.gongsheng, 'building').length);
  const staff = await sheetOf((await as('secretary').get('exports/staff')).raw);
  expect(staff.getColumn(1).values).toContain('孙丽娟');
  expect((await as('community').get('exports/staff')).body.code).toBe('permission.denied');
});

test('notices and activities leave as Excel', async () => {
  for (const [path, heading] of [
    ['notices.xlsx', '标题'],
    ['activities.xlsx', '活动'],
  ] as const) {
    expect(wordsOf(await sheetOf((await as('secretary').get(path)).raw), 1)[0]).toBe(heading);
    expect((await as('grid').get(path)).status).toBe(403);
  }
});
