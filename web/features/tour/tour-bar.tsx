import type { ReactNode } from 'react';
import { addressOf, tourSteps, type Tour } from './steps.ts';
import './tour.css';

/** The slim bar of the tour, above every page of phone and desk: who one is, what to do, what to press. A plain form: it works without scripts. */
export function TourBar({ tour }: { tour: Tour }): ReactNode {
  const step = tourSteps[tour.at];
  if (!step) return null;
  const isLast = tour.at === tourSteps.length - 1;
  return (
    <aside className="tour no-print" aria-label="五分钟走一遍">
      <div className="in">
        <p>
          <span className="where">
            {tour.at + 1}/{tourSteps.length}
          </span>{' '}
          <b>{step.account ? `您现在是${step.who}` : step.who}。</b>
          {step.sentence}
          {step.press ? (
            <>
              {' '}
              按<b>“{step.press}”</b>，再按下一步。
            </>
          ) : null}
          {tour.said ? (
            <b className="said" role="alert">
              {' '}
              {tour.said}
            </b>
          ) : null}{' '}
          <a href={addressOf(tour)}>回到这一步</a>
        </p>
        <form method="post" action="/tour/next">
          {step.press ? (
            <button type="submit" name="do" value="for-me">
              替我做这一步
            </button>
          ) : null}
          <button type="submit" name="do" value={isLast ? 'end' : 'next'} className="go">
            {isLast ? '走完了' : '下一步'}
          </button>
          {isLast ? null : (
            <button type="submit" name="do" value="end" className="end" aria-label="不走了">
              ✕
            </button>
          )}
        </form>
      </div>
    </aside>
  );
}
