import type { ReactNode } from 'react';
import type { DutyItem } from '#contract/duties';
import { Section } from '../../ui/parts.tsx';
import { DutyCard, DutyLine } from './duty-card.tsx';
import { isWaiting, roundsOf } from './rounds.ts';
import './duties.css';

/** The duties of the day above everything that waits: those to do as cards, those done as lines. */
export function TodayDuties({ items, formKey, now }: { items: DutyItem[]; formKey: string; now: string }): ReactNode {
  if (items.length === 0) return null;
  const rounds = roundsOf(items);
  const open = rounds.filter((round) => round.items.some(isWaiting));
  const over = rounds.filter((round) => !round.items.some(isWaiting)).flatMap((round) => round.items);
  return (
    <>
      <Section
        title={open.length > 0 ? '要做的任务' : '今天的任务做完了'}
        {...(open.length > 0 ? { note: '做一项，按一下' } : {})}
      />
      {open.length > 0 ? (
        <div className="jobs">
          {open.map((round) => (
            <DutyCard
              key={`${round.first.set}-${round.first.subject.id}-${round.first.duty}`}
              round={round}
              formKey={formKey}
              now={now}
            />
          ))}
        </div>
      ) : null}
      {over.length > 0 ? (
        <ul className="card duty-lines gap">
          {over.map((item) => (
            <DutyLine key={`${item.set}-${item.subject.id}-${item.duty}`} item={item} now={now} />
          ))}
        </ul>
      ) : null}
    </>
  );
}
