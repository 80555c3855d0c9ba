import { Feed } from 'feed';
import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import type { Reader } from '#platform/database';
import { activityKindNames, type ActivityKind } from '#contract/activities';
import { readCalendarDates, type CalendarDate } from '#modules/activities/calendar';
import { requireOwner, type AreaTree } from '#modules/areas';
import { listNotices } from '#modules/notices';
import { listPublicities } from '#modules/publicity';

export type FeedDoors = { tree: AreaTree };
type Asked = { areaId: string; address: string; now: Date };

const noticesMost = 50;

/** The library writes titles and texts as HTML: signs of a plain text must stay signs. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br/>');

/**
 * The notices of a community that stand now and what hangs for its days, the newest first, as Atom for any reader of feeds.
 * Source: RFC 4287.
 */
export async function writeNoticeFeed(reader: Reader, doors: FeedDoors, asked: Asked): Promise<string> {
  const area = requireOwner(doors.tree, asked.areaId);
  const { items } = await listNotices(reader, doors, {
    areaId: area.id,
    query: { limit: noticesMost },
    now: asked.now,
  });
  const hanging = await listPublicities(reader, doors, {
    areaId: area.id,
    query: { ended: false, limit: noticesMost },
    now: asked.now,
  });
  const entries = [
    ...items.map(({ id, title, affects, body, kindName, publishedAt }) => ({
      ...{ id, title, at: publishedAt, kind: kindName, path: 'notices' },
      words: [affects, body].filter(Boolean).join('。'),
    })),
    ...hanging.items.map(({ id, title, place, from, to, postedAt }) => ({
      ...{ id, title, at: postedAt ?? asked.now.toISOString(), kind: '公示', path: 'p' },
      words: `${place}，公示期 ${from} 至 ${to}`,
    })),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  const home = `${asked.address}/c/${area.code ?? area.id}`;
  const feed = new Feed({
    id: `urn:uuid:${area.id}`,
    title: asHtml(`${area.name} · 公告`),
    link: home,
    language: 'zh-CN',
    generator: 'Liren 里仁',
    updated: new Date(entries[0]?.at ?? asked.now),
    feedLinks: { atom: `${asked.address}/feeds/areas/${area.id}/notices.atom` },
    author: { name: area.name },
  });
  for (const { id, title, at, kind, path, words } of entries) {
    const published = new Date(at);
    feed.addItem({
      id: `urn:uuid:${id}`,
      title: asHtml(title),
      link: `${asked.address}/${path}/${area.id}/${id}`,
      description: asHtml(words),
      category: [{ name: kind, term: kind }],
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
