import { formatFen } from '#shared/money';
import { placedName } from '#shared/placed-name';
import { monthName } from '#shared/months';
import { kindNameOf, wayNames } from '../page/rules.ts';
import type { Statement } from '../contract.ts';

/** A row of the workbook of a month. Amounts are yuan with two decimals, as the cell shows them. */
export type SheetRow = {
  day: string;
  number: string;
  kind: string;
  memo: string;
  party: string;
  way: string;
  in: number | null;
  out: number | null;
  left: number | null;
  note: string;
};

/** 12840.5 of 1284050 fen: read from its text, so that the cell holds exactly what is printed. */
const yuan = (fen: number): number => Number(formatFen(fen).replaceAll(',', ''));

const blank: SheetRow = {
  ...{ day: '', number: '', kind: '', memo: '', party: '', way: '' },
  ...{ in: null, out: null, left: null, note: '' },
};

/** The workbook of a month: what there was, every line with what was left after it, and the sums. */
export function rowsOf(statement: Statement, hash: string): SheetRow[] {
  const names = new Map(statement.accounts.map(({ code, name }) => [code, name]));
  const rows: SheetRow[] = [{ ...blank, memo: '月初结余', left: yuan(statement.opening) }];
  let left = statement.opening;
  for (const line of statement.lines) {
    left += line.in - line.out + line.other;
    rows.push({
      ...{ day: line.day, number: line.number ?? '', memo: line.memo, party: line.party },
      kind: kindNameOf(line, (code) => names.get(code) ?? ''),
      way: wayNames[line.way] ?? '',
      in: line.in === 0 && line.other === 0 ? null : yuan(line.in + line.other),
      out: line.out === 0 ? null : yuan(line.out),
      left: yuan(left),
      note: [
        line.reverses === null ? '' : `冲回第 ${line.reverses} 笔`,
        line.moved === 0 ? '' : `转存 ${formatFen(line.moved)}`,
      ].join(''),
    });
  }
  return [
    ...rows,
    { ...blank, memo: '本月合计', in: yuan(statement.in), out: yuan(statement.out) },
    { ...blank, memo: '月末结余', left: yuan(statement.closing) },
    {
      ...blank,
      memo: `${placedName(statement.place, statement.name)} · ${monthName(statement.month)} · 账单编码 ${hash}`,
    },
  ];
}

export const columns: { heading: string; width: number; value(row: SheetRow): string | number | null }[] = [
  { heading: '日期', width: 12, value: (row) => row.day },
  { heading: '凭证号', width: 14, value: (row) => row.number },
  { heading: '项目', width: 18, value: (row) => row.kind },
  { heading: '摘要', width: 40, value: (row) => row.memo },
  { heading: '对方', width: 24, value: (row) => row.party },
  { heading: '方式', width: 14, value: (row) => row.way },
  { heading: '收入（元）', width: 14, value: (row) => row.in },
  { heading: '支出（元）', width: 14, value: (row) => row.out },
  { heading: '结余（元）', width: 14, value: (row) => row.left },
  { heading: '说明', width: 20, value: (row) => row.note },
];
