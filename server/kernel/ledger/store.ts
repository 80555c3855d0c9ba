import { chainStart } from '#shared/chain';
import { addMonths, monthOfDay } from '#shared/months';
import type { Reader, Tx } from '#platform/database';
import type {
  Account,
  AccountSum,
  Book,
  Closing,
  EntriesWanted,
  Entry,
  Month,
  NewAccount,
  NewBook,
  NewEntry,
  WhichBook,
} from './contract.ts';
import {
  aroundLines,
  debitsFirst,
  highest,
  lowest,
  monthdayOf,
  openingKey,
  sumsBefore,
  type OpeningLink,
} from './rules.ts';

/** Adds a book with the first link of its chain; false when there is one with this id. */
export async function insertBook(tx: Tx, book: NewBook, opening: OpeningLink): Promise<boolean> {
  const { areaId, id, unit, name, openedMonth } = book;
  const rows = await tx.query(
    `with book as (
       insert into books (area_id, id, unit, name, opened_month, opens_after) values ($1, $2, $3, $4, $5, $6) on conflict do nothing
       returning id
     ) insert into entries (area_id, book_id, seq, key, month, at, memo, previous_hash, content_hash, hash, closed_through)
     select $1, id, 0, $7, $5, $8, '', $9, $10, $11, $6 from book returning seq`,
    [
      ...[areaId, id, unit, name, openedMonth, addMonths(openedMonth, -1), openingKey, opening.at, chainStart],
      ...[opening.contentHash, opening.hash],
    ],
  );
  return rows.length > 0;
}

/** Adds an account; false when its id or its code is taken. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const { areaId, bookId, id, code, name, kind, neverNegative } = account;
  const rows = await tx.query(
    `insert into ledger_accounts (area_id, book_id, id, code, name, kind, floor)
     select area_id, id, $3, $4, $5, $6, $7 from books where area_id = $1 and id = $2 on conflict do nothing returning id`,
    [areaId, bookId, id, code, name, kind, neverNegative ? 0 : lowest],
  );
  return rows.length > 0;
}

/** Waits for its turn at a book and holds it until the commit: what reads after this in the transaction sees all that was posted. */
export async function takeTurn(tx: Tx, { areaId, bookId }: WhichBook): Promise<void> {
  await tx.query(
    'select id from books where area_id = $1 and id = $2 for no key update',
    [areaId, bookId],
    'ledger.turn',
  );
}

/** What was posted: its link, and the codes and names of the accounts in the order of the lines. */
export type Posted = {
  seq: number;
  previousHash: string;
  contentHash: string;
  hash: string;
  closedThrough: Month;
  codes: string[];
  names: string[];
};

/**
 * Reads what the accounts stand at and the end of the chain, and writes the entry with its lines; or nothing, when an account is
 * unknown, would fall below its floor or rise beyond what numbers hold, the month is closed, or the key stands for an entry already.
 */
export const postText = `with line as materialized (
    select l.line::int, l.amount, l.before, l.account_id, a.code, a.name, a.floor, coalesce(p.nth, 0) as nth, coalesce(p.stands, 0) as stood
    from unnest($4::uuid[], $5::bigint[], $6::bigint[]) with ordinality as l (account_id, amount, before, line)
    left join lateral (select code, name, floor from ledger_accounts where area_id = $1 and book_id = $2 and id = l.account_id
      offset 0) a on true
    left join lateral (select nth, stands from postings where area_id = $1 and book_id = $2 and account_id = l.account_id
      order by nth desc limit 1) p on true
  ), next as materialized (
    select h.seq + 1 as seq, h.hash as previous_hash, h.closed_after, c.content_hash,
      encode(sha256(convert_to(h.hash || E'\\n' || (h.seq + 1)::text || E'\\n' || c.content_hash, 'UTF8')), 'hex') as hash
    from (select seq, hash, closed_after from entries where area_id = $1 and book_id = $2 order by seq desc limit 1) h
    cross join (select encode(sha256(convert_to($7::text
      || array_to_string(array(select '["' || code || '",' || amount::text || ']' from line), ',') || $8::text, 'UTF8')), 'hex') as content_hash) c
    where h.closed_after < $9::int and not exists (select from line where floor is null
      or stood + amount not between floor and ${highest})
  ), entered as (
    insert into entries (area_id, book_id, seq, key, month, monthday, at, memo, ref, reverses, lines, previous_hash, content_hash, hash,
      closed_through)
    select $1, $2, n.seq, $3, $9, $10, $11, $12, $13, $14, cardinality($4::uuid[]), n.previous_hash, n.content_hash, n.hash, n.closed_after
    from next n on conflict (area_id, book_id, key) do nothing returning seq
  ), written as (
    insert into postings (area_id, book_id, seq, line, month, account_id, before, after, nth, stood, stands, floor)
    select $1, $2, e.seq, l.line, $9, l.account_id, l.before, l.before + l.amount, l.nth + 1, l.stood, l.stood + l.amount, l.floor
    from line l cross join entered e
  ) select n.seq, n.previous_hash as "previousHash", n.content_hash as "contentHash", n.hash, n.closed_after as "closedThrough",
      array(select code from line) as codes, array(select name from line) as names from next n cross join entered e`;

