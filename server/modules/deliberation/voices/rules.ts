import type { Refusal } from '#shared/refusal';

export const voicesMax = 5;

/** Somebody has at most five voices before the desk. */
export function whyNotSpeak(waiting: number): Refusal | null {
  if (waiting < voicesMax) return null;
  return {
    code: 'voice.too-many',
    status: 429,
    zh: '您说的话还有几条在等社区看，等有了回话再说下一条。',
    en: 'Several of your voices are waiting already.',
  };
}

export const voiceUnknown: Refusal = {
  code: 'voice.unknown',
  status: 404,
  zh: '没有这条意见，或者已经不在了。请刷新一下再看。',
  en: 'There is no such voice.',
};

export const voiceDecided: Refusal = {
  code: 'voice.decided-already',
  status: 409,
  zh: '这条意见刚刚有人处理过了，刷新一下就能看到。',
  en: 'Somebody has decided on this voice already.',
};

export const reportDecided: Refusal = {
  code: 'report.decided-already',
  status: 409,
  zh: '这条举报刚刚有人处理过了，刷新一下就能看到。',
  en: 'Somebody has looked at this report already.',
};
