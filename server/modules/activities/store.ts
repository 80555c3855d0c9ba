import type { Reader, Tx } from '#platform/database';
import type { ActivityRow } from './tables.ts';

export type ActivityRecord = Omit<ActivityRow, 'publishedAt' | 'withdrawnAt'> & { mine: boolean };

/** `user` is the number of the parameter that holds the user's id. */
const columns = (
  user: number,
): string => `a.area_id as "areaId", a.id, a.title, a.summary, a.kind, a.place, a.building_id as "buildingId",
  a.starts_at as "startsAt", a.ends_at as "endsAt", a.host, a.picture, a.seats, a.enrolled,
  exists (select 1 from enrolments e where e.area_id = a.area_id and e.activity_id = a.id and e.user_id = $${user}) as mine`;

export type ActivityFilter = {
  endsAfter: Date;
  startsBefore: Date | null;
  after: string | null;
  limit: number;
  userId: string;
};

/** Activities that stand, the next first. */
export function readActivities(reader: Reader, areaId: string, filter: ActivityFilter): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${columns(2)} from activities a
     where a.area_id = $1 and a.withdrawn_at is null and a.ends_at > $3 and ($4::timestamptz is null or a.starts_at < $4)
       and ($5::uuid is null or (a.starts_at, a.id) > (select starts_at, id from activities where area_id = $1 and id = $5))
     order by a.starts_at, a.id limit $6`,
    [areaId, filter.userId, filter.endsAfter, filter.startsBefore, filter.after, filter.limit],
  );
}

export async function readActivity(
  reader: Reader,
  areaId: string,
  id: string,
  userId: string,
): Promise<ActivityRecord | null> {
  const rows = await reader.query<ActivityRecord>(
    `select ${columns(2)} from activities a where a.area_id = $1 and a.id = $3 and a.withdrawn_at is null`,
    [areaId, userId, id],
  );
  return rows[0] ?? null;
}

/** What a user is enrolled in and is not over, the next first. */
export function readEnrolled(reader: Reader, areaIds: string[], userId: string, now: Date): Promise<ActivityRecord[]> {
  return reader.query<ActivityRecord>(
    `select ${columns(2)} from enrolments m join activities a on a.area_id = m.area_id and a.id = m.activity_id
     where m.area_id = any($1) and m.user_id = $2 and a.withdrawn_at is null and a.ends_at > $3
     order by a.starts_at, a.id limit 100`,
    [areaIds, userId, now],
  );
}

export async function insertActivity(
  reader: Reader,
  row: Omit<ActivityRow, 'enrolled' | 'publishedAt' | 'withdrawnAt'>,
  now: Date,
): Promise<void> {
  await reader.query(
    `insert into activities (area_id, id, title, summary, kind, place, building_id, starts_at, ends_at, host, picture, seats, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.areaId,
      row.id,
      row.title,
      row.summary,
      row.kind,
      row.place,
      row.buildingId,
      row.startsAt,
      row.endsAt,
      row.host,
      row.picture,
      row.seats,
      now,
    ],
  );
}

/** Enrols a user; false when they were enrolled before. The seat is taken by `takeSeat` in the same transaction. */
export async function insertEnrolment(
  reader: Reader,
  row: { areaId: string; activityId: string; userId: string },
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `insert into enrolments (area_id, activity_id, user_id, enrolled_at) values ($1, $2, $3, $4) on conflict do nothing returning user_id`,
    [row.areaId, row.activityId, row.userId, now],
  );
  return rows.length > 0;
}

/** Takes a seat when one is free at this very moment: the condition and the count are one statement, so no race passes it. */
export async function takeSeat(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update activities set enrolled = enrolled + 1
     where area_id = $1 and id = $2 and withdrawn_at is null and starts_at > $3 and enrolled < seats returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

/** Gives a seat back; false when the user had none. */
export async function giveSeatBack(
  reader: Reader,
  row: { areaId: string; activityId: string; userId: string },
): Promise<boolean> {
  const rows = await reader.query(
    `with gone as (delete from enrolments where area_id = $1 and activity_id = $2 and user_id = $3 returning activity_id)
     update activities a set enrolled = enrolled - 1 from gone where a.area_id = $1 and a.id = gone.activity_id returning a.id`,
    [row.areaId, row.activityId, row.userId],
  );
  return rows.length > 0;
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
     where area_id = any($1) and withdrawn_at is null and starts_at >= $2 and starts_at < $3`,
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
    `update activities a set withdrawn_at = $3 where a.area_id = $1 and a.id = $2 and a.withdrawn_at is null
     returning a.title, array(select user_id from enrolments e where e.area_id = $1 and e.activity_id = $2 order by enrolled_at) as "userIds"`,
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
     where area_id = any($1) and id = any($2) and withdrawn_at is null`,
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
     from activities where area_id = $1 and withdrawn_at is null and ($2::uuid is null or id > $2)
     order by id limit $3 for no key update`,
    [areaId, after, limit],
  );
}

/** Activities that stand and begin in a time, up to but without its end. */
export async function countActivities(reader: Reader, areaId: string, time: { from: Date; to: Date }): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from activities where area_id = $1 and withdrawn_at is null and starts_at >= $2 and starts_at < $3`,
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
       where area_id = $1 and withdrawn_at is null
         and ($2::uuid is null or (starts_at, id) < (select starts_at, id from activities where area_id = $1 and id = $2))
       order by starts_at desc, id desc limit 500`,
      [areaId, after],
    );
    yield* rows;
    if (rows.length < 500) return;
    after = rows.at(-1)?.id ?? null;
  }
}