export function postValues(tx: { now: Date }, entry: NewEntry, reverses: number | null): unknown[] {
  const { areaId, key, day, memo, ref } = entry;
  const bookId = entry.bookId.toLowerCase();
  const at = tx.now.toISOString();
  const lines = debitsFirst(entry.lines);
  const amounts = lines.map(({ amount }) => amount);
  const [before, after] = aroundLines({ at, bookId, day, key, memo, ref, reverses });
  return [
    ...[areaId, bookId, key, lines.map(({ accountId }) => accountId), amounts, sumsBefore(amounts), before, after],
    ...[monthOfDay(day), monthdayOf(day), at, memo, ref, reverses],
  ];
}

/** Posts under the turn of `takeTurn`. Null when nothing was posted. */
export async function post(tx: Tx, entry: NewEntry, reverses: number | null): Promise<Posted | null> {
  return (await tx.query<Posted>(postText, postValues(tx, entry, reverses), 'ledger.post'))[0] ?? null;
}

export async function readBook(reader: Reader, { areaId, bookId }: WhichBook): Promise<Book | null> {
  const rows = await reader.query<Book>(
    `select b.area_id as "areaId", b.id, b.unit, b.name, b.opened_month as "openedMonth", e.seq as entries, e.hash as head,
       e.closed_after as "closedThrough"
     from books b cross join lateral (select e.seq, e.hash, e.closed_after from entries e where e.area_id = $1 and e.book_id = $2
       order by e.seq desc limit 1) e
     where b.area_id = $1 and b.id = $2`,
    [areaId, bookId],
    'ledger.book',
  );
  return rows[0] ?? null;
}

const accountsText = `select a.book_id as "bookId", a.id, a.code, a.name, a.kind, a.floor = 0 as "neverNegative",
    coalesce(p.stands, 0)::bigint as balance, coalesce(p.nth, 0) as postings
  from ledger_accounts a left join lateral (select p.stands, p.nth from postings p where p.area_id = $1 and p.book_id = $2
    and p.account_id = a.id order by p.nth desc limit 1) p on true
  where a.area_id = $1 and a.book_id = $2`;

/** The accounts of a book by code, each with its balance. */
export function readAccounts(reader: Reader, { areaId, bookId }: WhichBook): Promise<Account[]> {
  return reader.query<Account>(`${accountsText} order by a.code collate "C"`, [areaId, bookId], 'ledger.accounts');
}

/** One account with its balance; null when the book has none of this id. */
export async function readAccount(
  reader: Reader,
  { areaId, bookId, id }: WhichBook & { id: string },
): Promise<Account | null> {
  return (
    (await reader.query<Account>(`${accountsText} and a.id = $3`, [areaId, bookId, id], 'ledger.account'))[0] ?? null
  );
}

export const balanceText = `select stands from postings where area_id = $1 and book_id = $2 and account_id = $3 order by nth desc limit 1`;

/** What an account stands at; zero when nothing has moved it. */
export async function readBalance(reader: Reader, { areaId, bookId, id }: WhichBook & { id: string }): Promise<number> {
  const rows = await reader.query<{ stands: number }>(balanceText, [areaId, bookId, id], 'ledger.balance');
  return rows[0]?.stands ?? 0;
}

const entryColumns = `case when e.seq = 0 then 'opening' when e.closes is null then 'entry' else 'closing' end as kind, e.seq, e.key,
  coalesce(make_date(e.month / 100, e.month % 100, e.monthday), (e.at at time zone 'Asia/Shanghai')::date) as day, e.month, e.at, e.memo, e.ref, e.reverses, e.closes, e.previous_hash as "previousHash",
  e.content_hash as "contentHash", e.hash, e.closed_through as "closedThrough", r.seq as "reversedBy", coalesce(l.lines, '[]') as lines`;

const withLines = `left join entries r on r.area_id = $1 and r.book_id = $2 and r.reverses = e.seq
  left join lateral (
    select json_agg(json_build_object('line', p.line, 'accountId', p.account_id, 'code', a.code, 'name', a.name, 'amount', p.after - p.before)
      order by p.line) as lines
    from postings p join ledger_accounts a on a.area_id = $1 and a.book_id = $2 and a.id = p.account_id
    where p.area_id = $1 and p.book_id = $2 and p.seq = e.seq) l on true`;

export async function readEntry(
  reader: Reader,
  { areaId, bookId, seq }: WhichBook & { seq: number },
): Promise<Entry | null> {
  const rows = await reader.query<Entry>(
    `select ${entryColumns} from entries e ${withLines} where e.area_id = $1 and e.book_id = $2 and e.seq = $3`,
    [areaId, bookId, seq],
    'ledger.entry',
  );
  return rows[0] ?? null;
}

/** What stands under a key; null when nothing does. */
export async function readByKey(
  reader: Reader,
  { areaId, bookId, key }: WhichBook & { key: string },
): Promise<Entry | null> {
  const rows = await reader.query<Entry>(
    `select ${entryColumns} from entries e ${withLines} where e.area_id = $1 and e.book_id = $2 and e.key = $3`,
    [areaId, bookId, key],
    'ledger.by-key',
  );
  return rows[0] ?? null;
}

