import ExcelJS from 'exceljs';

/**
 * Twelve forms as streets, districts and departments send them, each in a style of its own: rosters, registers, monthly
 * returns, summaries, cards. Names and numbers are invented. `known`: headings the system must fill wholly; `unknown`:
 * headings it must leave to people.
 */
export type Form = {
  file: string;
  title: string;
  /** Written anew by LibreOffice, which makes other files than exceljs does. */
  byLibreOffice?: boolean;
  draw(sheet: ExcelJS.Worksheet): void;
  known: string[];
  unknown: string[];
};

type Cell = string | number | null | ExcelJS.CellFormulaValue;

const thin: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
};

function title(sheet: ExcelJS.Worksheet, range: string, text: string, font = '方正小标宋简体'): void {
  sheet.mergeCells(range);
  const cell = sheet.getCell(range.split(':')[0] ?? 'A1');
  cell.value = text;
  cell.font = { name: font, size: 18, bold: font !== '方正小标宋简体' };
  cell.alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(Number(cell.row)).height = 36;
}

/** Rows of cells with borders; `style` marks heads. */
function rows(sheet: ExcelJS.Worksheet, from: number, table: Cell[][], head = false): void {
  for (const [index, cells] of table.entries())
    for (const [column, value] of cells.entries()) {
      const cell = sheet.getCell(from + index, column + 1);
      if (value !== null) cell.value = value;
      cell.border = thin;
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.font = { name: head ? '黑体' : '仿宋_GB2312', size: head ? 11 : 10.5 };
      if (head) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
    }
}

const empty = (count: number, columns: number): Cell[][] =>
  Array.from({ length: count }, () => Array.from({ length: columns }, () => null));

function widths(sheet: ExcelJS.Worksheet, of: number[]): void {
  for (const [index, width] of of.entries()) sheet.getColumn(index + 1).width = width;
}

