import type { Reader, Tx } from '#platform/database';
import type { DisclosureRow } from './tables.ts';

const columns = `area_id as "areaId", fund_id as "fundId", month, book_id as "bookId", state, statement, hash, opening, income, expense,
  other, closing, drafted_by as "draftedBy", drafted_name as "draftedName", drafted_at as "draftedAt", checked_by as "checkedBy",
  checked_name as "checkedName", checked_at as "checkedAt", checked_note as "checkedNote", approved_by as "approvedBy",
  approved_name as "approvedName", published_at as "publishedAt", returned_reason as "returnedReason",
  returned_name as "returnedName", published_month as "publishedMonth"`;

export type Which = { areaId: string; fundId: string; month: number };
type Person = { id: string; name: string };

export async function readDisclosure(reader: Reader, { areaId, fundId, month }: Which): Promise<DisclosureRow | null> {
  const rows = await reader.query<DisclosureRow>(
    `select ${columns} from disclosures where area_id = $1 and fund_id = $2 and month = $3`,
    [areaId, fundId, month],
  );
  return rows[0] ?? null;
}

export type DisclosureFace = Pick<
  DisclosureRow,
  | (
      | 'fundId'
      | 'month'
      | 'state'
      | 'opening'
      | 'income'
      | 'expense'
      | 'other'
      | 'closing'
      | 'publishedAt'
      | 'returnedReason'
    )
  | ('draftedBy' | 'draftedName' | 'draftedAt' | 'checkedName' | 'approvedName' | 'returnedName')
>;

const faceColumns = `fund_id as "fundId", month, state, opening, income, expense, other, closing, published_at as "publishedAt",
  returned_reason as "returnedReason", returned_name as "returnedName", drafted_by as "draftedBy", drafted_name as "draftedName",
  drafted_at as "draftedAt", checked_name as "checkedName", approved_name as "approvedName"`;

/** Every month of some funds, without its text, the newest first. */
export function readFaces(reader: Reader, areaId: string, fundIds: readonly string[]): Promise<DisclosureFace[]> {
  return reader.query<DisclosureFace>(
    `select ${faceColumns} from disclosures where area_id = $1 and fund_id = any($2) order by month desc`,
    [areaId, fundIds],
  );
}

/** The accounts of the published months of a year as they were published, the earliest first. */
export function readYear(
  reader: Reader,
  { areaId, fundId, year }: { areaId: string; fundId: string; year: number },
): Promise<(DisclosureFace & { accounts: unknown })[]> {
  return reader.query<DisclosureFace & { accounts: unknown }>(
    `select ${faceColumns}, statement::jsonb -> 'accounts' as accounts from disclosures
     where area_id = $1 and fund_id = $2 and month between $3 and $4 and state = 'published' order by month`,
    [areaId, fundId, year * 100 + 1, year * 100 + 12],
  );
}

type Drafted = Which & {
  bookId: string;
  statement: string;
  hash: string;
  figures: { opening: number; in: number; out: number; other: number; closing: number };
  by: Person;
};

/** Writes a draft, over one that was given back. Answers whether it did: another may have been first. */
export async function writeDraft(tx: Tx, draft: Drafted): Promise<boolean> {
  const { figures, by } = draft;
  const rows = await tx.query(
    `insert into disclosures (area_id, fund_id, month, book_id, state, statement, hash, opening, income, expense, other, closing,
       drafted_by, drafted_name, drafted_at)
     values ($1, $2, $3, $4, 'drafted', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (area_id, fund_id, month) do update set state = 'drafted', statement = excluded.statement, hash = excluded.hash,
       opening = excluded.opening, income = excluded.income, expense = excluded.expense, other = excluded.other,
       closing = excluded.closing, drafted_by = excluded.drafted_by, drafted_name = excluded.drafted_name,
       drafted_at = excluded.drafted_at, returned_reason = '', returned_name = ''
     where disclosures.state = 'drafted' and disclosures.returned_reason <> '' returning month`,
    [
      ...[draft.areaId, draft.fundId, draft.month, draft.bookId, draft.statement, draft.hash],
      ...[figures.opening, figures.in, figures.out, figures.other, figures.closing, by.id, by.name, tx.now],
    ],
  );
  return rows.length > 0;
}

/** Says that a draft is right. Answers whether it still was one. */
export async function writeCheck(
  tx: Tx,
  { areaId, fundId, month }: Which,
  by: Person & { note: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update disclosures set state = 'checked', checked_by = $4, checked_name = $5, checked_at = $6, checked_note = $7
     where area_id = $1 and fund_id = $2 and month = $3 and state = 'drafted' and returned_reason = '' returning month`,
    [areaId, fundId, month, by.id, by.name, tx.now, by.note],
  );
  return rows.length > 0;
}

/** Gives a draft back, checked or not. Answers whether it still could be. */
export async function writeReturn(
  tx: Tx,
  { areaId, fundId, month }: Which,
  by: Person & { reason: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update disclosures set state = 'drafted', returned_reason = $4, returned_name = $5, checked_by = null, checked_name = null,
       checked_at = null, checked_note = ''
     where area_id = $1 and fund_id = $2 and month = $3 and state <> 'published' and returned_reason = '' returning month`,
    [areaId, fundId, month, by.reason, by.name],
  );
  return rows.length > 0;
}

