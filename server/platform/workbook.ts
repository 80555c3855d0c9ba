import { setImmediate } from 'node:timers/promises';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse, type Refusal } from '#shared/refusal';
import { listEntries, unpackEntry } from '#platform/zip-entries';

/** What a sheet may measure. Beyond it nobody filled it by hand. */
export const limits = { entries: 300, unpackedBytes: 200_000_000, rows: 200_000, columns: 200, cellSigns: 10_000 };

const refusal = (code: string, zh: string, en: string): Refusal => ({ code, status: 422, zh, en });
const oldFormat = refusal(
  'workbook.old-format',
  '这是老格式的 Excel（.xls），或者加了打开密码。请在 Excel 里“另存为”，选“Excel 工作簿（.xlsx）”，去掉密码，再传一次。',
  'This is an old .xls file, or one with a password. Save it as .xlsx without one.',
);
export const notAWorkbook = refusal(
  'workbook.unreadable',
  '这个文件不是 Excel 表格，或者已经坏了。请用 Excel 打开看看，另存为 .xlsx 再传。',
  'This is no .xlsx workbook, or a broken one.',
);
export const tooLarge = refusal(
  'workbook.too-large',
  `表格太大了：最多 ${limits.rows / 10_000} 万行、${limits.columns} 列。请分成几个文件传；有大段空白的，删掉多余的行列再传。`,
  `The workbook is too large: at most ${limits.rows} rows and ${limits.columns} columns.`,
);

/** A row of a sheet as people see it: texts by column, and its number in the sheet. */
export type SheetRow = { at: number; cells: string[] };

/**
 * Reads the first sheet of an .xlsx workbook, some rows at a time, in memory that does not grow with it. Dates come as
 * `2026-11-30`, numbers as written, formulas as the value they had. Nothing is computed and nothing outside the file is
 * looked at. Refused: old and locked formats, what is no workbook, and what is larger than `limits`, also when it says it is
 * smaller.
 */
export async function* readRows(bytes: Uint8Array): AsyncGenerator<SheetRow[]> {
  const files = openFiles(bytes);
  const { path } = await firstSheet(
    await files.text('xl/workbook.xml'),
    await files.text('xl/_rels/workbook.xml.rels'),
  );
  if (!files.has(path)) refuse(notAWorkbook);
  const strings = await readStrings(files.pieces('xl/sharedStrings.xml'));
  const dates = await readDateStyles(await files.text('xl/styles.xml'));
  const sheet = sheetReader(strings, dates);
  const parser = makeParser(sheet.handlers);
  for await (const piece of files.pieces(path)) {
    parser.write(piece);
    const rows = sheet.take();
    if (rows.length > 0) yield rows;
    await setImmediate();
  }
  parser.close();
  const rest = sheet.take();
  if (rest.length > 0) yield rest;
}

type Files = {
  has(path: string): boolean;
  text(path: string): Promise<string>;
  pieces(path: string): AsyncGenerator<string>;
};

/** The files inside, unpacked one by one as they are read; all together no more than `limits` allow. */
function openFiles(bytes: Uint8Array): Files {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse(oldFormat);
  const entries = listEntries(bytes) ?? refuse(notAWorkbook);
  if (entries.length > limits.entries) refuse(tooLarge);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let unpackedBytes = 0;
  async function* pieces(path: string): AsyncGenerator<string> {
    const entry = byName.get(path);
    if (!entry) return;
    const decoder = new TextDecoder();
    const broken = (): never => refuse(notAWorkbook);
    const unpacked = unpackEntry(bytes, entry)[Symbol.asyncIterator]();
    for (;;) {
      const next = await unpacked.next().catch(broken);
      if (next.done) break;
      unpackedBytes += next.value.length;
      if (unpackedBytes > limits.unpackedBytes) refuse(tooLarge);
      yield decoder.decode(next.value, { stream: true });
    }
    yield decoder.decode();
  }
  const text = async (path: string): Promise<string> => {
    let whole = '';
    for await (const piece of pieces(path)) whole += piece;
    return whole;
  };
  return { has: (path) => byName.has(path), text, pieces };
}

