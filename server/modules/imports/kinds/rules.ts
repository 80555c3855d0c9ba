import type { KindId } from '../contract.ts';

export type Column = {
  id: string;
  heading: string;
  /** Other words people use for it. */
  also: string[];
  required: boolean;
  hint: string;
  example: string;
  width: number;
  /** Fixed words to choose from. */
  of?: string[];
};
export type Kind = { id: KindId; name: string; columns: Column[]; changes: boolean };
export type Cells = Record<string, string>;

const column = (
  id: string,
  heading: string,
  also: string[],
  more: Partial<Column> & { hint: string; example: string },
): Column => ({ id, heading, also, required: false, width: 14, ...more });

const estate = column('estate', '小区', ['小区名称', '院落'], { hint: '没有小区的留空', example: '工盛北院' });
const building = column('building', '楼栋', ['楼号', '楼', '栋', '幢', '楼栋号'], {
  hint: '写 3、3栋 或 3号楼 都认得',
  example: '3号楼',
});

export const importKinds: Record<KindId, Kind> = {
  places: {
    id: 'places',
    name: '网格和楼栋',
    changes: false,
    columns: [
      column('grid', '网格', ['网格名称', '所属网格'], { required: true, hint: '没有的会新建', example: '第一网格' }),
      estate,
      { ...building, required: true },
      column('units', '单元数', ['单元'], { hint: '整数', example: '4', width: 10 }),
      column('floors', '层数', ['楼层', '楼层数'], { hint: '整数', example: '6', width: 10 }),
    ],
  },
  residents: {
    id: 'residents',
    name: '住户和居民',
    changes: true,
    columns: [
      estate,
      { ...building, hint: '要先有这栋楼；没有楼栋的填住址' },
      column('unit', '单元', ['单元号'], { hint: '只写数字，没有单元的留空', example: '2', width: 8 }),
      column('room', '房号', ['房间号', '室', '门牌号', '房屋号'], {
        hint: '楼栋填了就要填',
        example: '301',
        width: 10,
      }),
      column('address', '住址', ['地址', '门牌', '详细地址'], {
        hint: '没有楼栋的填，例如 二组 12 号',
        example: '',
        width: 20,
      }),
      column('name', '姓名', ['居民姓名', '成员姓名', '户主姓名'], {
        required: true,
        hint: '一人一行',
        example: '周雪梅',
      }),
      column('phone', '电话', ['手机', '手机号', '联系电话', '联系方式', '手机号码'], {
        hint: '11 位手机号，座机带区号；这一列要设成“文本”',
        example: '13805330000',
        width: 16,
      }),
      column('idNumber', '身份证号', ['身份证', '证件号码', '身份证号码', '公民身份号码'], {
        hint: '18 位；这一列要设成“文本”，否则 Excel 会改掉后几位',
        example: '',
        width: 22,
      }),
      column('gender', '性别', [], { hint: '男或女；有身份证号可以不填', example: '女', width: 8, of: ['男', '女'] }),
      column('birthYear', '出生年份', ['出生日期', '出生年月', '生日'], {
        hint: '写年份或日期；有身份证号可以不填',
        example: '1956',
        width: 12,
      }),
      column('tags', '标签', ['人员类别', '类别', '特殊人群'], {
        hint: '几个用顿号隔开',
        example: '独居、高龄',
        width: 18,
      }),
      column('note', '备注', [], { hint: '只有管这个网格的人看得到', example: '', width: 24 }),
    ],
  },
  owners: {
    id: 'owners',
    name: '业主和产权面积',
    changes: false,
    columns: [
      { ...estate, required: true, hint: '要先有这个小区' },
      { ...building, required: true, hint: '要先有这栋楼' },
      column('unit', '单元', ['单元号'], { hint: '只写数字，没有单元的留空', example: '2', width: 8 }),
      column('room', '房号', ['房间号', '室', '门牌号', '房屋号'], {
        required: true,
        hint: '一个门号一行',
        example: '301',
        width: 10,
      }),
      column('area', '专有部分面积', ['面积', '建筑面积', '产权面积', '专有面积', '房屋面积'], {
        required: true,
        hint: '不动产证上的平方米，最多两位小数',
        example: '89.52',
        width: 14,
      }),
      column('use', '用途', ['房屋用途'], {
        hint: '不填就是住宅',
        example: '住宅',
        width: 8,
        of: ['住宅', '商业', '其他'],
      }),
      column('owner', '业主姓名', ['业主', '产权人', '姓名', '房主'], {
        required: true,
        hint: '共有的，写代表投票的那一位；没卖的写开发商',
        example: '周雪梅',
      }),
      column('phone', '业主电话', ['电话', '手机', '手机号', '联系电话'], {
        hint: '同名同电话的几套房算一位业主；这一列要设成“文本”',
        example: '13805330000',
        width: 16,
      }),
      column('coOwners', '共有人', ['共有权人', '其他产权人'], {
        hint: '几个用顿号隔开，名字后面可以空一格写电话',
        example: '王建国 13805330001',
        width: 28,
      }),
      column('kind', '业主类别', ['类别'], {
        hint: '不填就是个人',
        example: '个人',
        width: 14,
        of: ['个人', '单位', '开发商（未售）'],
      }),
    ],
  },
};

