import { parseYuan } from '#shared/money';
import { maskParty } from '#shared/masking';
import type { Refusal } from '#shared/refusal';

/** What a statement of a bank says: its columns by their headings, its lines, and whether they add up. */

export type Column = 'day' | 'memo' | 'party' | 'income' | 'expense' | 'balance' | 'serial';

const headings: Record<Column, string[]> = {
  day: ['日期', '交易日期', '记账日期', '交易时间', '入账日期', '发生日期'],
  memo: ['摘要', '用途', '附言', '备注', '交易摘要'],
  party: ['对方户名', '对方名称', '对方账户名称', '交易对方', '对手户名', '收付方名称'],
  // Seen from the bank: what it owes more came in.
  income: ['收入', '收入金额', '贷方', '贷方金额', '贷方发生额', '贷', '存入'],
  expense: ['支出', '支出金额', '借方', '借方金额', '借方发生额', '借', '支取'],
  balance: ['余额', '账户余额', '交易后余额'],
  serial: ['流水号', '交易流水号', '交易流水', '核心流水号', '凭证号', '凭证号码'],
};
const names: Record<Column, string> = {
  day: '日期',
  memo: '摘要',
  party: '对方户名',
  income: '收入（贷方）',
  expense: '支出（借方）',
  balance: '余额',
  serial: '流水号',
};
const required: Column[] = ['day', 'income', 'expense', 'balance', 'serial'];

const plain = (text: string): string => text.replace(/[\s（）()]|元|人民币/g, '');

/** The column of each heading, by what banks call it; null for those nobody asked for. */
export function readColumns(cells: readonly string[]): (Column | null)[] {
  const taken = new Set<Column>();
  return cells.map((cell) => {
    const found = (Object.keys(headings) as Column[]).find(
      (column) => !taken.has(column) && headings[column].includes(plain(cell)),
    );
    if (found) taken.add(found);
    return found ?? null;
  });
}

/** The names of the columns a statement cannot do without and has not. */
export function missingColumns(columns: readonly (Column | null)[]): string[] {
  return required.filter((one) => !columns.includes(one)).map((one) => names[one]);
}

export type Cells = Partial<Record<Column, string>>;
export type Line = {
  at: number;
  day: string;
  serial: string;
  amount: number;
  balance: number;
  party: string;
  memo: string;
};

const dayForm = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/;

/** 2026-06-03 of 2026/6/3, 20260603 and 2026年6月3日 10:21; null when it is no day. */
export function readDay(text: string): string | null {
  const found = dayForm.exec(text.trim());
  if (!found) return null;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day ? null : day;
}

const isNothing = (text: string | undefined): boolean => !text || /^[-—0.,\s]*$/.test(text);

/** A line of a row, or what is wrong with the row. */
export function readLine(at: number, cells: Cells): Line | { at: number; problem: string } {
  const wrong = (problem: string) => ({ at, problem });
  const day = readDay(cells.day ?? '');
  if (!day) return wrong(`日期“${cells.day ?? ''}”认不出来，请写成 2026-06-03 这样。`);
  const serial = (cells.serial ?? '').trim();
  if (serial === '' || serial.length > 60) return wrong('流水号是空的或者太长，请按银行给的填。');
  const [comes, goes] = [!isNothing(cells.income), !isNothing(cells.expense)];
  if (comes === goes) return wrong('收入和支出要填一个，而且只填一个。');
  const amount = parseYuan((comes ? cells.income : cells.expense) ?? '');
  if (amount === null || amount === 0) return wrong(`金额“${(comes ? cells.income : cells.expense) ?? ''}”认不出来。`);
  const balance = parseYuan(cells.balance ?? '');
  if (balance === null) return wrong(`余额“${cells.balance ?? ''}”认不出来。`);
  const [party, memo] = [maskParty(cells.party ?? '').slice(0, 60), (cells.memo ?? '').trim().slice(0, 200)];
  return { at, day, serial, amount: comes ? amount : -amount, balance, party, memo };
}

/** Lines in the order in which they happened: banks print the newest first or last. */
export function inOrder(lines: readonly Line[]): Line[] {
  const [first, second] = lines;
  const last = lines.at(-1);
  if (!first || !second || !last) return [...lines];
  const follows = first.balance + second.amount === second.balance;
  const precedes = second.balance + first.amount === first.balance;
  const isNewestFirst = follows === precedes ? first.day > last.day : precedes;
  return isNewestFirst ? lines.toReversed() : [...lines];
}

export type Known = Pick<Line, 'day' | 'serial' | 'amount' | 'balance' | 'party' | 'memo'>;

