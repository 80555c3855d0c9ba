-- Funds 资金: public money with its papers. Every voucher that counts is an entry of the fund's book, and every payment has been seen by
-- two people. Source: C38–C42, F20–F22.
create table funds (
  area_id uuid not null,
  id uuid not null,
  -- A fund of names.yaml: public-revenue, neighbour-fund, community-welfare.
  word text not null,
  -- The estate whose money it is; none for that of the community.
  estate_id uuid,
  book_id uuid not null,
  name text not null,
  bank_name text not null default '',
  -- The last four digits of the account at the bank; the others are nobody's business here.
  bank_tail text not null default '',
  opened_on date not null,
  hotline text not null default '',
  opinion_box text not null default '',
  state text not null default 'open',
  -- The month whose account is being looked at: of it, and of those before, nothing is posted meanwhile.
  held_through int,
  constraint funds_pkey primary key (area_id, id),
  constraint funds_place_key unique nulls not distinct (area_id, word, estate_id),
  constraint funds_book_key unique (area_id, id, book_id),
  constraint funds_book_once_key unique (area_id, book_id),
  constraint funds_state_known check (state in ('open', 'closed')),
  constraint funds_tail_digits check (bank_tail ~ '^([0-9]{4})?$'),
  constraint funds_book_fkey foreign key (area_id, book_id) references books (area_id, id)
);

create table vouchers (
  area_id uuid not null,
  fund_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  kind text not null,
  way text not null,
  receipt_no text not null default '',
  day date not null,
  month int not null,
  amount bigint not null,
  -- What it does to the account at the bank.
  bank_amount bigint not null,
  -- The kind of income or expense; of a transfer where the money goes.
  account_id uuid not null,
  -- Who paid, or was paid.
  party text not null default '',
  payee_user_id text,
  -- Members of the committee who have to do with whoever is paid, and how.
  related_ids text[] not null default '{}',
  related_note text not null default '',
  memo text not null,
  -- What a matter lays beside it: contract, acceptance; labels with their lines.
  shown jsonb not null default '[]',
  -- What of it goes on to other funds: kind of fund → basis points. Source: X18.
  split jsonb,
  matter_id uuid,
  step text,
  state text not null,
  -- Grows with each change, so that nobody approves what they have not seen.
  version int not null default 1,
  made_at timestamptz not null,
  drafted_by text,
  drafted_name text,
  drafted_at timestamptz,
  approved_by text,
  approved_name text,
  approved_at timestamptz,
  refused_by text,
  refused_name text,
  refused_at timestamptz,
  refused_reason text not null default '',
  serial int,
  number text,
  entry_seq int,
  -- The entry that takes back what the corrected voucher posted.
  reversal_seq int,
  corrects uuid,
  constraint vouchers_pkey primary key (area_id, fund_id, id),
  constraint vouchers_bank_key unique (area_id, fund_id, id, bank_amount),
  constraint vouchers_number_key unique (area_id, fund_id, month, serial),
  constraint vouchers_entry_key unique (area_id, book_id, entry_seq),
  constraint vouchers_reversal_key unique (area_id, book_id, reversal_seq),
  constraint vouchers_kind_known check (kind in ('income', 'payment', 'transfer', 'correction')),
  constraint vouchers_way_known check (way in ('bank', 'cash', 'receipt')),
  constraint vouchers_state_known check (state in ('proposed', 'drafted', 'posted', 'refused')),
  constraint vouchers_amount_some check (amount > 0 or (kind = 'correction' and amount = 0)),
  constraint vouchers_month_of_day check (month = extract(year from day) * 100 + extract(month from day)),
  constraint vouchers_receipt_named check (way <> 'receipt' or receipt_no <> '' or state = 'proposed'),
  constraint vouchers_carried check ((matter_id is null) = (step is null)),
  constraint vouchers_corrects check ((kind = 'correction') = (corrects is not null)),
  constraint vouchers_drafted_whole check ((drafted_by is null) = (drafted_at is null)
    and (state in ('proposed', 'refused') or drafted_by is not null)),
  constraint vouchers_refused_whole check ((state = 'refused') = (refused_at is not null)
    and (refused_by is null) = (refused_at is null)),
  constraint vouchers_posted_whole check ((state = 'posted') = (serial is not null) and (serial is null) = (number is null)
    and (state = 'posted') = (entry_seq is not null or reversal_seq is not null)
    and (reversal_seq is null or kind = 'correction')),
  constraint vouchers_number_of_month check (number = month || '-' || lpad(serial::text, greatest(3, length(serial::text)), '0')),
  -- Four eyes: only income is posted by one alone.
  constraint vouchers_four_eyes check (state <> 'posted' or kind = 'income' or (approved_by is not null and drafted_by is not null)),
  constraint vouchers_approver_other check (approved_by <> drafted_by),
  constraint vouchers_payee_other check (payee_user_id <> drafted_by and payee_user_id <> approved_by),
  constraint vouchers_related_other check (approved_by is null or not approved_by = any (related_ids)),
  constraint vouchers_fund_fkey foreign key (area_id, fund_id, book_id) references funds (area_id, id, book_id),
  constraint vouchers_account_fkey foreign key (area_id, book_id, account_id)
    references ledger_accounts (area_id, book_id, id),
  constraint vouchers_entry_fkey foreign key (area_id, book_id, entry_seq) references entries (area_id, book_id, seq),
  constraint vouchers_reversal_fkey foreign key (area_id, book_id, reversal_seq) references entries (area_id, book_id, seq),
  constraint vouchers_corrects_fkey foreign key (area_id, fund_id, corrects) references vouchers (area_id, fund_id, id)
);
-- A voucher is corrected once; what corrects it may be corrected in turn.
create unique index vouchers_corrected_key on vouchers (area_id, fund_id, corrects) where corrects is not null and state <> 'refused';
-- A step of a matter has one payment at a time; what of it goes on to other funds comes in there, once in each.
create unique index vouchers_carried_key on vouchers (area_id, matter_id, step)
  where matter_id is not null and kind <> 'income' and state in ('proposed', 'drafted');
