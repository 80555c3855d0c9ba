-- Disclosures 公开账单: a fund's account of a month, drafted, checked by the supervision group, approved, and from then on frozen;
-- questions on its lines; the hand-over of the books. Source: C42, F20, F22, N55.
create table disclosures (
  area_id uuid not null,
  fund_id uuid not null,
  month int not null,
  book_id uuid not null,
  state text not null,
  -- Word for word what is shown, as canonical JSON: the text its hash is taken of.
  statement text not null,
  hash text not null,
  opening bigint not null,
  income bigint not null,
  expense bigint not null,
  other bigint not null,
  closing bigint not null,
  drafted_by text not null,
  drafted_name text not null,
  drafted_at timestamptz not null,
  checked_by text,
  checked_name text,
  checked_at timestamptz,
  checked_note text not null default '',
  approved_by text,
  approved_name text,
  published_at timestamptz,
  -- Why it was given back; empty once it was drafted anew.
  returned_reason text not null default '',
  returned_name text not null default '',
  -- The month again once it is published: what is published refers to what was approved.
  published_month int,
  constraint disclosures_pkey primary key (area_id, fund_id, month),
  constraint disclosures_frozen_key unique (area_id, fund_id, month, state, hash, drafted_by, drafted_name, checked_by, checked_name,
    checked_note, approved_by, approved_name, published_at),
  constraint disclosures_month_real check (month between 190001 and 299912 and month % 100 between 1 and 12),
  constraint disclosures_state_known check (state in ('drafted', 'checked', 'published')),
  constraint disclosures_hash_true check (hash = encode(sha256(convert_to(statement, 'UTF8')), 'hex')),
  constraint disclosures_adds_up check (closing = opening + income - expense + other),
  constraint disclosures_figures_shown check (opening = (statement::jsonb ->> 'opening')::bigint
    and income = (statement::jsonb ->> 'in')::bigint and expense = (statement::jsonb ->> 'out')::bigint
    and other = (statement::jsonb ->> 'other')::bigint and closing = (statement::jsonb ->> 'closing')::bigint),
  constraint disclosures_checker_other check (checked_by <> drafted_by),
  constraint disclosures_approver_other check (approved_by <> drafted_by),
  constraint disclosures_checked_whole check ((checked_by is null) = (checked_at is null) and (checked_by is null) = (checked_name is null)
    and (state = 'drafted') = (checked_by is null)),
  constraint disclosures_published_whole check ((state = 'published') = (published_at is not null)
    and (published_at is null) = (approved_by is null) and (published_at is null) = (approved_name is null)
    and (published_at is null) = (published_month is null)),
  constraint disclosures_published_itself check (published_month = month),
  constraint disclosures_returned_draft check (returned_reason = '' or state = 'drafted'),
  constraint disclosures_fund_fkey foreign key (area_id, fund_id, book_id) references funds (area_id, id, book_id)
);
-- One month of a fund is before those who check it at a time.
create unique index disclosures_open_key on disclosures (area_id, fund_id) where state <> 'published';

-- What is published. It refers to all that was approved, so that no word of that can be changed; and to the closing of the ledger.
create table disclosure_publications (
  area_id uuid not null,
  fund_id uuid not null,
  month int not null,
  book_id uuid not null,
  state text not null,
  hash text not null,
  drafted_by text not null,
  drafted_name text not null,
  checked_by text not null,
  checked_name text not null,
  checked_note text not null,
  approved_by text not null,
  approved_name text not null,
  published_at timestamptz not null,
  constraint disclosure_publications_pkey primary key (area_id, fund_id, month),
  constraint disclosure_publications_final check (state = 'published'),
  constraint disclosure_publications_frozen_fkey foreign key (area_id, fund_id, month, state, hash, drafted_by, drafted_name, checked_by,
    checked_name, checked_note, approved_by, approved_name, published_at) references disclosures (area_id, fund_id, month, state, hash,
    drafted_by, drafted_name, checked_by, checked_name, checked_note, approved_by, approved_name, published_at),
  constraint disclosure_publications_closed_fkey foreign key (area_id, book_id, month) references closings (area_id, book_id, month)
);
alter table disclosures add constraint disclosures_published_fkey foreign key (area_id, fund_id, published_month)
  references disclosure_publications (area_id, fund_id, month);

