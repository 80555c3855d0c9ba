import type { Refusal } from '#shared/refusal';
import { addDays, daysBetween, minuteMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { ShiftForm, Turn, TurnState } from './contract.ts';

export type Rota = { weekday: number | null; day: string | null; fromOn: string; closedOn: string | null };
type Hours = { opens: number; closes: number };

const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
const earlyMs = 30 * minuteMs;
const lateMs = 120 * minuteMs;
/** How far ahead one can sign up. */
export const aheadDays = 28;

/** Whether a shift is kept on a day: its weekday or its one day, from its beginning and until it was closed. */
export function isOn(shift: Rota, day: string): boolean {
  if (day < shift.fromOn || (shift.closedOn !== null && day >= shift.closedOn)) return false;
  return shift.day === null ? shift.weekday === weekdayOf(day) : shift.day === day;
}

/** The days of a time on which a shift is kept. */
export function daysOn(shift: Rota, from: string, days: number): string[] {
  return Array.from({ length: days }, (_, at) => addDays(from, at)).filter((day) => isOn(shift, day));
}

export function timesOf({ opens, closes }: Hours, day: string): { startsAt: Date; endsAt: Date } {
  return { startsAt: shanghaiInstant(day, 0, opens), endsAt: shanghaiInstant(day, 0, closes) };
}

/** One signs up for a day on which the shift is kept, not over, at most four weeks ahead. */
export function whyNotSign(shift: Rota & Hours, day: string, now: Date): Refusal | null {
  const isNear = daysBetween(shanghaiDate(now), day) <= aheadDays;
  if (isOn(shift, day) && isNear && timesOf(shift, day).endsAt > now) return null;
  return {
    code: 'shift.not-on',
    status: 409,
    zh: `这一天没有这个班，或者已经过了。四周以内的班都可以报。`,
    en: 'There is no such shift on that day, or it is over.',
  };
}

/** Minutes kept: from coming to going, never before half an hour ahead nor more than two hours after the end. */
export function minutesKept(shift: Hours, day: string, time: { inAt: Date; outAt: Date }): number {
  const { startsAt, endsAt } = timesOf(shift, day);
  const from = Math.max(time.inAt.getTime(), startsAt.getTime() - earlyMs);
  const to = Math.min(time.outAt.getTime(), endsAt.getTime() + lateMs);
  return Math.max(0, Math.round((to - from) / minuteMs));
}

type Seen = { state: TurnState; mine: boolean; inAt: string | null };

/**
 * What may be done with a turn. A seat that is offered stays with who has it until another takes it: so no swap leaves it empty.
 * Only the office frees a seat.
 */
export function turnActions(
  turn: Seen,
  shift: Hours,
  day: string,
  who: { now: Date; keeps: boolean },
): Turn['actions'] {
  const { startsAt, endsAt } = timesOf(shift, day);
  const { now, keeps } = who;
  const actions: Turn['actions'] = [];
  const isAhead = now < startsAt && turn.inAt === null;
  if (turn.mine && turn.state === 'taken' && isAhead) actions.push('offer');
  if (turn.mine && turn.state === 'offered') actions.push('keep');
  if (!turn.mine && turn.state === 'offered' && isAhead) actions.push('take');
  const stands = turn.state === 'taken' || turn.state === 'offered';
  const isDoor = now.getTime() >= startsAt.getTime() - earlyMs && now < endsAt;
  if (turn.mine && stands && turn.inAt === null && isDoor) actions.push('in');
  if (turn.mine && stands && turn.inAt !== null) actions.push('out');
  if (keeps && stands) actions.push('release');
  if (keeps && now >= startsAt) actions.push('record');
  return actions;
}

export function whyNotPlan(form: ShiftForm, today: string): Refusal | null {
  if (form.closes <= form.opens) {
    return {
      code: 'shift.times',
      status: 422,
      zh: '下班时间要晚于上班时间，请改一下。',
      en: 'It must end after it begins.',
      fields: { closes: '要晚于开始' },
    };
  }
  if (form.day === null || form.day >= today) return null;
  return {
    code: 'shift.past',
    status: 422,
    zh: '这一天已经过了，请选今天或往后。',
    en: 'That day is over.',
    fields: { day: '已经过了' },
  };
}

export const shiftFull: Refusal = {
  code: 'shift.full',
  status: 409,
  zh: '这个班刚刚报满了。看看别的日子，有人想换班的时候这里也会写出来。',
  en: 'All seats of this shift are taken.',
};

export const shiftUnknown: Refusal = {
  code: 'shift.unknown',
  status: 404,
  zh: '没有这个班，或者已经不排了。请刷新一下再看。',
  en: 'There is no such shift.',
};

export const turnGone: Refusal = {
  code: 'shift.turn-gone',
  status: 409,
  zh: '这一班刚刚变了，可能别人先接走了，或者本人不换了。请刷新一下再看。',
  en: 'This turn has just changed: somebody took it, or it is not offered any more.',
};

export const notNow: Refusal = {
  code: 'shift.not-now',
  status: 409,
  zh: '这会儿不能这样做。到点前半小时起可以签到，签到以后才能签退；已经开始的班不能换。',
  en: 'Not possible now: check in from half an hour before, check out after that; a shift that has begun is not swapped.',
};
