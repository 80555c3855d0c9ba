-- Ledger 账簿: double entry in whole fen or points, of rows that are only ever added. That every entry adds up to zero, every balance is
-- what its lines add up to, and nothing comes into a closed month, is held by keys and checks: docs/decisions/0022-ledger.md.
-- Source: A17, C65, X18; study/trust.md R8.
create table books (
  area_id uuid not null,
  id uuid not null,
  unit text not null,
  name text not null,
  opened_month int not null,
  -- The month before the first counts as closed.
  opens_after int not null,
  constraint books_pkey primary key (area_id, id),
  constraint books_opening_key unique (area_id, id, opens_after),
  constraint books_unit_known check (unit in ('fen', 'points')),
  constraint books_name_given check (length(name) between 1 and 100),
  constraint books_opened_month_real check (opened_month between 190001 and 999912 and opened_month % 100 between 1 and 12),
  constraint books_opens_after_fits check (opens_after = opened_month - case when opened_month % 100 = 1 then 89 else 1 end)
);

create table ledger_accounts (
  area_id uuid not null,
  book_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  never_negative boolean not null,
  constraint ledger_accounts_pkey primary key (area_id, book_id, id),
  constraint ledger_accounts_code_key unique (area_id, book_id, code),
  constraint ledger_accounts_floor_key unique (area_id, book_id, id, never_negative),
  constraint ledger_accounts_code_plain check (code ~ '^[0-9A-Za-z.-]{1,20}$'),
  constraint ledger_accounts_name_given check (length(name) between 1 and 100),
  constraint ledger_accounts_kind_known check (kind in ('asset', 'income', 'expense', 'equity', 'liability'))
);
alter table ledger_accounts add constraint ledger_accounts_book_fkey foreign key (area_id, book_id) references books (area_id, id);

-- The chain of a book: its opening (0), entries 分录 (with lines) and closings of months 月结, one after another, each bound to the one before
-- by number, hash and the last closed month. So what comes after a closing says so.
create table entries (
  area_id uuid not null,
  book_id uuid not null,
  seq int not null,
  key text not null,
  day date not null,
  month int not null,
  at timestamptz not null,
  memo text not null,
  ref text,
  reverses int,
  closes int,
  lines int,
  previous_hash text not null,
  content_hash text not null,
  hash text not null,
  -- The last closed month before it, and with it.
  closed_through int not null,
  closed_after int generated always as (coalesce(closes, closed_through)) stored,
  previous int generated always as (nullif(seq, 0) - 1) stored,
  opens_after int generated always as (case when seq = 0 then closed_through end) stored,
  total bigint generated always as (0) stored,
  constraint entries_pkey primary key (area_id, book_id, seq),
  constraint entries_key_key unique (area_id, book_id, key),
  constraint entries_month_key unique (area_id, book_id, month, seq),
  constraint entries_chain_key unique (area_id, book_id, seq, closed_after, hash),
  constraint entries_month_open check (month > closed_through),
  constraint entries_month_fits_day check (lines is null or month = date_part('year', day) * 100 + date_part('month', day)),
  constraint entries_lines_or_closing check ((lines is null) = (closes is not null or seq = 0)),
  constraint entries_closing_next check (closes is null or closes = closed_through + case when closed_through % 100 = 12 then 89 else 1 end
    and month = closes and reverses is null),
  constraint entries_reverses_earlier check (reverses < seq),
  constraint entries_hash_chained check (
    hash = encode(sha256(convert_to(previous_hash || E'\n' || seq::text || E'\n' || content_hash, 'UTF8')), 'hex'))
);
-- What was reversed once is not reversed again.
create unique index entries_reverses_key on entries (area_id, book_id, reverses) where reverses is not null;

