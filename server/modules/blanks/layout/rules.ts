import { headingOf, type Grid } from './heading/rules.ts';
import { isEmptyAt, makeGrid, textAt, textsOf, type Sheet, type Text } from './grid/rules.ts';

/** A column of a table with what stands above it, from the top down. */
export type Column = { column: number; path: string[]; unit: string };
export type BodyRow = {
  row: number;
  kind: 'empty' | 'labelled' | 'total';
  /** What was printed into the row, by column. */
  texts: Map<number, string>;
  /** Columns that compute themselves and are nobody's to fill. */
  formulas: Set<number>;
  /** The heading over a group of rows, if there is one. */
  section: string | null;
};
/** `first`: the first row below the heads. */
export type Table = { columns: Column[]; rows: BodyRow[]; serial: number | null; first: number };

/** A label with the place beside it that wants its value. `within`: the value goes behind the colon of the label itself. */
export type Pair = { path: string[]; row: number; column: number; within: string | null };

export type Layout = { title: string; table: Table | null; pairs: Pair[] };

/** What the reader of a form must know about words: which are known at all, and which count the rows. */
export type Words = { isKnown(text: string): boolean; isSerial(text: string): boolean };

const notes =
  /^(注|备注|说明|填表说明|填报说明|填表人|填报人|制表|审核|审批|单位负责人|负责人|分管领导|联系人|联系电话|报送|附|★|※|\*)/;
const totals = /^(合计|总计|小计|共计)$/;
const units = /^[(（]?(人|户|件|个|次|场|栋|幢|名|岁|元|万元|处|%|％|座|条|平方米|人次|单位)[)）]?$/;

/** Finds title, table and labels of a form, however its heads are merged. Never fails: what it cannot place, nobody is told to know. */
export function readLayout(sheet: Sheet, words: Words): Layout {
  const grid = makeGrid(sheet);
  const heading = headingOf(grid, words);
  const title = titleOf(grid, heading?.top ?? 2);
  if (!heading)
    return {
      title: title?.text ?? '',
      table: null,
      pairs: pairsOf(
        grid,
        textsOf(grid).filter((one) => one !== title),
      ),
    };
  const skipped = skippedBelow(grid, heading.bottom);
  const columns = columnsOf(grid, heading, skipped);
  const serial = columns.find((one) => words.isSerial(one.path.at(-1) ?? ''))?.column ?? null;
  const rows = bodyOf(grid, heading.bottom + skipped + 1, serial);
  const end = rows.at(-1)?.row ?? heading.bottom + skipped;
  const around = textsOf(grid).filter((one) => (one.box.bottom < heading.top || one.box.top > end) && one !== title);
  return {
    title: title?.text ?? '',
    table: { columns, rows, serial, first: heading.bottom + skipped + 1 },
    pairs: pairsOf(grid, around),
  };
}

/** The text that stands highest and says most, above the heads. */
function titleOf(grid: Grid, above: number): Text | undefined {
  const candidates = textsOf(grid).filter(
    (one) => one.box.top < above && !/[:：]/.test(one.text) && one.text.length >= 4,
  );
  return candidates.reduce<Text | undefined>(
    (most, one) => (most && most.text.length >= one.text.length ? most : one),
    undefined,
  );
}

/** Rows under the heads that only name units, or only number the columns. */
function skippedBelow(grid: Grid, bottom: number): number {
  let count = 0;
  for (;;) {
    const texts = textsOf(grid)
      .filter((one) => one.box.top === bottom + count + 1)
      .map((one) => one.text);
    const isNumbering =
      texts.length >= 3 &&
      texts.every((text) => /^(\d{1,2}|[甲乙丙丁戊]|第?\d{1,2}列?|\(\d{1,2}\))$/.test(text)) &&
      texts.includes('2');
    const isUnits = texts.length >= 1 && texts.every((text) => units.test(text));
    if (!isNumbering && !isUnits) return count;
    count += 1;
  }
}

