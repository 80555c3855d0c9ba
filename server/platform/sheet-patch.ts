import { zipSync } from 'fflate';
import { boxOf, valueOf, type Box, type SheetFile, type SheetRowXml } from '#platform/sheet-file';

export type CellChange = { row: number; column: number; value: string | number };

/** Rows added above a row, each like it: what stands at it and below moves down. */
export type Growth = { before: number; count: number };

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/**
 * The same workbook with other values in some cells of its first sheet. Only values change: styles, merged cells, widths,
 * print settings and every other file inside stay byte for byte. Rows of `changes` are counted after the growth. What a
 * formula had come to is taken out, so that whoever opens the file computes it afresh.
 */
export function patchSheet(file: SheetFile, input: { changes: CellChange[]; grow?: Growth | undefined }): Uint8Array {
  const { changes, grow } = input;
  const { prefix } = file;
  const rows = new Map(
    (grow ? grown(file, grow) : file.rows).map((row) => [row.at, { ...row, cells: [...row.cells] }]),
  );
  for (const change of changes) {
    const row = rows.get(change.row) ?? { at: change.row, attributes: '', cells: [] };
    rows.set(change.row, row);
    setCell(row, change, prefix);
  }
  const data = [...rows.values()].sort((one, other) => one.at - other.at).map((row) => rowXml(row, prefix));
  const sheet = `${moved(file.head, grow)}<${prefix}sheetData>${data.join('')}</${prefix}sheetData>${moved(file.tail, grow)}`;
  const workbook = recomputed(new TextDecoder().decode(file.parts['xl/workbook.xml']), file.sheet, grow);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return zipSync({ ...file.parts, [file.path]: bytes(sheet), 'xl/workbook.xml': bytes(workbook) }, { level: 6 });
}

function setCell(row: SheetRowXml, { column, value }: CellChange, prefix: string): void {
  const at = row.cells.findIndex((cell) => cell.column >= column);
  const known = row.cells[at]?.column === column ? row.cells[at] : undefined;
  const style = known && valueOf(known.attributes, 's');
  const kept = style === undefined ? '' : ` s="${style}"`;
  const cell =
    typeof value === 'number'
      ? { column, attributes: kept, inner: `<${prefix}v>${value}</${prefix}v>` }
      : {
          column,
          attributes: `${kept} t="inlineStr"`,
          inner: `<${prefix}is><${prefix}t xml:space="preserve">${escaped(value)}</${prefix}t></${prefix}is>`,
        };
  if (known) row.cells[at] = cell;
  else row.cells.splice(at < 0 ? row.cells.length : at, 0, cell);
}

function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- XML 1.0 has no words for these signs
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function rowXml({ at, attributes, cells }: SheetRowXml, prefix: string): string {
  // Which columns a row spans is a hint that a new cell may break.
  const kept = attributes.replace(/\s(r|spans)\s*=\s*["'][^"']*["']/g, '');
  const inner = cells.map((cell) => {
    const own = cell.attributes.replace(/\sr\s*=\s*["'][^"']*["']/, '');
    const value = new RegExp(`<${prefix}f[\\s/>]`).test(cell.inner) ? withoutValue(cell.inner, prefix) : cell.inner;
    const typed = value === cell.inner ? own : own.replace(/\st\s*=\s*["'][^"']*["']/, '');
    return `<${prefix}c r="${letters(cell.column)}${at}"${typed}>${value}</${prefix}c>`;
  });
  return `<${prefix}row r="${at}"${kept}>${inner.join('')}</${prefix}row>`;
}

function withoutValue(inner: string, prefix: string): string {
  return inner.replace(new RegExp(`<${prefix}v(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${prefix}v\\s*>)`), '');
}

