import type { Refusal } from '#shared/refusal';

/** A telephone as digits, without the country and what stands between. */
export function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*(\+|00)86/, '')
    .replace(/[\s().-]/g, '');
}

/** A mobile of 11 digits, or a landline with its area code. */
export function isPhone(digits: string): boolean {
  return /^(1[3-9]\d{9}|0[1-9]\d{8,10}|[48]00\d{7})$/.test(digits);
}

export const phoneWrong: Refusal = {
  code: 'body.phone-wrong',
  status: 422,
  zh: '电话号码不对：手机号是 11 位，座机请带上区号，例如 0533-2345678。',
  en: 'This is not a telephone number: 11 digits for a mobile, or a landline with its area code.',
  fields: { phone: '手机号是 11 位，座机请带上区号' },
};
