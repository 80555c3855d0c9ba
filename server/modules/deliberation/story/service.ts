import { foundMost, type HopTold, type StoryDoor } from '#modules/links/scope';
import * as store from './store.ts';

/** Topics, meetings and letters in stories, as their own pages show them to everybody. */

type Topic = Awaited<ReturnType<typeof store.readTopics>>[number];
type Meeting = Awaited<ReturnType<typeof store.readMeetings>>[number];
type Letter = Awaited<ReturnType<typeof store.readLetters>>[number];

const topicHop = ({ areaId, id, title, proposer, proposedAt, supports }: Topic): HopTold => ({
  ...{ id, at: proposedAt, title: `${proposer}提出来` },
  line: `“${title}”${supports > 0 ? ` ${supports} 位邻居附议。` : ''}`,
  ...{ href: `/topics/${areaId}/${id}`, proof: '看大家怎么说', turning: true },
});

export const topicStories: StoryDoor = {
  kind: 'topic',
  name: '议题',
  ofMatter: async (reader, areaId, matterId) => (await store.readTopics(reader, areaId, { matterId })).map(topicHop),
  ofRecords: async (reader, areaId, ids) => (await store.readTopics(reader, areaId, { ids })).map(topicHop),
  mattersOf: async (reader, areaId, id) =>
    (await store.readTopics(reader, areaId, { ids: [id] })).flatMap(({ matterId }) => matterId ?? []),
  find: async (reader, areaId, words) =>
    (await store.readTopics(reader, areaId, { words, limit: foundMost })).map((row) => ({
      ...{ id: row.id, title: row.title, line: `${row.proposer}提的，${row.supports} 位附议`, at: row.proposedAt },
    })),
};

function meetingHop(row: Meeting, now: Date): HopTold {
  const { areaId, id, kind, step, present, agreed, isApproved } = row;
  const at = row.startsAt ?? row.createdAt;
  const isAhead = row.state === 'called' && Date.parse(at) > now.getTime();
  const said = [present > 0 ? `${present} 人到会` : '', agreed > 0 ? `议定 ${agreed} 件事` : '']
    .filter(Boolean)
    .join('，');
  return {
    ...{ id, at, step, title: isAhead ? `要开${kind}` : `开${kind}` },
    line: `${row.title}${said ? `。${said}。` : ''}`,
    ...{ href: `/meetings/${areaId}/${id}`, proof: isApproved ? '看会议纪要' : '看会议', coming: isAhead },
  };
}

export const meetingStories: StoryDoor = {
  kind: 'meeting',
  name: '会议',
  ofMatter: async (reader, areaId, matterId, now) =>
    (await store.readMeetings(reader, areaId, { matterId })).map((row) => meetingHop(row, now)),
  ofRecords: async (reader, areaId, ids, now) =>
    (await store.readMeetings(reader, areaId, { ids })).map((row) => meetingHop(row, now)),
  mattersOf: (reader, areaId, id) => store.readMattersOfMeeting(reader, areaId, id),
  find: async (reader, areaId, words) =>
    (await store.readMeetings(reader, areaId, { words, limit: foundMost })).map((row) => ({
      ...{ id: row.id, title: row.title, line: row.kind, at: row.startsAt ?? row.createdAt },
    })),
};

const letterHop = ({ areaId, id, title, signed, sentAt }: Letter): HopTold => ({
  ...{ id, at: sentAt ?? '', title: '给大家写了一封信', line: `《${title}》${signed}` },
  ...{ href: `/letters/${areaId}/${id}`, proof: '看这封信' },
});

export const letterStories: StoryDoor = {
  kind: 'letter',
  name: '公开信',
  ofMatter: async () => [],
  ofRecords: async (reader, areaId, ids) => (await store.readLetters(reader, areaId, { ids })).map(letterHop),
  mattersOf: async () => [],
  find: async (reader, areaId, words) =>
    (await store.readLetters(reader, areaId, { words, limit: foundMost })).map(({ id, title, signed, sentAt }) => ({
      ...{ id, title, line: signed, at: sentAt ?? '' },
    })),
};
