import type { Reader, Tx } from '#platform/database';
import type { ClosedAs, Draft, Person, Which } from './contract.ts';
import type { ObjectionRow, ProofRow, PublicityRow, SnapshotRow } from './tables.ts';

const columns = `area_id as "areaId", id, matter_id as "matterId", step, estate_id as "estateId", replaces, title, body, shown,
  pictures, days, board, state, drafted_by as "draftedBy", drafted_name as "draftedName", drafted_at as "draftedAt",
  checked_by as "checkedBy", checked_name as "checkedName", checked_at as "checkedAt", approved_by as "approvedBy",
  approved_name as "approvedName", approved_at as "approvedAt", returned_reason as "returnedReason", posted_at as "postedAt",
  closes_at as "closesAt", opening_hash as "openingHash", ended_at as "endedAt", closed_at as "closedAt",
  closing_hash as "closingHash", withdrawn_reason as "withdrawnReason", objections, open_objections as "openObjections"`;

const objectionColumns = `area_id as "areaId", publicity_id as "publicityId", number, closes_at as "closesAt", at,
  user_id as "userId", name_sealed as "nameSealed", words_sealed as "wordsSealed", pictures, answer, upheld,
  answered_by as "answeredBy", answered_name as "answeredName", answered_at as "answeredAt"`;

export async function readOne(reader: Reader, { areaId, id }: Which): Promise<PublicityRow | null> {
  const rows = await reader.query<PublicityRow>(`select ${columns} from publicities where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** One, held until the commit. */
export async function takeOne(tx: Tx, { areaId, id }: Which): Promise<PublicityRow | null> {
  const rows = await tx.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and id = $2 for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Posted ones, the newest first: those whose outcome is open, or those that have ended. */
export function readPosted(
  reader: Reader,
  areaId: string,
  query: { ended: boolean; after: string | null; limit: number },
): Promise<PublicityRow[]> {
  return reader.query<PublicityRow>(
    `select ${columns} from publicities
     where area_id = $1 and posted_at is not null and (closed_at is not null) = $2
       and ($3::uuid is null or (posted_at, id) < (select posted_at, id from publicities where area_id = $1 and id = $3))
     order by posted_at desc, id desc limit $4`,
    [areaId, query.ended, query.after, query.limit],
  );
}

export async function countOpen(reader: Reader, areaId: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from publicities where area_id = $1 and state = 'open'`,
    [areaId],
  );
  return rows[0]?.count ?? 0;
}

const aliveStates = `('drafted', 'checked', 'open')`;

/** What is not closed, with what was drafted last first. */
export function readAlive(reader: Reader, areaId: string, limit: number): Promise<PublicityRow[]> {
  return reader.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and state in ${aliveStates} order by drafted_at desc, id desc limit $2`,
    [areaId, limit],
  );
}

/** Everything that was posted, a page at a time, the newest first. */
export async function* readAllPosted(reader: Reader, areaId: string): AsyncGenerator<PublicityRow> {
  let after: string | null = null;
  for (;;) {
    const rows: PublicityRow[] = await reader.query<PublicityRow>(
      `select ${columns} from publicities where area_id = $1 and posted_at is not null
         and ($2::uuid is null or (posted_at, id) < (select posted_at, id from publicities where area_id = $1 and id = $2))
       order by posted_at desc, id desc limit 500`,
      [areaId, after],
    );
    yield* rows;
    if (rows.length < 500) return;
    after = rows.at(-1)?.id ?? null;
  }
}

/** Some of an area that were posted. */
export function readSomePosted(reader: Reader, areaId: string, ids: readonly string[]): Promise<PublicityRow[]> {
  return reader.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and posted_at is not null and id = any($2::uuid[])`,
    [areaId, ids],
  );
}

/** Posted ones whose title has these words, the newest first. */
export function findPosted(reader: Reader, areaId: string, words: string, limit: number): Promise<PublicityRow[]> {
  return reader.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and posted_at is not null and strpos(lower(title), lower($2)) > 0
     order by posted_at desc, id desc limit $3`,
    [areaId, words, limit],
  );
}

/** Those that carry a matter, the newest first. */
export function readOfMatter(reader: Reader, areaId: string, matterId: string): Promise<PublicityRow[]> {
  return reader.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and matter_id = $2 order by drafted_at desc, id desc`,
    [areaId, matterId],
  );
}

