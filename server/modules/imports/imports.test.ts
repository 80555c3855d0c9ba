import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { system } from '#shared/actor';
import { startWorker } from '#platform/jobs';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, multipart, openWorld } from '#tests/world';
import { createWorker } from '../../handlers.ts';
import { importHandler, importKind } from './service.ts';

const world = await openWorld(await testDatabase());
const { as, owner, parts, worker } = world;

type Cell = string | number | Date | null;

async function workbook(rows: Cell[][], change?: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  for (const row of rows) sheet.addRow(row);
  change?.(sheet);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const upload = (kind: string, bytes: Buffer, name: Parameters<typeof as>[0] = 'secretary', key?: string) => {
  const { payload, headers } = multipart(bytes, '名册.xlsx', 'application/octet-stream');
  return as(name).ask('POST', `imports/kinds/${kind}`, { payload, headers, ...(key ? { key } : {}) });
};
const start = (id: string, duplicates = 'skip') => as('secretary').post(`imports/${id}/start`, { duplicates });
const read = async (id: string) => need(await as('secretary').get(`imports/${id}`)).body;

async function takeIn(kind: string, rows: Cell[][], duplicates = 'skip') {
  const staged = need(await upload(kind, await workbook(rows))).body;
  need(await start(staged.id, duplicates));
  await worker.drain();
  await parts.tree.reload();
  return { staged, ended: await read(staged.id) };
}

const heads = ['小区', '楼栋', '单元', '房号', '姓名', '联系电话', '身份证号码', '标签', '备注'];

test('grids, estates and buildings come in from a file; those that are there stay as they are', async () => {
  const rows: Cell[][] = [
    ['二〇二六年楼栋一览表'],
    ['网格*', '小区', '楼号', '单元数', '房管员'],
    ['第三网格', '泰和苑', '7', 4, '老王'],
    ['第三网格', '泰和苑', '8栋', 4, '老王'],
    ['第一网格', '工盛小区', '3号楼', 6, ''],
    ['第三网格', '泰和苑', '9号楼', '六', ''],
  ];
  const { staged, ended } = await takeIn('places', rows);
  expect(staged).toMatchObject({ total: 4, bad: 1, doubled: 1, unknown: ['房管员'], state: 'checked' });
  expect(staged.problems).toEqual([{ at: 6, problem: '单元数要写整数，这里是“六”。' }]);
  expect(ended).toMatchObject({ state: 'done', done: 3, added: 2, skipped: 1, failed: 0 });
  const named = (level: 'grid' | 'building') => parts.tree.under(areas.gongsheng, level).map((node) => node.name);
  expect(named('grid')).toEqual(['第一网格', '第二网格', '第三网格']);
  expect(named('building')).toEqual(expect.arrayContaining(['7号楼', '8号楼']));
  expect((await takeIn('places', rows)).ended).toMatchObject({ added: 0, skipped: 3 });
});

test('residents come in with their households; wrong rows stay out, each with its reason', async () => {
  const { staged, ended } = await takeIn('residents', [
    heads,
    ['工盛小区', '3', '2', '301', '周雪梅', '13805330001', null, '独居、高龄', '耳背'],
    ['工盛小区', '3号楼', '2单元', '301', '周小军', '13805330002', null, null, null],
    ['工盛小区', '30', '1', '101', '甲', null, null, null, null],
    ['工盛小区', '3', '1', null, '乙', null, null, null, null],
    ['', '', '', '', '', '', '', '', ''],
    ['工盛小区', '3', '1', '102', '丙', '12345', null, null, null],
    ['工盛小区', '3', '1', '103', '丁', null, '370303195602301234', null, null],
    ['工盛小区', '3', '2', '301', '周雪梅', '13805330001', null, null, null],
    ['工盛小区', '3', '1', '104', '戊', null, 370303195602030000, null, null],
  ]);
  expect(staged).toMatchObject({ total: 8, bad: 6 });
  expect(staged.problems.map((one: { at: number }) => one.at)).toEqual([4, 5, 7, 8, 9, 10]);
  const reasons = staged.problems.map((one: { problem: string }) => one.problem).join(' ');
  for (const said of [
    '工盛小区没有30',
    '还要填房号',
    '手机号是 11 位',
    '身份证号不对',
    '和第 2 行是同一个人',
    '被 Excel 当成数字',
  ])
    expect(reasons).toContain(said);
  expect(ended).toMatchObject({ state: 'done', added: 2, failed: 0 });
  const found = need(await as('secretary').post('people/search', { phone: '13805330001' })).body.items;
  expect(found).toMatchObject([{ name: '周**', householdLabel: '工盛小区 3号楼 2单元 301', tags: ['独居', '高龄'] }]);
});

test('X17: owners come in with their title areas; what is no area or no telephone stays out, a door comes in once', async () => {
  const rows: Cell[][] = [
    ['小区', '楼号', '单元', '房号', '建筑面积', '业主', '手机', '共有人', '业主类别'],
    ['工盛小区', '3', '2', '301', 89.52, '周雪梅', '13805330001', '王建国 13805330009', null],
    ['工盛小区', '3', '2', '302', '0.1', '周雪梅', '13805330001', null, null],
    ['工盛小区', '3', '2', '303', '约 90', '丙', null, null, null],
    ['工盛小区', '3', '2', '304', 61.84, '丁', '12345', null, null],
    ['工盛小区', '3', '2', '301', 89.52, '周雪梅', '13805330001', null, null],
    ['没有小区', '3', '2', '305', 61.84, '戊', null, null, null],
    ['工盛小区', '3', '2', '306', 61.84, '瑞禾置业有限公司', null, null, '开发商（未售）'],
  ];
  const { staged, ended } = await takeIn('owners', rows);
  expect(staged.problems.map((one: { at: number }) => one.at)).toEqual([4, 5, 6, 7]);
  expect(staged.problems[2].problem).toBe('和第 2 行是同一个门号。');
  expect(ended).toMatchObject({ added: 3, failed: 0 });
  const { rows: kept } = await owner.query(
    `select u.title_area as area, u.household_id is not null as home, o.name_masked as name, o.person_id is not null as known
     from owned_units u join owners o on o.area_id = u.area_id and o.id = u.voter_id order by u.sort`,
  );
  expect(kept).toEqual([
    { area: 8952, home: true, name: '周**', known: true },
    { area: 10, home: false, name: '周**', known: true },
    { area: 6184, home: false, name: '瑞禾置业有限公司', known: false },
  ]);
  expect((await takeIn('owners', rows)).ended).toMatchObject({ added: 0, skipped: 3 });
});

test('somebody registered before is skipped, merged or updated, as asked; a second time changes nothing', async () => {
  const row = (name: string, note: string): Cell[] => [
    '工盛小区',
    '3',
    '2',
    '302',
    name,
    '13805330009',
    null,
    '党员',
    note,
  ];
  expect((await takeIn('residents', [heads, row('吴桂英', '')])).ended).toMatchObject({ added: 1 });
  const again = async (note: string, way: string) =>
    (await takeIn('residents', [heads, row('吴桂英', note)], way)).ended;
  expect(await again('爱唱京剧', 'skip')).toMatchObject({ added: 0, skipped: 1 });
  expect(await again('爱唱京剧', 'merge')).toMatchObject({ updated: 1 });
  expect(await again('会剪纸', 'merge')).toMatchObject({ skipped: 1 });
  expect(await again('会剪纸', 'update')).toMatchObject({ updated: 1 });
  expect(await again('会剪纸', 'update')).toMatchObject({ skipped: 1, updated: 0 });
  const namesake = await takeIn('residents', [heads, row('吴小妹', '')]);
  expect(namesake.staged.doubled).toBe(0);
  expect(namesake.ended).toMatchObject({ added: 1 });
});

test('the wrong rows come back as they stood, with the reason; a text that begins like a formula stays a text', async () => {
  const staged = need(
    await upload(
      'residents',
      await workbook([
        ['楼栋', '房号', '姓名', '老伴'],
        ['3', '', '=HYPERLINK("x")', '+86'],
      ]),
    ),
  ).body;
  const answer = await as('secretary').get(`imports/${staged.id}/problems`);
  expect(answer.headers['content-disposition']).toContain('attachment');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.raw as never);
  const rows = book.worksheets[0]?.getSheetValues().slice(1) as Cell[][];
  expect(rows[0]?.slice(1)).toEqual(['楼栋', '房号', '姓名', '老伴', '错误原因']);
  expect(rows[1]?.[3]).toBe('=HYPERLINK("x")');
  expect(rows[1]?.[5]).toBe('填了楼栋，还要填房号。');
});

