-- What can be found by its words. Each word is led by its area, so that one area's words lie together in the index. What
-- only some may read stands in rows of its own, and is found only where a list would show it. Source: issue 3, decision 0012.
create table search_entries (
  area_id uuid not null,
  kind text not null,
  id uuid not null,
  audience text not null,
  at timestamptz not null,
  words tsvector not null,
  constraint search_entries_pkey primary key (area_id, kind, id, audience),
  constraint search_entries_kind_known check (kind in ('matter', 'notice', 'activity')),
  constraint search_entries_audience_known check (audience in ('face', 'public', 'area', 'parties', 'restricted'))
);
create index search_entries_words_idx on search_entries using gin (words) with (gin_pending_list_limit = 128);

-- Queries of a list kept under a name: somebody's own (holder is the account), or the area's (holder is 'area').
create table saved_views (
  area_id uuid not null,
  id uuid not null,
  list text not null,
  holder text not null,
  name text not null,
  query jsonb not null,
  columns text[] not null default '{}',
  made_by text not null,
  made_by_name text not null,
  created_at timestamptz not null,
  constraint saved_views_pkey primary key (area_id, id),
  constraint saved_views_name_key unique (area_id, list, holder, name),
  constraint saved_views_list_known check (list in ('matters'))
);

-- The view somebody's list begins with.
create table saved_view_starts (
  area_id uuid not null,
  user_id text not null,
  list text not null,
  view_id uuid not null,
  constraint saved_view_starts_pkey primary key (area_id, user_id, list)
);
alter table saved_view_starts add constraint saved_view_starts_view_fkey
  foreign key (area_id, view_id) references saved_views (area_id, id) on delete cascade;
create index saved_view_starts_view_idx on saved_view_starts (area_id, view_id);

-- Boundaries: GeoJSON in WGS-84 and the box around it, west south east north; schematic ones say so.
alter table areas add column bbox jsonb;
alter table areas add column schematic boolean not null default false;
alter table areas add constraint areas_bbox_with_geometry check ((geometry is null) = (bbox is null));

-- The map reads what has a point.
create index matters_point_idx on matters (area_id, created_at desc, id desc) where point is not null;

grant select, insert, update, delete on search_entries, saved_views, saved_view_starts to liren_app;
