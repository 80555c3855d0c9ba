-- Activities grown: series, sessions, drafts, waiting lists, attendance and ratings. Source: A7, A8, B24, B37, C11, E3, N15, N18, N38, X4, X9.
create table activity_series (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  theme text not null default '',
  story text not null default '',
  picture text,
  constraint activity_series_pkey primary key (area_id, id)
);

alter table activities
  add column state text not null default 'published',
  add column series_id uuid,
  add column edition text not null default '',
  add column venue_id uuid,
  add column team_id uuid,
  add column lng numeric(9,6),
  add column lat numeric(9,6),
  add column themes text[] not null default '{}',
  add column audiences text[] not null default '{}',
  add column large boolean not null default false,
  add column broad boolean not null default false,
  add column min_age int,
  add column max_age int,
  add column organisers text[] not null default '{}',
  add column waiting int not null default 0,
  -- How many turns in the order of enrolment were given out.
  add column turns int not null default 0,
  add column created_by text not null default 'system',
  alter column published_at drop not null;
update activities set state = 'withdrawn' where withdrawn_at is not null;
update activities set turns = enrolled;
alter table activities add constraint activities_series_fkey foreign key (area_id, series_id) references activity_series (area_id, id);
alter table activities add constraint activities_state_known check (state in ('draft','submitted','published','withdrawn'));
alter table activities add constraint activities_withdrawn_when check ((state = 'withdrawn') = (withdrawn_at is not null));
alter table activities add constraint activities_published_when check (state <> 'published' or published_at is not null);
alter table activities add constraint activities_ages check (min_age is null or max_age is null or min_age <= max_age);
-- Nobody waits while a seat is free.
alter table activities add constraint activities_waiting_kept check (waiting = 0 or (waiting > 0 and enrolled = seats));
drop index activities_starts_idx;
create index activities_starts_idx on activities (area_id, starts_at, id) where state = 'published';
create index activities_ends_idx on activities (area_id, ends_at) where state = 'published';
create index activities_series_idx on activities (area_id, series_id, starts_at) where series_id is not null;
create index activities_venue_idx on activities (area_id, venue_id, starts_at) where venue_id is not null;
create index activities_team_idx on activities (area_id, team_id, starts_at) where team_id is not null;

-- One date of an activity; every activity has at least one.
create table activity_sessions (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  position int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  venue_id uuid,
  booking_id uuid,
  lng numeric(9,6),
  lat numeric(9,6),
  withdrawn_at timestamptz,
  -- Those who came and were only counted.
  headcount int,
  constraint activity_sessions_pkey primary key (area_id, id),
  constraint activity_sessions_position_key unique (area_id, activity_id, position),
  constraint activity_sessions_ends_after_start check (ends_at > starts_at),
  constraint activity_sessions_headcount check (headcount >= 0)
);
alter table activity_sessions add constraint activity_sessions_activity_fkey foreign key (area_id, activity_id) references activities (area_id, id);
create index activity_sessions_starts_idx on activity_sessions (area_id, starts_at) where withdrawn_at is null;
create index activity_sessions_venue_idx on activity_sessions (area_id, venue_id, starts_at) where venue_id is not null;
insert into activity_sessions (area_id, id, activity_id, position, starts_at, ends_at, place)
  select area_id, id, id, 1, starts_at, ends_at, place from activities;

-- `attendee` is a user, or `person:` and somebody of the register who has no account; `user_id` enrolled them.
alter table enrolments
  add column attendee text,
  add column state text not null default 'enrolled',
  add column turn int not null default 0,
  add column age_to_check boolean not null default false,
  add column cancelled_at timestamptz;
update enrolments set attendee = user_id;
update enrolments e set turn = o.turn
  from (select area_id, activity_id, user_id, row_number() over (partition by area_id, activity_id order by enrolled_at, user_id) as turn
        from enrolments) o
  where o.area_id = e.area_id and o.activity_id = e.activity_id and o.user_id = e.user_id;
alter table enrolments alter column attendee set not null;
alter table enrolments drop constraint enrolments_pkey;
alter table enrolments add constraint enrolments_pkey primary key (area_id, activity_id, attendee);
alter table enrolments add constraint enrolments_state_known check (state in ('enrolled','waiting','cancelled'));
alter table enrolments add constraint enrolments_cancelled_when check ((state = 'cancelled') = (cancelled_at is not null));
create index enrolments_user_idx on enrolments (area_id, user_id);
create index enrolments_attendee_idx on enrolments (area_id, attendee);
create index enrolments_waiting_idx on enrolments (area_id, activity_id, turn) where state = 'waiting';

-- Somebody came to a session. 人次 are rows and headcounts, 人 are distinct attendees.
create table attendances (
  area_id uuid not null,
  session_id uuid not null,
  attendee text not null,
  activity_id uuid not null,
  at timestamptz not null,
  way text not null,
  by_id text not null,
  constraint attendances_pkey primary key (area_id, session_id, attendee),
  constraint attendances_way_known check (way in ('qr','list','offline'))
);
alter table attendances add constraint attendances_session_fkey foreign key (area_id, session_id) references activity_sessions (area_id, id);
create index attendances_activity_idx on attendances (area_id, activity_id);
create index attendances_attendee_idx on attendances (area_id, attendee, at desc);

create table activity_ratings (
  area_id uuid not null,
  activity_id uuid not null,
  user_id text not null,
  stars int not null,
  words text not null default '',
  at timestamptz not null,
  constraint activity_ratings_pkey primary key (area_id, activity_id, user_id),
  constraint activity_ratings_stars check (stars between 1 and 5)
);
alter table activity_ratings add constraint activity_ratings_activity_fkey foreign key (area_id, activity_id) references activities (area_id, id);

grant select, insert, update on activity_series, activity_sessions, activity_ratings to liren_app;
grant select, insert, delete on attendances to liren_app;
grant update on enrolments to liren_app;
