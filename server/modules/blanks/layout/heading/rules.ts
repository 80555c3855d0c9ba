import { isEmptyAt, textsOf, type Grid, type Text } from '../grid/rules.ts';

export type { Grid } from '../grid/rules.ts';

export type Heading = { top: number; bottom: number };

const rowsMost = 25;

/**
 * The rows of heads over a table: the row with most words that are known, with those above and below it that belong to it
 * by merged cells. Null when labels stand beside their values instead.
 */
export function headingOf(
  grid: Grid,
  words: { isKnown(text: string): boolean; isSerial(text: string): boolean },
): Heading | null {
  let best: { row: number; score: number } | null = null;
  for (let row = grid.top; row <= Math.min(grid.bottom, grid.top + rowsMost); row++) {
    const texts = textsOf(grid).filter((one) => one.box.top === row && !one.isWide);
    const known = texts.filter((one) => words.isKnown(one.text) || words.isSerial(one.text)).length;
    if (texts.length < 2 || known < 2 || hasPlacesBeside(grid, texts)) continue;
    if (best === null || known > best.score) best = { row, score: known };
  }
  return best && extended(grid, best.row);
}

/** In a form each label has an empty place to its right; heads of columns stand side by side. */
function hasPlacesBeside(grid: Grid, texts: Text[]): boolean {
  const before = texts.filter((one) => one.box.right < grid.right);
  const open = before.filter((one) => {
    const right = grid.boxAt(one.box.top, one.box.right + 1);
    return right.top === one.box.top && isEmptyAt(grid, right.top, right.left);
  });
  const closed = texts.filter((one) => /[:：]/.test(one.text)).length;
  return open.length * 2 > before.length || closed > 0;
}

function extended(grid: Grid, row: number): Heading {
  let heading: Heading = { top: row, bottom: row };
  for (;;) {
    const { top, bottom } = heading;
    const inside = textsOf(grid).filter((one) => !one.isWide && one.box.top <= bottom && one.box.bottom >= top);
    const next = {
      top: Math.min(top, ...inside.map((one) => one.box.top)),
      bottom: Math.max(bottom, ...inside.map((one) => one.box.bottom)),
    };
    if (next.bottom === bottom && splitsBelow(grid, bottom)) next.bottom += 1;
    if (next.top === top && isHeadedAbove(grid, top)) next.top -= 1;
    if (next.top === top && next.bottom === bottom) return heading;
    heading = next;
  }
}

const isAcross = ({ box, isWide }: Text): boolean => !isWide && box.right > box.left;

/** A head over several columns whose own heads stand in the next row. */
function splitsBelow(grid: Grid, bottom: number): boolean {
  const below = textsOf(grid).filter((one) => one.box.top === bottom + 1);
  return textsOf(grid).some(
    (one) =>
      one.box.bottom === bottom &&
      isAcross(one) &&
      below.filter((other) => other.box.left >= one.box.left && other.box.right <= one.box.right).length >= 2,
  );
}

/** Heads over several columns in the row above. */
function isHeadedAbove(grid: Grid, top: number): boolean {
  return textsOf(grid).some(
    (one) =>
      one.box.bottom === top - 1 &&
      isAcross(one) &&
      one.text.length <= 20 &&
      !/[:：\d]{2,}|[:：]/.test(one.text) &&
      textsOf(grid).filter(
        (other) => other.box.top === top && other.box.left >= one.box.left && other.box.right <= one.box.right,
      ).length >= 2,
  );
}