/** The rows after the growth: those added carry the styles and the formulas of the row they stand above. */
function grown({ rows, prefix }: SheetFile, { before, count }: Growth): SheetRowXml[] {
  const model = rows.find((row) => row.at === before);
  const later = (row: SheetRowXml, by: number): SheetRowXml => ({
    ...row,
    at: row.at + by,
    cells: row.cells.map((cell) => ({
      ...cell,
      inner: formulasMoved(cell.inner, prefix, (at) => (at >= before ? at + count : at)),
    })),
  });
  const added = Array.from({ length: count }, (_, index): SheetRowXml => ({
    at: before + index,
    attributes: model?.attributes ?? '',
    cells: (model?.cells ?? []).map((cell) => ({
      ...cell,
      attributes: cell.attributes.replace(/\st\s*=\s*["'][^"']*["']/, ''),
      inner: ownFormula(cell.inner, prefix, (at) => (at === before ? before + index : at > before ? at + count : at)),
    })),
  }));
  return [...rows.map((row) => later(row, row.at >= before ? count : 0)), ...added];
}

/** The formula of a model row for a row of its own; a formula shared between rows is not taken over. */
function ownFormula(inner: string, prefix: string, move: (row: number) => number): string {
  const formula = new RegExp(`<${prefix}f>[\\s\\S]*?</${prefix}f\\s*>`).exec(inner)?.[0];
  return formula ? formulasMoved(formula, prefix, move) : '';
}

function formulasMoved(inner: string, prefix: string, move: (row: number) => number): string {
  return inner.replace(
    new RegExp(`(<${prefix}f(?:\\s[^>]*)?>)([\\s\\S]*?)(</${prefix}f\\s*>)`),
    (_whole, open: string, formula: string, close: string) =>
      `${open.replace(/(\sref\s*=\s*["'])([^"']+)/, (_all, start: string, at: string) => start + referencesMoved(at, move))}${referencesMoved(formula, move)}${close}`,
  );
}

/** References of a formula to its own sheet; those to other sheets, and texts in quotes, stay. */
function referencesMoved(formula: string, move: (row: number) => number): string {
  return formula.replace(
    /"[^"]*"|(?<![\w!'.])(\$?[A-Z]{1,3}\$?)(\d+)(?![\w(!])/g,
    (whole, column?: string, row?: string) => (column && row ? `${column}${move(Number(row))}` : whole),
  );
}

/** What stands around the cells and names rows: merged cells, conditional formats, lists to choose from, the filter. */
function moved(xml: string, grow: Growth | undefined): string {
  if (!grow) return xml;
  const { before, count } = grow;
  return xml.replace(
    /(\s(?:ref|sqref)\s*=\s*)(["'])([A-Z$\d: ]+)\2/g,
    (_whole, start: string, quote: string, of: string) => {
      const boxes = of.split(' ').map((one) => {
        const box = boxOf(one);
        return box ? boxName(stretched(box, before, count), one.includes(':')) : one;
      });
      return `${start}${quote}${boxes.join(' ')}${quote}`;
    },
  );
}

function stretched(box: Box, before: number, count: number): Box {
  const after = (row: number): number => (row >= before ? row + count : row);
  return { ...box, top: after(box.top), bottom: after(box.bottom) };
}

function boxName({ top, left, bottom, right }: Box, isRange: boolean): string {
  return `${letters(left)}${top}${isRange ? `:${letters(right)}${bottom}` : ''}`;
}

/** Print areas follow the rows, and formulas are computed when the file is opened. */
function recomputed(workbook: string, sheet: number, grow: Growth | undefined): string {
  const named = !grow
    ? workbook
    : workbook.replace(
        /(<(?:[\w.-]+:)?definedName\s[^>]*localSheetId\s*=\s*["'](\d+)["'][^>]*>)([^<]*)</g,
        (whole, open: string, of: string, area: string) =>
          Number(of) === sheet
            ? `${open}${area.replace(/([!:]\$?[A-Z]{1,3}\$?)(\d+)/g, (_all, column: string, row: string) => `${column}${Number(row) >= grow.before ? Number(row) + grow.count : row}`)}<`
            : whole,
      );
  if (/<(?:[\w.-]+:)?calcPr[\s/>]/.test(named))
    return named.replace(
      /(<(?:[\w.-]+:)?calcPr)((?:\s[^>]*?)?)(\/?>)/,
      (_all, open: string, of: string, close: string) =>
        `${open}${of.replace(/\sfullCalcOnLoad\s*=\s*["'][^"']*["']/, '')} fullCalcOnLoad="1"${close}`,
    );
  return named;
}
