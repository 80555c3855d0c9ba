import type { Refusal } from '#shared/refusal';
import type { RehearsalForm } from './contract.ts';

const dayMs = 24 * 60 * 60_000;
const longestMs = 8 * 60 * 60_000;
const backDays = 60;

/** What is recorded has begun, not too long ago, and lasts at most a working day: the year's figures rest on it. */
export function whyNotRecord(form: Pick<RehearsalForm, 'startsAt' | 'endsAt'>, now: Date): Refusal | null {
  const [from, to] = [Date.parse(form.startsAt), Date.parse(form.endsAt)];
  if (to <= from || to - from > longestMs) {
    return {
      code: 'rehearsal.times',
      status: 422,
      zh: '结束要晚于开始，一次最多 8 小时，请改一下时间。',
      en: 'It must end after it begins and last at most 8 hours.',
      fields: { endsAt: '要晚于开始，最多 8 小时' },
    };
  }
  if (from > now.getTime()) {
    return {
      code: 'rehearsal.ahead',
      status: 422,
      zh: '这次排练还没开始，到时候再点名。',
      en: 'It has not begun yet.',
      fields: { startsAt: '还没开始' },
    };
  }
  if (now.getTime() - from > backDays * dayMs) {
    return {
      code: 'rehearsal.long-ago',
      status: 422,
      zh: `只能补记最近 ${backDays} 天的排练。更早的请让社区来记。`,
      en: `Only the last ${backDays} days can be recorded.`,
      fields: { startsAt: '太早了' },
    };
  }
  return null;
}

/** A hall is booked ahead, for at most a working day. */
export function whyNotBook(form: Pick<RehearsalForm, 'startsAt' | 'endsAt'>, now: Date): Refusal | null {
  const [from, to] = [Date.parse(form.startsAt), Date.parse(form.endsAt)];
  if (from > now.getTime() && to > from && to - from <= longestMs) return null;
  return {
    code: 'rehearsal.hall-times',
    status: 422,
    zh: '请选往后的时间，结束要晚于开始，一次最多 8 小时。',
    en: 'Choose a time to come that ends after it begins, at most 8 hours.',
    fields: { startsAt: '请选往后的时间' },
  };
}

export const strangers: Refusal = {
  code: 'rehearsal.strangers',
  status: 422,
  zh: '点名的人里有不在队里的，请刷新名单再点。',
  en: 'Somebody on the list does not belong to the team.',
};

export const recordedAlready: Refusal = {
  code: 'rehearsal.recorded-already',
  status: 409,
  zh: '这一场已经记过了，不用再记一次。',
  en: 'This rehearsal is recorded already.',
};
