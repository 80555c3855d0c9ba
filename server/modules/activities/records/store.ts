import { violatedConstraint, type Reader, type Tx } from '#platform/database';
import type { RecordInput, RecordQuery, RecordState } from './contract.ts';

export type LineRow = {
  id: string;
  areaId: string;
  title: string;
  kind: string;
  state: RecordState;
  startsAt: string;
  endsAt: string;
  place: string;
  host: string;
  officer: string;
  seriesId: string | null;
  seriesName: string | null;
  edition: string;
  themes: string[];
  large: boolean;
  broad: boolean;
  seats: number | null;
  enrolled: number;
  sessionCount: number;
  people: number;
  personTimes: number;
};

const lineColumns = `a.id, a.area_id as "areaId", a.title, a.kind, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt",
  a.place, a.host, a.officer, a.series_id as "seriesId", r.name as "seriesName", a.edition, a.themes, a.large, a.broad,
  a.seats, a.enrolled, s.count as "sessionCount", t.people, t.times + s.headcount as "personTimes"`;

const counted = `left join activity_series r on r.area_id = a.area_id and r.id = a.series_id
  cross join lateral (select count(*)::int as count, coalesce(sum(headcount), 0)::int as headcount from activity_sessions
    where area_id = a.area_id and activity_id = a.id and withdrawn_at is null) s
  cross join lateral (select count(distinct attendee)::int as people, count(*)::int as times from attendances
    where area_id = a.area_id and activity_id = a.id) t`;

/** Parameters 2 to 11 are those of `filterValues`. */
const filtered = `($2::text is null or a.title ilike $2 or a.place ilike $2 or a.host ilike $2)
  and ($3::text is null or a.kind = $3) and ($4::text is null or a.state = $4) and ($5::text is null or $5 = any(a.themes))
  and ($6::text is null or ($6 = 'large' and a.large) or ($6 = 'broad' and a.broad))
  and ($7::uuid is null or a.series_id = $7) and ($8::uuid is null or a.venue_id = $8)
  and ($9::timestamptz is null or a.ends_at > $9) and ($10::timestamptz is null or a.starts_at < $10)`;

export type RecordFilter = Omit<RecordQuery, 'page' | 'limit' | 'from' | 'to'> & {
  from: Date | null;
  to: Date | null;
};

const filterValues = (areaId: string, filter: RecordFilter): unknown[] => [
  areaId,
  filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null,
  filter.kind ?? null,
  filter.state ?? null,
  filter.theme ?? null,
  filter.flag ?? null,
  filter.seriesId ?? null,
  filter.venueId ?? null,
  filter.from,
  filter.to,
];

/** Activities in every state: what waits for a decision first, then the latest to begin. */
export function readLines(
  reader: Reader,
  areaId: string,
  filter: RecordFilter,
  page: { limit: number; offset: number },
): Promise<LineRow[]> {
  return reader.query<LineRow>(
    `select ${lineColumns} from (
       select a.* from activities a where a.area_id = $1 and ${filtered}
       order by (a.state = 'submitted') desc, a.starts_at desc, a.id desc limit $11 offset $12) a ${counted}
     order by (a.state = 'submitted') desc, a.starts_at desc, a.id desc`,
    [...filterValues(areaId, filter), page.limit, page.offset],
  );
}

export async function countLines(reader: Reader, areaId: string, filter: RecordFilter): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from activities a where a.area_id = $1 and ${filtered}`,
    filterValues(areaId, filter),
  );
  return rows[0]?.count ?? 0;
}

const sheetRows = 500;

/** The same lines, all of them, a page at a time. */
export async function* readEveryLine(reader: Reader, areaId: string, filter: RecordFilter): AsyncGenerator<LineRow> {
  for (let offset = 0; ; offset += sheetRows) {
    const rows = await readLines(reader, areaId, filter, { limit: sheetRows, offset });
    yield* rows;
    if (rows.length < sheetRows) return;
  }
}

export type RecordRow = LineRow & {
  summary: string;
  organisers: string[];
  audiences: string[];
  minAge: number | null;
  maxAge: number | null;
  picture: string | null;
  venueId: string | null;
  createdBy: string;
  waiting: number;
};

/** One activity in any state; null when there is none. */
export async function readRecord(reader: Reader, areaId: string, id: string): Promise<RecordRow | null> {
  const rows = await reader.query<RecordRow>(
    `select ${lineColumns}, a.summary, a.organisers, a.audiences, a.min_age as "minAge", a.max_age as "maxAge", a.picture,
       a.venue_id as "venueId", a.created_by as "createdBy", a.waiting
     from activities a ${counted} where a.area_id = $1 and a.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export type SessionRow = {
  id: string;
  position: number;
  startsAt: string;
  endsAt: string;
  place: string;
  venueId: string | null;
  bookingId: string | null;
  headcount: number | null;
  attended: number;
};

