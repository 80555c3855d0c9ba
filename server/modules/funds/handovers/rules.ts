import type { Refusal } from '#shared/refusal';

export const stateNames: Record<string, string> = { open: '等双方确认', done: '已移交', dropped: '没有移交' };

export type Standing = {
  state: string;
  outgoingId: string;
  incomingId: string;
  outgoingAt: string | null;
  incomingAt: string | null;
};

/** Whose word is still missing: of who hands over, of who takes over; null when this person has none to give. */
export function sideOf(there: Standing, actorId: string): 'outgoing' | 'incoming' | null {
  if (there.state !== 'open') return null;
  if (there.outgoingId === actorId && there.outgoingAt === null) return 'outgoing';
  return there.incomingId === actorId && there.incomingAt === null ? 'incoming' : null;
}

/** Confirmed by the one and by the other, each for what the books hold now. Source: F23 (inferred at the change of committee). */
export function whyNotConfirm(there: Standing, actorId: string, moved: boolean): Refusal | null {
  if (there.state !== 'open') return handoverEnded;
  if (there.outgoingId !== actorId && there.incomingId !== actorId) return notYourHandover;
  if (sideOf(there, actorId) === null) return confirmedAlready;
  return moved ? booksMoved : null;
}

export function actionsOf(
  there: Standing,
  actorId: string,
  { begins, moved }: { begins: boolean; moved: boolean },
): ('confirm' | 'recount' | 'drop')[] {
  if (there.state !== 'open') return [];
  const takesPart = there.outgoingId === actorId || there.incomingId === actorId;
  return [
    ...(whyNotConfirm(there, actorId, moved) ? [] : (['confirm'] as const)),
    ...((begins || takesPart) && moved ? (['recount'] as const) : []),
    ...(begins ? (['drop'] as const) : []),
  ];
}

export const samePerson: Refusal = {
  code: 'handover.same-person',
  status: 422,
  zh: '移交的人和接手的人不能是同一个人，请重新选。',
  en: 'Who hands over and who takes over are two people.',
  fields: { incomingId: '请选另一个人' },
};

export const personUnknown: Refusal = {
  code: 'handover.person-unknown',
  status: 422,
  zh: '移交和接手的人都要在业委会、监督小组或者社区任职，请从名单里选。',
  en: 'Both must hold a role with this fund.',
};

export const handoverOpen: Refusal = {
  code: 'handover.open-already',
  status: 409,
  zh: '这个账户正在移交，请先把那一次办完，或者取消。',
  en: 'A hand-over of this fund is under way.',
};

export const handoverUnknown: Refusal = {
  code: 'handover.unknown',
  status: 404,
  zh: '没有这次移交，请刷新一下再看。',
  en: 'There is no such hand-over.',
};

export const handoverEnded: Refusal = {
  code: 'handover.ended',
  status: 409,
  zh: '这次移交已经结束，不能再改。',
  en: 'This hand-over has ended.',
};

export const notYourHandover: Refusal = {
  code: 'handover.not-yours',
  status: 403,
  zh: '只有移交的人和接手的人自己能确认。',
  en: 'Only the two people of a hand-over confirm it.',
};

export const confirmedAlready: Refusal = {
  code: 'handover.confirmed-already',
  status: 409,
  zh: '您已经确认过，正在等另一方。',
  en: 'You have confirmed already.',
};

export const booksMoved: Refusal = {
  code: 'handover.books-moved',
  status: 409,
  zh: '清点以后账上又有变动，请先点“重新清点”，双方再确认。',
  en: 'The books have moved since they were counted: count again first.',
};
