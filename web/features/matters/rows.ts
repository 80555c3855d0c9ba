import type { AskedField } from '#contract/matters';
import { formatFen, parseYuan } from '#shared/money';

export type Row = Record<string, unknown>;
type Column = { id: string; type: string; of?: readonly { value: string; label: string }[] | undefined };
type Listed = { id: string; columns?: readonly Column[] | undefined };

const numbers = ['number', 'count', 'percent'];
const blankRows = 3;
const rowsMax = 30;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a cell of a list stands in a form. */
export const rowName = (field: { id: string }, at: number, column: { id: string }): string =>
  `field.${field.id}.${at}.${column.id}`;

/** What a cell shows: money in yuan, as people write it. */
function cellText(column: Column, value: unknown): unknown {
  if (column.type === 'yesno') return value === true ? yes : value === false ? no : value;
  return column.type === 'money' && typeof value === 'number' ? formatFen(value) : value;
}

const [yes, no] = ['是', '否'];

/** What a cell is chosen from, where it is not typed. */
export const choicesIn = (column: Column): readonly { value: string; label: string }[] | null =>
  column.type === 'yesno'
    ? [yes, no].map((value) => ({ value, label: value }))
    : column.type === 'choice'
      ? (column.of ?? [])
      : null;

/** The rows to draw: those there are, and some blank ones. */
export function rowsShown(field: Pick<AskedField, 'columns' | 'min'>, value: unknown): Row[] {
  const filled = (Array.isArray(value) ? value : []).filter(isRow);
  const drawn = filled.map((row) =>
    Object.fromEntries((field.columns ?? []).map((column) => [column.id, cellText(column, row[column.id])])),
  );
  const least = typeof field.min === 'number' ? field.min : 0;
  const count = Math.min(rowsMax, Math.max(least, filled.length + (filled.length === 0 ? blankRows : 1)));
  return [...drawn, ...Array.from({ length: Math.max(0, count - drawn.length) }, () => ({}))];
}

/** A cell as the API takes it: numbers as numbers, yuan as fen; what is not a number stays as it was typed. */
export function cellValue(column: Column, text: string): unknown {
  const typed = text.trim();
  if (column.type === 'yesno' && [yes, no].includes(typed)) return typed === yes;
  if (column.type === 'money') return parseYuan(typed) ?? typed;
  const number = Number(typed);
  if (typed === '' || Number.isNaN(number)) return typed;
  return numbers.includes(column.type) ? number : typed;
}

/** The rows of a sent form; rows with nothing in them are left out. */
export function readRows(field: Listed, form: FormData): Row[] | undefined {
  const rows: Row[] = [];
  for (let at = 0; at < rowsMax; at++) {
    const cells = (field.columns ?? []).map(
      (column) => [column.id, cellValue(column, String(form.get(rowName(field, at, column)) ?? ''))] as const,
    );
    const filled = cells.filter(([, value]) => value !== '');
    if (filled.length > 0) rows.push(Object.fromEntries(filled));
  }
  return rows.length > 0 ? rows : undefined;
}
