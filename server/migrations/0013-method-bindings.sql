-- What an area binds its subtree to: a method that must be used, and what a version below it may not lower; and which
-- version of a file an adoption's settings stand on. Source: METHODS 2 “Adoption”, issue 3 “floors that a fork may not lower”.
create table method_bindings (
  area_id uuid not null,
  id uuid not null,
  method text not null,
  required boolean not null,
  reason text not null default '',
  bound_at timestamptz not null,
  bound_by text not null,
  bound_by_name text not null,
  ended_at timestamptz,
  constraint method_bindings_pkey primary key (area_id, id),
  constraint method_bindings_reason_length check (length(reason) <= 200),
  constraint method_bindings_ends_after check (ended_at is null or ended_at >= bound_at)
);
create unique index method_bindings_live_key on method_bindings (area_id, method) where ended_at is null;

-- Never changed: whoever wants other floors ends the binding and makes a new one.
create table method_floors (
  area_id uuid not null,
  binding_id uuid not null,
  place text not null,
  rule text not null,
  value jsonb not null,
  label text not null,
  constraint method_floors_pkey primary key (area_id, binding_id, place, rule),
  constraint method_floors_place_known check (place ~ '^(limits|params|steps|fields|shows)\.[A-Za-z][A-Za-z0-9]*$'),
  constraint method_floors_rule_known check (rule in ('at-most', 'at-least', 'kept')),
  constraint method_floors_kept_places check ((rule = 'kept') = (place ~ '^(steps|fields|shows)\.')),
  constraint method_floors_limit_is_time check (
    place not like 'limits.%'
    or (rule = 'at-most' and value #>> '{}' ~ '^[1-9][0-9]{0,3} (minute|hour|day|workday|month|year)s?$')
  ),
  constraint method_floors_param_is_number check (place not like 'params.%' or jsonb_typeof(value) = 'number')
);
alter table method_floors add constraint method_floors_binding_fkey
  foreign key (area_id, binding_id) references method_bindings (area_id, id);

alter table adoptions add column based_on text;
alter table adoptions add constraint adoptions_based_on_fkey foreign key (based_on) references definitions (hash);

grant select, insert, update on method_bindings to liren_app;
grant select, insert on method_floors to liren_app;
