import { z } from 'zod';
import { activityKinds } from '../contract.ts';

/** A series 系列: what activities come back under, year after year or place after place. */

export const seriesKinds = [
  'gala',
  'festival',
  'tour',
  'residence',
  'university',
  'course',
  'market',
  'reading',
  'contest',
] as const;
export type SeriesKind = (typeof seriesKinds)[number];
export const seriesKindNames: Record<SeriesKind, string> = {
  gala: '四季春晚',
  festival: '节庆',
  tour: '巡演',
  residence: '驻演',
  university: '老年大学',
  course: '课堂',
  market: '市集',
  reading: '读书',
  contest: '比赛',
};

export const SeriesInput = z.object({
  name: z.string().trim().min(2).max(30),
  kind: z.enum(seriesKinds),
  /** What it stands for: 和谐邻里，低碳生活. Source: E3. */
  theme: z.string().trim().max(60).default(''),
  story: z.string().trim().max(2000).default(''),
  picture: z.string().trim().max(200).nullable().default(null),
});
export type SeriesInput = z.infer<typeof SeriesInput>;

export const Series = z.object({
  id: z.string(),
  areaId: z.string(),
  name: z.string(),
  kind: z.enum(seriesKinds),
  kindName: z.string(),
  theme: z.string(),
  story: z.string(),
  picture: z.string().nullable(),
  held: z.number(),
  planned: z.number(),
  nextAt: z.string().nullable(),
});
export type Series = z.infer<typeof Series>;
export const SeriesList = z.object({ items: z.array(Series) });
export type SeriesList = z.infer<typeof SeriesList>;

/** One activity of a series, with how many came. */
export const Edition = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(activityKinds),
  edition: z.string(),
  summary: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  host: z.string(),
  organisers: z.array(z.string()),
  picture: z.string().nullable(),
  sessionCount: z.number(),
  places: z.array(z.string()),
  isOver: z.boolean(),
  enrolled: z.number(),
  people: z.number(),
  personTimes: z.number(),
});
export type Edition = z.infer<typeof Edition>;

export const SeriesPage = Series.extend({
  areaName: z.string(),
  year: z.number(),
  /** The editions of this year in their order, held, planned or missing; empty where a series has no fixed ones. Source: N39. */
  fixed: z.array(z.object({ name: z.string(), activityId: z.string().nullable(), isOver: z.boolean() })),
  coming: z.array(Edition),
  past: z.array(Edition),
  /** Of everything held: 人 and 人次, apart. */
  people: z.number(),
  personTimes: z.number(),
});
export type SeriesPage = z.infer<typeof SeriesPage>;

/** One of our festivals 我们的节日 with what is planned for it. Source: B37. */
export const FestivalDay = z.object({
  name: z.string(),
  day: z.string(),
  daysLeft: z.number(),
  picture: z.string(),
  custom: z.string(),
  activities: z.array(z.object({ id: z.string(), title: z.string(), startsAt: z.string(), stateName: z.string() })),
});
export const FestivalYear = z.object({ year: z.number(), items: z.array(FestivalDay) });
export type FestivalYear = z.infer<typeof FestivalYear>;

const AreaId = z.string().min(1).max(64);
export const SeriesParams = z.object({ areaId: AreaId, seriesId: z.guid() });
export const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