const isSame = (one: Known, other: Known): boolean =>
  one.day === other.day &&
  one.amount === other.amount &&
  one.balance === other.balance &&
  one.party === other.party &&
  one.memo === other.memo;

/**
 * What is wrong with lines beside those that are known: a known serial with other content was edited, and the balance has to run on
 * from line to line. New lines follow the last known one: nothing comes in among the known, not even one of them under another number.
 */
export function problemsOf(
  lines: readonly Line[],
  known: ReadonlyMap<string, Known>,
  last: Known | null,
): { at: number; problem: string }[] {
  const problems: { at: number; problem: string }[] = [];
  const seen = new Set<string>();
  let before: Known | null = null;
  let isPast = true;
  for (const line of lines) {
    const there = known.get(line.serial);
    const joins = there || !isPast || !last || (before ? before.serial === last.serial : follows(last, line));
    if (seen.has(line.serial)) problems.push({ at: line.at, problem: `流水号 ${line.serial} 在文件里出现了两次。` });
    else if (there && !isSame(there, line))
      problems.push({
        at: line.at,
        problem: `流水号 ${line.serial} 以前导入过，内容不一样：文件被改过，或者拿错了账户。`,
      });
    else if (there && !isPast)
      problems.push({ at: line.at, problem: '这一行以前导入过，前面却夹着没有导入过的行：文件被改过。' });
    else if (!joins)
      problems.push({
        at: line.at,
        problem: '和已经导入的最后一行接不上，中间可能漏了几天。请从上次的那一天起导出，不要改动。',
      });
    else if (before && !follows(before, line))
      problems.push({ at: line.at, problem: '余额对不上：上一行的余额加上这一行，不等于这一行的余额。' });
    seen.add(line.serial);
    isPast &&= there !== undefined;
    before = line;
  }
  return problems;
}

const follows = (before: Known, line: Known): boolean => before.balance + line.amount === line.balance;

/** Vouchers a line may belong to: the same amount, the nearest day first. */
export function suggest<One extends { day: string; bankAmount: number }>(
  line: { day: string; amount: number },
  vouchers: readonly One[],
): One[] {
  const apart = (one: One): number => Math.abs(Date.parse(one.day) - Date.parse(line.day));
  return vouchers
    .filter(({ bankAmount }) => bankAmount === line.amount)
    .toSorted((one, other) => apart(one) - apart(other))
    .slice(0, suggestionsMost);
}

const suggestionsMost = 3;

export const columnsMissing = (missing: readonly string[]): Refusal => ({
  code: 'bank.columns-missing',
  status: 422,
  zh: `没找到${missing.map((one) => `“${one}”`).join('、')}这一列。表头要在前 20 行里，写在一行，不要合并单元格。请用银行网银导出的明细。`,
  en: `The columns ${missing.join(', ')} were not found in the first twenty rows.`,
  details: { missing: [...missing] },
});

export const fileEmpty: Refusal = {
  code: 'bank.empty',
  status: 422,
  zh: '这份流水里一行也没有。请换一段日子重新导出。',
  en: 'The statement has no line.',
};

export const fileTooLong: Refusal = {
  code: 'bank.too-long',
  status: 422,
  zh: '这份流水太长了，一次最多 5000 行。请分月导出。',
  en: 'A statement has at most 5000 lines.',
};

export const rowsWrong = (count: number, first: string): Refusal => ({
  code: 'bank.rows-wrong',
  status: 422,
  zh: `这份流水有 ${count} 行不对，一行也没有导入。第一处：${first}请重新从网银导出，不要改动。`,
  en: `${count} rows are wrong; nothing was taken in.`,
});

/** Rows of a text of comma-separated values, quotes and all. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const closeCell = (): void => {
    row.push(cell.trim());
    cell = '';
  };
  const plainText = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const mark = separatorOf(plainText);
  for (let at = 0; at < plainText.length; at++) {
    const sign = plainText.charAt(at);
    if (sign === '"' && quoted && plainText.charAt(at + 1) === '"') cell += plainText.charAt(++at);
    else if (sign === '"') quoted = !quoted;
    else if (sign === mark && !quoted) closeCell();
    else if (sign === '\n' && !quoted) {
      closeCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  closeCell();
  if (row.some((one) => one !== '')) rows.push(row);
  return rows;
}

const separatorOf = (text: string): string => (text.slice(0, 2000).includes('\t') ? '\t' : ',');

export const fileMissing: Refusal = {
  code: 'bank.file-missing',
  status: 422,
  zh: '没有收到文件，请重新选银行导出的明细（.xlsx 或 .csv）。',
  en: 'No file was received.',
};