function columnsOf(grid: Grid, heading: { top: number; bottom: number }, skipped: number): Column[] {
  const columns: Column[] = [];
  for (let column = grid.left; column <= grid.right; column++) {
    if (grid.boxAt(heading.bottom, column).left !== column) continue;
    const path: string[] = [];
    for (let row = heading.top; row <= heading.bottom; row++) {
      const text = textAt(grid, row, column);
      if (text !== '' && text !== path.at(-1)) path.push(text);
    }
    const below = Array.from({ length: skipped }, (_, index) => textAt(grid, heading.bottom + index + 1, column));
    if (path.length > 0) columns.push({ column, path, unit: below.find((text) => units.test(text)) ?? '' });
  }
  return columns;
}

function bodyOf(grid: Grid, from: number, serial: number | null): BodyRow[] {
  const rows: BodyRow[] = [];
  let section: string | null = null;
  for (let row = from; row <= grid.bottom; row++) {
    const starts = textsOf(grid).filter((one) => one.box.top === row);
    const [first] = starts;
    if (first && notes.test(first.text) && (/[:：]/.test(first.text) || first.isWide || first.text.length > 12)) break;
    if (first?.isWide) {
      section = first.text.replace(/^[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]?/, '');
      continue;
    }
    const texts = new Map<number, string>();
    const formulas = new Set<number>();
    for (let column = grid.left; column <= grid.right; column++) {
      const text = textAt(grid, row, column);
      if (grid.cellAt(row, column)?.isFormula) formulas.add(column);
      else if (text !== '' && column !== serial && !/^(…+|\.{3,}|⋯+)$/.test(text)) texts.set(column, text);
    }
    const serialText = serial === null ? '' : textAt(grid, row, serial).replace(/\s/g, '');
    const isTotal = totals.test(serialText) || [...texts.values()].some((text) => totals.test(text.replace(/\s/g, '')));
    rows.push({ row, kind: isTotal ? 'total' : texts.size > 0 ? 'labelled' : 'empty', texts, formulas, section });
  }
  return rows;
}

/** What stands left of a value in its row, from the outermost in, up to the next value: the words that say what is asked. */
export function labelsLeftOf(row: BodyRow, columns: readonly Column[], column: number): string[] {
  const found: string[] = [];
  for (const one of [...columns].reverse()) {
    if (one.column >= column) continue;
    const text = row.texts.get(one.column);
    if (text === undefined && found.length > 0) break;
    if (text !== undefined && !units.test(text)) found.unshift(text);
  }
  return row.section === null ? found : [row.section, ...found];
}

function pairsOf(grid: Grid, texts: Text[]): Pair[] {
  return texts.flatMap((one): Pair[] => {
    const label = one.text.replace(/[:：]\s*[_＿\s]*(年\s*月\s*日)?\s*$/, '');
    const isOpen = label !== one.text;
    if (label === '' || label.length > 24 || /[。；:：]/.test(label)) return [];
    const right = grid.boxAt(one.box.top, one.box.right + 1);
    const beside =
      one.box.right < grid.right && isEmptyAt(grid, right.top, right.left) && grid.exists(right.top, right.left);
    const isOwnPlace =
      beside &&
      right.top <= one.box.top &&
      (!isOpen || right.right > right.left || grid.isBordered(right.top, right.left));
    if (isOwnPlace) return [{ path: [...leftOf(grid, one), label], row: right.top, column: right.left, within: null }];
    return isOpen
      ? [{ path: [label], row: one.box.top, column: one.box.left, within: one.text.slice(0, label.length + 1) }]
      : [];
  });
}

/** Heads over several labels stand left of them, one beside the other. */
function leftOf(grid: Grid, { box }: Text): string[] {
  const found: string[] = [];
  for (let column = box.left - 1; column >= grid.left; column--) {
    const text = textAt(grid, box.top, column);
    if (text === '') break;
    if (grid.boxAt(box.top, column).left === column) found.unshift(text);
  }
  return found;
}
