import type { Reader, Tx } from '#platform/database';
import type { VoiceState } from './contract.ts';
import type { ReportRow, VoiceRow } from './tables.ts';

const columns = `v.area_id as "areaId", v.id, v.topic_id as "topicId", v.kind, v.body, v.said_by as "saidBy", v.speaker,
  v.said_at as "saidAt", v.state, v.decided_by as "decidedBy", v.decided_at as "decidedAt", v.reason, v.reply,
  v.replied_by as "repliedBy", v.replied_at as "repliedAt"`;

/** Voices to a topic that are shown, and somebody's own; with `all` also those that wait. The oldest first. */
export function readVoices(
  reader: Reader,
  which: { areaId: string; topicId: string; userId: string; all: boolean },
): Promise<VoiceRow[]> {
  return reader.query<VoiceRow>(
    `select ${columns} from topic_voices v where v.area_id = $1 and v.topic_id = $2
       and (v.state = 'shown' or v.said_by = $3 or $4) order by v.said_at, v.id limit 200`,
    [which.areaId, which.topicId, which.userId, which.all],
  );
}

export type QueuedVoice = VoiceRow & { topicTitle: string };

export function readQueue(reader: Reader, areaId: string): Promise<QueuedVoice[]> {
  return reader.query<QueuedVoice>(
    `select ${columns}, t.title as "topicTitle" from topic_voices v
     join topics t on t.area_id = v.area_id and t.id = v.topic_id
     where v.area_id = $1 and v.state = 'waiting' order by v.said_at, v.id limit 100`,
    [areaId],
  );
}

export async function readVoice(reader: Reader, areaId: string, id: string): Promise<VoiceRow | null> {
  const rows = await reader.query<VoiceRow>(
    `select ${columns} from topic_voices v where v.area_id = $1 and v.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export async function countWaiting(reader: Reader, areaId: string, userId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from topic_voices where area_id = $1 and said_by = $2 and state = 'waiting'`,
    [areaId, userId],
  );
  return rows[0]?.count ?? 0;
}

/** Decides on a voice that stands in one of these states; false when somebody was first. */
export async function decideVoice(
  tx: Tx,
  which: { areaId: string; id: string; when: readonly VoiceState[] },
  to: { state: VoiceState; by: string; reason: string | null },
): Promise<boolean> {
  const rows = await tx.query(
    `update topic_voices set state = $4, decided_by = $5, decided_at = $6, reason = $7
     where area_id = $1 and id = $2 and state = any($3::text[]) returning id`,
    [which.areaId, which.id, which.when, to.state, to.by, tx.now, to.reason],
  );
  return rows.length > 0;
}

export async function writeReply(
  tx: Tx,
  which: { areaId: string; id: string },
  reply: { by: string; text: string },
): Promise<void> {
  await tx.query(
    `update topic_voices set reply = $3, replied_by = $4, replied_at = $5 where area_id = $1 and id = $2`,
    [which.areaId, which.id, reply.text, reply.by, tx.now],
  );
}

/** Adds a report; false when the same person has reported the same before and nobody has looked at it. */
export async function insertReport(
  tx: Tx,
  row: Pick<ReportRow, 'areaId' | 'id' | 'topicId' | 'voiceId' | 'reason' | 'reportedBy'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into topic_reports (area_id, id, topic_id, voice_id, reason, reported_by, reported_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [row.areaId, row.id, row.topicId, row.voiceId, row.reason, row.reportedBy, tx.now],
  );
  return rows.length > 0;
}

export type QueuedReport = {
  id: string;
  topicId: string;
  topicTitle: string;
  voiceId: string | null;
  body: string;
  author: string;
  reason: string;
  reportedAt: string;
};

export function readReports(reader: Reader, areaId: string): Promise<QueuedReport[]> {
  return reader.query<QueuedReport>(
    `select r.id, r.topic_id as "topicId", t.title as "topicTitle", r.voice_id as "voiceId",
       coalesce(v.body, t.why) as body, coalesce(v.speaker, t.proposer) as author, r.reason, r.reported_at as "reportedAt"
     from topic_reports r join topics t on t.area_id = r.area_id and t.id = r.topic_id
     left join topic_voices v on v.area_id = r.area_id and v.id = r.voice_id
     where r.area_id = $1 and r.state = 'open' order by r.reported_at, r.id limit 100`,
    [areaId],
  );
}

/** Takes a report that nobody has looked at yet. */
export async function takeReport(
  tx: Tx,
  which: { areaId: string; id: string },
  to: { state: 'kept' | 'hidden'; by: string },
): Promise<ReportRow | null> {
  const rows = await tx.query<ReportRow>(
    `update topic_reports set state = $3, handled_by = $4, handled_at = $5
     where area_id = $1 and id = $2 and state = 'open'
     returning area_id as "areaId", id, topic_id as "topicId", voice_id as "voiceId", reason, reported_by as "reportedBy"`,
    [which.areaId, which.id, to.state, to.by, tx.now],
  );
  return rows[0] ?? null;
}
