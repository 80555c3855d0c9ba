import type { Reader, Tx } from '#platform/database';
import type { TopicSettings, TopicState } from './contract.ts';
import type { TopicRow } from './tables.ts';

export type TopicRecord = TopicRow & { supports: number; voices: number; supported: boolean; followed: boolean };

const plain = `t.area_id as "areaId", t.id, t.title, t.why, t.scope, t.place_id as "placeId", t.picture, t.images,
  t.proposed_by as "proposedBy", t.proposer, t.proposed_at as "proposedAt", t.state, t.decided_by as "decidedBy",
  t.decided_at as "decidedAt", t.reason, t.merged_into as "mergedInto", t.asked_at as "askedAt",
  t.answer_due_at as "answerDueAt", t.answer, t.answered_at as "answeredAt", t.answered_by as "answeredBy",
  t.matter_id as "matterId", t.matter_number as "matterNumber", t.begun_at as "begunAt", t.result, t.closed_at as "closedAt"`;

const counted = (user: string): string => `${plain},
  (select count(*)::int from topic_supports s where s.area_id = t.area_id and s.topic_id = t.id) as supports,
  (select count(*)::int from topic_voices v where v.area_id = t.area_id and v.topic_id = t.id and v.state = 'shown') as voices,
  exists (select from topic_supports s where s.area_id = t.area_id and s.topic_id = t.id and s.user_id = ${user}) as supported,
  exists (select from topic_follows f where f.area_id = t.area_id and f.topic_id = t.id and f.user_id = ${user}) as followed`;

export type TopicFilter = {
  states: readonly TopicState[];
  proposedBy: string | null;
  userId: string;
  after: string | null;
  limit: number;
};

/** Topics of these states, the newest first. */
export function readTopics(reader: Reader, areaId: string, filter: TopicFilter): Promise<TopicRecord[]> {
  return reader.query<TopicRecord>(
    `select ${counted('$4')} from topics t where t.area_id = $1 and t.state = any($2::text[])
       and ($3::text is null or t.proposed_by = $3)
       and ($5::uuid is null or (t.proposed_at, t.id) < (select proposed_at, id from topics where area_id = $1 and id = $5))
     order by t.proposed_at desc, t.id desc limit $6`,
    [areaId, filter.states, filter.proposedBy, filter.userId, filter.after, filter.limit],
  );
}

export async function readTopic(
  reader: Reader,
  areaId: string,
  id: string,
  userId: string,
): Promise<TopicRecord | null> {
  const rows = await reader.query<TopicRecord>(
    `select ${counted('$3')} from topics t where t.area_id = $1 and t.id = $2`,
    [areaId, id, userId],
  );
  return rows[0] ?? null;
}

