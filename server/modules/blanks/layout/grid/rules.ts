/** A box of cells; rows from 1, columns from 0. */
export type Box = { top: number; left: number; bottom: number; right: number };
export type Cell = { row: number; column: number; text: string; isFormula: boolean };

/** What of a sheet the layout is read from. */
export type Sheet = { cells: readonly Cell[]; merges: readonly Box[] };

export type Text = { text: string; box: Box; /** As wide as all that is used. */ isWide: boolean };

/** A sheet as people see it: a merged cell is one, wherever one looks. */
export type Grid = {
  top: number;
  left: number;
  bottom: number;
  right: number;
  texts: Text[];
  boxAt(row: number, column: number): Box;
  cellAt(row: number, column: number): Cell | undefined;
  exists(row: number, column: number): boolean;
  /** Whether somebody drew the cell: it stands in the file though nothing is in it. */
  isBordered(row: number, column: number): boolean;
};

const key = (row: number, column: number): number => row * 1000 + column;

export function makeGrid({ cells, merges }: Sheet): Grid {
  const at = new Map(cells.map((cell) => [key(cell.row, cell.column), cell]));
  const merged = new Map<number, Box>();
  for (const box of merges)
    for (let row = box.top; row <= Math.min(box.bottom, box.top + 200); row++)
      for (let column = box.left; column <= Math.min(box.right, 200); column++) merged.set(key(row, column), box);
  const boxAt = (row: number, column: number): Box =>
    merged.get(key(row, column)) ?? { top: row, left: column, bottom: row, right: column };
  const filled = cells.filter((cell) => cell.text !== '');
  // A title may be merged, and a style reach, further than the table below it.
  const worded = new Set(filled.filter((cell) => !isTitleLike(cell, boxAt)).map((cell) => cell.row));
  const edge = (pick: (box: Box) => number, least: boolean, of: readonly Cell[]): number =>
    of.reduce(
      (best, cell) => (least ? Math.min : Math.max)(best, pick(boxAt(cell.row, cell.column))),
      least ? 9_999 : 0,
    );
  const grid = {
    top: edge((box) => box.top, true, filled),
    left: edge((box) => box.left, true, filled),
    bottom: edge((box) => box.bottom, false, cells),
    right: edge(
      (box) => box.right,
      false,
      cells.filter((cell) => worded.has(cell.row)),
    ),
    boxAt,
    cellAt: (row: number, column: number) => at.get(key(row, column)),
    exists: (row: number, column: number) => at.has(key(row, column)) || merged.has(key(row, column)),
    isBordered: (row: number, column: number) => at.has(key(row, column)),
  };
  const texts = filled.flatMap((cell): Text[] => {
    const box = boxAt(cell.row, cell.column);
    const text = cell.text.replace(/\s*\n\s*/g, '').trim();
    if (box.top !== cell.row || box.left !== cell.column || text === '') return [];
    return [{ text, box, isWide: box.left <= grid.left && box.right >= grid.right && box.right > box.left }];
  });
  return { ...grid, texts };
}

function isTitleLike(cell: Cell, boxAt: (row: number, column: number) => Box): boolean {
  const box = boxAt(cell.row, cell.column);
  return cell.row <= 3 && box.right - box.left >= 2;
}

export function textsOf(grid: Grid): Text[] {
  return grid.texts;
}

/** What one reads at a place: the text of the merged cell it belongs to. */
export function textAt(grid: Grid, row: number, column: number): string {
  const box = grid.boxAt(row, column);
  return (grid.cellAt(box.top, box.left)?.text ?? '').replace(/\s*\n\s*/g, '').trim();
}

/** Nothing is in it, not even a formula. */
export function isEmptyAt(grid: Grid, row: number, column: number): boolean {
  const box = grid.boxAt(row, column);
  const cell = grid.cellAt(box.top, box.left);
  return !cell || (cell.text === '' && !cell.isFormula);
}
