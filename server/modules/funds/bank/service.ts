import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import type { WrongRow } from '#platform/sheets';
import { readRows, type SheetRow } from '#platform/workbook';
import * as refusals from '../refusals/rules.ts';
import { accountsOf, changed, holdFund, requireFund, type FundDoors, type WhichFund } from '../scope/service.ts';
import type { BankLineRow, FundRow } from '../tables.ts';
import { readVoucher } from '../vouchers/store.ts';
import type { BankLine, BankLineList, BankLineQuery, StatementCheck } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const headRows = 20;
const rowsMost = 5000;
const shownMost = 300;

type Statement = {
  headings: string[];
  rows: SheetRow[];
  lines: rules.Line[];
  problems: { at: number; problem: string }[];
  unknown: string[];
};

/** The rows of an Excel workbook, or of a text of comma-separated values in UTF-8 or GB 18030. */
async function rowsOf(bytes: Uint8Array): Promise<SheetRow[]> {
  const isPacked = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  const rows: SheetRow[] = [];
  if (!isPacked) rows.push(...rules.readCsv(decode(bytes)).map((cells, at) => ({ at: at + 1, cells })));
  else for await (const piece of readRows(bytes)) if (rows.push(...piece) > rowsMost * 2) refuse(rules.fileTooLong);
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The lines of a statement, each row that is none with what is wrong with it. Refused when its columns are not found. */
async function readStatement(bytes: Uint8Array): Promise<Statement> {
  const rows = await rowsOf(bytes);
  const heads = rows.slice(0, headRows).map(({ cells }) => rules.missingColumns(rules.readColumns(cells)));
  const fewest = Math.min(...heads.map(({ length }) => length));
  const at = heads.findIndex(({ length }) => length === fewest);
  if (rows.length === 0) refuse(rules.fileEmpty);
  if (fewest > 0) refuse(rules.columnsMissing(heads[at] ?? []));
  const headings = rows[at]?.cells ?? [];
  const columns = rules.readColumns(headings);
  const body = rows.slice(at + 1).filter((row) => !isFoot(row));
  refuseIf(body.length === 0 ? rules.fileEmpty : body.length > rowsMost ? rules.fileTooLong : null);
  const read = body.map((row) => rules.readLine(row.at, cellsOf(columns, row.cells)));
  return {
    lines: rules.inOrder(read.filter((one): one is rules.Line => 'serial' in one)),
    problems: read.filter((one): one is { at: number; problem: string } => 'problem' in one),
    unknown: headings.filter((heading, index) => heading !== '' && !columns[index]),
    ...{ headings, rows: body },
  };
}

/** 合计 below the lines is no line. */
const isFoot = ({ cells }: SheetRow): boolean =>
  /^(合计|总计|本页|以下无)/.test(cells.find((cell) => cell !== '') ?? '');

function cellsOf(columns: readonly (rules.Column | null)[], cells: readonly string[]): rules.Cells {
  return Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])));
}

type Checked = Statement & { known: Set<string>; last: BankLineRow | null };

async function check(reader: Reader, fund: FundRow, bytes: Uint8Array): Promise<Checked> {
  const statement = await readStatement(bytes);
  const place = { areaId: fund.areaId, fundId: fund.id };
  const serials = statement.lines.map(({ serial }) => serial);
  const [known, last] = await Promise.all([store.readKnown(reader, place, serials), store.readLast(reader, place)]);
  const bySerial = new Map(known.map((one) => [one.serial, one]));
  const wrong = statement.problems.length > 0 ? [] : rules.problemsOf(statement.lines, bySerial, last);
  const problems = [...statement.problems, ...wrong].toSorted((one, other) => one.at - other.at);
  return { ...statement, problems, known: new Set(bySerial.keys()), last };
}

function toCheck({ lines, problems, unknown, rows, known }: Checked, fileName: string): StatementCheck {
  const fresh = lines.filter(({ serial }) => !known.has(serial));
  const sum = (isIncome: boolean): number =>
    fresh.filter(({ amount }) => amount > 0 === isIncome).reduce((total, { amount }) => total + Math.abs(amount), 0);
  return {
    ...{ fileName, rows: rows.length, added: fresh.length, known: lines.length - fresh.length, problems, unknown },
    ...{ from: lines[0]?.day ?? null, to: lines.at(-1)?.day ?? null, income: sum(true), expense: sum(false) },
    lines: lines.slice(-shownMost).map((line) => ({ ...line, known: known.has(line.serial) })),
  };
}

type Upload = WhichFund & { bytes: Uint8Array; fileName: string };

/** Says what a statement holds and what is wrong with it, row by row; takes nothing in. */
export async function checkStatement(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: Upload,
): Promise<StatementCheck> {
  const { fund } = await requireFund(reader, doors, actor, { ...input, right: 'matches' });
  return toCheck(await check(reader, fund, input.bytes), input.fileName);
}

