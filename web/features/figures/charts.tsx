import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sharePercent, shareText } from '../../lib/desk/share.ts';
import { ChartCard } from './chart-card.tsx';
import type { Figures } from './figures-api.ts';
import { sharesSentence, stepsSentence } from './sentences.ts';

const limitAt = 82;

type Door = (query: Record<string, string>) => string;

/** Time per step as the part of its limit that was used; the thin line is the limit. Source: N72. */
export function StepTimes({ figures, door }: { figures: Figures; door: Door }) {
  const { steps } = figures;
  return (
    <ChartCard
      title="每步用多久"
      sentence={stepsSentence(steps)}
      table={{
        head: ['步骤', '走完', '按时', '中位用时', '时限'],
        rows: steps.map((step) => [
          step.label.zh,
          step.done,
          shareText(step.onTime, step.done),
          step.medianText,
          step.limitText.replace(/^限\s*/, ''),
        ]),
      }}
    >
      <ul className="step-times">
        {steps.map((step) => (
          <li key={step.id}>
            <span>{step.label.zh}</span>
            <span className="track">
              {step.shareOfLimit !== null && (
                <i
                  className={step.shareOfLimit >= 1 ? 'over' : undefined}
                  style={{ width: `${Math.max(1, step.shareOfLimit * limitAt)}%` }}
                />
              )}
              {step.limitText && <u style={{ left: `${limitAt}%` }} />}
            </span>
            <b className="nw">{step.medianText}</b>
            <span className="mute nw">{step.limitText}</span>
            <span className="nw">
              {step.done - step.onTime > 0 ? (
                <span className="late-text">▲ 逾期 {step.done - step.onTime} 次</span>
              ) : (
                <span className="mute">{step.done} 次都按时</span>
              )}
            </span>
            <Link className="fig sm" to={door({ step: step.id, status: 'open' })}>
              现在这一步的
            </Link>
          </li>
        ))}
      </ul>
      <p className="xs mute">竖线是时限，条是用掉的份额；用时取中位数，“办理”各类时限不同，按最长的一档画。</p>
    </ChartCard>
  );
}

type Share = { id: string; label: string; part: number; whole: number; parts: string; wholes: string };

/** On time, satisfied, closed without leaving the grid. Source: N72, X27. */
export function Shares({ figures, door }: { figures: Figures; door: Door }) {
  const closed = { status: 'done', closedFrom: figures.from, closedTo: figures.to, sort: 'closed' };
  const shares: Share[] = [
    {
      id: 'on-time',
      label: '按时办结',
      part: figures.onTime,
      whole: figures.ended,
      parts: door({ ...closed, onTime: 'yes' }),
      wholes: door(closed),
    },
    {
      id: 'satisfied',
      label: '提出人满意',
      part: figures.satisfied,
      whole: figures.rated,
      parts: door({ ...closed, satisfied: 'yes' }),
      wholes: door({ ...closed, rated: 'yes' }),
    },
    {
      id: 'grid',
      label: '没出网格就办结',
      part: figures.closedInGrid,
      whole: figures.closable,
      parts: door({ ...closed, inGrid: 'yes' }),
      wholes: door(closed),
    },
  ];
  return (
    <ChartCard
      title="办得怎么样"
      sentence={sharesSentence(figures)}
      table={{
        head: ['', '份额', '件数', '总数'],
        rows: shares.map((one) => [one.label, shareText(one.part, one.whole), one.part, one.whole]),
      }}
    >
      <ul className="shares">
        {shares.map((one) => (
          <li key={one.id}>
            <span>{one.label}</span>
            <span className="track">
              <i style={{ width: `${one.whole ? (one.part / one.whole) * 100 : 0}%` }} />
            </span>
            <span className="nw">
              <Count count={one.part} to={one.parts} /> / <Count count={one.whole} to={one.wholes} />
              {sharePercent(one.part, one.whole) && (
                <span className="mute"> · {sharePercent(one.part, one.whole)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {figures.medianToReplyText && (
        <p className="sm">
          从发现到反馈，一半的事不超过 <b>{figures.medianToReplyText}</b>。
        </p>
      )}
    </ChartCard>
  );
}

function Count({ count, to }: { count: number; to: string }): ReactNode {
  if (count === 0) return <b>{count}</b>;
  return (
    <Link className="fig" to={to}>
      {count}
    </Link>
  );
}
