import type { Refusal } from '#shared/refusal';
import type { LetterDoor, LetterPage } from './contract.ts';

/** How many households a letter has reached: counts, from which anybody can see the rate. */
export function reachOf(doors: readonly Pick<LetterDoor, 'way'>[]): LetterPage['reach'] {
  return {
    households: doors.length,
    app: doors.filter(({ way }) => way === 'app').length,
    door: doors.filter(({ way }) => way === 'door').length,
  };
}

export const letterUnknown: Refusal = {
  code: 'letter.unknown',
  status: 404,
  zh: '没有这封信，或者不是写给您这里的。请从议一议重新打开。',
  en: 'There is no such letter, or it is not for you.',
};

export const letterSent: Refusal = {
  code: 'letter.sent-already',
  status: 409,
  zh: '这封信已经发出了，不能再发一遍。要补充，请再写一封。',
  en: 'The letter has been sent already.',
};

export const doorNotYours: Refusal = {
  code: 'letter.door-not-yours',
  status: 403,
  zh: '这一户不在您送信的范围里。请找这个网格的网格员。',
  en: 'This door is not yours to hand the letter over at.',
};

export const buildingUnknown: Refusal = {
  code: 'letter.building-unknown',
  status: 422,
  zh: '选的楼栋不在本社区，请重新选。',
  en: 'Choose buildings of this community.',
  fields: { buildingIds: '请重新选' },
};

export const questionUnknown: Refusal = {
  code: 'letter.question-unknown',
  status: 404,
  zh: '没有这个问题，请刷新一下再看。',
  en: 'There is no such question.',
};
