import { Feed } from 'feed';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { Reader } from '#platform/database';
import { activityKindNames, type ActivityKind } from '#contract/activities';
import { readCalendarDates, type CalendarDate } from '#modules/activities/calendar';
import { requireOwner, type AreaTree } from '#modules/areas';
import { listNotices } from '#modules/notices';

export type FeedDoors = { tree: AreaTree };
type Asked = { areaId: string; address: string; now: Date };

const noticesMost = 50;

/** The library writes titles and texts as HTML: signs of a plain text must stay signs. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br/>');

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
    title: asHtml(`${area.name} · 公告`),
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
      title: asHtml(notice.title),
      link: `${asked.address}/notices/${area.id}/${notice.id}`,
      description: asHtml([notice.affects, notice.body].filter(Boolean).join('。')),
      category: [{ name: notice.kindName, term: notice.kindName }],
      date: published,
      published,
    });
  }
  return feed.atom1();
}

/** Whose calendar it is: the whole community's, or that of one venue, team or activity by its id. */
export type CalendarOf = { venueId?: string; teamId?: string; activityId?: string };

const readAgainSeconds = 3600;

function nameOf(area: string, of: CalendarOf, first: CalendarDate | undefined): string {
  const part = of.venueId ? first?.place : of.teamId ? first?.host : of.activityId ? first?.title : '活动';
  return [area, part].filter(Boolean).join(' · ');
}

/**
 * What takes place in a community, at a venue, with a team, or the dates of one activity, as iCalendar. A date called off is
 * said to be cancelled. Source: RFC 5545.
 */
export async function writeCalendar(
  reader: Reader,
  doors: FeedDoors,
  asked: Asked & { of: CalendarOf },
): Promise<string> {
  const area = requireOwner(doors.tree, asked.areaId);
  const dates = await readCalendarDates(reader, { areaId: area.id, of: asked.of, now: asked.now });
  const calendar = new ICalCalendar({
    prodId: { company: 'Liren', product: '里仁', language: 'ZH' },
    name: nameOf(area.name, asked.of, dates[0]),
    ttl: readAgainSeconds,
  });
  for (const date of dates) {
    const point = date.lng === null || date.lat === null ? null : { lat: date.lat, lon: date.lng };
    calendar.createEvent({
      id: `${date.sessionId}@liren`,
      start: new Date(date.startsAt),
      end: new Date(date.endsAt),
      stamp: new Date(date.changedAt),
      lastModified: new Date(date.changedAt),
      summary: date.title,
      description: [date.summary, `主办：${date.host}`].filter(Boolean).join('\n'),
      location: { title: date.place, ...(point ? { geo: point } : {}) },
      categories: [{ name: activityKindNames[date.kind as ActivityKind] }],
      url: `${asked.address}/activities/${area.id}/${date.activityId}`,
      status: date.calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
