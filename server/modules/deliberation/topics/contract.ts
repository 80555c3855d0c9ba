import { z } from 'zod';
import { Voice } from '../voices/contract.ts';

/** A topic 议题: what a resident wants the neighbours to talk over, from the first word to the result. */

export const topicStates = ['waiting', 'open', 'in-progress', 'answered', 'merged', 'declined', 'closed'] as const;
export type TopicState = (typeof topicStates)[number];
export const topicStateNames: Record<TopicState, string> = {
  waiting: '等社区看过',
  open: '正在听意见',
  'in-progress': '正在议',
  answered: '社区答复了',
  merged: '并到一起了',
  declined: '没有列入',
  closed: '有结果了',
};
export const topicScopes = ['building', 'estate', 'community'] as const;
export type TopicScope = (typeof topicScopes)[number];

/** A step of the method a topic is carried on with, as the public sees it. */
export const TopicStep = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['done', 'now', 'coming']),
  at: z.string().nullable(),
});
export type TopicStep = z.infer<typeof TopicStep>;

export const Topic = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  scope: z.enum(topicScopes),
  /** Whom it concerns, in words: 全社区 · 工盛小区 · 工盛小区 3号楼. */
  concerns: z.string(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string().nullable(),
  /** The proposer as neighbours know her: 邻居周**, or her post where she agreed. */
  proposer: z.string(),
  proposedAt: z.string(),
  state: z.enum(topicStates),
  stateName: z.string(),
  supports: z.number(),
  voices: z.number(),
  /** What happens next, in a sentence. */
  next: z.string(),
  answerDueAt: z.string().nullable(),
  matterNumber: z.string().nullable(),
  isMine: z.boolean(),
  supported: z.boolean(),
  followed: z.boolean(),
});
export type Topic = z.infer<typeof Topic>;
export const TopicList = z.object({ items: z.array(Topic), next: z.string().nullable() });
export type TopicList = z.infer<typeof TopicList>;

/** What carries a step of the matter: a meeting, a ballot, a publicity. */
export const Carried = z.object({ kind: z.string(), title: z.string(), href: z.string(), state: z.string() });

export const topicActs = [
  ...['support', 'unsupport', 'follow', 'unfollow', 'speak', 'report'],
  ...['approve', 'decline', 'merge', 'begin', 'answer', 'close'],
] as const;

export const TopicPage = Topic.extend({
  areaName: z.string(),
  why: z.string(),
  images: z.array(z.string()),
  /** Why it was declined; for who proposed it and the desk. */
  reason: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  result: z.string().nullable(),
  mergedInto: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** Supporters after which the office must answer, and within how many days. */
  settings: z.object({ supports: z.number(), answerDays: z.number() }),
  /** The steps it goes through, and where it is. Empty while the community has adopted no method for topics. */
  method: z.string().nullable(),
  steps: z.array(TopicStep),
  matter: z
    .object({ number: z.string(), href: z.string(), stepName: z.string(), statusName: z.string(), open: z.boolean() })
    .nullable(),
  carried: z.array(Carried),
  voiceItems: z.array(Voice),
  groupText: z.string(),
  actions: z.array(z.string()),
});
export type TopicPage = z.infer<typeof TopicPage>;

const AreaId = z.string().min(1).max(64);
export const AreaParams = z.object({ areaId: AreaId });
export const TopicParams = z.object({ areaId: AreaId, topicId: z.guid() });
export const TopicQuery = z.object({
  /** Without it: what everybody may see. */
  state: z.enum(topicStates).optional(),
  /** 1: only what I have proposed, whatever its state. */
  mine: z.literal('1').optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type TopicQuery = z.infer<typeof TopicQuery>;

export const SimilarQuery = z.object({ q: z.string().max(200).default('') });
export const SimilarTopics = z.object({
  items: z.array(z.object({ id: z.string(), title: z.string(), stateName: z.string(), supports: z.number() })),
});
export type SimilarTopics = z.infer<typeof SimilarTopics>;

const Line = z.string().trim();
export const NewTopic = z.object({
  title: Line.min(4, '请写成一句话，至少 4 个字').max(40, '请再短一点，最多 40 个字'),
  why: Line.min(4, '请说说为什么，至少 4 个字').max(1000, '请再短一点，最多 1000 个字'),
  scope: z.enum(topicScopes),
  /** The estate or building it concerns. */
  placeId: z.guid().nullable().default(null),
  images: z.array(z.guid()).max(3).default([]),
  /** She agrees that her post is named. */
  named: z.boolean().default(false),
});
export type NewTopic = z.infer<typeof NewTopic>;
export const Made = z.object({ id: z.string() });
export const Done = z.object({ done: z.boolean() });
export const Supported = z.object({ supports: z.number(), supported: z.boolean() });

export const TopicDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('decline'), reason: Line.min(4, '请写明原因，提的人会看到').max(300) }),
  z.object({ decision: z.literal('merge'), into: z.guid() }),
]);
export type TopicDecision = z.infer<typeof TopicDecision>;
export const TopicAnswer = z.object({ answer: Line.min(4, '请写几句答复').max(2000) });
export const TopicResult = z.object({ result: Line.min(4, '请写明结果').max(1000) });
export const Begun = z.object({ number: z.string() });

export const TopicSettings = z.object({
  supports: z.number().int().min(1).max(1000),
  answerDays: z.number().int().min(1).max(60),
});
export type TopicSettings = z.infer<typeof TopicSettings>;
