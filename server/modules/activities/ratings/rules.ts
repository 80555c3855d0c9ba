import type { Refusal } from '#shared/refusal';

export const notThere: Refusal = {
  code: 'activity.not-there',
  status: 409,
  zh: '来过的人可以评价。如果您来了没签到，请找工作人员补记。',
  en: 'Who came may rate.',
};
