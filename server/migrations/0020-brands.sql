-- Brands 一社一品: one a community, shown only as approved; the choice of its theme with residents' voices; proofs; yearly reviews.
-- Source: A3, A15, B42, E8, F03; N03, N19.
create table brands (
  area_id uuid not null,
  id uuid not null,
  name text not null,
  slogan text not null,
  words text[] not null default '{}',
  story text not null default '',
  pictures text[] not null default '{}',
  venue_id uuid,
  team_id uuid,
  series_id uuid,
  themes text[] not null default '{}',
  owner text not null default '',
  started_on date,
  state text not null default 'draft',
  -- What everybody sees: the form as it was approved.
  shown jsonb,
  published_at timestamptz,
  returned_why text not null default '',
  retired_on date,
  retired_why text not null default '',
  revision int not null default 1,
  created_at timestamptz not null,
  constraint brands_pkey primary key (area_id, id),
  constraint brands_state_known check (state in ('draft', 'submitted', 'published', 'retired')),
  constraint brands_published_shown check (state <> 'published' or shown is not null),
  constraint brands_shown_when check ((shown is null) = (published_at is null)),
  constraint brands_retired_when check ((state = 'retired') = (retired_on is not null))
);
-- One community, one brand.
create unique index brands_current_key on brands (area_id) where state <> 'retired';

-- A choice among candidate themes. It closes with its last day; a tie is decided by the community, with its reason.
create table brand_choices (
  area_id uuid not null,
  id uuid not null,
  question text not null,
  closes_on date not null,
  opened_at timestamptz not null,
  decided_theme_id uuid,
  reason text not null default '',
  decided_at timestamptz,
  constraint brand_choices_pkey primary key (area_id, id),
  constraint brand_choices_decided_when check ((decided_theme_id is null) = (decided_at is null))
);
create index brand_choices_opened_idx on brand_choices (area_id, opened_at desc);

create table brand_themes (
  area_id uuid not null,
  id uuid not null,
  choice_id uuid not null,
  position int not null,
  title text not null,
  why text not null default '',
  picture text not null,
  constraint brand_themes_pkey primary key (area_id, id),
  constraint brand_themes_position_key unique (area_id, choice_id, position)
);
alter table brand_themes add constraint brand_themes_choice_fkey foreign key (area_id, choice_id) references brand_choices (area_id, id);

-- One voice a person, with a sentence if she likes; a sentence is shown only when the community has read it.
create table brand_voices (
  area_id uuid not null,
  id uuid not null,
  choice_id uuid not null,
  theme_id uuid not null,
  voter text not null,
  words text not null default '',
  shown boolean not null default false,
  at timestamptz not null,
  constraint brand_voices_pkey primary key (area_id, id),
  constraint brand_voices_voter_key unique (area_id, choice_id, voter)
);
alter table brand_voices add constraint brand_voices_choice_fkey foreign key (area_id, choice_id) references brand_choices (area_id, id);
alter table brand_voices add constraint brand_voices_theme_fkey foreign key (area_id, theme_id) references brand_themes (area_id, id);

-- Promotion at provincial level or above, or media publicity.
create table brand_proofs (
  area_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  kind text not null,
  title text not null,
  given_by text not null,
  given_on date not null,
  link text not null default '',
  pictures text[] not null default '{}',
  withdrawn_at timestamptz,
  constraint brand_proofs_pkey primary key (area_id, id)
);
alter table brand_proofs add constraint brand_proofs_brand_fkey foreign key (area_id, brand_id) references brands (area_id, id);
create index brand_proofs_brand_idx on brand_proofs (area_id, brand_id);

-- What the district found in a year: the figures as they were computed on that day, and its word.
create table brand_reviews (
  area_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  year int not null,
  verdict text not null,
  words text not null default '',
  figures jsonb not null,
  at timestamptz not null,
  by_name text not null,
  constraint brand_reviews_pkey primary key (area_id, id),
  constraint brand_reviews_year_key unique (area_id, brand_id, year),
  constraint brand_reviews_verdict_known check (verdict in ('passed', 'warned'))
);
alter table brand_reviews add constraint brand_reviews_brand_fkey foreign key (area_id, brand_id) references brands (area_id, id);

grant select, insert, update on brands, brand_choices, brand_proofs, brand_voices to liren_app;
grant select, insert on brand_themes, brand_reviews to liren_app;
