import type { Reader } from '#platform/database';
import type { LetterRow } from '../letters/tables.ts';
import type { MeetingRow } from '../meetings/tables.ts';
import type { TopicRow } from '../topics/tables.ts';

/** What deliberation has made public of a matter. Every statement leaves out what is not. */

type TopicOf = Pick<TopicRow, 'areaId' | 'id' | 'title' | 'proposer' | 'proposedAt' | 'matterId'> & {
  supports: number;
};
type MeetingOf = Pick<
  MeetingRow,
  'areaId' | 'id' | 'kind' | 'title' | 'startsAt' | 'createdAt' | 'state' | 'matterId'
> & {
  step: string | null;
  isApproved: boolean;
  present: number;
  agreed: number;
};
type LetterOf = Pick<LetterRow, 'areaId' | 'id' | 'title' | 'signed' | 'sentAt'>;

/** Which: those of a matter, some by their ids, or those with words in the title. */
export type Which = { matterId: string } | { ids: readonly string[] } | { words: string; limit: number };

function chosen(which: Which, ofMatter: string): { where: string; values: unknown[] } {
  if ('matterId' in which) return { where: ofMatter, values: [which.matterId, 100] };
  if ('ids' in which) return { where: 'x.id = any($2::uuid[])', values: [which.ids, 100] };
  return { where: 'strpos(lower(x.title), lower($2)) > 0', values: [which.words, which.limit] };
}

/** Topics that everybody may see, the newest first. */
export function readTopics(reader: Reader, areaId: string, which: Which): Promise<TopicOf[]> {
  const { where, values } = chosen(which, 'x.matter_id = $2');
  return reader.query<TopicOf>(
    `select x.area_id as "areaId", x.id, x.title, x.proposer, x.proposed_at as "proposedAt", x.matter_id as "matterId",
       (select count(*)::int from topic_supports s where s.area_id = x.area_id and s.topic_id = x.id) as supports
     from topics x where x.area_id = $1 and x.state in ('open', 'in-progress', 'answered', 'closed') and ${where}
     order by x.proposed_at desc, x.id desc limit $3`,
    [areaId, ...values],
  );
}

/** The meetings of a matter carry a step of it, agreed on it, or talked over the topic it began as. */
const meetingsOfMatter = `(x.matter_id = $2
  or exists (select from meeting_conclusions c where c.area_id = x.area_id and c.meeting_id = x.id and c.matter_id = $2)
  or exists (select from meeting_items i join topics t on t.area_id = i.area_id and t.id = i.topic_id
    where i.area_id = x.area_id and i.meeting_id = x.id and (i.matter_id = $2 or t.matter_id = $2)))`;

/** Meetings that were called or held, the newest first. */
export function readMeetings(reader: Reader, areaId: string, which: Which): Promise<MeetingOf[]> {
  const { where, values } = chosen(which, meetingsOfMatter);
  const step = 'matterId' in which ? 'case when x.matter_id = $2 then x.step end' : 'x.step';
  return reader.query<MeetingOf>(
    `select x.area_id as "areaId", x.id, x.kind, x.title, x.starts_at as "startsAt", x.created_at as "createdAt", x.state,
       x.matter_id as "matterId", ${step} as step, x.approved_at is not null as "isApproved",
       x.headcount + (select count(*)::int from meeting_attendances a where a.area_id = x.area_id and a.meeting_id = x.id) as present,
       (select count(*)::int from meeting_conclusions c where c.area_id = x.area_id and c.meeting_id = x.id) as agreed
     from meetings x where x.area_id = $1 and x.state in ('called', 'held') and ${where}
     order by x.starts_at desc, x.id desc limit $3`,
    [areaId, ...values],
  );
}

/** The matters a meeting was about, and those it agreed on. */
export async function readMattersOfMeeting(reader: Reader, areaId: string, meetingId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select m.matter_id as id from meetings m where m.area_id = $1 and m.id = $2 and m.matter_id is not null
     union select c.matter_id from meeting_conclusions c where c.area_id = $1 and c.meeting_id = $2
     union select coalesce(i.matter_id, t.matter_id) from meeting_items i
       left join topics t on t.area_id = i.area_id and t.id = i.topic_id
       where i.area_id = $1 and i.meeting_id = $2 and coalesce(i.matter_id, t.matter_id) is not null`,
    [areaId, meetingId],
  );
  return rows.map(({ id }) => id);
}

/** Letters that were sent, the newest first. */
export function readLetters(
  reader: Reader,
  areaId: string,
  which: Exclude<Which, { matterId: string }>,
): Promise<LetterOf[]> {
  const { where, values } = chosen(which, 'false');
  return reader.query<LetterOf>(
    `select x.area_id as "areaId", x.id, x.title, x.signed, x.sent_at as "sentAt" from letters x
     where x.area_id = $1 and x.state = 'sent' and ${where} order by x.sent_at desc, x.id desc limit $3`,
    [areaId, ...values],
  );
}