test('what is no sheet we can read is refused with a sentence that says what to do', async () => {
  const refused = async (bytes: Buffer, code: string) =>
    expect(await upload('residents', bytes)).toMatchObject({ status: 422, body: { code } });
  await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook.old-format');
  await refused(Buffer.from('姓名,电话\n甲,1'), 'workbook.unreadable');
  await refused(
    Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })),
    'workbook.unreadable',
  );
  const bomb = Object.fromEntries(
    Array.from({ length: 301 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, new Uint8Array(1)]),
  );
  await refused(Buffer.from(zipSync(bomb)), 'workbook.too-large');
  const merged = await workbook(
    [
      ['户主信息', '', ''],
      ['楼栋', '房号', '住户'],
    ],
    (sheet) => sheet.mergeCells('A1:C1'),
  );
  await refused(merged, 'import.headings-missing');
  await refused(await workbook([heads]), 'import.empty');
});

test('sent again under its key a file is read once; another file under that key is refused', async () => {
  const file = await workbook([heads, ['工盛小区', '4', '1', '201', '钱多', '13805330201', null, null, null]]);
  const first = need(await upload('residents', file, 'secretary', 'import-key')).body;
  expect(need(await upload('residents', file, 'secretary', 'import-key')).body.id).toBe(first.id);
  const other = await workbook([heads, ['工盛小区', '4', '1', '202', '钱少', '13805330202', null, null, null]]);
  expect(await upload('residents', other, 'secretary', 'import-key')).toMatchObject({ status: 422 });
});