-- Lines of entries 分录行: the sum of an entry begins at zero, is zero again at its last line, and goes on from nothing.
create table postings (
  area_id uuid not null,
  book_id uuid not null,
  seq int not null,
  line int not null,
  month int not null,
  account_id uuid not null,
  amount bigint not null,
  -- What the entry adds up to without and with this line.
  before bigint not null,
  after bigint not null,
  -- The how-manieth of its account, and what the account stood at without and with it.
  nth int not null,
  stood bigint not null,
  stands bigint not null,
  never_negative boolean not null,
  opens_seq int generated always as (case when line = 1 then seq end) stored,
  previous int generated always as (nullif(line, 1) - 1) stored,
  opens_account_id uuid generated always as (case when nth = 1 then account_id end) stored,
  earlier int generated always as (nullif(nth, 1) - 1) stored,
  constraint postings_pkey primary key (area_id, book_id, seq, line),
  constraint postings_sum_key unique (area_id, book_id, seq, line, after, month),
  constraint postings_balance_key unique (area_id, book_id, account_id, nth, stands, never_negative),
  constraint postings_amount_given check (amount <> 0),
  constraint postings_sum_moves check (after = before + amount),
  constraint postings_sum_begins check ((line = 1) = (before = 0)),
  constraint postings_balance_moves check (stands = stood + amount),
  constraint postings_balance_begins check (nth > 1 or stood = 0),
  constraint postings_not_below_zero check (not never_negative or stands >= 0)
);
create index postings_account_idx on postings (area_id, book_id, account_id, month desc, seq desc);

create table closings (
  area_id uuid not null,
  book_id uuid not null,
  month int not null,
  seq int not null,
  by_id text not null,
  by_name text not null,
  constraint closings_pkey primary key (area_id, book_id, month),
  constraint closings_seq_key unique (area_id, book_id, month, seq)
);

-- What each account did in a closed month, and stood at after it.
create table closing_lines (
  area_id uuid not null,
  book_id uuid not null,
  month int not null,
  account_id uuid not null,
  debit bigint not null,
  credit bigint not null,
  balance bigint not null,
  constraint closing_lines_pkey primary key (area_id, book_id, month, account_id),
  constraint closing_lines_positive check (debit >= 0 and credit >= 0)
);

alter table entries add constraint entries_opening_fkey foreign key (area_id, book_id, opens_after) references books (area_id, id, opens_after);
alter table entries add constraint entries_chain_fkey foreign key (area_id, book_id, previous, closed_through, previous_hash)
  references entries (area_id, book_id, seq, closed_after, hash);
alter table entries add constraint entries_reverses_fkey foreign key (area_id, book_id, reverses) references entries (area_id, book_id, seq);
alter table entries add constraint entries_total_fkey foreign key (area_id, book_id, seq, lines, total, month)
  references postings (area_id, book_id, seq, line, after, month);
alter table entries add constraint entries_closing_fkey foreign key (area_id, book_id, closes, seq)
  references closings (area_id, book_id, month, seq);
alter table postings add constraint postings_entry_fkey foreign key (area_id, book_id, month, opens_seq)
  references entries (area_id, book_id, month, seq);
alter table postings add constraint postings_sum_fkey foreign key (area_id, book_id, seq, previous, before, month)
  references postings (area_id, book_id, seq, line, after, month);
alter table postings add constraint postings_account_fkey foreign key (area_id, book_id, opens_account_id, never_negative)
  references ledger_accounts (area_id, book_id, id, never_negative);
alter table postings add constraint postings_balance_fkey foreign key (area_id, book_id, account_id, earlier, stood, never_negative)
  references postings (area_id, book_id, account_id, nth, stands, never_negative);
alter table closings add constraint closings_entry_fkey foreign key (area_id, book_id, month, seq)
  references entries (area_id, book_id, month, seq);
alter table closing_lines add constraint closing_lines_closing_fkey foreign key (area_id, book_id, month)
  references closings (area_id, book_id, month);
alter table closing_lines add constraint closing_lines_account_fkey foreign key (area_id, book_id, account_id)
  references ledger_accounts (area_id, book_id, id);

grant select, insert on books, ledger_accounts, entries, postings, closings, closing_lines to liren_app;
-- Who posts holds the book's row for its turn.
grant update (name) on books to liren_app;
