-- The schema after all migrations, for reading; made by npm run generate.

create table public.activities (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  summary text not null,
  kind text not null,
  place text not null,
  building_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  host text not null,
  picture text,
  seats integer,
  enrolled integer not null default 0,
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  state text not null default 'published'::text,
  series_id uuid,
  edition text not null default ''::text,
  venue_id uuid,
  team_id uuid,
  lng numeric(9,6),
  lat numeric(9,6),
  themes text[] not null default '{}'::text[],
  audiences text[] not null default '{}'::text[],
  large boolean not null default false,
  broad boolean not null default false,
  min_age integer,
  max_age integer,
  organisers text[] not null default '{}'::text[],
  waiting integer not null default 0,
  turns integer not null default 0,
  created_by text not null default 'system'::text,
  officer text not null default ''::text,
  constraint activities_pkey PRIMARY KEY (area_id, id),
  constraint activities_ages CHECK (((min_age IS NULL) OR (max_age IS NULL) OR (min_age <= max_age))),
  constraint activities_ends_after_start CHECK ((ends_at > starts_at)),
  constraint activities_published_when CHECK (((state <> 'published'::text) OR (published_at IS NOT NULL))),
  constraint activities_seats_kept CHECK (((seats IS NULL) OR ((enrolled >= 0) AND (enrolled <= seats)))),
  constraint activities_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'withdrawn'::text]))),
  constraint activities_waiting_kept CHECK (((waiting = 0) OR ((waiting > 0) AND (enrolled = seats)))),
  constraint activities_withdrawn_when CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL))),
  constraint activities_series_fkey FOREIGN KEY (area_id, series_id) REFERENCES activity_series(area_id, id)
);
CREATE INDEX activities_ends_idx ON public.activities USING btree (area_id, ends_at) WHERE (state = 'published'::text);
CREATE INDEX activities_series_idx ON public.activities USING btree (area_id, series_id, starts_at) WHERE (series_id IS NOT NULL);
CREATE INDEX activities_starts_idx ON public.activities USING btree (area_id, starts_at, id) WHERE (state = 'published'::text);
CREATE INDEX activities_team_idx ON public.activities USING btree (area_id, team_id, starts_at) WHERE (team_id IS NOT NULL);
CREATE INDEX activities_venue_idx ON public.activities USING btree (area_id, venue_id, starts_at) WHERE (venue_id IS NOT NULL);
CREATE UNIQUE INDEX activities_edition_key ON public.activities USING btree (area_id, series_id, edition, EXTRACT(year FROM (starts_at AT TIME ZONE 'Asia/Shanghai'::text))) WHERE ((edition = ANY (ARRAY['春之乐'::text, '夏之悦'::text, '秋之约'::text, '冬之跃'::text])) AND (state <> 'withdrawn'::text));
-- liren_app may select, insert, update

create table public.activity_decisions (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  act text not null,
  by_id text not null,
  by_name text not null,
  reason text not null default ''::text,
  at timestamp with time zone not null,
  constraint activity_decisions_pkey PRIMARY KEY (area_id, id),
  constraint activity_decisions_act_known CHECK ((act = ANY (ARRAY['submitted'::text, 'recalled'::text, 'approved'::text, 'returned'::text, 'changed'::text]))),
  constraint activity_decisions_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
CREATE INDEX activity_decisions_activity_idx ON public.activity_decisions USING btree (area_id, activity_id, id);
-- liren_app may select, insert

create table public.activity_ratings (
  area_id uuid not null,
  activity_id uuid not null,
  user_id text not null,
  stars integer not null,
  words text not null default ''::text,
  at timestamp with time zone not null,
  constraint activity_ratings_pkey PRIMARY KEY (area_id, activity_id, user_id),
  constraint activity_ratings_stars CHECK (((stars >= 1) AND (stars <= 5))),
  constraint activity_ratings_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
-- liren_app may select, insert, update

create table public.activity_series (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  theme text not null default ''::text,
  story text not null default ''::text,
  picture text,
  constraint activity_series_pkey PRIMARY KEY (area_id, id)
);
-- liren_app may select, insert, update

create table public.activity_sessions (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  "position" integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  venue_id uuid,
  booking_id uuid,
  lng numeric(9,6),
  lat numeric(9,6),
  withdrawn_at timestamp with time zone,
  headcount integer,
  constraint activity_sessions_pkey PRIMARY KEY (area_id, id),
  constraint activity_sessions_position_key UNIQUE (area_id, activity_id, "position"),
  constraint activity_sessions_ends_after_start CHECK ((ends_at > starts_at)),
  constraint activity_sessions_headcount CHECK ((headcount >= 0)),
  constraint activity_sessions_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
CREATE INDEX activity_sessions_starts_idx ON public.activity_sessions USING btree (area_id, starts_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX activity_sessions_venue_idx ON public.activity_sessions USING btree (area_id, venue_id, starts_at) WHERE (venue_id IS NOT NULL);
-- liren_app may select, insert, update

create table public.adoptions (
  area_id uuid not null,
  id uuid not null,
  method text not null,
  definition_hash text not null,
  settings jsonb not null default '{}'::jsonb,
  binding text[] not null default '{}'::text[],
  adopted_from text,
  adopted_at timestamp with time zone not null,
  adopted_by text not null,
  ended_at timestamp with time zone,
  kind text not null default 'method'::text,
  based_on text,
  constraint adoptions_pkey PRIMARY KEY (area_id, id),
  constraint adoptions_kind_known CHECK ((kind = ANY (ARRAY['method'::text, 'duties'::text, 'standard'::text, 'register'::text]))),
  constraint adoptions_based_on_fkey FOREIGN KEY (based_on) REFERENCES definitions(hash),
  constraint adoptions_definition_fkey FOREIGN KEY (definition_hash) REFERENCES definitions(hash)
);
CREATE UNIQUE INDEX adoptions_live_key ON public.adoptions USING btree (area_id, kind, method) WHERE (ended_at IS NULL);
-- liren_app may select, insert, update

create table public.api_keys (
  area_id uuid not null,
  id uuid not null,
  hash text not null,
  scope text not null,
  name text not null,
  made_by text not null,
  made_by_name text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  can text[] not null default '{}'::text[],
  constraint api_keys_pkey PRIMARY KEY (area_id, id),
  constraint api_keys_hash_key UNIQUE (area_id, hash),
  constraint api_keys_can_by_scope CHECK (((scope = 'api'::text) = (cardinality(can) > 0))),
  constraint api_keys_scope_known CHECK ((scope = ANY (ARRAY['open311'::text, 'api'::text])))
);
-- liren_app may select, insert, update

create table public.area_codes (
  area_id uuid not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  constraint area_codes_pkey PRIMARY KEY (area_id, code, valid_from),
  constraint area_codes_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
);
-- liren_app may select, insert, update, delete

create table public.area_figures (
  area_id uuid not null,
  id uuid not null,
  metric text not null,
  value numeric not null,
  unit text not null,
  qualifier text not null default ''::text,
  period text not null default ''::text,
  source text not null,
  published_on date,
  "position" integer not null default 0,
  constraint area_figures_pkey PRIMARY KEY (area_id, id),
  constraint area_figures_area_fkey FOREIGN KEY (area_id) REFERENCES areas(id)
);
-- liren_app may select, insert, update, delete

create table public.areas (
  id uuid not null,
  parent_id uuid,
  owner_id uuid not null,
  level text not null,
  code text,
  name text not null,
  full_name text not null,
  path uuid[] not null,
  "position" integer not null default 0,
  letters text,
  geometry jsonb,
  details jsonb not null default '{}'::jsonb,
  closed_on date,
  bbox jsonb,
  schematic boolean not null default false,
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_bbox_with_geometry CHECK (((geometry IS NULL) = (bbox IS NULL))),
  constraint areas_code_form CHECK (((code IS NULL) OR (code ~ '^[0-9]{12}([0-9]{2,6})?$'::text))),
  constraint areas_letters_form CHECK (((letters IS NULL) OR (letters ~ '^[a-z2-9]{4}$'::text))),
  constraint areas_level_known CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'street'::text, 'community'::text, 'grid'::text, 'micro-grid'::text, 'estate'::text, 'building'::text]))),
  constraint areas_path_ends_here CHECK ((path[array_length(path, 1)] = id)),
  constraint areas_owner_fkey FOREIGN KEY (owner_id) REFERENCES areas(id),
  constraint areas_parent_fkey FOREIGN KEY (parent_id) REFERENCES areas(id)
);
CREATE INDEX areas_parent_idx ON public.areas USING btree (parent_id, "position", name);
CREATE UNIQUE INDEX areas_code_key ON public.areas USING btree (code) WHERE ((code IS NOT NULL) AND (closed_on IS NULL));
CREATE UNIQUE INDEX areas_full_name_key ON public.areas USING btree (full_name) WHERE ((closed_on IS NULL) AND (level = ANY (ARRAY['city'::text, 'district'::text, 'street'::text, 'community'::text])));
CREATE UNIQUE INDEX areas_letters_key ON public.areas USING btree (letters) WHERE (letters IS NOT NULL);
-- liren_app may select, insert, update

create table public.assessment_history (
  area_id uuid not null,
  id uuid not null,
  standard text not null,
  item text not null,
  year integer not null,
  kind text not null,
  verdict text,
  words text not null default ''::text,
  link text,
  pictures uuid[] not null default '{}'::uuid[],
  withdraws uuid,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  constraint assessment_history_pkey PRIMARY KEY (area_id, id),
  constraint assessment_history_judged CHECK (((kind = 'judgement'::text) = (verdict IS NOT NULL))),
  constraint assessment_history_kind_known CHECK ((kind = ANY (ARRAY['judgement'::text, 'evidence'::text, 'withdrawal'::text]))),
  constraint assessment_history_withdraws CHECK (((kind = 'withdrawal'::text) = (withdraws IS NOT NULL)))
);
CREATE INDEX assessment_history_item_idx ON public.assessment_history USING btree (area_id, standard, year, item, id);
-- liren_app may select, insert

create table public.attendances (
  area_id uuid not null,
  session_id uuid not null,
  attendee text not null,
  activity_id uuid not null,
  at timestamp with time zone not null,
  way text not null,
  by_id text not null,
  constraint attendances_pkey PRIMARY KEY (area_id, session_id, attendee),
  constraint attendances_way_known CHECK ((way = ANY (ARRAY['qr'::text, 'list'::text, 'offline'::text]))),
  constraint attendances_session_fkey FOREIGN KEY (area_id, session_id) REFERENCES activity_sessions(area_id, id)
);
CREATE INDEX attendances_activity_idx ON public.attendances USING btree (area_id, activity_id);
CREATE INDEX attendances_attendee_idx ON public.attendances USING btree (area_id, attendee, at DESC);
-- liren_app may select, insert, delete

