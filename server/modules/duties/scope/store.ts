import type { Reader } from '#platform/database';
import type { AbsenceRow } from '../tables.ts';

export type AbsenceRecord = AbsenceRow;

const columns = `area_id as "areaId", id, user_id as "userId", user_name as "userName", from_day::text as "from", to_day::text as "to",
  stand_in_id as "standInId", stand_in_name as "standInName", reason, noted_by as "notedBy", noted_at as "notedAt",
  withdrawn_at as "withdrawnAt"`;

/** Who is away on any day of a span. */
export function readAbsences(
  reader: Reader,
  areaId: string,
  span: { from: string; to: string },
): Promise<AbsenceRecord[]> {
  return reader.query<AbsenceRecord>(
    `select ${columns} from duty_absences
     where area_id = $1 and withdrawn_at is null and from_day <= $3 and to_day >= $2 order by from_day, id`,
    [areaId, span.from, span.to],
    'duties.absences',
  );
}
