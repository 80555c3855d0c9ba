import type { Reader, Tx } from '#platform/database';
import type { AssessmentRow } from './tables.ts';

const columns = `area_id as "areaId", id, standard, item, year, kind, verdict, words, link, pictures, withdraws, at,
  actor_id as "actorId", actor_name as "actorName"`;

/** Everything said of a standard in some areas for a year, the oldest first. */
export function readEntries(
  reader: Reader,
  asked: { areaIds: readonly string[]; standard: string; year: number },
): Promise<AssessmentRow[]> {
  return reader.query<AssessmentRow>(
    `select ${columns} from assessment_history where area_id = any($1) and standard = $2 and year = $3 order by id`,
    [asked.areaIds, asked.standard, asked.year],
  );
}

export async function findEntry(reader: Reader, areaId: string, id: string): Promise<AssessmentRow | null> {
  const rows = await reader.query<AssessmentRow>(
    `select ${columns} from assessment_history where area_id = $1 and id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export function appendEntry(tx: Tx, row: AssessmentRow): void {
  const { areaId, actorId, actorName, ...rest } = row;
  tx.append('assessment_history', { ...rest, area_id: areaId, actor_id: actorId, actor_name: actorName });
}
