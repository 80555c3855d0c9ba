import type { Refusal } from '#shared/refusal';
import { addDays, limitName, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Asked } from '#kernel-contract/search';
import type { TopicScope, TopicSettings, TopicState } from './contract.ts';

/** What everybody sees; the others are for who proposed it and the desk. */
export const publicStates: TopicState[] = ['open', 'in-progress', 'answered', 'closed'];

export const waitingMax = 3;

/** Somebody has at most three topics before the desk: the fourth waits until one is answered. */
export function whyNotPropose(waiting: number): Refusal | null {
  if (waiting < waitingMax) return null;
  return {
    code: 'topic.too-many',
    status: 429,
    zh: `您已经有 ${waitingMax} 个议题在等社区看。等有了回话，再提下一个。`,
    en: `You have ${waitingMax} topics waiting already.`,
  };
}

type Place = { level: string; id: string } | null;

/** An estate's topic names an estate of this community, a building's a building of it; the community's names no place. */
export function whyNotPlace(scope: TopicScope, place: Place): Refusal | null {
  if (scope === 'community' ? place === null : place?.level === scope) return null;
  const what = scope === 'building' ? '楼栋' : '小区';
  return {
    code: 'topic.place-wrong',
    status: 422,
    zh: scope === 'community' ? '和全社区有关的事，不用再选小区。' : `请选一个本社区的${what}。`,
    en: 'Name the estate or building of this community that the topic concerns.',
    fields: { placeId: scope === 'community' ? '不用选' : `请选${what}` },
  };
}

const from: Record<'approve' | 'decline' | 'merge' | 'begin' | 'answer' | 'close', TopicState[]> = {
  approve: ['waiting'],
  decline: ['waiting', 'open'],
  merge: ['waiting', 'open'],
  begin: ['open', 'answered'],
  answer: ['open'],
  close: ['open', 'answered', 'in-progress'],
};
export type DeskAct = keyof typeof from;

/** States from which the desk may take an act. */
export function statesFor(act: DeskAct): TopicState[] {
  return from[act];
}

export function deskActs(state: TopicState, offers: { begin: boolean; matterOpen: boolean }): DeskAct[] {
  return (Object.keys(from) as DeskAct[]).filter(
    (act) => from[act].includes(state) && (act !== 'begin' || offers.begin) && (act !== 'close' || !offers.matterOpen),
  );
}

/** What a neighbour may do with a topic. Supporting ends when the result is there. */
export function neighbourActs(
  state: TopicState,
  who: { takesPart: boolean; supported: boolean; followed: boolean },
): string[] {
  if (!who.takesPart) return [];
  const acts: string[] = [];
  if (state === 'open') acts.push(who.supported ? 'unsupport' : 'support', 'speak');
  if (state === 'in-progress') acts.push('speak');
  if (publicStates.includes(state)) acts.push(who.followed ? 'unfollow' : 'follow', 'report');
  return acts;
}

/** Until when the office has to answer: the end of the last of so many days, counted from the day after. */
export function answerDue(now: Date, days: number): Date {
  return shanghaiInstant(addDays(shanghaiDate(now), days + 1));
}

type Standing = { state: TopicState; supports: number; answerDueAt: string | null; matterOpen: boolean };

/** What happens next with a topic, in a sentence: nobody is left wondering. */
export function nextSentence(topic: Standing, settings: TopicSettings, now: Date): string {
  const { state, supports, answerDueAt } = topic;
  if (state === 'waiting') return '社区看过以后大家就能看到，结果会告诉您';
  if (state === 'in-progress')
    return topic.matterOpen ? '已经按步骤在议，走到哪一步下面看得到' : '已经办完，等社区写明结果';
  if (state === 'answered') return '社区已经答复';
  if (state === 'merged') return '和另一个议题并到一起议';
  if (state === 'declined') return '没有列入，原因已经告诉提的人';
  if (state === 'closed') return '已经有结果';
  if (answerDueAt) {
    const late = Date.parse(answerDueAt) <= now.getTime();
    return late ? '答复晚了，已经提醒社区' : `附议够了，社区 ${limitName(answerDueAt, now)} 前答复怎么办`;
  }
  const missing = settings.supports - supports;
  return missing > 0
    ? `再有 ${missing} 位邻居附议，社区 ${settings.answerDays} 天内答复怎么办`
    : `社区 ${settings.answerDays} 天内答复怎么办`;
}

/** How near a title is to what somebody types: the share of the words asked for that it holds. */
export function likeness(asked: Asked, holds: (word: Asked['words'][number]) => boolean): number {
  if (asked.words.length === 0) return 0;
  return asked.words.filter(holds).length / asked.words.length;
}

export const similarFrom = 0.5;

/** The text for the group 群文本. */
export function topicText(
  topic: { title: string; concerns: string; supports: number; next: string },
  place: { areaName: string; url: string },
): string {
  return [
    `【${place.areaName} · 议一议】${topic.title}`,
    `和谁有关：${topic.concerns}，${topic.supports} 位邻居附议`,
    topic.next,
    `点开说两句：${place.url}`,
  ].join('\n');
}

export const topicUnknown: Refusal = {
  code: 'topic.unknown',
  status: 404,
  zh: '没有这个议题，或者还没有公开。请回到议一议看看别的。',
  en: 'There is no such topic, or it is not public.',
};

export const topicMoved: Refusal = {
  code: 'topic.moved-on',
  status: 409,
  zh: '这个议题刚刚有人处理过了，刷新一下就能看到。',
  en: 'Somebody has acted on this topic already.',
};

export const notOpen: Refusal = {
  code: 'topic.not-open',
  status: 409,
  zh: '这个议题现在不收附议和意见了。点“关注”，有结果会告诉您。',
  en: 'This topic takes no support or voices now. Follow it to hear of the result.',
};

export const mergeWrong: Refusal = {
  code: 'topic.merge-wrong',
  status: 422,
  zh: '只能并到本社区另一个正在听意见或正在议的议题里。请重新选一个。',
  en: 'Merge into another topic of this community that is open or in progress.',
  fields: { into: '请重新选' },
};

export const noMethod: Refusal = {
  code: 'topic.no-method',
  status: 422,
  zh: '社区还没有采用议事的工作法。请先在“工作法”里采用，再从议题开始。',
  en: 'The community has adopted no method for topics yet.',
};

export const matterRuns: Refusal = {
  code: 'topic.matter-runs',
  status: 409,
  zh: '这件事还在按步骤办，办完了再写结果。',
  en: 'Its matter is still open: write the result when it has ended.',
};
