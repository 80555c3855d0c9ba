import type { Tx } from '#platform/database';
import type { Month, Person, WhichBook } from '../contract.ts';
import { aroundBalances, closingKey } from '../rules.ts';

const closeText = `with head as materialized (
    select seq, hash, closed_after from entries where area_id = $1 and book_id = $2 order by seq desc limit 1
  ), line as materialized (
    select a.id, a.code, m.debit, m.credit, coalesce(base.balance, 0) + m.debit - m.credit as balance
    from ledger_accounts a cross join head b
    left join closing_lines base on base.area_id = $1 and base.book_id = $2 and base.account_id = a.id and base.month = b.closed_after
    cross join lateral (
      select coalesce(sum(p.after - p.before) filter (where p.after > p.before), 0)::bigint as debit,
        -coalesce(sum(p.after - p.before) filter (where p.after < p.before), 0)::bigint as credit
      from postings p where p.area_id = $1 and p.book_id = $2 and p.account_id = a.id and p.month = $3) m
    where a.area_id = $1 and a.book_id = $2
  ), told as materialized (
    select encode(sha256(convert_to(
      $4::text || coalesce(string_agg('["' || code || '",' || balance || ']', ',' order by code collate "C"), '') || $5::text, 'UTF8')), 'hex') as content_hash
    from line
  ), next as materialized (
    select b.seq + 1 as seq, b.hash as previous_hash, b.closed_after, t.content_hash,
      encode(sha256(convert_to(b.hash || E'\\n' || (b.seq + 1) || E'\\n' || t.content_hash, 'UTF8')), 'hex') as hash
    from head b cross join told t
  ), entered as (
    insert into entries (area_id, book_id, seq, key, month, at, memo, closes, previous_hash, content_hash, hash, closed_through)
    select $1, $2, n.seq, $6, $3, $7, '', $3, n.previous_hash, n.content_hash, n.hash, n.closed_after from next n
  ), closed as (
    insert into closings (area_id, book_id, month, seq, follows, by_id, by_name)
    select $1, $2, $3, n.seq, n.closed_after, $8, $9 from next n
  ) insert into closing_lines (area_id, book_id, month, account_id, debit, credit, balance)
    select $1, $2, $3, l.id, l.debit, l.credit, l.balance from line l cross join next n`;

/** Closes the month after the last closed one, under the turn of `takeTurn`. */
export async function closeMonth(
  tx: Tx,
  { areaId, bookId, month, by }: WhichBook & { month: Month; by: Person },
): Promise<void> {
  const at = tx.now.toISOString();
  const key = closingKey(month);
  const [before, after] = aroundBalances({ at, bookId, key, month });
  await tx.query(closeText, [areaId, bookId, month, before, after, key, at, by.id, by.name], 'ledger.close');
}
