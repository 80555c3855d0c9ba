import type { Reader, Tx } from '#platform/database';
import type { AbsenceRow } from '../tables.ts';

export function appendAbsence(tx: Tx, row: AbsenceRow): void {
  tx.append('duty_absences', {
    area_id: row.areaId,
    id: row.id,
    user_id: row.userId,
    user_name: row.userName,
    from_day: row.from,
    to_day: row.to,
    stand_in_id: row.standInId,
    stand_in_name: row.standInName,
    reason: row.reason,
    noted_by: row.notedBy,
    noted_at: row.notedAt,
    withdrawn_at: row.withdrawnAt,
  });
}

/** False when it was withdrawn before, or never was. */
export async function markWithdrawn(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update duty_absences set withdrawn_at = $3 where area_id = $1 and id = $2 and withdrawn_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}