create table public.audit (
  area_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  act text not null,
  subject text,
  detail jsonb not null default '{}'::jsonb,
  arrived xid8 not null default pg_current_xact_id(),
  constraint audit_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX audit_arrived_idx ON public.audit USING btree (arrived, area_id, id);
CREATE INDEX audit_subject_idx ON public.audit USING btree (area_id, subject, id);
-- liren_app may select

create table public.audit_chain (
  area_id uuid not null,
  n integer not null,
  previous integer,
  audit_id uuid not null,
  hash text not null,
  constraint audit_chain_pkey PRIMARY KEY (area_id, n),
  constraint audit_chain_audit_key UNIQUE (area_id, audit_id),
  constraint audit_chain_hash_whole CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint audit_chain_no_gap CHECK (
CASE
    WHEN (n = 1) THEN (previous IS NULL)
    ELSE ((previous IS NOT NULL) AND (previous = (n - 1)))
END),
  constraint audit_chain_audit_fkey FOREIGN KEY (area_id, audit_id) REFERENCES audit(area_id, id),
  constraint audit_chain_previous_fkey FOREIGN KEY (area_id, previous) REFERENCES audit_chain(area_id, n)
);
-- liren_app may select, insert

create table public.ballot_proxies (
  area_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  holder text not null,
  holder_name text not null,
  user_id text,
  slot integer not null,
  consent_file uuid not null,
  entered_by text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint ballot_proxies_pkey PRIMARY KEY (area_id, id),
  constraint ballot_proxies_slot_positive CHECK ((slot > 0)),
  constraint ballot_proxies_elector_fkey FOREIGN KEY (area_id, ballot_id, elector_id) REFERENCES electors(area_id, ballot_id, id)
);
CREATE UNIQUE INDEX ballot_proxies_elector_key ON public.ballot_proxies USING btree (area_id, ballot_id, elector_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX ballot_proxies_slot_key ON public.ballot_proxies USING btree (area_id, ballot_id, holder, slot) WHERE (withdrawn_at IS NULL);
-- liren_app may select, insert

create table public.ballot_records (
  area_id uuid not null,
  ballot_id uuid not null,
  body text not null,
  constraint ballot_records_pkey PRIMARY KEY (area_id, ballot_id),
  constraint ballot_records_ballot_fkey FOREIGN KEY (area_id, ballot_id) REFERENCES ballots(area_id, id)
);
-- liren_app may select, insert

create table public.ballot_slips (
  area_id uuid not null,
  ballot_id uuid not null,
  receipt text not null,
  entered boolean not null default false,
  constraint ballot_slips_pkey PRIMARY KEY (area_id, ballot_id, receipt),
  constraint ballot_slips_ballot_fkey FOREIGN KEY (area_id, ballot_id) REFERENCES ballots(area_id, id)
);
-- liren_app may select, insert

create table public.ballots (
  area_id uuid not null,
  id uuid not null,
  matter_id uuid,
  step text,
  estate_id uuid,
  title text not null,
  question text not null default ''::text,
  choices jsonb not null,
  electorate text not null,
  rule text not null,
  rule_name text not null,
  terms jsonb not null,
  secret boolean not null,
  changeable boolean not null,
  paper_rule text not null,
  pick integer not null,
  proxies_most integer not null,
  state text not null,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  drafted_by text not null,
  drafted_at timestamp with time zone not null,
  opened_by text,
  opened_at timestamp with time zone,
  opening_hash text,
  electors integer,
  closed_at timestamp with time zone,
  tally jsonb,
  outcome text,
  record_hash text,
  withdrawn_reason text,
  constraint ballots_pkey PRIMARY KEY (area_id, id),
  constraint ballots_never_closed_early CHECK (((state <> 'closed'::text) OR ((closed_at >= closes_at) AND (tally IS NOT NULL) AND (outcome IS NOT NULL) AND (record_hash IS NOT NULL)))),
  constraint ballots_open_whole CHECK (((state <> ALL (ARRAY['open'::text, 'closed'::text])) OR ((opened_at IS NOT NULL) AND (closes_at > opened_at) AND (opening_hash IS NOT NULL) AND (electors IS NOT NULL)))),
  constraint ballots_outcome_known CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint ballots_paper_rule_known CHECK ((paper_rule = ANY (ARRAY['paper'::text, 'first'::text, 'last'::text]))),
  constraint ballots_pick_positive CHECK (((pick >= 1) AND (pick <= 100))),
  constraint ballots_proxies_most_counted CHECK (((proxies_most >= 0) AND (proxies_most <= 100))),
  constraint ballots_result_when_closed CHECK (((state = 'closed'::text) OR ((tally IS NULL) AND (outcome IS NULL) AND (record_hash IS NULL)))),
  constraint ballots_secret_by_number CHECK ((NOT (secret AND ((terms -> 'by'::text) @> '["area"]'::jsonb)))),
  constraint ballots_secret_once CHECK ((NOT (secret AND changeable))),
  constraint ballots_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'withdrawn'::text])))
);
CREATE INDEX ballots_matter_idx ON public.ballots USING btree (area_id, matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX ballots_state_idx ON public.ballots USING btree (area_id, state, closes_at DESC, id DESC);
-- liren_app may select, insert

create table public.bank_lines (
  area_id uuid not null,
  fund_id uuid not null,
  id uuid not null,
  place integer not null,
  day date not null,
  serial text not null,
  amount bigint not null,
  balance bigint not null,
  party text not null default ''::text,
  memo text not null default ''::text,
  statement_hash text not null,
  imported_at timestamp with time zone not null,
  voucher_id uuid,
  matched_by text,
  matched_name text,
  matched_at timestamp with time zone,
  constraint bank_lines_pkey PRIMARY KEY (area_id, fund_id, id),
  constraint bank_lines_place_key UNIQUE (area_id, fund_id, place),
  constraint bank_lines_serial_key UNIQUE (area_id, fund_id, serial),
  constraint bank_lines_voucher_key UNIQUE (area_id, fund_id, voucher_id),
  constraint bank_lines_amount_some CHECK ((amount <> 0)),
  constraint bank_lines_matched_whole CHECK ((((voucher_id IS NULL) = (matched_by IS NULL)) AND ((voucher_id IS NULL) = (matched_at IS NULL)))),
  constraint bank_lines_fund_fkey FOREIGN KEY (area_id, fund_id) REFERENCES funds(area_id, id),
  constraint bank_lines_voucher_fkey FOREIGN KEY (area_id, fund_id, voucher_id, amount) REFERENCES vouchers(area_id, fund_id, id, bank_amount)
);
CREATE INDEX bank_lines_open_idx ON public.bank_lines USING btree (area_id, fund_id, place) WHERE (voucher_id IS NULL);
-- liren_app may select, insert

create table public.blank_columns (
  area_id uuid not null,
  blank_id uuid not null,
  at integer not null,
  heading text not null,
  filled_from text,
  asked integer not null,
  filled integer not null,
  constraint blank_columns_pkey PRIMARY KEY (area_id, blank_id, at),
  constraint blank_columns_adds_up CHECK (((filled >= 0) AND (filled <= asked))),
  constraint blank_columns_blank_fkey FOREIGN KEY (area_id, blank_id) REFERENCES blanks(area_id, id) ON DELETE CASCADE
);
-- liren_app may select, insert, update, delete

create table public.blank_headings (
  area_id uuid not null,
  heading text not null,
  term text not null,
  chosen_at timestamp with time zone not null,
  chosen_by text not null,
  constraint blank_headings_pkey PRIMARY KEY (area_id, heading)
);
-- liren_app may select, insert, update, delete

create table public.blanks (
  area_id uuid not null,
  id uuid not null,
  file_name text not null,
  title text not null,
  asked_by text not null default ''::text,
  file_sealed text not null,
  list_scope text,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_name text not null,
  filled_at timestamp with time zone,
  constraint blanks_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX blanks_filled_idx ON public.blanks USING btree (area_id, filled_at DESC, id DESC) WHERE (filled_at IS NOT NULL);
CREATE INDEX blanks_newest_idx ON public.blanks USING btree (area_id, created_at DESC, id DESC);
-- liren_app may select, insert, update, delete

create table public.bodies (
  area_id uuid not null,
  id uuid not null,
  body text not null,
  name text not null,
  estate_id uuid,
  place_id uuid,
  level smallint,
  parent_id uuid,
  parent_level smallint,
  composition text,
  platform text not null default ''::text,
  reach text not null default ''::text,
  term_from date,
  term_to date,
  created_at timestamp with time zone not null,
  created_by text not null,
  closed_on date,
  version integer not null default 1,
  constraint bodies_pkey PRIMARY KEY (area_id, id),
  constraint bodies_level_key UNIQUE (area_id, id, level),
  constraint bodies_level_known CHECK (((level >= 1) AND (level <= 5))),
  constraint bodies_parent_one_above CHECK ((((level IS NULL) AND (parent_id IS NULL) AND (parent_level IS NULL)) OR ((level <= 2) AND (parent_id IS NULL) AND (parent_level IS NULL)) OR ((level >= 3) AND (parent_id IS NOT NULL) AND (parent_level IS NOT NULL) AND (parent_level = (level - 1))))),
  constraint bodies_term_in_order CHECK (((term_from IS NULL) OR (term_to IS NULL) OR (term_to >= term_from))),
  constraint bodies_parent_fkey FOREIGN KEY (area_id, parent_id, parent_level) REFERENCES bodies(area_id, id, level)
);
CREATE INDEX bodies_parent_idx ON public.bodies USING btree (area_id, parent_id);
CREATE UNIQUE INDEX bodies_name_key ON public.bodies USING btree (area_id, body, name) WHERE (closed_on IS NULL);
-- liren_app may select, insert, update

create table public.body_members (
  area_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  post text not null,
  user_id text,
  person_id uuid,
  name_sealed text not null,
  name_index text not null,
  name_masked text not null,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  party_member boolean not null default false,
  party text not null default ''::text,
  standing text,
  shown boolean not null default false,
  from_on date not null,
  left_on date,
  left_why text,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint body_members_pkey PRIMARY KEY (area_id, id),
  constraint body_members_left_after_from CHECK (((left_on IS NULL) OR (left_on >= from_on))),
  constraint body_members_standing_known CHECK (((standing IS NULL) OR (standing = ANY (ARRAY['专职'::text, '兼职'::text])))),
  constraint body_members_body_fkey FOREIGN KEY (area_id, body_id) REFERENCES bodies(area_id, id)
);
CREATE INDEX body_members_body_idx ON public.body_members USING btree (area_id, body_id);
CREATE INDEX body_members_user_idx ON public.body_members USING btree (area_id, user_id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX body_members_seat_key ON public.body_members USING btree (area_id, body_id, post, name_index, COALESCE(phone_index, ''::text)) WHERE (left_on IS NULL);
-- liren_app may select, insert, update

create table public.booking_parts (
  area_id uuid not null,
  booking_id uuid not null,
  part_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint booking_parts_pkey PRIMARY KEY (area_id, booking_id, part_id),
  constraint booking_parts_no_overlap EXCLUDE USING gist (area_id WITH =, part_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  constraint booking_parts_booking_fkey FOREIGN KEY (area_id, booking_id) REFERENCES bookings(area_id, id)
);
-- liren_app may select, insert, delete

create table public.bookings (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text not null,
  holder_kind text not null,
  holder_id text,
  holder_name text not null default ''::text,
  user_id text,
  title text not null default ''::text,
  people integer,
  zone text not null default ''::text,
  open_number integer,
  asked_at timestamp with time zone not null,
  made_by text not null,
  promoted_at timestamp with time zone,
  decided_by text,
  decided_at timestamp with time zone,
  reason text not null default ''::text,
  checked_in_at timestamp with time zone,
  checked_in_way text,
  constraint bookings_pkey PRIMARY KEY (area_id, id),
  constraint bookings_ends_after_start CHECK ((ends_at > starts_at)),
  constraint bookings_holder_known CHECK ((holder_kind = ANY (ARRAY['person'::text, 'activity'::text, 'team'::text, 'closure'::text]))),
  constraint bookings_people_positive CHECK ((people > 0)),
  constraint bookings_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'pending'::text, 'confirmed'::text, 'refused'::text, 'cancelled'::text, 'done'::text, 'no-show'::text]))),
  constraint bookings_way_known CHECK ((checked_in_way = ANY (ARRAY['door'::text, 'desk'::text]))),
  constraint bookings_venue_fkey FOREIGN KEY (area_id, venue_id) REFERENCES venues(area_id, id)
);
CREATE INDEX bookings_no_show_idx ON public.bookings USING btree (area_id, venue_id, user_id, starts_at) WHERE (state = 'no-show'::text);
CREATE INDEX bookings_time_idx ON public.bookings USING btree (area_id, starts_at, id);
CREATE INDEX bookings_user_idx ON public.bookings USING btree (area_id, user_id, starts_at) WHERE (user_id IS NOT NULL);
CREATE INDEX bookings_waiting_idx ON public.bookings USING btree (area_id, asked_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX bookings_open_key ON public.bookings USING btree (area_id, venue_id, user_id, open_number) WHERE (open_number IS NOT NULL);
-- liren_app may select, insert, update

create table public.books (
  area_id uuid not null,
  id uuid not null,
  unit text not null,
  name text not null,
  opened_month integer not null,
  opens_after integer not null,
  constraint books_pkey PRIMARY KEY (area_id, id),
  constraint books_opening_key UNIQUE (area_id, id, opens_after),
  constraint books_name_given CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint books_opened_month_real CHECK ((((opened_month >= 190001) AND (opened_month <= 999912)) AND (((opened_month % 100) >= 1) AND ((opened_month % 100) <= 12)))),
  constraint books_opens_after_fits CHECK ((opens_after = (opened_month -
CASE
    WHEN ((opened_month % 100) = 1) THEN 89
    ELSE 1
END))),
  constraint books_unit_known CHECK ((unit = ANY (ARRAY['fen'::text, 'points'::text])))
);
-- liren_app may select, insert

create table public.brand_choices (
  area_id uuid not null,
  id uuid not null,
  question text not null,
  closes_on date not null,
  opened_at timestamp with time zone not null,
  decided_theme_id uuid,
  reason text not null default ''::text,
  decided_at timestamp with time zone,
  constraint brand_choices_pkey PRIMARY KEY (area_id, id),
  constraint brand_choices_decided_when CHECK (((decided_theme_id IS NULL) = (decided_at IS NULL)))
);
CREATE INDEX brand_choices_opened_idx ON public.brand_choices USING btree (area_id, opened_at DESC);
-- liren_app may select, insert, update

create table public.brand_proofs (
  area_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  kind text not null,
  title text not null,
  given_by text not null,
  given_on date not null,
  link text not null default ''::text,
  pictures text[] not null default '{}'::text[],
  withdrawn_at timestamp with time zone,
  constraint brand_proofs_pkey PRIMARY KEY (area_id, id),
  constraint brand_proofs_brand_fkey FOREIGN KEY (area_id, brand_id) REFERENCES brands(area_id, id)
);
CREATE INDEX brand_proofs_brand_idx ON public.brand_proofs USING btree (area_id, brand_id);
-- liren_app may select, insert, update

create table public.brand_reviews (
  area_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  year integer not null,
  verdict text not null,
  words text not null default ''::text,
  figures jsonb not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint brand_reviews_pkey PRIMARY KEY (area_id, id),
  constraint brand_reviews_year_key UNIQUE (area_id, brand_id, year),
  constraint brand_reviews_verdict_known CHECK ((verdict = ANY (ARRAY['passed'::text, 'warned'::text]))),
  constraint brand_reviews_brand_fkey FOREIGN KEY (area_id, brand_id) REFERENCES brands(area_id, id)
);
-- liren_app may select, insert

create table public.brand_themes (
  area_id uuid not null,
  id uuid not null,
  choice_id uuid not null,
  "position" integer not null,
  title text not null,
  why text not null default ''::text,
  picture text not null,
  constraint brand_themes_pkey PRIMARY KEY (area_id, id),
  constraint brand_themes_position_key UNIQUE (area_id, choice_id, "position"),
  constraint brand_themes_choice_fkey FOREIGN KEY (area_id, choice_id) REFERENCES brand_choices(area_id, id)
);
-- liren_app may select, insert

create table public.brand_voices (
  area_id uuid not null,
  id uuid not null,
  choice_id uuid not null,
  theme_id uuid not null,
  voter text not null,
  words text not null default ''::text,
  shown boolean not null default false,
  at timestamp with time zone not null,
  constraint brand_voices_pkey PRIMARY KEY (area_id, id),
  constraint brand_voices_voter_key UNIQUE (area_id, choice_id, voter),
  constraint brand_voices_choice_fkey FOREIGN KEY (area_id, choice_id) REFERENCES brand_choices(area_id, id),
  constraint brand_voices_theme_fkey FOREIGN KEY (area_id, theme_id) REFERENCES brand_themes(area_id, id)
);
-- liren_app may select, insert, update

create table public.brands (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  slogan text not null,
  words text[] not null default '{}'::text[],
  story text not null default ''::text,
  pictures text[] not null default '{}'::text[],
  venue_id uuid,
  team_id uuid,
  series_id uuid,
  themes text[] not null default '{}'::text[],
  owner text not null default ''::text,
  started_on date,
  state text not null default 'draft'::text,
  shown jsonb,
  published_at timestamp with time zone,
  returned_why text not null default ''::text,
  retired_on date,
  retired_why text not null default ''::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  constraint brands_pkey PRIMARY KEY (area_id, id),
  constraint brands_published_shown CHECK (((state <> 'published'::text) OR (shown IS NOT NULL))),
  constraint brands_retired_when CHECK (((state = 'retired'::text) = (retired_on IS NOT NULL))),
  constraint brands_shown_when CHECK (((shown IS NULL) = (published_at IS NULL))),
  constraint brands_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'retired'::text])))
);
CREATE UNIQUE INDEX brands_current_key ON public.brands USING btree (area_id) WHERE (state <> 'retired'::text);
-- liren_app may select, insert, update

