import type { Reader } from '#platform/database';
import type { Fault } from '../contract.ts';

/** One fault per row: its kind, book, link and account. Each reads one snapshot, so that what is just being posted is no fault. */
const faultsText = `
  select 'unbalanced' as kind, e.book_id as "bookId", e.seq, null::uuid as "accountId" from entries e
  left join lateral (select count(*) as lines, coalesce(sum(p.after - p.before), 0) as sum, coalesce(bool_and(p.month = e.month), true) as fits
    from postings p where p.area_id = $1 and p.book_id = e.book_id and p.seq = e.seq) p on true
  where e.area_id = $1 and (p.sum <> 0 or p.lines <> coalesce(e.lines, 0) or not p.fits)
  union all
  select distinct 'unbalanced', p.book_id, p.seq, null::uuid from postings p
  where p.area_id = $1 and not exists (select from entries e where e.area_id = $1 and e.book_id = p.book_id and e.seq = p.seq)
  union all
  select 'balance', p.book_id, p.seq, p.account_id from (
    select book_id, seq, line, account_id, nth, stands, floor, row_number() over w as expected, sum(after - before) over w as sum
    from postings where area_id = $1 window w as (partition by book_id, account_id order by nth)) p
  join ledger_accounts a on a.area_id = $1 and a.book_id = p.book_id and a.id = p.account_id
  where p.nth <> p.expected or p.stands <> p.sum or p.floor <> a.floor or p.stands < p.floor
  union all
  select 'chain', e.book_id, e.seq, null from (
    select book_id, seq, hash, previous_hash, content_hash,
      coalesce(lag(hash) over w, repeat('0', 64)) as expected, coalesce(lag(seq) over w, -1) + 1 as next
    from entries where area_id = $1 window w as (partition by book_id order by seq)) e
  where e.previous_hash <> e.expected or e.seq <> e.next
    or e.hash <> encode(sha256(convert_to(e.previous_hash || E'\\n' || e.seq || E'\\n' || e.content_hash, 'UTF8')), 'hex')
  union all
  select 'chain', b.id, null, null from books b
  where b.area_id = $1 and not exists (select from entries e where e.area_id = $1 and e.book_id = b.id and e.seq = 0)
  union all
  select 'closed-month', e.book_id, e.seq, null from entries e
  where e.area_id = $1 and exists (select from entries c where c.area_id = $1 and c.book_id = e.book_id and c.closes >= e.month and c.seq < e.seq)
  union all
  select 'content', e.book_id, e.seq, null from entries e
  left join lateral (select string_agg('["' || a.code || '",' || (p.after - p.before) || ']', ',' order by p.line) as lines
    from postings p join ledger_accounts a on a.area_id = $1 and a.book_id = p.book_id and a.id = p.account_id
    where p.area_id = $1 and p.book_id = e.book_id and p.seq = e.seq) l on true
  where e.area_id = $1 and e.lines is not null and e.content_hash <> encode(sha256(convert_to(
      '{"at":"' || to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","book":"' || e.book_id || '","day":"' || make_date(e.month / 100, e.month % 100, e.monthday)
      || '","key":' || to_json(e.key) || ',"lines":[' || coalesce(l.lines, '') || '],"memo":' || to_json(e.memo) || ',"ref":'
      || coalesce(to_json(e.ref)::text, 'null') || ',"reverses":' || coalesce(e.reverses::text, 'null') || '}', 'UTF8')), 'hex')
  union all
  select 'closing', l.book_id, c.seq, l.account_id from closing_lines l
  join closings c on c.area_id = $1 and c.book_id = l.book_id and c.month = l.month
  left join lateral (select coalesce(sum(p.after - p.before), 0) as balance,
      coalesce(sum(p.after - p.before) filter (where p.month = l.month and p.after > p.before), 0) as debit,
      -coalesce(sum(p.after - p.before) filter (where p.month = l.month and p.after < p.before), 0) as credit
    from postings p where p.area_id = $1 and p.book_id = l.book_id and p.account_id = l.account_id and p.month <= l.month) p on true
  where l.area_id = $1 and (p.balance, p.debit, p.credit) is distinct from (l.balance, l.debit, l.credit)
  union all
  select 'reversal', e.book_id, e.seq, null from entries e
  where e.area_id = $1 and e.reverses is not null and exists (
    select from (select account_id, after - before as amount from postings where area_id = $1 and book_id = e.book_id and seq = e.seq) x
    full join (select account_id, after - before as amount from postings where area_id = $1 and book_id = e.book_id and seq = e.reverses) y using (account_id)
    where x.amount is null or y.amount is null or x.amount <> -y.amount)
  order by 1, 2, 3, 4`;

/** Everything in the books of an area that may never be, in one look; empty as long as the database holds what it promises. */
export function findFaults(reader: Reader, areaId: string): Promise<Fault[]> {
  return reader.query<Fault>(faultsText, [areaId]);
}
