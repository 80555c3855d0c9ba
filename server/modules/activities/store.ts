import type { Reader, Tx } from '#platform/database';
import type { ActivityRow } from './tables.ts';

/** `publication` is the state of the row: its other states follow from the time and the seats. */
export type ActivityRecord = Omit<
  ActivityRow,
  'publishedAt' | 'withdrawnAt' | 'state' | 'turns' | 'createdBy' | 'officer'
> & {
  publication: string;
  myState: 'enrolled' | 'waiting' | null;
};

/** `user` is the number of the parameter that holds the user's id. */
export const activityColumns = (
  user: number,
): string => `a.area_id as "areaId", a.id, a.title, a.summary, a.kind, a.place, a.building_id as "buildingId",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.host, a.picture, a.seats, a.enrolled, a.waiting,
  a.state as publication, a.series_id as "seriesId", a.edition, a.venue_id as "venueId", a.team_id as "teamId", a.lng, a.lat,
  a.themes, a.audiences, a.large, a.broad, a.min_age as "minAge", a.max_age as "maxAge", a.organisers,
  (select e.state from enrolments e where e.area_id = a.area_id and e.activity_id = a.id and e.attendee = $${user}
    and e.state <> 'cancelled') as "myState"`;

export type ActivityFilter = {
  endsAfter: Date;
  startsBefore: Date | null;
  teamId: string | null;
  venueId: string | null;
  seriesId: string | null;
  kind: string | null;
  theme: string | null;
  large: boolean | null;
  broad: boolean | null;
  after: string | null;
  limit: number;
  userId: string;
};

