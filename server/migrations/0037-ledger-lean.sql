-- The ledger with less to check at each posting: what follows from other columns is not kept twice. Source: study/trust.md R8.

-- What an account begins with, and never falls below; where it may, the least that numbers hold exactly.
alter table ledger_accounts add column begins bigint not null default 0, add column floor bigint;
update ledger_accounts set floor = case when never_negative then 0 else -9007199254740991 end;
alter table ledger_accounts alter column floor set not null;
alter table ledger_accounts add constraint ledger_accounts_begins_empty check (begins = 0);
alter table ledger_accounts add constraint ledger_accounts_floor_known check (floor in (0, -9007199254740991));

-- The amount of a line is after - before, and as much as stands - stood.
alter table postings drop constraint postings_account_fkey, drop constraint postings_balance_fkey;
alter table postings add column floor bigint;
update postings set floor = case when never_negative then 0 else -9007199254740991 end;
alter table postings alter column floor set not null;
alter table postings drop constraint postings_balance_key, drop constraint postings_amount_given, drop constraint postings_sum_moves,
  drop constraint postings_balance_moves, drop constraint postings_balance_begins, drop constraint postings_not_below_zero;
alter table postings drop column amount, drop column never_negative;
alter table ledger_accounts drop constraint ledger_accounts_floor_key, drop column never_negative;
alter table ledger_accounts add constraint ledger_accounts_begins_key unique (area_id, book_id, id, floor, begins);
alter table postings add constraint postings_balance_key unique (area_id, book_id, account_id, nth, stands, floor);
alter table postings add constraint postings_moves_alike check (after - before = stands - stood);
alter table postings add constraint postings_not_below_floor check (stands >= floor);
alter table postings add constraint postings_account_fkey foreign key (area_id, book_id, opens_account_id, floor, stood)
  references ledger_accounts (area_id, book_id, id, floor, begins);
alter table postings add constraint postings_balance_fkey foreign key (area_id, book_id, account_id, earlier, stood, floor)
  references postings (area_id, book_id, account_id, nth, stands, floor);

-- The day of an entry is its month and the day of the month; openings and closings have none.
alter table entries add column monthday int;
update entries set monthday = date_part('day', day) where lines is not null;
alter table entries drop constraint entries_month_fits_day, drop constraint entries_reverses_earlier, drop constraint entries_closing_next;
alter table entries drop column day;

-- That a month is closed after the one before it is checked where closings are.
alter table closings add column follows int;
update closings c set follows = e.closed_through from entries e where e.area_id = c.area_id and e.book_id = c.book_id and e.seq = c.seq;
alter table closings alter column follows set not null;
alter table closings add constraint closings_month_next check (month = follows + case when follows % 100 = 12 then 89 else 1 end);
alter table entries drop constraint entries_closing_fkey;
alter table closings drop constraint closings_seq_key;
alter table closings add constraint closings_seq_key unique (area_id, book_id, month, seq, follows);
alter table entries add constraint entries_closing_fkey foreign key (area_id, book_id, closes, seq, closed_through)
  references closings (area_id, book_id, month, seq, follows);
