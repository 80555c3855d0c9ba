import { z } from 'zod';

/** Finding 搜索: one box over everything the asking person may see. Residents are looked up by `people/search` alone. */

export const hitKinds = ['matter', 'place', 'notice', 'activity', 'method', 'household'] as const;
export type HitKind = (typeof hitKinds)[number];
export const hitKindNames: Record<HitKind, string> = {
  matter: '事项',
  place: '地方',
  notice: '公告',
  activity: '活动',
  method: '工作法',
  household: '住户',
};

export const Hit = z.object({
  kind: z.enum(hitKinds),
  id: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  title: z.string(),
  /** The line below it: where, whom it concerns. */
  text: z.string(),
  /** How it stands: a step, 已结束, 小区. */
  state: z.string(),
  at: z.string().nullable(),
  /** Of a matter. */
  number: z.string().nullable(),
  traceCode: z.string().nullable(),
  /** Whether the asking person may open it whole; else its public page. */
  isWhole: z.boolean(),
});
export type Hit = z.infer<typeof Hit>;

export const HitGroup = z.object({
  kind: z.enum(hitKinds),
  name: z.string(),
  items: z.array(Hit),
  next: z.string().nullable(),
});
export type HitGroup = z.infer<typeof HitGroup>;

export const SearchAnswer = z.object({
  /** The words that were looked for, to be marked in what was found. */
  words: z.array(z.string()),
  groups: z.array(HitGroup),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const SearchQuery = z.object({
  q: z.string().max(300).default(''),
  /** Where to look: an area and everything below it. Absent: where the asking person lives or works. */
  area: z.string().max(64).optional(),
  kind: z.enum(hitKinds).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
