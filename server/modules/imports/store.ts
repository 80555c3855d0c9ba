import type { Reader, Tx } from '#platform/database';
import type { ImportRecord } from './tables.ts';

export type ImportRow = Omit<ImportRecord, 'areaId'>;

const columns = `id, kind, file_name as "fileName", headings, state, duplicates, total, bad, doubled, done, added, updated, skipped, failed,
  created_at as "createdAt", created_by as "createdBy", created_by_name as "createdByName", finished_at as "finishedAt"`;

type NewImport = Pick<ImportRow, 'id' | 'kind' | 'fileName' | 'headings' | 'createdBy' | 'createdByName'>;

export async function insertImport(tx: Tx, areaId: string, row: NewImport): Promise<void> {
  await tx.query(
    `insert into imports (area_id, id, kind, file_name, headings, state, total, bad, doubled, created_at, created_by, created_by_name)
     values ($1, $2, $3, $4, $5, 'checked', 0, 0, 0, $6, $7, $8)`,
    [areaId, row.id, row.kind, row.fileName, row.headings, tx.now, row.createdBy, row.createdByName],
  );
}

export type Counts = Pick<ImportRow, 'total' | 'bad' | 'doubled'>;

/** Notes what was found once the file is read to its end. */
export async function setCounts(tx: Tx, areaId: string, id: string, counts: Counts): Promise<void> {
  const { total, bad, doubled } = counts;
  await tx.query(`update imports set total = $3, bad = $4, doubled = $5 where area_id = $1 and id = $2`, [
    areaId,
    id,
    total,
    bad,
    doubled,
  ]);
}

export type StagedRow = { at: number; cellsSealed: string | null; state: string; problem: string | null };

export async function insertRows(tx: Tx, areaId: string, importId: string, rows: StagedRow[]): Promise<void> {
  await tx.query(
    `insert into import_rows (area_id, import_id, at, cells_sealed, state, problem)
     select $1, $2, at, "cellsSealed", state, problem
     from json_to_recordset($3::json) as row (at int, "cellsSealed" text, state text, problem text)`,
    [areaId, importId, JSON.stringify(rows)],
    'imports.stage',
  );
}

export async function readImport(reader: Reader, areaId: string, id: string): Promise<ImportRow | null> {
  const rows = await reader.query<ImportRow>(`select ${columns} from imports where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** The import, held so that nobody else moves it until the end of the transaction. */
export async function lockImport(tx: Tx, areaId: string, id: string): Promise<ImportRow | null> {
  const rows = await tx.query<ImportRow>(
    `select ${columns} from imports where area_id = $1 and id = $2 for no key update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export function listImports(
  reader: Reader,
  areaId: string,
  page: { after: string | null; limit: number },
): Promise<ImportRow[]> {
  return reader.query<ImportRow>(
    `select ${columns} from imports where area_id = $1
       and ($2::uuid is null or (created_at, id) < (select created_at, id from imports where area_id = $1 and id = $2))
     order by created_at desc, id desc limit $3`,
    [areaId, page.after, page.limit],
  );
}

export function readReady(reader: Reader, areaId: string, importId: string, limit: number): Promise<StagedRow[]> {
  return reader.query<StagedRow>(
    `select at, cells_sealed as "cellsSealed", state, problem from import_rows
     where area_id = $1 and import_id = $2 and state = 'ready' order by at limit $3`,
    [areaId, importId, limit],
    'imports.ready',
  );
}

/** Rows that are wrong or could not be taken in, in the order of the file. */
export function readWrong(
  reader: Reader,
  areaId: string,
  importId: string,
  page: { after: number; limit: number },
): Promise<StagedRow[]> {
  return reader.query<StagedRow>(
    `select at, cells_sealed as "cellsSealed", state, problem from import_rows
     where area_id = $1 and import_id = $2 and state in ('bad', 'failed') and at > $3 order by at limit $4`,
    [areaId, importId, page.after, page.limit],
  );
}

/** Notes what became of rows. The cells of those taken in are no longer needed and are forgotten. */
export async function settleRows(
  tx: Tx,
  areaId: string,
  importId: string,
  rows: { at: number; state: string; problem: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  const numbers = rows.map((row) => row.at);
  await tx.query(
    `update import_rows r set state = n.state, problem = n.problem, cells_sealed = case when n.state = 'failed' then r.cells_sealed end
     from json_to_recordset($3::json) as n (at int, state text, problem text)
     where r.area_id = $1 and r.import_id = $2 and r.at between $4 and $5 and r.at = n.at`,
    [areaId, importId, JSON.stringify(rows), Math.min(...numbers), Math.max(...numbers)],
    'imports.settle',
  );
}

export type Tally = Pick<ImportRow, 'added' | 'updated' | 'skipped' | 'failed'>;

export async function addTally(tx: Tx, areaId: string, id: string, tally: Tally, ended: boolean): Promise<void> {
  const { added, updated, skipped, failed } = tally;
  await tx.query(
    `update imports set added = added + $3, updated = updated + $4, skipped = skipped + $5, failed = failed + $6,
       done = done + $3 + $4 + $5 + $6, state = case when $7 then 'done' else state end, finished_at = case when $7 then $8::timestamptz end
     where area_id = $1 and id = $2`,
    [areaId, id, added, updated, skipped, failed, ended, tx.now],
    'imports.tally',
  );
}

export async function setState(
  tx: Tx,
  areaId: string,
  id: string,
  change: { state: 'running' | 'cancelled'; duplicates?: string },
): Promise<void> {
  await tx.query(
    `update imports set state = $3, duplicates = coalesce($4, duplicates), finished_at = case when $3 = 'cancelled' then $5::timestamptz end
     where area_id = $1 and id = $2`,
    [areaId, id, change.state, change.duplicates ?? null, tx.now],
  );
}
