-- Links 关联 between records of one community, made by hand: what else belongs to a story 一件事. Source: C38–C42, C68, F21.
create table links (
  area_id uuid not null,
  id uuid not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  -- How often these two were linked before: a link that was ended may be made again, and two people at once make one.
  nth int not null,
  why text not null default '',
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  constraint links_pkey primary key (area_id, id),
  constraint links_once_key unique (area_id, from_kind, from_id, to_kind, to_id, nth),
  constraint links_not_to_itself check (from_kind <> to_kind or from_id <> to_id)
);
create index links_to_idx on links (area_id, to_kind, to_id);

-- A link is never taken away: it is ended, once, and says why.
create table link_ends (
  area_id uuid not null,
  link_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  constraint link_ends_pkey primary key (area_id, link_id)
);
alter table link_ends add constraint link_ends_link_fkey foreign key (area_id, link_id) references links (area_id, id);

grant select, insert on links, link_ends to liren_app;