test('numbers, dates and formulas are read as people see them', async () => {
  const bytes = await workbook([
    ['住址', '姓名', '电话', '出生日期'],
    ['二组 12 号', '孙大爷', 13805330077, new Date(Date.UTC(1956, 2, 2))],
  ]);
  const staged = need(await upload('residents', bytes)).body;
  expect(staged).toMatchObject({ total: 1, bad: 0 });
  need(await start(staged.id));
  await worker.drain();
  const found = need(await as('secretary').post('people/search', { phone: '13805330077' })).body.items;
  expect(found).toMatchObject([{ birthYear: 1956, householdLabel: '二组 12 号' }]);
});

test('an import is for whoever may, runs once, can be stopped, and forgets the cells it has taken in', async () => {
  const bytes = await workbook([heads, ['工盛小区', '4', '1', '101', '郝建', '13805330101', null, null, null]]);
  for (const name of ['community', 'grid', 'sibling'] as const)
    expect((await upload('residents', bytes, name)).status).toBe(403);
  const staged = need(await upload('residents', bytes)).body;
  expect((await as('far').get(`imports/${staged.id}`)).status).toBe(403);
  need(await start(staged.id));
  expect((await start(staged.id)).body.code).toBe('import.not-waiting');
  need(await as('secretary').post(`imports/${staged.id}/cancel`));
  await worker.drain();
  expect(await read(staged.id)).toMatchObject({ state: 'cancelled', done: 0 });
  expect((await as('secretary').post(`imports/${staged.id}/cancel`)).body.code).toBe('import.not-running');
  const kept = await owner.query(
    `select 1 from import_rows where state in ('added', 'skipped', 'updated') and cells_sealed is not null`,
  );
  expect(kept.rows).toEqual([]);
  const plain = await owner.query(`select 1 from import_rows where cells_sealed like '%郝建%'`);
  expect(plain.rows).toEqual([]);
});

test('1,300 rows in batches, the worker dies before a batch is committed: no row lost or doubled', async () => {
  const rows = Array.from({ length: 1300 }, (_, i): Cell[] => [
    '工盛小区',
    '4',
    '2',
    String(1000 + i),
    `住户${i}`,
    `139${String(i).padStart(8, '0')}`,
    null,
    null,
    null,
  ]);
  const staged = need(await upload('residents', await workbook([heads, ...rows]))).body;
  need(await start(staged.id));
  const handler = importHandler({
    ...parts.context,
    may: parts.accounts.identity.may,
    actorOf: (id, name) => ({ ...system, id, name }),
  });
  let batches = 0;
  const dying = startWorker({
    database: parts.database,
    clock: parts.clock,
    log: { ...parts.log, error: () => undefined } as never,
    everyMs: 0,
    deadlines: {},
    outbox: {
      [importKind]: async (tx, job) => {
        batches += 1;
        await handler(tx, job);
        if (batches === 2) throw new Error('killed before the commit');
      },
      'matters.changed': async () => undefined,
    },
  });
  await dying.drain();
  expect(await read(staged.id)).toMatchObject({ state: 'running', done: 500 });
  await owner.query(`update jobs.outbox set available_at = now() - interval '10 years' where kind = $1`, [importKind]);
  await createWorker(parts, 0).drain();
  expect(await read(staged.id)).toMatchObject({ state: 'done', done: 1300, added: 1300, failed: 0 });
  const count = async () =>
    (
      await owner.query(`select count(*)::int as n from people where area_id = $1 and name_masked like '住%'`, [
        areas.gongsheng,
      ])
    ).rows[0].n;
  expect(await count()).toBe(1300);
});