/** The one that was posted anew in place of this. */
export async function readSuccessor(reader: Reader, { areaId, id }: Which): Promise<PublicityRow | null> {
  const rows = await reader.query<PublicityRow>(
    `select ${columns} from publicities where area_id = $1 and replaces = $2 order by drafted_at desc, id desc limit 1`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

type Drafted = Which & {
  draft: Draft;
  by: Person;
  matter: { id: string; step: string } | null;
  replaces: string | null;
};

export async function insertDraft(tx: Tx, { areaId, id, draft, by, matter, replaces }: Drafted): Promise<void> {
  await tx.query(
    `insert into publicities (area_id, id, matter_id, step, estate_id, replaces, title, body, shown, pictures, days, board, state,
       drafted_by, drafted_name, drafted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'drafted', $13, $14, $15)`,
    [
      ...[areaId, id, matter?.id ?? null, matter?.step ?? null, draft.estateId, replaces, draft.title, draft.body],
      ...[JSON.stringify(draft.shown), draft.pictures, draft.days, draft.board, by.id, by.name, tx.now],
    ],
  );
}

/** Writes a draft anew: who changed it is its drafter now. */
export async function updateDraft(tx: Tx, { areaId, id }: Which, draft: Draft, by: Person): Promise<void> {
  await tx.query(
    `update publicities set title = $3, body = $4, shown = $5, pictures = $6, days = $7, board = $8, estate_id = $9,
       drafted_by = $10, drafted_name = $11, drafted_at = $12, returned_reason = ''
     where area_id = $1 and id = $2`,
    [
      ...[areaId, id, draft.title, draft.body, JSON.stringify(draft.shown), draft.pictures, draft.days, draft.board],
      ...[draft.estateId, by.id, by.name, tx.now],
    ],
  );
}

export async function markChecked(tx: Tx, { areaId, id }: Which, by: Person): Promise<void> {
  await tx.query(
    `update publicities set state = 'checked', checked_by = $3, checked_name = $4, checked_at = $5 where area_id = $1 and id = $2`,
    [areaId, id, by.id, by.name, tx.now],
  );
}

export async function markReturned(tx: Tx, { areaId, id }: Which, reason: string): Promise<void> {
  await tx.query(
    `update publicities set state = 'drafted', returned_reason = $3, checked_by = null, checked_name = null, checked_at = null
     where area_id = $1 and id = $2`,
    [areaId, id, reason],
  );
}

/** Posts it: who approves also checks where nobody has. */
export async function markPosted(
  tx: Tx,
  { areaId, id }: Which,
  posted: { by: Person; closesAt: string; hash: string },
): Promise<void> {
  await tx.query(
    `update publicities set state = 'open', posted_at = $5, closes_at = $6, opening_hash = $7, approved_by = $3, approved_name = $4,
       approved_at = $5, checked_by = coalesce(checked_by, $3), checked_name = coalesce(checked_name, $4),
       checked_at = coalesce(checked_at, $5)
     where area_id = $1 and id = $2`,
    [areaId, id, posted.by.id, posted.by.name, tx.now, posted.closesAt, posted.hash],
  );
}

export async function markEnded(tx: Tx, { areaId, id }: Which): Promise<void> {
  await tx.query(`update publicities set ended_at = coalesce(ended_at, $3) where area_id = $1 and id = $2`, [
    areaId,
    id,
    tx.now,
  ]);
}

export async function markClosed(
  tx: Tx,
  { areaId, id }: Which,
  closed: { as: ClosedAs; hash: string | null; reason: string },
): Promise<void> {
  await tx.query(
    `update publicities set state = $3, closed_at = $4, closing_hash = $5, withdrawn_reason = $6 where area_id = $1 and id = $2`,
    [areaId, id, closed.as, tx.now, closed.hash, closed.reason],
  );
}

export async function insertSnapshot(tx: Tx, row: SnapshotRow): Promise<void> {
  await tx.query(
    `insert into publicity_history (area_id, id, publicity_id, at, act, text, hash) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.areaId, row.id, row.publicityId, row.at, row.act, row.text, row.hash],
  );
}

/** Adds a snapshot of the past. */
export function appendSnapshot(tx: Tx, row: SnapshotRow): void {
  tx.append('publicity_history', {
    ...{ area_id: row.areaId, id: row.id, publicity_id: row.publicityId },
    ...{ at: row.at, act: row.act, text: row.text, hash: row.hash },
  });
}

export async function readSnapshot(
  reader: Reader,
  { areaId, id }: Which,
  act: 'opening' | 'closing',
): Promise<Pick<SnapshotRow, 'text' | 'hash'> | null> {
  const rows = await reader.query<SnapshotRow>(
    `select text, hash from publicity_history where area_id = $1 and publicity_id = $2 and act = $3`,
    [areaId, id, act],
  );
  return rows[0] ?? null;
}

/** Adds an objection and counts it; false when the same person waits for an answer already. */
export async function insertObjection(
  tx: Tx,
  row: Pick<
    ObjectionRow,
    'areaId' | 'publicityId' | 'number' | 'userId' | 'nameSealed' | 'wordsSealed' | 'pictures'
  > & {
    closesAt: string | null;
  },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into objections (area_id, publicity_id, number, closes_at, at, user_id, name_sealed, words_sealed, pictures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning number`,
    [
      ...[row.areaId, row.publicityId, row.number, row.closesAt, tx.now],
      ...[row.userId, row.nameSealed, row.wordsSealed, row.pictures],
    ],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `update publicities set objections = objections + 1, open_objections = open_objections + 1 where area_id = $1 and id = $2`,
    [row.areaId, row.publicityId],
  );
  return true;
}

export async function answerOne(
  tx: Tx,
  { areaId, id, number }: Which & { number: number },
  answer: { words: string; upheld: boolean; by: Person },
): Promise<void> {
  await tx.query(
    `update objections set answer = $4, upheld = $5, answered_by = $6, answered_name = $7, answered_at = $8
     where area_id = $1 and publicity_id = $2 and number = $3`,
    [areaId, id, number, answer.words, answer.upheld, answer.by.id, answer.by.name, tx.now],
  );
  await tx.query(`update publicities set open_objections = open_objections - 1 where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
}

/** Every objection to a notice, in the order in which they came. */
export function readObjections(reader: Reader, { areaId, id }: Which): Promise<ObjectionRow[]> {
  return reader.query<ObjectionRow>(
    `select ${objectionColumns} from objections where area_id = $1 and publicity_id = $2 order by number`,
    [areaId, id],
  );
}

/** Adds photos of the board; one that is there already stays. */
export async function insertProofs(
  tx: Tx,
  { areaId, id }: Which,
  { fileIds, by }: { fileIds: readonly string[]; by: Person },
): Promise<void> {
  await tx.query(
    `insert into publicity_proofs (area_id, publicity_id, file_id, at, by_id, by_name)
     select $1, $2, file_id, $4, $5, $6 from unnest($3::uuid[]) as file (file_id) on conflict do nothing`,
    [areaId, id, fileIds, tx.now, by.id, by.name],
  );
}

/** Adds a photo of the past. */
export function appendProof(tx: Tx, row: ProofRow): void {
  tx.append('publicity_proofs', {
    ...{ area_id: row.areaId, publicity_id: row.publicityId, file_id: row.fileId },
    ...{ at: row.at, by_id: row.byId, by_name: row.byName },
  });
}

export function readProofs(
  reader: Reader,
  { areaId, id }: Which,
): Promise<Pick<ProofRow, 'fileId' | 'at' | 'byName'>[]> {
  return reader.query(
    `select file_id as "fileId", at, by_name as "byName" from publicity_proofs where area_id = $1 and publicity_id = $2
     order by at, file_id`,
    [areaId, id],
  );
}

/** Which of these have a photo of the board. */
export async function readProven(reader: Reader, areaId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.query<{ id: string }>(
    `select distinct publicity_id as id from publicity_proofs where area_id = $1 and publicity_id = any($2)`,
    [areaId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Adds a notice of the past whole. */
export function appendPublicity(tx: Tx, row: PublicityRow): void {
  tx.append('publicities', {
    ...{ area_id: row.areaId, id: row.id, matter_id: row.matterId, step: row.step, estate_id: row.estateId },
    ...{ replaces: row.replaces, title: row.title, body: row.body, shown: row.shown, pictures: row.pictures },
    ...{ days: row.days, board: row.board, state: row.state, returned_reason: row.returnedReason },
    ...{ drafted_by: row.draftedBy, drafted_name: row.draftedName, drafted_at: row.draftedAt },
    ...{ checked_by: row.checkedBy, checked_name: row.checkedName, checked_at: row.checkedAt },
    ...{ approved_by: row.approvedBy, approved_name: row.approvedName, approved_at: row.approvedAt },
    ...{ posted_at: row.postedAt, closes_at: row.closesAt, opening_hash: row.openingHash, ended_at: row.endedAt },
    ...{ closed_at: row.closedAt, closing_hash: row.closingHash, withdrawn_reason: row.withdrawnReason },
    ...{ objections: row.objections, open_objections: row.openObjections },
  });
}

/** Adds an objection of the past whole. */
export function appendObjection(tx: Tx, row: ObjectionRow): void {
  tx.append('objections', {
    ...{ area_id: row.areaId, publicity_id: row.publicityId, number: row.number, closes_at: row.closesAt, at: row.at },
    ...{ user_id: row.userId, name_sealed: row.nameSealed, words_sealed: row.wordsSealed, pictures: row.pictures },
    ...{ answer: row.answer, upheld: row.upheld, answered_by: row.answeredBy, answered_name: row.answeredName },
    answered_at: row.answeredAt,
  });
}

/** Sets when its days are looked at next. */
export function appendDeadline(tx: Tx, { areaId, id }: Which, due: { kind: string; rule: string; at: string }): void {
  tx.append('jobs.deadlines', {
    ...{ id: tx.newId(), area_id: areaId, subject: id, kind: due.kind, rule: due.rule, token: 0, due_at: due.at },
    ...{ attempts: 0, last_error: null },
  });
}
