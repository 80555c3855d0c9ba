import type { Refusal } from '#shared/refusal';
import { clockTime, dayName, shanghaiDate, weekdayName } from '#shared/time';
import type { Entry } from '#kernel-contract/search';
import {
  activityKindNames,
  type Activity,
  type ActivityQuery,
  type ActivityState,
  type NewActivity,
  type NewSession,
} from './contract.ts';

type Times = { startsAt: string; endsAt: string };
type Seats = { seats: number | null; enrolled: number };

/** How an activity stands: over, begun, open to all, full, or with seats. */
export function stateOf(activity: Times & Seats, now: Date): ActivityState {
  if (now.getTime() >= Date.parse(activity.endsAt)) return 'over';
  if (now.getTime() >= Date.parse(activity.startsAt)) return 'begun';
  if (activity.seats === null) return 'free';
  return activity.enrolled >= activity.seats ? 'full' : 'open';
}

export function stateName(activity: Times & Seats, now: Date): string {
  const names = { over: '已结束', begun: '正在进行', free: '不用报名', full: '名额满了，可以排队' };
  const state = stateOf(activity, now);
  return state === 'open' ? `还有 ${(activity.seats ?? 0) - activity.enrolled} 个名额` : names[state];
}

type Whole = Pick<NewActivity, 'startsAt' | 'endsAt' | 'sessions'>;
const byStart = (a: NewSession, b: NewSession): number => Date.parse(a.startsAt) - Date.parse(b.startsAt);

/** The sessions of a new activity in their order; without any of its own it is one. */
export function sessionsOf(activity: Whole): NewSession[] {
  const { startsAt, endsAt, sessions } = activity;
  return sessions ? sessions.toSorted(byStart) : [{ startsAt, endsAt }];
}

/** From the first start to the last end. */
export function spanOf(sessions: Times[]): Times {
  const starts = sessions.map((one) => Date.parse(one.startsAt));
  const ends = sessions.map((one) => Date.parse(one.endsAt));
  return {
    startsAt: new Date(Math.min(...starts)).toISOString(),
    endsAt: new Date(Math.max(...ends)).toISOString(),
  };
}

/** An activity and each of its sessions ends after it begins, it is not over when published, and its ages are in order. */
export function whyNotPublish(activity: Whole & Pick<NewActivity, 'minAge' | 'maxAge'>, now: Date): Refusal | null {
  const sessions = sessionsOf(activity);
  if (sessions.some((one) => Date.parse(one.endsAt) <= Date.parse(one.startsAt))) {
    return {
      code: 'activity.ends-before-start',
      status: 422,
      zh: '结束时间要晚于开始时间，请改一下。',
      en: 'It must end after it begins.',
      fields: { endsAt: '要晚于开始时间' },
    };
  }
  if (Date.parse(spanOf(sessions).endsAt) <= now.getTime()) {
    return {
      code: 'activity.over-already',
      status: 422,
      zh: '结束时间已经过了，请改一下时间再发布。',
      en: 'It would be over already.',
      fields: { endsAt: '已经过了' },
    };
  }
  if ((activity.minAge ?? 0) > (activity.maxAge ?? Infinity)) {
    return {
      code: 'activity.ages-reversed',
      status: 422,
      zh: '最小年龄比最大年龄还大，请改一下。',
      en: 'The least age is above the greatest.',
      fields: { minAge: '不能大于最大年龄' },
    };
  }
  return null;
}

/** Why one cannot enrol; null when one can, with a seat or on the waiting list. */
export function whyNotEnrol(activity: Times & Seats, now: Date): Refusal | null {
  const refusals: Record<ActivityState, Refusal | null> = {
    open: null,
    full: null,
    free: {
      code: 'activity.no-enrolment',
      status: 409,
      zh: '这场活动不用报名，到时候直接来就行。',
      en: 'No enrolment is needed: just come.',
    },
    begun: activityBegun,
    over: { code: 'activity.over', status: 409, zh: '活动已经结束了。看看还有哪些别的活动吧。', en: 'It is over.' },
  };
  return refusals[stateOf(activity, now)];
}

