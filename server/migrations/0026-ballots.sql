-- Ballots 表决: electorates fixed at opening, votes that nobody changes, and the public record. Source: C39, X17; study/trust.md R5–R7.
create table ballots (
  area_id uuid not null,
  id uuid not null,
  matter_id uuid,
  step text,
  estate_id uuid,
  title text not null,
  question text not null default '',
  choices jsonb not null,
  electorate text not null,
  rule text not null,
  rule_name text not null,
  terms jsonb not null,
  secret boolean not null,
  changeable boolean not null,
  paper_rule text not null,
  pick int not null,
  -- For how many others one person may vote with written consent.
  proxies_most int not null,
  state text not null,
  opens_at timestamptz,
  closes_at timestamptz,
  drafted_by text not null,
  drafted_at timestamptz not null,
  opened_by text,
  opened_at timestamptz,
  opening_hash text,
  electors int,
  closed_at timestamptz,
  tally jsonb,
  outcome text,
  record_hash text,
  withdrawn_reason text,
  constraint ballots_pkey primary key (area_id, id),
  constraint ballots_state_known check (state in ('draft', 'open', 'closed', 'withdrawn')),
  constraint ballots_paper_rule_known check (paper_rule in ('paper', 'first', 'last')),
  constraint ballots_pick_positive check (pick between 1 and 100),
  constraint ballots_proxies_most_counted check (proxies_most between 0 and 100),
  -- Who voted what would show from the areas.
  constraint ballots_secret_by_number check (not (secret and terms -> 'by' @> '["area"]')),
  constraint ballots_secret_once check (not (secret and changeable)),
  constraint ballots_open_whole check (state not in ('open', 'closed')
    or (opened_at is not null and closes_at > opened_at and opening_hash is not null and electors is not null)),
  constraint ballots_never_closed_early check (state <> 'closed'
    or (closed_at >= closes_at and tally is not null and outcome is not null and record_hash is not null)),
  constraint ballots_result_when_closed check (state = 'closed' or (tally is null and outcome is null and record_hash is null)),
  constraint ballots_outcome_known check (outcome in ('passed', 'failed'))
);
create index ballots_state_idx on ballots (area_id, state, closes_at desc, id desc);
create index ballots_matter_idx on ballots (area_id, matter_id) where matter_id is not null;

-- Who is entitled, as it was when the ballot opened.
create table electors (
  area_id uuid not null,
  ballot_id uuid not null,
  id uuid not null,
  number int not null,
  -- Doors of the same owner bear the same: by number she is one.
  person int not null,
  ref text not null,
  label text not null,
  name text not null default '',
  user_id text,
  co_owners text[] not null default '{}',
  building_id uuid,
  area int not null,
  code text not null,
  excluded_reason text,
  excluded_by text,
  excluded_at timestamptz,
  constraint electors_pkey primary key (area_id, ballot_id, id),
  constraint electors_number_key unique (area_id, ballot_id, number),
  constraint electors_code_key unique (area_id, ballot_id, code),
  constraint electors_number_positive check (number > 0 and person > 0),
  constraint electors_area_counted check (area >= 0),
  constraint electors_excluded_said check ((excluded_reason is null) = (excluded_at is null))
);
alter table electors add constraint electors_ballot_fkey foreign key (area_id, ballot_id) references ballots (area_id, id);
create index electors_user_idx on electors (area_id, user_id, ballot_id) where user_id is not null;

-- Votes of open ballots 记名; only ever added to. What counts among several of one elector is worked out when counting.
create table votes (
  area_id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  revision int not null,
  choices text[] not null,
  receipt text not null,
  at timestamptz not null,
  by_id text not null,
  by_proxy boolean not null,
  constraint votes_pkey primary key (area_id, ballot_id, elector_id, way, revision),
  constraint votes_receipt_key unique (area_id, ballot_id, receipt),
  constraint votes_way_known check (way in ('paper', 'phone')),
  constraint votes_revision_positive check (revision > 0),
  constraint votes_choices_made check (cardinality(choices) > 0)
);
alter table votes add constraint votes_elector_fkey foreign key (area_id, ballot_id, elector_id) references electors (area_id, ballot_id, id);

