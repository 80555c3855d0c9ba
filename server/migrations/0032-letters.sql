-- A letter to households: which it has reached and how, what they ask and what they were answered. Source: C29, X29.
create table letters (
  area_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  signed text not null,
  building_ids uuid[] not null default '{}',
  state text not null,
  written_by text not null,
  written_at timestamptz not null,
  sent_by text,
  sent_at timestamptz,
  constraint letters_pkey primary key (area_id, id),
  constraint letters_state_known check (state in ('draft', 'sent')),
  constraint letters_sent_once check ((state = 'sent') = (sent_at is not null))
);
create index letters_sent_idx on letters (area_id, state, sent_at desc, id desc);

create table letter_reaches (
  area_id uuid not null,
  letter_id uuid not null,
  household_id uuid not null,
  way text not null,
  at timestamptz not null,
  by_id text not null,
  constraint letter_reaches_pkey primary key (area_id, letter_id, household_id),
  constraint letter_reaches_way_known check (way in ('app', 'door'))
);
alter table letter_reaches add constraint letter_reaches_letter_fkey foreign key (area_id, letter_id) references letters (area_id, id);

create table letter_questions (
  area_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  question text not null,
  asked_by text not null,
  asker text not null,
  asked_at timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  published boolean not null default false,
  constraint letter_questions_pkey primary key (area_id, id),
  constraint letter_questions_published_answer check (not published or answer is not null)
);
alter table letter_questions add constraint letter_questions_letter_fkey foreign key (area_id, letter_id) references letters (area_id, id);
create index letter_questions_letter_idx on letter_questions (area_id, letter_id, asked_at);

grant select, insert, update on letters, letter_questions to liren_app;
grant select, insert, delete on letter_reaches to liren_app;
