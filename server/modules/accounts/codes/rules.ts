import { hourMs, minuteMs } from '#shared/time';
import type { Refusal } from '#shared/refusal';

/** A code is good for five minutes, five tries and one use. Source: ASVS 6.5.1–6.5.5, 6.6.3. */
export const codeLifeMs = 5 * minuteMs;
export const triesMost = 5;
export const againAfterMs = minuteMs;
export const countedMs = hourMs;

const perPair = 5;
const perPhone = 10;
const perOrigin = 60;

/** Codes sent within the last hour: to the phone from this origin, to the phone, from this origin. */
export type Sent = { pair: number; phone: number; origin: number; lastPairAt: number | null; proven: boolean };

/**
 * Why no further code is sent now. Requests from elsewhere for the same phone stop messages flooding it, and never keep out
 * an origin that has signed this phone in before.
 */
export function whyNotSend(sent: Sent, nowMs: number): Refusal | null {
  if (sent.lastPairAt !== null && nowMs - sent.lastPairAt < againAfterMs) {
    return tooSoon(againAfterMs - (nowMs - sent.lastPairAt));
  }
  const flooded = sent.phone >= perPhone && !sent.proven;
  return sent.pair >= perPair || sent.origin >= perOrigin || flooded ? tooMany : null;
}

function tooSoon(leftMs: number): Refusal {
  const seconds = Math.ceil(leftMs / 1000);
  return {
    code: 'code.too-soon',
    status: 429,
    zh: `验证码刚发过，请过 ${seconds} 秒再要新的。`,
    en: `A code was just sent. Ask again in ${seconds} seconds.`,
    details: { retryAfterSeconds: seconds },
  };
}

const tooMany: Refusal = {
  code: 'code.too-many',
  status: 429,
  zh: '验证码要得太多了，请过一小时再试，或者到社区请工作人员帮忙登录。',
  en: 'Too many codes were asked for. Try again in an hour.',
  details: { retryAfterSeconds: 3600 },
};

export const phoneInvalid: Refusal = {
  code: 'phone.invalid',
  status: 422,
  zh: '手机号不对，请填 11 位的手机号。',
  en: 'This is not a mobile number of eleven digits.',
  fields: { phone: '请填 11 位手机号' },
};

/** The same for a wrong, an old, a used and a never sent code. */
export const codeWrong: Refusal = {
  code: 'code.wrong',
  status: 401,
  zh: '验证码不对或者过期了。请看清短信里最新的 6 位数字，或者重新获取。',
  en: 'The code is wrong or no longer valid.',
  fields: { code: '不对或已过期' },
};