/** The rows of a statement that are wrong, as they stood in the file, each with the reason. */
export async function readWrongRows(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: Upload,
): Promise<{ headings: string[]; rows: AsyncIterable<WrongRow> }> {
  const { fund } = await requireFund(reader, doors, actor, { ...input, right: 'matches' });
  const { headings, rows, problems } = await check(reader, fund, input.bytes);
  const cells = new Map(rows.map((row) => [row.at, row.cells]));
  const wrong = problems.map(({ at, problem }) => ({ cells: cells.get(at) ?? [], problem }));
  return { headings, rows: Readable.from(wrong) };
}

/**
 * Takes a statement in: lines that are known stay as they are, so that the same file twice changes nothing. Refused whole when a row is
 * wrong, a known line was edited, or the balance does not run on.
 */
export async function importStatement(tx: Tx, actor: Actor, doors: FundDoors, input: Upload): Promise<StatementCheck> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'matches' });
  const { areaId, id: fundId } = fund;
  const checked = await check(tx, fund, input.bytes);
  const [first] = checked.problems;
  if (first) refuse(rules.rowsWrong(checked.problems.length, `第 ${first.at} 行，${first.problem}`));
  const fresh = checked.lines.filter(({ serial }) => !checked.known.has(serial));
  const hash = createHash('sha256').update(input.bytes).digest('hex');
  const lines = fresh.map((line) => ({ ...line, id: tx.newId() }));
  if (lines.length > 0) await store.insertLines(tx, { areaId, fundId, lines, after: checked.last?.place ?? 0, hash });
  changed(tx, actor, { areaId, act: 'bank.import', subject: `fund:${fundId}`, detail: { added: lines.length, hash } });
  return toCheck(checked, input.fileName);
}

/** The lines of the bank beside the vouchers, the last first, with vouchers each may belong to. */
export async function listBankLines(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { query: BankLineQuery },
): Promise<BankLineList> {
  const { fund } = await requireFund(reader, doors, actor, input);
  const place = { areaId: fund.areaId, fundId: fund.id };
  const { open, cursor: before = null, limit } = input.query;
  const [rows, counts, last, accounts] = await Promise.all([
    store.readLines(reader, { ...place, open, before, limit: limit + 1 }),
    store.countOpen(reader, place),
    store.readLast(reader, place),
    accountsOf(reader, doors, fund),
  ]);
  const shown = rows.slice(0, limit);
  return {
    ...counts,
    items: await linesOf(reader, place, shown),
    next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null,
    bankBalance: last?.balance ?? null,
    through: last?.day ?? null,
    bookBalance: accounts.bank.balance,
  };
}

async function linesOf(reader: Reader, place: store.Place, rows: readonly BankLineRow[]): Promise<BankLine[]> {
  const amounts = [...new Set(rows.filter(({ voucherId }) => !voucherId).map(({ amount }) => amount))];
  const [matched, candidates] = await Promise.all([
    store.readMatched(
      reader,
      place,
      rows.flatMap(({ voucherId }) => voucherId ?? []),
    ),
    amounts.length > 0 ? store.readCandidates(reader, place, amounts) : [],
  ]);
  const byId = new Map(matched.map((one) => [one.id, one]));
  return rows.map(({ id, day, serial, amount, balance, party, memo, voucherId }) => ({
    ...{ id, day, serial, amount, balance, party, memo },
    voucher: (voucherId && byId.get(voucherId)) || null,
    suggestions: voucherId ? [] : rules.suggest({ day, amount }, candidates),
  }));
}

type WhichLine = WhichFund & { lineId: string };

/** Says that a line of the bank is a voucher's. Refused when either has its other already, or the amounts differ. */
export async function matchLine(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichLine & { voucherId: string },
): Promise<void> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'matches' });
  const place = { areaId: fund.areaId, fundId: fund.id };
  const line = (await store.takeLine(tx, place, input.lineId)) ?? refuse(refusals.bankLineUnknown);
  refuseIf(line.voucherId ? refusals.bankLineMatched : null);
  const voucher = await readVoucher(tx, { ...place, voucherId: input.voucherId });
  if (voucher?.state !== 'posted') return refuse(refusals.voucherUnknown);
  refuseIf((await store.isMatched(tx, place, voucher.id)) ? refusals.voucherMatched : null);
  refuseIf(voucher.bankAmount === line.amount ? null : refusals.amountsDiffer);
  await store.setVoucher(tx, place, { id: line.id, voucherId: voucher.id, by: { id: actor.id, name: actor.name } });
  changed(tx, actor, { areaId: fund.areaId, act: 'bank.match', subject: `voucher:${voucher.id}` });
}

/** Takes a match back. */
export async function unmatchLine(tx: Tx, actor: Actor, doors: FundDoors, input: WhichLine): Promise<void> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'matches' });
  const place = { areaId: fund.areaId, fundId: fund.id };
  const line = (await store.takeLine(tx, place, input.lineId)) ?? refuse(refusals.bankLineUnknown);
  await store.setVoucher(tx, place, { id: line.id, voucherId: null, by: { id: actor.id, name: actor.name } });
  changed(tx, actor, { areaId: fund.areaId, act: 'bank.unmatch', subject: `voucher:${line.voucherId ?? ''}` });
}
