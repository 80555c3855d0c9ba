import type { Reader, Tx } from '#platform/database';
import type { DayException, Hours } from '#kernel-contract/calendar';
import type { Filter } from './rules.ts';
import type { BookingRow } from './tables.ts';

/** A venue as booking it needs it: the house it is in, the smallest parts it has, when it is open, and what one who asks holds. */
export type Space = {
  id: string;
  name: string;
  place: string;
  picture: string;
  capacity: number | null;
  free: boolean;
  ownerName: string;
  bookable: boolean;
  rules: unknown;
  /** Itself or a house around it is closed for good. */
  closed: boolean;
  parts: string[];
  /** The venue and the houses around it, from the inside out. */
  chain: string[];
  hours: (Hours & { venueId: string })[];
  exceptions: (DayException & { venueId: string })[];
  openNumbers: number[];
  noShows: number;
};

export type SpaceQuery = {
  areaId: string;
  venueId: string;
  userId: string;
  from: string;
  to: string;
  noShowsSince: Date;
};

const spaceText = (held: string): string => `with recursive up as (
       select id, parent_id, closed_on, 0 as depth from venues where area_id = $1 and id = $2
       union all
       select v.id, v.parent_id, v.closed_on, up.depth + 1 from up join venues v on v.area_id = $1 and v.id = up.parent_id where up.depth < 8
     ), inside as (
       select id from venues where area_id = $1 and id = $2
       union all
       select v.id from inside i join venues v on v.area_id = $1 and v.parent_id = i.id
     )${held}
     select v.id, v.name, v.place, v.picture, v.capacity, v.free, v.owner_name as "ownerName", v.bookable, v.rules,
       exists (select from up where closed_on is not null) as closed,
       array(select i.id from inside i where not exists (select from venues c where c.area_id = $1 and c.parent_id = i.id)) as parts,
       array(select id from up order by depth) as chain,
       coalesce((select json_agg(json_build_object('venueId', h.venue_id, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes,
         'zone', h.zone)) from venue_hours h where h.area_id = $1 and h.venue_id in (select id from up)), '[]') as hours,
       coalesce((select json_agg(json_build_object('venueId', e.venue_id, 'day', e.day, 'opens', e.opens, 'closes', e.closes,
         'zone', e.zone)) from venue_exceptions e where e.area_id = $1 and e.venue_id in (select id from up)
         and e.day between $4::date and $5::date), '[]') as exceptions,
       array(select b.open_number from bookings b where b.area_id = $1 and b.venue_id = $2 and b.user_id = $3
         and b.open_number is not null) as "openNumbers",
       (select count(*)::int from bookings b where b.area_id = $1 and b.venue_id = $2 and b.user_id = $3 and b.state = 'no-show'
         and b.starts_at > $6) as "noShows"
     from venues v where v.area_id = $1 and v.id = $2`;

const freeText = spaceText('');
const heldText = spaceText(`, held as (
       select h.id from venues h where h.area_id = $1 and h.id in (select id from up where parent_id is null) for no key update of h
     )`).replace('v.bookable, v.rules,', `v.bookable, v.rules, (select count(*) from held) as held,`);

const valuesOf = (query: SpaceQuery): unknown[] => [
  query.areaId,
  query.venueId,
  query.userId,
  query.from,
  query.to,
  query.noShowsSince,
];

export async function readSpace(reader: Reader, query: SpaceQuery): Promise<Space | null> {
  return (await reader.query<Space>(freeText, valuesOf(query), 'bookings.space'))[0] ?? null;
}

/**
 * The same, and its outermost house is held until the commit, as `holdHouses` does. What one who asks holds was read before the
 * wait for it.
 */
export async function holdSpace(tx: Tx, query: SpaceQuery): Promise<Space | null> {
  return (await tx.query<Space>(heldText, valuesOf(query), 'bookings.held-space'))[0] ?? null;
}

/** Which of the bookings a person may have open in a venue are taken. */
export async function readOpenNumbers(
  tx: Tx,
  who: { areaId: string; venueId: string; userId: string | null },
): Promise<number[]> {
  const rows = await tx.query<{ openNumber: number }>(
    `select open_number as "openNumber" from bookings
     where area_id = $1 and venue_id = $2 and user_id = $3 and open_number is not null`,
    [who.areaId, who.venueId, who.userId],
  );
  return rows.map(({ openNumber }) => openNumber);
}

export type Inserted = Omit<
  BookingRow,
  'promotedAt' | 'decidedBy' | 'decidedAt' | 'reason' | 'checkedInAt' | 'checkedInWay'
>;

const up = `select v.id, v.parent_id, up.depth + 1 as depth from up join venues v on v.area_id = $1 and v.id = up.parent_id
  where up.depth < 8`;

