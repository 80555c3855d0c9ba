-- Keys of other systems that file through an open door; only a hash is kept. Source: issue 3 “Doors for others”.
create table api_keys (
  area_id uuid not null,
  id uuid not null,
  hash text not null,
  scope text not null,
  name text not null,
  made_by text not null,
  made_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  constraint api_keys_pkey primary key (area_id, id),
  constraint api_keys_hash_key unique (area_id, hash),
  constraint api_keys_scope_known check (scope in ('open311'))
);

grant select, insert, update on api_keys to liren_app;