export function readSessions(reader: Reader, areaId: string, activityId: string): Promise<SessionRow[]> {
  return reader.query<SessionRow>(
    `select s.id, s.position, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.venue_id as "venueId",
       s.booking_id as "bookingId", s.headcount,
       (select count(*)::int from attendances t where t.area_id = s.area_id and t.session_id = s.id) as attended
     from activity_sessions s where s.area_id = $1 and s.activity_id = $2 and s.withdrawn_at is null
     order by s.starts_at, s.position`,
    [areaId, activityId],
  );
}

/** The last place in the order of an activity's sessions, those withdrawn included. */
export async function readLastPosition(reader: Reader, areaId: string, activityId: string): Promise<number> {
  const rows = await reader.query<{ last: number }>(
    `select coalesce(max(position), 0) as last from activity_sessions where area_id = $1 and activity_id = $2`,
    [areaId, activityId],
  );
  return rows[0]?.last ?? 0;
}

export type Point = { lng: number | null; lat: number | null };
type Kept = Omit<RecordInput, 'sessions'> & Point & { areaId: string; id: string; startsAt: string; endsAt: string };

const values = (row: Kept): unknown[] => [
  row.areaId,
  row.id,
  row.title,
  row.summary,
  row.kind,
  row.place,
  row.venueId,
  row.startsAt,
  row.endsAt,
  row.host,
  row.organisers,
  row.officer,
  row.seriesId,
  row.edition,
  row.themes,
  row.audiences,
  row.large,
  row.broad,
  row.minAge,
  row.maxAge,
  row.picture,
  row.seats,
  row.lng,
  row.lat,
];

/** Two who plan the same edition at the same moment both pass the rule; the database lets one of them in. */
async function unlessTaken(write: Promise<unknown[]>): Promise<unknown[] | null> {
  try {
    return await write;
  } catch (error) {
    if (violatedConstraint(error) === 'activities_edition_key') return null;
    throw error;
  }
}

/** Adds a draft; false when its edition is taken in this year. */
export async function insertDraft(reader: Reader, row: Kept & { createdBy: string }): Promise<boolean> {
  const written = reader.query(
    `insert into activities (area_id, id, title, summary, kind, place, venue_id, starts_at, ends_at, host, organisers, officer,
       series_id, edition, themes, audiences, large, broad, min_age, max_age, picture, seats, lng, lat, state, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, 'draft', $25)`,
    [...values(row), row.createdBy],
  );
  return (await unlessTaken(written)) !== null;
}

/** Writes an activity anew while it is still in the state it was read in. */
export async function updateRecord(
  reader: Reader,
  row: Kept,
  state: RecordState,
): Promise<'kept' | 'moved' | 'edition-taken'> {
  const written = reader.query(
    `update activities set title = $3, summary = $4, kind = $5, place = $6, venue_id = $7, starts_at = $8, ends_at = $9, host = $10,
       organisers = $11, officer = $12, series_id = $13, edition = $14, themes = $15, audiences = $16, large = $17, broad = $18,
       min_age = $19, max_age = $20, picture = $21, seats = $22, lng = $23, lat = $24
     where area_id = $1 and id = $2 and state = $25 returning id`,
    [...values(row), state],
  );
  const rows = await unlessTaken(written);
  if (rows === null) return 'edition-taken';
  return rows.length > 0 ? 'kept' : 'moved';
}

/** Moves an activity from one state to another; false when it was no longer in the first. */
export async function moveState(
  reader: Reader,
  areaId: string,
  id: string,
  move: { from: RecordState[]; to: 'draft' | 'submitted' | 'published'; publishedAt: Date | null },
): Promise<boolean> {
  const rows = await reader.query(
    `update activities set state = $4, published_at = coalesce($5, published_at)
     where area_id = $1 and id = $2 and state = any($3) returning id`,
    [areaId, id, move.from, move.to, move.publishedAt],
  );
  return rows.length > 0;
}

