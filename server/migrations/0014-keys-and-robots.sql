-- A key is good for one of two things: filing by the open standard, or asking the API itself within the capabilities it was given. Source: issue 3 “Doors for others”.
alter table api_keys drop constraint api_keys_scope_known;
alter table api_keys add constraint api_keys_scope_known check (scope in ('open311', 'api'));
alter table api_keys add column can text[] not null default '{}';
alter table api_keys add constraint api_keys_can_by_scope check ((scope = 'api') = (cardinality(can) > 0));

-- Robots of a staff group in WeCom, DingTalk or Feishu, told what waits or is late. Address and secret open the group to writing: sealed.
create table robots (
  area_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  host text not null,
  address_sealed text not null,
  secret_sealed text,
  tells text[] not null,
  made_by text not null,
  made_by_name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  constraint robots_pkey primary key (area_id, id),
  constraint robots_kind_known check (kind in ('wecom', 'dingtalk', 'feishu')),
  constraint robots_tells_something check (cardinality(tells) > 0)
);

grant select, insert, update on robots to liren_app;