export type OpenWorkbook = {
  /** The files inside, as far as they were wanted. */
  parts: Record<string, Uint8Array>;
  /** The first sheet that is not hidden: its number among the sheets, where it lies, and what it says. */
  sheet: number;
  path: string;
  xml: string;
  strings: string[];
  dates: Set<number>;
};

/** Opens a workbook whole, as far as its files are wanted, up to its first sheet. Refused as `readRows` refuses. */
export async function openWorkbook(bytes: Uint8Array, wants: (name: string) => boolean): Promise<OpenWorkbook> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) refuse(oldFormat);
  const parts = unpack(bytes, wants);
  const text = (path: string): string => new TextDecoder().decode(parts[path] ?? new Uint8Array());
  const { sheet, path } = await firstSheet(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
  if (!parts[path]) refuse(notAWorkbook);
  const strings = await readStrings(text('xl/sharedStrings.xml'));
  const dates = await readDateStyles(text('xl/styles.xml'));
  return { parts, sheet, path, xml: text(path), strings, dates };
}

function unpack(bytes: Uint8Array, wants: (name: string) => boolean): Record<string, Uint8Array> {
  let [entries, size] = [0, 0];
  const take = (file: UnzipFileInfo): boolean => {
    entries += 1;
    size += file.originalSize;
    if (entries > limits.entries || size > limits.unpackedBytes) refuse(tooLarge);
    return wants(file.name);
  };
  try {
    return unzipSync(bytes, { filter: take });
  } catch (error) {
    if ((error as { refusal?: unknown }).refusal) throw error;
    return refuse(notAWorkbook);
  }
}

type Handlers = { open?(tag: SaxesTagPlain): void; close?(tag: SaxesTagPlain): void; text?(text: string): void };

const chunkSigns = 200_000;

function makeParser({ open, close, text }: Handlers): SaxesParser {
  const parser = new SaxesParser();
  // A document type could name entities that unfold without end; workbooks have none.
  parser.on('doctype', () => refuse(notAWorkbook));
  parser.on('error', () => refuse(notAWorkbook));
  if (open) parser.on('opentag', open);
  if (close) parser.on('closetag', close);
  if (text) parser.on('text', text);
  return parser;
}

/** Lets others have their turn between one piece and the next. */
export async function parse(xml: string | AsyncIterable<string>, handlers: Handlers): Promise<void> {
  const parser = makeParser(handlers);
  for await (const piece of typeof xml === 'string' ? cut(xml) : xml) {
    parser.write(piece);
    await setImmediate();
  }
  parser.close();
}

