-- Duties as stored definitions, adopted like methods; what was done, append-only; who is away. Source: METHODS 2.2, F37, N71.
alter table adoptions add column kind text not null default 'method';
alter table adoptions add constraint adoptions_kind_known check (kind in ('method','duties'));
drop index adoptions_live_key;
create unique index adoptions_live_key on adoptions (area_id, kind, method) where ended_at is null;

-- One duty done once for one subject. A round that served several has a row for each.
create table duty_records (
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
  at timestamptz not null,
  received_at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  stands_for text,
  form jsonb not null default '{}',
  matter text,
  constraint duty_records_pkey primary key (area_id, id),
  constraint duty_records_round_key unique (area_id, round_id, duty),
  constraint duty_records_after_act check (received_at >= at)
);
alter table duty_records add constraint duty_records_definition_fkey foreign key (definition_hash) references definitions (hash);
create index duty_records_subject_idx on duty_records (area_id, duty_set, duty, subject_id, period desc, at desc);
create index duty_records_period_idx on duty_records (area_id, duty_set, period);
create index duty_records_at_idx on duty_records (area_id, at desc, id desc);

-- Somebody is away from one day to another; another stands in, or nobody does and what falls due is excused.
create table duty_absences (
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
  noted_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint duty_absences_pkey primary key (area_id, id),
  constraint duty_absences_days check (to_day >= from_day),
  constraint duty_absences_other_person check (stand_in_id is null or stand_in_id <> user_id)
);
create index duty_absences_days_idx on duty_absences (area_id, to_day) where withdrawn_at is null;

grant select, insert on duty_records to liren_app;
grant select, insert, update on duty_absences to liren_app;
