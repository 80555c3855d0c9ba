-- Topics 议题 that residents raise, who supports and follows them, what is said, what is reported. Source: C29 C30 C91, D21, F41.
create table topics (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  why text not null,
  scope text not null,
  place_id uuid,
  picture text,
  images uuid[] not null default '{}',
  proposed_by text not null,
  proposer text not null,
  proposed_at timestamptz not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  merged_into uuid,
  asked_at timestamptz,
  answer_due_at timestamptz,
  answer text,
  answered_at timestamptz,
  answered_by text,
  matter_id uuid,
  matter_number text,
  begun_at timestamptz,
  result text,
  closed_at timestamptz,
  constraint topics_pkey primary key (area_id, id),
  constraint topics_state_known check (state in ('waiting', 'open', 'in-progress', 'answered', 'merged', 'declined', 'closed')),
  constraint topics_scope_known check (scope in ('building', 'estate', 'community')),
  constraint topics_declined_with_reason check (state <> 'declined' or reason is not null),
  constraint topics_merged_somewhere check ((state = 'merged') = (merged_into is not null)),
  constraint topics_in_progress_has_matter check (state <> 'in-progress' or matter_id is not null),
  constraint topics_asked_with_date check ((asked_at is null) = (answer_due_at is null))
);
alter table topics add constraint topics_merged_fkey foreign key (area_id, merged_into) references topics (area_id, id);
create index topics_state_idx on topics (area_id, state, proposed_at desc, id desc);
create index topics_proposer_idx on topics (area_id, proposed_by, proposed_at desc);

-- The key is the promise: one person supports a topic once.
create table topic_supports (
  area_id uuid not null,
  topic_id uuid not null,
  user_id text not null,
  at timestamptz not null,
  constraint topic_supports_pkey primary key (area_id, topic_id, user_id)
);
alter table topic_supports add constraint topic_supports_topic_fkey foreign key (area_id, topic_id) references topics (area_id, id);

create table topic_follows (
  area_id uuid not null,
  topic_id uuid not null,
  user_id text not null,
  at timestamptz not null,
  constraint topic_follows_pkey primary key (area_id, topic_id, user_id)
);
alter table topic_follows add constraint topic_follows_topic_fkey foreign key (area_id, topic_id) references topics (area_id, id);

create table topic_voices (
  area_id uuid not null,
  id uuid not null,
  topic_id uuid not null,
  kind text not null,
  body text not null,
  said_by text not null,
  speaker text not null,
  said_at timestamptz not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  reason text,
  reply text,
  replied_by text,
  replied_at timestamptz,
  constraint topic_voices_pkey primary key (area_id, id),
  constraint topic_voices_kind_known check (kind in ('for', 'against', 'suggestion')),
  constraint topic_voices_state_known check (state in ('waiting', 'shown', 'declined', 'hidden')),
  constraint topic_voices_refused_with_reason check (state not in ('declined', 'hidden') or reason is not null)
);
alter table topic_voices add constraint topic_voices_topic_fkey foreign key (area_id, topic_id) references topics (area_id, id);
create index topic_voices_topic_idx on topic_voices (area_id, topic_id, state, said_at);
create index topic_voices_state_idx on topic_voices (area_id, state, said_at) where state = 'waiting';

create table topic_reports (
  area_id uuid not null,
  id uuid not null,
  topic_id uuid not null,
  voice_id uuid,
  reason text not null,
  reported_by text not null,
  reported_at timestamptz not null,
  state text not null default 'open',
  handled_by text,
  handled_at timestamptz,
  constraint topic_reports_pkey primary key (area_id, id),
  constraint topic_reports_state_known check (state in ('open', 'kept', 'hidden'))
);
alter table topic_reports add constraint topic_reports_topic_fkey foreign key (area_id, topic_id) references topics (area_id, id);
alter table topic_reports add constraint topic_reports_voice_fkey foreign key (area_id, voice_id) references topic_voices (area_id, id);
create unique index topic_reports_once_key on topic_reports (area_id, topic_id, coalesce(voice_id, topic_id), reported_by) where state = 'open';
create index topic_reports_state_idx on topic_reports (area_id, state, reported_at);

-- What a community has set for its topics; without a line the library's words hold.
create table topic_settings (
  area_id uuid not null,
  supports int not null,
  answer_days int not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint topic_settings_pkey primary key (area_id),
  constraint topic_settings_supports check (supports between 1 and 1000),
  constraint topic_settings_days check (answer_days between 1 and 60)
);

grant select, insert, update on topics, topic_voices, topic_reports, topic_settings to liren_app;
grant select, insert, delete on topic_supports, topic_follows to liren_app;
