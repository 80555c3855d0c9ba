-- Areas from city to building, one shared tree; codes are attributes with a history. Source: K01, X20, DESIGN 6.
create table areas (
  id uuid not null,
  parent_id uuid,
  owner_id uuid not null,
  level text not null,
  code text,
  name text not null,
  full_name text not null,
  path uuid[] not null,
  position int not null default 0,
  letters text,
  geometry jsonb,
  details jsonb not null default '{}',
  closed_on date,
  constraint areas_pkey primary key (id),
  constraint areas_level_known check (level in ('city','district','street','community','grid','micro-grid','estate','building')),
  constraint areas_code_form check (code is null or code ~ '^[0-9]{12}([0-9]{2,6})?$'),
  constraint areas_letters_form check (letters is null or letters ~ '^[a-z2-9]{4}$'),
  constraint areas_path_ends_here check (path[array_length(path, 1)] = id)
);
create unique index areas_code_key on areas (code) where code is not null and closed_on is null;
create unique index areas_letters_key on areas (letters) where letters is not null;
create index areas_parent_idx on areas (parent_id, position, name);
alter table areas add constraint areas_parent_fkey foreign key (parent_id) references areas (id);
alter table areas add constraint areas_owner_fkey foreign key (owner_id) references areas (id);

create table area_codes (
  area_id uuid not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  constraint area_codes_pkey primary key (area_id, code, valid_from)
);
alter table area_codes add constraint area_codes_area_fkey foreign key (area_id) references areas (id);

-- Published figures keep their qualifier (约 余 超) and their source; they are never computed with. Source: 3.22, X27.
create table area_figures (
  area_id uuid not null,
  id uuid not null,
  metric text not null,
  value numeric not null,
  unit text not null,
  qualifier text not null default '',
  period text not null default '',
  source text not null,
  published_on date,
  position int not null default 0,
  constraint area_figures_pkey primary key (area_id, id)
);
alter table area_figures add constraint area_figures_area_fkey foreign key (area_id) references areas (id);

create table idempotency_keys (
  area_id uuid not null,
  actor_id text not null,
  key text not null,
  fingerprint text not null,
  status smallint not null,
  body jsonb,
  created_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (area_id, actor_id, key)
);
create index idempotency_keys_age_idx on idempotency_keys (created_at);

create table audit (
  area_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  act text not null,
  subject text,
  detail jsonb not null default '{}',
  constraint audit_pkey primary key (area_id, id)
);
create index audit_subject_idx on audit (area_id, subject, id);

create table files (
  area_id uuid not null,
  id uuid not null,
  sha256 text not null,
  media_type text not null,
  size_bytes int not null,
  width int,
  height int,
  name text not null default '',
  subject text,
  public boolean not null default false,
  uploaded_by text not null,
  created_at timestamptz not null,
  constraint files_pkey primary key (area_id, id),
  constraint files_size_positive check (size_bytes > 0)
);
create index files_subject_idx on files (area_id, subject);

-- Local class: login, sessions and the worker. Never distributed, never area-owned.
create schema jobs;

create table jobs.outbox (
  id uuid not null,
  area_id uuid not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  available_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  constraint outbox_pkey primary key (id)
);
create index outbox_available_idx on jobs.outbox (available_at, id);

create table jobs.deadlines (
  id uuid not null,
  area_id uuid not null,
  subject uuid not null,
  kind text not null,
  rule text not null,
  token int not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  constraint deadlines_pkey primary key (id)
);
create index deadlines_due_idx on jobs.deadlines (due_at, id);
create index deadlines_subject_idx on jobs.deadlines (subject);

create table jobs.settings (
  name text not null,
  value jsonb not null,
  constraint settings_pkey primary key (name)
);

grant usage on schema public, jobs to liren_app;
grant select, insert, update on areas, area_codes, area_figures, files to liren_app;
grant delete on area_figures, area_codes to liren_app;
grant select, insert, delete on idempotency_keys to liren_app;
grant select, insert on audit to liren_app;
grant select, insert, update, delete on jobs.outbox, jobs.deadlines, jobs.settings to liren_app;
