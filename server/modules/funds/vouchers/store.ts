import type { Reader, Tx } from '#platform/database';
import type { VoucherFileRow, VoucherRow } from '../tables.ts';
import type { VoucherKind, VoucherState, VoucherWay } from './contract.ts';

const columns = `v.area_id as "areaId", v.fund_id as "fundId", v.id, v.book_id as "bookId", v.kind, v.way, v.receipt_no as "receiptNo",
  v.day, v.month, v.amount, v.bank_amount as "bankAmount", v.account_id as "accountId", v.party, v.payee_user_id as "payeeUserId",
  v.related_ids as "relatedIds", v.related_note as "relatedNote", v.memo, v.shown, v.split, v.matter_id as "matterId", v.step, v.state,
  v.version, v.made_at as "madeAt", v.drafted_by as "draftedBy", v.drafted_name as "draftedName", v.drafted_at as "draftedAt",
  v.approved_by as "approvedBy", v.approved_name as "approvedName", v.approved_at as "approvedAt", v.refused_by as "refusedBy",
  v.refused_name as "refusedName", v.refused_at as "refusedAt", v.refused_reason as "refusedReason", v.serial, v.number,
  v.entry_seq as "entrySeq", v.reversal_seq as "reversalSeq", v.corrects`;

export type Voucher = Omit<VoucherRow, 'kind' | 'way' | 'state'> & {
  kind: VoucherKind;
  way: VoucherWay;
  state: VoucherState;
};

/** A voucher with what stands around it. */
export type VoucherView = Voucher & {
  correctsNumber: string | null;
  correctedById: string | null;
  correctedByNumber: string | null;
  matched: boolean;
};

export type Which = { areaId: string; fundId: string; voucherId: string };

const view = `select ${columns}, o.number as "correctsNumber", c.id as "correctedById", c.number as "correctedByNumber",
    exists (select from bank_lines b where b.area_id = v.area_id and b.fund_id = v.fund_id and b.voucher_id = v.id) as matched
  from vouchers v
  left join vouchers o on o.area_id = v.area_id and o.fund_id = v.fund_id and o.id = v.corrects
  left join vouchers c on c.area_id = v.area_id and c.fund_id = v.fund_id and c.corrects = v.id and c.state <> 'refused'`;

export async function readVoucher(reader: Reader, { areaId, fundId, voucherId }: Which): Promise<VoucherView | null> {
  const rows = await reader.query<VoucherView>(`${view} where v.area_id = $1 and v.fund_id = $2 and v.id = $3`, [
    areaId,
    fundId,
    voucherId,
  ]);
  return rows[0] ?? null;
}

/** One, held until the commit. */
export async function takeVoucher(tx: Tx, { areaId, fundId, voucherId }: Which): Promise<Voucher | null> {
  const rows = await tx.query<Voucher>(
    `select ${columns} from vouchers v where v.area_id = $1 and v.fund_id = $2 and v.id = $3 for update`,
    [areaId, fundId, voucherId],
  );
  return rows[0] ?? null;
}

type PostedQuery = {
  areaId: string;
  fundId: string;
  month: number | null;
  kind: string | null;
  after: string | null;
  limit: number;
};

/** Posted ones, the last first. */
export function readPosted(reader: Reader, query: PostedQuery): Promise<VoucherView[]> {
  return reader.query<VoucherView>(
    `${view} where v.area_id = $1 and v.fund_id = $2 and v.state = 'posted' and ($3::int is null or v.month = $3)
       and ($4::text is null or v.kind = $4)
       and ($5::uuid is null or (v.month, v.serial) <
         (select month, serial from vouchers where area_id = $1 and fund_id = $2 and id = $5))
     order by v.month desc, v.serial desc limit $6`,
    [query.areaId, query.fundId, query.month, query.kind, query.after, query.limit],
  );
}

/** Those that are not posted, in some states, the last made first. */
export function readInStates(
  reader: Reader,
  query: { areaId: string; fundId: string; states: readonly string[]; after: string | null; limit: number },
): Promise<VoucherView[]> {
  return reader.query<VoucherView>(
    `${view} where v.area_id = $1 and v.fund_id = $2 and v.state = any($3)
       and ($4::uuid is null or (v.made_at, v.id) <
         (select made_at, id from vouchers where area_id = $1 and fund_id = $2 and id = $4))
     order by v.made_at desc, v.id desc limit $5`,
    [query.areaId, query.fundId, query.states, query.after, query.limit],
  );
}

