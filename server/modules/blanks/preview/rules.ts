import type { BlankCell } from '../contract.ts';
import { makeGrid, type Sheet } from '../layout/grid/rules.ts';
import type { Filled } from '../fill/rules.ts';

const rowsShown = 40;
const columnsShown = 30;

/** The form as it will look, as far down as one screen shows: what was printed, what is filled, what stays empty. */
export function drawPreview(sheet: Sheet, filled: Filled): { at: number; cells: BlankCell[] }[] {
  const grid = makeGrid(sheet);
  const { grow } = filled;
  const values = new Map(filled.changes.map((change) => [`${change.row}/${change.column}`, change]));
  const last = Math.min(
    grid.bottom + (grow?.count ?? 0),
    Math.max(grid.bottom, ...filled.changes.map((one) => one.row)),
    rowsShown,
  );
  const rows: { at: number; cells: BlankCell[] }[] = [];
  for (let at = 1; at <= Math.max(last, Math.min(rowsShown, lastChanged(filled))); at++) {
    const added = grow !== null && at >= grow.before && at < grow.before + grow.count;
    const from = added ? (grow?.before ?? at) : grow !== null && at >= grow.before + grow.count ? at - grow.count : at;
    const cells: BlankCell[] = [];
    for (let column = 0; column <= Math.min(grid.right, columnsShown); column++) {
      const box = added ? { top: from, left: column, bottom: from, right: column } : grid.boxAt(from, column);
      if (box.top !== from || box.left !== column) continue;
      const change = values.get(`${at}/${column}`);
      const cell = grid.cellAt(from, column);
      // What a formula comes to is computed when the file is opened.
      const printed = cell?.isFormula ? '自动算' : added ? '' : (cell?.text ?? '');
      cells.push({
        column,
        text: change ? String(change.value) : printed,
        across: Math.min(box.right, grid.right) - box.left + 1,
        down: box.bottom - box.top + 1,
        state: change ? (change.isPrivate ? 'private' : 'filled') : printed === '' ? 'empty' : 'printed',
      });
    }
    rows.push({ at, cells });
  }
  return rows;
}

function lastChanged({ changes }: Filled): number {
  return Math.max(0, ...changes.slice(0, 2_000).map((one) => one.row));
}
