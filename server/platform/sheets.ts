import { PassThrough, type Writable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { shanghaiDate } from '#shared/time';

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
  // Half a second to load: only where somebody wants a sheet.
  const { default: ExcelJS } = await import('exceljs');
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

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Says that the answer is a workbook, to be kept under a name. */
export function asSheet(reply: FastifyReply, name: string): FastifyReply {
  const named = encodeURIComponent(`${name}.xlsx`);
  return reply.type(sheetType).header('content-disposition', `attachment; filename*=UTF-8''${named}`);
}

/**
 * Answers with a list as a workbook of one sheet, row by row as the rows come. What is refused before the first row is
 * answered as any refusal.
 */
export async function answerSheet<Row>(
  reply: FastifyReply,
  sheet: { name: string; columns: SheetColumn<Row>[]; rows: AsyncIterable<Row>; now?: Date },
): Promise<FastifyReply> {
  const rows = await begun(sheet.rows);
  const out = new PassThrough();
  writeSheet(out, sheet.name, sheet.columns, rows).catch((error: Error) => out.destroy(error));
  return asSheet(reply, sheet.now ? `${sheet.name}-${shanghaiDate(sheet.now)}` : sheet.name).send(out);
}

/** A row as it stood in somebody's file, and what is wrong with it. */
export type WrongRow = { cells: string[]; problem: string };

/** Gives wrong rows back under the headings of the file they came in, the reason last. */
export function answerWrongRows(
  reply: FastifyReply,
  { headings, rows }: { headings: readonly string[]; rows: AsyncIterable<WrongRow> },
): Promise<FastifyReply> {
  const columns: SheetColumn<WrongRow>[] = headings.map((heading, index) => ({
    heading,
    width: 16,
    value: ({ cells }) => cells[index] ?? '',
  }));
  const reason: SheetColumn<WrongRow> = { heading: '错误原因', width: 60, value: ({ problem }) => problem };
  return answerSheet(reply, { name: '有问题的行', columns: [...columns, reason], rows });
}

/** The same rows, the first of them read already. */
async function begun<Row>(rows: AsyncIterable<Row>): Promise<AsyncIterable<Row>> {
  const iterator = rows[Symbol.asyncIterator]();
  let first: IteratorResult<Row> | null = await iterator.next();
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = first ?? (await iterator.next());
        first = null;
        return next;
      },
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    }),
  };
}
