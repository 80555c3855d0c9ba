import type { Reader } from '#platform/database';
import type { StallRow } from './tables.ts';

const columns = `area_id as "areaId", id, activity_id as "activityId", name, service, keeper, user_id as "userId", words, state,
  reason, position, served, asked_at as "askedAt", decided_at as "decidedAt"`;

export type Market = { id: string; title: string; kind: string; startsAt: string; endsAt: string };

/** A published activity at which there may be stalls. */
export async function readMarket(reader: Reader, areaId: string, id: string): Promise<Market | null> {
  const rows = await reader.query<Market>(
    `select id, title, kind, starts_at as "startsAt", ends_at as "endsAt" from activities
     where area_id = $1 and id = $2 and state = 'published'`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Stalls of a market day in the order of their numbers, those without one behind. */
export function readStalls(reader: Reader, areaId: string, activityId: string): Promise<StallRow[]> {
  return reader.query<StallRow>(
    `select ${columns} from stalls where area_id = $1 and activity_id = $2 order by position nulls last, asked_at, id`,
    [areaId, activityId],
  );
}

export async function readStall(reader: Reader, areaId: string, id: string): Promise<StallRow | null> {
  const rows = await reader.query<StallRow>(`select ${columns} from stalls where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Holds a market day, so that numbers are given out one after another. */
export async function holdMarket(reader: Reader, areaId: string, id: string): Promise<void> {
  await reader.query(`select id from activities where area_id = $1 and id = $2 for no key update`, [areaId, id]);
}

export async function insertStall(reader: Reader, row: StallRow): Promise<void> {
  await reader.query(
    `insert into stalls (area_id, id, activity_id, name, service, keeper, user_id, words, state, reason, position, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[row.areaId, row.id, row.activityId, row.name, row.service, row.keeper, row.userId, row.words, row.state],
      ...[row.reason, row.position, row.askedAt],
    ],
  );
}

/** Accepts what was asked for and gives it the next number; false when it was decided before. */
export async function acceptStall(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update stalls s set state = 'accepted', decided_at = $3,
       position = 1 + coalesce((select max(position) from stalls o where o.area_id = $1 and o.activity_id = s.activity_id), 0)
     where s.area_id = $1 and s.id = $2 and s.state = 'asked' returning s.id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

/** Refuses or withdraws a stall, and takes its number away. */
export async function closeStall(
  reader: Reader,
  areaId: string,
  id: string,
  close: { from: string[]; to: 'refused' | 'withdrawn'; reason: string; now: Date },
): Promise<boolean> {
  const rows = await reader.query(
    `update stalls set state = $4, reason = $5, decided_at = $6, position = null, served = null
     where area_id = $1 and id = $2 and state = any($3) returning id`,
    [areaId, id, close.from, close.to, close.reason, close.now],
  );
  return rows.length > 0;
}

export async function keepServed(reader: Reader, areaId: string, id: string, served: number): Promise<boolean> {
  const rows = await reader.query(
    `update stalls set served = $3 where area_id = $1 and id = $2 and state = 'accepted' returning id`,
    [areaId, id, served],
  );
  return rows.length > 0;
}
