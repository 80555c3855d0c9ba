import type { Reader } from '#platform/database';
import type { Message, MessageQuery } from './contract.ts';

const columns = `id, area_id as "areaId", kind, title, body, link, subject, urgent, created_at as "createdAt", read_at as "readAt", sms_state as "smsState"`;

export type Recipient = { userId: string; wantsSms: boolean; homeAreaId: string | null; personId: string | null };

/** Notes that these users have something in this area, and answers how each wants to be told. Unknown users are left out. */
export function noteArea(reader: Reader, areaId: string, userIds: string[]): Promise<Recipient[]> {
  return reader.query<Recipient>(
    `with known as (
       select id, coalesce((preferences->>'sms')::boolean, false) as wants, home_area_id, person_id
       from auth."user" where id = any($2) and disabled_at is null),
     noted as (insert into auth.user_areas (user_id, area_id) select id, $1 from known on conflict do nothing)
     select id as "userId", wants as "wantsSms", home_area_id as "homeAreaId", person_id as "personId" from known order by id`,
    [areaId, userIds],
    'messages.note-area',
  );
}

export async function readUserAreas(reader: Reader, userId: string): Promise<string[]> {
  const rows = await reader.query<{ areaId: string }>(
    `select area_id as "areaId" from auth.user_areas where user_id = $1`,
    [userId],
  );
  return rows.map((row) => row.areaId);
}

export function readMessages(
  reader: Reader,
  areaIds: string[],
  userId: string,
  query: MessageQuery,
): Promise<Message[]> {
  return reader.query<Message>(
    `select ${columns} from messages
     where area_id = any($1) and user_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [areaIds, userId, query.cursor ?? null, query.limit + 1],
  );
}

export async function countUnread(reader: Reader, areaIds: string[], userId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from messages where area_id = any($1) and user_id = $2 and read_at is null`,
    [areaIds, userId],
  );
  return rows[0]?.count ?? 0;
}

/** Marks one message read, keeping the first time; null when it is not this user's. */
export async function markRead(
  reader: Reader,
  areaIds: string[],
  userId: string,
  id: string,
  now: Date,
): Promise<Message | null> {
  const rows = await reader.query<Message>(
    `update messages set read_at = coalesce(read_at, $4) where area_id = any($1) and user_id = $2 and id = $3 returning ${columns}`,
    [areaIds, userId, id, now],
  );
  return rows[0] ?? null;
}

/** Marks everything read; answers how many per area. */
export function markAllRead(
  reader: Reader,
  areaIds: string[],
  userId: string,
  now: Date,
): Promise<{ areaId: string; count: number }[]> {
  return reader.query(
    `with marked as (
       update messages set read_at = $3 where area_id = any($1) and user_id = $2 and read_at is null returning area_id)
     select area_id as "areaId", count(*)::int as count from marked group by area_id`,
    [areaIds, userId, now],
  );
}

export async function readMessage(reader: Reader, areaId: string, id: string): Promise<Message | null> {
  const rows = await reader.query<Message>(`select ${columns} from messages where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

export async function markSms(
  reader: Reader,
  areaId: string,
  id: string,
  state: 'sent' | 'no-phone',
  now: Date,
): Promise<void> {
  await reader.query(`update messages set sms_state = $3, sms_at = $4 where area_id = $1 and id = $2`, [
    areaId,
    id,
    state,
    now,
  ]);
}