/**
 * Holds the outermost houses of venues until the commit, in the order of their ids: whoever takes or gives back something in one of
 * them comes one after another, so that counts are exact and nobody waits in a circle. That nothing is booked twice is the
 * constraint's.
 */
export async function holdHouses(tx: Tx, areaId: string, venueIds: readonly string[]): Promise<void> {
  await tx.query(
    `with recursive up as (
       select id, parent_id, 0 as depth from venues where area_id = $1 and id = any($2::uuid[]) union all ${up}
     ) select v.id from venues v where v.area_id = $1 and v.id in (select id from up where parent_id is null)
     order by v.id for no key update of v`,
    [areaId, venueIds],
    'bookings.hold',
  );
}

/** The same for the venue of a booking. */
export async function holdHouseOf(tx: Tx, areaId: string, bookingId: string): Promise<void> {
  await tx.query(
    `with recursive up as (
       select v.id, v.parent_id, 0 as depth from bookings b join venues v on v.area_id = b.area_id and v.id = b.venue_id
       where b.area_id = $1 and b.id = $2 union all ${up}
     ) select v.id from venues v where v.area_id = $1 and v.id in (select id from up where parent_id is null)
     for no key update of v`,
    [areaId, bookingId],
  );
}

/**
 * Writes a booking with the parts it takes, in the order of their ids so that nobody waits in a circle. Answers how many rows of
 * each were written: fewer parts than given means that somebody holds one of them, and no booking that this person has too
 * many; the caller then refuses, and nothing of it stays.
 */
export async function insertBooking(
  tx: Tx,
  row: Inserted,
  parts: readonly string[],
): Promise<{ booked: number; taken: number }> {
  const rows = await tx.query<{ booked: number; taken: number }>(
    `with booked as (
       insert into bookings (area_id, id, venue_id, starts_at, ends_at, state, holder_kind, holder_id, holder_name, user_id, title,
         people, zone, open_number, asked_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict do nothing returning id
     ), taken as (
       insert into booking_parts (area_id, booking_id, part_id, starts_at, ends_at)
       select $1, booked.id, part, $4, $5 from booked, unnest($17::uuid[]) as part order by part
       on conflict do nothing returning part_id
     ) select (select count(*)::int from booked) as booked, (select count(*)::int from taken) as taken`,
    [
      row.areaId,
      row.id,
      row.venueId,
      row.startsAt,
      row.endsAt,
      row.state,
      row.holderKind,
      row.holderId,
      row.holderName,
      row.userId,
      row.title,
      row.people,
      row.zone,
      row.openNumber,
      row.askedAt,
      row.madeBy,
      parts,
    ],
    'bookings.insert',
  );
  return rows[0] ?? { booked: 0, taken: 0 };
}

export type BookingRecord = BookingRow & {
  venueName: string;
  venuePlace: string;
  waitingPlace: number;
};

const columns = `b.area_id as "areaId", b.id, b.venue_id as "venueId", b.starts_at as "startsAt", b.ends_at as "endsAt", b.state,
  b.holder_kind as "holderKind", b.holder_id as "holderId", b.holder_name as "holderName", b.user_id as "userId", b.title, b.people,
  b.zone, b.open_number as "openNumber", b.asked_at as "askedAt", b.made_by as "madeBy", b.promoted_at as "promotedAt",
  b.decided_by as "decidedBy", b.decided_at as "decidedAt", b.reason, b.checked_in_at as "checkedInAt",
  b.checked_in_way as "checkedInWay", v.name as "venueName", v.place as "venuePlace",
  case when b.state = 'waiting' then (select count(*)::int from bookings w where w.area_id = b.area_id and w.state = 'waiting'
    and w.venue_id = b.venue_id and w.starts_at < b.ends_at and w.ends_at > b.starts_at
    and (w.asked_at, w.id) <= (b.asked_at, b.id)) else 0 end as "waitingPlace"`;
const joined = `bookings b join venues v on v.area_id = b.area_id and v.id = b.venue_id`;

export async function readBooking(reader: Reader, areaId: string, id: string): Promise<BookingRecord | null> {
  const rows = await reader.query<BookingRecord>(
    `select ${columns} from ${joined} where b.area_id = $1 and b.id = $2`,
    [areaId, id],
    'bookings.one',
  );
  return rows[0] ?? null;
}

