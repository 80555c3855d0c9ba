import type { Refusal } from '#shared/refusal';
import type { Method, Values } from '#kernel-contract/workflow';
import type { Cadence } from '#kernel-contract/duties';

/** The words and refusals of duties. */

const notAgain = ['images', 'files', 'date', 'datetime', 'checkin'];

/** The answers of last time that may be given again: photographs and moments are of their own time. */
export function answersAgain(asking: Pick<Method, 'fields'>, form: Values): Values {
  return Object.fromEntries(
    Object.entries(form).filter(([id]) => {
      const field = asking.fields[id];
      return field !== undefined && field.is === undefined && !notAgain.includes(field.type);
    }),
  );
}

const unitWords = { day: '每天', week: '每周', month: '每月', quarter: '每季度', year: '每年' } as const;

/** How often, in words: 每天 · 每 7天. */
export function oftenText(cadence: Cadence, timeName: (time: string) => string): string {
  return cadence.kind === 'per' ? `${unitWords[cadence.unit]}一次` : `每 ${timeName(cadence.time)}一次`;
}

export const dutyUnknown: Refusal = {
  code: 'duty.unknown',
  status: 404,
  zh: '这里没有这项任务，可能已经不用了。请回到今日，重新打开。',
  en: 'There is no such duty here. Open the day’s list again.',
};

export const subjectUnknown: Refusal = {
  code: 'duty.subject-unknown',
  status: 404,
  zh: '没有找到这项任务的对象，可能已经调整了。请回到今日，重新打开。',
  en: 'There is no such subject. Open the day’s list again.',
};

export const notYourDuty: Refusal = {
  code: 'duty.not-yours',
  status: 403,
  zh: '这项任务不归您，也没有请您代。要代班，请社区在“定期任务”里登记。',
  en: 'This duty is neither yours nor that of someone you stand in for.',
};

export const notTogether: Refusal = {
  code: 'duty.one-at-a-time',
  status: 422,
  zh: '这几项要一项一项记，不能一次记完。请分开记。',
  en: 'These duties are recorded one by one. Record each by itself.',
};

export const findingNotHere: Refusal = {
  code: 'duty.finding-unknown',
  status: 422,
  zh: '这项任务发现的问题不能走这个工作法。请换一个，或者用“拍照上报”。',
  en: 'A finding of this duty may not begin that method.',
};

export const recordsClosed: Refusal = {
  code: 'permission.denied',
  status: 403,
  zh: '您不能看这里的任务记录。',
  en: 'You may not read the records of this area.',
};
