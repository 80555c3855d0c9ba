import { maskName } from '#shared/masking';
import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { attendanceSeal } from '../reading/service.ts';
import type { ConclusionRow, MeetingRow } from '../tables.ts';

export type PastMeeting = Pick<
  MeetingRow,
  | 'areaId'
  | 'id'
  | 'kind'
  | 'title'
  | 'estateId'
  | 'venueId'
  | 'place'
  | 'startsAt'
  | 'endsAt'
  | 'state'
  | 'parties'
  | 'createdBy'
  | 'createdAt'
  | 'calledAt'
  | 'endedAt'
  | 'headcount'
  | 'minutes'
  | 'minutesBy'
  | 'minutesAt'
  | 'checkedBy'
  | 'checkedAt'
  | 'approvedBy'
  | 'approvedAt'
> & {
  items: { title: string; topicId: string | null }[];
  came: { userId: string; name: string; party: string; at: string }[];
  agreed: Pick<ConclusionRow, 'id' | 'title' | 'ownerName' | 'dueOn' | 'matterId' | 'matterNumber' | 'at' | 'byId'>[];
};

/** Adds meetings of the past and to come: for records kept elsewhere. */
export function importMeetings(tx: Tx, doors: { sealer: Sealer }, meetings: PastMeeting[]): void {
  for (const meeting of meetings) {
    const { areaId: area_id, id: meeting_id } = meeting;
    tx.append('meetings', {
      ...{ area_id, id: meeting_id, kind: meeting.kind, title: meeting.title, estate_id: meeting.estateId },
      ...{ venue_id: meeting.venueId, place: meeting.place, starts_at: meeting.startsAt, ends_at: meeting.endsAt },
      ...{
        state: meeting.state,
        parties: meeting.parties,
        created_by: meeting.createdBy,
        created_at: meeting.createdAt,
      },
      ...{ called_at: meeting.calledAt, ended_at: meeting.endedAt, headcount: meeting.headcount, images: [] },
      ...{ minutes: meeting.minutes, minutes_by: meeting.minutesBy, minutes_at: meeting.minutesAt },
      ...{ checked_by: meeting.checkedBy, checked_at: meeting.checkedAt },
      ...{ approved_by: meeting.approvedBy, approved_at: meeting.approvedAt },
    });
    for (const [position, { title, topicId }] of meeting.items.entries())
      tx.append('meeting_items', { area_id, id: tx.newId(), meeting_id, position, title, topic_id: topicId });
    for (const { userId, name, party, at } of meeting.came) {
      const attendee = `user:${userId}`;
      tx.append('meeting_attendances', {
        ...{ area_id, meeting_id, attendee, party, at, way: 'list', by_id: meeting.createdBy },
        name_sealed: doors.sealer.seal(attendanceSeal(meeting_id, attendee), name),
        name_masked: maskName(name),
      });
    }
    for (const one of meeting.agreed)
      tx.append('meeting_conclusions', {
        ...{ area_id, id: one.id, meeting_id, title: one.title, owner_name: one.ownerName, due_on: one.dueOn },
        ...{ matter_id: one.matterId, matter_number: one.matterNumber, at: one.at, by_id: one.byId },
      });
  }
}
