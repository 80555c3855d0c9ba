import type { Refusal } from '#shared/refusal';
import { clockTime, dayName, hourMs } from '#shared/time';

const openBeforeMs = hourMs;
const openAfterMs = hourMs;

const doorSubject = /^session:([0-9a-f-]{36})$/;

export const subjectOf = (sessionId: string): string => `session:${sessionId}`;

/** The session a door's code is for; null when it is for something else. */
export function sessionOf(subject: string): string | null {
  return doorSubject.exec(subject)?.[1] ?? null;
}

export const passWrong: Refusal = {
  code: 'attendance.pass-wrong',
  status: 422,
  zh: '这个码过期了，门口的码每半分钟换一次。请再扫一次门口屏幕上的码。',
  en: 'The code is forged or older than 60 seconds: scan the one at the door again.',
};

/** People check in from an hour before a session begins to an hour after it ends. */
export function whyDoorClosed(session: { startsAt: string; endsAt: string }, now: Date): Refusal | null {
  const opens = Date.parse(session.startsAt) - openBeforeMs;
  if (now.getTime() < opens) {
    return {
      code: 'attendance.not-yet',
      status: 409,
      zh: `还没到签到时间，${dayName(opens, now)} ${clockTime(opens)} 起可以签到。`,
      en: 'The door opens an hour before the session begins.',
    };
  }
  if (now.getTime() <= Date.parse(session.endsAt) + openAfterMs) return null;
  return {
    code: 'attendance.over',
    status: 409,
    zh: '这一场已经结束了，不能再扫码签到。来过的话，请工作人员在名单上补记。',
    en: 'It is over; ask the staff to add you to the list.',
  };
}

/** Staff record from an hour before it begins, and afterwards as long as they like. */
export function whyNotRecord(session: { startsAt: string }, at: Date, now: Date): Refusal | null {
  const opens = Date.parse(session.startsAt) - openBeforeMs;
  if (at.getTime() >= opens) return null;
  return {
    code: 'attendance.not-yet',
    status: 409,
    zh: `还没到签到时间，${dayName(opens, now)} ${clockTime(opens)} 起可以点名。`,
    en: 'The list opens an hour before the session begins.',
  };
}

export const noSeatLeft: Refusal = {
  code: 'activity.full',
  status: 409,
  zh: '您没有报名，名额也满了。请问一下门口的工作人员。',
  en: 'You are not enrolled and all seats are taken.',
};

export const attendeeUnknown: Refusal = {
  code: 'attendance.attendee-unknown',
  status: 422,
  zh: '名单里和居民登记里都没有这个人。没登记的人，请记在“另外来了几人”里。',
  en: 'Neither enrolled nor on the register: count this person in the headcount.',
};

export const notYourDoor: Refusal = {
  code: 'attendance.not-yours',
  status: 403,
  zh: '这场活动不归您点名。请找社区工作人员，或者请活动的组织者来记。',
  en: 'Recording this attendance is for the staff of the community and who organises it.',
};

/** The resident an attendee of the register is; null for an account. */
export function personOf(attendee: string): string | null {
  return /^person:([0-9a-f-]{36})$/.exec(attendee)?.[1] ?? null;
}
