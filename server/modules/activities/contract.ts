import { z } from 'zod';
import { PartyMember } from './enrolment/contract.ts';
import { Rating, RatingSum } from './ratings/contract.ts';

/** An activity 活动: something that takes place, at one time or in sessions, with seats or without. */

export const activityKinds = [
  'talk',
  'culture',
  'course',
  'volunteer',
  'festival',
  'service',
  'show',
  'contest',
  'exhibition',
  'lecture',
  'reading',
  'market',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const activityKindNames: Record<ActivityKind, string> = {
  talk: '议事',
  culture: '文体',
  course: '课程',
  volunteer: '志愿',
  festival: '节庆',
  service: '便民',
  show: '演出',
  contest: '比赛',
  exhibition: '展览',
  lecture: '讲座',
  reading: '读书',
  market: '市集',
};

export const activityStates = ['open', 'full', 'free', 'begun', 'over'] as const;
export type ActivityState = (typeof activityStates)[number];

export const Activity = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(activityKinds),
  kindName: z.string(),
  place: z.string(),
  buildingId: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  host: z.string(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string().nullable(),
  seats: z.number().nullable(),
  enrolled: z.number(),
  /** How many wait for a seat. */
  waiting: z.number(),
  /** Null where no seat is needed. */
  seatsLeft: z.number().nullable(),
  state: z.enum(activityStates),
  /** 还有 6 个座位 · 满了 · 不用报名 … */
  stateName: z.string(),
  /** Whether the one who asks is enrolled. */
  mine: z.boolean(),
  myState: z.enum(['enrolled', 'waiting']).nullable(),
  seriesId: z.string().nullable(),
  /** Which of its series it is: 2026·夏. */
  edition: z.string(),
  venueId: z.string().nullable(),
  teamId: z.string().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  themes: z.array(z.string()),
  audiences: z.array(z.string()),
  /** 较大规模. Source: B37, N15. */
  large: z.boolean(),
  /** 居民广泛参与. Source: B37, N18, X9. */
  broad: z.boolean(),
  /** Full years on the day of the first session, both included. Source: C11, N38. */
  minAge: z.number().nullable(),
  maxAge: z.number().nullable(),
  organisers: z.array(z.string()),
});
export type Activity = z.infer<typeof Activity>;

export const ActivityList = z.object({ items: z.array(Activity), next: z.string().nullable() });
export type ActivityList = z.infer<typeof ActivityList>;

/** A session 场次: one date of an activity. */
export const Session = z.object({
  id: z.string(),
  position: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  venueId: z.string().nullable(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
});
export type Session = z.infer<typeof Session>;

export const ActivityPage = Activity.extend({
  sessions: z.array(Session),
  areaName: z.string(),
  /** Its short public address: `/a/` and thirteen letters. */
  shortPath: z.string(),
  /** Ready to paste into the group. */
  groupText: z.string(),
  /** From the door of the one who asks, where both are on the map. */
  walkMinutes: z.number().nullable(),
  rating: RatingSum,
  /** Whether the one who asks came, and what she said. */
  own: z.object({ came: z.boolean(), rating: Rating.nullable() }).nullable(),
  /** 9—12 岁; empty when anybody may come. */
  agesName: z.string(),
  /** The one who asks and her household; nobody without signing in. */
  party: z.array(PartyMember),
  actions: z.array(z.enum(['enrol', 'wait', 'cancel', 'rate', 'withdraw'])),
});
export type ActivityPage = z.infer<typeof ActivityPage>;

const AreaId = z.string().min(1).max(64);
export const ActivityCode = z.object({ code: z.string().max(40) });
export const ActivityParams = z.object({ areaId: AreaId, activityId: z.guid() });
const Day = z.iso.date();
export const ActivityQuery = z.object({
  /** Days in Shanghai, both included; without `from`: what is not over. */
  from: Day.optional(),
  to: Day.optional(),
  teamId: z.guid().optional(),
  venueId: z.guid().optional(),
  seriesId: z.guid().optional(),
  kind: z.enum(activityKinds).optional(),
  theme: z.string().max(30).optional(),
  large: z.stringbool().optional(),
  broad: z.stringbool().optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

const Moment = z.iso.datetime({ offset: true });
const Words = z.array(z.string().trim().min(1).max(30)).max(20);
const Age = z.number().int().min(0).max(120);
export const NewSession = z.object({
  startsAt: Moment,
  endsAt: Moment,
  place: z.string().trim().min(1).max(80).optional(),
  venueId: z.guid().optional(),
});
export type NewSession = z.infer<typeof NewSession>;

export const NewActivity = z.object({
  title: z.string().trim().min(2).max(60),
  summary: z.string().trim().max(2000).default(''),
  kind: z.enum(activityKinds),
  place: z.string().trim().min(1).max(80),
  buildingId: z.guid().optional(),
  startsAt: Moment,
  endsAt: Moment,
  /** Where there are several; the first begins and the last ends the activity. */
  sessions: z.array(NewSession).min(1).max(100).optional(),
  host: z.string().trim().min(1).max(60),
  picture: z.string().trim().max(200).optional(),
  /** None: come as you like. */
  seats: z.number().int().min(1).max(100_000).optional(),
  seriesId: z.guid().optional(),
  edition: z.string().trim().max(30).optional(),
  venueId: z.guid().optional(),
  teamId: z.guid().optional(),
  lng: z.number().min(-180).max(180).optional(),
  lat: z.number().min(-90).max(90).optional(),
  themes: Words.optional(),
  audiences: Words.optional(),
  large: z.boolean().optional(),
  broad: z.boolean().optional(),
  minAge: Age.optional(),
  maxAge: Age.optional(),
  organisers: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
});
export type NewActivity = z.infer<typeof NewActivity>;
export const Withdrawal = z.object({ reason: z.string().trim().min(2).max(200) });
