import type { Reader } from '#platform/database';
import { matterColumns, type MatterRow } from '#kernel/workflow';
import { shanghaiInstant } from '#shared/time';

/** Ended matters of an area whose method shows something of them, the latest first. */
export function readSolved(
  reader: Reader,
  areaId: string,
  limit: number,
  after: { at: string; id: string } | null,
): Promise<MatterRow[]> {
  return reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.status = 'done' and m.visible <> 'restricted' and m.face->>'result' is not null
       and ($3::timestamptz is null or (m.closed_at, m.id) < ($3::timestamptz, $4::uuid)) order by m.closed_at desc, m.id desc limit $2`,
    [areaId, limit, after?.at ?? null, after?.id ?? null],
  );
}

/** Some matters of an area that are not restricted. */
export function readOpenRows(reader: Reader, areaId: string, ids: readonly string[]): Promise<MatterRow[]> {
  return reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.id = any($2::uuid[]) and m.visible <> 'restricted'`,
    [areaId, ids],
  );
}

/** Matters that are not restricted by the title their community shows, their category, or the end of their number. */
export function findOpenRows(
  reader: Reader,
  { areaId, words, limit }: { areaId: string; words: string; limit: number },
): Promise<MatterRow[]> {
  return reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.visible <> 'restricted'
       and ($2 = '' or strpos(lower(coalesce(m.face->>'title', '')), lower($2)) > 0 or strpos(coalesce(m.face->>'category', ''), $2) > 0
         or m.number like '%' || $3)
     order by m.created_at desc, m.id desc limit $4`,
    [areaId, words, /^\d{2,}$/.test(words) ? words : '?', limit],
  );
}

export type MonthCounts = { reported: number; closed: number; open: number; openLate: number };

/** What became of the matters reported in a period: figures that add up. */
export async function readMonth(
  reader: Reader,
  input: { areaId: string; from: string; to: string; now: Date },
): Promise<MonthCounts> {
  const rows = await reader.query<MonthCounts>(
    `select count(*) as reported, count(*) filter (where status <> 'open') as closed, count(*) filter (where status = 'open') as open,
       count(*) filter (where status = 'open' and paused_at is null and due_at < $4) as "openLate"
     from matters where area_id = $1 and created_at >= $2 and created_at < $3 and visible <> 'restricted'`,
    [input.areaId, shanghaiInstant(input.from), shanghaiInstant(input.to), input.now],
  );
  return rows[0] as MonthCounts;
}

/** The matters behind those figures, as the public may see them. */
export function readMonthRows(
  reader: Reader,
  input: {
    areaId: string;
    from: string;
    to: string;
    state: 'reported' | 'closed' | 'open';
    limit: number;
    after: { at: string; id: string } | null;
  },
): Promise<MatterRow[]> {
  const state =
    input.state === 'reported' ? '' : input.state === 'open' ? `and m.status = 'open'` : `and m.status <> 'open'`;
  return reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.created_at >= $2 and m.created_at < $3 and m.visible <> 'restricted' ${state}
       and ($5::timestamptz is null or (m.created_at, m.id) < ($5::timestamptz, $6::uuid)) order by m.created_at desc, m.id desc limit $4`,
    [
      input.areaId,
      shanghaiInstant(input.from),
      shanghaiInstant(input.to),
      input.limit,
      input.after?.at ?? null,
      input.after?.id ?? null,
    ],
  );
}
