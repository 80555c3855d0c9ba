import { readPublicMatters, findPublicMatters } from '#modules/matters/trace';
import type { MattersContext } from '#modules/matters/list';
import { foundMost, type HopTold, type StoryDoor } from '../scope/service.ts';

type PublicMatter = Awaited<ReturnType<typeof readPublicMatters>>[number];

/** Matters that another one is linked with, as everybody may see them. Restricted ones are none. */
export function matterStories(matters: MattersContext): StoryDoor {
  return {
    kind: 'matter',
    name: '事项',
    ofMatter: async () => [],
    ofRecords: async (reader, areaId, ids) => (await readPublicMatters(reader, matters, { areaId, ids })).map(hopOf),
    mattersOf: async () => [],
    find: async (reader, areaId, words) => {
      const rows = await findPublicMatters(reader, matters, { areaId, words, limit: foundMost });
      return rows.map((row) => ({ id: row.id, title: row.title, line: standOf(row), at: row.createdAt }));
    },
  };
}

const standOf = ({ open, stepName, statusName }: PublicMatter): string => (open ? `现在到“${stepName}”` : statusName);

function hopOf(row: PublicMatter): HopTold {
  return {
    ...{ id: row.id, at: row.createdAt, title: row.title },
    line: [standOf(row), row.result].filter(Boolean).join('：'),
    ...{ href: `/t/${row.code}`, proof: '看这件事' },
  };
}
