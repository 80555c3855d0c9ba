import { z } from 'zod';

/** A work 作品: a song, a play, a painting that residents or a team have made. */

export const workStates = ['submitted', 'published', 'returned', 'withdrawn'] as const;
export type WorkState = (typeof workStates)[number];
export const workStateNames: Record<WorkState, string> = {
  submitted: '等审核',
  published: '已挂出',
  returned: '请改一改',
  withdrawn: '已撤下',
};

export const Work = z.object({
  id: z.string(),
  areaId: z.string(),
  kind: z.string(),
  title: z.string(),
  /** Null where the author does not want to be named. */
  authors: z.string().nullable(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  theme: z.string(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string().nullable(),
  state: z.enum(workStates),
  stateName: z.string(),
  submittedAt: z.string(),
  publishedAt: z.string().nullable(),
});
export type Work = z.infer<typeof Work>;
export const WorkList = z.object({ items: z.array(Work), next: z.string().nullable() });
export type WorkList = z.infer<typeof WorkList>;

export const Performance = z.object({
  id: z.string(),
  performedOn: z.string(),
  place: z.string(),
  audience: z.number().nullable(),
  activityId: z.string().nullable(),
});
export type Performance = z.infer<typeof Performance>;

export const WorkPage = Work.extend({
  areaName: z.string(),
  body: z.string(),
  /** Addresses of uploaded pictures. */
  images: z.array(z.string()),
  /** Where it can be heard or seen. */
  media: z.string().nullable(),
  /** The topic the community had set. Source: F47. */
  topic: z.string(),
  /** The item of heritage it carries on. Source: D14. */
  heritage: z.string(),
  madeOn: z.string().nullable(),
  /** Why it was given back; only for who handed it in and who decides. */
  reason: z.string().nullable(),
  performances: z.array(Performance),
  groupText: z.string(),
  actions: z.array(z.enum(['publish', 'return', 'withdraw', 'perform'])),
});
export type WorkPage = z.infer<typeof WorkPage>;

const AreaId = z.string().min(1).max(64);
export const WorkParams = z.object({ areaId: AreaId, workId: z.guid() });
export const WorkQuery = z.object({
  kind: z.string().max(12).optional(),
  teamId: z.guid().optional(),
  /** What is not published is only for who decides. */
  state: z.enum(workStates).default('published'),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type WorkQuery = z.infer<typeof WorkQuery>;

const Line = z.string().trim();
export const WorkForm = z.object({
  kind: Line.min(1).max(12),
  title: Line.min(1).max(60),
  authors: Line.min(2).max(60),
  /** The author agrees to be named. */
  shown: z.boolean().default(false),
  teamId: z.guid().nullable().default(null),
  theme: Line.max(12).default(''),
  body: Line.max(6000).default(''),
  images: z.array(z.guid()).max(9).default([]),
  media: z
    .url({ protocol: /^https$/ })
    .max(300)
    .nullable()
    .default(null),
  topic: Line.max(60).default(''),
  topicNumber: Line.max(40).nullable().default(null),
  heritage: Line.max(60).default(''),
  madeOn: z.iso.date().nullable().default(null),
});
export type WorkForm = z.infer<typeof WorkForm>;
export const WorkDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('publish') }),
  z.object({ decision: z.literal('return'), reason: Line.min(2).max(200) }),
  z.object({ decision: z.literal('withdraw'), reason: Line.min(2).max(200) }),
]);
export type WorkDecision = z.infer<typeof WorkDecision>;
export const PerformanceForm = z.object({
  performedOn: z.iso.date(),
  place: Line.min(1).max(60),
  audience: z.number().int().min(0).max(1_000_000).nullable().default(null),
  activityId: z.guid().nullable().default(null),
});
export type PerformanceForm = z.infer<typeof PerformanceForm>;
export const WorkWords = z.object({ kinds: z.array(z.string()), themes: z.array(z.string()) });
