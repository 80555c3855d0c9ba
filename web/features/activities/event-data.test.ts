import { expect, test } from 'vitest';
import type { ActivityPage } from '#contract/activities';
import { eventData } from './event-data.ts';

const session = (position: number, day: string) => ({
  id: `s${position}`,
  position,
  startsAt: `${day}T01:30:00.000Z`,
  endsAt: `${day}T03:00:00.000Z`,
  place: '二楼活动室',
  venueId: null,
  lng: 118.05,
  lat: 36.81,
});
const activity = {
  title: '扇子舞',
  summary: '站在后排跟着比划就行',
  areaName: '工盛社区',
  startsAt: '2026-11-21T01:30:00.000Z',
  endsAt: '2026-11-28T03:00:00.000Z',
  host: '扇子舞队',
  place: '二楼活动室',
  lng: null,
  lat: null,
  picture: 'dance',
  seats: 20,
  shortPath: '/a/gshe123',
  sessions: [session(1, '2026-11-21')],
} as unknown as ActivityPage;

test('schema.org Event: what, when, where, who, with a full address of picture and page', () => {
  expect(eventData(activity, 'https://liren.test')).toMatchObject({
    '@type': 'Event',
    name: '扇子舞',
    startDate: '2026-11-21T01:30:00.000Z',
    location: { '@type': 'Place', name: '二楼活动室', address: '工盛社区' },
    organizer: { name: '扇子舞队' },
    image: 'https://liren.test/illustrations/dance.svg',
    url: 'https://liren.test/a/gshe123',
    maximumAttendeeCapacity: 20,
  });
});

test('a course says each of its dates, with the point of each on the map', () => {
  const course = { ...activity, sessions: [session(1, '2026-11-21'), session(2, '2026-11-28')] };
  const { subEvent } = eventData(course, 'https://liren.test') as { subEvent: object[] };
  expect(subEvent).toHaveLength(2);
  expect(subEvent[1]).toMatchObject({
    startDate: '2026-11-28T01:30:00.000Z',
    location: { geo: { longitude: 118.05, latitude: 36.81 } },
  });
});
