import { z } from 'zod';

/** A contest 比赛: a call, entries, a jury, an exhibition. Source: A11. */

export const Criterion = z.object({ name: z.string().trim().min(1).max(20), points: z.number().int().min(1).max(100) });
export type Criterion = z.infer<typeof Criterion>;

export const ContestInput = z.object({
  criteria: z.array(Criterion).min(1).max(6),
  /** 幼儿组 小学组 …: each age band is covered and judged for itself. Source: A11. */
  bands: z.array(z.string().trim().min(1).max(12)).min(1).max(8),
  /** 一等奖 二等奖 三等奖, the highest first. */
  honours: z.array(z.string().trim().min(1).max(12)).max(8),
  entriesUntil: z.iso.datetime({ offset: true }),
  jurorIds: z.array(z.string().min(1).max(80)).max(9),
});
export type ContestInput = z.infer<typeof ContestInput>;

export const Entry = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  words: z.string(),
  picture: z.string().nullable(),
  band: z.string(),
  /** How its author wants to be named beside it. */
  signed: z.string(),
  honour: z.string(),
  mine: z.boolean(),
  /** What this juror gave; null where it is not one's own score. */
  myPoints: z.array(z.number()).nullable(),
  /** Mean of the jury in tenths of a point, and how many judged; null until the result stands, and to jurors before. */
  meanTenths: z.number().nullable(),
  judged: z.number().nullable(),
});
export type Entry = z.infer<typeof Entry>;

export const contestStages = ['open', 'judging', 'judged'] as const;
export const ContestPage = z.object({
  areaId: z.string(),
  activityId: z.string(),
  title: z.string(),
  summary: z.string(),
  stage: z.enum(contestStages),
  stageName: z.string(),
  entriesUntil: z.string(),
  criteria: z.array(Criterion),
  bands: z.array(z.object({ name: z.string(), entries: z.number() })),
  honours: z.array(z.string()),
  jurors: z.array(z.object({ name: z.string(), judged: z.number() })),
  jurorIds: z.array(z.string()),
  entries: z.array(Entry),
  actions: z.array(z.enum(['set', 'enter', 'score', 'close'])),
});
export type ContestPage = z.infer<typeof ContestPage>;

export const EntryInput = z.object({
  title: z.string().trim().min(1).max(30),
  words: z.string().trim().max(300).default(''),
  picture: z.string().trim().max(200).nullable().default(null),
  band: z.string().trim().min(1).max(12),
  signed: z.string().trim().min(1).max(20),
});
export type EntryInput = z.infer<typeof EntryInput>;

export const Points = z.object({ points: z.array(z.number().int().min(0).max(100)).min(1).max(6) });

export const JurorChoices = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

const AreaId = z.string().min(1).max(64);
export const ContestParams = z.object({ areaId: AreaId, activityId: z.guid() });
export const EntryParams = ContestParams.extend({ entryId: z.guid() });
