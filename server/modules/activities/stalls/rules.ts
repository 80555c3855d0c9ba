import type { Refusal } from '#shared/refusal';
import type { StallState } from './contract.ts';

export const stallStateNames: Record<StallState, string> = {
  asked: '等社区答复',
  accepted: '来摆',
  refused: '这次没排上',
  withdrawn: '不来了',
};

/** How many stalls one person may have on one market day. */
export const stallsPerPerson = 2;

export const stallUnknown: Refusal = {
  code: 'stall.unknown',
  status: 404,
  zh: '没有这个摊位，可能已经撤了。请刷新再看。',
  en: 'There is no such stall.',
};

export const noMarket: Refusal = {
  code: 'stall.no-market',
  status: 409,
  zh: '这场活动不是市集，不能摆摊。请到市集的页面上报名。',
  en: 'This is no market day.',
};

type Market = { kind: string; startsAt: string; endsAt: string };

/** Why nobody can ask for a stall (any more); null when one can: until the market begins. Source: C6. */
export function whyNotAsk(market: Market, mine: number, now: Date): Refusal | null {
  if (market.kind !== 'market') return noMarket;
  if (now.getTime() >= Date.parse(market.startsAt)) {
    return {
      code: 'stall.begun',
      status: 409,
      zh: '市集已经开始，不能再报摊位了。下一次早点来报。',
      en: 'The market has begun.',
    };
  }
  if (mine >= stallsPerPerson) {
    return {
      code: 'stall.enough',
      status: 409,
      zh: `一个人最多报 ${stallsPerPerson} 个摊位。要换，请先撤掉一个。`,
      en: `One person may have ${stallsPerPerson} stalls at most.`,
    };
  }
  return null;
}

/** Only what was asked for is decided, and once. */
export function whyNotDecide(state: StallState): Refusal | null {
  if (state === 'asked') return null;
  return {
    code: 'stall.decided',
    status: 409,
    zh: `这个摊位已经是“${stallStateNames[state]}”，不用再答复。`,
    en: `It is ${state} already.`,
  };
}

/** Served people are counted at stalls that came, once the market has begun. Source: C6. */
export function whyNotCount(market: Market, state: StallState, now: Date): Refusal | null {
  if (state !== 'accepted') return stallUnknown;
  if (now.getTime() >= Date.parse(market.startsAt)) return null;
  return {
    code: 'stall.not-yet',
    status: 409,
    zh: '市集还没开始，等办完了再记服务了多少人。',
    en: 'The market has not begun.',
  };
}
