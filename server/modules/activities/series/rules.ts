import type { Refusal } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { Edition, SeriesPage } from './contract.ts';
import { editionsOf, yearOf } from '../records/rules.ts';

export const seriesUnknown: Refusal = {
  code: 'series.unknown',
  status: 404,
  zh: '没有这个系列。请看看社区的其他活动。',
  en: 'There is no such series.',
};

/** The fixed editions of a year, each with its activity or empty. Source: N39. */
export function fixedOf(kind: string, editions: readonly Edition[], year: number): SeriesPage['fixed'] {
  return editionsOf(kind).map((name) => {
    const found = editions.find((one) => one.edition === name && yearOf(one.startsAt) === year);
    return { name, activityId: found?.id ?? null, isOver: found?.isOver ?? false };
  });
}

/** Days before and after a festival on which what is held belongs to it. */
const around = { before: 10, after: 2 };

type Dated = { title: string; themes: string[]; startsAt: string };

/** Whether an activity belongs to a festival: its name says so, or it is marked 我们的节日 and lies around the day. */
export function belongsTo(festival: { name: string; day: string }, activity: Dated): boolean {
  const day = shanghaiDate(activity.startsAt);
  const isNear = day >= addDays(festival.day, -around.before) && day <= addDays(festival.day, around.after);
  return isNear && (activity.title.includes(festival.name) || activity.themes.includes('我们的节日'));
}

/** The days of a year on which something of a festival may be held. */
export function spanAround(days: readonly string[]): { from: string; to: string } {
  const sorted = [...days].sort();
  return {
    from: addDays(sorted[0] ?? '2000-01-01', -around.before),
    to: addDays(sorted.at(-1) ?? '2000-01-01', around.after),
  };
}
