import type { Reader } from '#platform/database';
import type { Robot, RobotKind, RobotTell } from './contract.ts';
import type { RobotRecord } from './tables.ts';

type NewRecord = Omit<RobotRecord, 'endedAt' | 'sentAt' | 'failedAt' | 'failure'>;

export async function insertRobot(reader: Reader, robot: NewRecord): Promise<void> {
  const { areaId, id, kind, name, host, addressSealed, secretSealed, tells, madeBy, madeByName, createdAt } = robot;
  await reader.query(
    `insert into robots (area_id, id, kind, name, host, address_sealed, secret_sealed, tells, made_by, made_by_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [areaId, id, kind, name, host, addressSealed, secretSealed, tells, madeBy, madeByName, createdAt],
  );
}

/** The robots of an area that still work, the newest first. */
export function readRobots(reader: Reader, areaId: string): Promise<Robot[]> {
  return reader.query<Robot>(
    `select id, kind, name, host, secret_sealed is not null as "isSigned", tells, made_by_name as "madeByName",
       created_at as "createdAt", sent_at as "sentAt", failed_at as "failedAt", failure
     from robots where area_id = $1 and ended_at is null order by created_at desc, id desc limit 50`,
    [areaId],
  );
}

export type LiveRobot = { areaId: string; id: string; tells: RobotTell[] };

/** Every robot that still works, of every area: few, and kept in memory. */
export function readLiveRobots(reader: Reader): Promise<LiveRobot[]> {
  return reader.query<LiveRobot>(
    `select area_id as "areaId", id, tells from robots where ended_at is null order by id`,
  );
}

export type SealedRobot = { kind: RobotKind; addressSealed: string; secretSealed: string | null };

export async function findRobot(reader: Reader, areaId: string, id: string): Promise<SealedRobot | null> {
  const rows = await reader.query<SealedRobot>(
    `select kind, address_sealed as "addressSealed", secret_sealed as "secretSealed"
     from robots where area_id = $1 and id = $2 and ended_at is null`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Ends a robot; answers false when there is none that still works. What opens the group is forgotten. */
export async function endRobot(reader: Reader, areaId: string, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(
    `update robots set ended_at = $3, address_sealed = '', secret_sealed = null
     where area_id = $1 and id = $2 and ended_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length === 1;
}

export async function noteSent(reader: Reader, areaId: string, id: string, now: Date): Promise<void> {
  await reader.query(
    `update robots set sent_at = $3, failed_at = null, failure = null where area_id = $1 and id = $2`,
    [areaId, id, now],
  );
}

export async function noteFailure(
  reader: Reader,
  areaId: string,
  id: string,
  failed: { now: Date; failure: string },
): Promise<void> {
  await reader.query(`update robots set failed_at = $3, failure = $4 where area_id = $1 and id = $2`, [
    areaId,
    id,
    failed.now,
    failed.failure,
  ]);
}
