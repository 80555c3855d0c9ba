-- Residents and households. Sealed columns hold AES-256-GCM text; *_index columns are blind indexes. Source: X29, DESIGN 6.
create table households (
  area_id uuid not null,
  id uuid not null,
  building_id uuid,
  grid_id uuid,
  unit text not null default '',
  room text not null default '',
  label text not null,
  -- The label with every number padded, so that building 10 comes after building 2.
  sort text not null,
  created_at timestamptz not null,
  version int not null default 1,
  constraint households_pkey primary key (area_id, id)
);
create unique index households_door_key on households (area_id, building_id, unit, room) where building_id is not null;
create index households_sort_idx on households (area_id, sort, id);
create index households_grid_idx on households (area_id, grid_id, sort, id);

create table people (
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
  birth_year int,
  gender text,
  tags text[] not null default '{}',
  note_sealed text,
  created_at timestamptz not null,
  left_at timestamptz,
  version int not null default 1,
  constraint people_pkey primary key (area_id, id),
  constraint people_gender_known check (gender is null or gender in ('男','女'))
);
alter table people add constraint people_household_fkey foreign key (area_id, household_id) references households (area_id, id);
create unique index people_id_number_key on people (area_id, id_number_index) where id_number_index is not null and left_at is null;
create index people_phone_idx on people (area_id, phone_index) where phone_index is not null;
create index people_name_idx on people (area_id, name_index);
create index people_household_idx on people (area_id, household_id);
create index people_user_idx on people (area_id, user_id) where user_id is not null;

-- 一户一码: only the hash of the code is kept; the first use waits for the grid worker.
create table household_cards (
  area_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  person_id uuid,
  token_hash text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  first_used_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  revoked_at timestamptz,
  revoked_by text,
  last_used_at timestamptz,
  constraint household_cards_pkey primary key (area_id, id)
);
alter table household_cards add constraint household_cards_household_fkey foreign key (area_id, household_id) references households (area_id, id);
create unique index household_cards_token_key on household_cards (area_id, token_hash);
create index household_cards_household_idx on household_cards (area_id, household_id);

-- Family acting for an elder, with her consent on record.
create table family_consents (
  area_id uuid not null,
  id uuid not null,
  elder_id uuid not null,
  family_user_id text not null,
  relation text not null,
  given_how text not null,
  recorded_by text not null,
  given_at timestamptz not null,
  revoked_at timestamptz,
  constraint family_consents_pkey primary key (area_id, id)
);
alter table family_consents add constraint family_consents_elder_fkey foreign key (area_id, elder_id) references people (area_id, id);
create unique index family_consents_live_key on family_consents (area_id, elder_id, family_user_id) where revoked_at is null;
create index family_consents_family_idx on family_consents (area_id, family_user_id);

grant select, insert, update on households, people, household_cards, family_consents to liren_app;
