import type { Refusal } from '#shared/refusal';
import { clockTime, dayName, hourMs, shanghaiDate } from '#shared/time';
import type { MeetingPage, MeetingState } from './contract.ts';

/** Of the parties a meeting must not decide without, those that are not among these. Source: N58. */
export function missingParties(must: readonly string[], there: readonly string[]): string[] {
  return must.filter((party) => !there.includes(party));
}

/** A meeting that lacks one of its bodies is warned about, never refused. Source: N58. */
export function warningOf(missing: readonly string[], state: MeetingState): string | null {
  if (missing.length === 0 || state === 'cancelled') return null;
  const names = missing.join('、');
  return state === 'held'
    ? `${names}没有到场。定下的事请会后送他们看一遍。`
    : `还没有请${names}。可以照开，定事情前最好请到。`;
}

const doorBeforeMs = hourMs;
const doorAfterMs = hourMs;

type Times = { state: string; startsAt: string | null; endsAt: string | null };

/** People sign in from an hour before a meeting that was called to an hour after its end. */
export function whyDoorClosed(meeting: Times, now: Date): Refusal | null {
  const { state, startsAt, endsAt } = meeting;
  if ((state !== 'called' && state !== 'held') || !startsAt || !endsAt) return notCalled;
  const opens = Date.parse(startsAt) - doorBeforeMs;
  if (now.getTime() < opens) {
    return {
      code: 'meeting.not-yet',
      status: 409,
      zh: `还没到签到时间，${dayName(opens, now)} ${clockTime(opens)} 起可以签到。`,
      en: 'Signing in begins an hour before the meeting.',
    };
  }
  if (now.getTime() <= Date.parse(endsAt) + doorAfterMs) return null;
  return {
    code: 'meeting.over',
    status: 409,
    zh: '会已经开完了，不能再扫码签到。到过会的，请工作人员在名单上补记。',
    en: 'The meeting is over; ask the staff to add you to the list.',
  };
}

/** Called with a time, a place and something to talk about. */
export function whyNotCall(
  meeting: Times & { place: string; venueId: string | null },
  items: number,
  now: Date,
): Refusal | null {
  const fields: Record<string, string> = {};
  if (!meeting.startsAt || !meeting.endsAt) fields['startsAt'] = '请定时间';
  else if (Date.parse(meeting.startsAt) <= now.getTime()) fields['startsAt'] = '请定在以后';
  if (meeting.place === '' && !meeting.venueId) fields['place'] = '请定地点';
  if (items === 0) fields['points'] = '请写议程';
  const [first] = Object.values(fields);
  if (!first) return null;
  return {
    code: 'meeting.not-ready',
    status: 422,
    zh: `还不能通知：${Object.values(fields).join('，')}。`,
    en: 'Set time, place and agenda before the meeting is called.',
    fields,
  };
}

type Kept = {
  state: MeetingState;
  startsAt: string | null;
  minutesBy: string | null;
  minutesAt: string | null;
  checkedAt: string | null;
  approvedAt: string | null;
};

export function minutesState(meeting: Kept): MeetingPage['minutesState'] {
  if (meeting.approvedAt) return 'approved';
  if (meeting.checkedAt) return 'checked';
  return meeting.minutesAt ? 'drafted' : 'none';
}

/** What somebody who keeps meetings may do with one. Who drafted the minutes neither checks nor approves them. */
export function meetingActs(
  meeting: Kept,
  who: { userId: string; manages: boolean; approves: boolean },
  now: Date,
): string[] {
  const acts: string[] = [];
  const { state } = meeting;
  const begun = meeting.startsAt !== null && Date.parse(meeting.startsAt) <= now.getTime();
  const minutes = minutesState(meeting);
  if (who.manages) {
    if (state === 'planned') acts.push('edit', 'call');
    if (state === 'planned' || state === 'called') acts.push('cancel');
    if (state === 'called') acts.push('edit', 'sign-in');
    if (state === 'called' && begun) acts.push('end');
    if (begun && (state === 'called' || state === 'held')) acts.push('conclude');
    if (state === 'held' && (minutes === 'none' || minutes === 'drafted')) acts.push('draft');
    if (minutes === 'drafted' && meeting.minutesBy !== who.userId) acts.push('check');
  }
  if (who.approves && minutes === 'checked' && meeting.minutesBy !== who.userId) acts.push('approve');
  if (
    (who.manages || who.approves) &&
    (minutes === 'drafted' || minutes === 'checked') &&
    meeting.minutesBy !== who.userId
  )
    acts.push('return');
  return acts;
}

