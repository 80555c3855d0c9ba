import type ExcelJS from 'exceljs';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { KindId } from '../contract.ts';
import { importKinds, type Column } from '../kinds/rules.ts';

const filledRows = 2000;

/** An empty workbook to fill in: the columns as text, words to choose from, and a sheet that explains each column. */
export async function makeTemplate(tree: AreaTree, input: { areaId: string; kind: KindId }): Promise<Buffer> {
  const owner = requireOwner(tree, input.areaId);
  const kind = importKinds[input.kind];
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(kind.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // As text, so that Excel neither rounds a citizen number nor drops a leading zero.
  sheet.columns = kind.columns.map((one) => ({
    header: `${one.heading}${one.required ? '*' : ''}`,
    width: one.width,
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  const words = workbook.addWorksheet('可选的词', { state: 'veryHidden' });
  for (const [index, one] of kind.columns.entries()) offerWords(sheet, words, index + 1, wordsOf(tree, owner.id, one));
  explain(workbook, kind.columns);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function wordsOf(tree: AreaTree, areaId: string, column: Column): string[] {
  if (column.of) return column.of;
  const level = ({ grid: 'grid', estate: 'estate' } as const)[column.id];
  return level ? tree.under(areaId, level).map((node) => node.name) : [];
}

function offerWords(sheet: ExcelJS.Worksheet, words: ExcelJS.Worksheet, column: number, of: string[]): void {
  if (of.length === 0) return;
  for (const [index, word] of of.entries()) words.getCell(index + 1, column).value = word;
  const letter = words.getColumn(column).letter;
  const formulae = [`'可选的词'!$${letter}$1:$${letter}$${of.length}`];
  for (let row = 2; row <= filledRows; row++)
    sheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, formulae, showErrorMessage: false };
}

function explain(workbook: ExcelJS.Workbook, columns: Column[]): void {
  const sheet = workbook.addWorksheet('填写说明');
  sheet.columns = [
    { header: '列', width: 14 },
    { header: '要不要填', width: 10 },
    { header: '怎么填', width: 48 },
    { header: '例子', width: 18 },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const one of columns) sheet.addRow([one.heading, one.required ? '必填' : '可不填', one.hint, one.example]);
}
