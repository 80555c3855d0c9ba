import { Feed } from 'feed';
import type { Reader } from '#platform/database';
import { requireOwner, type AreaTree } from '#modules/areas';
import { listNotices } from '#modules/notices';

export type FeedDoors = { tree: AreaTree };
type Asked = { areaId: string; address: string; now: Date };

const noticesMost = 50;

/** The notices of a community that stand now, the newest first, as Atom for any reader of feeds. Source: RFC 4287. */
export async function writeNoticeFeed(reader: Reader, doors: FeedDoors, asked: Asked): Promise<string> {
  const area = requireOwner(doors.tree, asked.areaId);
  const { items } = await listNotices(reader, doors, {
    areaId: area.id,
    query: { limit: noticesMost },
    now: asked.now,
  });
  const home = `${asked.address}/c/${area.code ?? area.id}`;
  const feed = new Feed({
    id: `urn:uuid:${area.id}`,
    title: `${area.name} · 公告`,
    link: home,
    language: 'zh-CN',
    generator: 'Liren 里仁',
    updated: new Date(items[0]?.publishedAt ?? asked.now),
    feedLinks: { atom: `${asked.address}/feeds/areas/${area.id}/notices.atom` },
    author: { name: area.name },
  });
  for (const notice of items) {
    const published = new Date(notice.publishedAt);
    feed.addItem({
      id: `urn:uuid:${notice.id}`,
      title: notice.title,
      link: `${asked.address}/notices/${area.id}/${notice.id}`,
      description: [notice.affects, notice.body].filter(Boolean).join('。'),
      category: [{ name: notice.kindName, term: notice.kindName }],
      date: published,
      published,
    });
  }
  return feed.atom1();
}
