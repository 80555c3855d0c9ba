import type { ReactNode } from 'react';
import type { BallotPage, BallotSummary } from '#contract/ballots';
import { Icon } from '../../ui/icon.tsx';
import { BallotBar } from './ballot-bar.tsx';
import { areaName, closesSoon, closingName, grouping, sentenceOf, shareName, unitOf } from './ballot-words.ts';

/** What is voted on, who votes, by which rule, until when, and what stays secret: each in one plain sentence. */
export function BallotFacts({ ballot }: { ballot: BallotPage }): ReactNode {
  const place = ballot.estateName ? `${ballot.estateName} · ` : '';
  return (
    <ul className="known" data-read>
      <li>
        <Icon name="people" size="s" />
        <span>
          <b>谁来投：</b>
          {place}
          {ballot.electorateName}
        </span>
      </li>
      <li>
        <Icon name="check" size="s" />
        <span>
          <b>怎么算通过：</b>
          {sentenceOf(ballot.ruleSentences)}
        </span>
      </li>
      <li>
        <Icon name="clock" size="s" />
        <span>
          <b>什么时候截止：</b>
          {ballot.closesName}
        </span>
      </li>
      {ballot.notes.map((note) => (
        <li key={note}>
          <Icon name="info" size="s" />
          <span>{sentenceOf([note])}</span>
        </li>
      ))}
    </ul>
  );
}

/** How many took part of how many, by number and, where it counts, by area; never what they chose. */
export function BallotTurnout({ ballot }: { ballot: BallotSummary }): ReactNode {
  const { turnout } = ballot;
  if (!turnout) return null;
  const unit = unitOf(ballot.electorateName);
  return (
    <div className="vote-bars">
      <dl>
        <div>
          <dt>{unit === '户' ? '户数' : '人数'}</dt>
          <dd>
            <span className="n">
              {turnout.number === 0
                ? `${grouping(turnout.of)} ${unit}里还没有人投`
                : `${shareName(turnout.number, turnout.of)} ${turnout.of < 20 || turnout.number === turnout.of ? unit : ''}`}
            </span>
            <BallotBar part={turnout.number} whole={turnout.of} />
          </dd>
        </div>
        {turnout.areaOf > 0 ? (
          <div>
            <dt>面积</dt>
            <dd>
              <span className="n">
                {areaName(turnout.area)}／{areaName(turnout.areaOf)}
              </span>
              <BallotBar part={turnout.area} whole={turnout.areaOf} />
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}

/** How long there is to vote, with its sign. */
export function ClosingTag({ ballot, now }: { ballot: BallotSummary; now: string }): ReactNode {
  if (!ballot.closesAt) return null;
  const isSoon = closesSoon(ballot.closesAt, now);
  return (
    <span className={`tag ${isSoon ? 'late' : 'wait'}`}>
      <Icon name={isSoon ? 'warn' : 'clock'} size="xs" />
      <span>{closingName(ballot.closesAt, now)}</span>
    </span>
  );
}
