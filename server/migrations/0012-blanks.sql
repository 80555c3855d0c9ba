-- The upper level's forms that were filled from what is known, and what each asked. Source: DESIGN 2 (4), 3 减负.
create table blanks (
  area_id uuid not null,
  id uuid not null,
  file_name text not null,
  title text not null,
  -- Who asked for it, in the words of the person who filled it.
  asked_by text not null default '',
  -- The form as it came: somebody may have typed names into it.
  file_sealed text not null,
  -- What the person said is listed, where the title does not say it.
  list_scope text,
  created_at timestamptz not null,
  created_by text not null,
  created_by_name text not null,
  filled_at timestamptz,
  constraint blanks_pkey primary key (area_id, id)
);
create index blanks_newest_idx on blanks (area_id, created_at desc, id desc);
create index blanks_filled_idx on blanks (area_id, filled_at desc, id desc) where filled_at is not null;

-- What a filled form asked, heading by heading, and how many of its places were filled. Written when the form is filled.
create table blank_columns (
  area_id uuid not null,
  blank_id uuid not null,
  at int not null,
  heading text not null,
  filled_from text,
  asked int not null,
  filled int not null,
  constraint blank_columns_pkey primary key (area_id, blank_id, at),
  constraint blank_columns_adds_up check (filled >= 0 and filled <= asked)
);
alter table blank_columns add constraint blank_columns_blank_fkey foreign key (area_id, blank_id) references blanks (area_id, id) on delete cascade;

-- What people of a community assigned to a heading, so that it is asked once only.
create table blank_headings (
  area_id uuid not null,
  heading text not null,
  term text not null,
  chosen_at timestamptz not null,
  chosen_by text not null,
  constraint blank_headings_pkey primary key (area_id, heading)
);

grant select, insert, update, delete on blanks, blank_columns, blank_headings to liren_app;
