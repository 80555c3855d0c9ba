import type { Reader } from '#platform/database';
import type { RehearsalRow } from '../tables.ts';

export function readRehearsals(
  reader: Reader,
  areaId: string,
  teamId: string,
  since: Date,
): Promise<Pick<RehearsalRow, 'id' | 'startsAt' | 'endsAt' | 'place' | 'present'>[]> {
  return reader.query(
    `select id, starts_at as "startsAt", ends_at as "endsAt", place, present from team_rehearsals
     where area_id = $1 and team_id = $2 and starts_at >= $3 order by starts_at desc limit 200`,
    [areaId, teamId, since],
  );
}

/** How many of these are members of the team now. */
export async function countMembers(reader: Reader, areaId: string, teamId: string, ids: string[]): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from team_members where area_id = $1 and team_id = $2 and id = any($3) and state = 'member'`,
    [areaId, teamId, ids],
  );
  return rows[0]?.count ?? 0;
}

/** Records a rehearsal; false when one that began at this moment is there. */
export async function insertRehearsal(reader: Reader, row: RehearsalRow): Promise<boolean> {
  const rows = await reader.query(
    `insert into team_rehearsals (area_id, id, team_id, starts_at, ends_at, place, booking_id, present, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      row.areaId,
      row.id,
      row.teamId,
      row.startsAt,
      row.endsAt,
      row.place,
      row.bookingId,
      row.present,
      row.recordedAt,
      row.recordedBy,
    ],
  );
  return rows.length > 0;
}

export async function insertPresences(
  reader: Reader,
  areaId: string,
  rehearsalId: string,
  memberIds: string[],
): Promise<void> {
  await reader.query(
    `insert into team_presences (area_id, rehearsal_id, member_id) select $1, $2, unnest($3::uuid[])`,
    [areaId, rehearsalId, memberIds],
  );
}
