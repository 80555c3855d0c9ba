import type { BallotResult } from '#contract/ballots';
import { Button } from 'antd';
import { Icon } from '../../../ui/icon.tsx';
import { areaName, ballotHref, grouping, shareName, unitOf } from '../ballot-words.ts';
import type { BallotPage } from './ballots-api.ts';
import { TurnoutBar } from './turnout-bar.tsx';

/** What came out, with how many of how many, the rule step by step, and the record anybody can count again. */
export function ResultCard({ ballot, result }: { ballot: BallotPage; result: BallotResult }) {
  const unit = unitOf(ballot.electorateName);
  const whole = result.tookPart;
  return (
    <section className="card result-card">
      <h2>
        结果
        <span className="r">
          {ballot.recordUrl && (
            <a className="link" href={ballot.recordUrl} download="表决记录.txt">
              下载全部记录
            </a>
          )}
        </span>
      </h2>
      <p className={`outcome ${result.outcome}`}>
        <Icon name={result.outcome === 'passed' ? 'check' : 'close'} size="m" />
        <b>{result.sentence}</b>
      </p>
      <div className="result-grid">
        <table className="t compact">
          <caption className="sr">各选项得多少</caption>
          <thead>
            <tr>
              <th>选项</th>
              <th>按{unit === '户' ? '户数' : '人数'}</th>
              {whole.area > 0 && <th>按面积</th>}
            </tr>
          </thead>
          <tbody>
            {result.choices.map((choice) => (
              <tr key={choice.id}>
                <td>{choice.won ? <b>{choice.label} ✓</b> : choice.label}</td>
                <td>
                  <TurnoutBar part={choice.number} whole={whole.number} />
                  <div className="z">{shareName(choice.number, whole.number)}</div>
                </td>
                {whole.area > 0 && (
                  <td>
                    <TurnoutBar part={choice.area} whole={whole.area} />
                    <div className="z">
                      {areaName(choice.area)}／{areaName(whole.area)}
                    </div>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        <ol className="check-list">
          {result.checks.map((check) => (
            <li key={`${check.about} ${check.by}`} className={check.met ? 'ok-text' : 'late-text'}>
              {check.met ? '✓' : '✗'} {check.sentence}
            </li>
          ))}
          {result.excluded > 0 && <li className="mute">回避 {grouping(result.excluded)} 户，不算在内</li>}
        </ol>
      </div>
      {ballot.recordHash && (
        <p className="hash sm">
          <span className="mute">记录的校验码</span> {ballot.recordHash}{' '}
          <Button size="small" href={`${ballotHref(ballot)}/recount`} target="_blank">
            自己算一遍
          </Button>
        </p>
      )}
    </section>
  );
}
