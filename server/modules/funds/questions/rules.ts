import type { Refusal } from '#shared/refusal';

export const askerNames: Record<string, string> = { owner: '一位业主', resident: '一位居民' };

export const waitingMost = 5;

/** Owners of the estate and residents of the community whose homes were verified ask. Source: C42. */
export function whyNotAsk(asker: { owns: boolean; lives: boolean }): Refusal | null {
  if (asker.owns || asker.lives) return null;
  return {
    code: 'question.not-from-here',
    status: 403,
    zh: '提问要先核实您是这里的业主或者住户。请到“我家”里登记，或者打社区电话，核实以后就能问。着急的可以打监督热线，或者投意见箱。',
    en: 'Only owners and residents whose homes here are verified ask.',
  };
}

/** Somebody has at most five questions waiting with a fund. */
export function whyNotMore(waiting: number): Refusal | null {
  if (waiting < waitingMost) return null;
  return {
    code: 'question.too-many',
    status: 429,
    zh: '您问的还有几条在等社区看，等有了回话再问下一条。',
    en: 'Several of your questions are waiting already.',
  };
}

type Asked = { state: string; answer: string | null; askedBy: string };
type Rights = { moderates: boolean; answers: boolean };

/** What somebody may do with a question: never with their own. */
export function actionsOf(question: Asked, actorId: string, rights: Rights): ('moderate' | 'answer')[] {
  if (question.askedBy === actorId) return [];
  if (question.state === 'waiting') return rights.moderates ? ['moderate'] : [];
  return question.state === 'shown' && question.answer === null && rights.answers ? ['answer'] : [];
}

export const questionUnknown: Refusal = {
  code: 'question.unknown',
  status: 404,
  zh: '没有这条提问，或者已经不在了。请刷新一下再看。',
  en: 'There is no such question.',
};

export const questionWaiting: Refusal = {
  code: 'question.waiting',
  status: 409,
  zh: '这一笔您已经问过，正在等社区看。有了回话会告诉您。',
  en: 'Your question on this line is waiting already.',
};

export const questionDecided: Refusal = {
  code: 'question.decided-already',
  status: 409,
  zh: '这条提问刚刚有人处理过了，刷新一下就能看到。',
  en: 'Somebody has decided on this question already.',
};

export const ownQuestion: Refusal = {
  code: 'question.own',
  status: 403,
  zh: '这是您自己问的，请由别人来看、来答。',
  en: 'Nobody decides on or answers their own question.',
};
