import type { Reader, Tx } from '#platform/database';
import type { NewRating, Rating } from './contract.ts';

type Key = { areaId: string; activityId: string };

/** Writes what somebody thinks of an activity; a later one takes the place of the earlier. */
export async function writeRating(
  tx: Tx,
  { areaId, activityId }: Key,
  userId: string,
  rating: NewRating,
): Promise<void> {
  await tx.query(
    `insert into activity_ratings (area_id, activity_id, user_id, stars, words, at) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint activity_ratings_pkey do update set stars = excluded.stars, words = excluded.words, at = excluded.at`,
    [areaId, activityId, userId, rating.stars, rating.words, tx.now],
  );
}

/** How many rated, and how well on the average, to one tenth of a star. */
export async function readRatingSum(
  reader: Reader,
  { areaId, activityId }: Key,
): Promise<{ count: number; stars: number | null }> {
  const rows = await reader.query<{ count: number; stars: number | null }>(
    `select count(*)::int as count, round(avg(stars), 1) as stars from activity_ratings where area_id = $1 and activity_id = $2`,
    [areaId, activityId],
  );
  return rows[0] ?? { count: 0, stars: null };
}

export function readRatings(reader: Reader, { areaId, activityId }: Key): Promise<Rating[]> {
  return reader.query<Rating>(
    `select stars, words, at from activity_ratings where area_id = $1 and activity_id = $2 order by at desc limit 500`,
    [areaId, activityId],
  );
}

export async function readOwnRating(
  reader: Reader,
  { areaId, activityId }: Key,
  userId: string,
): Promise<Rating | null> {
  const rows = await reader.query<Rating>(
    `select stars, words, at from activity_ratings where area_id = $1 and activity_id = $2 and user_id = $3`,
    [areaId, activityId, userId],
  );
  return rows[0] ?? null;
}

/** Whether somebody came to any session, or one whom she enrolled. */
export async function hasCome(reader: Reader, { areaId, activityId }: Key, userIds: string[]): Promise<boolean> {
  const rows = await reader.query(
    `select 1 from attendances t where t.area_id = $1 and t.activity_id = $2 and (t.attendee = any($3) or exists
       (select from enrolments e where e.area_id = $1 and e.activity_id = $2 and e.attendee = t.attendee and e.user_id = any($3)))
     limit 1`,
    [areaId, activityId, userIds],
  );
  return rows.length > 0;
}