create table public.closing_lines (
  area_id uuid not null,
  book_id uuid not null,
  month integer not null,
  account_id uuid not null,
  debit bigint not null,
  credit bigint not null,
  balance bigint not null,
  constraint closing_lines_pkey PRIMARY KEY (area_id, book_id, month, account_id),
  constraint closing_lines_positive CHECK (((debit >= 0) AND (credit >= 0))),
  constraint closing_lines_account_fkey FOREIGN KEY (area_id, book_id, account_id) REFERENCES ledger_accounts(area_id, book_id, id),
  constraint closing_lines_closing_fkey FOREIGN KEY (area_id, book_id, month) REFERENCES closings(area_id, book_id, month)
);
-- liren_app may select, insert

create table public.closings (
  area_id uuid not null,
  book_id uuid not null,
  month integer not null,
  seq integer not null,
  by_id text not null,
  by_name text not null,
  follows integer not null,
  constraint closings_pkey PRIMARY KEY (area_id, book_id, month),
  constraint closings_seq_key UNIQUE (area_id, book_id, month, seq, follows),
  constraint closings_month_next CHECK ((month = (follows +
CASE
    WHEN ((follows % 100) = 12) THEN 89
    ELSE 1
END))),
  constraint closings_entry_fkey FOREIGN KEY (area_id, book_id, month, seq) REFERENCES entries(area_id, book_id, month, seq)
);
-- liren_app may select, insert

create table public.contest_entries (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  number integer not null,
  title text not null,
  words text not null default ''::text,
  picture text,
  band text not null,
  signed text not null,
  user_id text not null,
  honour text not null default ''::text,
  handed_in_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint contest_entries_pkey PRIMARY KEY (area_id, id),
  constraint contest_entries_number_key UNIQUE (area_id, activity_id, number),
  constraint contest_entries_contest_fkey FOREIGN KEY (area_id, activity_id) REFERENCES contests(area_id, activity_id)
);
-- liren_app may select, insert, update

create table public.contests (
  area_id uuid not null,
  activity_id uuid not null,
  criteria jsonb not null,
  bands text[] not null,
  honours text[] not null,
  entries_until timestamp with time zone not null,
  jurors jsonb not null,
  judged_at timestamp with time zone,
  constraint contests_pkey PRIMARY KEY (area_id, activity_id),
  constraint contests_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
-- liren_app may select, insert, update

create table public.definitions (
  hash text not null,
  kind text not null,
  id text not null,
  version integer not null,
  base_hash text,
  settings jsonb not null default '{}'::jsonb,
  content json not null,
  name text not null,
  created_at timestamp with time zone not null,
  constraint definitions_pkey PRIMARY KEY (hash)
);
CREATE UNIQUE INDEX definitions_original_key ON public.definitions USING btree (kind, id, version) WHERE (base_hash IS NULL);
-- liren_app may select, insert

create table public.deliveries (
  area_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  note text not null default ''::text,
  proof_file uuid,
  constraint deliveries_pkey PRIMARY KEY (area_id, id),
  constraint deliveries_way_known CHECK ((way = ANY (ARRAY['app'::text, 'sms'::text, 'paper'::text, 'phone'::text, 'door'::text, 'post'::text]))),
  constraint deliveries_elector_fkey FOREIGN KEY (area_id, ballot_id, elector_id) REFERENCES electors(area_id, ballot_id, id)
);
CREATE INDEX deliveries_elector_idx ON public.deliveries USING btree (area_id, ballot_id, elector_id, at);
-- liren_app may select, insert

create table public.disclosure_publications (
  area_id uuid not null,
  fund_id uuid not null,
  month integer not null,
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
  published_at timestamp with time zone not null,
  constraint disclosure_publications_pkey PRIMARY KEY (area_id, fund_id, month),
  constraint disclosure_publications_final CHECK ((state = 'published'::text)),
  constraint disclosure_publications_closed_fkey FOREIGN KEY (area_id, book_id, month) REFERENCES closings(area_id, book_id, month),
  constraint disclosure_publications_frozen_fkey FOREIGN KEY (area_id, fund_id, month, state, hash, drafted_by, drafted_name, checked_by, checked_name, checked_note, approved_by, approved_name, published_at) REFERENCES disclosures(area_id, fund_id, month, state, hash, drafted_by, drafted_name, checked_by, checked_name, checked_note, approved_by, approved_name, published_at)
);
-- liren_app may select, insert

create table public.disclosures (
  area_id uuid not null,
  fund_id uuid not null,
  month integer not null,
  book_id uuid not null,
  state text not null,
  statement text not null,
  hash text not null,
  opening bigint not null,
  income bigint not null,
  expense bigint not null,
  other bigint not null,
  closing bigint not null,
  drafted_by text not null,
  drafted_name text not null,
  drafted_at timestamp with time zone not null,
  checked_by text,
  checked_name text,
  checked_at timestamp with time zone,
  checked_note text not null default ''::text,
  approved_by text,
  approved_name text,
  published_at timestamp with time zone,
  returned_reason text not null default ''::text,
  returned_name text not null default ''::text,
  published_month integer,
  constraint disclosures_pkey PRIMARY KEY (area_id, fund_id, month),
  constraint disclosures_frozen_key UNIQUE (area_id, fund_id, month, state, hash, drafted_by, drafted_name, checked_by, checked_name, checked_note, approved_by, approved_name, published_at),
  constraint disclosures_adds_up CHECK ((closing = (((opening + income) - expense) + other))),
  constraint disclosures_approver_other CHECK ((approved_by <> drafted_by)),
  constraint disclosures_checked_whole CHECK ((((checked_by IS NULL) = (checked_at IS NULL)) AND ((checked_by IS NULL) = (checked_name IS NULL)) AND ((state = 'drafted'::text) = (checked_by IS NULL)))),
  constraint disclosures_checker_other CHECK ((checked_by <> drafted_by)),
  constraint disclosures_figures_shown CHECK (((opening = (((statement)::jsonb ->> 'opening'::text))::bigint) AND (income = (((statement)::jsonb ->> 'in'::text))::bigint) AND (expense = (((statement)::jsonb ->> 'out'::text))::bigint) AND (other = (((statement)::jsonb ->> 'other'::text))::bigint) AND (closing = (((statement)::jsonb ->> 'closing'::text))::bigint))),
  constraint disclosures_hash_true CHECK ((hash = encode(sha256(convert_to(statement, 'UTF8'::name)), 'hex'::text))),
  constraint disclosures_month_real CHECK ((((month >= 190001) AND (month <= 299912)) AND (((month % 100) >= 1) AND ((month % 100) <= 12)))),
  constraint disclosures_published_itself CHECK ((published_month = month)),
  constraint disclosures_published_whole CHECK ((((state = 'published'::text) = (published_at IS NOT NULL)) AND ((published_at IS NULL) = (approved_by IS NULL)) AND ((published_at IS NULL) = (approved_name IS NULL)) AND ((published_at IS NULL) = (published_month IS NULL)))),
  constraint disclosures_returned_draft CHECK (((returned_reason = ''::text) OR (state = 'drafted'::text))),
  constraint disclosures_state_known CHECK ((state = ANY (ARRAY['drafted'::text, 'checked'::text, 'published'::text]))),
  constraint disclosures_fund_fkey FOREIGN KEY (area_id, fund_id, book_id) REFERENCES funds(area_id, id, book_id),
  constraint disclosures_published_fkey FOREIGN KEY (area_id, fund_id, published_month) REFERENCES disclosure_publications(area_id, fund_id, month)
);
CREATE UNIQUE INDEX disclosures_open_key ON public.disclosures USING btree (area_id, fund_id) WHERE (state <> 'published'::text);
-- liren_app may select, insert

create table public.duty_absences (
  area_id uuid not null,
  id uuid not null,
  user_id text not null,
  user_name text not null,
  from_day date not null,
  to_day date not null,
  stand_in_id text,
  stand_in_name text,
  reason text not null,
  noted_by text not null,
  noted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint duty_absences_pkey PRIMARY KEY (area_id, id),
  constraint duty_absences_days CHECK ((to_day >= from_day)),
  constraint duty_absences_other_person CHECK (((stand_in_id IS NULL) OR (stand_in_id <> user_id)))
);
CREATE INDEX duty_absences_days_idx ON public.duty_absences USING btree (area_id, to_day) WHERE (withdrawn_at IS NULL);
-- liren_app may select, insert, update

create table public.duty_records (
  area_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  duty_set text not null,
  duty text not null,
  definition_hash text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_label text not null,
  period date not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  stands_for text,
  form jsonb not null default '{}'::jsonb,
  matter text,
  constraint duty_records_pkey PRIMARY KEY (area_id, id),
  constraint duty_records_round_key UNIQUE (area_id, round_id, duty),
  constraint duty_records_after_act CHECK ((received_at >= at)),
  constraint duty_records_definition_fkey FOREIGN KEY (definition_hash) REFERENCES definitions(hash)
);
CREATE INDEX duty_records_at_idx ON public.duty_records USING btree (area_id, at DESC, id DESC);
CREATE INDEX duty_records_period_idx ON public.duty_records USING btree (area_id, duty_set, period);
CREATE INDEX duty_records_subject_idx ON public.duty_records USING btree (area_id, duty_set, duty, subject_id, period DESC, at DESC);
-- liren_app may select, insert

create table public.electors (
  area_id uuid not null,
  ballot_id uuid not null,
  id uuid not null,
  number integer not null,
  person integer not null,
  ref text not null,
  label text not null,
  name text not null default ''::text,
  user_id text,
  co_owners text[] not null default '{}'::text[],
  building_id uuid,
  area integer not null,
  code text not null,
  excluded_reason text,
  excluded_by text,
  excluded_at timestamp with time zone,
  constraint electors_pkey PRIMARY KEY (area_id, ballot_id, id),
  constraint electors_code_key UNIQUE (area_id, ballot_id, code),
  constraint electors_number_key UNIQUE (area_id, ballot_id, number),
  constraint electors_area_counted CHECK ((area >= 0)),
  constraint electors_excluded_said CHECK (((excluded_reason IS NULL) = (excluded_at IS NULL))),
  constraint electors_number_positive CHECK (((number > 0) AND (person > 0))),
  constraint electors_ballot_fkey FOREIGN KEY (area_id, ballot_id) REFERENCES ballots(area_id, id)
);
CREATE INDEX electors_user_idx ON public.electors USING btree (area_id, user_id, ballot_id) WHERE (user_id IS NOT NULL);
-- liren_app may select, insert

create table public.enrolments (
  area_id uuid not null,
  activity_id uuid not null,
  user_id text not null,
  enrolled_at timestamp with time zone not null,
  attendee text not null,
  state text not null default 'enrolled'::text,
  turn integer not null default 0,
  age_to_check boolean not null default false,
  cancelled_at timestamp with time zone,
  constraint enrolments_pkey PRIMARY KEY (area_id, activity_id, attendee),
  constraint enrolments_cancelled_when CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint enrolments_state_known CHECK ((state = ANY (ARRAY['enrolled'::text, 'waiting'::text, 'cancelled'::text]))),
  constraint enrolments_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
CREATE INDEX enrolments_attendee_idx ON public.enrolments USING btree (area_id, attendee);
CREATE INDEX enrolments_user_idx ON public.enrolments USING btree (area_id, user_id);
CREATE INDEX enrolments_waiting_idx ON public.enrolments USING btree (area_id, activity_id, turn) WHERE (state = 'waiting'::text);
-- liren_app may select, insert, update, delete

create table public.entries (
  area_id uuid not null,
  book_id uuid not null,
  seq integer not null,
  key text not null,
  month integer not null,
  at timestamp with time zone not null,
  memo text not null,
  ref text,
  reverses integer,
  closes integer,
  lines integer,
  previous_hash text not null,
  content_hash text not null,
  hash text not null,
  closed_through integer not null,
  closed_after integer default COALESCE(closes, closed_through),
  previous integer default (NULLIF(seq, 0) - 1),
  opens_after integer default 
CASE
    WHEN (seq = 0) THEN closed_through
    ELSE NULL::integer
END,
  total bigint default 0,
  monthday integer,
  constraint entries_pkey PRIMARY KEY (area_id, book_id, seq),
  constraint entries_chain_key UNIQUE (area_id, book_id, seq, closed_after, hash),
  constraint entries_key_key UNIQUE (area_id, book_id, key),
  constraint entries_month_key UNIQUE (area_id, book_id, month, seq),
  constraint entries_hash_chained CHECK ((hash = encode(sha256(convert_to(((((previous_hash || '
'::text) || (seq)::text) || '
'::text) || content_hash), 'UTF8'::name)), 'hex'::text))),
  constraint entries_lines_or_closing CHECK (((lines IS NULL) = ((closes IS NOT NULL) OR (seq = 0)))),
  constraint entries_month_open CHECK ((month > closed_through)),
  constraint entries_chain_fkey FOREIGN KEY (area_id, book_id, previous, closed_through, previous_hash) REFERENCES entries(area_id, book_id, seq, closed_after, hash),
  constraint entries_closing_fkey FOREIGN KEY (area_id, book_id, closes, seq, closed_through) REFERENCES closings(area_id, book_id, month, seq, follows),
  constraint entries_opening_fkey FOREIGN KEY (area_id, book_id, opens_after) REFERENCES books(area_id, id, opens_after),
  constraint entries_reverses_fkey FOREIGN KEY (area_id, book_id, reverses) REFERENCES entries(area_id, book_id, seq),
  constraint entries_total_fkey FOREIGN KEY (area_id, book_id, seq, lines, total, month) REFERENCES postings(area_id, book_id, seq, line, after, month)
);
CREATE UNIQUE INDEX entries_reverses_key ON public.entries USING btree (area_id, book_id, reverses) WHERE (reverses IS NOT NULL);
-- liren_app may select, insert

create table public.entry_scores (
  area_id uuid not null,
  entry_id uuid not null,
  juror_id text not null,
  activity_id uuid not null,
  points integer[] not null,
  total integer not null,
  at timestamp with time zone not null,
  constraint entry_scores_pkey PRIMARY KEY (area_id, entry_id, juror_id),
  constraint entry_scores_total CHECK ((total >= 0)),
  constraint entry_scores_entry_fkey FOREIGN KEY (area_id, entry_id) REFERENCES contest_entries(area_id, id)
);
CREATE INDEX entry_scores_activity_idx ON public.entry_scores USING btree (area_id, activity_id);
-- liren_app may select, insert, update

create table public.estate_totals (
  area_id uuid not null,
  estate_id uuid not null,
  building_id uuid not null,
  doors integer not null,
  title_area bigint not null,
  source text not null,
  stated_at timestamp with time zone not null,
  stated_by text not null,
  constraint estate_totals_pkey PRIMARY KEY (area_id, estate_id, building_id),
  constraint estate_totals_counted CHECK (((doors > 0) AND (title_area > 0)))
);
-- liren_app may select, insert, update

create table public.family_consents (
  area_id uuid not null,
  id uuid not null,
  elder_id uuid not null,
  family_user_id text not null,
  relation text not null,
  given_how text not null,
  recorded_by text not null,
  given_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint family_consents_pkey PRIMARY KEY (area_id, id),
  constraint family_consents_elder_fkey FOREIGN KEY (area_id, elder_id) REFERENCES people(area_id, id)
);
CREATE INDEX family_consents_family_idx ON public.family_consents USING btree (area_id, family_user_id);
CREATE UNIQUE INDEX family_consents_live_key ON public.family_consents USING btree (area_id, elder_id, family_user_id) WHERE (revoked_at IS NULL);
-- liren_app may select, insert, update

create table public.files (
  area_id uuid not null,
  id uuid not null,
  sha256 text not null,
  media_type text not null,
  size_bytes integer not null,
  width integer,
  height integer,
  name text not null default ''::text,
  subject text,
  public boolean not null default false,
  uploaded_by text not null,
  created_at timestamp with time zone not null,
  constraint files_pkey PRIMARY KEY (area_id, id),
  constraint files_size_positive CHECK ((size_bytes > 0))
);
CREATE INDEX files_subject_idx ON public.files USING btree (area_id, subject);
-- liren_app may select, insert, update

create table public.fund_handovers (
  area_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  state text not null default 'open'::text,
  reason text not null,
  outgoing_id text not null,
  outgoing_name text not null,
  incoming_id text not null,
  incoming_name text not null,
  counted text not null,
  hash text not null,
  counted_at timestamp with time zone not null,
  begun_by text not null,
  begun_name text not null,
  begun_at timestamp with time zone not null,
  outgoing_at timestamp with time zone,
  outgoing_note text not null default ''::text,
  incoming_at timestamp with time zone,
  incoming_note text not null default ''::text,
  ended_at timestamp with time zone,
  constraint fund_handovers_pkey PRIMARY KEY (area_id, id),
  constraint fund_handovers_done_by_both CHECK (((state <> 'done'::text) OR ((outgoing_at IS NOT NULL) AND (incoming_at IS NOT NULL)))),
  constraint fund_handovers_ended_when CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint fund_handovers_hash_true CHECK ((hash = encode(sha256(convert_to(counted, 'UTF8'::name)), 'hex'::text))),
  constraint fund_handovers_state_known CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))),
  constraint fund_handovers_two_people CHECK ((outgoing_id <> incoming_id)),
  constraint fund_handovers_fund_fkey FOREIGN KEY (area_id, fund_id) REFERENCES funds(area_id, id)
);
CREATE INDEX fund_handovers_fund_idx ON public.fund_handovers USING btree (area_id, fund_id, begun_at DESC, id DESC);
CREATE UNIQUE INDEX fund_handovers_open_key ON public.fund_handovers USING btree (area_id, fund_id) WHERE (state = 'open'::text);
-- liren_app may select, insert

create table public.fund_questions (
  area_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  book_id uuid not null,
  seq integer not null,
  words text not null,
  asked_by text not null,
  asked_as text not null,
  asked_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  reason text not null default ''::text,
  moderated_by text,
  moderated_name text,
  moderated_at timestamp with time zone,
  answer text,
  answered_by text,
  answered_name text,
  answered_at timestamp with time zone,
  constraint fund_questions_pkey PRIMARY KEY (area_id, id),
  constraint fund_questions_answered_whole CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_by IS NULL) = (answer IS NULL)) AND ((answered_name IS NULL) = (answer IS NULL)))),
  constraint fund_questions_answerer_other CHECK ((answered_by <> asked_by)),
  constraint fund_questions_asked_as_known CHECK ((asked_as = ANY (ARRAY['owner'::text, 'resident'::text]))),
  constraint fund_questions_declined_why CHECK (((state = 'declined'::text) = (reason <> ''::text))),
  constraint fund_questions_moderated_whole CHECK ((((state = 'waiting'::text) = (moderated_at IS NULL)) AND ((moderated_by IS NULL) = (moderated_at IS NULL)))),
  constraint fund_questions_moderator_other CHECK ((moderated_by <> asked_by)),
  constraint fund_questions_shown_first CHECK (((answer IS NULL) OR (state = 'shown'::text))),
  constraint fund_questions_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'declined'::text]))),
  constraint fund_questions_words_some CHECK ((words <> ''::text)),
  constraint fund_questions_entry_fkey FOREIGN KEY (area_id, book_id, seq) REFERENCES entries(area_id, book_id, seq),
  constraint fund_questions_fund_fkey FOREIGN KEY (area_id, fund_id, book_id) REFERENCES funds(area_id, id, book_id)
);
CREATE INDEX fund_questions_line_idx ON public.fund_questions USING btree (area_id, fund_id, seq);
CREATE INDEX fund_questions_open_idx ON public.fund_questions USING btree (area_id, fund_id, asked_at, id) WHERE ((state <> 'declined'::text) AND (answer IS NULL));
CREATE UNIQUE INDEX fund_questions_waiting_key ON public.fund_questions USING btree (area_id, fund_id, seq, asked_by) WHERE (state = 'waiting'::text);
-- liren_app may select, insert

