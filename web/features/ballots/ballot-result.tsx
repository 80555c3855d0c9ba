import type { ReactNode } from 'react';
import type { BallotResult } from '#contract/ballots';
import { Icon } from '../../ui/icon.tsx';
import { BallotBar } from './ballot-bar.tsx';
import { areaName, grouping, shareName } from './ballot-words.ts';

type Check = BallotResult['checks'][number];

/** What each choice got: bars, by number and by area apart, never without how many of how many. */
export function ResultBars({ result, unit }: { result: BallotResult; unit: string }): ReactNode {
  const whole = result.tookPart;
  const by = whole.area > 0 ? (['number', 'area'] as const) : (['number'] as const);
  return (
    <ul className="vote-bars">
      {result.choices.map((choice) => (
        <li key={choice.id}>
          <p className="who">
            {choice.label}
            {choice.won ? (
              <span className="tag ok">
                <Icon name="check" size="xs" />
                <span>{choice.id === 'yes' ? '通过' : '选中'}</span>
              </span>
            ) : null}
          </p>
          <dl>
            {by.map((one) => (
              <div key={one}>
                <dt>{one === 'area' ? '按面积' : unit === '户' ? '按户数' : '按人数'}</dt>
                <dd>
                  <span className="n">
                    {one === 'area'
                      ? `${areaName(choice.area)}，占 ${areaShare(choice.area, whole.area)}`
                      : `${grouping(choice.number)} ${unit}，占 ${shareName(choice.number, whole.number)}`}
                  </span>
                  <BallotBar part={choice[one]} whole={whole[one]} lost={!choice.won} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** The share of an area in words, cut to one decimal; of all and of none only what it is. */
export function areaShare(part: number, whole: number): string {
  if (part === whole) return `参加的全部 ${areaName(whole)}`;
  const tenths = Math.floor((part / whole) * 1000);
  return `${Math.trunc(tenths / 10)}.${tenths % 10}%（参加的共 ${areaName(whole)}）`;
}

/** The rule applied, step by step, each with its sign and its word. */
export function RuleSteps({ result, unit }: { result: BallotResult; unit: string }): ReactNode {
  return (
    <ol className="rule-steps">
      {stepsToTell(result).map((check) => (
        <li key={`${check.about} ${check.by}`} className={check.met ? 'yes' : 'no'}>
          <span className="sign">
            <Icon name={check.met ? 'check' : 'close'} size="xs" />
          </span>
          <span className="num">
            {check.sentence}
            {check.met ? null : <small>{shortBy(check, unit)}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Of many candidates only the steps of those who won are told, and of the best one where none has. */
function stepsToTell({ checks, choices }: BallotResult): Check[] {
  const asked = choices.filter(({ id }) => checks.some(({ about }) => about === id));
  const most = Math.max(0, ...asked.map(({ number }) => number));
  const told = asked.filter(({ won, number }) => asked.length <= 3 || won || number === most).map(({ id }) => id);
  return checks.filter(({ about }) => about === 'take-part' || told.includes(about));
}

/** How many more would have been enough. Source: Civil Code art. 278. */
export function missingOf({ have, of, needs: { share, test } }: Pick<Check, 'have' | 'of' | 'needs'>): number {
  const [part, whole] = share;
  const line = (of * part) / whole;
  return Math.max(0, (test === 'at-least' ? Math.ceil(line) : Math.floor(line) + 1) - have);
}

function shortBy(check: Check, unit: string): string {
  const missing = missingOf(check);
  return check.by === 'area' ? `差 ${areaName(missing)}` : `差 ${grouping(missing)} ${unit}`;
}
