import type { Refusal } from '#shared/refusal';
import { addDays, daysBetween } from '#shared/time';
import type { Absence } from '#kernel-contract/duties';

/** When somebody may be noted as away. */

const pastDaysMax = 31;
const lengthDaysMax = 366;

export const personUnknown: Refusal = {
  code: 'absence.person-unknown',
  status: 422,
  zh: '这个人在这里没有任职。请从名单里选。',
  en: 'This person holds no role here. Choose one of the list.',
};

export const absenceUnknown: Refusal = {
  code: 'absence.unknown',
  status: 404,
  zh: '没有找到这条请假，可能已经撤掉了。请刷新再看。',
  en: 'There is no such absence.',
};

const daysWrong = (zh: string, en: string): Refusal => ({
  code: 'absence.days-wrong',
  status: 422,
  zh,
  en,
  fields: { to: zh },
});

/** Why somebody cannot be noted as away from one day to another; null when she can. */
export function whyNotAway(wanted: Absence, others: readonly Absence[], today: string): Refusal | null {
  const { userId, standInId, from, to } = wanted;
  if (to < from) return daysWrong('回来的日子比走的日子早，请改一下。', 'The last day is before the first.');
  if (from < addDays(today, -pastDaysMax))
    return daysWrong(`最多补记 ${pastDaysMax} 天以前的。`, `At most ${pastDaysMax} days back.`);
  if (daysBetween(from, to) >= lengthDaysMax) return daysWrong('一次最多记一年。', 'A year at most.');
  if (userId === standInId)
    return {
      code: 'absence.own-stand-in',
      status: 422,
      zh: '代班的要换一个人，自己不能代自己。',
      en: 'Somebody else has to stand in.',
      fields: { standInId: '请换一个人' },
    };
  if (others.some((one) => one.userId === userId))
    return {
      code: 'absence.already-away',
      status: 409,
      zh: '这几天里已经记过请假了。要改，请先撤掉原来那条。',
      en: 'She is noted as away on some of these days already. Withdraw that first.',
    };
  return others.some((one) => one.userId === standInId)
    ? {
        code: 'absence.stand-in-away',
        status: 409,
        zh: '代班的人这几天自己也请假。请换一个人。',
        en: 'The stand-in is away herself on some of these days.',
        fields: { standInId: '这几天也请假' },
      }
    : null;
}

type Noted = { userName: string; standInName: string | null; from: string; to: string };

const span = ({ from, to }: Noted): string => (from === to ? from : `${from} 至 ${to}`);

export function absenceTitle(noted: Noted): string {
  return noted.standInName ? `${noted.standInName}代${noted.userName}的班` : `${noted.userName}请假`;
}

export function absenceBody(noted: Noted): string {
  return noted.standInName
    ? `${span(noted)}，${noted.userName}的定期任务由${noted.standInName}来做，已经放进她那几天的今日。`
    : `${span(noted)}没有人代，这几天的定期任务不算没做。`;
}