create table public.funds (
  area_id uuid not null,
  id uuid not null,
  word text not null,
  estate_id uuid,
  book_id uuid not null,
  name text not null,
  bank_name text not null default ''::text,
  bank_tail text not null default ''::text,
  opened_on date not null,
  hotline text not null default ''::text,
  opinion_box text not null default ''::text,
  state text not null default 'open'::text,
  held_through integer,
  constraint funds_pkey PRIMARY KEY (area_id, id),
  constraint funds_book_key UNIQUE (area_id, id, book_id),
  constraint funds_book_once_key UNIQUE (area_id, book_id),
  constraint funds_place_key UNIQUE NULLS NOT DISTINCT (area_id, word, estate_id),
  constraint funds_state_known CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint funds_tail_digits CHECK ((bank_tail ~ '^([0-9]{4})?$'::text)),
  constraint funds_book_fkey FOREIGN KEY (area_id, book_id) REFERENCES books(area_id, id)
);
-- liren_app may select, insert

create table public.household_cards (
  area_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  token_hash text not null,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  first_used_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  revoked_at timestamp with time zone,
  revoked_by text,
  last_used_at timestamp with time zone,
  constraint household_cards_pkey PRIMARY KEY (area_id, id),
  constraint household_cards_household_fkey FOREIGN KEY (area_id, household_id) REFERENCES households(area_id, id)
);
CREATE INDEX household_cards_household_idx ON public.household_cards USING btree (area_id, household_id);
CREATE UNIQUE INDEX household_cards_token_key ON public.household_cards USING btree (area_id, token_hash);
-- liren_app may select, insert, update

