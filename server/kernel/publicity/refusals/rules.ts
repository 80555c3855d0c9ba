import type { Refusal } from '#shared/refusal';

const no = (code: string, status: Refusal['status'], zh: string, en: string): Refusal => ({
  code: `publicity.${code}`,
  status,
  zh,
  en,
});

export const publicityUnknown = no(
  'unknown',
  404,
  '没有这份公示，或者还没有张贴。请到“公示”列表里看看。',
  'There is no such notice, or it is not posted.',
);

export const ownDraft = no(
  'own-draft',
  403,
  '这份公示是您拟的，要请另一位同事审核、发布。',
  'Who drafted a notice neither checks nor approves it.',
);

export const notDrafted = no(
  'not-drafted',
  409,
  '这份公示已经往下走了，刷新看看现在到了哪一步。',
  'It is no draft any more.',
);

export const notChecked = no(
  'not-checked',
  409,
  '这份公示还没有审核，请先请同事审核，再来发布。',
  'It has to be checked before it is approved.',
);

export const wasReturned = no(
  'returned',
  409,
  '这份公示退回去修改了，改好以后再审核。',
  'It was given back and has not been changed since.',
);

export const notPosted = no('not-posted', 409, '这份公示还没有张贴，张贴以后才能做这一步。', 'It is not posted.');

export const alreadyClosed = no('closed', 409, '这份公示已经结束，不能再改。要更正，请重新拟一份。', 'It is closed.');

export const periodOver = no(
  'period-over',
  409,
  '公示期已经结束，不再收异议。有问题可以向社区反映，会有人答复您。',
  'The days of publicity are over.',
);

export const withdrawnAlready = no(
  'withdrawn',
  409,
  '这份公示已经撤下，不再收异议。更正后会重新公示，天数重新算。',
  'It was withdrawn.',
);

export const waitsForAnswer = no(
  'objection-waiting',
  409,
  '您的异议已经收到，正在等答复。答复以后还有意见，可以再提。',
  'Your objection waits for its answer.',
);

export const tooEarly = (until: string): Refusal =>
  no('too-early', 409, `公示要贴满，到 ${until} 才能结束，不能提前。`, `It ends at ${until}, not before.`);

export const unanswered = (count: number): Refusal =>
  no('unanswered', 409, `还有 ${count} 条异议没有答复，先答复再结束。`, `${count} objections have no answer.`);

export const objectionUnknown = no('objection-unknown', 404, '没有这条异议，刷新看看。', 'There is no such objection.');

export const answeredAlready = no('objection-answered', 409, '这条异议已经有人答复了，刷新看看。', 'It has an answer.');

export const ownObjection = no(
  'own-objection',
  403,
  '这条异议是您提的，要请另一位同事答复。',
  'Nobody answers an objection of their own.',
);

export const isCarried = no(
  'carried',
  409,
  '这份公示的标题、内容和天数来自事项，不能在这里改。可以补充说明，或者退回事项里改。',
  'What a matter has shown is not changed here.',
);
