-- What someone must be told; thin notices and activities of the home page. Source: C28, F33, D25.
create table messages (
  area_id uuid not null,
  id uuid not null,
  user_id text not null,
  kind text not null,
  title text not null,
  body text not null,
  link text,
  subject text,
  urgent boolean not null default false,
  created_at timestamptz not null,
  read_at timestamptz,
  sms_at timestamptz,
  sms_state text,
  constraint messages_pkey primary key (area_id, id)
);
create index messages_user_idx on messages (area_id, user_id, id desc);
create index messages_unread_idx on messages (area_id, user_id) where read_at is null;
create index messages_subject_idx on messages (area_id, subject, id);

-- Local class: the areas in which a user has messages, consents or enrolments, so that reading them names its areas.
create table auth.user_areas (
  user_id text not null,
  area_id uuid not null,
  constraint user_areas_pkey primary key (user_id, area_id)
);

create table notices (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  kind text not null,
  icon text not null default 'megaphone',
  affects text not null default '',
  starts_at timestamptz,
  ends_at timestamptz,
  published_at timestamptz not null,
  published_by text not null,
  withdrawn_at timestamptz,
  constraint notices_pkey primary key (area_id, id)
);
create index notices_published_idx on notices (area_id, published_at desc, id desc) where withdrawn_at is null;

create table activities (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  summary text not null,
  kind text not null,
  place text not null,
  building_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  host text not null,
  picture text,
  seats int,
  enrolled int not null default 0,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint activities_pkey primary key (area_id, id),
  constraint activities_ends_after_start check (ends_at > starts_at),
  constraint activities_seats_kept check (seats is null or enrolled between 0 and seats)
);
create index activities_starts_idx on activities (area_id, starts_at, id) where withdrawn_at is null;

create table enrolments (
  area_id uuid not null,
  activity_id uuid not null,
  user_id text not null,
  enrolled_at timestamptz not null,
  constraint enrolments_pkey primary key (area_id, activity_id, user_id)
);
alter table enrolments add constraint enrolments_activity_fkey foreign key (area_id, activity_id) references activities (area_id, id);

grant select, insert, update on messages, notices, activities to liren_app;
grant select, insert, delete on enrolments to liren_app;
grant select, insert on auth.user_areas to liren_app;
