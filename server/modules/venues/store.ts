import type { Reader, Tx } from '#platform/database';
import type { VenueExceptionRow, VenueHoursRow, VenueRow } from './tables.ts';

const columns = `area_id as "areaId", id, parent_id as "parentId", name, kind, indoor, size_tenths as "sizeTenths", place,
  building_id as "buildingId", lng, lat, owner_kind as "ownerKind", owner_name as "ownerName", owner_terms as "ownerTerms",
  operator, free, functions, capacity, story, picture, used_before as "usedBefore", picture_before as "pictureBefore",
  size_before_tenths as "sizeBeforeTenths", bookable, rules, closed_on as "closedOn", closed_why as "closedWhy", position,
  revision, created_at as "createdAt"`;

/** Every venue of these areas, those closed for good too: a community has tens of them. */
export function readVenues(reader: Reader, areaIds: readonly string[]): Promise<VenueRow[]> {
  return reader.query<VenueRow>(`select ${columns} from venues where area_id = any($1) order by position, id`, [
    areaIds,
  ]);
}

/** One venue, held until the commit. */
export async function takeVenue(tx: Tx, areaId: string, id: string): Promise<VenueRow | null> {
  const rows = await tx.query<VenueRow>(
    `select ${columns} from venues where area_id = $1 and id = $2 for no key update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export function readHours(reader: Reader, areaIds: readonly string[]): Promise<VenueHoursRow[]> {
  return reader.query<VenueHoursRow>(
    `select area_id as "areaId", id, venue_id as "venueId", weekday, opens, closes, zone from venue_hours
     where area_id = any($1) order by weekday, opens`,
    [areaIds],
  );
}

/** Days that are not as usual, from a day on. */
export function readExceptions(
  reader: Reader,
  areaIds: readonly string[],
  fromDay: string,
): Promise<VenueExceptionRow[]> {
  return reader.query<VenueExceptionRow>(
    `select area_id as "areaId", id, venue_id as "venueId", day, opens, closes, zone, reason from venue_exceptions
     where area_id = any($1) and day >= $2 order by day, opens`,
    [areaIds, fromDay],
  );
}

const written = [
  'parent_id',
  'name',
  'kind',
  'indoor',
  'size_tenths',
  'place',
  'building_id',
  'lng',
  'lat',
  'owner_kind',
  'owner_name',
  'owner_terms',
  'operator',
  'free',
  'functions',
  'capacity',
  'story',
  'picture',
  'used_before',
  'picture_before',
  'size_before_tenths',
  'bookable',
  'rules',
  'position',
] as const;

export type Written = Omit<VenueRow, 'areaId' | 'id' | 'closedOn' | 'closedWhy' | 'revision' | 'createdAt'>;

const camel = (column: string): keyof Written =>
  column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof Written;

/** A venue as a row that is only added. */
export function rowOf(venue: Written): Record<string, unknown> {
  return Object.fromEntries(written.map((column) => [column, venue[camel(column)]]));
}

const valuesOf = (venue: Written): unknown[] =>
  written.map((column) => (column === 'rules' && venue.rules ? JSON.stringify(venue.rules) : venue[camel(column)]));

export async function insertVenue(tx: Tx, areaId: string, id: string, venue: Written): Promise<void> {
  const places = written.map((_, i) => `$${i + 4}`).join(', ');
  await tx.query(`insert into venues (area_id, id, created_at, ${written.join(', ')}) values ($1, $2, $3, ${places})`, [
    areaId,
    id,
    tx.now,
    ...valuesOf(venue),
  ]);
}

export async function insertHours(tx: Tx, rows: readonly VenueHoursRow[]): Promise<void> {
  const column = <Key extends keyof VenueHoursRow>(key: Key) => rows.map((row) => row[key]);
  await tx.query(
    `insert into venue_hours (area_id, id, venue_id, weekday, opens, closes, zone)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::text[])`,
    (['areaId', 'id', 'venueId', 'weekday', 'opens', 'closes', 'zone'] as const).map(column),
  );
}

export async function insertExceptions(tx: Tx, rows: readonly VenueExceptionRow[]): Promise<void> {
  const column = <Key extends keyof VenueExceptionRow>(key: Key) => rows.map((row) => row[key]);
  await tx.query(
    `insert into venue_exceptions (area_id, id, venue_id, day, opens, closes, zone, reason)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::date[], $5::int[], $6::int[], $7::text[], $8::text[])`,
    (['areaId', 'id', 'venueId', 'day', 'opens', 'closes', 'zone', 'reason'] as const).map(column),
  );
}

export async function updateVenue(tx: Tx, areaId: string, id: string, venue: Written): Promise<void> {
  const sets = written.map((column, i) => `${column} = $${i + 3}`).join(', ');
  await tx.query(`update venues set ${sets}, revision = revision + 1 where area_id = $1 and id = $2`, [
    areaId,
    id,
    ...valuesOf(venue),
  ]);
}

/** Takes away what a venue's week and coming days were; those past stay. */
export async function deleteTimes(tx: Tx, areaId: string, venueId: string, fromDay: string): Promise<void> {
  await tx.query(`delete from venue_hours where area_id = $1 and venue_id = $2`, [areaId, venueId]);
  await tx.query(`delete from venue_exceptions where area_id = $1 and venue_id = $2 and day >= $3`, [
    areaId,
    venueId,
    fromDay,
  ]);
}

/** Closes a venue and every room inside it for good. */
export async function markClosed(
  tx: Tx,
  areaId: string,
  ids: readonly string[],
  closing: { day: string; why: string },
): Promise<void> {
  await tx.query(
    `update venues set closed_on = $3, closed_why = $4, revision = revision + 1
     where area_id = $1 and id = any($2) and closed_on is null`,
    [areaId, ids, closing.day, closing.why],
  );
}
