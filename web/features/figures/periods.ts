import { addDays, shanghaiDate } from '#shared/time';

export type Period = { from: string; to: string };
export type NamedPeriod = Period & { id: string; label: string };

/** The periods somebody is asked for, both days included. */
export function namedPeriods(now: Date): NamedPeriod[] {
  const today = shanghaiDate(now);
  const monthStart = `${today.slice(0, 7)}-01`;
  const lastMonthEnd = addDays(monthStart, -1);
  return [
    { id: 'month', label: '本月', from: monthStart, to: today },
    { id: 'last-month', label: '上月', from: `${lastMonthEnd.slice(0, 7)}-01`, to: lastMonthEnd },
    { id: 'days', label: '近 30 天', from: addDays(today, -29), to: today },
    { id: 'year', label: '今年', from: `${today.slice(0, 4)}-01-01`, to: today },
    { id: 'twelve', label: '近 12 个月', from: addDays(today, -364), to: today },
  ];
}