/**
 * Publishes what was checked and freezes it: one statement, since each of the two rows refers to the other. Answers whether it
 * still was to be published. `closeMonth` of the ledger comes before.
 */
export async function writePublication(tx: Tx, { areaId, fundId, month }: Which, by: Person): Promise<boolean> {
  const rows = await tx.query(
    `with published as (
       update disclosures set state = 'published', approved_by = $4, approved_name = $5, published_at = $6, published_month = month
       where area_id = $1 and fund_id = $2 and month = $3 and state = 'checked' returning *)
     insert into disclosure_publications (area_id, fund_id, month, book_id, state, hash, drafted_by, drafted_name, checked_by,
       checked_name, checked_note, approved_by, approved_name, published_at)
     select area_id, fund_id, month, book_id, state, hash, drafted_by, drafted_name, checked_by, checked_name, checked_note,
       approved_by, approved_name, published_at from published where area_id = $1 returning month`,
    [areaId, fundId, month, by.id, by.name, tx.now],
  );
  return rows.length > 0;
}

/** The months that are published, and those before who checks them, by fund, in many areas. */
export function readMonths(
  reader: Reader,
  areaIds: readonly string[],
): Promise<{ areaId: string; fundId: string; month: number; state: string }[]> {
  return reader.query(
    `select area_id as "areaId", fund_id as "fundId", month, state from disclosures where area_id = any($1)`,
    [areaIds],
  );
}

export type EntryVoucher = {
  seq: number;
  id: string;
  number: string | null;
  kind: string;
  way: string;
  party: string;
  payeeUserId: string | null;
  matterId: string | null;
};

/** The vouchers behind some entries of a fund: what they posted, or took back. */
export function readVouchersOf(
  reader: Reader,
  { areaId, fundId, seqs }: { areaId: string; fundId: string; seqs: readonly number[] },
): Promise<EntryVoucher[]> {
  const one = (seq: string): string =>
    `select ${seq} as seq, id, number, kind, way, party, payee_user_id as "payeeUserId", matter_id as "matterId"
     from vouchers where area_id = $1 and fund_id = $2 and ${seq} = any($3)`;
  return reader.query<EntryVoucher>(`${one('entry_seq')} union all ${one('reversal_seq')}`, [areaId, fundId, seqs]);
}

export function readPapersOf(
  reader: Reader,
  { areaId, fundId, voucherIds }: { areaId: string; fundId: string; voucherIds: readonly string[] },
): Promise<{ voucherId: string; fileId: string; sha256: string }[]> {
  return reader.query(
    `select voucher_id as "voucherId", file_id as "fileId", sha256 from voucher_files
     where area_id = $1 and fund_id = $2 and voucher_id = any($3) and live order by voucher_id, file_id`,
    [areaId, fundId, voucherIds],
  );
}

export type Correction = {
  reversalSeq: number | null;
  entrySeq: number | null;
  month: number;
  correctedSeq: number;
  correctedMonth: number;
};

/** The corrections that some entries are, or that were made to them. */
export function readCorrections(
  reader: Reader,
  { areaId, fundId, seqs }: { areaId: string; fundId: string; seqs: readonly number[] },
): Promise<Correction[]> {
  return reader.query<Correction>(
    `select n.reversal_seq as "reversalSeq", n.entry_seq as "entrySeq", n.month, o.entry_seq as "correctedSeq", o.month as "correctedMonth"
     from vouchers n join vouchers o on o.area_id = $1 and o.fund_id = $2 and o.id = n.corrects
     where n.area_id = $1 and n.fund_id = $2 and n.state = 'posted'
       and (n.reversal_seq = any($3) or n.entry_seq = any($3) or o.entry_seq = any($3))`,
    [areaId, fundId, seqs],
  );
}

/** Lines of published months by the numbers of their entries, each with its month. */
export function readLinesBySeq(
  reader: Reader,
  { areaId, fundId, seqs }: { areaId: string; fundId: string; seqs: readonly number[] },
): Promise<{ seq: number; month: number; memo: string; in: number; out: number }[]> {
  return reader.query(
    `select (l ->> 'seq')::int as seq, d.month, l ->> 'memo' as memo, (l ->> 'in')::bigint as "in", (l ->> 'out')::bigint as "out"
     from disclosures d, jsonb_array_elements(d.statement::jsonb -> 'lines') l
     where d.area_id = $1 and d.fund_id = $2 and d.state = 'published' and (l ->> 'seq')::int = any($3)`,
    [areaId, fundId, seqs],
  );
}