create table public.households (
  area_id uuid not null,
  id uuid not null,
  building_id uuid,
  grid_id uuid,
  unit text not null default ''::text,
  room text not null default ''::text,
  label text not null,
  sort text not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint households_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX households_grid_idx ON public.households USING btree (area_id, grid_id, sort, id);
CREATE INDEX households_sort_idx ON public.households USING btree (area_id, sort, id);
CREATE UNIQUE INDEX households_door_key ON public.households USING btree (area_id, building_id, unit, room) WHERE (building_id IS NOT NULL);
-- liren_app may select, insert, update

create table public.idempotency_keys (
  area_id uuid not null,
  actor_id text not null,
  key text not null,
  fingerprint text not null,
  status smallint not null,
  body jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (area_id, actor_id, key)
);
CREATE INDEX idempotency_keys_age_idx ON public.idempotency_keys USING btree (created_at);
-- liren_app may select, insert, delete

create table public.import_rows (
  area_id uuid not null,
  import_id uuid not null,
  at integer not null,
  cells_sealed text,
  state text not null,
  problem text,
  constraint import_rows_pkey PRIMARY KEY (area_id, import_id, at),
  constraint import_rows_state_known CHECK ((state = ANY (ARRAY['ready'::text, 'bad'::text, 'added'::text, 'updated'::text, 'skipped'::text, 'failed'::text]))),
  constraint import_rows_import_fkey FOREIGN KEY (area_id, import_id) REFERENCES imports(area_id, id) ON DELETE CASCADE
);
CREATE INDEX import_rows_ready_idx ON public.import_rows USING btree (area_id, import_id, at) WHERE (state = 'ready'::text);
-- liren_app may select, insert, update, delete

create table public.imports (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  headings text[] not null,
  state text not null,
  duplicates text not null default 'skip'::text,
  total integer not null,
  bad integer not null,
  doubled integer not null,
  done integer not null default 0,
  added integer not null default 0,
  updated integer not null default 0,
  skipped integer not null default 0,
  failed integer not null default 0,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_name text not null,
  finished_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (area_id, id),
  constraint imports_adds_up CHECK ((done = (((added + updated) + skipped) + failed))),
  constraint imports_duplicates_known CHECK ((duplicates = ANY (ARRAY['skip'::text, 'update'::text, 'merge'::text]))),
  constraint imports_state_known CHECK ((state = ANY (ARRAY['checked'::text, 'running'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX imports_newest_idx ON public.imports USING btree (area_id, created_at DESC, id DESC);
-- liren_app may select, insert, update, delete

create table public.ledger_accounts (
  area_id uuid not null,
  book_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  begins bigint not null default 0,
  floor bigint not null,
  constraint ledger_accounts_pkey PRIMARY KEY (area_id, book_id, id),
  constraint ledger_accounts_begins_key UNIQUE (area_id, book_id, id, floor, begins),
  constraint ledger_accounts_code_key UNIQUE (area_id, book_id, code),
  constraint ledger_accounts_begins_empty CHECK ((begins = 0)),
  constraint ledger_accounts_code_plain CHECK ((code ~ '^[0-9A-Za-z.-]{1,20}$'::text)),
  constraint ledger_accounts_floor_known CHECK ((floor = ANY (ARRAY[(0)::bigint, '-9007199254740991'::bigint]))),
  constraint ledger_accounts_kind_known CHECK ((kind = ANY (ARRAY['asset'::text, 'income'::text, 'expense'::text, 'equity'::text, 'liability'::text]))),
  constraint ledger_accounts_name_given CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint ledger_accounts_book_fkey FOREIGN KEY (area_id, book_id) REFERENCES books(area_id, id)
);
-- liren_app may select, insert

create table public.letter_questions (
  area_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  question text not null,
  asked_by text not null,
  asker text not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  published boolean not null default false,
  constraint letter_questions_pkey PRIMARY KEY (area_id, id),
  constraint letter_questions_published_answer CHECK (((NOT published) OR (answer IS NOT NULL))),
  constraint letter_questions_letter_fkey FOREIGN KEY (area_id, letter_id) REFERENCES letters(area_id, id)
);
CREATE INDEX letter_questions_letter_idx ON public.letter_questions USING btree (area_id, letter_id, asked_at);
-- liren_app may select, insert, update

create table public.letter_reaches (
  area_id uuid not null,
  letter_id uuid not null,
  household_id uuid not null,
  way text not null,
  at timestamp with time zone not null,
  by_id text not null,
  constraint letter_reaches_pkey PRIMARY KEY (area_id, letter_id, household_id),
  constraint letter_reaches_way_known CHECK ((way = ANY (ARRAY['app'::text, 'door'::text]))),
  constraint letter_reaches_letter_fkey FOREIGN KEY (area_id, letter_id) REFERENCES letters(area_id, id)
);
-- liren_app may select, insert, delete

create table public.letters (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  signed text not null,
  building_ids uuid[] not null default '{}'::uuid[],
  state text not null,
  written_by text not null,
  written_at timestamp with time zone not null,
  sent_by text,
  sent_at timestamp with time zone,
  constraint letters_pkey PRIMARY KEY (area_id, id),
  constraint letters_sent_once CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint letters_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text])))
);
CREATE INDEX letters_sent_idx ON public.letters USING btree (area_id, state, sent_at DESC, id DESC);
-- liren_app may select, insert, update

create table public.link_ends (
  area_id uuid not null,
  link_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  constraint link_ends_pkey PRIMARY KEY (area_id, link_id),
  constraint link_ends_link_fkey FOREIGN KEY (area_id, link_id) REFERENCES links(area_id, id)
);
-- liren_app may select, insert

create table public.links (
  area_id uuid not null,
  id uuid not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  nth integer not null,
  why text not null default ''::text,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  constraint links_pkey PRIMARY KEY (area_id, id),
  constraint links_once_key UNIQUE (area_id, from_kind, from_id, to_kind, to_id, nth),
  constraint links_not_to_itself CHECK (((from_kind <> to_kind) OR (from_id <> to_id)))
);
CREATE INDEX links_to_idx ON public.links USING btree (area_id, to_kind, to_id);
-- liren_app may select, insert

create table public.matter_counters (
  area_id uuid not null,
  year integer not null,
  last integer not null,
  constraint matter_counters_pkey PRIMARY KEY (area_id, year)
);
-- liren_app may select, insert, update

create table public.matter_history (
  area_id uuid not null,
  matter_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  actor_title text not null default ''::text,
  kind text not null,
  what text not null,
  label text not null default ''::text,
  from_step text,
  to_step text not null,
  entered_at timestamp with time zone,
  due_at timestamp with time zone,
  late boolean not null default false,
  form jsonb not null default '{}'::jsonb,
  sealed jsonb not null default '{}'::jsonb,
  reason text,
  constraint matter_history_pkey PRIMARY KEY (area_id, matter_id, seq),
  constraint matter_history_kind_known CHECK ((kind = ANY (ARRAY['begin'::text, 'action'::text, 'office'::text, 'system'::text]))),
  constraint matter_history_matter_fkey FOREIGN KEY (area_id, matter_id) REFERENCES matters(area_id, id)
);
CREATE INDEX matter_history_step_idx ON public.matter_history USING btree (area_id, from_step, at) WHERE (from_step IS NOT NULL);
-- liren_app may select, insert

create table public.matter_parties (
  area_id uuid not null,
  user_id text not null,
  relation text not null,
  matter_id uuid not null,
  since timestamp with time zone not null,
  constraint matter_parties_pkey PRIMARY KEY (area_id, user_id, relation, matter_id),
  constraint matter_parties_matter_fkey FOREIGN KEY (area_id, matter_id) REFERENCES matters(area_id, id)
);
CREATE INDEX matter_parties_matter_idx ON public.matter_parties USING btree (area_id, matter_id);
CREATE INDEX matter_parties_since_idx ON public.matter_parties USING btree (area_id, user_id, relation, since DESC, matter_id DESC);
-- liren_app may select, insert, update, delete

create table public.matter_rollups (
  area_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  figures jsonb not null,
  constraint matter_rollups_pkey PRIMARY KEY (area_id, kind)
);
-- liren_app may select, insert, update

create table public.matter_waits (
  area_id uuid not null,
  actor text not null,
  matter_id uuid not null,
  due_at timestamp with time zone,
  constraint matter_waits_pkey PRIMARY KEY (area_id, actor, matter_id),
  constraint matter_waits_matter_fkey FOREIGN KEY (area_id, matter_id) REFERENCES matters(area_id, id)
);
CREATE INDEX matter_waits_due_idx ON public.matter_waits USING btree (area_id, actor, due_at, matter_id);
CREATE INDEX matter_waits_matter_idx ON public.matter_waits USING btree (area_id, matter_id);
-- liren_app may select, insert, update, delete

create table public.matters (
  area_id uuid not null,
  id uuid not null,
  number text not null,
  trace_code text not null,
  method text not null,
  definition_hash text not null,
  status text not null,
  visible text not null,
  step text not null,
  entered_at timestamp with time zone not null,
  due_at timestamp with time zone,
  paused_at timestamp with time zone,
  title text not null,
  category text,
  place text,
  point jsonb,
  grid_id uuid,
  estate_id uuid,
  building_id uuid,
  reporter_id text,
  reporter_name text,
  registered_by text,
  household_id uuid,
  channel text not null,
  handler_id text,
  handler_name text,
  fields jsonb not null,
  sealed jsonb not null default '{}'::jsonb,
  face jsonb not null default '{}'::jsonb,
  state jsonb not null,
  stars smallint,
  reminded integer not null default 0,
  supervised boolean not null default false,
  words text not null default ''::text,
  merged_into text,
  parent_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint matters_pkey PRIMARY KEY (area_id, id),
  constraint matters_number_key UNIQUE (area_id, number),
  constraint matters_trace_code_key UNIQUE (area_id, trace_code),
  constraint matters_closed_when_ended CHECK (((status = 'open'::text) = (closed_at IS NULL))),
  constraint matters_stars_range CHECK (((stars IS NULL) OR ((stars >= 1) AND (stars <= 5)))),
  constraint matters_status_known CHECK ((status = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'withdrawn'::text, 'merged'::text, 'moved'::text]))),
  constraint matters_visible_known CHECK ((visible = ANY (ARRAY['public'::text, 'area'::text, 'parties'::text, 'restricted'::text]))),
  constraint matters_definition_fkey FOREIGN KEY (definition_hash) REFERENCES definitions(hash)
);
CREATE INDEX matters_building_idx ON public.matters USING btree (area_id, building_id, created_at DESC);
CREATE INDEX matters_closed_idx ON public.matters USING btree (area_id, closed_at DESC, id DESC) WHERE (status <> 'open'::text);
CREATE INDEX matters_created_idx ON public.matters USING btree (area_id, created_at DESC, id DESC);
CREATE INDEX matters_due_order_idx ON public.matters USING btree (area_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (status = 'open'::text);
CREATE INDEX matters_method_idx ON public.matters USING btree (area_id, method, created_at DESC, id DESC);
CREATE INDEX matters_open_due_idx ON public.matters USING btree (area_id, due_at, id) WHERE (status = 'open'::text);
CREATE INDEX matters_parent_idx ON public.matters USING btree (area_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX matters_point_idx ON public.matters USING btree (area_id, created_at DESC, id DESC) WHERE (point IS NOT NULL);
CREATE INDEX matters_step_idx ON public.matters USING btree (area_id, method, step, due_at, id) WHERE (status = 'open'::text);
-- liren_app may select, insert, update

create table public.meeting_attendances (
  area_id uuid not null,
  meeting_id uuid not null,
  attendee text not null,
  name_sealed text not null,
  name_masked text not null,
  party text not null,
  at timestamp with time zone not null,
  way text not null,
  by_id text not null,
  constraint meeting_attendances_pkey PRIMARY KEY (area_id, meeting_id, attendee),
  constraint meeting_attendances_way_known CHECK ((way = ANY (ARRAY['qr'::text, 'list'::text]))),
  constraint meeting_attendances_meeting_fkey FOREIGN KEY (area_id, meeting_id) REFERENCES meetings(area_id, id)
);
-- liren_app may select, insert, delete

create table public.meeting_conclusions (
  area_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  title text not null,
  owner_name text not null,
  due_on date not null,
  matter_id uuid not null,
  matter_number text not null,
  at timestamp with time zone not null,
  by_id text not null,
  constraint meeting_conclusions_pkey PRIMARY KEY (area_id, id),
  constraint meeting_conclusions_meeting_fkey FOREIGN KEY (area_id, meeting_id) REFERENCES meetings(area_id, id)
);
CREATE INDEX meeting_conclusions_meeting_idx ON public.meeting_conclusions USING btree (area_id, meeting_id);
-- liren_app may select, insert

create table public.meeting_items (
  area_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  "position" integer not null,
  title text not null,
  topic_id uuid,
  matter_id uuid,
  constraint meeting_items_pkey PRIMARY KEY (area_id, id),
  constraint meeting_items_meeting_fkey FOREIGN KEY (area_id, meeting_id) REFERENCES meetings(area_id, id),
  constraint meeting_items_topic_fkey FOREIGN KEY (area_id, topic_id) REFERENCES topics(area_id, id)
);
CREATE INDEX meeting_items_meeting_idx ON public.meeting_items USING btree (area_id, meeting_id, "position");
CREATE INDEX meeting_items_topic_idx ON public.meeting_items USING btree (area_id, topic_id) WHERE (topic_id IS NOT NULL);
-- liren_app may select, insert, delete

create table public.meetings (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  estate_id uuid,
  venue_id uuid,
  place text not null default ''::text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  state text not null,
  parties text[] not null default '{}'::text[],
  matter_id uuid,
  step text,
  created_by text not null,
  created_at timestamp with time zone not null,
  called_at timestamp with time zone,
  ended_at timestamp with time zone,
  cancel_reason text,
  headcount integer not null default 0,
  minutes text,
  images uuid[] not null default '{}'::uuid[],
  picture text,
  minutes_by text,
  minutes_at timestamp with time zone,
  returned_reason text,
  checked_by text,
  checked_at timestamp with time zone,
  approved_by text,
  approved_at timestamp with time zone,
  constraint meetings_pkey PRIMARY KEY (area_id, id),
  constraint meetings_approved_by_another CHECK ((approved_by <> minutes_by)),
  constraint meetings_approved_once_checked CHECK (((approved_at IS NULL) OR ((checked_at IS NOT NULL) AND (minutes IS NOT NULL)))),
  constraint meetings_called_with_time CHECK (((state = ANY (ARRAY['planned'::text, 'cancelled'::text])) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
  constraint meetings_cancelled_with_reason CHECK (((state <> 'cancelled'::text) OR (cancel_reason IS NOT NULL))),
  constraint meetings_checked_by_another CHECK ((checked_by <> minutes_by)),
  constraint meetings_ends_after_start CHECK ((ends_at > starts_at)),
  constraint meetings_headcount CHECK (((headcount >= 0) AND (headcount <= 100000))),
  constraint meetings_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'called'::text, 'held'::text, 'cancelled'::text])))
);
CREATE INDEX meetings_matter_idx ON public.meetings USING btree (area_id, matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX meetings_start_idx ON public.meetings USING btree (area_id, starts_at DESC, id DESC);
CREATE UNIQUE INDEX meetings_step_key ON public.meetings USING btree (area_id, matter_id, step) WHERE (state = ANY (ARRAY['planned'::text, 'called'::text]));
-- liren_app may select, insert, update

create table public.messages (
  area_id uuid not null,
  id uuid not null,
  user_id text not null,
  kind text not null,
  title text not null,
  body text not null,
  link text,
  subject text,
  urgent boolean not null default false,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  sms_at timestamp with time zone,
  sms_state text,
  constraint messages_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX messages_subject_idx ON public.messages USING btree (area_id, subject, id);
CREATE INDEX messages_unread_idx ON public.messages USING btree (area_id, user_id) WHERE (read_at IS NULL);
CREATE INDEX messages_user_idx ON public.messages USING btree (area_id, user_id, id DESC);
-- liren_app may select, insert, update

create table public.method_bindings (
  area_id uuid not null,
  id uuid not null,
  method text not null,
  required boolean not null,
  reason text not null default ''::text,
  bound_at timestamp with time zone not null,
  bound_by text not null,
  bound_by_name text not null,
  ended_at timestamp with time zone,
  constraint method_bindings_pkey PRIMARY KEY (area_id, id),
  constraint method_bindings_ends_after CHECK (((ended_at IS NULL) OR (ended_at >= bound_at))),
  constraint method_bindings_reason_length CHECK ((length(reason) <= 200))
);
CREATE UNIQUE INDEX method_bindings_live_key ON public.method_bindings USING btree (area_id, method) WHERE (ended_at IS NULL);
-- liren_app may select, insert, update

create table public.method_floors (
  area_id uuid not null,
  binding_id uuid not null,
  place text not null,
  rule text not null,
  value jsonb not null,
  label text not null,
  constraint method_floors_pkey PRIMARY KEY (area_id, binding_id, place, rule),
  constraint method_floors_kept_places CHECK (((rule = 'kept'::text) = (place ~ '^(steps|fields|shows)\.'::text))),
  constraint method_floors_limit_is_time CHECK (((place !~~ 'limits.%'::text) OR ((rule = 'at-most'::text) AND ((value #>> '{}'::text[]) ~ '^[1-9][0-9]{0,3} (minute|hour|day|workday|month|year)s?$'::text)))),
  constraint method_floors_param_is_number CHECK (((place !~~ 'params.%'::text) OR (jsonb_typeof(value) = 'number'::text))),
  constraint method_floors_place_known CHECK ((place ~ '^(limits|params|steps|fields|shows)\.[A-Za-z][A-Za-z0-9]*$'::text)),
  constraint method_floors_rule_known CHECK ((rule = ANY (ARRAY['at-most'::text, 'at-least'::text, 'kept'::text]))),
  constraint method_floors_binding_fkey FOREIGN KEY (area_id, binding_id) REFERENCES method_bindings(area_id, id)
);
-- liren_app may select, insert

create table public.notices (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  kind text not null,
  icon text not null default 'megaphone'::text,
  affects text not null default ''::text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  published_at timestamp with time zone not null,
  published_by text not null,
  withdrawn_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX notices_published_idx ON public.notices USING btree (area_id, published_at DESC, id DESC) WHERE (withdrawn_at IS NULL);
-- liren_app may select, insert, update

create table public.objections (
  area_id uuid not null,
  publicity_id uuid not null,
  number integer not null,
  closes_at timestamp with time zone not null,
  at timestamp with time zone not null,
  user_id text not null,
  name_sealed text not null,
  words_sealed text not null,
  pictures uuid[] not null default '{}'::uuid[],
  answer text,
  upheld boolean,
  answered_by text,
  answered_name text,
  answered_at timestamp with time zone,
  constraint objections_pkey PRIMARY KEY (area_id, publicity_id, number),
  constraint objections_answered_whole CHECK ((((answered_at IS NULL) = (answer IS NULL)) AND ((answered_at IS NULL) = (upheld IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  constraint objections_answerer_other CHECK ((answered_by <> user_id)),
  constraint objections_in_time CHECK ((at < closes_at)),
  constraint objections_publicity_fkey FOREIGN KEY (area_id, publicity_id, closes_at) REFERENCES publicities(area_id, id, closes_at)
);
CREATE UNIQUE INDEX objections_waiting_key ON public.objections USING btree (area_id, publicity_id, user_id) WHERE (answered_at IS NULL);
-- liren_app may select, insert

create table public.owned_units (
  area_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  household_id uuid,
  unit text not null default ''::text,
  room text not null,
  label text not null,
  sort text not null,
  use text not null,
  title_area integer not null,
  voter_id uuid not null,
  verified_at timestamp with time zone,
  verified_by text,
  verified_by_name text,
  created_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  version integer not null default 1,
  constraint owned_units_pkey PRIMARY KEY (area_id, id),
  constraint owned_units_title_area_positive CHECK ((title_area > 0)),
  constraint owned_units_use_known CHECK ((use = ANY (ARRAY['住宅'::text, '商业'::text, '其他'::text]))),
  constraint owned_units_verified_by_somebody CHECK (((verified_at IS NULL) = (verified_by IS NULL))),
  constraint owned_units_household_fkey FOREIGN KEY (area_id, household_id) REFERENCES households(area_id, id),
  constraint owned_units_voter_fkey FOREIGN KEY (area_id, id, voter_id) REFERENCES owners(area_id, unit_id, id)
);
CREATE INDEX owned_units_list_idx ON public.owned_units USING btree (area_id, estate_id, sort, id) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX owned_units_door_key ON public.owned_units USING btree (area_id, estate_id, label) WHERE (removed_at IS NULL);
-- liren_app may select, insert, update

create table public.owners (
  area_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  owner_key text not null,
  kind text not null,
  user_id text,
  person_id uuid,
  name_sealed text not null,
  name_index text not null,
  name_masked text not null,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone,
  constraint owners_pkey PRIMARY KEY (area_id, id),
  constraint owners_unit_key UNIQUE (area_id, unit_id, id),
  constraint owners_kind_known CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text, 'developer'::text])))
);
CREATE INDEX owners_key_idx ON public.owners USING btree (area_id, owner_key) WHERE (left_at IS NULL);
CREATE INDEX owners_user_idx ON public.owners USING btree (area_id, user_id) WHERE ((user_id IS NOT NULL) AND (left_at IS NULL));
-- liren_app may select, insert, update

create table public.paper_entries (
  area_id uuid not null,
  ballot_id uuid not null,
  subject text not null,
  by_id text not null,
  by_name text not null,
  choices text[] not null,
  at timestamp with time zone not null,
  constraint paper_entries_pkey PRIMARY KEY (area_id, ballot_id, subject, by_id),
  constraint paper_entries_ballot_fkey FOREIGN KEY (area_id, ballot_id) REFERENCES ballots(area_id, id)
);
-- liren_app may select, insert

create table public.participations (
  area_id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  constraint participations_pkey PRIMARY KEY (area_id, ballot_id, elector_id),
  constraint participations_way_known CHECK ((way = ANY (ARRAY['paper'::text, 'phone'::text]))),
  constraint participations_elector_fkey FOREIGN KEY (area_id, ballot_id, elector_id) REFERENCES electors(area_id, ballot_id, id)
);
-- liren_app may select, insert

create table public.people (
  area_id uuid not null,
  id uuid not null,
  household_id uuid,
  user_id text,
  name_sealed text not null,
  name_index text not null,
  name_masked text not null,
  phone_sealed text,
  phone_index text,
  phone_masked text,
  id_number_sealed text,
  id_number_index text,
  birth_year integer,
  gender text,
  tags text[] not null default '{}'::text[],
  note_sealed text,
  created_at timestamp with time zone not null,
  left_at timestamp with time zone,
  version integer not null default 1,
  constraint people_pkey PRIMARY KEY (area_id, id),
  constraint people_gender_known CHECK (((gender IS NULL) OR (gender = ANY (ARRAY['男'::text, '女'::text])))),
  constraint people_household_fkey FOREIGN KEY (area_id, household_id) REFERENCES households(area_id, id)
);
CREATE INDEX people_household_idx ON public.people USING btree (area_id, household_id);
CREATE INDEX people_name_idx ON public.people USING btree (area_id, name_index);
CREATE INDEX people_phone_idx ON public.people USING btree (area_id, phone_index) WHERE (phone_index IS NOT NULL);
CREATE INDEX people_user_idx ON public.people USING btree (area_id, user_id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX people_id_number_key ON public.people USING btree (area_id, id_number_index) WHERE ((id_number_index IS NOT NULL) AND (left_at IS NULL));
-- liren_app may select, insert, update

create table public.postings (
  area_id uuid not null,
  book_id uuid not null,
  seq integer not null,
  line integer not null,
  month integer not null,
  account_id uuid not null,
  before bigint not null,
  after bigint not null,
  nth integer not null,
  stood bigint not null,
  stands bigint not null,
  opens_seq integer default 
CASE
    WHEN (line = 1) THEN seq
    ELSE NULL::integer
END,
  previous integer default (NULLIF(line, 1) - 1),
  opens_account_id uuid default 
CASE
    WHEN (nth = 1) THEN account_id
    ELSE NULL::uuid
END,
  earlier integer default (NULLIF(nth, 1) - 1),
  floor bigint not null,
  constraint postings_pkey PRIMARY KEY (area_id, book_id, seq, line),
  constraint postings_balance_key UNIQUE (area_id, book_id, account_id, nth, stands, floor),
  constraint postings_sum_key UNIQUE (area_id, book_id, seq, line, after, month),
  constraint postings_moves_alike CHECK (((after - before) = (stands - stood))),
  constraint postings_not_below_floor CHECK ((stands >= floor)),
  constraint postings_sum_begins CHECK (((line = 1) = (before = 0))),
  constraint postings_account_fkey FOREIGN KEY (area_id, book_id, opens_account_id, floor, stood) REFERENCES ledger_accounts(area_id, book_id, id, floor, begins),
  constraint postings_balance_fkey FOREIGN KEY (area_id, book_id, account_id, earlier, stood, floor) REFERENCES postings(area_id, book_id, account_id, nth, stands, floor),
  constraint postings_entry_fkey FOREIGN KEY (area_id, book_id, month, opens_seq) REFERENCES entries(area_id, book_id, month, seq),
  constraint postings_sum_fkey FOREIGN KEY (area_id, book_id, seq, previous, before, month) REFERENCES postings(area_id, book_id, seq, line, after, month)
);
CREATE INDEX postings_account_idx ON public.postings USING btree (area_id, book_id, account_id, month DESC, seq DESC);
-- liren_app may select, insert

create table public.publicities (
  area_id uuid not null,
  id uuid not null,
  matter_id uuid,
  step text,
  estate_id uuid,
  replaces uuid,
  title text not null,
  body text not null default ''::text,
  shown jsonb not null default '[]'::jsonb,
  pictures uuid[] not null default '{}'::uuid[],
  days integer not null,
  board boolean not null,
  state text not null,
  drafted_by text not null,
  drafted_name text not null,
  drafted_at timestamp with time zone not null,
  checked_by text,
  checked_name text,
  checked_at timestamp with time zone,
  approved_by text,
  approved_name text,
  approved_at timestamp with time zone,
  returned_reason text not null default ''::text,
  posted_at timestamp with time zone,
  closes_at timestamp with time zone,
  opening_hash text,
  ended_at timestamp with time zone,
  closed_at timestamp with time zone,
  closing_hash text,
  withdrawn_reason text not null default ''::text,
  objections integer not null default 0,
  open_objections integer not null default 0,
  constraint publicities_pkey PRIMARY KEY (area_id, id),
  constraint publicities_closes_key UNIQUE (area_id, id, closes_at),
  constraint publicities_approver_other CHECK ((approved_by <> drafted_by)),
  constraint publicities_carried CHECK (((matter_id IS NULL) = (step IS NULL))),
  constraint publicities_checker_other CHECK ((checked_by <> drafted_by)),
  constraint publicities_clear_answered CHECK (((state <> 'clear'::text) OR (open_objections = 0))),
  constraint publicities_clear_in_time CHECK (((state <> 'clear'::text) OR COALESCE((closed_at >= closes_at), false))),
  constraint publicities_closed_hashed CHECK (((closed_at IS NULL) OR (posted_at IS NULL) OR (closing_hash IS NOT NULL))),
  constraint publicities_closed_when CHECK (((state = ANY (ARRAY['clear'::text, 'upheld'::text, 'withdrawn'::text])) = (closed_at IS NOT NULL))),
  constraint publicities_days_some CHECK (((days >= 1) AND (days <= 365))),
  constraint publicities_objections_counted CHECK (((open_objections >= 0) AND (open_objections <= objections))),
  constraint publicities_posted_state CHECK (
CASE
    WHEN (state = ANY (ARRAY['drafted'::text, 'checked'::text])) THEN (posted_at IS NULL)
    WHEN (state = 'withdrawn'::text) THEN true
    ELSE (posted_at IS NOT NULL)
END),
  constraint publicities_posted_whole CHECK ((((posted_at IS NULL) = (closes_at IS NULL)) AND ((posted_at IS NULL) = (opening_hash IS NULL)) AND ((posted_at IS NULL) = (approved_by IS NULL)) AND ((posted_at IS NULL) OR (checked_by IS NOT NULL)))),
  constraint publicities_state_known CHECK ((state = ANY (ARRAY['drafted'::text, 'checked'::text, 'open'::text, 'clear'::text, 'upheld'::text, 'withdrawn'::text]))),
  constraint publicities_whole_days CHECK ((closes_at = ((((((posted_at AT TIME ZONE 'Asia/Shanghai'::text))::date + 1) + days))::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text))),
  constraint publicities_replaces_fkey FOREIGN KEY (area_id, replaces) REFERENCES publicities(area_id, id)
);
CREATE INDEX publicities_matter_idx ON public.publicities USING btree (area_id, matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX publicities_posted_idx ON public.publicities USING btree (area_id, posted_at DESC, id DESC) WHERE (posted_at IS NOT NULL);
CREATE INDEX publicities_replaces_idx ON public.publicities USING btree (area_id, replaces) WHERE (replaces IS NOT NULL);
CREATE INDEX publicities_state_idx ON public.publicities USING btree (area_id, state, drafted_at DESC, id DESC);
CREATE UNIQUE INDEX publicities_alive_key ON public.publicities USING btree (area_id, matter_id, step) WHERE ((matter_id IS NOT NULL) AND (state = ANY (ARRAY['drafted'::text, 'checked'::text, 'open'::text])));
-- liren_app may select, insert, update

create table public.publicity_history (
  area_id uuid not null,
  id uuid not null,
  publicity_id uuid not null,
  at timestamp with time zone not null,
  act text not null,
  text text not null,
  hash text not null,
  constraint publicity_history_pkey PRIMARY KEY (area_id, id),
  constraint publicity_history_act_key UNIQUE (area_id, publicity_id, act),
  constraint publicity_history_act_known CHECK ((act = ANY (ARRAY['opening'::text, 'closing'::text]))),
  constraint publicity_history_publicity_fkey FOREIGN KEY (area_id, publicity_id) REFERENCES publicities(area_id, id)
);
-- liren_app may select, insert

create table public.publicity_proofs (
  area_id uuid not null,
  publicity_id uuid not null,
  file_id uuid not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  constraint publicity_proofs_pkey PRIMARY KEY (area_id, publicity_id, file_id),
  constraint publicity_proofs_publicity_fkey FOREIGN KEY (area_id, publicity_id) REFERENCES publicities(area_id, id)
);
-- liren_app may select, insert

create table public.readings (
  area_id uuid not null,
  user_id text not null,
  day date not null,
  family text not null,
  book text not null,
  words text not null default ''::text,
  at timestamp with time zone not null,
  constraint readings_pkey PRIMARY KEY (area_id, user_id, day)
);
CREATE INDEX readings_day_idx ON public.readings USING btree (area_id, day, at);
-- liren_app may select, insert, update

create table public.register_history (
  area_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  kind text not null,
  label text not null,
  from_state text,
  to_state text,
  form jsonb not null default '{}'::jsonb,
  sealed jsonb not null default '{}'::jsonb,
  reason text,
  constraint register_history_pkey PRIMARY KEY (area_id, id),
  constraint register_history_seq_key UNIQUE (area_id, record_id, seq),
  constraint register_history_kind_known CHECK ((kind = ANY (ARRAY['entered'::text, 'changed'::text, 'moved'::text, 'closed'::text]))),
  constraint register_history_record_fkey FOREIGN KEY (area_id, record_id) REFERENCES register_records(area_id, id)
);
-- liren_app may select, insert

create table public.register_records (
  area_id uuid not null,
  id uuid not null,
  register text not null,
  definition_hash text not null,
  subject text,
  label text not null,
  name_index text,
  unique_index text,
  state text,
  state_since timestamp with time zone not null,
  form jsonb not null default '{}'::jsonb,
  sealed jsonb not null default '{}'::jsonb,
  words text not null default ''::text,
  version integer not null default 1,
  created_by text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint register_records_pkey PRIMARY KEY (area_id, id),
  constraint register_records_definition_fkey FOREIGN KEY (definition_hash) REFERENCES definitions(hash)
);
CREATE INDEX register_records_list_idx ON public.register_records USING btree (area_id, register, created_at DESC, id DESC);
CREATE UNIQUE INDEX register_records_unique_key ON public.register_records USING btree (area_id, register, unique_index) WHERE ((closed_at IS NULL) AND (unique_index IS NOT NULL));
-- liren_app may select, insert, update

create table public.robots (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  host text not null,
  address_sealed text not null,
  secret_sealed text,
  tells text[] not null,
  made_by text not null,
  made_by_name text not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint robots_pkey PRIMARY KEY (area_id, id),
  constraint robots_kind_known CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'feishu'::text, 'mail'::text]))),
  constraint robots_tells_something CHECK ((cardinality(tells) > 0))
);
-- liren_app may select, insert, update

create table public.saved_view_starts (
  area_id uuid not null,
  user_id text not null,
  list text not null,
  view_id uuid not null,
  constraint saved_view_starts_pkey PRIMARY KEY (area_id, user_id, list),
  constraint saved_view_starts_view_fkey FOREIGN KEY (area_id, view_id) REFERENCES saved_views(area_id, id) ON DELETE CASCADE
);
CREATE INDEX saved_view_starts_view_idx ON public.saved_view_starts USING btree (area_id, view_id);
-- liren_app may select, insert, update, delete

create table public.saved_views (
  area_id uuid not null,
  id uuid not null,
  list text not null,
  holder text not null,
  name text not null,
  query jsonb not null,
  columns text[] not null default '{}'::text[],
  made_by text not null,
  made_by_name text not null,
  created_at timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (area_id, id),
  constraint saved_views_name_key UNIQUE (area_id, list, holder, name),
  constraint saved_views_list_known CHECK ((list = 'matters'::text))
);
-- liren_app may select, insert, update, delete

create table public.schema_migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (name)
);
-- liren_app may select

create table public.search_entries (
  area_id uuid not null,
  kind text not null,
  id uuid not null,
  audience text not null,
  at timestamp with time zone not null,
  words tsvector not null,
  constraint search_entries_pkey PRIMARY KEY (area_id, kind, id, audience),
  constraint search_entries_audience_known CHECK ((audience = ANY (ARRAY['face'::text, 'public'::text, 'area'::text, 'parties'::text, 'restricted'::text]))),
  constraint search_entries_kind_known CHECK ((kind = ANY (ARRAY['matter'::text, 'notice'::text, 'activity'::text])))
);
CREATE INDEX search_entries_words_idx ON public.search_entries USING gin (words) WITH (gin_pending_list_limit='128');
-- liren_app may select, insert, update, delete

create table public.secret_votes (
  area_id uuid not null,
  ballot_id uuid not null,
  receipt text not null,
  choices text[] not null,
  constraint secret_votes_pkey PRIMARY KEY (area_id, ballot_id, receipt),
  constraint secret_votes_choices_made CHECK ((cardinality(choices) > 0)),
  constraint secret_votes_ballot_fkey FOREIGN KEY (area_id, ballot_id) REFERENCES ballots(area_id, id)
);
-- liren_app may select, insert

create table public.shift_turns (
  area_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  day date not null,
  seat integer not null,
  user_id text not null,
  name_sealed text not null,
  name_masked text not null,
  state text not null,
  signed_at timestamp with time zone not null,
  in_at timestamp with time zone,
  out_at timestamp with time zone,
  minutes integer,
  constraint shift_turns_pkey PRIMARY KEY (area_id, id),
  constraint shift_turns_done_counted CHECK (((state <> 'done'::text) OR (minutes IS NOT NULL))),
  constraint shift_turns_minutes CHECK (((minutes >= 0) AND (minutes <= 1440))),
  constraint shift_turns_state_known CHECK ((state = ANY (ARRAY['taken'::text, 'offered'::text, 'done'::text, 'released'::text]))),
  constraint shift_turns_shift_fkey FOREIGN KEY (area_id, shift_id) REFERENCES shifts(area_id, id)
);
CREATE INDEX shift_turns_day_idx ON public.shift_turns USING btree (area_id, day);
CREATE INDEX shift_turns_user_idx ON public.shift_turns USING btree (area_id, user_id, day DESC);
CREATE UNIQUE INDEX shift_turns_seat_key ON public.shift_turns USING btree (area_id, shift_id, day, seat) WHERE (state <> 'released'::text);
CREATE UNIQUE INDEX shift_turns_user_key ON public.shift_turns USING btree (area_id, shift_id, day, user_id) WHERE (state <> 'released'::text);
-- liren_app may select, insert, update

create table public.shifts (
  area_id uuid not null,
  id uuid not null,
  station text not null,
  title text not null,
  weekday integer,
  day date,
  opens integer not null,
  closes integer not null,
  seats integer not null,
  skill text not null default ''::text,
  from_on date not null,
  created_by text not null,
  closed_on date,
  constraint shifts_pkey PRIMARY KEY (area_id, id),
  constraint shifts_minutes CHECK ((((opens >= 0) AND (opens <= 1439)) AND ((closes >= (opens + 1)) AND (closes <= 1440)))),
  constraint shifts_seats CHECK (((seats >= 1) AND (seats <= 50))),
  constraint shifts_weekday_known CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint shifts_weekday_or_day CHECK (((weekday IS NULL) <> (day IS NULL)))
);
-- liren_app may select, insert, update

create table public.stalls (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  name text not null,
  service text not null,
  keeper text not null,
  user_id text,
  words text not null default ''::text,
  state text not null,
  reason text not null default ''::text,
  "position" integer,
  served integer,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  constraint stalls_pkey PRIMARY KEY (area_id, id),
  constraint stalls_position_key UNIQUE (area_id, activity_id, "position"),
  constraint stalls_position_accepted CHECK ((("position" IS NOT NULL) = (state = 'accepted'::text))),
  constraint stalls_served_accepted CHECK (((served IS NULL) OR ((served >= 0) AND (state = 'accepted'::text)))),
  constraint stalls_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint stalls_activity_fkey FOREIGN KEY (area_id, activity_id) REFERENCES activities(area_id, id)
);
CREATE INDEX stalls_activity_idx ON public.stalls USING btree (area_id, activity_id, "position");
-- liren_app may select, insert, update

create table public.team_honours (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  title text not null,
  given_by text not null,
  given_on date not null,
  withdrawn_at timestamp with time zone,
  constraint team_honours_pkey PRIMARY KEY (area_id, id),
  constraint team_honours_team_fkey FOREIGN KEY (area_id, team_id) REFERENCES teams(area_id, id)
);
-- liren_app may select, insert, update

create table public.team_members (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  user_id text,
  person_id uuid,
  name_sealed text not null,
  name_masked text not null,
  role text not null default 'member'::text,
  state text not null default 'member'::text,
  skills text[] not null default '{}'::text[],
  shown boolean not null default false,
  asked_at timestamp with time zone,
  joined_on date,
  left_on date,
  constraint team_members_pkey PRIMARY KEY (area_id, id),
  constraint team_members_joined_once CHECK (((state <> 'member'::text) OR (joined_on IS NOT NULL))),
  constraint team_members_role_known CHECK ((role = ANY (ARRAY['leader'::text, 'deputy'::text, 'member'::text]))),
  constraint team_members_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'member'::text, 'refused'::text, 'left'::text]))),
  constraint team_members_team_fkey FOREIGN KEY (area_id, team_id) REFERENCES teams(area_id, id)
);
CREATE INDEX team_members_team_idx ON public.team_members USING btree (area_id, team_id, state);
CREATE UNIQUE INDEX team_members_user_key ON public.team_members USING btree (area_id, team_id, user_id) WHERE (state = ANY (ARRAY['asked'::text, 'member'::text]));
-- liren_app may select, insert, update

create table public.team_presences (
  area_id uuid not null,
  rehearsal_id uuid not null,
  member_id uuid not null,
  constraint team_presences_pkey PRIMARY KEY (area_id, rehearsal_id, member_id),
  constraint team_presences_member_fkey FOREIGN KEY (area_id, member_id) REFERENCES team_members(area_id, id),
  constraint team_presences_rehearsal_fkey FOREIGN KEY (area_id, rehearsal_id) REFERENCES team_rehearsals(area_id, id)
);
-- liren_app may select, insert

create table public.team_rehearsals (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null,
  booking_id uuid,
  present integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint team_rehearsals_pkey PRIMARY KEY (area_id, id),
  constraint team_rehearsals_ends_after_start CHECK ((ends_at > starts_at)),
  constraint team_rehearsals_present_counted CHECK ((present >= 1)),
  constraint team_rehearsals_team_fkey FOREIGN KEY (area_id, team_id) REFERENCES teams(area_id, id)
);
CREATE UNIQUE INDEX team_rehearsals_start_key ON public.team_rehearsals USING btree (area_id, team_id, starts_at);
-- liren_app may select, insert

create table public.teams (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  sort text not null,
  field text not null,
  story text not null default ''::text,
  picture text,
  meets text not null default ''::text,
  contact text not null default ''::text,
  founded_on date,
  is_open boolean not null default true,
  created_at timestamp with time zone not null,
  created_by text not null,
  closed_on date,
  constraint teams_pkey PRIMARY KEY (area_id, id),
  constraint teams_sort_known CHECK ((sort = ANY (ARRAY['文化'::text, '体育'::text, '志愿'::text])))
);
-- liren_app may select, insert, update

create table public.topic_follows (
  area_id uuid not null,
  topic_id uuid not null,
  user_id text not null,
  at timestamp with time zone not null,
  constraint topic_follows_pkey PRIMARY KEY (area_id, topic_id, user_id),
  constraint topic_follows_topic_fkey FOREIGN KEY (area_id, topic_id) REFERENCES topics(area_id, id)
);
-- liren_app may select, insert, delete

create table public.topic_reports (
  area_id uuid not null,
  id uuid not null,
  topic_id uuid not null,
  voice_id uuid,
  reason text not null,
  reported_by text not null,
  reported_at timestamp with time zone not null,
  state text not null default 'open'::text,
  handled_by text,
  handled_at timestamp with time zone,
  constraint topic_reports_pkey PRIMARY KEY (area_id, id),
  constraint topic_reports_state_known CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'hidden'::text]))),
  constraint topic_reports_topic_fkey FOREIGN KEY (area_id, topic_id) REFERENCES topics(area_id, id),
  constraint topic_reports_voice_fkey FOREIGN KEY (area_id, voice_id) REFERENCES topic_voices(area_id, id)
);
CREATE INDEX topic_reports_state_idx ON public.topic_reports USING btree (area_id, state, reported_at);
CREATE UNIQUE INDEX topic_reports_once_key ON public.topic_reports USING btree (area_id, topic_id, COALESCE(voice_id, topic_id), reported_by) WHERE (state = 'open'::text);
-- liren_app may select, insert, update

