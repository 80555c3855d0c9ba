import type { Refusal } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';

const longestDays = 730;

/** What is wrong with the last day of a key; nothing when it is today or later, and within two years. */
export function untilProblem(until: string, now: Date): Refusal | null {
  const today = shanghaiDate(now);
  const last = addDays(today, longestDays);
  if (until >= today && until <= last) return null;
  return {
    code: 'api-key.until-invalid',
    status: 422,
    zh: `到期日要在 ${today} 到 ${last} 之间。到期后可以再做一把。`,
    en: `The last day must lie between ${today} and ${last}.`,
    fields: { until: '日期不对' },
  };
}

export const keyUnknown: Refusal = {
  code: 'api-key.unknown',
  status: 404,
  zh: '没有这把钥匙，或者已经停用了。请刷新看看。',
  en: 'There is no such key, or it was revoked before.',
};

export const keyWrong: Refusal = {
  code: 'api-key.wrong',
  status: 403,
  zh: '没有带 api_key，或者它不对、过期、停用了，或不能用在这个社区。请找社区要一把新的。',
  en: 'The api_key is missing, wrong, expired, revoked, or not good for this jurisdiction.',
};

/** Noting every use would have concurrent requests wait for one row. */
export const usedAgainMs = 60_000;
