import type { Refusal } from '#shared/refusal';

export const familyUnknown: Refusal = {
  code: 'family.user-unknown',
  status: 422,
  zh: '没有找到这个账号。请家属先用自己的手机号登录一次，再来登记。',
  en: 'There is no such account. The family member signs in once first.',
  fields: { family: '没有这个账号' },
};

export const familyIsElder: Refusal = {
  code: 'family.is-elder',
  status: 422,
  zh: '这就是老人自己的账号，不用登记。请填家属的账号。',
  en: 'This is the account of the elder.',
  fields: { family: '这是老人自己的账号' },
};

export const consentUnknown: Refusal = {
  code: 'family.consent-unknown',
  status: 404,
  zh: '没有找到这条同意记录，可能已经取消了。请刷新页面看看。',
  en: 'There is no such consent, or it was revoked.',
};

export const consentNeeded: Refusal = {
  code: 'family.consent-needed',
  status: 403,
  zh: '要有老人本人的同意，才能替老人办事。请老人跟网格员说一声，当面或者打电话都行。',
  en: 'The consent of the elder must be on record before anyone acts for them.',
};

export const consentExists: Refusal = {
  code: 'family.consent-exists',
  status: 409,
  zh: '这位家属已经登记过了，不用再登记一次。',
  en: 'A consent for this family member is on record already.',
};

/** Who may take a consent back by themselves: the elder who gave it, and the family member it was given to. */
export function mayRevoke(
  consent: { elderId: string; areaId: string; familyUserId: string },
  who: { userId: string; personId: string | null; homeAreaId: string | null },
): boolean {
  if (consent.familyUserId === who.userId) return true;
  return who.personId === consent.elderId && who.homeAreaId === consent.areaId;
}
