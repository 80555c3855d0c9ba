import type { Reader, Tx } from '#platform/database';
import { addDays, shanghaiInstant } from '#shared/time';
import type { BlankRecord } from './tables.ts';

export type BlankRow = Omit<BlankRecord, 'areaId'>;
export type BlankTotals = Omit<BlankRow, 'fileSealed' | 'listScope' | 'createdBy'> & {
  columns: number;
  asked: number;
  filled: number;
};

const columns = `b.id, b.file_name as "fileName", b.title, b.asked_by as "askedBy", b.created_at as "createdAt",
  b.created_by_name as "createdByName", b.filled_at as "filledAt"`;

export async function insertBlank(
  tx: Tx,
  areaId: string,
  row: Pick<BlankRow, 'id' | 'fileName' | 'title' | 'fileSealed' | 'createdBy' | 'createdByName'>,
): Promise<void> {
  await tx.query(
    `insert into blanks (area_id, id, file_name, title, file_sealed, created_at, created_by, created_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [areaId, row.id, row.fileName, row.title, row.fileSealed, tx.now, row.createdBy, row.createdByName],
  );
}

export async function readBlank(reader: Reader, areaId: string, id: string): Promise<BlankRow | null> {
  const rows = await reader.query<BlankRow>(
    `select ${columns}, b.file_sealed as "fileSealed", b.list_scope as "listScope", b.created_by as "createdBy"
     from blanks b where b.area_id = $1 and b.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export async function setScope(tx: Tx, areaId: string, id: string, listScope: string | null): Promise<void> {
  await tx.query(`update blanks set list_scope = $3 where area_id = $1 and id = $2`, [areaId, id, listScope]);
}

export type NewBlankColumn = { at: number; heading: string; filledFrom: string | null; asked: number; filled: number };

/** Notes that a form was filled, and what it asked: as it was filled last. */
export async function settleBlank(
  tx: Tx,
  areaId: string,
  id: string,
  settled: { askedBy: string; columns: NewBlankColumn[] },
): Promise<void> {
  await tx.query(`update blanks set filled_at = $3, asked_by = $4 where area_id = $1 and id = $2`, [
    areaId,
    id,
    tx.now,
    settled.askedBy,
  ]);
  await tx.query(`delete from blank_columns where area_id = $1 and blank_id = $2`, [areaId, id]);
  await tx.query(
    `insert into blank_columns (area_id, blank_id, at, heading, filled_from, asked, filled)
     select $1, $2, at, heading, "filledFrom", asked, filled
     from json_to_recordset($3::json) as c (at int, heading text, "filledFrom" text, asked int, filled int)`,
    [areaId, id, JSON.stringify(settled.columns)],
  );
}

export async function readChoices(reader: Reader, areaId: string): Promise<Map<string, string>> {
  const rows = await reader.query<{ heading: string; term: string }>(
    `select heading, term from blank_headings where area_id = $1`,
    [areaId],
  );
  return new Map(rows.map((row) => [row.heading, row.term]));
}

export async function writeChoice(
  tx: Tx,
  areaId: string,
  choice: { heading: string; term: string | null; by: string },
): Promise<void> {
  if (choice.term === null) {
    await tx.query(`delete from blank_headings where area_id = $1 and heading = $2`, [areaId, choice.heading]);
    return;
  }
  await tx.query(
    `insert into blank_headings (area_id, heading, term, chosen_at, chosen_by) values ($1, $2, $3, $4, $5)
     on conflict (area_id, heading) do update set term = excluded.term, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`,
    [areaId, choice.heading, choice.term, tx.now, choice.by],
  );
}

export type BlankFilter = {
  month: string | null;
  heading: string | null;
  typed: boolean;
  after: string | null;
  limit: number;
};

/** Forms with what they asked, the newest first. */
export function listBlanks(reader: Reader, areaId: string, filter: BlankFilter): Promise<BlankTotals[]> {
  const { month, heading, typed, after, limit } = filter;
  const bounds = month === null ? [null, null] : monthBounds(month);
  return reader.query<BlankTotals>(
    `select ${columns}, coalesce(c.columns, 0) as columns, coalesce(c.asked, 0) as asked, coalesce(c.filled, 0) as filled
     from blanks b left join lateral (
       select count(*) as columns, sum(asked)::int as asked, sum(filled)::int as filled from blank_columns
       where area_id = $1 and blank_id = b.id) c on true
     where b.area_id = $1 and ($2::timestamptz is null or b.filled_at >= $2 and b.filled_at < $3)
       and ($4::text is null or b.filled_at is not null and exists (select 1 from blank_columns h where h.area_id = $1 and h.blank_id = b.id and h.heading = $4))
       and (not $5 or b.filled_at is not null and c.asked > c.filled)
       and ($6::uuid is null or (b.created_at, b.id) < (select created_at, id from blanks where area_id = $1 and id = $6))
     order by b.created_at desc, b.id desc limit $7`,
    [areaId, bounds[0], bounds[1], heading, typed, after, limit],
  );
}

function monthBounds(month: string): [Date, Date] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return [shanghaiInstant(`${month}-01`), shanghaiInstant(addDays(`${month}-01`, days))];
}

export type MonthTotals = { month: string; blanks: number; columns: number; asked: number; filled: number };

/** What was asked and filled, month by month, the newest first. */
export function readMonths(reader: Reader, areaId: string, since: Date): Promise<MonthTotals[]> {
  return reader.query<MonthTotals>(
    `select to_char(b.filled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(distinct b.id) as blanks,
       count(c.at) as columns, coalesce(sum(c.asked), 0)::int as asked, coalesce(sum(c.filled), 0)::int as filled
     from blanks b left join blank_columns c on c.area_id = b.area_id and c.blank_id = b.id
     where b.area_id = $1 and b.filled_at >= $2 group by 1 order by 1 desc`,
    [areaId, since],
  );
}

/** Headings that more than one form asked since a moment. */
export function readAgain(
  reader: Reader,
  areaId: string,
  since: Date,
): Promise<{ heading: string; times: number; from: string | null }[]> {
  return reader.query(
    `select c.heading, count(distinct c.blank_id) as times, max(c.filled_from) as "from"
     from blank_columns c join blanks b on b.area_id = c.area_id and b.id = c.blank_id
     where c.area_id = $1 and b.filled_at >= $2 group by c.heading having count(distinct c.blank_id) > 1
     order by times desc, c.heading limit 20`,
    [areaId, since],
  );
}
