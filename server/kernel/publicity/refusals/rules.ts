import type { Refusal } from '#shared/refusal';

export const publicityUnknown: Refusal = {
  code: 'publicity.unknown',
  status: 404,
  zh: '没有这份公示，或者还没有张贴。请到“公示”列表里看看。',
  en: 'There is no such notice, or it is not posted.',
};

export const ownDraft: Refusal = {
  code: 'publicity.own-draft',
  status: 403,
  zh: '这份公示是您拟的，要请另一位同事审核、发布。',
  en: 'Who drafted a notice neither checks nor approves it.',
};

export const notDrafted: Refusal = {
  code: 'publicity.not-drafted',
  status: 409,
  zh: '这份公示已经往下走了，刷新看看现在到了哪一步。',
  en: 'It is no draft any more.',
};

export const notChecked: Refusal = {
  code: 'publicity.not-checked',
  status: 409,
  zh: '这份公示还没有审核，请先请同事审核，再来发布。',
  en: 'It has to be checked before it is approved.',
};

export const wasReturned: Refusal = {
  code: 'publicity.returned',
  status: 409,
  zh: '这份公示退回去修改了，改好以后再审核。',
  en: 'It was given back and has not been changed since.',
};

export const notPosted: Refusal = {
  code: 'publicity.not-posted',
  status: 409,
  zh: '这份公示还没有张贴，张贴以后才能做这一步。',
  en: 'It is not posted.',
};

export const alreadyClosed: Refusal = {
  code: 'publicity.closed',
  status: 409,
  zh: '这份公示已经结束，不能再改。要更正，请重新拟一份。',
  en: 'It is closed.',
};

export const periodOver: Refusal = {
  code: 'publicity.period-over',
  status: 409,
  zh: '公示期已经结束，不再收异议。有问题可以向社区反映，会有人答复您。',
  en: 'The days of publicity are over.',
};

export const withdrawnAlready: Refusal = {
  code: 'publicity.withdrawn',
  status: 409,
  zh: '这份公示已经撤下，不再收异议。更正后会重新公示，天数重新算。',
  en: 'It was withdrawn.',
};

export const waitsForAnswer: Refusal = {
  code: 'publicity.objection-waiting',
  status: 409,
  zh: '您的异议已经收到，正在等答复。答复以后还有意见，可以再提。',
  en: 'Your objection waits for its answer.',
};

export const tooEarly = (until: string): Refusal => ({
  code: 'publicity.too-early',
  status: 409,
  zh: `公示要贴满，到 ${until} 才能结束，不能提前。`,
  en: `It ends at ${until}, not before.`,
});

export const unanswered = (count: number): Refusal => ({
  code: 'publicity.unanswered',
  status: 409,
  zh: `还有 ${count} 条异议没有答复，先答复再结束。`,
  en: `${count} objections have no answer.`,
});

export const objectionUnknown: Refusal = {
  code: 'publicity.objection-unknown',
  status: 404,
  zh: '没有这条异议，刷新看看。',
  en: 'There is no such objection.',
};

export const answeredAlready: Refusal = {
  code: 'publicity.objection-answered',
  status: 409,
  zh: '这条异议已经有人答复了，刷新看看。',
  en: 'It has an answer.',
};

export const ownObjection: Refusal = {
  code: 'publicity.own-objection',
  status: 403,
  zh: '这条异议是您提的，要请另一位同事答复。',
  en: 'Nobody answers an objection of their own.',
};

export const isCarried: Refusal = {
  code: 'publicity.carried',
  status: 409,
  zh: '这份公示的标题、内容和天数来自事项，不能在这里改。可以补充说明，或者退回事项里改。',
  en: 'What a matter has shown is not changed here.',
};
