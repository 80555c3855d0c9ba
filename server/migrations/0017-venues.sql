-- Venues 阵地: places of a community, spaces inside spaces, when they are open and what for. Facilities are venues nobody books.
-- Source: A6, A14, B22, B30, B31, B38, C10, D9, D16, D27; N11, N12, N16, N37.
create extension if not exists btree_gist;

create table venues (
  area_id uuid not null,
  id uuid not null,
  parent_id uuid,
  name text not null,
  kind text not null,
  indoor boolean not null,
  size_tenths int,
  place text not null default '',
  building_id uuid,
  lng numeric(9,6),
  lat numeric(9,6),
  owner_kind text not null default 'community',
  owner_name text not null default '',
  owner_terms text not null default '',
  operator text not null default '',
  free boolean not null default true,
  functions text[] not null default '{}',
  capacity int,
  story text not null default '',
  picture text not null,
  used_before text not null default '',
  picture_before text,
  size_before_tenths int,
  bookable boolean not null default false,
  rules jsonb,
  closed_on date,
  closed_why text not null default '',
  position int not null default 0,
  revision int not null default 1,
  created_at timestamptz not null,
  constraint venues_pkey primary key (area_id, id),
  constraint venues_owner_known check (owner_kind in ('community', 'unit')),
  constraint venues_size_positive check (size_tenths > 0 and size_before_tenths > 0),
  constraint venues_capacity_positive check (capacity > 0),
  constraint venues_point_whole check ((lng is null) = (lat is null)),
  constraint venues_not_in_itself check (parent_id <> id)
);
alter table venues add constraint venues_parent_fkey foreign key (area_id, parent_id) references venues (area_id, id);
create index venues_list_idx on venues (area_id, position, id) where closed_on is null;
create index venues_parent_idx on venues (area_id, parent_id) where parent_id is not null;

-- The usual week. A zone says what the room is then (错时开放): 爱心缝纫铺 on Tuesdays. Two never overlap.
create table venue_hours (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  weekday int not null,
  opens int not null,
  closes int not null,
  zone text not null default '',
  constraint venue_hours_pkey primary key (area_id, id),
  constraint venue_hours_weekday check (weekday between 1 and 7),
  constraint venue_hours_minutes check (opens >= 0 and closes > opens and closes <= 1440),
  constraint venue_hours_apart exclude using gist
    (area_id with =, venue_id with =, weekday with =, int4range(opens, closes) with &&)
);
alter table venue_hours add constraint venue_hours_venue_fkey foreign key (area_id, venue_id) references venues (area_id, id);

-- A day that is not as usual: closed (no minutes), or open at other times.
create table venue_exceptions (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  day date not null,
  opens int,
  closes int,
  zone text not null default '',
  reason text not null default '',
  constraint venue_exceptions_pkey primary key (area_id, id),
  constraint venue_exceptions_minutes check
    ((opens is null) = (closes is null) and (opens is null or (opens >= 0 and closes > opens and closes <= 1440))),
  constraint venue_exceptions_apart exclude using gist
    (area_id with =, venue_id with =, day with =, int4range(coalesce(opens, 0), coalesce(closes, 1440)) with &&)
);
alter table venue_exceptions add constraint venue_exceptions_venue_fkey
  foreign key (area_id, venue_id) references venues (area_id, id);

grant select, insert, update on venues to liren_app;
grant select, insert, update, delete on venue_hours, venue_exceptions to liren_app;
