-- Standards are adopted like methods; what a person judged or attached to an item, append-only. Source: METHODS 2.4, B4, F07.
alter table adoptions drop constraint adoptions_kind_known;
alter table adoptions add constraint adoptions_kind_known check (kind in ('method', 'duties', 'standard'));

-- One line of what people said of an item in a year: a judgement, evidence for it, or that one of them is taken back.
create table assessment_history (
  area_id uuid not null,
  id uuid not null,
  standard text not null,
  item text not null,
  year int not null,
  kind text not null,
  verdict text,
  words text not null default '',
  link text,
  pictures uuid[] not null default '{}',
  withdraws uuid,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  constraint assessment_history_pkey primary key (area_id, id),
  constraint assessment_history_kind_known check (kind in ('judgement', 'evidence', 'withdrawal')),
  constraint assessment_history_judged check ((kind = 'judgement') = (verdict is not null)),
  constraint assessment_history_withdraws check ((kind = 'withdrawal') = (withdraws is not null))
);
create index assessment_history_item_idx on assessment_history (area_id, standard, year, item, id);

grant select, insert on assessment_history to liren_app;