/** Everything that was posted between two months, a page at a time, the first first. */
export async function* readAllPosted(
  reader: Reader,
  { areaId, fundId, from, to }: { areaId: string; fundId: string; from: number; to: number },
): AsyncGenerator<VoucherView> {
  let after: { month: number; serial: number } = { month: 0, serial: 0 };
  for (;;) {
    const rows: VoucherView[] = await reader.query<VoucherView>(
      `${view} where v.area_id = $1 and v.fund_id = $2 and v.state = 'posted' and v.month between $3 and $4
         and (v.month, v.serial) > ($5, $6) order by v.month, v.serial limit 500`,
      [areaId, fundId, from, to, after.month, after.serial],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < 500) return;
    after = { month: last.month, serial: last.serial ?? 0 };
  }
}

/** Those that carry a matter, the first first. */
export function readOfMatter(reader: Reader, areaId: string, matterId: string): Promise<VoucherView[]> {
  return reader.query<VoucherView>(`${view} where v.area_id = $1 and v.matter_id = $2 order by v.made_at, v.id`, [
    areaId,
    matterId,
  ]);
}

/** Vouchers by the entries they posted, as the lines of an account ask for them. */
export function readOfEntries(
  reader: Reader,
  { areaId, fundId, seqs }: { areaId: string; fundId: string; seqs: readonly number[] },
): Promise<VoucherView[]> {
  return reader.query<VoucherView>(
    `${view} where v.area_id = $1 and v.fund_id = $2 and (v.entry_seq = any($3) or v.reversal_seq = any($3))`,
    [areaId, fundId, seqs],
  );
}

export async function insertVoucher(tx: Tx, row: Voucher): Promise<void> {
  await tx.query(
    `insert into vouchers (area_id, fund_id, id, book_id, kind, way, receipt_no, day, month, amount, bank_amount, account_id, party,
       payee_user_id, related_ids, related_note, memo, shown, split, matter_id, step, state, made_at, drafted_by, drafted_name,
       drafted_at, corrects)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)`,
    [
      ...[row.areaId, row.fundId, row.id, row.bookId, row.kind, row.way, row.receiptNo, row.day, row.month, row.amount],
      ...[row.bankAmount, row.accountId, row.party, row.payeeUserId, row.relatedIds, row.relatedNote, row.memo],
      ...[
        JSON.stringify(row.shown),
        row.split && JSON.stringify(row.split),
        row.matterId,
        row.step,
        row.state,
        row.madeAt,
      ],
      ...[row.draftedBy, row.draftedName, row.draftedAt, row.corrects],
    ],
  );
}

/** Writes one anew that is not posted: who changed it is its drafter now. */
export async function updateVoucher(tx: Tx, row: Voucher): Promise<void> {
  await tx.query(
    `update vouchers set kind = $4, way = $5, receipt_no = $6, day = $7, month = $8, amount = $9, bank_amount = $10,
       account_id = $11, party = $12, payee_user_id = $13, related_ids = $14, related_note = $15, memo = $16, state = 'drafted',
       version = version + 1, drafted_by = $17, drafted_name = $18, drafted_at = $19
     where area_id = $1 and fund_id = $2 and id = $3`,
    [
      ...[row.areaId, row.fundId, row.id, row.kind, row.way, row.receiptNo, row.day, row.month, row.amount],
      ...[row.bankAmount, row.accountId, row.party, row.payeeUserId, row.relatedIds, row.relatedNote, row.memo],
      ...[row.draftedBy, row.draftedName, row.draftedAt],
    ],
  );
}

/** The number the next voucher of a month gets; the fund is held by the caller. */
export async function nextSerial(tx: Tx, areaId: string, fundId: string, month: number): Promise<number> {
  const rows = await tx.query<{ next: number }>(
    `select coalesce(max(serial), 0) + 1 as next from vouchers where area_id = $1 and fund_id = $2 and month = $3`,
    [areaId, fundId, month],
  );
  return rows[0]?.next ?? 1;
}

type Posted = {
  serial: number;
  number: string;
  entrySeq: number | null;
  reversalSeq: number | null;
  by: { id: string; name: string } | null;
};

export async function markPosted(tx: Tx, { areaId, fundId, voucherId }: Which, posted: Posted): Promise<void> {
  await tx.query(
    `update vouchers set state = 'posted', serial = $4, number = $5, entry_seq = $6, reversal_seq = $7, approved_by = $8,
       approved_name = $9, approved_at = $10
     where area_id = $1 and fund_id = $2 and id = $3`,
    [
      ...[areaId, fundId, voucherId, posted.serial, posted.number, posted.entrySeq, posted.reversalSeq],
      ...[posted.by?.id ?? null, posted.by?.name ?? null, posted.by ? tx.now : null],
    ],
  );
}

