import type { ReactNode } from 'react';
import { clockTime, limitName, shanghaiDate, shanghaiParts, weekdayName } from '#shared/time';
import type { MatterCard } from '#contract/matters';
import { faceAddress } from '../../ui/picture.ts';
import { givenName, type GridVisit } from './grid-visit.ts';

const segmentsMax = 12;

function greeting(now: string): string {
  const { hour } = shanghaiParts(now);
  if (hour < 5) return '夜里好';
  if (hour < 12) return '上午好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** What is next against the clock, in one sentence: late first, then the earliest limit of today. */
function nextLimit(urgent: MatterCard[], now: string): ReactNode {
  const late = urgent.filter(({ dueState }) => dueState === 'late').length;
  if (late > 0)
    return (
      <>
        <b>{late} 件</b>已经晚了，先办{late === 1 ? '它' : '它们'}
      </>
    );
  const next = urgent[0]?.dueAt;
  if (!next) return '今天没有到时限的事';
  const until = limitName(next, now).replace(/^今天 /, '');
  const count = urgent.filter(({ dueAt }) => dueAt === next).length;
  return (
    <>
      {until} 前还有 <b>{count} 件</b>要回话
    </>
  );
}

/** The dark head of her day: name, date, grid, how much is done, and the next limit. */
export function GridHead({
  visit,
  now,
  done,
  urgent,
}: {
  visit: Pick<GridVisit, 'me' | 'place'>;
  now: string;
  done: number;
  /** Late and due today, the most urgent first. */
  urgent: MatterCard[];
}): ReactNode {
  const all = done + urgent.length;
  const [, month, day] = shanghaiDate(now).split('-').map(Number);
  return (
    <header className="gh">
      <div className="in">
        <div className="who">
          <img src={faceAddress(visit.me.face)} alt="" width="46" height="46" />
          <div>
            <h1>
              {givenName(visit.me.name)}，{greeting(now)}
            </h1>
            <p className="num">
              {month}月{day}日 {weekdayName(now)} · {visit.place}
            </p>
          </div>
          <p className="num at">{clockTime(now)}</p>
        </div>
        {all > 0 ? (
          <div className="pg">
            <p>
              <b className="num">{done}</b>／{all} 件做完
            </p>
            <div className="track" aria-hidden="true">
              {all <= segmentsMax ? (
                Array.from({ length: all }, (_, index) => <i key={index} className={index < done ? 'on' : ''} />)
              ) : (
                <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                  <path className="on" d={`M0 0h${(done / all) * 100}v8H0z`} />
                </svg>
              )}
            </div>
          </div>
        ) : null}
        <p className="nx">{nextLimit(urgent, now)}</p>
      </div>
    </header>
  );
}
