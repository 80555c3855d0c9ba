import { useQuery } from '@tanstack/react-query';
import type { Screen } from '#contract/matters/screen';
import { clockTime, shanghaiParts, weekdayName } from '#shared/time';
import { ask } from '../lib/desk/api.ts';
import { useMinute } from '../lib/desk/minute.ts';
import { periods, type PeriodId } from './doors.ts';

type Clock = { now: string; demo: boolean };

/** The app's clock, which the demo moves; it goes on from when it was asked. */
function useClock(): { now: Date; demo: boolean } | null {
  useMinute();
  const clock = useQuery({
    queryKey: ['clock'],
    queryFn: async () => {
      const told = await ask<Clock>('clock');
      return { demo: told.demo, aheadMs: new Date(told.now).getTime() - Date.now() };
    },
  });
  return clock.data ? { now: nowAhead(clock.data.aheadMs), demo: clock.data.demo } : null;
}

function nowAhead(ms: number): Date {
  return new Date(Date.now() + ms);
}

type HeadProps = { screen: Screen; period: PeriodId; onPeriod: (period: PeriodId) => void };

export function Head({ screen, period, onPeriod }: HeadProps) {
  const clock = useClock();
  const communities = screen.districts.reduce((sum, one) => sum + one.communities.length, 0);
  const cells = screen.districts.filter((one) => one.communities.length > 0).length;
  const at = clock ? shanghaiParts(clock.now) : null;
  return (
    <header className="wh">
      <span className="seal" aria-hidden="true">
        里
        <br />仁
      </span>
      <h1>{screen.name} · 社区一屏</h1>
      <span className="m">
        {communities} 个社区{cells > 1 ? ` · ${cells} 个区县` : ''}
      </span>
      <span className="sp" />
      <div className="sw" role="group" aria-label="时段">
        {periods.map((one) => (
          <button key={one.id} type="button" aria-pressed={one.id === period} onClick={() => onPeriod(one.id)}>
            {one.label}
          </button>
        ))}
      </div>
      {clock && at && (
        <>
          <span className="m">
            {at.year}年{at.month}月{at.day}日 {weekdayName(clock.now)}
          </span>
          <span className="t">{clockTime(clock.now)}</span>
        </>
      )}
    </header>
  );
}

/** What happened last, and how old the figures are. */
export function Foot({ screen, isOld }: { screen: Screen; isOld: boolean }) {
  const clock = useClock();
  return (
    <footer className="tick">
      {screen.happening.slice(0, 4).map((one) => (
        <span key={one.at + one.areaName}>
          <time>{clockTime(one.at)}</time>
          <b>{one.areaName}</b> {one.text}
        </span>
      ))}
      <span className="sp" />
      <span>
        {clock?.demo ? '演示数据　' : ''}
        {isOld ? '网络断了，' : ''}
        {clockTime(screen.at)} 汇总，每 5 分钟一次
      </span>
    </footer>
  );
}
