import { foundMost, type StoryDoor } from '#modules/links/scope';
import * as store from './store.ts';

/** Activities in stories: those that were linked. */
export const activityStories: StoryDoor = {
  kind: 'activity',
  name: '活动',
  ofMatter: async () => [],
  ofRecords: async (reader, areaId, ids, now) =>
    (await store.readSome(reader, areaId, ids)).map(({ id, title, place, host, startsAt, endsAt }) => ({
      ...{ id, at: startsAt, title, line: [place, host].filter(Boolean).join('，') },
      ...{ href: `/activities/${areaId}/${id}`, proof: '看活动', coming: Date.parse(endsAt) > now.getTime() },
    })),
  mattersOf: async () => [],
  find: async (reader, areaId, words) =>
    (await store.findSome(reader, areaId, words, foundMost)).map(({ id, title, place, startsAt }) => ({
      ...{ id, title, line: place, at: startsAt },
    })),
};
