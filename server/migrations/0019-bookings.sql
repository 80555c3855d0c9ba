-- Bookings 预约 of venues. Source: A14, C76, N37; study/trust.md R3.
create table bookings (
  area_id uuid not null,
  id uuid not null,
  venue_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null,
  holder_kind text not null,
  -- The user, activity or team it is for; none for a closure, or for somebody without an account.
  holder_id text,
  holder_name text not null default '',
  user_id text,
  title text not null default '',
  people int,
  zone text not null default '',
  -- Which of the bookings a person may have open here it is: two devices at once cannot have more than the rule allows.
  open_number int,
  asked_at timestamptz not null,
  made_by text not null,
  promoted_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  reason text not null default '',
  checked_in_at timestamptz,
  checked_in_way text,
  constraint bookings_pkey primary key (area_id, id),
  constraint bookings_ends_after_start check (ends_at > starts_at),
  constraint bookings_state_known check (state in ('waiting', 'pending', 'confirmed', 'refused', 'cancelled', 'done', 'no-show')),
  constraint bookings_holder_known check (holder_kind in ('person', 'activity', 'team', 'closure')),
  constraint bookings_people_positive check (people > 0),
  constraint bookings_way_known check (checked_in_way in ('door', 'desk'))
);
alter table bookings add constraint bookings_venue_fkey foreign key (area_id, venue_id) references venues (area_id, id);
create unique index bookings_open_key on bookings (area_id, venue_id, user_id, open_number) where open_number is not null;
create index bookings_time_idx on bookings (area_id, starts_at, id);
create index bookings_user_idx on bookings (area_id, user_id, starts_at) where user_id is not null;
create index bookings_waiting_idx on bookings (area_id, asked_at, id) where state = 'waiting';
create index bookings_no_show_idx on bookings (area_id, venue_id, user_id, starts_at) where state = 'no-show';

-- The smallest parts a booking takes: a hall is its halves, a house its rooms. What no longer holds its place has no rows here, so
-- two that pend or stand never share a part.
create table booking_parts (
  area_id uuid not null,
  booking_id uuid not null,
  part_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint booking_parts_pkey primary key (area_id, booking_id, part_id),
  constraint booking_parts_no_overlap exclude using gist
    (area_id with =, part_id with =, tstzrange(starts_at, ends_at) with &&)
);
alter table booking_parts add constraint booking_parts_booking_fkey
  foreign key (area_id, booking_id) references bookings (area_id, id);

grant select, insert, update on bookings to liren_app;
grant select, insert, delete on booking_parts to liren_app;