create index vouchers_month_idx on vouchers (area_id, fund_id, month desc, serial desc) where state = 'posted';
create index vouchers_state_idx on vouchers (area_id, fund_id, state, made_at desc, id desc);
create index vouchers_matter_idx on vouchers (area_id, matter_id) where matter_id is not null;

-- The papers of vouchers: one paper serves one voucher.
create table voucher_files (
  area_id uuid not null,
  fund_id uuid not null,
  voucher_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  -- False once its voucher was refused or it was taken off a draft.
  live boolean not null default true,
  constraint voucher_files_pkey primary key (area_id, fund_id, voucher_id, file_id),
  constraint voucher_files_voucher_fkey foreign key (area_id, fund_id, voucher_id) references vouchers (area_id, fund_id, id)
);
create unique index voucher_files_once_key on voucher_files (area_id, fund_id, sha256) where live;

-- What the bank says happened, in the order in which it says so.
create table bank_lines (
  area_id uuid not null,
  fund_id uuid not null,
  id uuid not null,
  place int not null,
  day date not null,
  serial text not null,
  amount bigint not null,
  balance bigint not null,
  party text not null default '',
  memo text not null default '',
  statement_hash text not null,
  imported_at timestamptz not null,
  voucher_id uuid,
  matched_by text,
  matched_name text,
  matched_at timestamptz,
  constraint bank_lines_pkey primary key (area_id, fund_id, id),
  constraint bank_lines_serial_key unique (area_id, fund_id, serial),
  constraint bank_lines_place_key unique (area_id, fund_id, place),
  constraint bank_lines_voucher_key unique (area_id, fund_id, voucher_id),
  constraint bank_lines_amount_some check (amount <> 0),
  constraint bank_lines_matched_whole check ((voucher_id is null) = (matched_by is null) and (voucher_id is null) = (matched_at is null)),
  constraint bank_lines_fund_fkey foreign key (area_id, fund_id) references funds (area_id, id),
  -- A line belongs to a voucher that moves the same amount.
  constraint bank_lines_voucher_fkey foreign key (area_id, fund_id, voucher_id, amount)
    references vouchers (area_id, fund_id, id, bank_amount)
);
create index bank_lines_open_idx on bank_lines (area_id, fund_id, place) where voucher_id is null;

grant select, insert on funds, vouchers, voucher_files, bank_lines to liren_app;
grant update (name, bank_name, bank_tail, hotline, opinion_box, state, held_through) on funds to liren_app;
grant update (kind, way, receipt_no, day, month, amount, bank_amount, account_id, party, payee_user_id, related_ids, related_note, memo,
  state, version, drafted_by, drafted_name, drafted_at, approved_by, approved_name, approved_at, refused_by, refused_name, refused_at,
  refused_reason, serial, number, entry_seq, reversal_seq) on vouchers to liren_app;
grant update (live) on voucher_files to liren_app;
grant update (voucher_id, matched_by, matched_name, matched_at) on bank_lines to liren_app;
