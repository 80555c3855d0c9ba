import type { ReactNode } from 'react';
import type { AllowedAction, MatterDetail } from '#contract/matters';
import { clockTime, minuteMs } from '#shared/time';

const longestMs = 60 * minuteMs;

/** Whether the step is a race to the place: it asks for an arrival, and its limit is counted in minutes. */
export function isRace(matter: MatterDetail, lead: AllowedAction | undefined): boolean {
  if (!matter.dueAt || !lead?.fields.some(({ type }) => type === 'checkin')) return false;
  return Date.parse(matter.dueAt) - Date.parse(matter.createdAt) <= longestMs;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The minutes left, large; over time it turns red. Counted on by a script, right at the moment of drawing without one. Source: N73. */
export function GridCountdown({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  if (!matter.dueAt) return null;
  const leftMs = Date.parse(matter.dueAt) - Date.parse(now);
  const seconds = Math.floor(Math.abs(leftMs) / 1000);
  const words = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  const isOver = leftMs < 0;
  return (
    <section
      className={isOver ? 'count over' : 'count'}
      data-countdown={Date.parse(matter.dueAt)}
      data-now={Date.parse(now)}
      aria-label="到场时限"
    >
      <p className="k">{isOver ? '已经超了' : '到场还剩'}</p>
      <p className="v num" role="timer">
        {words}
      </p>
      <p className="s num">
        {clockTime(matter.createdAt)} 接报，{clockTime(matter.dueAt)} 前到场
        {isOver ? '。到了先签到，再写一句超时原因' : ''}
      </p>
    </section>
  );
}
