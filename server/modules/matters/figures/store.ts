import type { Reader } from '#platform/database';
import { shanghaiInstant } from '#shared/time';

export type Period = { areaIds: string[]; method: string | null; from: string; to: string };

const bounds = (period: Period): unknown[] => [
  period.areaIds,
  period.method,
  shanghaiInstant(period.from),
  shanghaiInstant(period.to),
];

/** How often each step was left in the period, how often in time, and the median stay. Reads the append-only history. */
export function readStepTimes(
  reader: Reader,
  period: Period,
): Promise<{ step: string; done: number; onTime: number; medianMs: number }[]> {
  return reader.query(
    `select h.from_step as step, count(*) as done, count(*) filter (where not h.late) as "onTime",
       percentile_cont(0.5) within group (order by extract(epoch from h.at - h.entered_at) * 1000)::float8 as "medianMs"
     from matter_history h join matters m on m.area_id = h.area_id and m.id = h.matter_id
     where h.area_id = any($1) and ($2::text is null or m.method = $2) and h.at >= $3 and h.at < $4
       and h.from_step is not null and h.from_step <> h.to_step and h.entered_at is not null and h.kind in ('action', 'begin')
     group by h.from_step`,
    bounds(period),
  );
}

export type EndFigures = {
  ended: number;
  onTime: number;
  rated: number;
  satisfied: number;
  closedInGrid: number;
  closable: number;
  medianToReplyMs: number | null;
  running: number;
};

/** Matters that ended in the period: in time, rated, satisfied, closed without going above the grid (N72). */
export async function readEnds(
  reader: Reader,
  period: Period,
  steps: { aside: string[]; reply: string | null },
): Promise<EndFigures> {
  const rows = await reader.query<EndFigures>(
    `with ended as (
       select m.area_id, m.id, m.stars, m.created_at,
         exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.late) as late,
         exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.to_step = any($5)) as above,
         (select min(h.at) from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.from_step = $6 and h.to_step <> $6) as replied
       from matters m where m.area_id = any($1) and ($2::text is null or m.method = $2) and m.status = 'done' and m.closed_at >= $3 and m.closed_at < $4)
     select count(*) as ended, count(*) filter (where not late) as "onTime", count(stars) as rated, count(*) filter (where stars >= 4) as satisfied,
       count(*) filter (where not above) as "closedInGrid", count(*) as closable,
       percentile_cont(0.5) within group (order by extract(epoch from replied - created_at) * 1000)::float8 as "medianToReplyMs",
       (select count(*) from matters m where m.area_id = any($1) and ($2::text is null or m.method = $2) and m.status = 'open') as running
     from ended`,
    [...bounds(period), steps.aside, steps.reply],
  );
  return rows[0] as EndFigures;
}

export function readGroups(
  reader: Reader,
  period: Period,
  column: 'category' | 'channel',
): Promise<{ key: string; count: number }[]> {
  return reader.query(
    `select ${column} as key, count(*) as count from matters m
     where area_id = any($1) and ($2::text is null or method = $2) and created_at >= $3 and created_at < $4 and ${column} is not null and visible <> 'restricted'
     group by ${column} order by count(*) desc, ${column}`,
    bounds(period),
  );
}

export type MatterTally = {
  gridId: string | null;
  buildingId: string | null;
  category: string | null;
  channel: string;
  received: number;
  done: number;
  doneOfReceived: number;
  open: number;
  late: number;
  rated: number;
  satisfied: number;
};

/**
 * Matters of an area by where they lie and what they are: received and ended well in a period (up to but without `to`),
 * and open or late at a moment.
 */
export function tallyMatters(
  reader: Reader,
  input: { areaId: string; from: Date; to: Date; now: Date },
): Promise<MatterTally[]> {
  return reader.query<MatterTally>(
    `select grid_id as "gridId", building_id as "buildingId", category, channel,
       count(*) filter (where created_at >= $2 and created_at < $3) as received,
       count(*) filter (where status = 'done' and closed_at >= $2 and closed_at < $3) as done,
       count(*) filter (where status = 'done' and created_at >= $2 and created_at < $3) as "doneOfReceived",
       count(*) filter (where status = 'open') as open,
       count(*) filter (where status = 'open' and paused_at is null and due_at < $4) as late,
       count(stars) filter (where status = 'done' and closed_at >= $2 and closed_at < $3) as rated,
       count(*) filter (where status = 'done' and closed_at >= $2 and closed_at < $3 and stars >= 4) as satisfied
     from matters where area_id = $1 and (status = 'open' or created_at >= $2 and created_at < $3 or closed_at >= $2 and closed_at < $3)
     group by 1, 2, 3, 4`,
    [input.areaId, input.from, input.to, input.now],
  );
}

/** The categories matters of an area were put into. */
export async function readCategories(reader: Reader, areaId: string): Promise<string[]> {
  const rows = await reader.query<{ category: string }>(
    `select distinct category from matters where area_id = $1 and category is not null order by 1`,
    [areaId],
  );
  return rows.map((row) => row.category);
}
