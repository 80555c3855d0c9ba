import type { Tx } from '#platform/database';
import { appendEntry } from '#kernel/search';
import { remindOf } from '../reminders/service.ts';
import * as rules from '../rules.ts';
import { appendSession } from '../sessions/store.ts';
import type { ActivityRow, SeriesRow } from '../tables.ts';

type Optional =
  'seriesId' | 'edition' | 'venueId' | 'teamId' | 'lng' | 'lat' | 'themes' | 'audiences' | 'large' | 'broad';
type More = 'minAge' | 'maxAge' | 'organisers' | 'createdBy';
type Fixed = 'areaId' | 'id' | 'title' | 'summary' | 'kind' | 'place' | 'buildingId' | 'host' | 'picture' | 'seats';
type Attended = { attendee: string; at: string; way?: 'qr' | 'list' | 'offline'; byId?: string };

export type PastSession = {
  id: string;
  startsAt: string;
  endsAt: string;
  place?: string;
  venueId?: string | null;
  bookingId?: string | null;
  /** Those who came and were only counted. */
  headcount?: number;
  attended?: Attended[];
};

export type PastActivity = Pick<ActivityRow, Fixed> &
  Partial<Pick<ActivityRow, Optional | More>> & {
    startsAt: string;
    endsAt: string;
    publishedAt: string;
    /** In the order in which they came; `attendee` is the user when it is left out. Those beyond the seats wait. */
    enrolled: { userId: string; at: string; attendee?: string }[];
    /** Without any it is one session from start to end. */
    sessions?: PastSession[];
    ratings?: { userId: string; stars: number; words?: string; at: string }[];
  };

/** Adds activities of the past and to come, with their sessions and those who enrolled, came and rated: for records kept elsewhere. */
export function importActivities(tx: Tx, activities: PastActivity[]): void {
  for (const one of activities) {
    appendEntry(tx, rules.entryOf(one));
    appendActivity(tx, one);
    appendEnrolled(tx, one);
    appendSessions(tx, one);
    for (const { userId, stars, words = '', at } of one.ratings ?? []) {
      const key = { area_id: one.areaId, activity_id: one.id, user_id: userId };
      tx.append('activity_ratings', { ...key, stars, words, at });
    }
  }
}

/** Adds series of activities. */
export function importSeries(tx: Tx, series: SeriesRow[]): void {
  for (const { areaId, ...one } of series) tx.append('activity_series', { area_id: areaId, ...one });
}

function appendActivity(tx: Tx, one: PastActivity): void {
  const taken = Math.min(one.enrolled.length, one.seats ?? 0);
  tx.append('activities', {
    area_id: one.areaId,
    id: one.id,
    title: one.title,
    summary: one.summary,
    kind: one.kind,
    place: one.place,
    building_id: one.buildingId,
    starts_at: one.startsAt,
    ends_at: one.endsAt,
    host: one.host,
    picture: one.picture,
    seats: one.seats,
    enrolled: one.seats === null ? one.enrolled.length : taken,
    waiting: one.seats === null ? 0 : one.enrolled.length - taken,
    turns: one.enrolled.length,
    published_at: one.publishedAt,
    state: 'published',
    series_id: one.seriesId ?? null,
    edition: one.edition ?? '',
    venue_id: one.venueId ?? null,
    team_id: one.teamId ?? null,
    lng: one.lng ?? null,
    lat: one.lat ?? null,
    themes: one.themes ?? [],
    audiences: one.audiences ?? [],
    large: one.large ?? false,
    broad: one.broad ?? false,
    min_age: one.minAge ?? null,
    max_age: one.maxAge ?? null,
    organisers: one.organisers ?? [],
    created_by: one.createdBy ?? 'system',
  });
}

function appendEnrolled(tx: Tx, one: PastActivity): void {
  for (const [position, { userId, at, attendee = userId }] of one.enrolled.entries()) {
    tx.append('enrolments', {
      area_id: one.areaId,
      activity_id: one.id,
      attendee,
      user_id: userId,
      enrolled_at: at,
      state: one.seats !== null && position >= one.seats ? 'waiting' : 'enrolled',
      turn: position + 1,
      age_to_check: false,
    });
  }
}

function appendSessions(tx: Tx, one: PastActivity): void {
  const { areaId, id: activityId, startsAt, endsAt } = one;
  const sessions = one.sessions ?? [{ id: activityId, startsAt, endsAt }];
  for (const [index, session] of sessions.entries()) {
    const { place = one.place, venueId = one.venueId ?? null, bookingId = null, headcount = null } = session;
    const { lng = null, lat = null } = one;
    if (one.seats !== null) remindOf(tx, areaId, [session]);
    const where = { place, venueId, bookingId, lng, lat };
    appendSession(tx, { ...session, ...where, areaId, activityId, position: index + 1, headcount });
    for (const { attendee, at, way = 'qr', byId = attendee } of session.attended ?? []) {
      const key = { area_id: areaId, session_id: session.id, attendee };
      tx.append('attendances', { ...key, activity_id: activityId, at, way, by_id: byId });
    }
  }
}
