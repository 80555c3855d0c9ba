-- Who sees to an activity and who approved it; editions of a gala; stalls of a market; contests with juries; reading check-ins.
-- Source: A11, B11, B37, C6, C15, E6, N39.
alter table activities add column officer text not null default '';
-- A gala has each of its four editions once a year, whoever plans it at the same moment.
create unique index activities_edition_key on activities
  (area_id, series_id, edition, (extract(year from starts_at at time zone 'Asia/Shanghai')))
  where edition in ('春之乐', '夏之悦', '秋之约', '冬之跃') and state <> 'withdrawn';

-- What was decided on an activity before and after it became public; only ever added to.
create table activity_decisions (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  act text not null,
  by_id text not null,
  by_name text not null,
  reason text not null default '',
  at timestamptz not null,
  constraint activity_decisions_pkey primary key (area_id, id),
  constraint activity_decisions_act_known check (act in ('submitted', 'recalled', 'approved', 'returned', 'changed'))
);
alter table activity_decisions add constraint activity_decisions_activity_fkey
  foreign key (area_id, activity_id) references activities (area_id, id);
create index activity_decisions_activity_idx on activity_decisions (area_id, activity_id, id);

-- A stall of a market day: asked for, accepted, and how many it served.
create table stalls (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  name text not null,
  service text not null,
  keeper text not null,
  user_id text,
  words text not null default '',
  state text not null,
  reason text not null default '',
  position int,
  served int,
  asked_at timestamptz not null,
  decided_at timestamptz,
  constraint stalls_pkey primary key (area_id, id),
  constraint stalls_position_key unique (area_id, activity_id, position),
  constraint stalls_state_known check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
  constraint stalls_position_accepted check ((position is not null) = (state = 'accepted')),
  constraint stalls_served_accepted check (served is null or (served >= 0 and state = 'accepted'))
);
alter table stalls add constraint stalls_activity_fkey foreign key (area_id, activity_id) references activities (area_id, id);
create index stalls_activity_idx on stalls (area_id, activity_id, position);

-- How a contest is judged, and until when it takes entries.
create table contests (
  area_id uuid not null,
  activity_id uuid not null,
  criteria jsonb not null,
  bands text[] not null,
  honours text[] not null,
  entries_until timestamptz not null,
  jurors jsonb not null,
  judged_at timestamptz,
  constraint contests_pkey primary key (area_id, activity_id)
);
alter table contests add constraint contests_activity_fkey foreign key (area_id, activity_id) references activities (area_id, id);

-- A work handed in for a contest.
create table contest_entries (
  area_id uuid not null,
  id uuid not null,
  activity_id uuid not null,
  number int not null,
  title text not null,
  words text not null default '',
  picture text,
  band text not null,
  signed text not null,
  user_id text not null,
  honour text not null default '',
  handed_in_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint contest_entries_pkey primary key (area_id, id),
  constraint contest_entries_number_key unique (area_id, activity_id, number)
);
alter table contest_entries add constraint contest_entries_contest_fkey foreign key (area_id, activity_id) references contests (area_id, activity_id);

-- What one juror gave one entry, without seeing what others gave.
create table entry_scores (
  area_id uuid not null,
  entry_id uuid not null,
  juror_id text not null,
  activity_id uuid not null,
  points int[] not null,
  total int not null,
  at timestamptz not null,
  constraint entry_scores_pkey primary key (area_id, entry_id, juror_id),
  constraint entry_scores_total check (total >= 0)
);
alter table entry_scores add constraint entry_scores_entry_fkey foreign key (area_id, entry_id) references contest_entries (area_id, id);
create index entry_scores_activity_idx on entry_scores (area_id, activity_id);

-- A family read together on a day: once a day.
create table readings (
  area_id uuid not null,
  user_id text not null,
  day date not null,
  family text not null,
  book text not null,
  words text not null default '',
  at timestamptz not null,
  constraint readings_pkey primary key (area_id, user_id, day)
);
create index readings_day_idx on readings (area_id, day, at);

grant select, insert on activity_decisions to liren_app;
grant select, insert, update on stalls, contests, contest_entries, entry_scores, readings to liren_app;
