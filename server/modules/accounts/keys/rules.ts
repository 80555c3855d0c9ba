import type { Refusal } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import { keyCapabilityNames, type KeyCapability } from './contract.ts';

/** A key that only files lives two years at most, one for the API one. */
const longestDays = { open311: 730, api: 365 };
export type KeyScope = keyof typeof longestDays;

/** What is wrong with the last day of a key; nothing when it is today or later, and not beyond the longest. */
export function untilProblem(until: string, scope: KeyScope, now: Date): Refusal | null {
  const today = shanghaiDate(now);
  const last = addDays(today, longestDays[scope]);
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

/** A key for the API names its area, so that it is looked up there and nowhere else. */
export function bearerOf(areaId: string, secret: string): string {
  return `lk_${areaId.replaceAll('-', '')}_${secret}`;
}

/** The area a token names; null for one that is no key. */
export function areaOfBearer(token: string): string | null {
  const found = /^lk_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/.exec(token);
  return found ? found.slice(1).join('-') : null;
}

const keyRolePrefix = 'key:';

/** A key holds one role of its own at its area, made of what it may do. */
export function keyRole(can: readonly string[]): string {
  return `${keyRolePrefix}${can.join('+')}`;
}

/** What the role of a key may do; null for a role of the library. */
export function canOfKeyRole(role: string): ReadonlySet<string> | null {
  return role.startsWith(keyRolePrefix) ? new Set(role.slice(keyRolePrefix.length).split('+')) : null;
}

/** What a key is good for, in words. */
export function doesOf(can: readonly string[]): string {
  if (can.length === 0) return '提交事项（Open311）';
  return can.map((one) => keyCapabilityNames[one as KeyCapability] ?? one).join('、');
}

/** A capability the maker of a key does not hold at its area. */
export function beyondYours(names: readonly string[]): Refusal {
  return {
    code: 'api-key.beyond-yours',
    status: 403,
    zh: `您自己在这里也不能${names.map((name) => `“${name}”`).join('、')}，不能给出去。去掉再试，或者请上级来做。`,
    en: 'You cannot give a key what you may not do here yourself.',
  };
}

/** Noting every use would have concurrent requests wait for one row. */
export const usedAgainMs = 60_000;
