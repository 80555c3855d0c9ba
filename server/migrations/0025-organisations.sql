-- Bodies with their members and terms, the party tree of five levels, and the register of doors and their owners.
-- Source: C26, C70, C77, C78, N46, N68; the Civil Code's owners' vote is external (X17).
create table bodies (
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
  platform text not null default '',
  reach text not null default '',
  term_from date,
  term_to date,
  created_at timestamptz not null,
  created_by text not null,
  closed_on date,
  version int not null default 1,
  constraint bodies_pkey primary key (area_id, id),
  -- Refers to a place in the tree together with its level, so that no level is skipped and there is no sixth.
  constraint bodies_level_key unique (area_id, id, level),
  constraint bodies_level_known check (level between 1 and 5),
  constraint bodies_parent_one_above check (
    (level is null and parent_id is null and parent_level is null)
    or (level <= 2 and parent_id is null and parent_level is null)
    or (level >= 3 and parent_id is not null and parent_level is not null and parent_level = level - 1)
  ),
  constraint bodies_term_in_order check (term_from is null or term_to is null or term_to >= term_from)
);
alter table bodies add constraint bodies_parent_fkey foreign key (area_id, parent_id, parent_level) references bodies (area_id, id, level);
create index bodies_parent_idx on bodies (area_id, parent_id);
create unique index bodies_name_key on bodies (area_id, body, name) where closed_on is null;

create table body_members (
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
  -- Whom she comes from, in the words of a composition: 业委会, 物业, 律师.
  party text not null default '',
  standing text,
  shown boolean not null default false,
  from_on date not null,
  left_on date,
  left_why text,
  created_at timestamptz not null,
  created_by text not null,
  constraint body_members_pkey primary key (area_id, id),
  constraint body_members_standing_known check (standing is null or standing in ('专职', '兼职')),
  constraint body_members_left_after_from check (left_on is null or left_on >= from_on)
);
alter table body_members add constraint body_members_body_fkey foreign key (area_id, body_id) references bodies (area_id, id);
create index body_members_body_idx on body_members (area_id, body_id);
create index body_members_user_idx on body_members (area_id, user_id) where user_id is not null;
-- One seat of a post per person: taken up twice at once, it is one.
create unique index body_members_seat_key on body_members (area_id, body_id, post, name_index, coalesce(phone_index, '')) where left_on is null;

-- Everybody who owns a door. `owner_key` is the same for the doors of one person, who counts once by number.
create table owners (
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
  created_at timestamptz not null,
  left_at timestamptz,
  constraint owners_pkey primary key (area_id, id),
  constraint owners_unit_key unique (area_id, unit_id, id),
  constraint owners_kind_known check (kind in ('person', 'company', 'developer'))
);
create index owners_key_idx on owners (area_id, owner_key) where left_at is null;
create index owners_user_idx on owners (area_id, user_id) where user_id is not null and left_at is null;

-- A door names the one owner who votes for it: exactly one, and one of its own. Areas in 0.01 m².
create table owned_units (
  area_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  household_id uuid,
  unit text not null default '',
  room text not null,
  label text not null,
  sort text not null,
  use text not null,
  title_area int not null,
  voter_id uuid not null,
  verified_at timestamptz,
  verified_by text,
  verified_by_name text,
  created_at timestamptz not null,
  removed_at timestamptz,
  version int not null default 1,
  constraint owned_units_pkey primary key (area_id, id),
  constraint owned_units_title_area_positive check (title_area > 0),
  constraint owned_units_use_known check (use in ('住宅', '商业', '其他')),
  constraint owned_units_verified_by_somebody check ((verified_at is null) = (verified_by is null))
);
alter table owned_units add constraint owned_units_voter_fkey foreign key (area_id, id, voter_id) references owners (area_id, unit_id, id);
alter table owned_units add constraint owned_units_household_fkey foreign key (area_id, household_id) references households (area_id, id);
create unique index owned_units_door_key on owned_units (area_id, estate_id, label) where removed_at is null;
create index owned_units_list_idx on owned_units (area_id, estate_id, sort, id) where removed_at is null;

-- What an estate has in all by its title plan, to hold the register against.
create table estate_totals (
  area_id uuid not null,
  estate_id uuid not null,
  building_id uuid not null,
  doors int not null,
  title_area bigint not null,
  source text not null,
  stated_at timestamptz not null,
  stated_by text not null,
  constraint estate_totals_pkey primary key (area_id, estate_id, building_id),
  constraint estate_totals_counted check (doors > 0 and title_area > 0)
);

grant select, insert, update on bodies, body_members, owners, owned_units, estate_totals to liren_app;
