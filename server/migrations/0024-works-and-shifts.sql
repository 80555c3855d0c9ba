-- Songs, sketches, plays and paintings that residents and teams make, looked at before everybody sees them. Source: C21, D10, D13, D14, F47.
create table works (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  authors_sealed text not null,
  shown boolean not null,
  team_id uuid,
  theme text not null default '',
  body text not null default '',
  picture text,
  images uuid[] not null default '{}',
  media text,
  topic text not null default '',
  topic_number text,
  heritage text not null default '',
  made_on date,
  state text not null,
  submitted_at timestamptz not null,
  submitted_by text not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  constraint works_pkey primary key (area_id, id),
  constraint works_state_known check (state in ('submitted', 'published', 'returned', 'withdrawn')),
  constraint works_decided check (state = 'submitted' or decided_at is not null)
);
alter table works add constraint works_team_fkey foreign key (area_id, team_id) references teams (area_id, id);
create index works_published_idx on works (area_id, decided_at desc, id desc) where state = 'published';
create index works_state_idx on works (area_id, state, submitted_at desc, id desc);
create index works_team_idx on works (area_id, team_id) where team_id is not null;

create table work_performances (
  area_id uuid not null,
  id uuid not null,
  work_id uuid not null,
  performed_on date not null,
  place text not null,
  audience int,
  activity_id uuid,
  constraint work_performances_pkey primary key (area_id, id),
  constraint work_performances_audience_counted check (audience >= 0)
);
alter table work_performances add constraint work_performances_work_fkey foreign key (area_id, work_id) references works (area_id, id);
create index work_performances_work_idx on work_performances (area_id, work_id, performed_on desc);

grant select, insert, update on works to liren_app;
grant select, insert on work_performances to liren_app;

-- Who keeps a station open when: a rota by weekday or for one day, and who has which seat. Source: B16, B33, C10.
create table shifts (
  area_id uuid not null,
  id uuid not null,
  station text not null,
  title text not null,
  weekday int,
  day date,
  opens int not null,
  closes int not null,
  seats int not null,
  skill text not null default '',
  from_on date not null,
  created_by text not null,
  closed_on date,
  constraint shifts_pkey primary key (area_id, id),
  constraint shifts_weekday_or_day check ((weekday is null) <> (day is null)),
  constraint shifts_weekday_known check (weekday between 1 and 7),
  constraint shifts_minutes check (opens between 0 and 1439 and closes between opens + 1 and 1440),
  constraint shifts_seats check (seats between 1 and 50)
);

create table shift_turns (
  area_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  day date not null,
  seat int not null,
  user_id text not null,
  name_sealed text not null,
  name_masked text not null,
  state text not null,
  signed_at timestamptz not null,
  in_at timestamptz,
  out_at timestamptz,
  minutes int,
  constraint shift_turns_pkey primary key (area_id, id),
  constraint shift_turns_state_known check (state in ('taken', 'offered', 'done', 'released')),
  constraint shift_turns_minutes check (minutes between 0 and 1440),
  constraint shift_turns_done_counted check (state <> 'done' or minutes is not null)
);
alter table shift_turns add constraint shift_turns_shift_fkey foreign key (area_id, shift_id) references shifts (area_id, id);
create unique index shift_turns_seat_key on shift_turns (area_id, shift_id, day, seat) where state <> 'released';
create unique index shift_turns_user_key on shift_turns (area_id, shift_id, day, user_id) where state <> 'released';
create index shift_turns_day_idx on shift_turns (area_id, day);
create index shift_turns_user_idx on shift_turns (area_id, user_id, day desc);

grant select, insert, update on shifts, shift_turns to liren_app;
