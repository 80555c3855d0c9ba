import type { Reader, Tx } from '#platform/database';
import type { Day, Done, DutyRecord } from './contract.ts';

const columns = `area_id as "areaId", id, round_id as "roundId", duty_set as "set", duty, definition_hash as "definitionHash",
  subject_kind as "subjectKind", subject_id as "subjectId", subject_label as "subjectLabel", period::text, at,
  received_at as "receivedAt", actor_id as "actorId", actor_name as "actorName", stands_for as "standsFor", form, matter`;

type Row = Omit<DutyRecord, 'subject'> & { subjectKind: string; subjectId: string; subjectLabel: string };

const toRecord = ({ subjectKind, subjectId, subjectLabel, ...row }: Row): DutyRecord => ({
  ...row,
  subject: { kind: subjectKind, id: subjectId, label: subjectLabel },
});

export function appendRecord(tx: Tx, record: DutyRecord): void {
  const { subject } = record;
  tx.append('duty_records', {
    area_id: record.areaId,
    id: record.id,
    round_id: record.roundId,
    duty_set: record.set,
    duty: record.duty,
    definition_hash: record.definitionHash,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_label: subject.label,
    period: record.period,
    at: record.at,
    received_at: record.receivedAt,
    actor_id: record.actorId,
    actor_name: record.actorName,
    stands_for: record.standsFor,
    form: record.form,
    matter: record.matter,
  });
}

export type DutyKey = { set: string; duty: string; subjectId: string };

/** The last record of each duty of each subject up to a moment: by its period, then by when it was done. */
export async function readLast(
  reader: Reader,
  areaId: string,
  keys: readonly DutyKey[],
  until: string,
): Promise<DutyRecord[]> {
  if (keys.length === 0) return [];
  const rows = await reader.query<Row>(
    `select r.* from unnest($2::text[], $3::text[], $4::text[]) as k (wanted_set, wanted_duty, wanted_subject),
       lateral (select ${columns} from duty_records where area_id = $1 and duty_set = wanted_set and duty = wanted_duty
         and subject_id = wanted_subject and at <= $5 order by period desc, at desc limit 1) r`,
    [areaId, keys.map((key) => key.set), keys.map((key) => key.duty), keys.map((key) => key.subjectId), until],
    'duties.last',
  );
  return rows.map(toRecord);
}

export type Act = Done & DutyKey & Pick<DutyRecord, 'id' | 'actorName' | 'standsFor' | 'matter'>;

/** What was done of a set in some periods. */
export function readActs(
  reader: Reader,
  areaId: string,
  wanted: { set: string; from: Day; to: Day; subjectIds: readonly string[] },
): Promise<Act[]> {
  return reader.query<Act>(
    `select duty_set as "set", duty, subject_id as "subjectId", period::text, at, id, actor_name as "actorName",
       stands_for as "standsFor", matter
     from duty_records where area_id = $1 and duty_set = $2 and period between $3 and $4 and subject_id = any($5)`,
    [areaId, wanted.set, wanted.from, wanted.to, wanted.subjectIds],
    'duties.acts',
  );
}

export type RecordQuery = {
  set?: string | undefined;
  duty?: string | undefined;
  subject?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  actor?: string | undefined;
  after: { at: string; id: string } | null;
  limit: number;
};

/** Records of an area, newest first. */
export async function readRecords(reader: Reader, areaId: string, query: RecordQuery): Promise<DutyRecord[]> {
  const rows = await reader.query<Row>(
    `select ${columns} from duty_records
     where area_id = $1 and ($2::text is null or duty_set = $2) and ($3::text is null or duty = $3)
       and ($4::text is null or subject_id = $4) and ($5::date is null or period >= $5) and ($6::date is null or period <= $6)
       and ($7::text is null or actor_id = $7) and ($8::timestamptz is null or (at, id) < ($8, $9::uuid))
     order by at desc, id desc limit $10`,
    [
      areaId,
      query.set ?? null,
      query.duty ?? null,
      query.subject ?? null,
      query.from ?? null,
      query.to ?? null,
      query.actor ?? null,
      query.after?.at ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  );
  return rows.map(toRecord);
}
