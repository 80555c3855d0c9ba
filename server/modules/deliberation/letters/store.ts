import type { Reader, Tx } from '#platform/database';
import type { LetterRow, QuestionRow, ReachRow } from './tables.ts';

const columns = `area_id as "areaId", id, title, body, signed, building_ids as "buildingIds", state, written_by as "writtenBy",
  written_at as "writtenAt", sent_by as "sentBy", sent_at as "sentAt"`;

/** Letters, the latest first; drafts only for who writes letters. */
export function readLetters(reader: Reader, areaId: string, withDrafts: boolean): Promise<LetterRow[]> {
  return reader.query<LetterRow>(
    `select ${columns} from letters where area_id = $1 and (state = 'sent' or $2)
     order by coalesce(sent_at, written_at) desc, id limit 60`,
    [areaId, withDrafts],
  );
}

export async function readLetter(reader: Reader, areaId: string, id: string): Promise<LetterRow | null> {
  const rows = await reader.query<LetterRow>(`select ${columns} from letters where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Sends a letter that was not sent; false when somebody was first. */
export async function markSent(tx: Tx, which: { areaId: string; id: string; by: string }): Promise<boolean> {
  const rows = await tx.query(
    `update letters set state = 'sent', sent_by = $3, sent_at = $4 where area_id = $1 and id = $2 and state = 'draft' returning id`,
    [which.areaId, which.id, which.by, tx.now],
  );
  return rows.length > 0;
}

export function readReaches(reader: Reader, areaId: string, letterId: string): Promise<ReachRow[]> {
  return reader.query<ReachRow>(
    `select area_id as "areaId", letter_id as "letterId", household_id as "householdId", way, at, by_id as "byId"
     from letter_reaches where area_id = $1 and letter_id = $2`,
    [areaId, letterId],
  );
}

/** Notes that a letter was handed over; one read in the app before stays so. */
export async function insertReach(tx: Tx, row: Omit<ReachRow, 'at'>): Promise<boolean> {
  const rows = await tx.query(
    `insert into letter_reaches (area_id, letter_id, household_id, way, at, by_id) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning household_id`,
    [row.areaId, row.letterId, row.householdId, row.way, tx.now, row.byId],
  );
  return rows.length > 0;
}

export async function deleteDoorReach(
  tx: Tx,
  which: { areaId: string; letterId: string; householdId: string },
): Promise<void> {
  await tx.query(
    `delete from letter_reaches where area_id = $1 and letter_id = $2 and household_id = $3 and way = 'door'`,
    [which.areaId, which.letterId, which.householdId],
  );
}

const questionColumns = `area_id as "areaId", id, letter_id as "letterId", question, asked_by as "askedBy", asker,
  asked_at as "askedAt", answer, answered_by as "answeredBy", answered_at as "answeredAt", published`;

/** Published questions and somebody's own; with `all` every one. */
export function readQuestions(
  reader: Reader,
  which: { areaId: string; letterId: string; userId: string; all: boolean },
): Promise<QuestionRow[]> {
  return reader.query<QuestionRow>(
    `select ${questionColumns} from letter_questions where area_id = $1 and letter_id = $2
       and (published or asked_by = $3 or $4) order by asked_at, id limit 200`,
    [which.areaId, which.letterId, which.userId, which.all],
  );
}

export async function answerQuestion(
  tx: Tx,
  which: { areaId: string; letterId: string; id: string },
  said: { answer: string; publish: boolean; by: string },
): Promise<QuestionRow | null> {
  const rows = await tx.query<QuestionRow>(
    `update letter_questions set answer = $4, published = $5, answered_by = $6, answered_at = $7
     where area_id = $1 and letter_id = $2 and id = $3 returning ${questionColumns}`,
    [which.areaId, which.letterId, which.id, said.answer, said.publish, said.by, tx.now],
  );
  return rows[0] ?? null;
}
