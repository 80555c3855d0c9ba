import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { PublicityCard } from '#contract/publicity';
import { addDays, dayName, daysBetween, shanghaiDate, shanghaiInstant } from '#shared/time';

type Hanging = Pick<PublicityCard, 'state' | 'stateName' | 'daysLeft'>;

/** How many days are left, large; else how it ended. */
export function DaysLeft({ notice }: { notice: Hanging }): ReactNode {
  const { state, daysLeft } = notice;
  if (state === 'open' && daysLeft > 0)
    return (
      <span className="left">
        还剩<b>{daysLeft}</b>天
      </span>
    );
  const word = { clear: '期满', upheld: '停止', withdrawn: '撤下' }[state as string] ?? '期满';
  return (
    <span className={state === 'clear' ? 'left ok' : 'left over'}>
      <b>{word}</b>
    </span>
  );
}

/** 6月2日—6月8日 of two whole days. */
export function periodOf({ from, to }: Pick<PublicityCard, 'from' | 'to'>, now: string): string {
  if (!from || !to) return '';
  const name = (day: string): string => dayName(shanghaiInstant(day, 12), now);
  return from === to ? name(from) : `${name(from)}—${name(to)}`;
}

/** One notice in a list: days left, what it is, where and until when. */
export function HangingRow({ notice, now }: { notice: PublicityCard; now: string }): ReactNode {
  const said = notice.objections > 0 ? ` · 异议 ${notice.objections} 条` : '';
  return (
    <Link className="hang" to={`/p/${notice.areaId}/${notice.id}`}>
      <DaysLeft notice={notice} />
      <span>
        <span className="t">{notice.title}</span>
        <span className="d num">
          {notice.place} · {periodOf(notice, now)}
        </span>
        <span className="d num">
          {notice.stateName}
          {said}
        </span>
      </span>
    </Link>
  );
}

const stripMost = 31;

/** Every day of the period: what is over, today, what is to come. */
export function DayStrip({ notice, now }: { notice: PublicityCard; now: string }): ReactNode {
  const { from, to, state } = notice;
  if (!from || !to || state !== 'open') return null;
  const count = daysBetween(from, to) + 1;
  if (count > stripMost) return null;
  const today = shanghaiDate(now);
  const days = Array.from({ length: count }, (_, at) => addDays(from, at));
  return (
    <ol className="days">
      {days.map((day) => (
        <li key={day} className={day < today ? 'past' : day === today ? 'today' : ''}>
          <span className="sr">{day < today ? '过了' : day === today ? '今天' : ''}</span>
          {Number(day.slice(8))}
        </li>
      ))}
    </ol>
  );
}
