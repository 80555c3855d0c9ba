-- Culture, sports and volunteer teams: who belongs to them, what they have won, when they have rehearsed.
-- Source: A16, B39, C54, E4, N17.
create table teams (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  sort text not null,
  field text not null,
  story text not null default '',
  picture text,
  meets text not null default '',
  contact text not null default '',
  founded_on date,
  is_open boolean not null default true,
  created_at timestamptz not null,
  created_by text not null,
  closed_on date,
  constraint teams_pkey primary key (area_id, id),
  constraint teams_sort_known check (sort in ('文化', '体育', '志愿'))
);

create table team_members (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  user_id text,
  person_id uuid,
  name_sealed text not null,
  name_masked text not null,
  role text not null default 'member',
  state text not null default 'member',
  skills text[] not null default '{}',
  shown boolean not null default false,
  asked_at timestamptz,
  joined_on date,
  left_on date,
  constraint team_members_pkey primary key (area_id, id),
  constraint team_members_role_known check (role in ('leader', 'deputy', 'member')),
  constraint team_members_state_known check (state in ('asked', 'member', 'refused', 'left')),
  constraint team_members_joined_once check (state <> 'member' or joined_on is not null)
);
alter table team_members add constraint team_members_team_fkey foreign key (area_id, team_id) references teams (area_id, id);
create index team_members_team_idx on team_members (area_id, team_id, state);
create unique index team_members_user_key on team_members (area_id, team_id, user_id) where state in ('asked', 'member');

create table team_honours (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  title text not null,
  given_by text not null,
  given_on date not null,
  withdrawn_at timestamptz,
  constraint team_honours_pkey primary key (area_id, id)
);
alter table team_honours add constraint team_honours_team_fkey foreign key (area_id, team_id) references teams (area_id, id);

create table team_rehearsals (
  area_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  booking_id uuid,
  present int not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint team_rehearsals_pkey primary key (area_id, id),
  constraint team_rehearsals_ends_after_start check (ends_at > starts_at),
  constraint team_rehearsals_present_counted check (present >= 1)
);
alter table team_rehearsals add constraint team_rehearsals_team_fkey foreign key (area_id, team_id) references teams (area_id, id);
create unique index team_rehearsals_start_key on team_rehearsals (area_id, team_id, starts_at);

create table team_presences (
  area_id uuid not null,
  rehearsal_id uuid not null,
  member_id uuid not null,
  constraint team_presences_pkey primary key (area_id, rehearsal_id, member_id)
);
alter table team_presences add constraint team_presences_rehearsal_fkey foreign key (area_id, rehearsal_id) references team_rehearsals (area_id, id);
alter table team_presences add constraint team_presences_member_fkey foreign key (area_id, member_id) references team_members (area_id, id);

grant select, insert, update on teams, team_members, team_honours to liren_app;
grant select, insert on team_rehearsals, team_presences to liren_app;