create table public.topic_settings (
  area_id uuid not null,
  supports integer not null,
  answer_days integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint topic_settings_pkey PRIMARY KEY (area_id),
  constraint topic_settings_days CHECK (((answer_days >= 1) AND (answer_days <= 60))),
  constraint topic_settings_supports CHECK (((supports >= 1) AND (supports <= 1000)))
);
-- liren_app may select, insert, update

create table public.topic_supports (
  area_id uuid not null,
  topic_id uuid not null,
  user_id text not null,
  at timestamp with time zone not null,
  constraint topic_supports_pkey PRIMARY KEY (area_id, topic_id, user_id),
  constraint topic_supports_topic_fkey FOREIGN KEY (area_id, topic_id) REFERENCES topics(area_id, id)
);
-- liren_app may select, insert, delete

create table public.topic_voices (
  area_id uuid not null,
  id uuid not null,
  topic_id uuid not null,
  kind text not null,
  body text not null,
  said_by text not null,
  speaker text not null,
  said_at timestamp with time zone not null,
  state text not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  reply text,
  replied_by text,
  replied_at timestamp with time zone,
  constraint topic_voices_pkey PRIMARY KEY (area_id, id),
  constraint topic_voices_kind_known CHECK ((kind = ANY (ARRAY['for'::text, 'against'::text, 'suggestion'::text]))),
  constraint topic_voices_refused_with_reason CHECK (((state <> ALL (ARRAY['declined'::text, 'hidden'::text])) OR (reason IS NOT NULL))),
  constraint topic_voices_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'declined'::text, 'hidden'::text]))),
  constraint topic_voices_topic_fkey FOREIGN KEY (area_id, topic_id) REFERENCES topics(area_id, id)
);
CREATE INDEX topic_voices_state_idx ON public.topic_voices USING btree (area_id, state, said_at) WHERE (state = 'waiting'::text);
CREATE INDEX topic_voices_topic_idx ON public.topic_voices USING btree (area_id, topic_id, state, said_at);
-- liren_app may select, insert, update

