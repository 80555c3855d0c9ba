import type { Reader, Tx } from '#platform/database';
import type { QuestionRow } from './tables.ts';

const columns = `area_id as "areaId", id, fund_id as "fundId", book_id as "bookId", seq, words, asked_by as "askedBy",
  asked_as as "askedAs", asked_at as "askedAt", state, reason, moderated_by as "moderatedBy", moderated_name as "moderatedName",
  moderated_at as "moderatedAt", answer, answered_by as "answeredBy", answered_name as "answeredName", answered_at as "answeredAt"`;

type WhichFund = { areaId: string; fundId: string };
type Person = { id: string; name: string };

export type NewQuestionRow = Pick<
  QuestionRow,
  'areaId' | 'id' | 'fundId' | 'bookId' | 'seq' | 'words' | 'askedBy' | 'askedAs'
>;

/** Answers whether it was written: one waits on a line at a time. */
export async function insertQuestion(tx: Tx, row: NewQuestionRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into fund_questions (area_id, id, fund_id, book_id, seq, words, asked_by, asked_as, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (area_id, fund_id, seq, asked_by) where state = 'waiting' do nothing returning id`,
    [row.areaId, row.id, row.fundId, row.bookId, row.seq, row.words, row.askedBy, row.askedAs, tx.now],
  );
  return rows.length > 0;
}

export async function countWaiting(reader: Reader, { areaId, fundId }: WhichFund, userId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from fund_questions
     where area_id = $1 and fund_id = $2 and asked_by = $3 and state = 'waiting'`,
    [areaId, fundId, userId],
  );
  return rows[0]?.count ?? 0;
}

export async function readQuestion(reader: Reader, areaId: string, id: string): Promise<QuestionRow | null> {
  const rows = await reader.query<QuestionRow>(`select ${columns} from fund_questions where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** What was asked about a line and is shown, and what this person asked, the earliest first. */
export function readOfLine(
  reader: Reader,
  { areaId, fundId, seq }: WhichFund & { seq: number },
  userId: string,
): Promise<QuestionRow[]> {
  return reader.query<QuestionRow>(
    `select ${columns} from fund_questions where area_id = $1 and fund_id = $2 and seq = $3 and (state = 'shown' or asked_by = $4)
     order by asked_at, id limit 200`,
    [areaId, fundId, seq, userId],
  );
}

/** How many questions are shown at each line, and answered. */
export function countShown(
  reader: Reader,
  { areaId, fundId, seqs }: WhichFund & { seqs: readonly number[] },
): Promise<{ seq: number; shown: number; answered: number }[]> {
  return reader.query(
    `select seq, count(*)::int as shown, count(answer)::int as answered from fund_questions
     where area_id = $1 and fund_id = $2 and seq = any($3) and state = 'shown' group by seq`,
    [areaId, fundId, seqs],
  );
}

/** What waits to be looked at, what waits for an answer, then what was decided last. */
export function readForDesk(reader: Reader, { areaId, fundId }: WhichFund): Promise<QuestionRow[]> {
  return reader.query<QuestionRow>(
    `select ${columns} from fund_questions where area_id = $1 and fund_id = $2
     order by state = 'waiting' desc, state = 'shown' and answer is null desc, asked_at desc, id desc limit 200`,
    [areaId, fundId],
  );
}

/** Shows a question or declines it. Answers whether it still waited. */
export async function writeDecision(
  tx: Tx,
  { areaId, id }: { areaId: string; id: string },
  { state, reason, by }: { state: 'shown' | 'declined'; reason: string; by: Person },
): Promise<boolean> {
  const rows = await tx.query(
    `update fund_questions set state = $3, reason = $4, moderated_by = $5, moderated_name = $6, moderated_at = $7
     where area_id = $1 and id = $2 and state = 'waiting' returning id`,
    [areaId, id, state, reason, by.id, by.name, tx.now],
  );
  return rows.length > 0;
}

/** Answers a question that is shown. Answers whether it had no answer yet. */
export async function writeAnswer(
  tx: Tx,
  { areaId, id }: { areaId: string; id: string },
  { answer, by }: { answer: string; by: Person },
): Promise<boolean> {
  const rows = await tx.query(
    `update fund_questions set answer = $3, answered_by = $4, answered_name = $5, answered_at = $6
     where area_id = $1 and id = $2 and state = 'shown' and answer is null returning id`,
    [areaId, id, answer, by.id, by.name, tx.now],
  );
  return rows.length > 0;
}
