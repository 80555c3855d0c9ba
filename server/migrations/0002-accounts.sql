-- Login and sessions (issued by better-auth) and the roles people hold. Local class: schema auth.
create schema auth;

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  username text,
  display_username text,
  -- The blind index of the number, never the number. Source: DESIGN 6.
  phone_number text,
  phone_number_verified boolean,
  face text,
  home_area_id uuid,
  person_id uuid,
  -- Set for the account that a card opens when it names a household and nobody in it.
  household_id uuid,
  must_change_password boolean not null default false,
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint user_pkey primary key (id),
  constraint user_email_key unique (email),
  constraint user_username_key unique (username),
  constraint user_phone_number_key unique (phone_number)
);
create unique index user_person_key on auth."user" (person_id) where person_id is not null;
create unique index user_household_key on auth."user" (household_id) where household_id is not null;
create index user_home_idx on auth."user" (home_area_id) where home_area_id is not null;

-- `token` is the hash of what the person holds; `user_agent` names the device in words. The columns from area_id on say
-- on whose behalf the session acts: a household's (card_id) or an elder's (consent_id).
create table auth.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  way text not null,
  area_id uuid,
  household_id uuid,
  person_id uuid,
  person_name text,
  card_id uuid,
  consent_id uuid,
  constraint session_pkey primary key (id),
  constraint session_token_key unique (token),
  constraint session_way_known check (way in ('password','code','card')),
  constraint session_user_fkey foreign key (user_id) references auth."user" (id) on delete cascade
);
create index session_expires_idx on auth.session (expires_at);
create index session_card_idx on auth.session (card_id) where card_id is not null;
create index session_user_idx on auth.session (user_id);
create table auth.account (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint account_pkey primary key (id),
  constraint account_user_fkey foreign key (user_id) references auth."user" (id) on delete cascade
);
create index account_user_idx on auth.account (user_id);
create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint verification_pkey primary key (id)
);
create index verification_identifier_idx on auth.verification (identifier);

-- A role is held at an area and is valid in its subtree.
create table auth.grants (
  id uuid not null,
  user_id text not null,
  role text not null,
  area_id uuid not null,
  held_from timestamptz not null,
  held_until timestamptz,
  granted_by text not null,
  constraint grants_pkey primary key (id),
  constraint grants_user_fkey foreign key (user_id) references auth."user" (id)
);
create unique index grants_held_key on auth.grants (user_id, role, area_id) where held_until is null;
create index grants_area_idx on auth.grants (area_id, role);

-- Failed sign-ins per name and per origin, both as blind indexes; the row without a name is the origin's own count. Who
-- fails is slowed, never the person named. Source: trust.md S7, ASVS 6.3.1.
create table auth.attempts (
  name text not null,
  origin text not null,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  proven_at timestamptz,
  constraint attempts_pkey primary key (name, origin)
);
create index attempts_last_idx on auth.attempts (last_at);

-- One-time codes sent to a phone: blind index of the number, keyed hash of the code. Source: ASVS 6.5.
create table auth.codes (
  id text not null,
  phone text not null,
  origin text not null,
  code text not null,
  tries int not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint codes_pkey primary key (id)
);
create index codes_phone_idx on auth.codes (phone, sent_at);
create index codes_origin_idx on auth.codes (origin, sent_at);

grant usage on schema auth to liren_app;
grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification, auth.attempts, auth.codes to liren_app;
grant select, insert, update on auth.grants to liren_app;