create table public.topics (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  why text not null,
  scope text not null,
  place_id uuid,
  picture text,
  images uuid[] not null default '{}'::uuid[],
  proposed_by text not null,
  proposer text not null,
  proposed_at timestamp with time zone not null,
  state text not null,
  decided_by text,
  decided_at timestamp with time zone,
  reason text,
  merged_into uuid,
  asked_at timestamp with time zone,
  answer_due_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  answered_by text,
  matter_id uuid,
  matter_number text,
  begun_at timestamp with time zone,
  result text,
  closed_at timestamp with time zone,
  constraint topics_pkey PRIMARY KEY (area_id, id),
  constraint topics_asked_with_date CHECK (((asked_at IS NULL) = (answer_due_at IS NULL))),
  constraint topics_declined_with_reason CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL))),
  constraint topics_in_progress_has_matter CHECK (((state <> 'in-progress'::text) OR (matter_id IS NOT NULL))),
  constraint topics_merged_somewhere CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint topics_scope_known CHECK ((scope = ANY (ARRAY['building'::text, 'estate'::text, 'community'::text]))),
  constraint topics_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'in-progress'::text, 'answered'::text, 'merged'::text, 'declined'::text, 'closed'::text]))),
  constraint topics_merged_fkey FOREIGN KEY (area_id, merged_into) REFERENCES topics(area_id, id)
);
CREATE INDEX topics_proposer_idx ON public.topics USING btree (area_id, proposed_by, proposed_at DESC);
CREATE INDEX topics_state_idx ON public.topics USING btree (area_id, state, proposed_at DESC, id DESC);
-- liren_app may select, insert, update

create table public.venue_exceptions (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  day date not null,
  opens integer,
  closes integer,
  zone text not null default ''::text,
  reason text not null default ''::text,
  constraint venue_exceptions_pkey PRIMARY KEY (area_id, id),
  constraint venue_exceptions_apart EXCLUDE USING gist (area_id WITH =, venue_id WITH =, day WITH =, int4range(COALESCE(opens, 0), COALESCE(closes, 1440)) WITH &&),
  constraint venue_exceptions_minutes CHECK ((((opens IS NULL) = (closes IS NULL)) AND ((opens IS NULL) OR ((opens >= 0) AND (closes > opens) AND (closes <= 1440))))),
  constraint venue_exceptions_venue_fkey FOREIGN KEY (area_id, venue_id) REFERENCES venues(area_id, id)
);
-- liren_app may select, insert, update, delete

create table public.venue_hours (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  weekday integer not null,
  opens integer not null,
  closes integer not null,
  zone text not null default ''::text,
  constraint venue_hours_pkey PRIMARY KEY (area_id, id),
  constraint venue_hours_apart EXCLUDE USING gist (area_id WITH =, venue_id WITH =, weekday WITH =, int4range(opens, closes) WITH &&),
  constraint venue_hours_minutes CHECK (((opens >= 0) AND (closes > opens) AND (closes <= 1440))),
  constraint venue_hours_weekday CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint venue_hours_venue_fkey FOREIGN KEY (area_id, venue_id) REFERENCES venues(area_id, id)
);
-- liren_app may select, insert, update, delete

