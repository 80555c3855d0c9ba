import type { Reader, Tx } from '#platform/database';
import type { FundRow, VoucherRow } from './tables.ts';

const columns = `area_id as "areaId", id, word, estate_id as "estateId", book_id as "bookId", name, bank_name as "bankName",
  bank_tail as "bankTail", opened_on as "openedOn", hotline, opinion_box as "opinionBox", state,
  held_through as "heldThrough"`;

export async function readFund(reader: Reader, areaId: string, id: string): Promise<FundRow | null> {
  const rows = await reader.query<FundRow>(`select ${columns} from funds where area_id = $1 and id = $2`, [areaId, id]);
  return rows[0] ?? null;
}

/** One, held until the commit: what is posted in it, and what its month says, come one after another. */
export async function takeFund(tx: Tx, areaId: string, id: string): Promise<FundRow | null> {
  const rows = await tx.query<FundRow>(`select ${columns} from funds where area_id = $1 and id = $2 for update`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** The funds of some areas, each area's own first and then its estates'. */
export function readFunds(reader: Reader, areaIds: readonly string[]): Promise<FundRow[]> {
  return reader.query<FundRow>(
    `select ${columns} from funds where area_id = any($1) order by area_id, estate_id nulls last, word, id limit 2000`,
    [areaIds],
  );
}

/** The fund of a kind at an estate, or of the whole area. */
export async function findFund(
  reader: Reader,
  { areaId, word, estateId }: { areaId: string; word: string; estateId: string | null },
): Promise<FundRow | null> {
  const rows = await reader.query<FundRow>(
    `select ${columns} from funds where area_id = $1 and word = $2 and estate_id is not distinct from $3`,
    [areaId, word, estateId],
  );
  return rows[0] ?? null;
}

/** Adds a fund; false when there is one of its kind at the place. */
export async function insertFund(tx: Tx, row: FundRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into funds (area_id, id, word, estate_id, book_id, name, bank_name, bank_tail, opened_on, hotline,
       opinion_box, state, held_through)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      ...[row.areaId, row.id, row.word, row.estateId, row.bookId, row.name, row.bankName, row.bankTail, row.openedOn],
      ...[row.hotline, row.opinionBox, row.state, row.heldThrough],
    ],
  );
  return rows.length > 0;
}

type Settings = Pick<FundRow, 'name' | 'bankName' | 'bankTail' | 'hotline' | 'opinionBox'>;

export async function updateSettings(tx: Tx, areaId: string, id: string, set: Settings): Promise<void> {
  await tx.query(
    `update funds set name = $3, bank_name = $4, bank_tail = $5, hotline = $6, opinion_box = $7
     where area_id = $1 and id = $2`,
    [areaId, id, set.name, set.bankName, set.bankTail, set.hotline, set.opinionBox],
  );
}

/** Holds every month up to one, or lets them go again. */
export async function setHeld(tx: Tx, areaId: string, id: string, heldThrough: number | null): Promise<void> {
  await tx.query(`update funds set held_through = $3 where area_id = $1 and id = $2`, [areaId, id, heldThrough]);
}

export type Waiting = Pick<
  VoucherRow,
  'fundId' | 'kind' | 'state' | 'draftedBy' | 'payeeUserId' | 'relatedIds' | 'entrySeq'
>;

/** Vouchers of some areas that wait for somebody. */
export function readWaiting(reader: Reader, areaIds: readonly string[]): Promise<Waiting[]> {
  return reader.query<Waiting>(
    `select fund_id as "fundId", kind, state, drafted_by as "draftedBy", payee_user_id as "payeeUserId",
       related_ids as "relatedIds", entry_seq as "entrySeq"
     from vouchers where area_id = any($1) and state in ('proposed', 'drafted') limit 5000`,
    [areaIds],
  );
}

/** How many lines of the bank have no voucher, by fund. */
export async function countUnmatched(reader: Reader, areaIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.query<{ fundId: string; count: number }>(
    `select fund_id as "fundId", count(*)::int as count from bank_lines
     where area_id = any($1) and voucher_id is null group by area_id, fund_id`,
    [areaIds],
  );
  return new Map(rows.map(({ fundId, count }) => [fundId, count]));
}

/** Adds a fund of the past whole. */
export function appendFund(tx: Tx, row: FundRow): void {
  tx.append('funds', {
    ...{ area_id: row.areaId, id: row.id, word: row.word, estate_id: row.estateId, book_id: row.bookId },
    ...{ name: row.name, bank_name: row.bankName, bank_tail: row.bankTail, opened_on: row.openedOn },
    ...{ hotline: row.hotline, opinion_box: row.opinionBox, state: row.state },
    held_through: row.heldThrough,
  });
}
