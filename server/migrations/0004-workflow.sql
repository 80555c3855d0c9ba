-- Methods as stored definitions, adoptions, matters and their append-only history. Source: METHODS 2, F33 F39 F52, N65.
create table definitions (
  hash text not null,
  kind text not null,
  id text not null,
  version int not null,
  base_hash text,
  settings jsonb not null default '{}',
  content json not null,
  name text not null,
  created_at timestamptz not null,
  constraint definitions_pkey primary key (hash)
);
create unique index definitions_original_key on definitions (kind, id, version) where base_hash is null;

create table adoptions (
  area_id uuid not null,
  id uuid not null,
  method text not null,
  definition_hash text not null,
  settings jsonb not null default '{}',
  binding text[] not null default '{}',
  adopted_from text,
  adopted_at timestamptz not null,
  adopted_by text not null,
  ended_at timestamptz,
  constraint adoptions_pkey primary key (area_id, id)
);
alter table adoptions add constraint adoptions_definition_fkey foreign key (definition_hash) references definitions (hash);
create unique index adoptions_live_key on adoptions (area_id, method) where ended_at is null;

create table matter_counters (
  area_id uuid not null,
  year int not null,
  last int not null,
  constraint matter_counters_pkey primary key (area_id, year)
);

create table matters (
  area_id uuid not null,
  id uuid not null,
  number text not null,
  trace_code text not null,
  method text not null,
  definition_hash text not null,
  status text not null,
  visible text not null,
  step text not null,
  entered_at timestamptz not null,
  due_at timestamptz,
  paused_at timestamptz,
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
  sealed jsonb not null default '{}',
  face jsonb not null default '{}',
  state jsonb not null,
  stars smallint,
  reminded int not null default 0,
  supervised boolean not null default false,
  words text not null default '',
  merged_into text,
  parent_id uuid,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  constraint matters_pkey primary key (area_id, id),
  constraint matters_number_key unique (area_id, number),
  constraint matters_trace_code_key unique (area_id, trace_code),
  constraint matters_status_known check (status in ('open','done','refused','withdrawn','merged','moved')),
  constraint matters_visible_known check (visible in ('public','area','parties','restricted')),
  constraint matters_closed_when_ended check ((status = 'open') = (closed_at is null)),
  constraint matters_stars_range check (stars is null or stars between 1 and 5)
);
alter table matters add constraint matters_definition_fkey foreign key (definition_hash) references definitions (hash);
create index matters_open_due_idx on matters (area_id, due_at, id) where status = 'open';
create index matters_created_idx on matters (area_id, created_at desc, id desc);
create index matters_closed_idx on matters (area_id, closed_at desc, id desc) where status <> 'open';
create index matters_method_idx on matters (area_id, method, created_at desc, id desc);
create index matters_step_idx on matters (area_id, method, step, due_at, id) where status = 'open';
create index matters_building_idx on matters (area_id, building_id, created_at desc);

create table matter_history (
  area_id uuid not null,
  matter_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  actor_title text not null default '',
  kind text not null,
  what text not null,
  label text not null default '',
  from_step text,
  to_step text not null,
  entered_at timestamptz,
  due_at timestamptz,
  late boolean not null default false,
  form jsonb not null default '{}',
  sealed jsonb not null default '{}',
  reason text,
  constraint matter_history_pkey primary key (area_id, matter_id, seq),
  constraint matter_history_kind_known check (kind in ('begin','action','office','system'))
);
alter table matter_history add constraint matter_history_matter_fkey foreign key (area_id, matter_id) references matters (area_id, id);
create index matter_history_step_idx on matter_history (area_id, from_step, at) where from_step is not null;

-- Whom an open matter waits for: actor keys such as `role:grid-worker@<area>` or `user:<id>`.
create table matter_waits (
  area_id uuid not null,
  actor text not null,
  matter_id uuid not null,
  due_at timestamptz,
  constraint matter_waits_pkey primary key (area_id, actor, matter_id)
);
alter table matter_waits add constraint matter_waits_matter_fkey foreign key (area_id, matter_id) references matters (area_id, id);
create index matter_waits_due_idx on matter_waits (area_id, actor, due_at, matter_id);
create index matter_waits_matter_idx on matter_waits (area_id, matter_id);

-- Who has to do with a matter beyond those it waits for: reporter, household, handled, copied, follower.
create table matter_parties (
  area_id uuid not null,
  user_id text not null,
  relation text not null,
  matter_id uuid not null,
  since timestamptz not null,
  constraint matter_parties_pkey primary key (area_id, user_id, relation, matter_id)
);
alter table matter_parties add constraint matter_parties_matter_fkey foreign key (area_id, matter_id) references matters (area_id, id);
create index matter_parties_matter_idx on matter_parties (area_id, matter_id);
create index matter_parties_since_idx on matter_parties (area_id, user_id, relation, since desc, matter_id desc);

-- Figures of one area at one time, derived from the records by the worker; screens above the community read these.
create table matter_rollups (
  area_id uuid not null,
  kind text not null,
  at timestamptz not null,
  figures jsonb not null,
  constraint matter_rollups_pkey primary key (area_id, kind)
);

grant select, insert on definitions to liren_app;
grant select, insert, update on adoptions, matter_counters, matters, matter_rollups to liren_app;
grant select, insert on matter_history to liren_app;
grant select, insert, update, delete on matter_waits, matter_parties to liren_app;