/** Activities that stand, the next first. */
export function readActivities(reader: Reader, areaId: string, filter: ActivityFilter): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${activityColumns(2)} from activities a
     where a.area_id = $1 and a.state = 'published' and a.ends_at > $3 and ($4::timestamptz is null or a.starts_at < $4)
       and ($5::uuid is null or (a.starts_at, a.id) > (select starts_at, id from activities where area_id = $1 and id = $5))
       and ($7::uuid is null or a.team_id = $7) and ($8::uuid is null or a.venue_id = $8 or exists
         (select from activity_sessions s where s.area_id = $1 and s.activity_id = a.id and s.venue_id = $8))
       and ($9::uuid is null or a.series_id = $9) and ($10::text is null or a.kind = $10)
       and ($11::text is null or $11 = any(a.themes)) and ($12::boolean is null or a.large = $12)
       and ($13::boolean is null or a.broad = $13)
     order by a.starts_at, a.id limit $6`,
    [
      areaId,
      filter.userId,
      filter.endsAfter,
      filter.startsBefore,
      filter.after,
      filter.limit,
      filter.teamId,
      filter.venueId,
      filter.seriesId,
      filter.kind,
      filter.theme,
      filter.large,
      filter.broad,
    ],
  );
}

export async function readActivity(
  reader: Reader,
  areaId: string,
  id: string,
  userId: string,
): Promise<ActivityRecord | null> {
  const rows = await reader.query<ActivityRecord>(
    `select ${activityColumns(2)} from activities a where a.area_id = $1 and a.id = $3 and a.state = 'published'`,
    [areaId, userId, id],
  );
  return rows[0] ?? null;
}

export type NewRow = Omit<ActivityRow, 'enrolled' | 'waiting' | 'turns' | 'withdrawnAt' | 'officer'>;

export async function insertActivity(reader: Reader, row: NewRow): Promise<void> {
  await reader.query(
    `insert into activities (area_id, id, title, summary, kind, place, building_id, starts_at, ends_at, host, picture, seats,
       published_at, state, series_id, edition, venue_id, team_id, lng, lat, themes, audiences, large, broad, min_age, max_age,
       organisers, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
       $26, $27, $28)`,
    [
      ...[row.areaId, row.id, row.title, row.summary, row.kind, row.place, row.buildingId, row.startsAt, row.endsAt],
      ...[row.host, row.picture, row.seats, row.publishedAt, row.state, row.seriesId, row.edition, row.venueId],
      ...[row.teamId, row.lng, row.lat, row.themes, row.audiences, row.large, row.broad, row.minAge, row.maxAge],
      ...[row.organisers, row.createdBy],
    ],
  );
}

/** Activities that stand and begin in a period, and the seats taken in them. */
export async function countBetween(
  reader: Reader,
  areaIds: readonly string[],
  from: Date,
  to: Date,
): Promise<{ activities: number; enrolments: number }> {
  const rows = await reader.query<{ activities: number; enrolments: number }>(
    `select count(*)::int as activities, coalesce(sum(enrolled), 0)::int as enrolments from activities
     where area_id = any($1) and state = 'published' and starts_at >= $2 and starts_at < $3`,
    [areaIds, from, to],
  );
  return rows[0] ?? { activities: 0, enrolments: 0 };
}

/** Calls an activity off and answers its title and who was enrolled; null when it was called off before. */
export async function markWithdrawn(
  reader: Reader,
  areaId: string,
  id: string,
  now: Date,
): Promise<{ title: string; userIds: string[] } | null> {
  const rows = await reader.query<{ title: string; userIds: string[] }>(
    `update activities a set withdrawn_at = $3, state = 'withdrawn' where a.area_id = $1 and a.id = $2 and a.state <> 'withdrawn'
     returning a.title, array(select distinct user_id from enrolments e where e.area_id = $1 and e.activity_id = $2
       and e.state <> 'cancelled' order by user_id) as "userIds"`,
    [areaId, id, now],
  );
  return rows[0] ?? null;
}

/** The id of the activity that ends so; the latest where chance gave two the same end. */
export async function findByTail(reader: Reader, areaId: string, tail: string): Promise<string | null> {
  const rows = await reader.query<{ id: string }>(
    `select id from activities where area_id = $1 and right(id::text, 10) = $2 order by id desc limit 1`,
    [areaId, tail],
  );
  return rows[0]?.id ?? null;
}

export type FoundRow = Pick<ActivityRow, 'areaId' | 'id' | 'title' | 'place' | 'startsAt' | 'endsAt'>;

/** Activities that stand, by their ids. */
export function readFound(reader: Reader, ids: { areaId: string; id: string }[]): Promise<FoundRow[]> {
  return reader.query<FoundRow>(
    `select area_id as "areaId", id, title, place, starts_at as "startsAt", ends_at as "endsAt" from activities
     where area_id = any($1) and id = any($2) and state = 'published'`,
    [[...new Set(ids.map(({ areaId }) => areaId))], ids.map(({ id }) => id)],
  );
}

/** The next activities of an area that stand, in order of their ids; held until the commit. */
export function takeActivities(
  tx: Tx,
  areaId: string,
  after: string | null,
  limit: number,
): Promise<(FoundRow & Pick<ActivityRow, 'summary' | 'host' | 'kind'>)[]> {
  return tx.query(
    `select area_id as "areaId", id, title, place, summary, host, kind, starts_at as "startsAt", ends_at as "endsAt"
     from activities where area_id = $1 and state = 'published' and ($2::uuid is null or id > $2)
     order by id limit $3 for no key update`,
    [areaId, after, limit],
  );
}

/** Activities that stand and begin in a time, up to but without its end. */
export async function countActivities(reader: Reader, areaId: string, time: { from: Date; to: Date }): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from activities where area_id = $1 and state = 'published' and starts_at >= $2 and starts_at < $3`,
    [areaId, time.from, time.to],
  );
  return rows[0]?.count ?? 0;
}

export type ActivityLine = Pick<
  ActivityRow,
  'id' | 'title' | 'kind' | 'place' | 'startsAt' | 'endsAt' | 'host' | 'seats' | 'enrolled'
>;

/** Every activity that was not called off, held or to come, a page at a time. */
export async function* readAllActivities(reader: Reader, areaId: string): AsyncGenerator<ActivityLine> {
  let after: string | null = null;
  for (;;) {
    const rows: ActivityLine[] = await reader.query<ActivityLine>(
      `select id, title, kind, place, starts_at as "startsAt", ends_at as "endsAt", host, seats, enrolled from activities
       where area_id = $1 and state = 'published'
         and ($2::uuid is null or (starts_at, id) < (select starts_at, id from activities where area_id = $1 and id = $2))
       order by starts_at desc, id desc limit 500`,
      [areaId, after],
    );
    yield* rows;
    if (rows.length < 500) return;
    after = rows.at(-1)?.id ?? null;
  }
}