/** The booking, held until the commit, the house it is in first. */
export async function takeBooking(tx: Tx, areaId: string, id: string): Promise<BookingRecord | null> {
  await holdHouseOf(tx, areaId, id);
  const rows = await tx.query<BookingRecord>(
    `select ${columns} from ${joined} where b.area_id = $1 and b.id = $2 for no key update of b`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Bookings that touch a time, in the order in which they begin. */
export function readBookings(reader: Reader, areaId: string, filter: Filter): Promise<BookingRecord[]> {
  return reader.query<BookingRecord>(
    `select ${columns} from ${joined}
     where b.area_id = $1 and b.starts_at < $3 and b.ends_at > $2 and b.starts_at > $2::timestamptz - interval '400 days'
       and ($4::uuid is null or b.venue_id = $4) and ($5::text is null or b.state = $5)
     order by b.starts_at, b.id limit 3000`,
    [areaId, filter.from, filter.to, filter.venueId, filter.state],
  );
}

/** What a user has booked, what is to come first. */
export function readMine(reader: Reader, areaIds: string[], userId: string, since: Date): Promise<BookingRecord[]> {
  return reader.query<BookingRecord>(
    `select ${columns} from ${joined} where b.area_id = any($1) and b.user_id = $2 and b.ends_at > $3
     order by b.starts_at, b.id limit 200`,
    [areaIds, userId, since],
  );
}

export type Change = {
  state: string;
  openNumber: number | null;
  reason?: string;
  decidedBy?: string | null;
  checkedInAt?: string | null;
  checkedInWay?: string | null;
};

export async function updateBooking(tx: Tx, booking: { areaId: string; id: string }, change: Change): Promise<void> {
  await tx.query(
    `update bookings set state = $3, open_number = $4, reason = coalesce($5, reason), decided_by = coalesce($6, decided_by),
       decided_at = case when $6::text is null then decided_at else $7 end, checked_in_at = coalesce($8, checked_in_at),
       checked_in_way = coalesce($9, checked_in_way)
     where area_id = $1 and id = $2`,
    [
      booking.areaId,
      booking.id,
      change.state,
      change.openNumber,
      change.reason ?? null,
      change.decidedBy ?? null,
      tx.now,
      change.checkedInAt ?? null,
      change.checkedInWay ?? null,
    ],
  );
}

/** Gives back what a booking took. */
export async function dropParts(tx: Tx, areaId: string, bookingId: string): Promise<string[]> {
  const rows = await tx.query<{ partId: string }>(
    `delete from booking_parts where area_id = $1 and booking_id = $2 returning part_id as "partId"`,
    [areaId, bookingId],
  );
  return rows.map((row) => row.partId);
}

/** Takes the parts for a booking; false when somebody holds one of them, and then none is kept. */
export async function takeParts(
  tx: Tx,
  booking: { areaId: string; id: string; startsAt: string; endsAt: string },
  parts: readonly string[],
): Promise<boolean> {
  const rows = await tx.query(
    `insert into booking_parts (area_id, booking_id, part_id, starts_at, ends_at)
     select $1, $2, part, $4, $5 from unnest($3::uuid[]) as part order by part on conflict do nothing returning part_id`,
    [booking.areaId, booking.id, parts, booking.startsAt, booking.endsAt],
  );
  if (rows.length === parts.length) return true;
  if (rows.length > 0) await dropParts(tx, booking.areaId, booking.id);
  return false;
}

/** Moves a booking to another venue; what it took was given back before. */
export async function moveBooking(
  tx: Tx,
  booking: { areaId: string; id: string },
  to: { venueId: string; reason: string; openNumber: number | null },
): Promise<void> {
  await tx.query(`update bookings set venue_id = $3, reason = $4, open_number = $5 where area_id = $1 and id = $2`, [
    booking.areaId,
    booking.id,
    to.venueId,
    to.reason,
    to.openNumber,
  ]);
}

/** Bookings that hold one of the parts in a time, held until the commit, in the order of their ids. */
export function takeHolding(
  tx: Tx,
  areaId: string,
  parts: readonly string[],
  span: { startsAt: string; endsAt: string },
): Promise<BookingRecord[]> {
  return tx.query<BookingRecord>(
    `select ${columns} from ${joined} where b.area_id = $1 and b.state in ('pending', 'confirmed') and b.id in (
       select p.booking_id from booking_parts p where p.area_id = $1 and p.part_id = any($2::uuid[])
         and tstzrange(p.starts_at, p.ends_at) && tstzrange($3, $4))
     order by b.id for no key update of b`,
    [areaId, parts, span.startsAt, span.endsAt],
  );
}

export type Line = Pick<
  BookingRecord,
  | 'venueName'
  | 'startsAt'
  | 'endsAt'
  | 'state'
  | 'holderKind'
  | 'holderName'
  | 'title'
  | 'people'
  | 'reason'
  | 'checkedInAt'
>;

/** The bookings of a time, one by one, for the sheet. */
export async function* readLines(reader: Reader, areaId: string, filter: Filter): AsyncGenerator<Line> {
  yield* await readBookings(reader, areaId, filter);
}