const ofBook = `select e.* from entries e where e.area_id = $1 and e.book_id = $2 and e.month between $3 and $4 and e.lines is not null
  and (e.month, e.seq) < ($5, $6) order by e.month desc, e.seq desc limit $7`;
const ofAccount = `select e.* from postings p join entries e on e.area_id = $1 and e.book_id = $2 and e.seq = p.seq
  where p.area_id = $1 and p.book_id = $2 and p.account_id = $8 and p.month between $3 and $4
    and (p.month, p.seq) < ($5, $6) order by p.month desc, p.seq desc limit $7`;

const latest = 2_147_483_647;

/** Entries of a stretch of months with their lines, the newest first; closings are none of them. */
export function readEntries(reader: Reader, wanted: EntriesWanted): Promise<Entry[]> {
  const { areaId, bookId, from, to, accountId, after, limit } = wanted;
  const values = [areaId, bookId, from, to, after?.month ?? latest, after?.seq ?? latest, limit];
  return reader.query<Entry>(
    `select ${entryColumns} from (${accountId ? ofAccount : ofBook}) e ${withLines} order by e.month desc, e.seq desc`,
    accountId ? [...values, accountId] : values,
    accountId ? 'ledger.entries-of-account' : 'ledger.entries',
  );
}

/** Every link of the chain of a book, its opening (0), entries and closings, from a place on, in the order in which they were written. */
export function readChain(
  reader: Reader,
  { areaId, bookId, fromSeq, limit }: WhichBook & { fromSeq: number; limit: number },
): Promise<Entry[]> {
  return reader.query<Entry>(
    `select ${entryColumns} from entries e ${withLines} where e.area_id = $1 and e.book_id = $2 and e.seq >= $3 order by e.seq limit $4`,
    [areaId, bookId, fromSeq, limit],
    'ledger.chain',
  );
}

export type SumsWanted = WhichBook & { from: Month; to: Month };

/** Closed months are read from what was kept at their closing, open ones from their lines. */
export const sumsText = `with book as materialized (
    select closed_after as closed_through from entries where area_id = $1 and book_id = $2 order by seq desc limit 1
  ) select a.id as "accountId", a.code, a.name, a.kind, s.opening, s.debit, s.credit, s.opening + s.debit - s.credit as closing
  from ledger_accounts a cross join book b
  left join closing_lines base on base.area_id = $1 and base.book_id = $2 and base.account_id = a.id
    and base.month = least($5, b.closed_through)
  cross join lateral (
    select coalesce(sum(c.debit), 0)::bigint as debit, coalesce(sum(c.credit), 0)::bigint as credit
    from closing_lines c where c.area_id = $1 and c.book_id = $2 and c.account_id = a.id and c.month between $3 and $4) closed
  cross join lateral (
    select coalesce(sum(p.after - p.before) filter (where p.month < $3), 0)::bigint as before,
      coalesce(sum(p.after - p.before) filter (where p.month >= $3 and p.after > p.before), 0)::bigint as debit,
      -coalesce(sum(p.after - p.before) filter (where p.month >= $3 and p.after < p.before), 0)::bigint as credit
    from postings p where p.area_id = $1 and p.book_id = $2 and p.account_id = a.id and p.month > b.closed_through
      and p.month <= $4) open
  cross join lateral (
    select coalesce(base.balance, 0) + open.before as opening, closed.debit + open.debit as debit, closed.credit + open.credit as credit) s
  where a.area_id = $1 and a.book_id = $2 order by a.code collate "C"`;

export function readSums(reader: Reader, { areaId, bookId, from, to }: SumsWanted): Promise<AccountSum[]> {
  return reader.query<AccountSum>(sumsText, [areaId, bookId, from, to, addMonths(from, -1)], 'ledger.sums');
}

/** The closed months of a book, in order, with what each account did in them and stood at. */
export function readClosings(
  reader: Reader,
  { areaId, bookId, from, to }: WhichBook & { from: Month; to: Month },
): Promise<Closing[]> {
  return reader.query<Closing>(
    `select c.month, c.seq, e.at, json_build_object('id', c.by_id, 'name', c.by_name) as by, e.previous_hash as "previousHash",
       e.content_hash as "contentHash", e.hash, coalesce(l.sums, '[]') as sums
     from closings c join entries e on e.area_id = $1 and e.book_id = $2 and e.seq = c.seq
     left join lateral (
       select json_agg(json_build_object('accountId', l.account_id, 'code', a.code, 'name', a.name, 'debit', l.debit, 'credit', l.credit,
         'balance', l.balance) order by a.code collate "C") as sums
       from closing_lines l join ledger_accounts a on a.area_id = $1 and a.book_id = $2 and a.id = l.account_id
       where l.area_id = $1 and l.book_id = $2 and l.month = c.month) l on true
     where c.area_id = $1 and c.book_id = $2 and c.month between $3 and $4 order by c.month`,
    [areaId, bookId, from, to],
    'ledger.closings',
  );
}
