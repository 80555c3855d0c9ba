import { z } from 'zod';
import { activityKinds } from '../contract.ts';

/** An activity as the office keeps it 活动档案: from the draft to how many came. */

export const recordStates = ['draft', 'submitted', 'published', 'withdrawn'] as const;
export type RecordState = (typeof recordStates)[number];

/** Words of what activities are about. Source: B33 (eight kinds of service), B37, A11, A12, B23. */
export const activityThemes = [
  '理论宣讲',
  '政策解读',
  '教育',
  '文化',
  '法律',
  '卫生',
  '就业',
  '家政',
  '我们的节日',
  '传统节日民俗',
  '读书活动',
  '经典诵读',
  '交流比赛',
  '艺术普及',
  '非遗传承',
  '反诈防非',
  '智能手机',
] as const;

/** For whom an activity is meant before others. Source: B33, E3. */
export const activityAudiences = ['老年人', '儿童', '青少年', '优抚对象', '残疾人', '困难群体', '新居民'] as const;

const Words = z.array(z.string().trim().min(1).max(20)).max(12).default([]);
const Instant = z.iso.datetime({ offset: true });
const Age = z.number().int().min(0).max(120).nullable().default(null);

export const RecordSessionInput = z.object({
  /** Of a session that is there already; without one it is new. */
  id: z.guid().optional(),
  startsAt: Instant,
  endsAt: Instant,
  /** Where this one is, when not where the activity is: a tour goes to many places. Source: A7. */
  place: z.string().trim().max(80).default(''),
  venueId: z.guid().nullable().default(null),
});
export type RecordSessionInput = z.infer<typeof RecordSessionInput>;

export const RecordInput = z.object({
  title: z.string().trim().min(2).max(60),
  summary: z.string().trim().max(2000).default(''),
  kind: z.enum(activityKinds),
  host: z.string().trim().min(1).max(60),
  /** Units that hold it together. Source: E3. */
  organisers: z.array(z.string().trim().min(1).max(40)).max(12).default([]),
  /** Who sees to it: every special task has its person 专项工作专人管. Source: E6. */
  officer: z.string().trim().max(40).default(''),
  place: z.string().trim().min(1).max(80),
  venueId: z.guid().nullable().default(null),
  sessions: z.array(RecordSessionInput).min(1).max(60),
  seriesId: z.guid().nullable().default(null),
  edition: z.string().trim().max(20).default(''),
  themes: Words,
  audiences: Words,
  /** 较大规模: counts towards five a year. Source: B37, X9, N15. */
  large: z.boolean().default(false),
  /** 居民广泛参与: counts towards fifteen a year. Source: B37, X9, N18. */
  broad: z.boolean().default(false),
  minAge: Age,
  maxAge: Age,
  picture: z.string().trim().max(200).nullable().default(null),
  seats: z.number().int().min(1).max(100_000).nullable().default(null),
});
export type RecordInput = z.infer<typeof RecordInput>;

export const RecordSession = z.object({
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  venueId: z.string().nullable(),
  bookingId: z.string().nullable(),
  /** Whether a room was reserved for it. */
  reserved: z.boolean(),
  attended: z.number(),
  headcount: z.number().nullable(),
});
export type RecordSession = z.infer<typeof RecordSession>;

export const RecordLine = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  kind: z.enum(activityKinds),
  kindName: z.string(),
  state: z.enum(recordStates),
  stateName: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  host: z.string(),
  officer: z.string(),
  seriesId: z.string().nullable(),
  seriesName: z.string().nullable(),
  edition: z.string(),
  themes: z.array(z.string()),
  large: z.boolean(),
  broad: z.boolean(),
  seats: z.number().nullable(),
  enrolled: z.number(),
  sessionCount: z.number(),
  /** 人: everybody once. */
  people: z.number(),
  /** 人次: every coming, with those only counted. Never added to 人. */
  personTimes: z.number(),
});
export type RecordLine = z.infer<typeof RecordLine>;
export const RecordList = z.object({ items: z.array(RecordLine), total: z.number() });
export type RecordList = z.infer<typeof RecordList>;

export const recordActions = ['save', 'submit', 'recall', 'approve', 'return', 'discard', 'withdraw', 'again'] as const;
export type RecordAction = (typeof recordActions)[number];

export const Decision = z.object({
  act: z.enum(['submitted', 'recalled', 'approved', 'returned', 'changed']),
  actName: z.string(),
  byName: z.string(),
  at: z.string(),
  reason: z.string(),
});
export type Decision = z.infer<typeof Decision>;

export const RecordPage = RecordLine.extend({
  summary: z.string(),
  organisers: z.array(z.string()),
  audiences: z.array(z.string()),
  minAge: z.number().nullable(),
  maxAge: z.number().nullable(),
  picture: z.string().nullable(),
  venueId: z.string().nullable(),
  sessions: z.array(RecordSession),
  decisions: z.array(Decision),
  actions: z.array(z.enum(recordActions)),
});
export type RecordPage = z.infer<typeof RecordPage>;

const Day = z.iso.date();
export const RecordQuery = z.object({
  q: z.string().trim().max(60).optional(),
  kind: z.enum(activityKinds).optional(),
  state: z.enum(recordStates).optional(),
  theme: z.string().max(20).optional(),
  flag: z.enum(['large', 'broad']).optional(),
  seriesId: z.guid().optional(),
  venueId: z.guid().optional(),
  /** Days in Shanghai, both included. */
  from: Day.optional(),
  to: Day.optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type RecordQuery = z.infer<typeof RecordQuery>;

const AreaId = z.string().min(1).max(64);
export const RecordParams = z.object({ areaId: AreaId, activityId: z.guid() });
export const Reason = z.object({ reason: z.string().trim().min(2).max(200) });

const Quota = z.object({ held: z.number(), planned: z.number(), needed: z.number() });
export const YearFigures = z.object({
  year: z.number(),
  /** 较大规模 of the year, against five. Source: N15. */
  large: Quota,
  /** 居民广泛参与 of the year, against fifteen. Source: N18. */
  broad: Quota,
  waiting: z.number(),
});
export type YearFigures = z.infer<typeof YearFigures>;

const Choice = z.object({ value: z.string(), label: z.string() });
export const RecordChoices = z.object({
  kinds: z.array(Choice),
  themes: z.array(z.string()),
  audiences: z.array(z.string()),
  series: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      theme: z.string(),
      /** The editions it may have in a year; empty where it may have any. */
      editions: z.array(z.string()),
    }),
  ),
  officers: z.array(z.string()),
  organisers: z.array(z.string()),
  /** Public holidays to come: a weekly course skips them. */
  daysOff: z.array(z.string()),
});
export type RecordChoices = z.infer<typeof RecordChoices>;
