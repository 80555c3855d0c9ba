import type { Reader } from '#platform/database';
import type { ContestRow, EntryRow } from './tables.ts';

export type ContestRecord = ContestRow & { title: string; summary: string; picture: string | null };

const contestColumns = `c.area_id as "areaId", c.activity_id as "activityId", c.criteria, c.bands, c.honours,
  c.entries_until as "entriesUntil", c.jurors, c.judged_at as "judgedAt", a.title, a.summary, a.picture`;

export async function readContest(reader: Reader, areaId: string, activityId: string): Promise<ContestRecord | null> {
  const rows = await reader.query<ContestRecord>(
    `select ${contestColumns} from contests c join activities a on a.area_id = c.area_id and a.id = c.activity_id
     where c.area_id = $1 and c.activity_id = $2 and a.state = 'published'`,
    [areaId, activityId],
  );
  return rows[0] ?? null;
}

/** Holds a contest, so that numbers are given out one after another and no score slips in behind the result. */
export async function holdContest(reader: Reader, areaId: string, activityId: string): Promise<void> {
  await reader.query(`select 1 from contests where area_id = $1 and activity_id = $2 for no key update`, [
    areaId,
    activityId,
  ]);
}

export async function readActivityKind(reader: Reader, areaId: string, id: string): Promise<string | null> {
  const rows = await reader.query<{ kind: string }>(
    `select kind from activities where area_id = $1 and id = $2 and state <> 'withdrawn'`,
    [areaId, id],
  );
  return rows[0]?.kind ?? null;
}

/** Says how a contest is judged, anew where it was said before and no result stands; false when one does. */
export async function putContest(reader: Reader, row: ContestRow): Promise<boolean> {
  const rows = await reader.query(
    `insert into contests (area_id, activity_id, criteria, bands, honours, entries_until, jurors) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (area_id, activity_id) do update set criteria = excluded.criteria, bands = excluded.bands,
       honours = excluded.honours, entries_until = excluded.entries_until, jurors = excluded.jurors
     where contests.judged_at is null returning activity_id`,
    [
      ...[row.areaId, row.activityId, JSON.stringify(row.criteria), row.bands, row.honours, row.entriesUntil],
      JSON.stringify(row.jurors),
    ],
  );
  return rows.length > 0;
}

const entryColumns = `area_id as "areaId", id, activity_id as "activityId", number, title, words, picture, band, signed,
  user_id as "userId", honour, handed_in_at as "handedInAt", withdrawn_at as "withdrawnAt"`;

export function readEntries(reader: Reader, areaId: string, activityId: string): Promise<EntryRow[]> {
  return reader.query<EntryRow>(
    `select ${entryColumns} from contest_entries where area_id = $1 and activity_id = $2 and withdrawn_at is null order by number`,
    [areaId, activityId],
  );
}

/** Hands an entry in under the next number. */
export async function insertEntry(
  reader: Reader,
  row: Omit<EntryRow, 'number' | 'honour' | 'withdrawnAt'>,
): Promise<void> {
  await reader.query(
    `insert into contest_entries (area_id, id, activity_id, number, title, words, picture, band, signed, user_id, handed_in_at)
     select $1, $2, $3, 1 + coalesce(max(number), 0), $4, $5, $6, $7, $8, $9, $10
     from contest_entries where area_id = $1 and activity_id = $3`,
    [
      ...[row.areaId, row.id, row.activityId, row.title, row.words, row.picture, row.band, row.signed, row.userId],
      row.handedInAt,
    ],
  );
}

export async function withdrawEntry(
  reader: Reader,
  which: { areaId: string; id: string; userId: string },
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `update contest_entries set withdrawn_at = $4 where area_id = $1 and id = $2 and user_id = $3 and withdrawn_at is null
     returning id`,
    [which.areaId, which.id, which.userId, now],
  );
  return rows.length > 0;
}

export type ScoreRow = { entryId: string; jurorId: string; points: number[]; total: number };

export function readScores(reader: Reader, areaId: string, activityId: string): Promise<ScoreRow[]> {
  return reader.query<ScoreRow>(
    `select entry_id as "entryId", juror_id as "jurorId", points, total from entry_scores where area_id = $1 and activity_id = $2`,
    [areaId, activityId],
  );
}

/** Keeps what a juror gives an entry; given again it replaces the earlier. */
export async function putScore(
  reader: Reader,
  row: { areaId: string; activityId: string; at: Date } & ScoreRow,
): Promise<void> {
  await reader.query(
    `insert into entry_scores (area_id, entry_id, juror_id, activity_id, points, total, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (area_id, entry_id, juror_id) do update set points = excluded.points, total = excluded.total, at = excluded.at`,
    [row.areaId, row.entryId, row.jurorId, row.activityId, row.points, row.total, row.at],
  );
}

/** Lets the result stand, and writes the honours at the entries; false when it stood already. */
export async function closeContest(
  reader: Reader,
  which: { areaId: string; activityId: string },
  honours: { id: string; honour: string }[],
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `update contests set judged_at = $3 where area_id = $1 and activity_id = $2 and judged_at is null returning activity_id`,
    [which.areaId, which.activityId, now],
  );
  if (rows.length === 0) return false;
  await reader.query(
    `update contest_entries e set honour = h.honour from unnest($2::uuid[], $3::text[]) as h (id, honour)
     where e.area_id = $1 and e.id = h.id`,
    [which.areaId, honours.map(({ id }) => id), honours.map(({ honour }) => honour)],
  );
  return true;
}