/** How a meeting stands, in a word. */
export function stateName(meeting: Kept, now: Date): string {
  const { state, startsAt } = meeting;
  if (state === 'cancelled') return '取消了';
  if (state === 'planned') return '在筹备';
  if (state === 'held') return meeting.approvedAt ? '纪要已公开' : '开完了，纪要在整理';
  if (startsAt && Date.parse(startsAt) <= now.getTime()) return '正在开';
  return startsAt && shanghaiDate(startsAt) === shanghaiDate(now) ? '今天开' : '已通知';
}

export const minutesStateNames: Record<MeetingPage['minutesState'], string> = {
  none: '还没写纪要',
  drafted: '纪要等人核对',
  checked: '纪要等书记批准',
  approved: '纪要已公开',
};

type Progress = { open: boolean; done: boolean; late: boolean } | null;

/** What became of something agreed: from its matter, and late as soon as its day is over. */
export function conclusionState(
  progress: Progress,
  dueOn: string,
  today: string,
): { state: 'doing' | 'late' | 'done' | 'stopped'; stateName: string } {
  if (progress?.done) return { state: 'done', stateName: '办成了' };
  if (progress && !progress.open) return { state: 'stopped', stateName: '说明后不办' };
  return today > dueOn ? { state: 'late', stateName: '晚了，还在办' } : { state: 'doing', stateName: '在办' };
}

/** The text for the group 群文本. */
export function meetingText(
  meeting: { kind: string; title: string; startsAt: string | null; place: string; items: string[] },
  place: { areaName: string; url: string; now: Date },
): string {
  const { startsAt } = meeting;
  return [
    `【${place.areaName}】${meeting.kind}：${meeting.title}`,
    startsAt ? `${dayName(startsAt, place.now)} ${clockTime(startsAt)}，${meeting.place}` : '',
    ...meeting.items.map((item, at) => `${at + 1}. ${item}`),
    `会议页面：${place.url}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export const meetingUnknown: Refusal = {
  code: 'meeting.unknown',
  status: 404,
  zh: '没有这次会，或者还没有通知。请回到议一议看看别的。',
  en: 'There is no such meeting, or it has not been called.',
};

export const notCalled: Refusal = {
  code: 'meeting.not-called',
  status: 409,
  zh: '这次会还没有通知，或者取消了，不能签到。请问一下社区。',
  en: 'The meeting has not been called, or was cancelled.',
};

export const meetingMoved: Refusal = {
  code: 'meeting.moved-on',
  status: 409,
  zh: '这次会刚刚有人动过，或者还不到这一步。刷新一下再看。',
  en: 'Somebody has acted on this meeting, or it is not time for that.',
};

export const passWrong: Refusal = {
  code: 'meeting.pass-wrong',
  status: 422,
  zh: '这个码过期了，会场的码每半分钟换一次。请再扫一次会场屏幕上的码。',
  en: 'The code is forged or older than 60 seconds: scan the one on the screen again.',
};

export const kindUnknown: Refusal = {
  code: 'meeting.kind-unknown',
  status: 422,
  zh: '会议的种类和要请的各方，请从列出来的里面选；小区和场地要是本社区的。',
  en: 'Choose the kind, the parties, the estate and the venue from what is offered.',
  fields: { kind: '请从列出来的里面选' },
};

export const ownMinutes: Refusal = {
  code: 'meeting.own-minutes',
  status: 409,
  zh: '自己写的纪要要请别人核对、由书记批准。请换一位同事来。',
  en: 'Minutes are checked and approved by others than who drafted them.',
};

export const noMethod: Refusal = {
  code: 'meeting.no-method',
  status: 422,
  zh: '社区还没有采用“商定事项”的工作法。请先在“工作法”里采用，再记结论。',
  en: 'The community has adopted no method for what meetings agree on.',
};

export const dayPast: Refusal = {
  code: 'meeting.day-past',
  status: 422,
  zh: '办完的日子要在今天以后，请重新选。',
  en: 'The day must lie ahead.',
  fields: { dueOn: '请选以后的日子' },
};
