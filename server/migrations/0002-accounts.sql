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
  phone_number text,
  phone_number_verified boolean,
  face text,
  home_area_id uuid,
  person_id uuid,
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint user_pkey primary key (id),
  constraint user_email_key unique (email),
  constraint user_username_key unique (username),
  constraint user_phone_number_key unique (phone_number)
);
create table auth.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint session_pkey primary key (id),
  constraint session_token_key unique (token),
  constraint session_user_fkey foreign key (user_id) references auth."user" (id) on delete cascade
);
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

-- Failed sign-ins per name and per origin; who fails is slowed, never the person named. Source: trust.md S7.
create table auth.attempts (
  name text not null,
  origin text not null,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz,
  constraint attempts_pkey primary key (name, origin)
);

grant usage on schema auth to liren_app;
grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification, auth.attempts to liren_app;
grant select, insert, update on auth.grants to liren_app;