/** The topic, held until the transaction ends: who acts on it waits for who came first. */
export async function lockTopic(tx: Tx, areaId: string, id: string): Promise<TopicRow | null> {
  const rows = await tx.query<TopicRow>(`select ${plain} from topics t where t.area_id = $1 and t.id = $2 for update`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Titles that something new may be like: of what is public or waits, the newest first. */
export function readTitles(
  reader: Reader,
  areaId: string,
): Promise<{ id: string; title: string; why: string; state: TopicState; supports: number }[]> {
  return reader.query(
    `select t.id, t.title, t.why, t.state,
       (select count(*)::int from topic_supports s where s.area_id = t.area_id and s.topic_id = t.id) as supports
     from topics t where t.area_id = $1 and t.state in ('open', 'in-progress', 'answered', 'closed')
     order by t.proposed_at desc limit 300`,
    [areaId],
  );
}

export async function countWaiting(reader: Reader, areaId: string, userId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from topics where area_id = $1 and proposed_by = $2 and state = 'waiting'`,
    [areaId, userId],
  );
  return rows[0]?.count ?? 0;
}

/** Adds a support; false when the same person supports it already. */
export async function insertSupport(
  tx: Tx,
  which: { areaId: string; topicId: string; userId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into topic_supports (area_id, topic_id, user_id, at) values ($1, $2, $3, $4) on conflict do nothing returning user_id`,
    [which.areaId, which.topicId, which.userId, tx.now],
  );
  return rows.length > 0;
}

export async function deleteSupport(
  tx: Tx,
  which: { areaId: string; topicId: string; userId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `delete from topic_supports where area_id = $1 and topic_id = $2 and user_id = $3 returning user_id`,
    [which.areaId, which.topicId, which.userId],
  );
  return rows.length > 0;
}

export async function countSupports(reader: Reader, areaId: string, topicId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from topic_supports where area_id = $1 and topic_id = $2`,
    [areaId, topicId],
  );
  return rows[0]?.count ?? 0;
}

export async function insertFollow(tx: Tx, which: { areaId: string; topicId: string; userId: string }): Promise<void> {
  await tx.query(
    `insert into topic_follows (area_id, topic_id, user_id, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [which.areaId, which.topicId, which.userId, tx.now],
  );
}

export async function deleteFollow(tx: Tx, which: { areaId: string; topicId: string; userId: string }): Promise<void> {
  await tx.query(`delete from topic_follows where area_id = $1 and topic_id = $2 and user_id = $3`, [
    which.areaId,
    which.topicId,
    which.userId,
  ]);
}

/** Who hears of a topic: who proposed, supports or follows it. */
export async function readListeners(reader: Reader, areaId: string, topicId: string): Promise<string[]> {
  const rows = await reader.query<{ userId: string }>(
    `select proposed_by as "userId" from topics where area_id = $1 and id = $2
     union select user_id from topic_supports where area_id = $1 and topic_id = $2
     union select user_id from topic_follows where area_id = $1 and topic_id = $2`,
    [areaId, topicId],
  );
  return rows.map(({ userId }) => userId);
}

/** Changes what a decision changes, and only those fields that are given; `when` guards against who came first. */
export async function changeTopic(
  tx: Tx,
  which: { areaId: string; id: string; when: readonly TopicState[] },
  change: Partial<Omit<TopicRow, 'areaId' | 'id' | 'proposedBy' | 'proposedAt'>>,
): Promise<boolean> {
  const names: Record<string, string> = {
    state: 'state',
    decidedBy: 'decided_by',
    decidedAt: 'decided_at',
    reason: 'reason',
    mergedInto: 'merged_into',
    askedAt: 'asked_at',
    answerDueAt: 'answer_due_at',
    answer: 'answer',
    answeredAt: 'answered_at',
    answeredBy: 'answered_by',
    matterId: 'matter_id',
    matterNumber: 'matter_number',
    begunAt: 'begun_at',
    result: 'result',
    closedAt: 'closed_at',
  };
  const given = Object.entries(change).filter(([key]) => names[key]);
  const sets = given.map(([key], at) => `${names[key]} = $${at + 4}`).join(', ');
  const rows = await tx.query(
    `update topics set ${sets} where area_id = $1 and id = $2 and state = any($3::text[]) returning id`,
    [which.areaId, which.id, which.when, ...given.map(([, value]) => value)],
  );
  return rows.length > 0;
}

/** Supporters, followers and voices of one topic go to another; who supports both counts once. */
export async function moveAlong(tx: Tx, areaId: string, from: string, to: string): Promise<void> {
  for (const table of ['topic_supports', 'topic_follows']) {
    await tx.query(
      `insert into ${table} (area_id, topic_id, user_id, at) select area_id, $3, user_id, at from ${table}
       where area_id = $1 and topic_id = $2 on conflict do nothing`,
      [areaId, from, to],
    );
    await tx.query(`delete from ${table} where area_id = $1 and topic_id = $2`, [areaId, from]);
  }
  await tx.query(`update topic_voices set topic_id = $3 where area_id = $1 and topic_id = $2`, [areaId, from, to]);
}

export async function readSettings(reader: Reader, areaId: string): Promise<TopicSettings | null> {
  const rows = await reader.query<TopicSettings>(
    `select supports, answer_days as "answerDays" from topic_settings where area_id = $1`,
    [areaId],
  );
  return rows[0] ?? null;
}

export async function writeSettings(tx: Tx, areaId: string, by: string, settings: TopicSettings): Promise<void> {
  await tx.query(
    `insert into topic_settings (area_id, supports, answer_days, changed_by, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (area_id) do update set supports = excluded.supports, answer_days = excluded.answer_days,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [areaId, settings.supports, settings.answerDays, by, tx.now],
  );
}