export const activityBegun: Refusal = {
  code: 'activity.begun',
  status: 409,
  zh: '活动已经开始，不能再报名了。可以直接到现场问问。',
  en: 'It has begun; enrolment is closed.',
};

/** A seat can be given back until the activity begins. */
export function whyNotCancel(activity: Times, now: Date): Refusal | null {
  if (now.getTime() < Date.parse(activity.startsAt)) return null;
  return {
    code: 'activity.begun',
    status: 409,
    zh: '活动已经开始，不能取消报名了。',
    en: 'It has begun; the seat cannot be given back.',
  };
}

export const activityUnknown: Refusal = {
  code: 'activity.unknown',
  status: 404,
  zh: '没有这场活动，或者已经取消了。请看看社区的其他活动。',
  en: 'There is no such activity, or it was called off.',
};

/** 5月14日 星期四 15:30—17:00, with both days when they differ. */
export function whenName(activity: Times, now: Date): string {
  const { startsAt, endsAt } = activity;
  const start = `${dayName(startsAt, now)} ${weekdayName(startsAt)} ${clockTime(startsAt)}`;
  return shanghaiDate(startsAt) === shanghaiDate(endsAt)
    ? `${start}—${clockTime(endsAt)}`
    : `${start}—${dayName(endsAt, now)} ${clockTime(endsAt)}`;
}

/** The text for the group 群文本: date, place, host, what to know, seats and address. Source: DESIGN 10. */
export function groupText(
  activity: Pick<Activity, 'title' | 'summary' | 'place' | 'host' | 'startsAt' | 'endsAt' | 'seats' | 'enrolled'>,
  place: { areaName: string; url: string },
  now: Date,
): string {
  return [
    `【${place.areaName}】${activity.title}`,
    `时间：${whenName(activity, now)}`,
    `地点：${activity.place}`,
    `主办：${activity.host}`,
    activity.summary,
    activity.seats === null ? '不用报名，直接来。' : `名额 ${activity.seats} 个，${stateName(activity, now)}。`,
    `${activity.seats === null ? '详情' : '报名'}：${place.url}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** By what an activity is found: everybody may. */
export function entryOf(
  activity: Pick<Activity, 'areaId' | 'id' | 'title' | 'summary' | 'place' | 'host' | 'startsAt'> & { kind: string },
): Entry {
  const { areaId, id, title, summary, place, host, startsAt } = activity;
  const kindName = activityKindNames[activity.kind as Activity['kind']] ?? '';
  const text = `${kindName} ${place} ${host} ${summary}`;
  return { areaId, kind: 'activity', id, audience: 'public', at: startsAt, title, text };
}

/** What a list is asked to leave out; null leaves out nothing. */
export function filtersOf(query: ActivityQuery) {
  const {
    teamId = null,
    venueId = null,
    seriesId = null,
    kind = null,
    theme = null,
    large = null,
    broad = null,
  } = query;
  return { teamId, venueId, seriesId, kind, theme, large, broad };
}

/** What a new activity says, with what it leaves out filled in. */
export function rowOf<New extends NewActivity>({ sessions: _, ...activity }: New) {
  const { buildingId = null, picture = null, seats = null, seriesId = null, venueId = null, teamId = null } = activity;
  const {
    lng = null,
    lat = null,
    minAge = null,
    maxAge = null,
    themes = [],
    audiences = [],
    organisers = [],
  } = activity;
  const { edition = '', large = false, broad = false } = activity;
  return {
    ...activity,
    ...{
      buildingId,
      picture,
      seats,
      seriesId,
      venueId,
      teamId,
      lng,
      lat,
      minAge,
      maxAge,
      themes,
      audiences,
      organisers,
    },
    ...{ edition, large, broad },
  };
}
