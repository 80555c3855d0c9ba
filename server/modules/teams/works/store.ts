import type { Reader } from '#platform/database';
import type { WorkState } from './contract.ts';
import type { PerformanceRow, WorkRow } from './tables.ts';

export type WorkRecord = WorkRow & { teamName: string | null };

const columns = `w.area_id as "areaId", w.id, w.kind, w.title, w.authors_sealed as "authorsSealed", w.shown, w.team_id as "teamId",
  w.theme, w.body, w.picture, w.images, w.media, w.topic, w.topic_number as "topicNumber", w.heritage, w.made_on as "madeOn",
  w.state, w.submitted_at as "submittedAt", w.submitted_by as "submittedBy", w.decided_at as "decidedAt",
  w.decided_by as "decidedBy", w.reason, t.name as "teamName"
 from works w left join teams t on t.area_id = w.area_id and t.id = w.team_id`;

export type WorkFilter = {
  state: string;
  kind: string | null;
  teamId: string | null;
  after: string | null;
  limit: number;
};

/** Works of a state, the newest first. */
export function readWorks(reader: Reader, areaId: string, filter: WorkFilter): Promise<WorkRecord[]> {
  return reader.query<WorkRecord>(
    `select ${columns} where w.area_id = $1 and w.state = $2 and ($3::text is null or w.kind = $3)
       and ($4::uuid is null or w.team_id = $4)
       and ($5::uuid is null or (coalesce(w.decided_at, w.submitted_at), w.id) <
         (select coalesce(decided_at, submitted_at), id from works where area_id = $1 and id = $5))
     order by coalesce(w.decided_at, w.submitted_at) desc, w.id desc limit $6`,
    [areaId, filter.state, filter.kind, filter.teamId, filter.after, filter.limit],
  );
}

/** What somebody has handed in, the newest first. */
export function readHandedIn(reader: Reader, areaIds: string[], userId: string): Promise<WorkRecord[]> {
  return reader.query<WorkRecord>(
    `select ${columns} where w.area_id = any($1) and w.submitted_by = $2 and w.state <> 'withdrawn'
     order by w.submitted_at desc, w.id desc limit 60`,
    [areaIds, userId],
  );
}

export async function readWork(reader: Reader, areaId: string, id: string): Promise<WorkRecord | null> {
  const rows = await reader.query<WorkRecord>(`select ${columns} where w.area_id = $1 and w.id = $2`, [areaId, id]);
  return rows[0] ?? null;
}

export async function insertWork(reader: Reader, row: WorkRow): Promise<void> {
  await reader.query(
    `insert into works (area_id, id, kind, title, authors_sealed, shown, team_id, theme, body, picture, images, media, topic,
       topic_number, heritage, made_on, state, submitted_at, submitted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[row.areaId, row.id, row.kind, row.title, row.authorsSealed, row.shown, row.teamId, row.theme, row.body],
      ...[row.picture, row.images, row.media, row.topic, row.topicNumber, row.heritage, row.madeOn, row.state],
      ...[row.submittedAt, row.submittedBy],
    ],
  );
}

/** Decides on a work that still stands as it was seen; false when somebody else was first. */
export async function decide(
  reader: Reader,
  which: { areaId: string; id: string; from: WorkState },
  decision: { to: WorkState; by: string; reason: string | null; at: Date },
): Promise<boolean> {
  const rows = await reader.query(
    `update works set state = $4, decided_by = $5, reason = $6, decided_at = $7
     where area_id = $1 and id = $2 and state = $3 returning id`,
    [which.areaId, which.id, which.from, decision.to, decision.by, decision.reason, decision.at],
  );
  return rows.length > 0;
}

export function readPerformances(reader: Reader, areaId: string, workId: string): Promise<PerformanceRow[]> {
  return reader.query<PerformanceRow>(
    `select id, performed_on as "performedOn", place, audience, activity_id as "activityId" from work_performances
     where area_id = $1 and work_id = $2 order by performed_on desc, id desc limit 60`,
    [areaId, workId],
  );
}

export async function teamStands(reader: Reader, areaId: string, teamId: string): Promise<boolean> {
  const rows = await reader.query(`select id from teams where area_id = $1 and id = $2 and closed_on is null`, [
    areaId,
    teamId,
  ]);
  return rows.length > 0;
}