export async function markRefused(
  tx: Tx,
  { areaId, fundId, voucherId }: Which,
  refused: { by: { id: string; name: string }; reason: string },
): Promise<void> {
  await tx.query(
    `update vouchers set state = 'refused', version = version + 1, refused_by = $4, refused_name = $5, refused_at = $6,
       refused_reason = $7
     where area_id = $1 and fund_id = $2 and id = $3`,
    [areaId, fundId, voucherId, refused.by.id, refused.by.name, tx.now, refused.reason],
  );
}

type Papers = Which & { files: readonly { fileId: string; sha256: string }[] };

/** Lays papers beside a voucher; answers how many were free to be. */
export async function insertFiles(tx: Tx, { areaId, fundId, voucherId, files }: Papers): Promise<number> {
  const rows = await tx.query(
    `insert into voucher_files (area_id, fund_id, voucher_id, file_id, sha256)
     select $1, $2, $3, file_id, sha256 from unnest($4::uuid[], $5::text[]) as file (file_id, sha256)
     on conflict do nothing returning file_id`,
    [areaId, fundId, voucherId, files.map(({ fileId }) => fileId), files.map(({ sha256 }) => sha256)],
  );
  return rows.length;
}

/** Frees papers of a voucher: those named, or all of them. */
export async function releaseFiles(tx: Tx, which: Which, fileIds: readonly string[] | null): Promise<void> {
  await tx.query(
    `update voucher_files set live = false
     where area_id = $1 and fund_id = $2 and voucher_id = $3 and live and ($4::uuid[] is null or file_id = any($4))`,
    [which.areaId, which.fundId, which.voucherId, fileIds],
  );
}

/** Takes papers back that were freed, where no other voucher has them meanwhile. */
export async function reviveFiles(tx: Tx, which: Which, fileIds: readonly string[]): Promise<number> {
  const rows = await tx.query(
    `update voucher_files f set live = true
     where f.area_id = $1 and f.fund_id = $2 and f.voucher_id = $3 and not f.live and f.file_id = any($4)
       and not exists (select from voucher_files o
         where o.area_id = f.area_id and o.fund_id = f.fund_id and o.sha256 = f.sha256 and o.live)
     returning file_id`,
    [which.areaId, which.fundId, which.voucherId, fileIds],
  );
  return rows.length;
}

/** The papers of vouchers, in the order in which they were laid there. */
export function readFiles(
  reader: Reader,
  { areaId, fundId, voucherIds }: { areaId: string; fundId: string; voucherIds: readonly string[] },
): Promise<Pick<VoucherFileRow, 'voucherId' | 'fileId' | 'sha256'>[]> {
  return reader.query(
    `select voucher_id as "voucherId", file_id as "fileId", sha256 from voucher_files
     where area_id = $1 and fund_id = $2 and voucher_id = any($3) and live order by voucher_id, file_id`,
    [areaId, fundId, voucherIds],
  );
}

/** Adds vouchers of the past whole. */
export function appendVoucher(tx: Tx, row: VoucherRow): void {
  tx.append('vouchers', {
    ...{ area_id: row.areaId, fund_id: row.fundId, id: row.id, book_id: row.bookId, kind: row.kind, way: row.way },
    ...{ receipt_no: row.receiptNo, day: row.day, month: row.month, amount: row.amount, bank_amount: row.bankAmount },
    ...{ account_id: row.accountId, party: row.party, payee_user_id: row.payeeUserId, related_ids: row.relatedIds },
    ...{
      related_note: row.relatedNote,
      memo: row.memo,
      shown: row.shown,
      split: row.split,
      matter_id: row.matterId,
      step: row.step,
    },
    ...{ state: row.state, version: row.version, made_at: row.madeAt, drafted_by: row.draftedBy },
    ...{ drafted_name: row.draftedName, drafted_at: row.draftedAt, approved_by: row.approvedBy },
    ...{ approved_name: row.approvedName, approved_at: row.approvedAt, refused_by: row.refusedBy },
    ...{ refused_name: row.refusedName, refused_at: row.refusedAt, refused_reason: row.refusedReason },
    ...{ serial: row.serial, number: row.number, entry_seq: row.entrySeq, reversal_seq: row.reversalSeq },
    corrects: row.corrects,
  });
}

export function appendFile(tx: Tx, row: VoucherFileRow): void {
  tx.append('voucher_files', {
    ...{ area_id: row.areaId, fund_id: row.fundId, voucher_id: row.voucherId, file_id: row.fileId },
    ...{ sha256: row.sha256, live: row.live },
  });
}
