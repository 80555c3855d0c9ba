import { findPosted, periodOf, readOfMatter, readSomePosted, type PublicityRow } from '#kernel/publicity';
import { foundMost, type HopTold, type StoryDoor } from '#modules/links/scope';
import { periodName, untilName } from '../rules.ts';
import { cardOf, type PublicityDoors } from '../scope/service.ts';

/** Public notices in stories, from their posting on: their days, and how many objected, never who. Source: N54. */
export function publicityStories(doors: Pick<PublicityDoors, 'tree'>): StoryDoor {
  const hopOf = (row: PublicityRow, now: Date): HopTold[] => {
    const { id, areaId, step, days, postedAt, closesAt, objections, openObjections } = row;
    if (postedAt === null || closesAt === null) return [];
    const card = cardOf(row, doors, now);
    const period = periodName(periodOf(postedAt, days), now);
    const said =
      objections === 0
        ? '没有人提异议'
        : `收到 ${objections} 条异议，${openObjections > 0 ? `${openObjections} 条等答复` : '都答复了'}`;
    const titles: Partial<Record<typeof card.state, string>> = {
      open: `公示 ${days} 天，${untilName(closesAt, now)} 结束`,
      clear: `公示满 ${days} 天`,
    };
    return [
      {
        ...{ id, step, at: postedAt, title: titles[card.state] ?? `公示：${card.stateName}` },
        line: `${row.title}。${period} 张贴，${said}。`,
        ...{ href: `/p/${areaId}/${id}`, proof: '看公示原文', coming: card.state === 'open' },
      },
    ];
  };
  return {
    kind: 'publicity',
    name: '公示',
    ofMatter: async (reader, areaId, matterId, now) =>
      (await readOfMatter(reader, areaId, matterId)).flatMap((row) => hopOf(row, now)),
    ofRecords: async (reader, areaId, ids, now) =>
      (await readSomePosted(reader, areaId, ids)).flatMap((row) => hopOf(row, now)),
    mattersOf: async (reader, areaId, id) =>
      (await readSomePosted(reader, areaId, [id])).flatMap(({ matterId }) => matterId ?? []),
    find: async (reader, areaId, words) => {
      const rows = await findPosted(reader, areaId, words, foundMost);
      return rows.map((row) => {
        const at = row.postedAt ?? row.draftedAt;
        return { id: row.id, title: row.title, line: cardOf(row, doors, new Date(at)).stateName, at };
      });
    },
  };
}
