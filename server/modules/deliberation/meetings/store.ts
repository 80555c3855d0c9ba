import type { Reader, Tx } from '#platform/database';
import type { MeetingState } from './contract.ts';
import type { AttendanceRow, ConclusionRow, ItemRow, MeetingRow } from './tables.ts';

export type MeetingRecord = MeetingRow & { people: number; conclusions: number };

const columns = `m.area_id as "areaId", m.id, m.kind, m.title, m.estate_id as "estateId", m.venue_id as "venueId", m.place,
  m.starts_at as "startsAt", m.ends_at as "endsAt", m.state, m.parties, m.matter_id as "matterId", m.step,
  m.created_by as "createdBy", m.created_at as "createdAt", m.called_at as "calledAt", m.ended_at as "endedAt",
  m.cancel_reason as "cancelReason", m.headcount, m.minutes, m.images, m.picture, m.minutes_by as "minutesBy",
  m.minutes_at as "minutesAt", m.returned_reason as "returnedReason", m.checked_by as "checkedBy",
  m.checked_at as "checkedAt", m.approved_by as "approvedBy", m.approved_at as "approvedAt",
  (select count(*)::int from meeting_attendances a where a.area_id = m.area_id and a.meeting_id = m.id) as people,
  (select count(*)::int from meeting_conclusions c where c.area_id = m.area_id and c.meeting_id = m.id) as conclusions`;

/** Meetings to come the next first, those held the latest first, those in preparation the newest first. */
export function readMeetings(
  reader: Reader,
  areaId: string,
  filter: { when: 'next' | 'past' | 'planned'; limit: number },
): Promise<MeetingRecord[]> {
  const wanted = {
    next: `m.state = 'called' order by m.starts_at, m.id`,
    past: `m.state in ('held', 'cancelled') order by m.starts_at desc nulls last, m.id`,
    planned: `m.state = 'planned' order by m.created_at desc, m.id`,
  }[filter.when];
  return reader.query<MeetingRecord>(`select ${columns} from meetings m where m.area_id = $1 and ${wanted} limit $2`, [
    areaId,
    filter.limit,
  ]);
}