function* cut(xml: string): Generator<string> {
  for (let at = 0; at < xml.length; at += chunkSigns) yield xml.slice(at, at + chunkSigns);
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
const attribute = (tag: SaxesTagPlain, name: string): string => tag.attributes[name] ?? '';

async function firstSheet(workbook: string, relations: string): Promise<{ sheet: number; path: string }> {
  let [id, at, sheet] = ['', 0, 0];
  const targets = new Map<string, string>();
  await parse(workbook || '<x/>', {
    open: (tag) => {
      if (plain(tag.name) !== 'sheet') return;
      if (!id && !/hidden/i.test(attribute(tag, 'state'))) [id, sheet] = [relationOf(tag), at];
      at += 1;
    },
  });
  await parse(relations || '<x/>', {
    open: (tag) => {
      if (plain(tag.name) === 'Relationship') targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
    },
  });
  const target = targets.get(id) ?? 'worksheets/sheet1.xml';
  return { sheet, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
}

/** The name space of relations is called `r` by most programs, and by others as they like. */
function relationOf(tag: SaxesTagPlain): string {
  const name = Object.keys(tag.attributes).find((one) => one.endsWith(':id'));
  return name ? attribute(tag, name) : '';
}

async function readStrings(pieces: string | AsyncGenerator<string>): Promise<string[]> {
  const strings: string[] = [];
  let [current, isText, isSpoken] = ['', false, false];
  const xml = typeof pieces === 'string' ? pieces || '<x/>' : unlessEmpty(pieces);
  await parse(xml, {
    open: (tag) => {
      const name = plain(tag.name);
      if (name === 'si') current = '';
      // How a word is spoken stands beside it and is no part of it.
      if (name === 'rPh') isSpoken = true;
      if (name === 't') isText = true;
    },
    text: (text) => {
      if (isText && !isSpoken) current += text;
    },
    close: (tag) => {
      const name = plain(tag.name);
      if (name === 't') isText = false;
      if (name === 'rPh') isSpoken = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** A workbook without texts has no file of them. */
async function* unlessEmpty(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const piece of pieces) {
    if (piece !== '') isEmpty = false;
    yield piece;
  }
  if (isEmpty) yield '<x/>';
}

/** Which cell styles show a number as a date. */
async function readDateStyles(xml: string): Promise<Set<number>> {
  const dates = new Set<number>();
  const formats = new Map<number, string>();
  let [isCells, at] = [false, 0];
  if (!xml) return dates;
  await parse(xml, {
    open: (tag) => {
      const name = plain(tag.name);
      if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode'));
      if (name === 'cellXfs') isCells = true;
      if (name !== 'xf' || !isCells) return;
      const format = Number(attribute(tag, 'numFmtId'));
      const code = (formats.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      if ((format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 58) || /[yd]/i.test(code))
        dates.add(at);
      at += 1;
    },
    close: (tag) => {
      if (plain(tag.name) === 'cellXfs') isCells = false;
    },
  });
  return dates;
}

/** Collects the rows of a sheet while it is parsed; `take` hands over those that are whole. */
function sheetReader(strings: string[], dates: Set<number>): { handlers: Handlers; take(): SheetRow[] } {
  let rows: SheetRow[] = [];
  let count = 0;
  let row: SheetRow = { at: 0, cells: [] };
  let cell = { column: 0, type: '', style: 0, text: '' };
  let isValue = false;
  const closeCell = (): void => {
    if (cell.text === '') return;
    if (cell.column >= limits.columns) refuse(tooLarge);
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = textOf(cell, strings, dates);
  };
  const handlers: Handlers = {
    open: (tag) => {
      const name = plain(tag.name);
      if (name === 'row') row = { at: Number(attribute(tag, 'r')) || row.at + 1, cells: [] };
      if (name === 'c') {
        const column = columnOf(attribute(tag, 'r')) ?? row.cells.length;
        cell = { column, type: attribute(tag, 't'), style: Number(attribute(tag, 's') || -1), text: '' };
      }
      if (name === 'v' || name === 't') isValue = true;
    },
    text: (text) => {
      if (isValue && cell.text.length < limits.cellSigns) cell.text += text;
    },
    close: (tag) => {
      const name = plain(tag.name);
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c') closeCell();
      if (name !== 'row' || row.cells.length === 0) return;
      rows.push(row);
      count += 1;
      if (count > limits.rows) refuse(tooLarge);
    },
  };
  const take = (): SheetRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  return { handlers, take };
}

/** `C7` is the third column: 2. */
export function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

const dayMs = 86_400_000;
/** Day 0 of a sheet, such that 1900-03-01 is day 61. */
const epochMs = Date.UTC(1899, 11, 30);

export function textOf(
  cell: { type: string; style: number; text: string },
  strings: string[],
  dates: Set<number>,
): string {
  const { type, style, text } = cell;
  if (type === 's') return (strings[Number(text)] ?? '').trim();
  if (type === 'b') return text === '1' ? '是' : '否';
  if (type !== '' && type !== 'n') return text.trim();
  const number = Number(text);
  if (!Number.isFinite(number)) return text.trim();
  if (dates.has(style) && number > 0 && number < 2_958_466)
    return new Date(epochMs + Math.floor(number) * dayMs).toISOString().slice(0, 10);
  return String(number);
}
