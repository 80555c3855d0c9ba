import type { ActivityPage } from '#contract/activities';
import { pictureAddress } from '../../ui/picture.ts';

type Place = { place: string; lng: number | null; lat: number | null };

const placeOf = ({ place, lng, lat }: Place, areaName: string): object => ({
  '@type': 'Place',
  name: place,
  address: areaName,
  ...(lng === null || lat === null ? {} : { geo: { '@type': 'GeoCoordinates', longitude: lng, latitude: lat } }),
});

/** An activity as search engines and maps read it: what, when, where, who holds it. Source: schema.org Event. */
export function eventData(activity: ActivityPage, origin: string): object {
  const { title, summary, areaName, startsAt, endsAt, host, sessions } = activity;
  const common = { '@type': 'Event', eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode' };
  const event = {
    '@context': 'https://schema.org',
    ...common,
    name: title,
    description: summary,
    startDate: startsAt,
    endDate: endsAt,
    eventStatus: 'https://schema.org/EventScheduled',
    location: placeOf(activity, areaName),
    organizer: { '@type': 'Organization', name: host },
    image: new URL(pictureAddress(activity.picture ?? 'tea'), origin).href,
    url: origin + activity.shortPath,
    inLanguage: 'zh-CN',
    ...(activity.seats === null ? {} : { maximumAttendeeCapacity: activity.seats }),
  };
  if (sessions.length < 2) return event;
  return {
    ...event,
    subEvent: sessions.map((session) => ({
      ...common,
      name: title,
      startDate: session.startsAt,
      endDate: session.endsAt,
      location: placeOf(session, areaName),
    })),
  };
}