/** Throws a draft away; false when it was no longer one. */
export async function discardDraft(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update activities set state = 'withdrawn', withdrawn_at = $3
     where area_id = $1 and id = $2 and state = 'draft' returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

export type KeptSession = {
  id: string;
  position: number;
  startsAt: string;
  endsAt: string;
  place: string;
  venueId: string | null;
} & Point;

export async function insertSessions(
  reader: Reader,
  areaId: string,
  activityId: string,
  sessions: KeptSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  await reader.query(
    `insert into activity_sessions (area_id, id, activity_id, position, starts_at, ends_at, place, venue_id, lng, lat)
     select $1, s.id, $2, s.position, s.starts_at, s.ends_at, s.place, s.venue_id, s.lng, s.lat
     from unnest($3::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::text[], $8::uuid[], $9::float8[], $10::float8[])
       as s (id, position, starts_at, ends_at, place, venue_id, lng, lat)`,
    [areaId, activityId, ...columnsOf(sessions)],
  );
}

export async function updateSessions(reader: Reader, areaId: string, sessions: KeptSession[]): Promise<void> {
  if (sessions.length === 0) return;
  await reader.query(
    `update activity_sessions t set starts_at = s.starts_at, ends_at = s.ends_at, place = s.place, venue_id = s.venue_id,
       lng = s.lng, lat = s.lat
     from unnest($2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::uuid[], $8::float8[], $9::float8[])
       as s (id, position, starts_at, ends_at, place, venue_id, lng, lat)
     where t.area_id = $1 and t.id = s.id`,
    [areaId, ...columnsOf(sessions)],
  );
}

const columnsOf = (sessions: KeptSession[]): unknown[] => [
  sessions.map((one) => one.id),
  sessions.map((one) => one.position),
  sessions.map((one) => one.startsAt),
  sessions.map((one) => one.endsAt),
  sessions.map((one) => one.place),
  sessions.map((one) => one.venueId),
  sessions.map((one) => one.lng),
  sessions.map((one) => one.lat),
];

export async function withdrawSessions(reader: Reader, areaId: string, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await reader.query(`update activity_sessions set withdrawn_at = $3 where area_id = $1 and id = any($2)`, [
    areaId,
    ids,
    now,
  ]);
}

export type DecisionRow = { act: string; byName: string; at: string; reason: string };

export async function insertDecision(
  tx: Tx,
  row: { areaId: string; activityId: string; act: string; byId: string; byName: string; reason: string },
): Promise<void> {
  await tx.query(
    `insert into activity_decisions (area_id, id, activity_id, act, by_id, by_name, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.areaId, tx.newId(), row.activityId, row.act, row.byId, row.byName, row.reason, tx.now],
  );
}

/** What was decided on an activity, the last first. */
export function readDecisions(reader: Reader, areaId: string, activityId: string): Promise<DecisionRow[]> {
  return reader.query<DecisionRow>(
    `select act, by_name as "byName", at, reason from activity_decisions where area_id = $1 and activity_id = $2 order by at desc, id desc`,
    [areaId, activityId],
  );
}

/** Editions of a series in a year that others than the one named have taken. */
export async function readEditions(
  reader: Reader,
  areaId: string,
  seriesId: string,
  year: { from: Date; to: Date; except: string },
): Promise<string[]> {
  const rows = await reader.query<{ edition: string }>(
    `select edition from activities where area_id = $1 and series_id = $2 and state <> 'withdrawn'
       and starts_at >= $3 and starts_at < $4 and id <> $5`,
    [areaId, seriesId, year.from, year.to, year.except],
  );
  return rows.map(({ edition }) => edition);
}

export async function readSeriesKind(reader: Reader, areaId: string, id: string): Promise<string | null> {
  const rows = await reader.query<{ kind: string }>(`select kind from activity_series where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0]?.kind ?? null;
}

/** Who is enrolled or waits, and must hear of a change. */
export async function readEnrolledUsers(reader: Reader, areaId: string, activityId: string): Promise<string[]> {
  const rows = await reader.query<{ userId: string }>(
    `select distinct user_id as "userId" from enrolments where area_id = $1 and activity_id = $2 and state <> 'cancelled'`,
    [areaId, activityId],
  );
  return rows.map(({ userId }) => userId);
}

export type QuotaRow = { largeHeld: number; largePlanned: number; broadHeld: number; broadPlanned: number };

/** Published activities of a year with either flag, held and still to come, and what waits for a decision. */
export async function readQuotas(
  reader: Reader,
  areaId: string,
  year: { from: Date; to: Date; now: Date },
): Promise<QuotaRow & { waiting: number }> {
  const rows = await reader.query<QuotaRow & { waiting: number }>(
    `select count(*) filter (where large and ends_at <= $4)::int as "largeHeld",
       count(*) filter (where large and ends_at > $4)::int as "largePlanned",
       count(*) filter (where broad and ends_at <= $4)::int as "broadHeld",
       count(*) filter (where broad and ends_at > $4)::int as "broadPlanned",
       (select count(*)::int from activities where area_id = $1 and state = 'submitted') as waiting
     from activities where area_id = $1 and state = 'published' and starts_at >= $2 and starts_at < $3`,
    [areaId, year.from, year.to, year.now],
  );
  return rows[0] ?? { largeHeld: 0, largePlanned: 0, broadHeld: 0, broadPlanned: 0, waiting: 0 };
}