create table public.venues (
  area_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  kind text not null,
  indoor boolean not null,
  size_tenths integer,
  place text not null default ''::text,
  building_id uuid,
  lng numeric(9,6),
  lat numeric(9,6),
  owner_kind text not null default 'community'::text,
  owner_name text not null default ''::text,
  owner_terms text not null default ''::text,
  operator text not null default ''::text,
  free boolean not null default true,
  functions text[] not null default '{}'::text[],
  capacity integer,
  story text not null default ''::text,
  picture text not null,
  used_before text not null default ''::text,
  picture_before text,
  size_before_tenths integer,
  bookable boolean not null default false,
  rules jsonb,
  closed_on date,
  closed_why text not null default ''::text,
  "position" integer not null default 0,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  constraint venues_pkey PRIMARY KEY (area_id, id),
  constraint venues_capacity_positive CHECK ((capacity > 0)),
  constraint venues_not_in_itself CHECK ((parent_id <> id)),
  constraint venues_owner_known CHECK ((owner_kind = ANY (ARRAY['community'::text, 'unit'::text]))),
  constraint venues_point_whole CHECK (((lng IS NULL) = (lat IS NULL))),
  constraint venues_size_positive CHECK (((size_tenths > 0) AND (size_before_tenths > 0))),
  constraint venues_parent_fkey FOREIGN KEY (area_id, parent_id) REFERENCES venues(area_id, id)
);
CREATE INDEX venues_list_idx ON public.venues USING btree (area_id, "position", id) WHERE (closed_on IS NULL);
CREATE INDEX venues_parent_idx ON public.venues USING btree (area_id, parent_id) WHERE (parent_id IS NOT NULL);
-- liren_app may select, insert, update

create table public.votes (
  area_id uuid not null,
  ballot_id uuid not null,
  elector_id uuid not null,
  way text not null,
  revision integer not null,
  choices text[] not null,
  receipt text not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_proxy boolean not null,
  constraint votes_pkey PRIMARY KEY (area_id, ballot_id, elector_id, way, revision),
  constraint votes_receipt_key UNIQUE (area_id, ballot_id, receipt),
  constraint votes_choices_made CHECK ((cardinality(choices) > 0)),
  constraint votes_revision_positive CHECK ((revision > 0)),
  constraint votes_way_known CHECK ((way = ANY (ARRAY['paper'::text, 'phone'::text]))),
  constraint votes_elector_fkey FOREIGN KEY (area_id, ballot_id, elector_id) REFERENCES electors(area_id, ballot_id, id)
);
-- liren_app may select, insert

create table public.voucher_files (
  area_id uuid not null,
  fund_id uuid not null,
  voucher_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  live boolean not null default true,
  constraint voucher_files_pkey PRIMARY KEY (area_id, fund_id, voucher_id, file_id),
  constraint voucher_files_voucher_fkey FOREIGN KEY (area_id, fund_id, voucher_id) REFERENCES vouchers(area_id, fund_id, id)
);
CREATE UNIQUE INDEX voucher_files_once_key ON public.voucher_files USING btree (area_id, fund_id, sha256) WHERE live;
-- liren_app may select, insert

create table public.vouchers (
  area_id uuid not null,
  fund_id uuid not null,
  id uuid not null,
  book_id uuid not null,
  kind text not null,
  way text not null,
  receipt_no text not null default ''::text,
  day date not null,
  month integer not null,
  amount bigint not null,
  bank_amount bigint not null,
  account_id uuid not null,
  party text not null default ''::text,
  payee_user_id text,
  related_ids text[] not null default '{}'::text[],
  related_note text not null default ''::text,
  memo text not null,
  shown jsonb not null default '[]'::jsonb,
  split jsonb,
  matter_id uuid,
  step text,
  state text not null,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  drafted_by text,
  drafted_name text,
  drafted_at timestamp with time zone,
  approved_by text,
  approved_name text,
  approved_at timestamp with time zone,
  refused_by text,
  refused_name text,
  refused_at timestamp with time zone,
  refused_reason text not null default ''::text,
  serial integer,
  number text,
  entry_seq integer,
  reversal_seq integer,
  corrects uuid,
  constraint vouchers_pkey PRIMARY KEY (area_id, fund_id, id),
  constraint vouchers_bank_key UNIQUE (area_id, fund_id, id, bank_amount),
  constraint vouchers_entry_key UNIQUE (area_id, book_id, entry_seq),
  constraint vouchers_number_key UNIQUE (area_id, fund_id, month, serial),
  constraint vouchers_reversal_key UNIQUE (area_id, book_id, reversal_seq),
  constraint vouchers_amount_some CHECK (((amount > 0) OR ((kind = 'correction'::text) AND (amount = 0)))),
  constraint vouchers_approver_other CHECK ((approved_by <> drafted_by)),
  constraint vouchers_carried CHECK (((matter_id IS NULL) = (step IS NULL))),
  constraint vouchers_corrects CHECK (((kind = 'correction'::text) = (corrects IS NOT NULL))),
  constraint vouchers_drafted_whole CHECK ((((drafted_by IS NULL) = (drafted_at IS NULL)) AND ((state = ANY (ARRAY['proposed'::text, 'refused'::text])) OR (drafted_by IS NOT NULL)))),
  constraint vouchers_four_eyes CHECK (((state <> 'posted'::text) OR (kind = 'income'::text) OR ((approved_by IS NOT NULL) AND (drafted_by IS NOT NULL)))),
  constraint vouchers_kind_known CHECK ((kind = ANY (ARRAY['income'::text, 'payment'::text, 'transfer'::text, 'correction'::text]))),
  constraint vouchers_month_of_day CHECK (((month)::numeric = ((EXTRACT(year FROM day) * (100)::numeric) + EXTRACT(month FROM day)))),
  constraint vouchers_number_of_month CHECK ((number = ((month || '-'::text) || lpad((serial)::text, GREATEST(3, length((serial)::text)), '0'::text)))),
  constraint vouchers_payee_other CHECK (((payee_user_id <> drafted_by) AND (payee_user_id <> approved_by))),
  constraint vouchers_posted_whole CHECK ((((state = 'posted'::text) = (serial IS NOT NULL)) AND ((serial IS NULL) = (number IS NULL)) AND ((state = 'posted'::text) = ((entry_seq IS NOT NULL) OR (reversal_seq IS NOT NULL))) AND ((reversal_seq IS NULL) OR (kind = 'correction'::text)))),
  constraint vouchers_receipt_named CHECK (((way <> 'receipt'::text) OR (receipt_no <> ''::text) OR (state = 'proposed'::text))),
  constraint vouchers_refused_whole CHECK ((((state = 'refused'::text) = (refused_at IS NOT NULL)) AND ((refused_by IS NULL) = (refused_at IS NULL)))),
  constraint vouchers_related_other CHECK (((approved_by IS NULL) OR (NOT (approved_by = ANY (related_ids))))),
  constraint vouchers_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'drafted'::text, 'posted'::text, 'refused'::text]))),
  constraint vouchers_way_known CHECK ((way = ANY (ARRAY['bank'::text, 'cash'::text, 'receipt'::text]))),
  constraint vouchers_account_fkey FOREIGN KEY (area_id, book_id, account_id) REFERENCES ledger_accounts(area_id, book_id, id),
  constraint vouchers_corrects_fkey FOREIGN KEY (area_id, fund_id, corrects) REFERENCES vouchers(area_id, fund_id, id),
  constraint vouchers_entry_fkey FOREIGN KEY (area_id, book_id, entry_seq) REFERENCES entries(area_id, book_id, seq),
  constraint vouchers_fund_fkey FOREIGN KEY (area_id, fund_id, book_id) REFERENCES funds(area_id, id, book_id),
  constraint vouchers_reversal_fkey FOREIGN KEY (area_id, book_id, reversal_seq) REFERENCES entries(area_id, book_id, seq)
);
CREATE INDEX vouchers_matter_idx ON public.vouchers USING btree (area_id, matter_id) WHERE (matter_id IS NOT NULL);
CREATE INDEX vouchers_month_idx ON public.vouchers USING btree (area_id, fund_id, month DESC, serial DESC) WHERE (state = 'posted'::text);
CREATE INDEX vouchers_state_idx ON public.vouchers USING btree (area_id, fund_id, state, made_at DESC, id DESC);
CREATE UNIQUE INDEX vouchers_carried_key ON public.vouchers USING btree (area_id, matter_id, step) WHERE ((matter_id IS NOT NULL) AND (kind <> 'income'::text) AND (state = ANY (ARRAY['proposed'::text, 'drafted'::text])));
CREATE UNIQUE INDEX vouchers_corrected_key ON public.vouchers USING btree (area_id, fund_id, corrects) WHERE ((corrects IS NOT NULL) AND (state <> 'refused'::text));
-- liren_app may select, insert

create table public.work_performances (
  area_id uuid not null,
  id uuid not null,
  work_id uuid not null,
  performed_on date not null,
  place text not null,
  audience integer,
  activity_id uuid,
  constraint work_performances_pkey PRIMARY KEY (area_id, id),
  constraint work_performances_audience_counted CHECK ((audience >= 0)),
  constraint work_performances_work_fkey FOREIGN KEY (area_id, work_id) REFERENCES works(area_id, id)
);
CREATE INDEX work_performances_work_idx ON public.work_performances USING btree (area_id, work_id, performed_on DESC);
-- liren_app may select, insert

create table public.works (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  authors_sealed text not null,
  shown boolean not null,
  team_id uuid,
  theme text not null default ''::text,
  body text not null default ''::text,
  picture text,
  images uuid[] not null default '{}'::uuid[],
  media text,
  topic text not null default ''::text,
  topic_number text,
  heritage text not null default ''::text,
  made_on date,
  state text not null,
  submitted_at timestamp with time zone not null,
  submitted_by text not null,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  constraint works_pkey PRIMARY KEY (area_id, id),
  constraint works_decided CHECK (((state = 'submitted'::text) OR (decided_at IS NOT NULL))),
  constraint works_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'published'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint works_team_fkey FOREIGN KEY (area_id, team_id) REFERENCES teams(area_id, id)
);
CREATE INDEX works_published_idx ON public.works USING btree (area_id, decided_at DESC, id DESC) WHERE (state = 'published'::text);
CREATE INDEX works_state_idx ON public.works USING btree (area_id, state, submitted_at DESC, id DESC);
CREATE INDEX works_team_idx ON public.works USING btree (area_id, team_id) WHERE (team_id IS NOT NULL);
-- liren_app may select, insert, update

create table auth.account (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX account_user_idx ON auth.account USING btree (user_id);
-- liren_app may select, insert, update, delete

create table auth.attempts (
  name text not null,
  origin text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  proven_at timestamp with time zone,
  constraint attempts_pkey PRIMARY KEY (name, origin)
);
CREATE INDEX attempts_last_idx ON auth.attempts USING btree (last_at);
-- liren_app may select, insert, update, delete

create table auth.codes (
  id text not null,
  phone text not null,
  origin text not null,
  code text not null,
  tries integer not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint codes_pkey PRIMARY KEY (id)
);
CREATE INDEX codes_origin_idx ON auth.codes USING btree (origin, sent_at);
CREATE INDEX codes_phone_idx ON auth.codes USING btree (phone, sent_at);
-- liren_app may select, insert, update, delete

create table auth.grants (
  id uuid not null,
  user_id text not null,
  role text not null,
  area_id uuid not null,
  held_from timestamp with time zone not null,
  held_until timestamp with time zone,
  granted_by text not null,
  constraint grants_pkey PRIMARY KEY (id),
  constraint grants_user_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id)
);
CREATE INDEX grants_area_idx ON auth.grants USING btree (area_id, role);
CREATE UNIQUE INDEX grants_held_key ON auth.grants USING btree (user_id, role, area_id) WHERE (held_until IS NULL);
-- liren_app may select, insert, update

create table auth.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  way text not null,
  area_id uuid,
  household_id uuid,
  person_id uuid,
  person_name text,
  card_id uuid,
  consent_id uuid,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_way_known CHECK ((way = ANY (ARRAY['password'::text, 'code'::text, 'card'::text]))),
  constraint session_user_fkey FOREIGN KEY (user_id) REFERENCES auth."user"(id) ON DELETE CASCADE
);
CREATE INDEX session_card_idx ON auth.session USING btree (card_id) WHERE (card_id IS NOT NULL);
CREATE INDEX session_expires_idx ON auth.session USING btree (expires_at);
CREATE INDEX session_user_idx ON auth.session USING btree (user_id);
-- liren_app may select, insert, update, delete

create table auth.user (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  display_username text,
  phone_number text,
  phone_number_verified boolean,
  face text,
  home_area_id uuid,
  person_id uuid,
  household_id uuid,
  must_change_password boolean not null default false,
  preferences jsonb not null default '{}'::jsonb,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_phone_number_key UNIQUE (phone_number),
  constraint user_username_key UNIQUE (username)
);
CREATE INDEX user_home_idx ON auth."user" USING btree (home_area_id) WHERE (home_area_id IS NOT NULL);
CREATE UNIQUE INDEX user_household_key ON auth."user" USING btree (household_id) WHERE (household_id IS NOT NULL);
CREATE UNIQUE INDEX user_person_key ON auth."user" USING btree (person_id) WHERE (person_id IS NOT NULL);
-- liren_app may select, insert, update, delete

create table auth.user_areas (
  user_id text not null,
  area_id uuid not null,
  constraint user_areas_pkey PRIMARY KEY (user_id, area_id)
);
-- liren_app may select, insert

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);
-- liren_app may select, insert, update, delete

create table jobs.deadlines (
  id uuid not null,
  area_id uuid not null,
  subject uuid not null,
  kind text not null,
  rule text not null,
  token integer not null,
  due_at timestamp with time zone not null,
  attempts integer not null default 0,
  last_error text,
  constraint deadlines_pkey PRIMARY KEY (id)
);
CREATE INDEX deadlines_due_idx ON jobs.deadlines USING btree (due_at, id);
CREATE INDEX deadlines_subject_idx ON jobs.deadlines USING btree (subject);
-- liren_app may select, insert, update, delete

create table jobs.outbox (
  id uuid not null,
  area_id uuid not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  available_at timestamp with time zone not null,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_available_idx ON jobs.outbox USING btree (available_at, id);
-- liren_app may select, insert, update, delete

create table jobs.settings (
  name text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (name)
);
-- liren_app may select, insert, update, delete
