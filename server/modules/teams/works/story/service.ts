import { foundMost, type StoryDoor } from '#modules/links/scope';
import * as store from './store.ts';

/** Works in stories: those that hang and were linked. Authors are named on their own page alone. */
export const workStories: StoryDoor = {
  kind: 'work',
  name: '作品',
  ofMatter: async () => [],
  ofRecords: async (reader, areaId, ids) =>
    (await store.readSome(reader, areaId, ids)).map(({ id, title, kind, at }) => ({
      ...{ id, at, title: `《${title}》`, line: kind, href: `/works/${areaId}/${id}`, proof: '看作品' },
    })),
  mattersOf: async () => [],
  find: async (reader, areaId, words) =>
    (await store.findSome(reader, areaId, words, foundMost)).map(({ id, title, kind, at }) => ({
      ...{ id, title, line: kind, at },
    })),
};
