import type { Refusal } from '#shared/refusal';
import { dayName, shanghaiDate, clockTime, weekdayName } from '#shared/time';

/** The day of birth when it is known, else its year when that is known. */
export type Birth = { date: string | null; year: number | null };
export type Ages = { minAge: number | null; maxAge: number | null };

/** Full years somebody born on a day has on another, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The least and the greatest age somebody can have on a day; the same when the day of birth is known, null when nothing is. */
export function agesOn(birth: Birth, day: string): { least: number; greatest: number } | null {
  if (birth.date) {
    const age = ageOn(birth.date, day);
    return { least: age, greatest: age };
  }
  if (birth.year === null) return null;
  const greatest = Number(day.slice(0, 4)) - birth.year;
  return { least: greatest - 1, greatest };
}

/**
 * Whether somebody is of the age an activity is for, in full years on the day of its first session, both limits included. Who is
 * surely outside is refused; who may be outside, because only the year of birth or nothing is known, is let in and marked for
 * the desk. Source: C11, N38.
 */
export function checkAge(ages: Ages, birth: Birth, startsAt: string): { refusal: Refusal | null; toCheck: boolean } {
  const { minAge, maxAge } = ages;
  if (minAge === null && maxAge === null) return { refusal: null, toCheck: false };
  const known = agesOn(birth, shanghaiDate(startsAt));
  if (!known) return { refusal: null, toCheck: true };
  const { least, greatest } = known;
  const [from, to] = [minAge ?? 0, maxAge ?? Infinity];
  if (greatest < from || least > to) return { refusal: wrongAge(ages, known, startsAt), toCheck: false };
  return { refusal: null, toCheck: least < from || greatest > to };
}

/** 9—12 岁 · 60 岁以上 · 12 岁以下; empty when anybody may come. */
export function agesName({ minAge, maxAge }: Ages): string {
  if (minAge === null && maxAge === null) return '';
  if (minAge === null) return `${maxAge} 岁以下`;
  return maxAge === null ? `${minAge} 岁以上` : `${minAge}—${maxAge} 岁`;
}

function wrongAge(ages: Ages, { least, greatest }: { least: number; greatest: number }, startsAt: string): Refusal {
  const young = greatest < (ages.minAge ?? 0);
  const age = least === greatest ? `${greatest} 岁` : `最${young ? '多' : '少'} ${young ? greatest : least} 岁`;
  const day = `${shanghaiDate(startsAt).slice(5, 7)} 月 ${shanghaiDate(startsAt).slice(8)} 日`.replace(/\b0/g, '');
  const advice = young ? '等到了年龄再来，我们一直办。' : '看看社区里别的课，总有合适的。';
  return {
    code: 'activity.age',
    status: 422,
    zh: `这场活动是给 ${agesName(ages)}的，开始那天（${day}）是 ${age}。${advice}`,
    en: `This is for the ages ${ages.minAge ?? 0} to ${ages.maxAge ?? 'any'}, counted on the day of the first session.`,
    fields: { who: `要 ${agesName(ages)}` },
  };
}

export const notYourHousehold: Refusal = {
  code: 'activity.not-your-household',
  status: 403,
  zh: '只能给自己和同一户的家人报名。要加家人，请到社区或请网格员登记到您户上。',
  en: 'You can enrol yourself and members of your household.',
};

export const notEnrolled: Refusal = {
  code: 'activity.not-enrolled',
  status: 409,
  zh: '没有报名，或者已经取消了。回到“我的票”看看。',
  en: 'There is no enrolment, or it was cancelled.',
};

/** Seats are never taken away from somebody who has one. */
export function whyNotSeats(seats: number | null, enrolled: number): Refusal | null {
  if (seats === null || seats >= enrolled) return null;
  return {
    code: 'activity.seats-below-enrolled',
    status: 422,
    zh: `已经有 ${enrolled} 人报上了，名额不能改成 ${seats} 个。请先和他们商量。`,
    en: `${enrolled} have a seat already.`,
    fields: { seats: `至少 ${enrolled} 个` },
  };
}

/** What the first who waited is told when a seat has become free. */
export function promotedMessage(activity: { title: string; place: string; startsAt: string }, now: Date) {
  const when = `${dayName(activity.startsAt, now)} ${weekdayName(activity.startsAt)} ${clockTime(activity.startsAt)}`;
  return {
    title: `排到您了：${activity.title}`,
    body: `有人让出了名额，您已经报上了。${when}，${activity.place}。去不了请早点取消，让给后面的人。`,
  };
}