export const forms: Form[] = [
  {
    file: 'elders-roster.xlsx',
    title: '老年人花名册',
    known: ['姓名', '性别', '年龄', '身份证号', '家庭住址', '联系电话', '填报单位', '填报日期'],
    unknown: ['养老待遇'],
    draw(sheet) {
      widths(sheet, [6, 12, 6, 6, 22, 30, 16, 14, 16]);
      title(sheet, 'A1:I1', '工盛社区60岁以上老年人花名册');
      sheet.mergeCells('A2:D2');
      sheet.getCell('A2').value = '填报单位：';
      sheet.mergeCells('F2:I2');
      sheet.getCell('F2').value = '填报日期：    年   月   日';
      rows(sheet, 3, [['序号', '姓名', '性别', '年龄', '身份证号', '家庭住址', '联系电话', '养老待遇', '备注']], true);
      rows(sheet, 4, empty(4, 9));
      sheet.mergeCells('A8:I8');
      sheet.getCell('A8').value = '注：年满60周岁的常住老年人全部填报，不得漏报。';
      sheet.pageSetup = {
        orientation: 'landscape',
        paperSize: 9,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: 'A1:I8',
      };
      sheet.views = [{ state: 'frozen', ySplit: 3 }];
    },
  },
  {
    file: 'grid-statistics.xlsx',
    title: '网格基本情况统计表',
    known: [
      '网格名称',
      '网格员 / 姓名',
      '户数',
      '人口情况 / 总人口',
      '人口情况 / 男',
      '人口情况 / 女',
      '人口情况 / 60岁以上',
      '人口情况 / 80岁以上',
    ],
    unknown: ['党支部'],
    draw(sheet) {
      widths(sheet, [5, 14, 12, 10, 10, 10, 10, 12, 12, 12]);
      title(sheet, 'A1:J1', '社区网格基本情况统计表', '宋体');
      rows(
        sheet,
        2,
        [
          ['序号', '网格名称', '网格员', '户数', '人口情况', null, null, null, null, '党支部'],
          [null, null, '姓名', null, '总人口', '男', '女', '60岁以上', '80岁以上', null],
        ],
        true,
      );
      for (const range of ['A2:A3', 'B2:B3', 'D2:D3', 'E2:I2', 'J2:J3']) sheet.mergeCells(range);
      rows(sheet, 4, empty(5, 10));
      const sum = (column: string): Cell => ({ formula: `SUM(${column}4:${column}8)` }) as ExcelJS.CellFormulaValue;
      rows(sheet, 9, [['合计', null, null, sum('D'), sum('E'), sum('F'), sum('G'), sum('H'), sum('I'), null]]);
      sheet.mergeCells('A9:B9');
      sheet.getCell('A11').value = '填表人：';
      sheet.getCell('E11').value = '审核人：';
    },
  },
  {
    file: 'community-card.xlsx',
    title: '社区基本情况表',
    known: [
      '社区名称',
      '所属街道',
      '社区书记',
      '联系电话',
      '网格数',
      '小区数',
      '人口情况 / 总人口',
      '总户数',
      '60岁以上',
      '未成年人',
      '填表人',
      '填表日期',
    ],
    unknown: ['辖区面积（平方公里）', '常住人口'],
    draw(sheet) {
      widths(sheet, [12, 16, 18, 16, 18]);
      title(sheet, 'A1:E1', '社区基本情况表');
      rows(sheet, 2, [
        ['社区名称', null, null, '所属街道', null],
        ['社区书记', null, null, '联系电话', null],
        ['网格数', null, null, '小区数', null],
        ['人口情况', '总人口', null, '总户数', null],
        [null, '60岁以上', null, '未成年人', null],
        [null, '常住人口', null, '辖区面积（平方公里）', null],
        ['填表人', null, null, '填表日期', null],
      ]);
      for (const row of [2, 3, 4, 8]) sheet.mergeCells(`B${row}:C${row}`);
      sheet.mergeCells('A5:A7');
      sheet.pageSetup = { orientation: 'portrait', paperSize: 9, horizontalCentered: true };
    },
  },
  {
    file: 'monthly-return.xlsx',
    title: '居民诉求办理月报表',
    byLibreOffice: true,
    known: ['受理件数', '办结件数', '在办件数', '办结率（%）'],
    unknown: ['回访件数'],
    draw(sheet) {
      widths(sheet, [16, 10, 10, 10, 10, 10, 18]);
      title(sheet, 'A1:G1', '2026年11月居民诉求办理情况月报表', '黑体');
      rows(sheet, 2, [['网格', '受理件数', '办结件数', '在办件数', '办结率（%）', '回访件数', '备注']], true);
      rows(sheet, 3, [
        ['第一网格', null, null, null, null, null, null],
        ['第二网格', null, null, null, null, null, null],
        ['合计', null, null, null, null, null, null],
      ]);
    },
  },
  {
    file: 'matter-register.xlsx',
    title: '居民诉求台账',
    known: ['工单编号', '受理日期', '诉求内容', '问题类别', '发生地点', '办理情况', '办结日期'],
    unknown: ['回访人'],
    draw(sheet) {
      widths(sheet, [6, 28, 12, 36, 12, 20, 10, 12, 10, 12]);
      title(sheet, 'A1:J1', '2026年居民诉求办理台账');
      rows(
        sheet,
        2,
        [
          [
            '序号',
            '工单编号',
            '受理日期',
            '诉求内容',
            '问题类别',
            '发生地点',
            '办理情况',
            '办结日期',
            '回访人',
            '备注',
          ],
        ],
        true,
      );
      rows(sheet, 3, empty(6, 10));
      sheet.getCell('I3').dataValidation = { type: 'list', formulae: ['"张,李"'], allowBlank: true };
    },
  },
  {
    file: 'building-register.xlsx',
    title: '楼栋台账',
    byLibreOffice: true,
    known: ['所属网格', '小区名称', '楼栋号', '户数', '人数'],
    unknown: ['建成年份'],
    draw(sheet) {
      widths(sheet, [6, 14, 16, 12, 10, 10, 12]);
      title(sheet, 'A1:G1', '楼栋信息台账');
      rows(sheet, 2, [['序号', '所属网格', '小区名称', '楼栋号', '户数', '人数', '建成年份']], true);
      rows(sheet, 3, [['甲', '1', '2', '3', '4', '5', '6']]);
      rows(sheet, 4, empty(2, 7));
    },
  },
  {
    file: 'age-structure.xlsx',
    title: '人口年龄结构统计表',
    known: ['合计', '男', '女'],
    unknown: [],
    draw(sheet) {
      widths(sheet, [22, 12, 12, 12]);
      title(sheet, 'A1:D1', '人口年龄结构统计表');
      rows(
        sheet,
        2,
        [
          ['年龄段', '合计', '性别', null],
          [null, null, '男', '女'],
        ],
        true,
      );
      rows(sheet, 4, [['', '(人)', '(人)', '(人)']]);
      for (const range of ['A2:A3', 'B2:B3', 'C2:D2']) sheet.mergeCells(range);
      rows(sheet, 5, [
        ['未满18岁', null, null, null],
        ['18-59岁', null, null, null],
        ['60岁及以上', null, null, null],
        ['其中：80岁及以上', null, null, null],
        ['总 计', null, null, null],
      ]);
    },
  },
  {
    file: 'main-figures.xlsx',
    title: '基层治理主要指标',
    known: ['总户数', '总人口', '60岁以上老年人', '网格数', '网格员数', '受理总数', '办结率'],
    unknown: ['注册社会组织数'],
    draw(sheet) {
      widths(sheet, [14, 26, 10, 14]);
      title(sheet, 'A1:D1', '2026年基层治理主要指标', '微软雅黑');
      rows(sheet, 2, [['类别', '指标', '单位', '数值']], true);
      rows(sheet, 3, [
        ['人口情况', '总户数', '户', null],
        [null, '总人口', '人', null],
        [null, '60岁以上老年人', '人', null],
        ['网格情况', '网格数', '个', null],
        [null, '网格员数', '人', null],
        ['诉求情况', '受理总数', '件', null],
        [null, '办结率', '%', null],
        ['其中', '注册社会组织数', '个', null],
      ]);
      for (const range of ['A3:A5', 'A6:A7', 'A8:A9']) sheet.mergeCells(range);
      sheet.getCell('D9').numFmt = '0.0%';
    },
  },
  {
    file: 'community-summary.xlsx',
    title: '社区情况汇总表',
    byLibreOffice: true,
    known: ['社区名称', '网格数', '小区数', '楼栋数', '总户数', '总人口', '网格员数', '楼栋长数', '志愿者数'],
    unknown: ['物业公司数'],
    draw(sheet) {
      widths(sheet, [14, 9, 9, 9, 9, 9, 10, 10, 10, 10]);
      title(sheet, 'A1:J1', '街道社区情况汇总表', '华文中宋');
      rows(
        sheet,
        3,
        [
          [
            '社区名称',
            '网格数',
            '小区数',
            '楼栋数',
            '总户数',
            '总人口',
            '网格员数',
            '楼栋长数',
            '志愿者数',
            '物业公司数',
          ],
        ],
        true,
      );
      rows(sheet, 4, empty(1, 10));
    },
  },
  {
    file: 'months-of-a-year.xlsx',
    title: '各月工作统计表',
    known: ['受理件数', '办结件数', '活动场次'],
    unknown: ['信访件数'],
    draw(sheet) {
      widths(sheet, [10, 12, 12, 12, 12]);
      title(sheet, 'A1:E1', '2026年度各月工作统计表');
      rows(sheet, 2, [['月份', '受理件数', '办结件数', '活动场次', '信访件数']], true);
      rows(
        sheet,
        3,
        Array.from({ length: 11 }, (_, index): Cell[] => [`${index + 1}月`, null, null, null, null]),
      );
      rows(sheet, 14, [['合计', null, null, null, null]]);
    },
  },
  {
    file: 'visits-register.xlsx',
    title: '独居老人走访台账',
    byLibreOffice: true,
    known: ['老人姓名', '性别', '年龄', '住址', '联系电话', '责任网格员'],
    unknown: ['走访时间', '身体状况'],
    draw(sheet) {
      widths(sheet, [6, 12, 8, 8, 28, 16, 12, 12, 14]);
      title(sheet, 'A1:I1', '独居老人走访台账');
      rows(
        sheet,
        2,
        [
          ['序号', '老人信息', null, null, null, null, '责任网格员', '走访时间', '身体状况'],
          [null, '老人姓名', '性别', '年龄', '住址', '联系电话', null, null, null],
        ],
        true,
      );
      for (const range of ['A2:A3', 'B2:F2', 'G2:G3', 'H2:H3', 'I2:I3']) sheet.mergeCells(range);
      rows(sheet, 4, empty(10, 9));
    },
  },
  {
    file: 'staff-roster.xlsx',
    title: '网格员花名册',
    known: ['姓名', '职务', '负责网格'],
    unknown: ['学历', '政治面貌'],
    draw(sheet) {
      widths(sheet, [6, 12, 12, 16, 10, 12]);
      title(sheet, 'A1:F1', '网格员信息花名册', '楷体');
      rows(sheet, 2, [['序号', '姓名', '职务', '负责网格', '学历', '政治面貌']], true);
      rows(sheet, 3, empty(3, 6));
    },
  },
];

/** A form as a file of exceljs. */
export async function drawForm(form: Form): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date('2026-11-20T00:00:00Z');
  workbook.modified = workbook.created;
  form.draw(workbook.addWorksheet('Sheet1'));
  workbook.addWorksheet('填表说明').getCell('A1').value = '请于月底前报送。';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
