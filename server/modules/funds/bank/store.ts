import type { Reader, Tx } from '#platform/database';
import type { BankLineRow } from '../tables.ts';
import type { Line } from './rules.ts';

const columns = `b.area_id as "areaId", b.fund_id as "fundId", b.id, b.place, b.day, b.serial, b.amount, b.balance, b.party, b.memo,
  b.statement_hash as "statementHash", b.imported_at as "importedAt", b.voucher_id as "voucherId", b.matched_by as "matchedBy",
  b.matched_name as "matchedName", b.matched_at as "matchedAt"`;

export type Place = { areaId: string; fundId: string };

/** Lines by their place, the last first; only those without a voucher when asked so. */
export function readLines(
  reader: Reader,
  query: Place & { open: boolean; before: number | null; limit: number },
): Promise<BankLineRow[]> {
  return reader.query<BankLineRow>(
    `select ${columns} from bank_lines b where b.area_id = $1 and b.fund_id = $2 and (not $3 or b.voucher_id is null)
       and ($4::int is null or b.place < $4) order by b.place desc limit $5`,
    [query.areaId, query.fundId, query.open, query.before, query.limit],
  );
}

/** Lines of these serials. */
export function readKnown(
  reader: Reader,
  { areaId, fundId }: Place,
  serials: readonly string[],
): Promise<BankLineRow[]> {
  return reader.query<BankLineRow>(
    `select ${columns} from bank_lines b where b.area_id = $1 and b.fund_id = $2 and b.serial = any($3)`,
    [areaId, fundId, serials],
  );
}

export async function readLast(reader: Reader, { areaId, fundId }: Place): Promise<BankLineRow | null> {
  const rows = await reader.query<BankLineRow>(
    `select ${columns} from bank_lines b where b.area_id = $1 and b.fund_id = $2 order by b.place desc limit 1`,
    [areaId, fundId],
  );
  return rows[0] ?? null;
}

/** One line, held until the commit. */
export async function takeLine(tx: Tx, { areaId, fundId }: Place, id: string): Promise<BankLineRow | null> {
  const rows = await tx.query<BankLineRow>(
    `select ${columns} from bank_lines b where b.area_id = $1 and b.fund_id = $2 and b.id = $3 for update`,
    [areaId, fundId, id],
  );
  return rows[0] ?? null;
}

type Added = Place & { lines: readonly (Line & { id: string })[]; after: number; hash: string };

export async function insertLines(tx: Tx, { areaId, fundId, lines, after, hash }: Added): Promise<void> {
  const of = <Key extends keyof Line | 'id'>(key: Key) => lines.map((line) => line[key]);
  await tx.query(
    `insert into bank_lines (area_id, fund_id, id, place, day, serial, amount, balance, party, memo, statement_hash, imported_at)
     select $1, $2, l.id, $3::int + l.n, l.day, l.serial, l.amount, l.balance, l.party, l.memo, $4, $5
     from unnest($6::uuid[], $7::date[], $8::text[], $9::bigint[], $10::bigint[], $11::text[], $12::text[])
       with ordinality as l (id, day, serial, amount, balance, party, memo, n)`,
    [
      areaId,
      fundId,
      after,
      hash,
      tx.now,
      of('id'),
      of('day'),
      of('serial'),
      of('amount'),
      of('balance'),
      of('party'),
      of('memo'),
    ],
  );
}

export async function setVoucher(
  tx: Tx,
  { areaId, fundId }: Place,
  { id, voucherId, by }: { id: string; voucherId: string | null; by: { id: string; name: string } },
): Promise<void> {
  const matched = voucherId ? by : null;
  await tx.query(
    `update bank_lines set voucher_id = $4, matched_by = $5, matched_name = $6, matched_at = $7
     where area_id = $1 and fund_id = $2 and id = $3`,
    [areaId, fundId, id, voucherId, matched?.id ?? null, matched?.name ?? null, matched ? tx.now : null],
  );
}

export type Candidate = {
  id: string;
  number: string | null;
  memo: string;
  party: string;
  day: string;
  bankAmount: number;
};

/** Posted vouchers that moved the account at the bank by one of these amounts and have no line yet. */
export function readCandidates(
  reader: Reader,
  { areaId, fundId }: Place,
  amounts: readonly number[],
): Promise<Candidate[]> {
  return reader.query<Candidate>(
    `select v.id, v.number, v.memo, v.party, v.day, v.bank_amount as "bankAmount" from vouchers v
     where v.area_id = $1 and v.fund_id = $2 and v.state = 'posted' and v.bank_amount = any($3)
       and not exists (select from bank_lines b
         where b.area_id = v.area_id and b.fund_id = v.fund_id and b.voucher_id = v.id)
     order by v.day desc, v.id limit 1000`,
    [areaId, fundId, amounts],
  );
}

/** The vouchers of lines, by id. */
export function readMatched(reader: Reader, { areaId, fundId }: Place, ids: readonly string[]): Promise<Candidate[]> {
  return reader.query<Candidate>(
    `select id, number, memo, party, day, bank_amount as "bankAmount" from vouchers
     where area_id = $1 and fund_id = $2 and id = any($3)`,
    [areaId, fundId, ids],
  );
}

/** Whether a line shows a voucher already. */
export async function isMatched(reader: Reader, { areaId, fundId }: Place, voucherId: string): Promise<boolean> {
  const rows = await reader.query(`select id from bank_lines where area_id = $1 and fund_id = $2 and voucher_id = $3`, [
    areaId,
    fundId,
    voucherId,
  ]);
  return rows.length > 0;
}

/** Lines without a voucher, and posted vouchers through the bank, up to the last line's day, that no line shows. */
export async function countOpen(
  reader: Reader,
  { areaId, fundId }: Place,
): Promise<{ unmatched: number; unseen: number }> {
  const rows = await reader.query<{ unmatched: number; unseen: number }>(
    `select (select count(*)::int from bank_lines where area_id = $1 and fund_id = $2 and voucher_id is null) as unmatched,
       (select count(*)::int from vouchers v where v.area_id = $1 and v.fund_id = $2 and v.state = 'posted' and v.bank_amount <> 0
          and v.day <= (select max(day) from bank_lines where area_id = $1 and fund_id = $2)
          and v.day >= (select min(day) from bank_lines where area_id = $1 and fund_id = $2)
          and not exists (select from bank_lines b
            where b.area_id = v.area_id and b.fund_id = v.fund_id and b.voucher_id = v.id)) as unseen`,
    [areaId, fundId],
  );
  return rows[0] ?? { unmatched: 0, unseen: 0 };
}

/** Adds a line of the past whole. */
export function appendLine(tx: Tx, row: BankLineRow): void {
  tx.append('bank_lines', {
    ...{ area_id: row.areaId, fund_id: row.fundId, id: row.id, place: row.place, day: row.day, serial: row.serial },
    ...{ amount: row.amount, balance: row.balance, party: row.party, memo: row.memo },
    ...{ statement_hash: row.statementHash, imported_at: row.importedAt, voucher_id: row.voucherId },
    ...{ matched_by: row.matchedBy, matched_name: row.matchedName, matched_at: row.matchedAt },
  });
}
