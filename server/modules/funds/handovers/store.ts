import type { Reader, Tx } from '#platform/database';
import type { HandoverRow } from './tables.ts';

const columns = `area_id as "areaId", id, fund_id as "fundId", state, reason, outgoing_id as "outgoingId", outgoing_name as "outgoingName",
  incoming_id as "incomingId", incoming_name as "incomingName", counted, hash, counted_at as "countedAt", begun_by as "begunBy",
  begun_name as "begunName", begun_at as "begunAt", outgoing_at as "outgoingAt", outgoing_note as "outgoingNote",
  incoming_at as "incomingAt", incoming_note as "incomingNote", ended_at as "endedAt"`;

type WhichFund = { areaId: string; fundId: string };
type Which = { areaId: string; id: string };
type Text = { counted: string; hash: string };

export function readHandovers(reader: Reader, { areaId, fundId }: WhichFund): Promise<HandoverRow[]> {
  return reader.query<HandoverRow>(
    `select ${columns} from fund_handovers where area_id = $1 and fund_id = $2 order by state = 'open' desc, begun_at desc, id desc limit 100`,
    [areaId, fundId],
  );
}

/** One, held until the commit. */
export async function takeHandover(tx: Tx, { areaId, id }: Which): Promise<HandoverRow | null> {
  const rows = await tx.query<HandoverRow>(
    `select ${columns} from fund_handovers where area_id = $1 and id = $2 for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

type Begun = Which &
  WhichFund &
  Text & {
    reason: string;
    outgoing: { id: string; name: string };
    incoming: { id: string; name: string };
    by: { id: string; name: string };
  };

/** Answers whether it was begun: one is under way at a time. */
export async function insertHandover(tx: Tx, begun: Begun): Promise<boolean> {
  const { outgoing, incoming, by } = begun;
  const rows = await tx.query(
    `insert into fund_handovers (area_id, id, fund_id, reason, outgoing_id, outgoing_name, incoming_id, incoming_name, counted, hash,
       counted_at, begun_by, begun_name, begun_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $11)
     on conflict (area_id, fund_id) where state = 'open' do nothing returning id`,
    [
      ...[begun.areaId, begun.id, begun.fundId, begun.reason, outgoing.id, outgoing.name, incoming.id, incoming.name],
      ...[begun.counted, begun.hash, tx.now, by.id, by.name],
    ],
  );
  return rows.length > 0;
}

/** What was counted anew takes back both confirmations. */
export async function writeCount(tx: Tx, { areaId, id }: Which, { counted, hash }: Text): Promise<void> {
  await tx.query(
    `update fund_handovers set counted = $3, hash = $4, counted_at = $5, outgoing_at = null, outgoing_note = '', incoming_at = null,
       incoming_note = '' where area_id = $1 and id = $2 and state = 'open'`,
    [areaId, id, counted, hash, tx.now],
  );
}

/** One side agrees; when the other has before, it is done. */
export async function writeConfirmation(
  tx: Tx,
  { areaId, id }: Which,
  { side, note }: { side: 'outgoing' | 'incoming'; note: string },
): Promise<void> {
  const other = side === 'outgoing' ? 'incoming' : 'outgoing';
  await tx.query(
    `update fund_handovers set ${side}_at = $3, ${side}_note = $4,
       state = case when ${other}_at is null then 'open' else 'done' end,
       ended_at = case when ${other}_at is null then null else $3::timestamptz end
     where area_id = $1 and id = $2 and state = 'open'`,
    [areaId, id, tx.now, note],
  );
}

export async function writeDrop(tx: Tx, { areaId, id }: Which): Promise<void> {
  await tx.query(
    `update fund_handovers set state = 'dropped', ended_at = $3 where area_id = $1 and id = $2 and state = 'open'`,
    [areaId, id, tx.now],
  );
}

type Counts = { vouchers: number; papers: number; waiting: number; unmatched: number; questions: number };

/** What a fund's papers come to. */
export async function countPapers(reader: Reader, { areaId, fundId }: WhichFund): Promise<Counts> {
  const rows = await reader.query<Counts>(
    `select (select count(*)::int from vouchers where area_id = $1 and fund_id = $2 and state = 'posted') as vouchers,
       (select count(*)::int from voucher_files where area_id = $1 and fund_id = $2 and live) as papers,
       (select count(*)::int from vouchers where area_id = $1 and fund_id = $2 and state in ('proposed', 'drafted')) as waiting,
       (select count(*)::int from bank_lines where area_id = $1 and fund_id = $2 and voucher_id is null) as unmatched,
       (select count(*)::int from fund_questions
        where area_id = $1 and fund_id = $2 and state = 'shown' and answer is null) as questions`,
    [areaId, fundId],
  );
  return rows[0] ?? { vouchers: 0, papers: 0, waiting: 0, unmatched: 0, questions: 0 };
}