-- Votes of secret ballots 无记名: neither who nor when. Who took part stands apart.
create table secret_votes (
  area_id uuid not null,
  ballot_id uuid not null,
  receipt text not null,
  choices text[] not null,
  constraint secret_votes_pkey primary key (area_id, ballot_id, receipt),
  constraint secret_votes_choices_made check (cardinality(choices) > 0)
);
alter table secret_votes add constraint secret_votes_ballot_fkey foreign key (area_id, ballot_id) references ballots (area_id, id);

create table participations (
  area_id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  constraint participations_pkey primary key (area_id, ballot_id, elector_id),
  constraint participations_way_known check (way in ('paper', 'phone'))
);
alter table participations add constraint participations_elector_fkey
  foreign key (area_id, ballot_id, elector_id) references electors (area_id, ballot_id, id);

-- Printed slips of secret ballots, known by the hash of their code and tied to nobody.
create table ballot_slips (
  area_id uuid not null,
  ballot_id uuid not null,
  receipt text not null,
  entered boolean not null default false,
  constraint ballot_slips_pkey primary key (area_id, ballot_id, receipt)
);
alter table ballot_slips add constraint ballot_slips_ballot_fkey foreign key (area_id, ballot_id) references ballots (area_id, id);

-- What each of two or more people read from a paper. `subject`: the elector, or the receipt of a slip.
create table paper_entries (
  area_id uuid not null,
  ballot_id uuid not null,
  subject text not null,
  by_id text not null,
  by_name text not null,
  choices text[] not null,
  at timestamptz not null,
  constraint paper_entries_pkey primary key (area_id, ballot_id, subject, by_id)
);
alter table paper_entries add constraint paper_entries_ballot_fkey foreign key (area_id, ballot_id) references ballots (area_id, id);

-- That the call to vote reached a door: by which way, when, through whom.
create table deliveries (
  area_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  note text not null default '',
  proof_file uuid,
  constraint deliveries_pkey primary key (area_id, id),
  constraint deliveries_way_known check (way in ('app', 'sms', 'paper', 'phone', 'door', 'post'))
);
alter table deliveries add constraint deliveries_elector_fkey foreign key (area_id, ballot_id, elector_id) references electors (area_id, ballot_id, id);
create index deliveries_elector_idx on deliveries (area_id, ballot_id, elector_id, at);

-- Who votes for somebody else with written consent. `slot` counts what one person holds.
create table ballot_proxies (
  area_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  holder text not null,
  holder_name text not null,
  user_id text,
  slot int not null,
  consent_file uuid not null,
  entered_by text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  constraint ballot_proxies_pkey primary key (area_id, id),
  constraint ballot_proxies_slot_positive check (slot > 0)
);
alter table ballot_proxies add constraint ballot_proxies_elector_fkey
  foreign key (area_id, ballot_id, elector_id) references electors (area_id, ballot_id, id);
create unique index ballot_proxies_elector_key on ballot_proxies (area_id, ballot_id, elector_id) where withdrawn_at is null;
create unique index ballot_proxies_slot_key on ballot_proxies (area_id, ballot_id, holder, slot) where withdrawn_at is null;

-- The public record, exactly as it was hashed.
create table ballot_records (
  area_id uuid not null,
  ballot_id uuid not null,
  body text not null,
  constraint ballot_records_pkey primary key (area_id, ballot_id)
);
alter table ballot_records add constraint ballot_records_ballot_fkey foreign key (area_id, ballot_id) references ballots (area_id, id);

-- What is asked of whom by which rule cannot be changed once drafted.
grant select, insert on ballots, electors, votes, secret_votes, participations, ballot_slips, paper_entries, deliveries, ballot_proxies,
  ballot_records to liren_app;
grant update (state, opens_at, closes_at, opened_by, opened_at, opening_hash, electors, closed_at, tally, outcome, record_hash,
  withdrawn_reason) on ballots to liren_app;
grant update (excluded_reason, excluded_by, excluded_at) on electors to liren_app;
grant update (entered) on ballot_slips to liren_app;
grant update (withdrawn_at) on ballot_proxies to liren_app;
