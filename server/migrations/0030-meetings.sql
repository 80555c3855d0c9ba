-- Meetings at which a community deliberates: who was called, who came, what was agreed and what became of it.
-- Source: C29 C30 C37 C87 C90, D21, E2, N58.
create table meetings (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  estate_id uuid,
  venue_id uuid,
  place text not null default '',
  starts_at timestamptz,
  ends_at timestamptz,
  state text not null,
  parties text[] not null default '{}',
  matter_id uuid,
  step text,
  created_by text not null,
  created_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  cancel_reason text,
  headcount int not null default 0,
  minutes text,
  images uuid[] not null default '{}',
  picture text,
  minutes_by text,
  minutes_at timestamptz,
  returned_reason text,
  checked_by text,
  checked_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  constraint meetings_pkey primary key (area_id, id),
  constraint meetings_state_known check (state in ('planned', 'called', 'held', 'cancelled')),
  constraint meetings_ends_after_start check (ends_at > starts_at),
  constraint meetings_called_with_time check (state in ('planned', 'cancelled') or (starts_at is not null and ends_at is not null)),
  constraint meetings_cancelled_with_reason check (state <> 'cancelled' or cancel_reason is not null),
  constraint meetings_headcount check (headcount between 0 and 100000),
  constraint meetings_checked_by_another check (checked_by <> minutes_by),
  constraint meetings_approved_by_another check (approved_by <> minutes_by),
  constraint meetings_approved_once_checked check (approved_at is null or (checked_at is not null and minutes is not null))
);
create index meetings_start_idx on meetings (area_id, starts_at desc, id desc);
create unique index meetings_step_key on meetings (area_id, matter_id, step) where state in ('planned', 'called');
create index meetings_matter_idx on meetings (area_id, matter_id) where matter_id is not null;

create table meeting_items (
  area_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  title text not null,
  topic_id uuid,
  matter_id uuid,
  constraint meeting_items_pkey primary key (area_id, id)
);
alter table meeting_items add constraint meeting_items_meeting_fkey foreign key (area_id, meeting_id) references meetings (area_id, id);
alter table meeting_items add constraint meeting_items_topic_fkey foreign key (area_id, topic_id) references topics (area_id, id);
create index meeting_items_meeting_idx on meeting_items (area_id, meeting_id, position);
create index meeting_items_topic_idx on meeting_items (area_id, topic_id) where topic_id is not null;

create table meeting_attendances (
  area_id uuid not null,
  meeting_id uuid not null,
  attendee text not null,
  name_sealed text not null,
  name_masked text not null,
  party text not null,
  at timestamptz not null,
  way text not null,
  by_id text not null,
  constraint meeting_attendances_pkey primary key (area_id, meeting_id, attendee),
  constraint meeting_attendances_way_known check (way in ('qr', 'list'))
);
alter table meeting_attendances add constraint meeting_attendances_meeting_fkey foreign key (area_id, meeting_id) references meetings (area_id, id);

create table meeting_conclusions (
  area_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  title text not null,
  owner_name text not null,
  due_on date not null,
  matter_id uuid not null,
  matter_number text not null,
  at timestamptz not null,
  by_id text not null,
  constraint meeting_conclusions_pkey primary key (area_id, id)
);
alter table meeting_conclusions add constraint meeting_conclusions_meeting_fkey foreign key (area_id, meeting_id) references meetings (area_id, id);
create index meeting_conclusions_meeting_idx on meeting_conclusions (area_id, meeting_id);

grant select, insert, update on meetings to liren_app;
grant select, insert, delete on meeting_items, meeting_attendances to liren_app;
grant select, insert on meeting_conclusions to liren_app;