const plain = (heading: string): string => heading.normalize('NFKC').replace(/[\s*＊:：()（）]|必填|选填/g, '');

/** Which column of a kind each heading of a row names; null for a heading that names none. */
export function readHeadings(kind: Kind, row: readonly string[]): (Column | null)[] {
  const taken = new Set<string>();
  return row.map((heading) => {
    const word = plain(heading);
    const found =
      kind.columns.find((one) => plain(one.heading) === word) ??
      kind.columns.find((one) => one.also.some((other) => plain(other) === word));
    if (!word || !found || taken.has(found.id)) return null;
    taken.add(found.id);
    return found;
  });
}

const headingRowsMax = 10;

/**
 * Finds the row of headings among the first rows: titles and remarks above it are passed over. Null when no row has every
 * required heading; then `missing` says which the best row lacks.
 */
export function findHeadings(
  kind: Kind,
  rows: readonly { cells: string[] }[],
): { index: number; columns: (Column | null)[] } | { missing: string[] } {
  const required = kind.columns.filter((one) => one.required);
  const read = rows.slice(0, headingRowsMax).map((row, index) => ({ index, columns: readHeadings(kind, row.cells) }));
  const best = read.reduce<(typeof read)[number] | null>(
    (most, one) => (!most || known(one.columns) > known(most.columns) ? one : most),
    null,
  );
  const missing = required.filter((one) => !best?.columns.includes(one)).map((one) => one.heading);
  return best && missing.length === 0 ? best : { missing };
}

const known = (columns: (Column | null)[]): number => columns.filter((one) => one !== null).length;

/** The cells of a row by the columns they belong to. */
export function cellsOf(columns: readonly (Column | null)[], cells: readonly string[]): Cells {
  return Object.fromEntries(columns.flatMap((one, index) => (one && cells[index] ? [[one.id, cells[index]]] : [])));
}

/** What is wrong with the cells of a row whatever is on record: a required one empty, a word that is not to choose. */
export function problemOf(kind: Kind, cells: Cells): string | null {
  for (const one of kind.columns) {
    const value = cells[one.id] ?? '';
    if (one.required && value === '') return `没有填${one.heading}。`;
    if (one.of && value !== '' && !one.of.includes(value))
      return `${one.heading}只能是${one.of.join('或')}，这里是“${value.slice(0, 20)}”。`;
  }
  return null;
}

/** An 18-digit number that Excel has turned into a number ends in zeros where its last digits were. */
export function isSpoiltNumber(text: string): boolean {
  return /^\d{15}0{3}$/.test(text) || /[eE]\+/.test(text);
}

/** 1956, 1956-03-02, 1956年3月 and 19560302 all say 1956. */
export function yearIn(text: string): number | null {
  const year = Number(/^(\d{4})(?:\d{4})?(?:\D|$)/.exec(text.trim())?.[1]);
  return year >= 1880 && year <= 2200 ? year : null;
}