export async function readMeeting(reader: Reader, areaId: string, id: string): Promise<MeetingRecord | null> {
  const rows = await reader.query<MeetingRecord>(
    `select ${columns} from meetings m where m.area_id = $1 and m.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** The meeting, held until the transaction ends. */
export async function lockMeeting(tx: Tx, areaId: string, id: string): Promise<MeetingRecord | null> {
  const rows = await tx.query<MeetingRecord>(
    `select ${columns} from meetings m where m.area_id = $1 and m.id = $2 for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

const names: Record<string, string> = {
  kind: 'kind',
  title: 'title',
  estateId: 'estate_id',
  venueId: 'venue_id',
  place: 'place',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  state: 'state',
  parties: 'parties',
  calledAt: 'called_at',
  endedAt: 'ended_at',
  cancelReason: 'cancel_reason',
  headcount: 'headcount',
  minutes: 'minutes',
  images: 'images',
  minutesBy: 'minutes_by',
  minutesAt: 'minutes_at',
  returnedReason: 'returned_reason',
  checkedBy: 'checked_by',
  checkedAt: 'checked_at',
  approvedBy: 'approved_by',
  approvedAt: 'approved_at',
};

/** Changes the given fields of a meeting that stands in one of these states. */
export async function changeMeeting(
  tx: Tx,
  which: { areaId: string; id: string; when: readonly MeetingState[] },
  change: Partial<MeetingRow>,
): Promise<boolean> {
  const given = Object.entries(change).filter(([key]) => names[key]);
  const sets = given.map(([key], at) => `${names[key]} = $${at + 4}`).join(', ');
  const rows = await tx.query(
    `update meetings set ${sets} where area_id = $1 and id = $2 and state = any($3::text[]) returning id`,
    [which.areaId, which.id, which.when, ...given.map(([, value]) => value)],
  );
  return rows.length > 0;
}

export function readItems(reader: Reader, areaId: string, meetingId: string): Promise<ItemRow[]> {
  return reader.query<ItemRow>(
    `select area_id as "areaId", id, meeting_id as "meetingId", position, title, topic_id as "topicId", matter_id as "matterId"
     from meeting_items where area_id = $1 and meeting_id = $2 order by position`,
    [areaId, meetingId],
  );
}

export async function deleteItems(tx: Tx, areaId: string, meetingId: string): Promise<void> {
  await tx.query(`delete from meeting_items where area_id = $1 and meeting_id = $2 and matter_id is null`, [
    areaId,
    meetingId,
  ]);
}

export function readAttendances(reader: Reader, areaId: string, meetingId: string): Promise<AttendanceRow[]> {
  return reader.query<AttendanceRow>(
    `select area_id as "areaId", meeting_id as "meetingId", attendee, name_sealed as "nameSealed", name_masked as "nameMasked",
       party, at, way, by_id as "byId" from meeting_attendances where area_id = $1 and meeting_id = $2 order by at, attendee`,
    [areaId, meetingId],
  );
}

/** Signs somebody in; false when she has signed in before. */
export async function insertAttendance(tx: Tx, row: Omit<AttendanceRow, 'at'>): Promise<boolean> {
  const rows = await tx.query(
    `insert into meeting_attendances (area_id, meeting_id, attendee, name_sealed, name_masked, party, at, way, by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning attendee`,
    [row.areaId, row.meetingId, row.attendee, row.nameSealed, row.nameMasked, row.party, tx.now, row.way, row.byId],
  );
  return rows.length > 0;
}

export async function deleteAttendance(
  tx: Tx,
  which: { areaId: string; meetingId: string; attendee: string },
): Promise<void> {
  await tx.query(`delete from meeting_attendances where area_id = $1 and meeting_id = $2 and attendee = $3`, [
    which.areaId,
    which.meetingId,
    which.attendee,
  ]);
}

const conclusionColumns = `c.area_id as "areaId", c.id, c.meeting_id as "meetingId", c.title, c.owner_name as "ownerName",
  c.due_on as "dueOn", c.matter_id as "matterId", c.matter_number as "matterNumber", c.at, c.by_id as "byId"`;

export function readConclusions(reader: Reader, areaId: string, meetingId: string): Promise<ConclusionRow[]> {
  return reader.query<ConclusionRow>(
    `select ${conclusionColumns} from meeting_conclusions c where c.area_id = $1 and c.meeting_id = $2 order by c.at, c.id`,
    [areaId, meetingId],
  );
}

/** What earlier meetings of the same kind, or about the same estate, agreed. The latest first. */
export function readEarlier(
  reader: Reader,
  meeting: Pick<MeetingRow, 'areaId' | 'id' | 'kind' | 'estateId'>,
  until: string,
): Promise<(ConclusionRow & { from: string })[]> {
  return reader.query<ConclusionRow & { from: string }>(
    `select ${conclusionColumns}, m.title as "from" from meeting_conclusions c
     join meetings m on m.area_id = c.area_id and m.id = c.meeting_id
     where c.area_id = $1 and c.meeting_id <> $2 and (m.kind = $3 or m.estate_id = $4) and m.starts_at < $5
     order by c.at desc, c.id limit 30`,
    [meeting.areaId, meeting.id, meeting.kind, meeting.estateId, until],
  );
}

/** What was agreed lately, wherever. */
export function readLatestConclusions(reader: Reader, areaId: string): Promise<ConclusionRow[]> {
  return reader.query<ConclusionRow>(
    `select ${conclusionColumns} from meeting_conclusions c where c.area_id = $1 order by c.at desc, c.id limit 100`,
    [areaId],
  );
}

/** The meetings that carry steps of a matter. */
export function readOfMatter(reader: Reader, areaId: string, matterId: string): Promise<MeetingRecord[]> {
  return reader.query<MeetingRecord>(
    `select ${columns} from meetings m where m.area_id = $1 and m.matter_id = $2 and m.state <> 'cancelled' order by m.created_at`,
    [areaId, matterId],
  );
}

/** The meetings at which a topic was or will be talked over. */
export function readOfTopic(reader: Reader, areaId: string, topicId: string): Promise<MeetingRecord[]> {
  return reader.query<MeetingRecord>(
    `select ${columns} from meetings m where m.area_id = $1 and m.state in ('called', 'held')
       and exists (select from meeting_items i where i.area_id = m.area_id and i.meeting_id = m.id and i.topic_id = $2)
     order by m.starts_at`,
    [areaId, topicId],
  );
}

/** Meetings held in a year, how often people came, and how many different people. */
export async function countYear(
  reader: Reader,
  areaId: string,
  year: { from: Date; to: Date },
): Promise<{ meetings: number; personTimes: number; people: number }> {
  const rows = await reader.query<{ meetings: number; personTimes: number; people: number }>(
    `select count(distinct m.id)::int as meetings, count(distinct a.attendee)::int as people,
       (count(a.attendee) + coalesce((select sum(headcount) from meetings where area_id = $1 and state = 'held'
         and starts_at >= $2 and starts_at < $3), 0))::int as "personTimes"
     from meetings m left join meeting_attendances a on a.area_id = m.area_id and a.meeting_id = m.id
     where m.area_id = $1 and m.state = 'held' and m.starts_at >= $2 and m.starts_at < $3`,
    [areaId, year.from, year.to],
  );
  return rows[0] ?? { meetings: 0, personTimes: 0, people: 0 };
}

export function readYearConclusions(
  reader: Reader,
  areaId: string,
  year: { from: Date; to: Date },
): Promise<ConclusionRow[]> {
  return reader.query<ConclusionRow>(
    `select ${conclusionColumns} from meeting_conclusions c where c.area_id = $1 and c.at >= $2 and c.at < $3
     order by c.at desc limit 200`,
    [areaId, year.from, year.to],
  );
}
