-- Publicity 公示: what hangs for whole days, the objections to it with their answers, and the proof of the board.
-- Source: C18, C39 (N54), C77 (N67), C91, D34.
create table publicities (
  area_id uuid not null,
  id uuid not null,
  -- The matter and its step that this carries; none when it stands alone.
  matter_id uuid,
  step text,
  estate_id uuid,
  -- The notice this one was posted anew for.
  replaces uuid,
  title text not null,
  body text not null default '',
  -- Labels with their lines, in the order in which they are shown.
  shown jsonb not null default '[]',
  pictures uuid[] not null default '{}',
  days int not null,
  board boolean not null,
  state text not null,
  drafted_by text not null,
  drafted_name text not null,
  drafted_at timestamptz not null,
  checked_by text,
  checked_name text,
  checked_at timestamptz,
  approved_by text,
  approved_name text,
  approved_at timestamptz,
  -- Why it was given back; empty once it was changed.
  returned_reason text not null default '',
  posted_at timestamptz,
  closes_at timestamptz,
  opening_hash text,
  -- When its days were found over: nothing is taken from then on, whatever a clock says later.
  ended_at timestamptz,
  closed_at timestamptz,
  closing_hash text,
  withdrawn_reason text not null default '',
  objections int not null default 0,
  open_objections int not null default 0,
  constraint publicities_pkey primary key (area_id, id),
  constraint publicities_closes_key unique (area_id, id, closes_at),
  constraint publicities_state_known check (state in ('drafted', 'checked', 'open', 'clear', 'upheld', 'withdrawn')),
  constraint publicities_carried check ((matter_id is null) = (step is null)),
  constraint publicities_days_some check (days between 1 and 365),
  constraint publicities_posted_whole check ((posted_at is null) = (closes_at is null) and (posted_at is null) = (opening_hash is null)
    and (posted_at is null) = (approved_by is null) and (posted_at is null or checked_by is not null)),
  constraint publicities_posted_state check (case when state in ('drafted', 'checked') then posted_at is null
    when state = 'withdrawn' then true else posted_at is not null end),
  -- Whole days in Shanghai from the day after posting, to 24:00 of the last.
  constraint publicities_whole_days check (closes_at =
    ((posted_at at time zone 'Asia/Shanghai')::date + 1 + days)::timestamp at time zone 'Asia/Shanghai'),
  constraint publicities_clear_in_time check (state <> 'clear' or coalesce(closed_at >= closes_at, false)),
  constraint publicities_clear_answered check (state <> 'clear' or open_objections = 0),
  constraint publicities_closed_when check ((state in ('clear', 'upheld', 'withdrawn')) = (closed_at is not null)),
  constraint publicities_closed_hashed check (closed_at is null or posted_at is null or closing_hash is not null),
  constraint publicities_checker_other check (checked_by <> drafted_by),
  constraint publicities_approver_other check (approved_by <> drafted_by),
  constraint publicities_objections_counted check (open_objections between 0 and objections)
);
alter table publicities add constraint publicities_replaces_fkey foreign key (area_id, replaces) references publicities (area_id, id);
-- A step of a matter has one notice at a time.
create unique index publicities_alive_key on publicities (area_id, matter_id, step)
  where matter_id is not null and state in ('drafted', 'checked', 'open');
create index publicities_posted_idx on publicities (area_id, posted_at desc, id desc) where posted_at is not null;
create index publicities_state_idx on publicities (area_id, state, drafted_at desc, id desc);
create index publicities_matter_idx on publicities (area_id, matter_id) where matter_id is not null;
create index publicities_replaces_idx on publicities (area_id, replaces) where replaces is not null;

-- What was shown, word for word, at posting and at closing: the text its hash is taken of.
create table publicity_history (
  area_id uuid not null,
  id uuid not null,
  publicity_id uuid not null,
  at timestamptz not null,
  act text not null,
  text text not null,
  hash text not null,
  constraint publicity_history_pkey primary key (area_id, id),
  constraint publicity_history_act_key unique (area_id, publicity_id, act),
  constraint publicity_history_act_known check (act in ('opening', 'closing'))
);
alter table publicity_history add constraint publicity_history_publicity_fkey
  foreign key (area_id, publicity_id) references publicities (area_id, id);

-- Objections 异议. The end of the days travels with them, so that none is taken after it.
create table objections (
  area_id uuid not null,
  publicity_id uuid not null,
  number int not null,
  closes_at timestamptz not null,
  at timestamptz not null,
  user_id text not null,
  name_sealed text not null,
  words_sealed text not null,
  pictures uuid[] not null default '{}',
  answer text,
  upheld boolean,
  answered_by text,
  answered_name text,
  answered_at timestamptz,
  constraint objections_pkey primary key (area_id, publicity_id, number),
  constraint objections_in_time check (at < closes_at),
  constraint objections_answered_whole check ((answered_at is null) = (answer is null) and (answered_at is null) = (upheld is null)
    and (answered_at is null) = (answered_by is null)),
  constraint objections_answerer_other check (answered_by <> user_id)
);
alter table objections add constraint objections_publicity_fkey
  foreign key (area_id, publicity_id, closes_at) references publicities (area_id, id, closes_at);
-- Who waits for an answer waits for one.
create unique index objections_waiting_key on objections (area_id, publicity_id, user_id) where answered_at is null;

-- Photos of the board with the notice on it.
create table publicity_proofs (
  area_id uuid not null,
  publicity_id uuid not null,
  file_id uuid not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  constraint publicity_proofs_pkey primary key (area_id, publicity_id, file_id)
);
alter table publicity_proofs add constraint publicity_proofs_publicity_fkey
  foreign key (area_id, publicity_id) references publicities (area_id, id);

grant select, insert, update on publicities to liren_app;
grant select, insert on publicity_history, publicity_proofs to liren_app;
grant select, insert on objections to liren_app;
-- What somebody wrote stays as it is: only an answer may be added.
grant update (answer, upheld, answered_by, answered_name, answered_at) on objections to liren_app;
