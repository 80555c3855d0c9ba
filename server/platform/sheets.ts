import type { Writable } from 'node:stream';
import ExcelJS from 'exceljs';

export type SheetColumn<Row> = { heading: string; width: number; value(row: Row): string | number | null };

/**
 * Writes an Excel sheet row by row, whatever its length, in constant memory. Ids, phones and codes stay text; a text that
 * begins like a formula stays a text.
 */
export async function writeSheet<Row>(
  out: Writable,
  name: string,
  columns: SheetColumn<Row>[],
  rows: AsyncIterable<Row>,
): Promise<number> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ header: column.heading, width: column.width }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  let count = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map((column) => column.value(row))).commit();
    count += 1;
  }
  sheet.commit();
  await workbook.commit();
  return count;
}
