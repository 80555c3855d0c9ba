-- Records brought in from a person's own Excel file: read and checked first, then taken in batch by batch. Source: trust.md R22.
create table imports (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  -- The headings of the file in its own order, so that it can be given back as it was.
  headings text[] not null,
  state text not null,
  duplicates text not null default 'skip',
  total int not null,
  bad int not null,
  doubled int not null,
  done int not null default 0,
  added int not null default 0,
  updated int not null default 0,
  skipped int not null default 0,
  failed int not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  finished_at timestamptz,
  constraint imports_pkey primary key (area_id, id),
  constraint imports_state_known check (state in ('checked', 'running', 'done', 'cancelled')),
  constraint imports_duplicates_known check (duplicates in ('skip', 'update', 'merge')),
  constraint imports_adds_up check (done = added + updated + skipped + failed)
);
create index imports_newest_idx on imports (area_id, created_at desc, id desc);

-- Cells hold personal data: sealed, and emptied once a row is in.
create table import_rows (
  area_id uuid not null,
  import_id uuid not null,
  -- The number of the row in the file, as Excel shows it.
  at int not null,
  cells_sealed text,
  state text not null,
  problem text,
  constraint import_rows_pkey primary key (area_id, import_id, at),
  constraint import_rows_state_known check (state in ('ready', 'bad', 'added', 'updated', 'skipped', 'failed'))
);
alter table import_rows add constraint import_rows_import_fkey foreign key (area_id, import_id) references imports (area_id, id) on delete cascade;
create index import_rows_ready_idx on import_rows (area_id, import_id, at) where state = 'ready';

grant select, insert, update, delete on imports, import_rows to liren_app;