-- Questions on a line of a published account, shown after somebody has looked at them.
create table fund_questions (
  area_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  book_id uuid not null,
  seq int not null,
  words text not null,
  asked_by text not null,
  asked_as text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting',
  reason text not null default '',
  moderated_by text,
  moderated_name text,
  moderated_at timestamptz,
  answer text,
  answered_by text,
  answered_name text,
  answered_at timestamptz,
  constraint fund_questions_pkey primary key (area_id, id),
  constraint fund_questions_state_known check (state in ('waiting', 'shown', 'declined')),
  constraint fund_questions_asked_as_known check (asked_as in ('owner', 'resident')),
  constraint fund_questions_words_some check (words <> ''),
  constraint fund_questions_moderated_whole check ((state = 'waiting') = (moderated_at is null)
    and (moderated_by is null) = (moderated_at is null)),
  constraint fund_questions_declined_why check ((state = 'declined') = (reason <> '')),
  constraint fund_questions_answered_whole check ((answered_at is null) = (answer is null) and (answered_by is null) = (answer is null)
    and (answered_name is null) = (answer is null)),
  constraint fund_questions_shown_first check (answer is null or state = 'shown'),
  constraint fund_questions_moderator_other check (moderated_by <> asked_by),
  constraint fund_questions_answerer_other check (answered_by <> asked_by),
  constraint fund_questions_fund_fkey foreign key (area_id, fund_id, book_id) references funds (area_id, id, book_id),
  constraint fund_questions_entry_fkey foreign key (area_id, book_id, seq) references entries (area_id, book_id, seq)
);
-- Who waits on a line waits there once.
create unique index fund_questions_waiting_key on fund_questions (area_id, fund_id, seq, asked_by) where state = 'waiting';
create index fund_questions_line_idx on fund_questions (area_id, fund_id, seq);
create index fund_questions_open_idx on fund_questions (area_id, fund_id, asked_at, id) where state <> 'declined' and answer is null;

-- The hand-over of a fund's books when a committee changes: what was counted, and that both agree.
create table fund_handovers (
  area_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  state text not null default 'open',
  reason text not null,
  outgoing_id text not null,
  outgoing_name text not null,
  incoming_id text not null,
  incoming_name text not null,
  -- What there is, counted by the books themselves, as canonical JSON.
  counted text not null,
  hash text not null,
  counted_at timestamptz not null,
  begun_by text not null,
  begun_name text not null,
  begun_at timestamptz not null,
  outgoing_at timestamptz,
  outgoing_note text not null default '',
  incoming_at timestamptz,
  incoming_note text not null default '',
  ended_at timestamptz,
  constraint fund_handovers_pkey primary key (area_id, id),
  constraint fund_handovers_state_known check (state in ('open', 'done', 'dropped')),
  constraint fund_handovers_two_people check (outgoing_id <> incoming_id),
  constraint fund_handovers_hash_true check (hash = encode(sha256(convert_to(counted, 'UTF8')), 'hex')),
  constraint fund_handovers_done_by_both check (state <> 'done' or (outgoing_at is not null and incoming_at is not null)),
  constraint fund_handovers_ended_when check ((state = 'open') = (ended_at is null)),
  constraint fund_handovers_fund_fkey foreign key (area_id, fund_id) references funds (area_id, id)
);
create unique index fund_handovers_open_key on fund_handovers (area_id, fund_id) where state = 'open';
create index fund_handovers_fund_idx on fund_handovers (area_id, fund_id, begun_at desc, id desc);

grant select, insert on disclosures, disclosure_publications, fund_questions, fund_handovers to liren_app;
grant update (state, statement, hash, opening, income, expense, other, closing, drafted_by, drafted_name, drafted_at, checked_by,
  checked_name, checked_at, checked_note, approved_by, approved_name, published_at, returned_reason, returned_name, published_month)
  on disclosures to liren_app;
-- What somebody asked stays as it is.
grant update (state, reason, moderated_by, moderated_name, moderated_at, answer, answered_by, answered_name, answered_at)
  on fund_questions to liren_app;
grant update (state, counted, hash, counted_at, outgoing_at, outgoing_note, incoming_at, incoming_note, ended_at)
  on fund_handovers to liren_app;
