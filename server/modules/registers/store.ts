import { violatedConstraint, type Reader, type Tx } from '#platform/database';
import type { Values } from '#kernel-contract/workflow';

export type RecordRow = {
  areaId: string;
  id: string;
  register: string;
  definitionHash: string;
  subject: string | null;
  label: string;
  nameIndex: string | null;
  uniqueIndex: string | null;
  state: string | null;
  stateSince: string;
  form: Values;
  sealed: Record<string, string>;
  words: string;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
};

export type HistoryRow = {
  recordId: string;
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  kind: 'entered' | 'changed' | 'moved' | 'closed';
  label: string;
  fromState: string | null;
  toState: string | null;
  form: Values;
  sealed: Record<string, string>;
  reason: string | null;
};

const columns = `area_id as "areaId", id, register, definition_hash as "definitionHash", subject, label,
  name_index as "nameIndex", unique_index as "uniqueIndex", state, state_since as "stateSince", form, sealed, words, version,
  created_by as "createdBy", created_at as "createdAt", updated_at as "updatedAt", closed_at as "closedAt"`;

const written = (row: RecordRow): Record<string, unknown> => ({
  area_id: row.areaId,
  id: row.id,
  register: row.register,
  definition_hash: row.definitionHash,
  subject: row.subject,
  label: row.label,
  name_index: row.nameIndex,
  unique_index: row.uniqueIndex,
  state: row.state,
  state_since: row.stateSince,
  form: row.form,
  sealed: row.sealed,
  words: row.words,
  version: row.version,
  created_by: row.createdBy,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
  closed_at: row.closedAt,
});

export async function insertRecord(tx: Tx, row: RecordRow): Promise<void> {
  const cells = Object.entries(written(row));
  await tx.query(
    `insert into register_records (${cells.map(([name]) => name).join(', ')})
     values (${cells.map((_, at) => `$${at + 1}`).join(', ')})`,
    cells.map(([, value]) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)),
  );
}

/** Whether a record was refused because another has the same unique values. */
export function isEnteredTwice(error: unknown): boolean {
  return violatedConstraint(error) === 'register_records_unique_key';
}

/** Adds a record with the rest of the transaction, in one statement: for many at once. */
export function appendRecord(tx: Tx, row: RecordRow): void {
  tx.append('register_records', written(row));
}

export function appendHistory(tx: Tx, areaId: string, row: HistoryRow): void {
  tx.append('register_history', {
    area_id: areaId,
    id: tx.newId(),
    record_id: row.recordId,
    seq: row.seq,
    at: row.at,
    actor_id: row.actorId,
    actor_name: row.actorName,
    kind: row.kind,
    label: row.label,
    from_state: row.fromState,
    to_state: row.toState,
    form: row.form,
    sealed: row.sealed,
    reason: row.reason,
  });
}

/** Writes a record that was read at `row.version`; false when somebody wrote it in between. */
export async function updateRecord(tx: Tx, row: RecordRow): Promise<boolean> {
  const rows = await tx.query(
    `update register_records set definition_hash = $4, label = $5, name_index = $6, unique_index = $7, state = $8,
       state_since = $9, form = $10, sealed = $11, words = $12, updated_at = $13, closed_at = $14, version = version + 1
     where area_id = $1 and id = $2 and version = $3 and closed_at is null returning id`,
    [
      row.areaId,
      row.id,
      row.version,
      row.definitionHash,
      row.label,
      row.nameIndex,
      row.uniqueIndex,
      row.state,
      row.stateSince,
      JSON.stringify(row.form),
      JSON.stringify(row.sealed),
      row.words,
      row.updatedAt,
      row.closedAt,
    ],
  );
  return rows.length > 0;
}

export async function readRecord(
  reader: Reader,
  areaId: string,
  register: string,
  id: string,
): Promise<RecordRow | null> {
  const rows = await reader.query<RecordRow>(
    `select ${columns} from register_records where area_id = $1 and register = $2 and id = $3`,
    [areaId, register, id],
    'registers.one',
  );
  return rows[0] ?? null;
}

export type SeenRow = Pick<RecordRow, 'id' | 'state' | 'form' | 'createdAt' | 'label'>;

/** Every record of a register that stands, as figures and duties see it. */
export function readSeen(reader: Reader, areaId: string, register: string): Promise<SeenRow[]> {
  return reader.query<SeenRow>(
    `select id, state, form, label, created_at as "createdAt" from register_records
     where area_id = $1 and register = $2 and closed_at is null order by created_at desc, id desc`,
    [areaId, register],
    'registers.seen',
  );
}

export type RecordFilter = {
  register: string;
  state: string | null;
  words: string | null;
  nameIndex: string | null;
  /** Only these; null: all. */
  ids: string[] | null;
  closed: boolean;
};

const filtered = `area_id = $1 and register = $2 and (closed_at is not null) = $7::bool
  and ($3::text is null or state = $3) and ($6::uuid[] is null or id = any($6))
  and ($4::text is null or label ilike $4 or words ilike $4 or name_index = $5)`;

const filterValues = (areaId: string, filter: RecordFilter): unknown[] => [
  areaId,
  filter.register,
  filter.state,
  filter.words === null ? null : `%${filter.words.replaceAll(/[\\%_]/g, '\\$&')}%`,
  filter.nameIndex,
  filter.ids,
  filter.closed,
];

/** Records of a register, the newest first. */
export function readRecords(
  reader: Reader,
  areaId: string,
  filter: RecordFilter,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<RecordRow[]> {
  return reader.query<RecordRow>(
    `select ${columns} from register_records where ${filtered}
       and ($8::timestamptz is null or (created_at, id) < ($8, $9::uuid))
     order by created_at desc, id desc limit $10`,
    [...filterValues(areaId, filter), page.after?.at ?? null, page.after?.id ?? null, page.limit],
  );
}

export async function countRecords(reader: Reader, areaId: string, filter: RecordFilter): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from register_records where ${filtered}`,
    filterValues(areaId, filter),
  );
  return rows[0]?.count ?? 0;
}

export function readHistory(reader: Reader, areaId: string, recordId: string): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `select record_id as "recordId", seq, at, actor_id as "actorId", actor_name as "actorName", kind, label,
       from_state as "fromState", to_state as "toState", form, sealed, reason
     from register_history where area_id = $1 and record_id = $2 order by seq desc`,
    [areaId, recordId],
  );
}
