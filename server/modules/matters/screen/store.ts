import type { Reader, Tx } from '#platform/database';
import { shanghaiInstant } from '#shared/time';

export type AreaCount = { areaId: string; open: number; late: number; supervised: number };

/** Restricted matters are in no figure of the wall: it counts what its lists open. */

/** What one area's screen shows of itself; a roll-up is made of these and read by the levels above. */
export async function countArea(reader: Reader, areaId: string, now: Date): Promise<Omit<AreaCount, 'areaId'>> {
  const rows = await reader.query<Omit<AreaCount, 'areaId'>>(
    `select count(*) as open, count(*) filter (where due_at < $2 and paused_at is null) as late, count(*) filter (where supervised) as supervised
     from matters where area_id = $1 and status = 'open' and visible <> 'restricted'`,
    [areaId, now],
  );
  return rows[0] as Omit<AreaCount, 'areaId'>;
}

export type DayCount = { day: string; channel: string; created: number };

/** Per day and channel what came in, and per day what ended and ended in time, since a day. */
export function countDays(
  reader: Reader,
  areaId: string,
  from: string,
): Promise<{ day: string; channel: string | null; created: number; closed: number; onTime: number }[]> {
  return reader.query(
    `select to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, channel, count(*) as created, 0::bigint as closed, 0::bigint as "onTime"
       from matters where area_id = $1 and created_at >= $2 and visible <> 'restricted' group by 1, 2
     union all
     select to_char(m.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), null, 0, count(*),
       count(*) filter (where not exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.late))
       from matters m where m.area_id = $1 and m.status = 'done' and m.closed_at >= $2 and m.visible <> 'restricted' group by 1`,
    [areaId, shanghaiInstant(from)],
  );
}

/** Takes the further changes of an area off the outbox; those another worker has in hand stay with it. */
export async function takeChanges(tx: Tx, areaId: string): Promise<void> {
  await tx.query(
    `delete from jobs.outbox where id in (
       select id from jobs.outbox where area_id = $1 and kind = 'matters.changed' for update skip locked)`,
    [areaId],
  );
}

export async function keepRollup(
  reader: Reader,
  areaId: string,
  kind: string,
  at: Date,
  figures: unknown,
): Promise<void> {
  await reader.query(
    `insert into matter_rollups (area_id, kind, at, figures) values ($1, $2, $3, $4)
     on conflict (area_id, kind) do update set at = excluded.at, figures = excluded.figures where matter_rollups.at <= excluded.at`,
    [areaId, kind, at, JSON.stringify(figures)],
  );
}

/** The method that most matters of a stretch of time began with; null when none began. */
export async function findMostUsed(
  reader: Reader,
  { areaIds, from, to }: { areaIds: string[]; from: Date; to: Date },
): Promise<string | null> {
  const rows = await reader.query<{ method: string }>(
    `select method from matters where area_id = any($1) and created_at >= $2 and created_at < $3 and visible <> 'restricted'
     group by method order by count(*) desc, method limit 1`,
    [areaIds, from, to],
  );
  return rows[0]?.method ?? null;
}

export function readRollups<T>(
  reader: Reader,
  areaIds: string[],
  kind: string,
): Promise<{ areaId: string; at: string; figures: T }[]> {
  return reader.query(
    `select area_id as "areaId", at, figures from matter_rollups where area_id = any($1) and kind = $2`,
    [areaIds, kind],
  );
}

export type LateRow = {
  areaId: string;
  number: string;
  title: string;
  step: string;
  dueAt: string;
  definitionHash: string;
};

/** The longest late matters: the first of each area, merged. */
export function readLatest(reader: Reader, areaIds: string[], now: Date, limit: number): Promise<LateRow[]> {
  return reader.query<LateRow>(
    `select page.* from unnest($1::uuid[]) as area (id) cross join lateral (
       select area_id as "areaId", number, title, step, due_at as "dueAt", definition_hash as "definitionHash" from matters
       where area_id = area.id and status = 'open' and paused_at is null and due_at < $2 and visible <> 'restricted' order by due_at, id limit $3) page
     order by page."dueAt" limit $3`,
    [areaIds, now, limit],
  );
}

export type HappeningRow = {
  areaId: string;
  at: string;
  what: string;
  title: string;
  toStep: string;
  status: string;
  category: string | null;
};

/** What happened last in each area, merged: for the line at the foot of the wall. */
export function readHappening(reader: Reader, areaIds: string[], limit: number): Promise<HappeningRow[]> {
  return reader.query<HappeningRow>(
    `select page.* from unnest($1::uuid[]) as area (id) cross join lateral (
       select area_id as "areaId", updated_at as at, step as what, title, step as "toStep", status, category from matters
       where area_id = area.id and visible <> 'restricted' order by updated_at desc limit 2) page
     order by page.at desc limit $2`,
    [areaIds, limit],
  );
}
