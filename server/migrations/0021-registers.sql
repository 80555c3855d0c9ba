-- Registers as stored definitions, adopted like methods; the records they hold, and what became of each, append-only.
-- Source: METHODS 2.3, decision 0019, F48, F49, N03, N88.
alter table adoptions drop constraint adoptions_kind_known;
alter table adoptions add constraint adoptions_kind_known check (kind in ('method', 'duties', 'standard', 'register'));

-- One line of a register. What is personal is sealed, and `label` is masked then; `name_index` finds it by the whole name.
create table register_records (
  area_id uuid not null,
  id uuid not null,
  register text not null,
  definition_hash text not null,
  subject text,
  label text not null,
  name_index text,
  unique_index text,
  state text,
  state_since timestamptz not null,
  form jsonb not null default '{}',
  sealed jsonb not null default '{}',
  words text not null default '',
  version int not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  constraint register_records_pkey primary key (area_id, id)
);
alter table register_records add constraint register_records_definition_fkey
  foreign key (definition_hash) references definitions (hash);
-- What a file calls unique holds among the records that stand.
create unique index register_records_unique_key on register_records (area_id, register, unique_index)
  where closed_at is null and unique_index is not null;
create index register_records_list_idx on register_records (area_id, register, created_at desc, id desc);

-- What was written, moved, closed: when, by whom, and what was filled.
create table register_history (
  area_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  kind text not null,
  label text not null,
  from_state text,
  to_state text,
  form jsonb not null default '{}',
  sealed jsonb not null default '{}',
  reason text,
  constraint register_history_pkey primary key (area_id, id),
  constraint register_history_seq_key unique (area_id, record_id, seq),
  constraint register_history_kind_known check (kind in ('entered', 'changed', 'moved', 'closed'))
);
alter table register_history add constraint register_history_record_fkey
  foreign key (area_id, record_id) references register_records (area_id, id);

grant select, insert, update on register_records to liren_app;
grant select, insert on register_history to liren_app;
