import { refuseIf } from '#shared/refusal';
import { columnOf, notAWorkbook, openWorkbook, parse, textOf, tooLarge, type OpenWorkbook } from '#platform/workbook';

/** What somebody's form may measure: it is held whole, so that it can be given back as it was. */
export const formLimits = { rows: 5_000, columns: 120, bytes: 3_000_000 };

/** Rows are counted from 1 and columns from 0, as in `C7`: row 7, column 2. */
export type Box = { top: number; left: number; bottom: number; right: number };
export type SheetCell = { row: number; column: number; text: string; isFormula: boolean; shownAsPercent: boolean };
export type SheetRowXml = {
  at: number;
  attributes: string;
  cells: { column: number; attributes: string; inner: string }[];
};

/** The first sheet of a workbook, as cells and as the text of its file, with everything else of the workbook beside it. */
export type SheetFile = Pick<OpenWorkbook, 'parts' | 'path' | 'sheet'> & {
  prefix: string;
  head: string;
  tail: string;
  rows: SheetRowXml[];
  cells: SheetCell[];
  merges: Box[];
};

const attributesOf = String.raw`((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*`;

/** Opens the first sheet of an .xlsx workbook for `patchSheet`. Refused as `readRows` refuses, and when it is no form but a mass. */
export async function openSheet(bytes: Uint8Array): Promise<SheetFile> {
  refuseIf(bytes.length > formLimits.bytes ? tooLarge : null);
  const { parts, path, sheet, xml, strings, dates } = await openWorkbook(bytes, () => true);
  // Only what is well formed is taken apart by patterns below.
  await parse(xml, {});
  const found = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1sheetData\s*>)/.exec(xml);
  refuseIf(!found || /<!--|<!\[CDATA\[/.test(found[2] ?? '') ? notAWorkbook : null);
  const [whole, prefix = '', inner = ''] = found as RegExpExecArray;
  const start = xml.indexOf(whole);
  const rows = readRows(inner, prefix);
  const percents = readPercentStyles(new TextDecoder().decode(parts['xl/styles.xml'] ?? new Uint8Array()));
  const cells = rows.flatMap(({ at, cells: inRow }) =>
    inRow.map((cell): SheetCell => ({
      row: at,
      column: cell.column,
      text: textIn(cell, prefix, strings, dates),
      isFormula: new RegExp(`<${prefix}f[\\s/>]`).test(cell.inner),
      shownAsPercent: percents.has(Number(valueOf(cell.attributes, 's') ?? -1)),
    })),
  );
  refuseIf(rows.length > formLimits.rows || cells.some((cell) => cell.column >= formLimits.columns) ? tooLarge : null);
  const tail = xml.slice(start + whole.length);
  const merges = [...tail.matchAll(new RegExp(`<${prefix}mergeCell\\s[^>]*?ref\\s*=\\s*["']([^"']+)["']`, 'g'))];
  return {
    ...{ parts, path, sheet, prefix, rows, cells, tail },
    head: xml.slice(0, start),
    merges: merges.flatMap((merge) => boxOf(merge[1] ?? '') ?? []),
  };
}

function readRows(inner: string, prefix: string): SheetRowXml[] {
  const rowTag = new RegExp(`<${prefix}row${attributesOf}(?:/>|>([\\s\\S]*?)</${prefix}row\\s*>)`, 'g');
  const cellTag = new RegExp(`<${prefix}c${attributesOf}(?:/>|>([\\s\\S]*?)</${prefix}c\\s*>)`, 'g');
  let at = 0;
  return [...inner.matchAll(rowTag)].map(([, attributes = '', cells = '']) => {
    at = Number(valueOf(attributes, 'r')) || at + 1;
    let column = -1;
    const read = [...cells.matchAll(cellTag)].map(([, own = '', content = '']) => {
      column = columnOf(valueOf(own, 'r') ?? '') ?? column + 1;
      return { column, attributes: own, inner: content };
    });
    return { at, attributes, cells: read };
  });
}

/** The value of an attribute in the text of a tag. */
export function valueOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

/** `B2:D5`, or a single cell, as a box. */
export function boxOf(reference: string): Box | null {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':');
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [Number(/\d+$/.exec(from)?.[0]), Number(/\d+$/.exec(to)?.[0])];
  return left === null || right === null || !top || !bottom ? null : { top, left, bottom, right };
}

function textIn(
  cell: { attributes: string; inner: string },
  prefix: string,
  strings: string[],
  dates: Set<number>,
): string {
  const said = new RegExp(`<${prefix}v(?:\\s[^>]*)?>([\\s\\S]*?)</${prefix}v\\s*>`).exec(cell.inner)?.[1];
  const inline = [...cell.inner.matchAll(new RegExp(`<${prefix}t(?:\\s[^>]*)?>([\\s\\S]*?)</${prefix}t\\s*>`, 'g'))];
  const text = plainText(said ?? inline.map((one) => one[1]).join(''));
  if (text === '') return '';
  const type = said === undefined ? 'inlineStr' : (valueOf(cell.attributes, 't') ?? '');
  return textOf({ type, style: Number(valueOf(cell.attributes, 's') ?? -1), text }, strings, dates);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plainText(xml: string): string {
  return xml.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return named[name] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

/** Which cell styles show a number as a percentage. */
function readPercentStyles(xml: string): Set<number> {
  const codes = new Map(
    [...xml.matchAll(/<(?:[\w.-]+:)?numFmt\s([^>]*)>/g)].map(([, of = '']) => [
      valueOf(` ${of}`, 'numFmtId'),
      valueOf(` ${of}`, 'formatCode') ?? '',
    ]),
  );
  const styles = /<(?:[\w.-]+:)?cellXfs[\s\S]*?<\/(?:[\w.-]+:)?cellXfs\s*>/.exec(xml)?.[0] ?? '';
  const found = new Set<number>();
  for (const [index, [, of = '']] of [...styles.matchAll(/<(?:[\w.-]+:)?xf\s([^>]*)>/g)].entries()) {
    const format = valueOf(` ${of}`, 'numFmtId');
    if (format === '9' || format === '10' || codes.get(format)?.includes('%')) found.add(index);
  }
  return found;
}
