import type { ReactNode } from 'react';
import type { LineStep } from '#contract/matters';
import { dayName, shanghaiParts } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';

const acrossMax = 7;

/** 七步: done steps with their day, now as a seal with the step's own two characters, coming ones hollow. */
export function ProgressLine({
  line,
  now,
  upright,
  isMine,
}: {
  line: LineStep[];
  now: string;
  upright: boolean;
  isMine: boolean;
}): ReactNode {
  return (
    <ol className={upright || line.length > acrossMax ? 'steps upright' : 'steps'} aria-label="办到哪一步了">
      {line.map((step) => (
        <li key={step.id} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="k">
            {step.state === 'now' ? (
              <span className="seal step" aria-hidden="true">
                {step.label.zh.slice(0, 2)}
              </span>
            ) : (
              <span className="bead">{step.state === 'done' ? <Icon name="check" size="xs" /> : null}</span>
            )}
          </span>
          <span>
            {step.label.zh}
            <small className="num">{dayOf(step, { now, isMine, upright })}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}

function dayOf(step: LineStep, told: { now: string; isMine: boolean; upright: boolean }): string {
  if (step.state === 'now') return step.waitsFor === '提出人' ? (told.isMine ? '等您' : '等评价') : '正在办';
  if (!step.at) return '';
  if (told.upright) return dayName(step.at, told.now);
  const { day, month } = shanghaiParts(step.at);
  return month === shanghaiParts(told.now).month ? `${day}日` : `${month}.${day}`;
}
