import type { Refusal } from '#shared/refusal';
import type { SessionMove } from './contract.ts';

export const sessionUnknown: Refusal = {
  code: 'activity.session-unknown',
  status: 404,
  zh: '没有这一场，或者已经取消了。请从活动页面重新进入。',
  en: 'There is no such session, or it was called off.',
};

/** A session moves until it begins, to a time that is still to come. */
export function whyNotMove(session: { startsAt: string }, move: SessionMove, now: Date): Refusal | null {
  if (Date.parse(session.startsAt) <= now.getTime()) {
    return {
      code: 'activity.session-begun',
      status: 409,
      zh: '这一场已经开始了，时间和地点不能再改。',
      en: 'It has begun; its time and place stay.',
    };
  }
  if (Date.parse(move.endsAt) <= Date.parse(move.startsAt)) {
    return {
      code: 'activity.ends-before-start',
      status: 422,
      zh: '结束时间要晚于开始时间，请改一下。',
      en: 'It must end after it begins.',
      fields: { endsAt: '要晚于开始时间' },
    };
  }
  if (Date.parse(move.startsAt) > now.getTime()) return null;
  return {
    code: 'activity.over-already',
    status: 422,
    zh: '新的开始时间已经过了，请改一下。',
    en: 'It would have begun already.',
    fields: { startsAt: '已经过了' },
  };
}
